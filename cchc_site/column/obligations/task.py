"""Tasks of a plan's appendix: six columns (no., task, product, lead, coordinating, due), judged by their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.due import Continuous, Due, Recurrence, Timing, is_past
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import (
    Finding,
    Standpoint,
    State,
    evidence_of,
    explanations,
    piece_evidence,
    settle,
)
from cchc_site.column.submission import Submission
from cchc_site.column.written import Written

KIND = "Nhiệm vụ"
_PRODUCT = {True: "đã có sản phẩm", False: "chưa ghi sản phẩm"}


class PieceEvidence(Struct, frozen=True):
    """Pieces that count as the task's product: at least `minimum`, of any of the areas and topics named."""

    minimum: int
    areas: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def takes(self, article: Article) -> bool:
        """Whether a piece is one of them; without areas and topics every counted piece is."""
        in_area = not self.areas or any(area.id in self.areas for area in article.areas)
        return in_area and (not self.topics or any(topic in self.topics for topic in article.topics))


class Task(Written, frozen=True):
    """One row of the appendix. Leads and coordinating agencies are named as the plan names them."""

    id: str
    number: str
    task: str
    product: str
    lead: tuple[str, ...]
    timing: Timing
    coordinating: tuple[str, ...] = ()
    pieces: PieceEvidence | None = None
    first: date | None = None
    basis: str = ""
    enforce: bool = True

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding, or one for each round of a recurring task."""
        first = self.first or view.plan.first
        if isinstance(self.timing, Due):
            yield self._once(view, self.id, self.task, first, self.timing)
        elif isinstance(self.timing, Recurrence):
            for item in self.timing.occurrences(first, view.plan.last):
                yield self._once(view, f"{self.id}/{item.key}", f"{self.task} ({item.label})", item.first, item.due)
        else:
            yield self._always(view, first, self.timing)

    def _once(self, view: Standpoint, key: str, title: str, first: date, due: Due) -> Finding:
        records = view.submissions(key)
        sent = [record for record in records if record.is_delivery]
        found = self._pieces(view, first, due.deadline.late_from)
        done_at = _done_at(sent, found, self.pieces)
        explained = any(record.explanation for record in records)
        state = settle(due, first, view.as_of, done_at, explained)
        return self._finding(view, key, title, state, first, due, records, found)

    def _always(self, view: Standpoint, first: date, timing: Continuous) -> Finding:
        """Work without a deadline runs as long as the plan; pieces that it must show are asked for at the end."""
        records = view.submissions(self.id)
        end = Due.by(view.plan.last)
        found = self._pieces(view, first, end.deadline.late_from)
        short = self.pieces is not None and len(found) < self.pieces.minimum
        state = State.CONTINUOUS
        if in_vietnam(first) > view.as_of:
            state = State.FUTURE
        elif is_past(end, view.as_of):
            explained = any(record.explanation for record in records)
            shown = bool(self.pieces) or any(record.is_delivery for record in records)
            state = State.DONE if shown else State.PASSED
            if short:
                state = State.EXPLAINED if explained else State.OVERDUE
        due = end if self.pieces is not None else None
        return self._finding(view, self.id, self.task, state, first, due, records, found, timing.words)

    def _finding(
        self,
        view: Standpoint,
        key: str,
        title: str,
        state: State,
        first: date,
        due: Due | None,
        records: Sequence[Submission],
        found: Sequence[Article],
        words: str = "",
    ) -> Finding:
        sent = [record for record in records if record.is_delivery]
        needed = self.pieces.minimum if self.pieces else 1
        done = len(found) if self.pieces else min(len(sent), 1)
        return Finding(
            plan=view.plan.id,
            id=key,
            row=self.id,
            kind=KIND,
            title=title,
            state=state,
            due=due,
            timing=words or (due.words if due else ""),
            starts=first,
            done=done,
            needed=needed,
            progress=self._progress(done, bool(sent)),
            lead=self.lead,
            evidence=(*evidence_of(sent), *piece_evidence(found)),
            notes=explanations(records),
            basis=self.basis,
            enforced=self.enforce,
            place=self.place,
        )

    def _progress(self, done: int, sent: bool) -> str:
        if self.pieces is None:
            return _PRODUCT[sent]
        return f"{done}/{self.pieces.minimum} tin, bài" if self.pieces.minimum else f"{done} tin, bài"

    def _pieces(self, view: Standpoint, first: date, after: datetime) -> tuple[Article, ...]:
        if self.pieces is None:
            return ()
        return tuple(article for article in view.counted(first, after) if self.pieces.takes(article))


def _done_at(sent: Sequence[Submission], found: Sequence[Article], pieces: PieceEvidence | None) -> datetime | None:
    """When the product was there: the first document, or the piece that completed the number asked for."""
    if pieces is not None and pieces.minimum:
        ordered = sorted(article.published for article in found)
        return ordered[pieces.minimum - 1] if len(ordered) >= pieces.minimum else None
    return sent[0].at if sent else None
