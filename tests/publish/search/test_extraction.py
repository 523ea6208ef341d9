from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.column.instant import VIETNAM
from cchc_site.publish.search import extraction
from cchc_site.publish.search.document_keys import document_keys
from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.extraction import Reader
from cchc_site.publish.search.folding import tokens
from cchc_site.publish.search.numbering import number
from cchc_site.publish.search.phrases import phrases


def document(name: str, day: str = "2026-07-01", /, **fields: object) -> SearchDocument:
    moment = datetime.fromisoformat(day).replace(tzinfo=VIETNAM)
    values = {"title": name, "kind": "Tin", "address": f"{name}/", **fields}
    return SearchDocument(id=name, moment=moment, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kế hoạch số 037/KH-UBND, ngày 5/7", ["#37.khubnd"]),
        ("Nghị định 30/2020/NĐ-CP", ["#30.2020.ndcp"]),
        ("60-NQ/TU và 37 / KH – UBND", ["#60.nqtu", "#37.khubnd"]),
        ("66.13/2026/NQ-CP; 148/2025/QH15", ["#66.13.2026.nqcp", "#148.2025.qh15"]),
        ("7/KH-SLĐTBXH, 7/KH-SLĐTBXH", ["#7.khsldtbxh"]),
        ("ngày 05/7/2026, tăng 12-15%", []),
    ],
)
def test_document_keys(text: str, keys: list[str]) -> None:
    assert document_keys(text) == keys


def test_abbreviations_are_written_out() -> None:
    words, short = Reader().words("UBND tỉnh, Sở GD&ĐT và CCHC; ubnd")
    assert " ".join(words) == "ủy ban nhân dân tỉnh sở giáo dục và đào tạo và cải cách hành chính ubnd"
    assert short == ["ubnd", "gdđt", "cchc"]


def test_an_abbreviation_with_two_meanings_is_left_alone() -> None:
    assert Reader().words("CT TT") == (["ct", "tt"], [])
    assert all(len(phrase.full) > 1 for phrase in phrases())


def test_extract_keeps_the_parts_apart() -> None:
    found = Reader().extract(document("Họp UBND", summary="Một câu", body="Thân bài 37/KH-UBND", words=("thẻ",)))
    assert found.title == ["họp", "ủy", "ban", "nhân", "dân"]
    assert found.summary == ["một", "câu", "thẻ"]
    assert found.body[:2] == ["thân", "bài"]
    assert set(found.marks) == {"#37.khubnd", "ubnd", "kh"}


def test_the_end_of_a_number_is_no_phrase() -> None:
    found = Reader().extract(document("Công văn số 581/BNV-CCHC", summary="theo 37/KH-UBND, UBND", body="581/BNV-CCHC"))
    assert " ".join(found.title) == "công văn số 581 bộ nội vụ cchc"
    assert " ".join(found.summary) == "theo 37 kế hoạch ubnd ủy ban nhân dân"
    assert found.marks[:2] == ["#581.bnvcchc", "#37.khubnd"]


def _slowly(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, token by token over the whole text."""
    written, expanded, found = tokens(text), list[str](), list[str]()
    by_length = sorted(phrases(), key=lambda phrase: -len(phrase.short))
    while written:
        phrase = next((p for p in by_length if tuple(written[: len(p.short)]) == p.short), None)
        expanded += phrase.full if phrase else [written[0].lower()]
        found += ["".join(phrase.short).lower()] if phrase else []
        del written[: len(phrase.short) if phrase else 1]
    return expanded, found


_SHORT = sorted({token for phrase in phrases() for token in phrase.short})
_spaces = st.sampled_from(
    [*map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x3000))]
)
_pieces = st.one_of(
    st.sampled_from([*_SHORT, *(short.lower() for short in _SHORT), "&", "-", "_", "(", "ÁO", "37/KH-UBND", "\u200b"]),
    st.text(st.sampled_from("aĐđẢ\u0301\u0323\u00ad\u200d\ufeff_&-ΑΣİ9\U0001d7d8"), max_size=4),
    _spaces,
)


@settings(max_examples=300)
@given(st.lists(_pieces | st.just(" "), max_size=30).map("".join) | st.text())
def test_words_do_not_reach_across_a_space(text: str) -> None:
    assert Reader().words(text) == _slowly(text)


def test_a_reader_forgets_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_MOST", 2)
    reader = Reader()
    assert reader.words("một hai ba bốn một")[0] == ["một", "hai", "ba", "bốn", "một"]
    assert len(reader) <= 2


def test_text_hash_knows_every_part() -> None:
    one = document("a", summary="b c")
    assert one.text_hash() == document("a", "2025-01-01", summary="b c").text_hash()
    assert one.text_hash() != document("a", summary="b", body="c").text_hash()


def test_numbers_follow_time_and_stay() -> None:
    june = [document(f"t{day}", f"2026-06-{day:02}") for day in range(1, 9)]
    july = [document(f"b{day}", f"2026-07-{day:02}") for day in range(1, 4)]
    before = {item.id: at for at, item in number([*july, *june]).documents.items()}
    assert list(before) == [item.id for item in (*june, *july)]
    later = {item.id: at for at, item in number([*june[1:], *july, document("mới", "2026-07-20")]).documents.items()}
    assert all(later[item.id] == before[item.id] for item in july)
    assert later["mới"] > later["b3"]
