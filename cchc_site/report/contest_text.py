"""A contest's state in words, for the terminal, and its board as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_site.column.contest.board import BoardRow
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.scoring import Outcome, shown
from cchc_site.column.contest.validity import Examined
from cchc_site.column.unit import Units
from cchc_site.report.csv_table import rows_csv
from cchc_site.report.outline import Cell
from cchc_site.vietnamese.numbers import group_thousands, money

_HEAD = ("Đơn vị", "Đã nộp", "Phải có", "Hợp lệ", "Nộp muộn", "Còn thiếu")


def board_text(rows: Sequence[BoardRow], units: Units) -> str:
    """The units with what they handed in."""
    lines = [f"{'Đơn vị':<44}{'nộp':>5}{'phải':>6}{'hợp lệ':>8}{'muộn':>6}"]
    for row in rows:
        mark = "" if row.missing == 0 else f"   thiếu {row.missing}"
        lines.append(
            f"{_name(units, row)[:43]:<44}{row.submitted:>5}{row.required:>6}{row.valid:>8}{row.late:>6}{mark}"
        )
    return "\n".join(lines) + "\n"


def board_csv(rows: Sequence[BoardRow], units: Units) -> bytes:
    """The same for a spreadsheet."""
    cells = [(_name(units, r), r.submitted, r.required, r.valid, r.late, r.missing) for r in rows]
    return rows_csv(_HEAD, cells)


def _name(units: Units, row: BoardRow) -> str:
    unit = units.get(row.unit)
    return unit.name if unit else f"(ngoài đối tượng) {row.unit}"


def examined_text(examined: Sequence[Examined]) -> str:
    """Every entry by its receipt: valid or not, and why. No name and no number of anybody."""
    return "".join(f"{line}\n" for item in examined for line in _lines(item))


def _lines(item: Examined) -> Iterator[str]:
    state = "hợp lệ" if item.is_valid else "không hợp lệ"
    yield f"Số {item.entry.receipt}: {state}."
    yield from (f"    {reason.flaw.label}: {reason.words}." for reason in item.reasons)
    yield from (f"    Xem lại: {doubt}." for doubt in item.doubts)


def outcome_text(contest: Contest, outcome: Outcome) -> str:
    """The ranking, prizes and their sum; ties that wait for the council."""
    prizes = {award.code: award for award in outcome.awards}
    titles = {prize.id: prize.title for prize in contest.prizes}
    lines = []
    for standing in outcome.standings:
        award = prizes.get(standing.code)
        told = f"  {titles[award.prize]}, {money(award.amount)}" if award else ""
        why = f"  ({standing.told_apart_by})" if standing.told_apart_by else ""
        lines.append(f"{standing.rank:>3}. {standing.code}  {group_thousands(shown(standing.average)):>7}{told}{why}")
    lines.append(f"Tổng tiền thưởng: {money(sum(award.amount for award in outcome.awards))}.")
    return "\n".join(lines) + "\n"


def scores_csv(contest: Contest, outcome: Outcome) -> bytes:
    """Averages by criterion, blind."""
    prizes = {award.code: award.prize for award in outcome.awards}
    header = ("Hạng", "Mã bài", *(c.title for c in contest.rubric), "Trung bình", "Giải", "Ghi chú")
    rows: list[tuple[Cell, ...]] = [
        (
            s.rank,
            s.code,
            *(group_thousands(shown(value)) for value in s.by_criterion),
            group_thousands(shown(s.average)),
            prizes.get(s.code, ""),
            s.told_apart_by,
        )
        for s in outcome.standings
    ]
    return rows_csv(header, rows)
