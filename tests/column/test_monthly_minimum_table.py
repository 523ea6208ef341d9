"""Table 6.3 of the domain, row by row under its own number.

Base: at least four a month from 2024-01-01, calendar months, reposts counted, pro rata, no grace, Vietnam time.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace
from support.builders import (
    amendment,
    areas,
    at,
    closed,
    column,
    day,
    fulfilment,
    good,
    ids,
    judged,
    piece,
    quota,
    waiver,
)
from support.contests import contest, counted
from support.files import PLAN_YML, Folder, article_text, where
from support.plans import finding, planned
from support.summary import summary

from cchc_site.checks import run_checks
from cchc_site.column.article import Article, Form, Kind, Origin, Source, Update, Video, Withdrawal
from cchc_site.column.change import judge_change
from cchc_site.column.column import Column
from cchc_site.column.counting import Reason
from cchc_site.column.enforcement import Occasion, judge
from cchc_site.column.instant import resolve_as_of
from cchc_site.column.month import Month
from cchc_site.column.monthly_minimum import MonthResult, MonthState, evaluate
from cchc_site.column.monthly_report import monthly_report
from cchc_site.column.obligation import State
from cchc_site.column.plan import Reposts
from cchc_site.column.problem import Problem, Severity, exit_code

Row = Callable[[Folder], None]
ROWS: dict[int, Row] = {}


def row(number: int) -> Callable[[Row], Row]:
    def enter(function: Row) -> Row:
        assert number not in ROWS
        ROWS[number] = function
        return function

    return enter


def filled(*months: str) -> list[Article]:
    """Four good pieces in each of the months, so that only the month of the row can be short."""
    return [article for month in months for article in good(month, 4)]


def on(item: Column, as_of: str, occasion: Occasion = Occasion.COMPLIANCE) -> list[Problem]:
    return judge(fulfilment(item, as_of), occasion)


def expect(item: Column, as_of: str, month: str, state: MonthState, figures: str, *, exits: int = 0) -> MonthResult:
    """State and count/required of the month, and the exit code of the compliance job."""
    result = judged(item, as_of, month)
    assert (result.state, f"{result.count}/{result.required}") == (state, figures)
    assert exit_code(on(item, as_of)) == exits
    return result


def reason(result: MonthResult, key: str) -> Reason | None:
    return next(item.reason for item in result.pieces if item.article.id == key)


def only(articles: Iterable[Article], as_of: str = "2024-04-01", month: str = "2024-03") -> MonthResult:
    return judged(column(articles), as_of, month)


@row(1)
def _(_: Folder) -> None:
    """4 good in 03/2024 at 2024-04-01 00:00: closed, dat 4/4."""
    months = filled("2024-01", "2024-02", "2024-03")
    expect(column(months), "2024-04-01T00:00", "2024-03", MonthState.MET, "4/4")


@row(2)
def _(_: Folder) -> None:
    """3 good: chua-dat 3/4, compliance exit 1."""
    item = column([*filled("2024-01", "2024-02"), *good("2024-03", 3)])
    result = expect(item, "2024-04-01T00:00", "2024-03", MonthState.SHORT, "3/4", exits=1)
    assert result.missing == 1
    [breach] = [p for p in on(item, "2024-04-01T00:00") if p.severity is Severity.BREACH]
    assert breach.code == "N01"
    assert "Tháng 03/2024" in breach.message
    assert "3/4" in breach.message
    assert "cchc close 2024-03" in breach.fix


@row(3)
def _(_: Folder) -> None:
    """3 good, one second before the month ends: dang-mo 3/4, missing 1, exit 0."""
    item = column([*filled("2024-01", "2024-02"), *good("2024-03", 3)])
    result = expect(item, "2024-03-31T23:59:59", "2024-03", MonthState.OPEN, "3/4")
    assert result.missing == 1
    assert not result.enough_early


@row(4)
def _(_: Folder) -> None:
    """5 good in the middle of the month: dang-mo, đã đủ 5/4; no carry-over."""
    item = column([*filled("2024-01", "2024-02"), *good("2024-03", 5)])
    result = expect(item, "2024-03-15", "2024-03", MonthState.OPEN, "5/4")
    assert result.enough_early
    assert result.label == "Đang mở, đã đủ"
    expect(item, "2024-05-01", "2024-04", MonthState.SHORT, "0/4", exits=1)


@row(5)
def _(_: Folder) -> None:
    """6 in 02, 2 in 03: 02 dat, 03 chua-dat 2/4."""
    item = column([*filled("2024-01"), *good("2024-02", 6), *good("2024-03", 2)])
    expect(item, "2024-04-02", "2024-02", MonthState.MET, "6/4", exits=1)
    expect(item, "2024-04-02", "2024-03", MonthState.SHORT, "2/4", exits=1)


@row(6)
def _(_: Folder) -> None:
    """2024-01-31T17:00:00Z is 00:00 of 01/02 in Vietnam."""
    item = column([piece("2024-01-31T17:00:00Z")])
    assert judged(item, "2024-03-01", "2024-02").count == 1
    assert judged(item, "2024-03-01", "2024-01").count == 0


@row(7)
def _(_: Folder) -> None:
    """One second earlier it is still January."""
    item = column([piece("2024-01-31T16:59:59Z")])
    assert judged(item, "2024-03-01", "2024-01").count == 1
    assert judged(item, "2024-03-01", "2024-02").count == 0


@row(8)
def _(_: Folder) -> None:
    """as_of of a machine in UTC: 17:30Z on 31/03 is 00:30 of 01/04, so 03 is closed and holds the piece of 31/03."""
    item = column([*filled("2024-01", "2024-02"), *good("2024-03", 3), piece("2024-03-31")])
    as_of = resolve_as_of("2024-03-31T17:30Z", {}, lambda: at("2020-01-01"))
    assert as_of.isoformat() == "2024-04-01T00:30:00+07:00"
    result = evaluate(item, as_of).month(Month(2024, 3))
    assert (result.state, result.count) == (MonthState.MET, 4)


@row(9)
def _(_: Folder) -> None:
    """A piece of 20/03 at 10/03: not counted, not public, listed as hẹn đăng."""
    future = piece("2024-03-20", "2024/03/sap-dang")
    item = column([future])
    result = judged(item, "2024-03-10", "2024-03")
    assert result.count == 0
    assert [(tally.article, tally.sentence) for tally in result.not_counted] == [(future, "hẹn đăng")]
    assert item.public(at("2024-03-10")) == ()
    assert item.public(at("2024-03-20")) == (future,)


@row(10)
def _(_: Folder) -> None:
    """A draft is not counted."""
    result = only([piece("2024-03-05", "nhap", draft=True)])
    assert (result.count, reason(result, "nhap")) == (0, Reason.DRAFT)


@row(11)
def _(_: Folder) -> None:
    """Approved but never published is not counted."""
    result = only([piece("2024-03-05", "duyet", draft=True, approved_by="Chánh Văn phòng")])
    assert (result.count, reason(result, "duyet")) == (0, Reason.APPROVED_ONLY)


@row(12)
def _(_: Folder) -> None:
    """Updated in April, published in March: counts for March only."""
    item = column([piece("2024-03-05", updates=(Update(at("2024-04-20"), "Bổ sung", major=True),))])
    assert [judged(item, "2024-05-02", month).count for month in ("2024-03", "2024-04")] == [1, 0]


@row(13)
def _(folder: Folder) -> None:
    """The file is renamed and moved, the id is kept: still one count, same month."""
    file = folder.article("2024/03/ten-cu")
    before = folder.read().column
    text = file.read_text().replace("---\n", "---\nid: 2024/03/ten-cu\n", 1)
    file.unlink()
    folder.write("tin-bai/2024/04/ten-moi.md", text)
    after = folder.read().column
    for item in (before, after):
        assert ids(judged(item, "2024-05-02", "2024-03").counted) == ("2024/03/ten-cu",)
        assert judged(item, "2024-05-02", "2024-04").count == 0


@row(14)
def _(folder: Folder) -> None:
    """Two files with one id: exit 2, both paths named."""
    folder.article("2024/03/mot", id="2024/03/trung")
    folder.article("2024/03/hai", id="2024/03/trung")
    [problem] = folder.problems()
    assert problem.code == "B01"
    assert exit_code([problem]) == 2
    named = {problem.place.path, *(word.strip(".,") for word in problem.message.split())}
    assert {"content/tin-bai/2024/03/mot.md", "content/tin-bai/2024/03/hai.md"} <= named


@row(15)
def _(folder: Folder) -> None:
    """Different ids, identical body: the first counts, the second does not, and it is an error."""
    body = article_text().split("---\n")[2]
    folder.article("2024/03/truoc", body, date="2024-03-05")
    folder.article("2024/03/sau", body, date="2024-03-06")
    result = judged(folder.read().column, "2024-04-01", "2024-03")
    assert ids(result.counted) == ("2024/03/truoc",)
    assert reason(result, "2024/03/sau") is Reason.COPY
    [problem] = folder.problems()
    assert where([problem]) == [("B08", "tin-bai/2024/03/sau.md:1:1")]
    assert exit_code([problem]) == 2


@row(16)
def _(_: Folder) -> None:
    """Similarity 0.93: not counted, a warning with the score."""
    words = [f"chữ{number}" for number in range(390)]
    other = words[:-14] + [f"khác{number}" for number in range(14)]  # 372 of 400 shingles in common
    pieces = [piece("2024-03-05", "truoc", text=" ".join(words)), piece("2024-03-06", "sau", text=" ".join(other))]
    pieces = [dataclasses.replace(a, address=f"tin-bai/2024/03/{a.id}/") for a in pieces]
    result = only(pieces)
    assert ids(result.counted) == ("truoc",)
    assert reason(result, "sau") is Reason.NEAR_COPY
    assert "0,93" in result.not_counted[0].sentence
    [problem] = run_checks(column(pieces))
    assert (problem.code, problem.severity) == ("B09", Severity.WARNING)
    assert "0,93" in problem.message


@row(17)
def _(_: Folder) -> None:
    """A translation and its original count once."""
    result = only([piece("2024-03-05", "goc"), piece("2024-03-06", "ban-dich", translation_of="goc")])
    assert ids(result.counted) == ("goc",)
    assert reason(result, "ban-dich") is Reason.TRANSLATION


@row(18)
def _(_: Folder) -> None:
    """Three areas: the total rises by one, each of the three columns by one."""
    item = column([piece("2024-03-05", areas=areas("institutions", "apparatus", "steering"))])
    whole = fulfilment(item, "2024-04-01")
    report = monthly_report(item, whole, whole.month(Month(2024, 3)))
    assert report.result.count == 1
    assert {area.id: count for area, count in report.by_area} == {
        "institutions": 1,
        "procedures": 0,
        "apparatus": 1,
        "civil-service": 0,
        "public-finance": 0,
        "e-government": 0,
        "steering": 1,
    }


@row(19)
def _(folder: Folder) -> None:
    """No area: an error, and not counted."""
    folder.article("2024/03/rong", areas="[]")
    folder.article("2024/03/thieu", areas=None)
    reading = folder.read()
    assert where(reading.problems) == [
        ("F06", "tin-bai/2024/03/rong.md:4:8"),
        ("F02", "tin-bai/2024/03/thieu.md:2:1"),
    ]
    assert exit_code(reading.problems) == 2
    assert judged(reading.column, "2024-04-01", "2024-03").count == 0
    result = only([piece("2024-03-05", "khong", areas=())])
    assert (result.count, reason(result, "khong")) == (0, Reason.NO_AREA)


@row(20)
def _(_: Folder) -> None:
    """Steering alone is enough."""
    assert only([piece("2024-03-05", areas=areas("steering"))]).count == 1


@row(21)
def _(folder: Folder) -> None:
    """An unknown area: exit 2 with the nearest one."""
    folder.article(areas="[institutions, procedure]")
    [problem] = folder.problems()
    assert where([problem]) == [("F05", "tin-bai/2024/03/bai.md:4:23")]
    assert "Có phải ý bạn là “procedures”?" in problem.message
    assert exit_code([problem]) == 2


@row(22)
def _(folder: Folder) -> None:
    """A notice in the column's folder: built, not counted."""
    folder.article(kind="thong-bao")
    assert folder.problems() == []
    item = folder.read().column
    assert ids(item.public(at("2024-04-01"))) == ("2024/03/bai",)
    result = judged(item, "2024-04-01", "2024-03")
    assert (result.count, reason(result, "2024/03/bai")) == (0, Reason.KIND)


