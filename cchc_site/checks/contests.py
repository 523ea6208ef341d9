"""Contests are sound: prizes are clear, rubric and ties agree, and the public record tells only what the plan has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.column import Column
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.prize import totals, totals_words
from cchc_site.column.contest.record import ContestRecord
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.shape import nearest
from cchc_site.vietnamese.numbers import money


@rule("K17")
def prizes_clear(column: Column) -> Iterator[Problem]:
    """Several prizes with one sum: of each, or of all together?"""
    for contest in column.contests:
        for prize in contest.prizes:
            if not prize.is_clear:
                one, other = (money(total) for total in prize.sums)
                message = f"“{prize.words}”: {one} hay {other}? Cả cuộc thi: {totals_words(contest.prizes)}."
                fix = "Hỏi Ban Tổ chức rồi ghi per: each (mỗi giải) hoặc per: together (tổng cộng)."
                yield Problem("K17", Severity.WARNING, prize.place, message, fix)


@rule("K18")
def contest_sound(column: Column) -> Iterator[Problem]:
    """What a contest names exists once; the prizes sum to the plan's money."""
    taken: dict[str, Place] = {}
    for plan in column.plans:
        known = [topic.id for topic in plan.topics]
        for contest in plan.contests:
            if contest.id in taken:
                yield _wrong(contest, f"Mã cuộc thi “{contest.id}” đã dùng ở {taken[contest.id]}.", "Đổi mã.")
            taken.setdefault(contest.id, contest.place)
            criteria = [criterion.id for criterion in contest.rubric]
            yield from _repeated(contest, "tiêu chí", criteria)
            yield from _repeated(contest, "giải", [prize.id for prize in contest.prizes])
            yield from _repeated(contest, "hình thức", [rule.form.value for rule in contest.forms])
            yield from _unknown(contest, "tiêu chí", contest.ties, criteria)
            yield from _unknown(contest, "chủ đề", contest.topics, known)
            yield from _money(contest)


def _money(contest: Contest) -> Iterator[Problem]:
    for prize in contest.prizes:
        if prize.shared and prize.amount % prize.count:
            message = f"{prize.title}: {money(prize.amount)} không chia đều được cho {prize.count} giải."
            yield _wrong(contest, message, "Kiểm tra lại số tiền, hoặc ghi per: each.")
    if contest.prize_money is not None and contest.prize_money not in totals(contest.prizes):
        message = (
            f"Tổng tiền thưởng ghi {money(contest.prize_money)}, cộng các giải được {totals_words(contest.prizes)}."
        )
        yield _wrong(contest, message, "Sửa prize_money hoặc số tiền của giải ghi sai.")


def _repeated(contest: Contest, what: str, keys: list[str]) -> Iterator[Problem]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield _wrong(contest, f"Có {count} {what} cùng mã “{key}”.", "Mỗi mã chỉ dùng một lần.")


def _unknown(contest: Contest, what: str, keys: Iterable[str], known: list[str]) -> Iterator[Problem]:
    for key in keys:
        if key not in known:
            fix = f"Các mã đang có: {', '.join(known) or 'không có mã nào'}."
            yield _wrong(contest, f"Không có {what} mã “{key}”.{nearest(key, known)}", fix)


def _wrong(contest: Contest, message: str, fix: str) -> Problem:
    return Problem("K18", Severity.ERROR, contest.place, message, fix)


@rule("K19")
def record_agrees(column: Column) -> Iterator[Problem]:
    """The public record names contests, units, prizes and pieces that exist."""
    contests = {contest.id: contest for contest in column.contests}
    for record in column.contest_records:
        contest = contests.get(record.contest)
        if contest is None:
            hint = nearest(record.contest, list(contests))
            fix = f"Các cuộc thi đang có: {', '.join(contests) or 'không có'}."
            yield Problem("K19", Severity.ERROR, record.place, f"Không có cuộc thi “{record.contest}”.{hint}", fix)
            continue
        for message in (*_numbers(record, column), *_winners(record, contest, column)):
            fix = "Ghi lại bằng cchc contest publish, không sửa tay tệp này."
            yield Problem("K19", Severity.ERROR, record.place, message, fix)


def _numbers(record: ContestRecord, column: Column) -> Iterator[str]:
    for row in record.participation:
        if row.unit not in column.units:
            yield f"Không có đơn vị mã “{row.unit}”."
        if row.valid > row.submitted or row.late > row.submitted:
            yield f"{row.unit}: số bài hợp lệ hoặc nộp muộn nhiều hơn số bài đã nộp."
    for unit, count in Counter(row.unit for row in record.participation).items():
        if count > 1:
            yield f"Đơn vị “{unit}” ghi {count} lần."


def _winners(record: ContestRecord, contest: Contest, column: Column) -> Iterator[str]:
    prizes = {prize.id: prize for prize in contest.prizes}
    for winner in record.winners:
        if winner.prize not in prizes:
            yield f"Không có giải mã “{winner.prize}”."
        if winner.unit not in column.units:
            yield f"Không có đơn vị mã “{winner.unit}”."
        if winner.piece and winner.piece not in column.by_id:
            yield f"Không có bài mã “{winner.piece}”."
        if contest.rubric and winner.average > contest.scale.full_marks:
            yield f"Mã {winner.code}: điểm trung bình lớn hơn thang điểm {contest.scale.full_marks}."
    for key, count in Counter(winner.prize for winner in record.winners).items():
        if key in prizes and count > prizes[key].count:
            yield f"{prizes[key].title}: ghi {count} bài, kế hoạch có {prizes[key].count} giải."
