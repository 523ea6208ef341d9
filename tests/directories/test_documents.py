from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import day
from support.files import Folder, where

from cchc_site.column.document import Documents, OfficialDocument, Standing
from cchc_site.publish.citations import link_citations
from cchc_site.vietnamese import document_numbers

OLD = OfficialDocument(
    "42/2022/NĐ-CP", valid_from=day("2022-08-15"), valid_to=day("2026-06-30"), replaced_by=("224/2026/NĐ-CP",)
)
NEW = OfficialDocument("224/2026/NĐ-CP", valid_from=day("2026-07-01"))


def test_s1_11_standing_on_a_day() -> None:
    assert OLD.standing_on(day("2026-06-30")) is Standing.IN_FORCE
    assert OLD.standing_on(day("2026-07-01")) is Standing.ENDED
    assert NEW.standing_on(day("2026-06-30")) is Standing.NOT_YET
    assert OfficialDocument("37/KH-UBND").standing_on(day("2026-06-30")) is Standing.UNKNOWN


def test_one_number_of_two_years_is_two_documents() -> None:
    one, other = (OfficialDocument("37/KH-UBND", issued=date(year, 2, 6)) for year in (2023, 2024))
    register = Documents.of([other, one])
    assert register.cited("37/KH-UBND", day("2023-12-31")) is one
    assert register.cited("37 /KH-UBND".replace(" ", ""), day("2025-01-01")) is other
    assert register.cited("37/KH-UBND", day("2020-01-01")) is one
    assert {one.slug, other.slug} == {"37-kh-ubnd-2023", "37-kh-ubnd-2024"}
    assert register.cited("38/KH-UBND", day("2024-01-01")) is None


def test_heirs_through_every_replacement() -> None:
    middle = OfficialDocument("2/2010/NĐ-CP", valid_to=day("2015-01-01"), replaced_by=("3/2015/NĐ-CP",))
    first = OfficialDocument("1/2005/NĐ-CP", valid_to=day("2010-01-01"), replaced_by=("2/2010/NĐ-CP",))
    last = OfficialDocument("3/2015/NĐ-CP", valid_from=day("2015-01-02"), replaced_by=())
    register = Documents.of([first, middle, last])
    assert register.heirs(first, day("2026-01-01")) == (last,)
    assert register.replaced(last) == (middle,)
    loop = Documents.of([OfficialDocument("1/2005/NĐ-CP", valid_to=day("2010-01-01"), replaced_by=("01/2005/NĐ-CP",))])
    assert loop.heirs(loop.all[0], day("2026-01-01")) == ()


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("76/NQ-CP", "Nghị quyết"),
        ("148/2025/QH15", "Luật"),
        ("581/BNV-CCHC", "Công văn"),
        ("60-NQ/TU", "Nghị quyết"),
        ("37/KH-UBND", "Kế hoạch"),
        ("không số", "Văn bản"),
    ],
)
def test_the_type_is_in_the_number(number: str, name: str) -> None:
    assert OfficialDocument(number).type_name == name


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("- number: KH-UBND\n", "D03"),
        ("- number: 37/KH-UBND\n- number: 37/KH-UBND\n", "D03"),
        ("- {number: 37/KH-UBND, from: 2024-01-01, to: 2023-01-01}\n", "D03"),
        ("- {number: 37/KH-UBND, issued: 2024-01-01, to: 2023-01-01}\n", "D03"),
        ("- {number: 37/KH-UBND, replaced_by: [37/KH-UBND]}\n", "D03"),
        ("- {number: 37/KH-UBND, replaced_by: [38/KH-UBND]}\n", "E02"),
        ("- {number: 37/KH-UBND, file: van-ban/khong-co.pdf}\n", "E03"),
    ],
)
def test_what_is_wrong_with_the_register(folder: Folder, yaml: str, code: str) -> None:
    folder.write("_data/documents.yml", yaml)
    assert {problem.code for problem in folder.problems()} == {code}


