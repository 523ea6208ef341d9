from __future__ import annotations

import pytest
from support.builders import column, piece

from cchc_site.column.column import Asset, StandingPage
from cchc_site.column.links import LinkKind, LinkMap, Target

HERE = piece("2024-03-05", "2024/03/day")
THERE = piece("2024-04-05", "2024/04/do", aliases=("tin-bai/2023/01/ten-cu/",))
LINKS = LinkMap(
    column(
        [HERE, THERE],
        assets={"tin-bai/2024/03/so do.png": Asset("tin-bai/2024/03/so do.png", 1), "logo.svg": Asset("logo.svg", 1)},
        standing=(StandingPage("gioi-thieu.md", "gioi-thieu/", "Giới thiệu"),),
    )
)


@pytest.mark.parametrize(
    ("href", "kind", "address"),
    [
        ("https://example.org/a?b#c", LinkKind.EXTERNAL, "https://example.org/a?b#c"),
        ("HTTP://example.org", LinkKind.EXTERNAL, "HTTP://example.org"),
        ("mailto:so@example.org", LinkKind.EXTERNAL, "mailto:so@example.org"),
        ("tel:19001234", LinkKind.EXTERNAL, "tel:19001234"),
        ("#muc-1", LinkKind.SAME_PAGE, "#muc-1"),
        ("", LinkKind.SAME_PAGE, ""),
        ("../04/do.md", LinkKind.ARTICLE, "tin-bai/2024/04/do/"),
        (" ../04/do.md#muc ", LinkKind.ARTICLE, "tin-bai/2024/04/do/#muc"),
        ("./../04/do.md?x=1", LinkKind.ARTICLE, "tin-bai/2024/04/do/"),
        ("/tin-bai/2024/04/do/", LinkKind.ARTICLE, "tin-bai/2024/04/do/"),
        ("/tin-bai/2024/04/do.md", LinkKind.ARTICLE, "tin-bai/2024/04/do/"),
        ("/tin-bai/2023/01/ten-cu/", LinkKind.ARTICLE, "tin-bai/2024/04/do/"),
        ("../../../gioi-thieu.md", LinkKind.PAGE, "gioi-thieu/"),
        ("/gioi-thieu/#dia-chi", LinkKind.PAGE, "gioi-thieu/#dia-chi"),
        ("/linh-vuc/cai-cach-the-che/", LinkKind.PAGE, "linh-vuc/cai-cach-the-che/"),
        ("/don-vi/van-phong/", LinkKind.PAGE, "don-vi/van-phong/"),
        ("/rss.xml", LinkKind.PAGE, "rss.xml"),
        ("/", LinkKind.PAGE, ""),
        ("so%20do.png", LinkKind.ASSET, "tin-bai/2024/03/so do.png"),
        ("/logo.svg", LinkKind.ASSET, "logo.svg"),
        ("khong-co.md", LinkKind.BROKEN, ""),
        ("do.md", LinkKind.BROKEN, ""),
        ("/don-vi/khong-co/", LinkKind.BROKEN, ""),
        ("../../../../../etc/passwd", LinkKind.BROKEN, ""),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", LinkKind.BROKEN, ""),
        ("javascript:alert(1)", LinkKind.FORBIDDEN, "javascript:alert(1)"),
        ("JavaScript:alert(1)", LinkKind.FORBIDDEN, "JavaScript:alert(1)"),
        ("java\tscript:alert(1)", LinkKind.FORBIDDEN, "java\tscript:alert(1)"),
        ("data:text/html,x", LinkKind.FORBIDDEN, "data:text/html,x"),
        ("file:///etc/passwd", LinkKind.FORBIDDEN, "file:///etc/passwd"),
        ("//example.org/a", LinkKind.FORBIDDEN, "//example.org/a"),
    ],
)
def test_resolve(href: str, kind: LinkKind, address: str) -> None:
    target = LINKS.resolve(href, HERE.file)
    assert (target.kind, target.address) == (kind, address)


def test_a_link_to_an_article_carries_it() -> None:
    assert LINKS.resolve("../04/do.md", HERE.file) == Target(LinkKind.ARTICLE, THERE.address, THERE)


def test_a_link_is_relative_to_its_own_file() -> None:
    assert LINKS.resolve("day.md", HERE.file).kind is LinkKind.ARTICLE
    assert LINKS.resolve("day.md", THERE.file).kind is LinkKind.BROKEN
    assert LINKS.resolve("tin-bai/2024/03/day.md", "gioi-thieu.md").kind is LinkKind.ARTICLE


def test_a_living_address_wins_over_an_alias() -> None:
    claimed = piece("2024-05-05", "2024/05/khac", aliases=(HERE.address,))
    assert LinkMap(column([HERE, claimed])).resolve(f"/{HERE.address}", "gioi-thieu.md").article is HERE