@row(23)
def _(_: Folder) -> None:
    """A video of 300 s with 80 chữ of explanation counts."""
    film = Video("tin-bai/2024/03/phim.mp4", 300)
    assert only([piece("2024-03-05", words=80, form=Form.VIDEO, video=film)]).count == 1


@row(24)
def _(folder: Folder) -> None:
    """A video without written explanation: an error, not counted."""
    folder.write("tin-bai/2024/03/phim.mp4", b"\0")
    folder.article("2024/03/video", "", form="video", video="{src: phim.mp4, duration: 300}")
    result = judged(folder.read().column, "2024-04-01", "2024-03")
    assert (result.count, reason(result, "2024/03/video")) == (0, Reason.NO_EXPLANATION)
    [problem] = folder.problems()
    assert problem.code == "B06"
    assert problem.place.path == "content/tin-bai/2024/03/video.md"
    assert exit_code([problem]) == 2


@row(25)
def _(_: Folder) -> None:
    """A tin of 45 chữ: not counted, dưới ngưỡng 60 chữ."""
    short = piece("2024-03-05", words=45, kind=Kind.NEWS)
    result = only([short])
    assert result.count == 0
    assert result.not_counted[0].reason is Reason.BELOW_FLOOR
    assert "45 chữ, dưới ngưỡng 60 chữ" in result.not_counted[0].sentence
    [problem] = run_checks(column([short]))
    assert (problem.code, problem.severity) == ("B10", Severity.WARNING)


