"""A contest from intake to the public record: what its commands do, between the rooms and the door."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.article import Form
from cchc_site.column.column import Column
from cchc_site.column.contest.audit import audit_values, decisions_of, scale_of, sheets_of, verify
from cchc_site.column.contest.board import BoardRow, board
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.copying import likenesses
from cchc_site.column.contest.entry import Entry
from cchc_site.column.contest.record import ContestRecord, Winner
from cchc_site.column.contest.scoring import Decision, Outcome, Sheet, evaluate, shown
from cchc_site.column.contest.validity import Examined, examine
from cchc_site.column.instant import day_of
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.plan import Plan
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.content.decision_files import read_decisions
from cchc_site.content.reporter import Reporter, printable
from cchc_site.content.score_sheet import read_score_sheet
from cchc_site.desk.contest_piece import name_pattern
from cchc_site.intake import DECISIONS, Intake, IntakeRefused
from cchc_site.report.contest_documents import Judged
from cchc_site.report.official_docx import Official
from cchc_site.vietnamese.private_data import domestic, find_private


class ContestOffice(Struct, frozen=True, dict=True):
    """One contest of the column with its intake folder, at an instant."""

    column: Column
    plan: Plan
    contest: Contest
    intake: Intake
    as_of: datetime

    @cached_property
    def examined(self) -> tuple[Examined, ...]:
        """Every entry, valid or not, with the reasons."""
        entries = self.intake.entries()
        alike = likenesses(entries, self.column.articles, self.intake.known())
        return examine(self.contest, entries, self.column.units, alike)

    @cached_property
    def valid(self) -> tuple[Entry, ...]:
        """The entries that go to the judges."""
        return tuple(item.entry for item in self.examined if item.is_valid)

    @cached_property
    def by_code(self) -> Mapping[str, Entry]:
        """The same by blind code."""
        return self.intake.by_code(self.valid)

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The board of units."""
        return board(self.contest, self.examined)

    def require_scale(self) -> None:
        """IntakeRefused when the plan does not say yet by what entries are judged or what winners receive."""
        if not self.contest.rubric:
            raise IntakeRefused(f"Kế hoạch chưa có tiêu chí, thang điểm (rubric) của {self.contest.id}.")
        unclear = [prize.words for prize in self.contest.prizes if not prize.is_clear]
        if unclear:
            raise IntakeRefused(f"Giải thưởng chưa rõ: {'; '.join(unclear)}. Ghi per: each hoặc per: together.")

    def read_sheets(
        self, files: Sequence[Path], codes: Sequence[str], judges: Sequence[str]
    ) -> tuple[list[Sheet], list[Problem]]:
        """All sheets, one of each judge; every fault of every sheet is reported with its cell."""
        sheets: list[Sheet] = []
        problems: list[Problem] = []
        for file in files:
            report = Reporter(printable(str(file)))
            try:
                sheet = read_score_sheet(file.read_bytes(), file.name, self.contest, codes, judges, report)
            except OSError as error:
                report.error("P01", None, f"Không mở được tệp: {error.strerror}.", "Kiểm tra đường dẫn.")
                sheet = None
            if sheet and any(other.judge == sheet.judge for other in sheets):
                fix = "Giữ lại đúng một phiếu của mỗi giám khảo."
                report.error("P02", None, f"Phiếu thứ hai của giám khảo “{sheet.judge}”.", fix)
            sheets += [sheet] if sheet else []
            problems += report.problems
        if not problems:
            problems = list(_missing(sheets, judges))
        return sorted(sheets, key=lambda sheet: judges.index(sheet.judge)), problems

    def decisions(self, report: Reporter) -> tuple[Decision, ...]:
        """What the council decided."""
        return read_decisions(self.intake.root / DECISIONS, report)

    def outcome_problems(self, outcome: Outcome) -> Iterator[Problem]:
        """Ties that only the council can settle, and decisions about what is not equal."""
        place = Place(f"{self.intake.root}/{DECISIONS}")
        for tie in outcome.ties:
            titles = " / ".join(p.title for p in self.contest.prizes if p.id in tie.prizes)
            order = ", ".join(tie.codes)
            fix = (
                f'Hội đồng quyết rồi ghi vào {DECISIONS}: - {{order: [{order}], reason: "…", decided: năm-tháng-ngày}}'
            )
            yield Problem("P07", Severity.ERROR, place, f"Các mã {order} bằng điểm ở ranh giới {titles}.", fix)
        for decision in outcome.idle:
            order = ", ".join(decision.order)
            message = f"Quyết định về {order}: các bài này không bằng điểm nhau, hoặc thiếu một bài bằng điểm."
            yield Problem(
                "P07", Severity.ERROR, place, message, "Chỉ phân định trọn nhóm bài đúng bằng điểm; xóa mục này."
            )

    def trail(self, sheets: Sequence[Sheet], decisions: Sequence[Decision], outcome: Outcome) -> dict[str, Any]:
        """The audit trail."""
        return audit_values(self.contest, sheets, decisions, outcome, self.intake.digest(self.valid))

    def judged(self) -> Judged:
        """The contest as the audit trail has it, reckoned again. IntakeRefused when anything disagrees."""
        values = self.intake.audit()
        try:
            wrong = list(verify(values))
            sheets, decisions = sheets_of(values), decisions_of(values)
            same_scale = scale_of(values) == self.contest.scale and values["contest"] == self.contest.id
            same_entries = values["register_sha256"] == self.intake.digest(self.valid)
        except (KeyError, TypeError, ValueError, ArithmeticError):
            raise IntakeRefused("Nhật ký chấm thi đã hỏng. Chạy lại cchc contest score.") from None
        if wrong or not same_scale or not same_entries:
            raise IntakeRefused(
                "Nhật ký chấm thi không khớp với sổ nhận bài, thang điểm hoặc chính nó. Chạy lại cchc contest score."
            )
        outcome = evaluate(self.contest.scale, sheets, decisions)
        return Judged(
            self.plan, self.contest, self.column.units, self.examined, self.rows,
            tuple(sheet.judge for sheet in sheets), outcome, decisions, tuple(self._winners(outcome)),
        )  # fmt: skip

    def _winners(self, outcome: Outcome) -> Iterator[Winner]:
        averages = {standing.code: standing.average for standing in outcome.standings}
        for award in outcome.awards:
            entry = self.by_code[award.code]
            person = entry.person
            author = person.name if person.name_consent else ""
            yield Winner(
                prize=award.prize,
                title=entry.title,
                unit=entry.unit,
                code=award.code,
                average=shown(averages[award.code]),
                form=entry.form,
                author=author,
                position=person.position if author and person.position_consent else "",
            )

    def record(self, judged: Judged | None, pieces: Mapping[str, str]) -> ContestRecord:
        """The public record; `pieces` are code → id of the published piece."""
        public = tuple(row.public for row in self.rows if row.unit in self.column.units)
        winners = judged.winners if judged else ()
        named = tuple(replace(winner, piece=pieces.get(winner.code, "")) for winner in winners)
        return ContestRecord(self.contest.id, self.as_of, public, len(judged.judges) if judged else 0, named)

    def around(self) -> Official:
        """What stands around the contest's documents."""
        day = day_of(self.as_of)
        return Official(
            self.column.letterhead_on(day) or Letterhead(), self.column.units.get(self.plan.agency), self.as_of
        )


