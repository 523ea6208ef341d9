"""Pairs of builds, ours and theirs in turn, and the tables of what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc_site.column.article import Article

from .bounds import MEMORY_ARTICLES, MEMORY_BYTES, bound, middle, ratio, verdict
from .contestant import Contestant, Work
from .process_tree import Cost, Failed
from .trial import Output, Trial


@dataclass
class Series:
    """Everything measured of one contestant for one kind of work."""

    name: str
    costs: list[Cost] = field(default_factory=list)
    output: Output = Output(0, 0)


@dataclass(frozen=True)
class Pair:
    """One kind of work, measured alternately: the first of ours beside the first of theirs, and so on."""

    work: Work
    against: str
    ours: Series
    theirs: Series


def measure(
    ours: Contestant,
    others: Sequence[Contestant],
    folder: Path,
    pieces: Sequence[Article],
    works: Sequence[Work],
    repeat: int,
    keep: bool,
    say: Callable[[str], None],
) -> list[str]:
    """The tables of one size; in the end the projects are removed from the disk unless they are to be kept."""
    trials = [Trial(ours, folder / ours.key, pieces)]
    try:
        return _tables(trials, others, folder, pieces, works, repeat, say)
    finally:
        if not keep:
            for trial in trials:
                trial.remove()
            folder.rmdir()


def _tables(
    trials: list[Trial],
    others: Sequence[Contestant],
    folder: Path,
    pieces: Sequence[Article],
    works: Sequence[Work],
    repeat: int,
    say: Callable[[str], None],
) -> list[str]:
    """The first trial is ours; those of the others are added, because all are removed together."""
    [trial] = trials
    if not others:
        rows = alone(trial, works, repeat, say)
        return [cost_table(len(pieces), rows), memory_line(len(pieces), [series for _, series in rows])]
    pairs: list[Pair] = []
    failures: list[str] = []
    for other in others:
        rival = Trial(other, folder / other.key, pieces)
        trials.append(rival)
        try:
            pairs += contest(trial, rival, works, repeat, say)
        except Failed as error:
            # One that cannot build so many pieces does not take away the figures of the others.
            failures.append(f"**Not measured against {other.name}:** {error}")
    if not pairs:
        raise Failed("\n".join(failures))
    return [
        *failures,
        cost_table(len(pieces), list(rows_of(pairs))),
        ratio_table(len(pieces), pairs),
        memory_line(len(pieces), [pair.ours for pair in pairs]),
    ]


def contest(ours: Trial, theirs: Trial, works: Sequence[Work], repeat: int, say: Callable[[str], None]) -> list[Pair]:
    """Ours and theirs in turn for each work. Without cold builds among them one is made first and not counted."""
    key = theirs.contestant.key
    found = [Pair(work, key, Series(ours.contestant.name), Series(theirs.contestant.name)) for work in works]
    for turn in range(repeat):
        if turn == 0 and Work.COLD not in works:
            ours.measure(Work.COLD)
            theirs.measure(Work.COLD)
        for pair in found:
            for trial, series in ((ours, pair.ours), (theirs, pair.theirs)):
                series.costs.append(trial.measure(pair.work))
                last = series.costs[-1]
                say(f"{turn + 1}/{repeat} {pair.work.value}: {series.name} {last.wall:.2f} s, CPU {last.cpu:.2f} s")
                if turn == 0:
                    series.output = trial.output()
    return found


def alone(ours: Trial, works: Sequence[Work], repeat: int, say: Callable[[str], None]) -> list[tuple[Work, Series]]:
    """The same works without anybody beside."""
    found = [(work, Series(ours.contestant.name)) for work in works]
    for turn in range(repeat):
        if turn == 0 and Work.COLD not in works:
            ours.measure(Work.COLD)
        for work, series in found:
            series.costs.append(ours.measure(work))
            last = series.costs[-1]
            say(f"{turn + 1}/{repeat} {work.value}: {series.name} {last.wall:.2f} s, CPU {last.cpu:.2f} s")
            if turn == 0:
                series.output = ours.output()
    return found


def cost_table(articles: int, rows: Sequence[tuple[Work, Series]]) -> str:
    """Medians of the times, the most memory, and the size of the site, one row for each generator and work."""
    lines = [
        f"### {articles} articles: costs",
        "",
        "| work | generator | wall s | CPU s | peak memory MB | site MB | files |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for work, series in rows:
        cost = middle(series.costs)
        lines.append(
            f"| {work.value} | {series.name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f} "
            f"| {series.output.bytes / 1e6:.1f} | {series.output.files} |"
        )
    return "\n".join(lines)


def ratio_table(articles: int, pairs: Sequence[Pair]) -> str:
    """Ours as a part of theirs; the verdict looks at the medians of wall and processor time."""
    lines = [
        f"### {articles} articles: ours / theirs, pair by pair",
        "",
        "| work | against | wall: min | wall: median | CPU: min | CPU: median | memory | bound | |",
        "|---|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for pair in pairs:
        wall = ratio([cost.wall for cost in pair.ours.costs], [cost.wall for cost in pair.theirs.costs])
        cpu = ratio([cost.cpu for cost in pair.ours.costs], [cost.cpu for cost in pair.theirs.costs])
        memory = middle(pair.ours.costs).peak / middle(pair.theirs.costs).peak
        most = bound(articles, pair.work, pair.against)
        lines.append(
            f"| {pair.work.value} | {pair.theirs.name} | {wall.least:.2f} | {wall.median:.2f} "
            f"| {cpu.least:.2f} | {cpu.median:.2f} | {memory:.2f} "
            f"| {'' if most is None else f'≤ {most:.2f}'} | {verdict([wall.median, cpu.median], most)} |"
        )
    return "\n".join(lines)


def memory_line(articles: int, ours: Sequence[Series]) -> str:
    """Our peak over all works, with its bound where the size has one."""
    peak = max(cost.peak for series in ours for cost in series.costs)
    text = f"Peak memory of all our processes: {peak / 1e6:.0f} MB"
    if articles != MEMORY_ARTICLES:
        return text + "."
    return f"{text}, bound {MEMORY_BYTES / 1e6:.0f} MB: {verdict([peak], MEMORY_BYTES)}."


def rows_of(pairs: Sequence[Pair]) -> Iterator[tuple[Work, Series]]:
    """Rows for the table of costs: each work once for ours (all pairs together), then the others."""
    for work in Work:
        same = [pair for pair in pairs if pair.work is work]
        if not same:
            continue
        together = [cost for pair in same for cost in pair.ours.costs]
        yield work, Series(same[0].ours.name, together, same[0].ours.output)
        for pair in same:
            yield work, pair.theirs