@row(26)
def _(_: Folder) -> None:
    """A repost with its whole source: counted, shown under đăng lại."""
    source = Source("Báo điện tử", "https://example.org/bai", day("2024-03-01"))
    item = column([piece("2024-03-05", origin=Origin.REPOST, source=source), piece("2024-03-06")])
    whole = fulfilment(item, "2024-04-01")
    report = monthly_report(item, whole, whole.month(Month(2024, 3)))
    assert report.result.count == 2
    assert dict(report.by_origin) == {"Tự viết": 1, "Đăng lại": 1}


@row(27)
def _(folder: Folder) -> None:
    """A repost without source: an error, not counted."""
    folder.article(origin="repost")
    result = judged(folder.read().column, "2024-04-01", "2024-03")
    assert (result.count, reason(result, "2024/03/bai")) == (0, Reason.NO_SOURCE)
    [problem] = folder.problems()
    assert where([problem]) == [("B07", "tin-bai/2024/03/bai.md:9:9")]
    assert exit_code([problem]) == 2


@row(28)
def _(_: Folder) -> None:
    """cap:1 with 3 reposts and 2 originals: count 3, chua-dat."""
    source = Source("Báo điện tử", "https://example.org/bai", day("2024-03-01"))
    reposts = [piece(f"2024-03-1{n}", f"dang-lai-{n}", origin=Origin.REPOST, source=source) for n in range(3)]
    rule = quota("2024-03-01", reposts=Reposts.CAP, repost_cap=1)
    item = column([*good("2024-03", 2), *reposts], [rule])
    result = expect(item, "2024-04-01", "2024-03", MonthState.SHORT, "3/4", exits=1)
    assert [key for key in ids(result.counted) if key.startswith("dang-lai")] == ["dang-lai-0"]
    assert {tally.reason for tally in result.not_counted} == {Reason.REPOST_CAP}