def _missing(sheets: Sequence[Sheet], judges: Sequence[str]) -> Iterator[Problem]:
    for judge in judges:
        if all(sheet.judge != judge for sheet in sheets):
            fix = "Thu đủ phiếu của mọi giám khảo rồi chạy lại."
            yield Problem("P05", Severity.ERROR, Place(judge), f"Chưa có phiếu của giám khảo “{judge}”.", fix)


def find_contest(column: Column, key: str | None) -> tuple[Plan, Contest]:
    """A contest by its id; the only one when none is named. IntakeRefused otherwise."""
    known = [(plan, contest) for plan in column.plans for contest in plan.contests]
    chosen = [pair for pair in known if key in (None, pair[1].id)]
    if len(chosen) != 1:
        names = ", ".join(contest.id for _, contest in known) or "chưa có cuộc thi nào trong kế hoạch"
        what = f"Không có cuộc thi “{key}”." if key else "Chọn một cuộc thi bằng --contest."
        raise IntakeRefused(f"{what} Các cuộc thi: {names}.")
    return chosen[0]


def reading_text(entry: Entry) -> tuple[str, str]:
    """(the text for judges, a note): the entrant's name and whatever is personal are covered up."""
    text, covered = entry.text, 0
    for datum in sorted(find_private(text), key=lambda datum: datum.start, reverse=True):
        text, covered = f"{text[: datum.start]}[đã che]{text[datum.end :]}", covered + 1
    text, count = name_pattern(entry).subn("[đã che]", text)
    covered += count
    note = f"Đã che {covered} chỗ cho biết người dự thi." if covered else ""
    if entry.form is Form.VIDEO:
        note = f"Thuyết minh của video. {note}".strip()
    return text, note


def traces(text: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Receipts of the entrants whose telephone number or mailbox occurs in a text, however it is spaced."""
    digits = re.sub(r"(?<=\d)[\s.()-]+(?=\d)", "", text)
    for entry in entries:
        phone = domestic(re.sub(r"\D", "", entry.person.phone)).removeprefix("0")
        mailbox = entry.person.mailbox.strip().lower()
        if (len(phone) >= 8 and phone in digits) or (mailbox and mailbox in text.lower()):
            yield entry.receipt
