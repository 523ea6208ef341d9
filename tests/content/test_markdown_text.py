from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_site.content.markdown_text import own_text, own_words, without_code_blocks


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("Nộp hồ sơ trực tuyến", 5),
        ("Nộp\nhồ sơ\n\ntrực tuyến.", 5),
        ("**Nộp** *hồ* ~~sơ~~ ***tuyến***", 4),
        ("# Đầu đề\n\n## Mục {#muc-1}", 3),
        ("- một\n- hai\n  - ba\n* bốn\n+ năm", 5),
        ("1. một\n2) hai\n10. ba", 3),
        ("> trích\n>> dẫn\n> - việc", 3),
        ("- [ ] việc khác", 2),
        ("một — hai - ba – “bốn”", 4),
        ("---\n\n***\n\n===", 0),
        ("| A | B |\n|---|:-:|\n| một | hai ba |", 5),
        ("Xem [Cổng dịch vụ](https://example.org 'Tên') nhé", 5),
        ("Xem [Cổng](https://vi.wikipedia.org/wiki/A_(b)) nhé", 3),
        ("Xem [Cổng][c] và [d][]\n\n[c]: https://example.org\n[d]: <a b> 'c'", 4),
        ("Xem <https://example.org/a> hoặc https://example.org/b và www.example.org", 3),
        ("![Sơ đồ ba bước](so-do.png){: .to } Chữ", 1),
        ("![Sơ đồ][s]\n\n[s]: so-do.png", 0),
        ("[![Sơ đồ](a.png)](b.md)", 0),
        ("Gõ `pip install a b c` rồi chạy", 3),
        ("Trước\n\n```python\nmột hai ba\n```\n\nsau", 2),
        ("Trước\n\n~~~\nmột\n```\nhai\n~~~\n\nsau", 2),
        ("Trước\n````\n```\nmột\n```\n````\nsau", 2),
        ("- việc\n\n    ```\n    mã\n    ```\n\n    sau", 2),
        ("- ```\n  mã lệnh\n  ```\n  sau", 1),
        ("> ```\n> mã\n> ```\n> sau", 1),
        ("```lệnh``` là lệnh\nsau nữa", 4),
        ("Trước\n```\nkhông đóng", 1),
        ("Trước <!-- ẩn\nnhiều dòng --> sau", 2),
        ("Trước <!-- không đóng\nmất hết", 1),
        ('<div class="a b">Chữ</div><br>xuống', 2),
        ("a < b và b > c", 5),
        ("Câu[^1] có chú.\n\n[^1]: Nội dung chú thích", 7),
        ('!!! note "Lưu ý"\n    Nội dung', 4),
        ('??? tip "Mẹo"\n    Nội dung', 3),
        ("Chữ { .nut }\n{: #muc .to }", 1),
        ("76/NQ-CP, 1.000.000 đồng và 50%", 5),
    ],
)
def test_own_words(markdown: str, words: int) -> None:
    assert own_words(markdown) == words, own_text(markdown)


def test_own_text_keeps_the_writers_words_and_lines() -> None:
    markdown = "## Ba bước\n\n1. Mở [Cổng](https://example.org).\n2. **Nộp** hồ sơ.\n"
    assert own_text(markdown).split("\n") == ["Ba bước", "", "Mở Cổng.", " Nộp  hồ sơ."]


def test_lines_outside_code_keep_their_numbers() -> None:
    assert list(without_code_blocks("a\n```\nb\n```\nc")) == [(0, "a"), (4, "c")]


def test_a_fence_is_closed_by_one_at_least_as_long_and_bare() -> None:
    assert list(without_code_blocks("````\na\n```\nb\n```` x\nc\n`````\nd")) == [(7, "d")]


@given(st.lists(st.sampled_from(["một", "hai", "đổi", "mới", "2024"]), max_size=30))
def test_plain_words_are_all_counted(words: list[str]) -> None:
    assert own_words(" ".join(words)) == len(words)


@given(st.text(alphabet='ab \n`~[]()!<>-#*_{}:|^"', max_size=200))
def test_markup_never_adds_words(markdown: str) -> None:
    plain = "".join(char if char.isalnum() else " " for char in markdown)
    assert own_words(markdown) <= len(plain.split())