def launched(first: str, *published: str) -> Column:
    return column([piece(moment) for moment in published], [quota(first)])


@row(29)
def _(_: Folder) -> None:
    """Launch on 15/02/2024, 3 good: required 3 (15 of 29 days), dat."""
    item = launched("2024-02-15", "2024-02-15", "2024-02-20", "2024-02-29")
    expect(item, "2024-03-01", "2024-02", MonthState.MET, "3/3")


@row(30)
def _(_: Folder) -> None:
    """Launch on 15/02/2024, 2 good: chua-dat 2/3."""
    item = launched("2024-02-15", "2024-02-15", "2024-02-29")
    expect(item, "2024-03-01", "2024-02", MonthState.SHORT, "2/3", exits=1)


@row(31)
def _(_: Folder) -> None:
    """Launch on the last day, 1 good that day: required 1, dat."""
    expect(launched("2024-01-31", "2024-01-31"), "2024-02-01", "2024-01", MonthState.MET, "1/1")


@row(32)
def _(_: Folder) -> None:
    """Launch on 01/02, a piece of 20/01: January does not apply, and the piece does not help February."""
    item = launched("2024-02-01", "2024-01-20", "2024-02-05", "2024-02-06", "2024-02-07")
    assert judged(item, "2024-03-01", "2024-01").state is MonthState.NOT_APPLICABLE
    expect(item, "2024-03-01", "2024-02", MonthState.SHORT, "3/4", exits=1)


@row(33)
def _(_: Folder) -> None:
    """The column ends on 15/06/2025: two are required for June (15 of 30)."""
    item = column(good("2025-06", 2), [quota("2025-06-01", "2025-06-15")])
    expect(item, "2025-07-01", "2025-06", MonthState.MET, "2/2")
    assert judged(item, "2025-08-01", "2025-07").state is MonthState.NOT_APPLICABLE


