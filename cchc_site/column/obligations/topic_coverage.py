"""The plan's topics as a checklist: which of them the column has written about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_site.column.article import Article
from cchc_site.column.due import Due, is_past
from cchc_site.column.instant import in_vietnam
from cchc_site.column.obligation import Finding, Part, Standpoint, State, explanations, piece_evidence
from cchc_site.column.written import Written

KIND = "Chủ đề"
ROW = "chu-de"


class Topic(Written, frozen=True):
    """One topic; pieces name it by its id in their `topics`."""

    id: str
    text: str
    minimum: int = 1


class TopicCoverage(Written, frozen=True):
    """All topics of a plan, to be covered by its end. `enforce` when the plan makes them binding, not suggestions."""

    topics: tuple[Topic, ...]
    enforce: bool = False

    def findings(self, view: Standpoint) -> Iterator[Finding]:
        """One finding with a line for each topic; nothing for a plan without topics."""
        if not self.topics:
            return
        due = Due.by(view.plan.last)
        by_topic = covered(self.topics, view)
        enough = [topic for topic in self.topics if len(by_topic[topic.id]) >= topic.minimum]
        records = view.submissions(ROW)
        pieces = {article.id: article for found in by_topic.values() for article in found}
        yield Finding(
            plan=view.plan.id,
            id=ROW,
            row=ROW,
            kind=KIND,
            title=f"Tuyên truyền đủ {len(self.topics):02d} chủ đề của kế hoạch",
            state=_state(due, view, len(enough) == len(self.topics), any(r.explanation for r in records)),
            due=due,
            timing=due.words,
            starts=view.plan.first,
            done=len(enough),
            needed=len(self.topics),
            progress=f"{len(enough)}/{len(self.topics)} chủ đề",
            evidence=piece_evidence(pieces.values()),
            parts=tuple(_part(topic, by_topic[topic.id], due, view) for topic in self.topics),
            notes=explanations(records),
            enforced=self.enforce,
            place=self.place,
        )


def covered(topics: Sequence[Topic], view: Standpoint) -> dict[str, list[Article]]:
    """The counted pieces of the plan's time, by topic id."""
    end = Due.by(view.plan.last).deadline.late_from
    pieces = view.counted(view.plan.first, end)
    return {topic.id: [article for article in pieces if topic.id in article.topics] for topic in topics}


def _part(topic: Topic, pieces: Sequence[Article], due: Due, view: Standpoint) -> Part:
    state = _state(due, view, len(pieces) >= topic.minimum, False)
    return Part(f"{topic.id}) {topic.text}", state, f"{len(pieces)}/{topic.minimum} tin, bài")


def _state(due: Due, view: Standpoint, enough: bool, explained: bool) -> State:
    if enough:
        return State.DONE
    if is_past(due, view.as_of):
        return State.EXPLAINED if explained else State.OVERDUE
    return State.OPEN if in_vietnam(view.plan.first) <= view.as_of else State.FUTURE
