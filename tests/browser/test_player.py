"""A player of an allowed host asks that host for nothing until the reader opens it; every other frame is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route
from support.files import COLUMN_YML, Folder
from support.sites import mkdocs, served, write_config

BODY = """\
Trước phim.

<iframe src="https://video.example/embed/7" title="Phim hướng dẫn" width="560" onload="alert(1)"></iframe>

[Phim thứ hai](https://video.example/embed/8){: .video }

<iframe src="https://evil.example/"></iframe>

Sau phim.
"""


@pytest.fixture(scope="module")
def cinema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose one piece has players."""
    root = tmp_path_factory.mktemp("cinema")
    folder = Folder(root)
    folder.write("_data/column.yml", COLUMN_YML + "video_hosts: [video.example]\n")
    folder.article("2024/03/phim", BODY, date="2024-03-01")
    write_config(root)
    assert mkdocs("build", cwd=root, CCHC_AS_OF="2024-03-10").returncode in (0, 1)
    with served(root / "site") as address:
        yield address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_nothing_foreign_is_loaded_before_the_reader_asks(cinema: str, browser: Browser, scripts: bool) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.url)
            route.fulfill(body="<p>phim</p>")

        context.route(re.compile("^https:"), answer)
        page = context.new_page()
        page.goto(cinema + "tin-bai/2024/03/phim/", wait_until="networkidle")
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(300)
        assert asked == []
        assert page.locator("iframe").count() == 0
        page.get_by_text("Phim hướng dẫn (mở từ video.example)").click()
        page.wait_for_timeout(500)
        if scripts:
            assert asked == ["https://video.example/embed/7"]
        else:
            assert asked == []
            assert page.get_by_role("link", name="Xem ở video.example").is_visible()
