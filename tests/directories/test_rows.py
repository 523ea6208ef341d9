"""Contacts, indices, activities, slogans and categories: reading and judging their rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from support.builders import column, piece
from support.files import Folder, where

from cchc_site.column.activity import Activity, ActivityForm, form_diversity, within
from cchc_site.column.contact import ContactKind, is_stale
from cchc_site.column.instant import parse_instant
from cchc_site.column.slogan import Slogan, slogan_of_week
from cchc_site.inspection import inspect
from cchc_site.publish.cards import Cards
from cchc_site.publish.categories import guard_lines

CONTACT = "- {name: Đường dây nóng, kind: duong-day-nong, id: nong, phones: ['1900 1234'], checked: 2026-11-02}\n"


def test_s1_16_s4_33_a_contact_with_its_day_of_verification(folder: Folder) -> None:
    folder.write("_data/contacts.yml", CONTACT)
    (contact,) = folder.read().column.contacts
    assert (contact.kind, contact.phones, contact.checked) == (ContactKind.HOTLINE, ("1900 1234",), date(2026, 11, 2))
    assert not is_stale(contact.checked, date(2027, 5, 1))
    assert is_stale(contact.checked, date(2027, 5, 2))
    assert is_stale(None, date(2027, 5, 2))
    found = inspect(folder.root, parse_instant("2027-06-01")).problems
    assert [p.code for p in found if p.code == "A03"] == ["A03"]


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("- name: Không liên lạc được\n", "A01"),
        (CONTACT + CONTACT, "A02"),
        (CONTACT.replace("id: nong", "unit: la"), "A02"),
        (CONTACT.replace("1900 1234", "gọi anh Ba"), "F03"),
        (CONTACT.replace("duong-day-nong", "hot-line"), "F05"),
    ],
)
def test_what_is_wrong_with_a_contact(folder: Folder, yaml: str, code: str) -> None:
    folder.write("_data/contacts.yml", yaml)
    assert {problem.code for problem in folder.problems()} == {code}


SCORE = "- {index: sipas, year: 2025, subject: Tỉnh A, value: '87,25', out_of: 100, source_name: N, source_url: 'https://a.vn/'}\n"


def test_s1_14_s4_12_a_score_and_the_alias(folder: Folder) -> None:
    folder.write("_data/indices.yml", SCORE + SCORE.replace("sipas", "IPA").replace("2025", "2024"))
    one, other = folder.read().column.indices
    assert one.value == Decimal("87.25")
    assert (other.index.id, other.written, one.written) == ("sipas", "ipa", "")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("value: '87,25'", "value: '187,25'"), "X02"),
        (("value: '87,25', ", ""), "X02"),
        (("out_of: 100", "rank: 40, of: 34"), "X02"),
        (("source_name: N, ", ""), "F02"),
        (("sipas", "sipa"), "F05"),
        (("'87,25'", "cao"), "F03"),
    ],
)
def test_what_is_wrong_with_a_score(folder: Folder, change: tuple[str, str], code: str) -> None:
    folder.write("_data/indices.yml", SCORE.replace(*change))
    assert {problem.code for problem in folder.problems()} == {code}


def test_a_score_twice(folder: Folder) -> None:
    folder.write("_data/indices.yml", SCORE + SCORE)
    assert where(folder.problems()) == [("X01", "_data/indices.yml:2:3")]


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("- {date: 2026-01-01, form: hoi-nghi, title: T, unit: la, evidence: e}\n", "O01"),
        ("- {date: 2026-01-01, form: hoi-nghi, title: T, unit: van-phong, evidence: e, piece: 2026/01/x}\n", "O01"),
        ("- {date: 2026-01-01, form: hoi-nghi, title: T, unit: van-phong}\n", "O02"),
        ("- {date: 2026-01-01, form: hoi, title: T, unit: van-phong}\n", "F05"),
    ],
)
def test_what_is_wrong_with_an_activity(folder: Folder, yaml: str, code: str) -> None:
    folder.write("_data/activities.yml", yaml)
    assert {problem.code for problem in folder.problems()} == {code}


def test_s1_19_s3_26_the_diversity_of_forms() -> None:
    log = [
        Activity(date(2026, 3, 1), ActivityForm.SOCIAL, "b", "u", url="https://a.vn/"),
        Activity(date(2026, 1, 5), ActivityForm.MEETING, "a", "u", people=30, evidence="biên bản"),
        Activity(date(2026, 2, 5), ActivityForm.MEETING, "c", "u", people=12, times=2),
        Activity(date(2025, 2, 5), ActivityForm.MEETING, "d", "u"),
    ]
    rows = form_diversity(within(log, date(2026, 1, 1), date(2026, 12, 31)))
    assert [(r.form.value, r.activities, r.times, r.people, r.with_evidence) for r in rows] == [
        ("hoi-nghi", 2, 3, 42, 1),
        ("mang-xa-hoi", 1, 1, 0, 1),
    ]


def test_s1_22_slogans_take_turns_by_the_week() -> None:
    slogans = [Slogan("a", "A"), Slogan("b", "B"), Slogan("c", "C", valid_to=date(2020, 1, 1))]
    shown = [slogan_of_week(slogans, date(2026, 11, day)) for day in (2, 9, 16)]
    assert [slogan.id for slogan in shown if slogan] in (["a", "b", "a"], ["b", "a", "b"])
    assert slogan_of_week([], date(2026, 1, 1)) is None


GUARDS = (
    "{source: Kết luận số 1, verified_by: Thanh tra, reviewed_by: Pháp chế, reviewed_on: 2024-02-20, "
    "asked_on: 2024-02-15, reply: Chúng tôi đã sửa.}"
)


@pytest.mark.parametrize(
    ("category", "guards", "codes"),
    [
        ("bieu-duong", None, ["G01"]),
        ("mo-hinh-hay", "{basis: ' '}", ["F06"]),
        ("bieu-duong", "{basis: Quyết định khen thưởng}", []),
        ("phe-binh", None, ["G02"]),
        ("phe-binh", GUARDS, []),
        ("phe-binh", GUARDS.replace("reviewed_by: Pháp chế, ", ""), ["G02"]),
        ("phe-binh", GUARDS.replace("reply: Chúng tôi đã sửa.", "reply_due: 2024-03-04"), []),
        ("phe-binh", GUARDS.replace("reply: Chúng tôi đã sửa.", "reply_due: 2024-03-05"), ["G03"]),
        ("phe-binh", GUARDS.replace("reviewed_on: 2024-02-20", "reviewed_on: 2024-03-20"), ["G03"]),
        ("khen", None, ["F05"]),
    ],
)
def test_s1_31_s3_25_s4_30_praise_and_criticism(
    folder: Folder, category: str, guards: str | None, codes: list[str]
) -> None:
    folder.article(category=category, safeguards=guards)
    assert [problem.code for problem in folder.problems()] == codes


def test_a_draft_of_criticism_is_only_warned_about(folder: Folder) -> None:
    folder.article(category="phe-binh", draft="true")
    assert [(p.code, p.severity.value) for p in folder.problems()] == [("G02", "warning")]


def test_the_right_of_reply_is_shown(folder: Folder) -> None:
    folder.article(category="phe-binh", safeguards=GUARDS)
    (article,) = folder.read().column.articles
    assert ("Ý kiến của bên được nêu", "Chúng tôi đã sửa.") in guard_lines(article)
    assert guard_lines(piece("2024-01-01")) == ()
    assert Cards(column([article]), parse_instant("2024-04-01")).public == (article,)