@row(34)
def _(_: Folder) -> None:
    """A waiver reduces 02/2024 to 2, 2 good: mien-giam 2/2, its text at hand."""
    tet = waiver("2024-02", 2, "2024-01-25", reason="Nghỉ Tết Nguyên đán")
    item = column([*filled("2024-01"), *good("2024-02", 2)], waivers=[tet])
    result = expect(item, "2024-03-01", "2024-02", MonthState.WAIVED, "2/2")
    assert result.waiver == tet
    assert result.base_required == 4
    assert result.label == "Đạt mức giảm"
    fewer = column([*filled("2024-01"), *good("2024-02", 1)], waivers=[tet])
    expect(fewer, "2024-03-01", "2024-02", MonthState.SHORT, "1/2", exits=1)
    more = column(filled("2024-01", "2024-02"), waivers=[tet])
    expect(more, "2024-03-01", "2024-02", MonthState.MET, "4/2")


WAIVERS_YML = """\
waivers:
  - month: 2024-02
    reduce_to: {}
    reason: Nghỉ Tết
    approver: Giám đốc Sở
    decided: 2024-01-25
"""


@row(35)
def _(folder: Folder) -> None:
    """A waiver to 5 or to 4: exit 2; to 3 is a reduction."""
    for reduce_to, codes in ((5, ["K02"]), (4, ["K02"]), (3, [])):
        folder.write("_data/plans/ke-hoach.yml", PLAN_YML + WAIVERS_YML.format(reduce_to))
        problems = folder.problems()
        assert [problem.code for problem in problems] == codes
        assert exit_code(problems) == (2 if codes else 0)


@row(36)
def _(_: Folder) -> None:
    """A waiver decided on 10/05 for February: accepted and stamped hồi tố, from that day on."""
    late = waiver("2024-02", 2, "2024-05-10")
    item = column([*filled("2024-01", "2024-03", "2024-04"), *good("2024-02", 2)], waivers=[late])
    result = expect(item, "2024-05-11", "2024-02", MonthState.WAIVED, "2/2")
    assert result.waiver_is_retroactive
    assert "hồi tố" in result.label
    expect(item, "2024-05-09", "2024-02", MonthState.SHORT, "2/4", exits=1)
    for decided, retroactive in (("2024-02-29", False), ("2024-03-01", True)):
        edge = judged(column(waivers=[waiver("2024-02", 2, decided)]), "2024-05-11", "2024-02")
        assert edge.waiver_is_retroactive is retroactive


SHORT_MARCH = [*filled("2024-01", "2024-02", "2024-04"), *good("2024-03", 3)]
EXPLAINED = closed(
    "2024-03", ids(good("2024-03", 3)), "da-giai-trinh", "2024-04-02", explanation="Trang dừng để chuyển máy chủ"
)
LATE = piece("2024-03-30", "2024/03/bo-sung")


@row(37)
def _(_: Folder) -> None:
    """3/4 recorded with an explanation: da-giai-trinh, compliance exit 0, figures and explanation at hand."""
    item = column(SHORT_MARCH, record=[EXPLAINED])
    result = expect(item, "2024-05-01", "2024-03", MonthState.EXPLAINED, "3/4")
    assert result.entry is not None
    assert result.entry.explanation == "Trang dừng để chuyển máy chủ"


@row(38)
def _(_: Folder) -> None:
    """A back-dated piece comes later: count 4, the state stays, flagged bổ sung muộn."""
    item = column([*SHORT_MARCH, LATE], record=[EXPLAINED])
    result = expect(item, "2024-05-10", "2024-03", MonthState.EXPLAINED, "4/4")
    assert result.late == (LATE,)
    assert result.label == "Đã giải trình"
    [notice] = [p for p in on(item, "2024-05-10") if p.code == "N11"]
    assert notice.severity is Severity.NOTICE
    assert "bổ sung muộn" in notice.message
    assert LATE.id in notice.message


@row(39)
def _(_: Folder) -> None:
    """An amendment is added: dat (bổ sung), both figures kept."""
    line = amendment("2024-05-11", [*EXPLAINED.pieces, LATE.id])
    item = column([*SHORT_MARCH, LATE], record=[replace(EXPLAINED, amendments=(line,))])
    result = expect(item, "2024-05-11", "2024-03", MonthState.MET, "4/4")
    assert result.label == "Đạt (bổ sung)"
    assert result.late == ()
    assert result.entry is not None
    assert (result.entry.counted, result.entry.latest_count) == (3, 4)
    assert judged(item, "2024-05-10", "2024-03").state is MonthState.EXPLAINED


