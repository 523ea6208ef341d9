"""What the evaluation of search rests on: what it reads from a page, and which pages it takes for right answers."""

from __future__ import annotations

from search_eval.found import Found, texts_of
from search_eval.judgments import Judgments
from search_eval.queries import known_items

PAGES = [
    Found("a/", "Hòa giải ở cơ sở", "", "Tổ hòa giải họp mỗi tháng một lần ở nhà văn hóa", "12/KH-UBND"),
    Found("b/", "Hoa trong công viên", "", "Tô hoa giải nhất của trường, theo 12/KH-UBND", ""),
    Found("c/", "Họp tổ dân phố", "", "Ngày mai họp", ""),
]


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    html = (
        "<header>Đầu</header><article><h1>Tên</h1><div class='x prose'><p>Một<br>hai <b>ba</b></p><div>bốn</div></div>"
        "<ul><li>12/KH-UBND</li></ul></article><footer>Cuối</footer>"
    )
    prose, beside = texts_of(html)
    assert prose.split() == ["Một", "hai", "ba", "bốn"]
    assert beside.split() == ["Tên", "12/KH-UBND"]


def test_all_pages_that_say_it_are_right() -> None:
    judgments = Judgments(PAGES)
    assert judgments.anywhere("hòa giải", exact=True) == {"a/"}
    assert judgments.anywhere("hoà giải", exact=True) == {"a/"}
    assert judgments.anywhere("hoa giai", exact=False) == {"a/", "b/"}
    assert judgments.in_title("hop to dan ph", exact=False, finished=False) == {"c/"}
    assert judgments.numbers["#12.khubnd"] == {"a/", "b/"}


def test_twins_ask_for_the_same_pages() -> None:
    items = list(known_items(Judgments(PAGES), 3, 1))
    accented = [item.text.lower() for item in items if item.kind == "title"]
    bare = [item.text for item in items if item.kind == "title-unaccented"]
    assert sorted(accented) == sorted(page.title.lower() for page in PAGES)
    assert [len(text.split()) for text in bare] == [len(text.split()) for text in accented]
    assert all(text.isascii() for text in bare)