def test_the_register_as_a_table(folder: Folder) -> None:
    folder.write(
        "_data/documents/bang.csv",
        "Số ký hiệu,Trích yếu,Ngày ban hành,Hết hiệu lực,Văn bản thay thế\n"
        '37/KH-UBND,"Kế hoạch, năm 2024",06/02/2024,,\n'
        "36/KH-UBND,Kế hoạch cũ,6/2/2023,31/12/2023,37/KH-UBND\n",
    )
    reading = folder.read()
    assert where(reading.problems) == []
    assert [d.issued for d in reading.column.documents.all] == [date(2024, 2, 6), date(2023, 2, 6)]
    assert reading.column.documents.all[1].replaced_by == ("37/KH-UBND",)


def test_s1_01_a_yearly_plan_resting_on_an_old_yearly_plan(folder: Folder) -> None:
    folder.write("_data/documents.yml", "- {number: 8/KH-UBND, title: Kế hoạch năm 2020, issued: 2020-01-02}\n")
    plan = (folder.root / "_data/plans/ke-hoach.yml").read_text(encoding="utf-8")
    folder.write("_data/plans/ke-hoach.yml", plan.replace("quotas:", "basis: [08/KH-UBND]\nquotas:"))
    assert [problem.code for problem in folder.problems()] == ["E04"]


def _known(number: str) -> str | None:
    return {"76/NQ-CP": "/van-ban/76-nq-cp-2021/"}.get(number)


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Theo 76/NQ-CP.</p>", '<p>Theo <a href="/van-ban/76-nq-cp-2021/">76/NQ-CP</a>.</p>'),
        ("<p>Theo 77/NQ-CP.</p>", None),
        ('<p><a href="x">76/NQ-CP</a></p>', None),
        ("<p><code>76/NQ-CP</code></p>", None),
        ("<h2>76/NQ-CP</h2>", None),
        ('<p title="76/NQ-CP">a</p>', None),
        (
            "<ul><li><a>x</a> 76/NQ-CP &amp; 76/NQ-CP</li></ul>",
            '<ul><li><a>x</a> <a href="/van-ban/76-nq-cp-2021/">76/NQ-CP</a> &amp; '
            '<a href="/van-ban/76-nq-cp-2021/">76/NQ-CP</a></li></ul>',
        ),
    ],
)
def test_numbers_in_text_link_to_the_register(html: str, linked: str | None) -> None:
    assert link_citations(html, _known) == (linked or html)


def _piece_by_piece(html: str) -> str:
    """The same in the plainest way: tags and text taken apart, each text looked at alone."""
    parts, closed = re.split("(<[^>]*>)", html), 0
    for index, part in enumerate(parts):
        tag = re.match("</?([a-zA-Z0-9]+)", part) if index % 2 else None
        if tag is not None and tag[1].lower() in {"a", "code", "pre", *(f"h{level}" for level in range(1, 7))}:
            closed += -1 if part.startswith("</") else 1
        if index % 2 == 0 and not closed:
            parts[index] = _known_linked(part)
    return "".join(parts)


def _known_linked(text: str) -> str:
    for found in reversed(document_numbers.find_all(text)):
        if address := _known(found.document.text):
            text = f'{text[: found.start]}<a href="{address}">{text[found.start : found.end]}</a>{text[found.end :]}'
    return text


_HTML = [
    "76/NQ-CP", "77/NQ-CP", " ", ".", "<p>", "</p>", "<a>", "</a>", "<A href='76/NQ-CP'>", "<code>", "</code>", "<h2>",
    "</h2>", "<br/>", "<", ">", "&lt;", "/x", "<b title='a > 76/NQ-CP'>", "7", "6/NQ-CP", "-",
]  # fmt: skip


@given(st.lists(st.sampled_from(_HTML), max_size=14).map("".join))
def test_citations_are_found_whatever_stands_around_them(html: str) -> None:
    assert link_citations(html, _known) == _piece_by_piece(html)