FULL_MONTHS = filled("2024-01", "2024-02", "2024-03", "2024-04")
RECORDED = closed("2024-03", ids(good("2024-03", 4)), "dat", "2024-04-01")
BEFORE = column(FULL_MONTHS, record=[RECORDED])
VICTIM = "2024/03/bai-2"


def change(before: Column, after: Column, as_of: str) -> list[Problem]:
    return judge_change(before, fulfilment(before, as_of), after, fulfilment(after, as_of))


@row(40)
def _(_: Folder) -> None:
    """A change deletes one of the four recorded: it fails (3 < 4) and names the piece."""
    after = column([a for a in FULL_MONTHS if a.id != VICTIM], record=[RECORDED])
    problems = change(BEFORE, after, "2024-05-01")
    assert exit_code(problems) == 1
    [breach] = [p for p in problems if p.severity is Severity.BREACH]
    assert breach.code == "N02"
    assert VICTIM in breach.message
    assert "Tháng 03/2024 đã chốt 4 tin, bài nhưng nay chỉ còn 3" in breach.message


@row(41)
def _(_: Folder) -> None:
    """Withdrawn with a reason and an amendment: passes; 4 at closing, 3 now."""
    taken_back = Withdrawal(at("2024-04-30"), "Văn bản đã bị thay thế")
    line = amendment("2024-04-30", [key for key in RECORDED.pieces if key != VICTIM], "Thu hồi một bài")
    after = column(
        [dataclasses.replace(a, withdrawn=taken_back) if a.id == VICTIM else a for a in FULL_MONTHS],
        record=[replace(RECORDED, amendments=(line,))],
    )
    assert exit_code(change(BEFORE, after, "2024-05-01")) == 0
    result = judged(after, "2024-05-01", "2024-03")
    assert result.state is MonthState.MET
    assert result.entry is not None
    assert (result.entry.counted, result.entry.latest_count, result.count) == (4, 3, 3)
    assert reason(result, VICTIM) is Reason.WITHDRAWN
    assert exit_code(on(after, "2024-05-01")) == 0


SHORT_APRIL = [*filled("2024-01", "2024-02", "2024-03"), *good("2024-04", 3)]


@row(42)
def _(_: Folder) -> None:
    """A typo is mended in an old article while 04/2024 is short: the change passes, the compliance job is red."""
    before = column(SHORT_APRIL)
    mended = [
        dataclasses.replace(a, own_text=a.own_text + " sửa") if a.id == "2024/02/bai-1" else a for a in SHORT_APRIL
    ]
    after = column(mended)
    assert after != before
    assert exit_code(change(before, after, "2024-05-02")) == 0
    assert exit_code(on(after, "2024-05-02")) == 1


@row(43)
def _(_: Folder) -> None:
    """A deployment while 04/2024 is short: exit 1, with every month still evaluated; a preview is only warned."""
    item = column(SHORT_APRIL)
    problems = on(item, "2024-05-02", Occasion.BUILD)
    assert [p.severity for p in problems if p.code == "N01"] == [Severity.BREACH]
    assert exit_code(problems) == 1
    assert [month.count for month in fulfilment(item, "2024-05-02").months] == [4, 4, 4, 3, 0]
    preview = on(item, "2024-05-02", Occasion.SERVE)
    assert [p.severity for p in preview if p.code == "N01"] == [Severity.WARNING]
    assert exit_code(preview) == 0


@row(44)
def _(_: Folder) -> None:
    """An entry edited by hand so that it disagrees with the pieces: fails, naming entry and pieces."""
    edited = [
        ("N03", replace(RECORDED, counted=5), RECORDED.pieces),
        ("N02", replace(RECORDED, pieces=(*RECORDED.pieces, "2024/03/khong-co"), counted=5), ("2024/03/khong-co",)),
        ("N03", replace(RECORDED, state="da-giai-trinh"), ()),
        ("N03", replace(RECORDED, pieces=RECORDED.pieces[:3]), RECORDED.pieces[:3]),
    ]
    for code, entry, named in edited:
        problems = on(column(FULL_MONTHS, record=[entry]), "2024-05-02")
        assert exit_code(problems) == 1
        [breach] = [p for p in problems if p.severity is Severity.BREACH]
        assert (breach.code, breach.place) == (code, entry.place)
        assert "tháng 03/2024" in breach.message.lower()
        assert [key for key in named if key not in breach.message] == []


