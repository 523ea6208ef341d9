"""How the time of a cold build grows with the number of pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .articles import corpus
from .bounds import GROWTH, exponent, middle, verdict
from .contestant import Contestant, Work
from .process_tree import Cost
from .trial import Trial

SIZES = (1_000, 3_000, 10_000)


def grow(
    contestant: Contestant, work: Path, sizes: Sequence[int], repeat: int, say: Callable[[str], None]
) -> dict[int, Cost]:
    """The cost of a cold build for every size; one corpus at a time is in memory."""
    found = {}
    trials = []
    for size in sorted(sizes):
        trials.append(Trial(contestant, work / f"{contestant.key}-{size}", corpus(size)))
        found[size] = middle([trials[-1].measure(Work.COLD) for _ in range(repeat)])
        say(f"{size}: {found[size].wall:.2f} s, CPU {found[size].cpu:.2f} s")
    for trial in trials:
        trial.remove()
    return found


def growth_table(costs: Mapping[int, Cost]) -> str:
    """Costs by size, the exponent from one size to the next and over all, and the bound for the largest size."""
    lines = [
        "### Cold builds of this project by size",
        "",
        "| articles | wall s | CPU s | peak memory MB | exponent of CPU time since the size before |",
        "|--:|--:|--:|--:|--:|",
    ]
    before: dict[int, float] = {}
    for size, cost in sorted(costs.items()):
        slope = f"{exponent(before | {size: cost.cpu}):.2f}" if before else ""
        lines.append(f"| {size} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak / 1e6:.0f} | {slope} |")
        before = {size: cost.cpu}
    if len(costs) > 1:
        lines += ["", f"Exponent of CPU time over all sizes: {exponent({n: c.cpu for n, c in costs.items()}):.2f}"]
    small, large, most = GROWTH
    if small in costs and large in costs:
        times = [costs[large].wall / costs[small].wall, costs[large].cpu / costs[small].cpu]
        lines.append(
            f"{large} / {small} articles: wall {times[0]:.2f}, CPU {times[1]:.2f}, bound {most}: {verdict(times, most)}"
        )
    return "\n".join(lines)