@row(45)
def _(_: Folder) -> None:
    """4 until 2024, 6 from 2025, 4 pieces in each month: 12/2024 dat, 01/2025 chua-dat 4/6."""
    rules = [quota("2024-12-01", "2024-12-31"), quota("2025-01-01", minimum=6)]
    item = column(filled("2024-12", "2025-01"), rules)
    expect(item, "2025-02-01", "2024-12", MonthState.MET, "4/4", exits=1)
    expect(item, "2025-02-01", "2025-01", MonthState.SHORT, "4/6", exits=1)


@row(46)
def _(folder: Folder) -> None:
    """Two rules overlap: exit 2."""
    second = "  - min: 6\n    per: month\n    from: 2025-01-01\n"
    folder.write("_data/plans/ke-hoach.yml", PLAN_YML + second)
    [problem] = folder.problems()
    assert where([problem]) == [("K01", "_data/plans/ke-hoach.yml:10:5")]
    assert "_data/plans/ke-hoach.yml:7:5" in problem.message
    assert exit_code([problem]) == 2


@row(47)
def _(_: Folder) -> None:
    """A gap between rules: those months do not apply."""
    item = column(filled("2025-06"), [quota("2025-06-01", "2025-06-30"), quota("2025-09-01")])
    for month in ("2025-07", "2025-08"):
        expect(item, "2025-09-01", month, MonthState.NOT_APPLICABLE, "0/0")
    expect(item, "2025-09-01", "2025-06", MonthState.MET, "4/4")
    expect(item, "2025-09-01", "2025-09", MonthState.OPEN, "0/4")


SHIFTED = quota(window_day=20)


@row(48)
def _(_: Folder) -> None:
    """shifted:20, 19/02 23:00 belongs to 02/2024 = 20/01-19/02."""
    item = column([piece("2024-02-19T23:00")], [SHIFTED])
    result = judged(item, "2024-03-01", "2024-02")
    assert (result.window.first, result.window.last) == (day("2024-01-20"), day("2024-02-19"))
    assert result.count == 1
    assert judged(item, "2024-03-01", "2024-03").count == 0


@row(49)
def _(_: Folder) -> None:
    """shifted:20, 20/02 00:00 belongs to 03/2024."""
    item = column([piece("2024-02-20T00:00")], [SHIFTED])
    assert judged(item, "2024-03-21", "2024-02").count == 0
    assert judged(item, "2024-03-21", "2024-03").count == 1


@row(50)
def _(folder: Folder) -> None:
    """A unit that ended on 28/02/2025, a piece of 02/03: an error naming the successor, not counted until corrected."""
    folder.write(
        "_data/units.yml",
        "- id: van-phong\n  name: Văn phòng Sở Nội vụ\n  kind: phong\n  from: 2025-03-01\n"
        "- id: van-phong-cu\n  name: Văn phòng Sở LĐTBXH\n  kind: phong\n  to: 2025-02-28\n"
        "  succeeded_by: [van-phong]\n",
    )
    folder.article("2025/03/bai", unit="van-phong-cu", date="2025-03-02")
    result = judged(folder.read().column, "2025-04-01", "2025-03")
    assert (result.count, reason(result, "2025/03/bai")) == (0, Reason.UNIT)
    [problem] = folder.problems()
    assert where([problem]) == [("B04", "tin-bai/2025/03/bai.md:6:7")]
    assert "van-phong (Văn phòng Sở Nội vụ)" in problem.fix
    assert exit_code([problem]) == 2
    folder.article("2025/03/bai", unit="van-phong", date="2025-03-02")
    assert folder.problems() == []
    assert judged(folder.read().column, "2025-04-01", "2025-03").count == 1


@row(51)
def _(_: Folder) -> None:
    """No articles at all, in the first month: open 0/4, exit 0, the report is built."""
    item = column()
    result = expect(item, "2024-01-10", "2024-01", MonthState.OPEN, "0/4")
    report = monthly_report(item, fulfilment(item, "2024-01-10"), result)
    assert report.counted == ()
    assert report.gap is not None
    assert report.gap.days == 10


@row(52)
def _(_: Folder) -> None:
    """The leap day counts for February."""
    item = column([piece("2024-02-29")])
    assert judged(item, "2024-03-01", "2024-02").count == 1


@row(53)
def _(folder: Folder) -> None:
    """31/02/2024 and 2024-13-01: exit 2 with file and line."""
    folder.article("2024/02/mot", date="31/02/2024")
    folder.article("2024/02/hai", date="2024-13-01")
    problems = folder.problems()
    assert where(problems) == [("F04", "tin-bai/2024/02/hai.md:3:7"), ("F04", "tin-bai/2024/02/mot.md:3:7")]
    assert exit_code(problems) == 2


@row(54)
def _(folder: Folder) -> None:
    """No date: exit 2."""
    folder.article(date=None)
    [problem] = folder.problems()
    assert where([problem]) == [("F02", "tin-bai/2024/03/bai.md:2:1")]
    assert "“date”" in problem.message
    assert exit_code([problem]) == 2


@row(55)
def _(_: Folder) -> None:
    """as_of before the launch: every month to come or not applicable, exit 0."""
    item = column(good("2024-01", 1), [quota(last="2024-06-30")])
    whole = fulfilment(item, "2023-12-31")
    assert {month.state for month in whole.months} == {MonthState.FUTURE}
    assert whole.current.state is MonthState.NOT_APPLICABLE
    for occasion in Occasion:
        assert judge(whole, occasion) == []


@row(56)
def _(folder: Folder) -> None:
    """A contest asks two of each unit; A 2, B 1, C 0: after the deadline B and C are short, the column is not."""
    units = ("a", "b", "c")
    rule = contest(units=units, minimum=2, deadline="2024-03-14T16:00")
    record = counted(rule, "2024-03-14T16:30", a=(2, 2), b=(1, 1), c=(0, 0))
    item = planned(good("2024-03", 4), contests=(rule,), quotas=(quota(),))
    item = replace(item, contest_records=(record,))
    found = finding(item, "2024-04-01", rule.id)
    assert [(part.name, part.note, part.state) for part in found.parts] == [
        ("a", "2/2", State.DONE),
        ("b", "1/2", State.OVERDUE),
        ("c", "0/2", State.OVERDUE),
    ]
    assert finding(item, "2024-03-14T15:59:59", rule.id).state is State.OPEN
    assert judged(item, "2024-04-01", "2024-03").state is MonthState.MET
    without = planned(good("2024-03", 4), quotas=(quota(),))
    assert judged(item, "2024-04-01", "2024-03").count == judged(without, "2024-04-01", "2024-03").count == 4


@row(57)
def _(folder: Folder) -> None:
    """An entry counts for nothing in the column until it is published, and then on its own date."""
    rule = contest(units=("a",), minimum=1, deadline="2024-03-14T16:00")
    record = counted(rule, "2024-03-14T16:30", a=(1, 1))
    before = replace(planned(good("2024-03", 3), contests=(rule,), quotas=(quota(),)), contest_records=(record,))
    assert judged(before, "2024-04-01", "2024-03").count == 3
    assert finding(before, "2024-04-01", rule.id).state is State.DONE
    published = replace(before, articles=(*before.articles, piece("2024-04-02", "2024/04/dat-giai")))
    assert judged(published, "2024-05-01", "2024-03").count == 3
    assert [a.id for a in judged(published, "2024-05-01", "2024-04").counted] == ["2024/04/dat-giai"]


@row(58)
def _(folder: Folder) -> None:
    """Two runs of one as_of: byte-identical, whatever the folder's place, the process and its hash seed."""
    for number in range(1, 6):
        folder.article(f"2024/03/bai-{number}", date=f"2024-03-0{number}", author=f"Tác giả {number % 2}")
    folder.article("2024/03/nhap", draft="true")
    copy = folder.root.parent / "khac" / "content"
    shutil.copytree(folder.root, copy)
    first = summary(folder.read().column, "2024-04-01")
    assert '"count": 5' in first
    tests = Path(__file__).parents[1]
    elsewhere = {"TZ": "America/New_York", "PYTHONPATH": f"{tests}:{tests.parent}"}
    for seed, root in (("1", folder.root), ("2", copy)):
        again = subprocess.run(
            [sys.executable, "-m", "support.summary", str(root), "2024-04-01"],
            env={**os.environ, **elsewhere, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert again.stdout == first.encode()


@pytest.mark.parametrize("number", sorted(ROWS))
def test_row(number: int, folder: Folder) -> None:
    ROWS[number](folder)


def test_every_row_of_the_table_is_here() -> None:
    assert sorted(ROWS) == [*range(1, 59)]
