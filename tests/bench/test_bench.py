"""The parts of the benchmark that reckon: a wrong ratio or a lost process would make every figure wrong."""

from __future__ import annotations

import dataclasses
import os
import sys
import time
from pathlib import Path

import pytest
from support import corpus

from . import hugo_site, material_site, pelican_site
from .articles import added_sentence, body, column_file
from .bounds import BOUNDS, Ratio, exponent, median, ratio, verdict
from .column_site import column_site
from .contest import Pair, Series, cost_table, measure, memory_line, ratio_table, rows_of
from .contestant import Contestant, Work
from .growth import growth_table
from .process_tree import Cost, Failed, run
from .rooms import Entry, Function, Rooms
from .trial import Output, Trial

linux = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads /proc")


def test_ratios_are_taken_pair_by_pair() -> None:
    # The machine was four times slower for the second pair; the ratio of the medians would say 1.
    assert ratio([1, 8, 2], [2, 8, 1]) == Ratio(0.5, 1)
    assert ratio([1, 4], [2, 16]) == Ratio(0.25, 0.375)


def test_the_median_of_an_even_number_is_between_the_two() -> None:
    assert (median([3, 1, 2]), median([4, 1, 2, 3])) == (2, 2.5)


@pytest.mark.parametrize(
    ("figures", "most", "said"),
    [([0.25, 0.1], 0.25, "đạt"), ([0.1, 0.26], 0.25, "chưa đạt"), ([9.0], None, "")],
)
def test_both_figures_must_keep_the_bound(figures: list[float], most: float | None, said: str) -> None:
    assert verdict(figures, most) == said


def test_the_exponent_of_a_power_is_its_power() -> None:
    assert exponent({size: 0.01 * size**1.3 for size in (1_000, 3_000, 10_000)}) == pytest.approx(1.3)


def _pair(work: Work, against: str, ours: list[Cost], theirs: list[Cost]) -> Pair:
    return Pair(work, against, Series("this project", ours, Output(2, 3)), Series(against, theirs, Output(4, 5)))


def test_the_tables_say_medians_ratios_bounds_and_verdicts() -> None:
    pairs = [
        _pair(Work.EDIT, "hugo", [Cost(2, 1, 400_000_000), Cost(4, 3, 1)], [Cost(10, 10, 2), Cost(10, 10, 2)]),
        _pair(Work.EDIT, "pagefind", [Cost(6, 5, 510_000_000)], [Cost(10, 10, 255_000_000)]),
    ]
    costs = cost_table(10_000, list(rows_of(pairs)))
    assert "| one edit | this project | 4.00 | 3.00 | 510 | 0.0 | 3 |" in costs
    assert costs.count("this project") == 1
    ratios = ratio_table(10_000, pairs)
    assert "| one edit | hugo | 0.20 | 0.30 | 0.10 | 0.20 | 200000000.00 | ≤ 0.25 | chưa đạt |" in ratios
    assert "| one edit | pagefind | 0.60 | 0.60 | 0.50 | 0.50 | 2.00 | ≤ 0.08 | chưa đạt |" in ratios
    assert memory_line(10_000, [pair.ours for pair in pairs]).endswith("510 MB, bound 500 MB: chưa đạt.")
    assert memory_line(1_000, [pair.ours for pair in pairs]).endswith("510 MB.")


def test_growth_has_exponents_and_the_bound_of_the_largest() -> None:
    table = growth_table({1_000: Cost(9, 10, 1), 10_000: Cost(90, 100, 1), 30_000: Cost(360, 300, 1)})
    assert "| 10000 | 90.00 | 100.00 | 0 | 1.00 |" in table
    assert "30000 / 10000 articles: wall 4.00, CPU 3.00, bound 3.5: chưa đạt" in table


def test_every_bound_is_against_somebody_who_takes_part(tmp_path: Path) -> None:
    assert {bound.against for bound in BOUNDS} <= {contestant.key for contestant in _contestants(tmp_path)}


def _contestants(tools: Path) -> list[Contestant]:
    for name in ("hugo/binaries/hugo", "pagefind_bin/pagefind"):
        file = tools / "lib/python3.11/site-packages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return [
        column_site(),
        hugo_site.hugo_site(tools),
        hugo_site.hugo_with_search(tools),
        pelican_site.pelican_site(tools),
        material_site.material_site(tools),
    ]


def test_every_generator_gets_the_same_pieces(tmp_path: Path) -> None:
    pieces = list(corpus.articles(4, seed=5))
    for contestant in _contestants(tmp_path / "tools"):
        folder = tmp_path / contestant.key
        contestant.write(folder, pieces)
        for piece in pieces:
            text = (folder / contestant.source(piece)).read_text(encoding="utf-8")
            assert body(piece) in text, contestant.name
            assert piece.summary.replace('"', '\\"') in text or piece.summary in text, contestant.name
        assert len({contestant.page(piece) for piece in pieces}) == 4


def test_a_comma_in_a_title_or_a_quote_stays_inside_the_front_matter() -> None:
    piece = dataclasses.replace(next(corpus.articles(1)), title='Một "cửa", hai việc: nộp và nhận')
    assert '\ntitle: "Một \\"cửa\\", hai việc: nộp và nhận"\n' in column_file(piece)[1]


RE: Function = ("~", 0, "<method 'sub' of 're.Pattern' objects>")
LIBRARY: Function = (os.__file__, 1, "walk")
LETTERS: Function = (str(Path(hugo_site.__file__).parents[2] / "cchc_site/checks/letters.py"), 1, "letters")
FEEDS: Function = (str(Path(hugo_site.__file__).parents[2] / "cchc_site/publish/feeds.py"), 1, "feed")
CLI: Function = (str(Path(hugo_site.__file__).parents[2] / "cchc_site/cli.py"), 1, "main")
YAML: Function = ("/x/lib/python3.11/site-packages/yaml/parser.py", 1, "parse")
IMPORT: Function = ("<frozen importlib._bootstrap>", 1, "_load")


def test_the_time_of_pythons_own_functions_belongs_to_their_callers() -> None:
    profile: dict[Function, Entry] = {
        LETTERS: (1, 1, 1.0, 4.0, {}),
        FEEDS: (1, 1, 2.0, 6.0, {}),
        CLI: (1, 1, 0.25, 0.25, {}),
        YAML: (1, 1, 0.5, 0.5, {}),
        IMPORT: (1, 1, 0.75, 0.75, {}),
        LIBRARY: (2, 2, 1.0, 5.0, {LETTERS: (1, 1, 0.2, 1.0), FEEDS: (1, 1, 0.8, 4.0), LIBRARY: (1, 1, 0, 1)}),
        RE: (9, 9, 4.0, 4.0, {LIBRARY: (9, 9, 4.0, 4.0)}),
    }
    assert Rooms(profile).seconds == pytest.approx(
        {
            "cchc_site/publish": 2.0 + 0.8 + 3.2,
            "cchc_site/checks": 1.0 + 0.2 + 0.8,
            "importing": 0.75,
            "yaml": 0.5,
            "doors and assembly": 0.25,
        }
    )
    assert Rooms(profile).top(1) == [("<method 'sub' of 're.Pattern' objects>", 4.0, 9)]
    assert Rooms(profile).top_with_callees(1) == [("cchc_site/publish/feeds.py:1 feed", 6.0, 1)]


BUSY = "import time\nheap = bytearray(40_000_000)\nwhile time.process_time() < 1: pass\n"


@linux
def test_grandchildren_count_in_time_and_memory(tmp_path: Path) -> None:
    start = "import subprocess, sys\nheap = bytearray(40_000_000)\nsubprocess.run([sys.executable, '-c', sys.argv[1]])"
    chain = [sys.executable, "-c", start, f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"]
    cost = run(chain, tmp_path, os.environ, tmp_path / "log")
    assert cost.cpu > 0.3
    assert cost.wall > 0.3
    assert 80_000_000 < cost.peak < 200_000_000
    assert cost + Cost(1, 1, 5) == Cost(cost.wall + 1, cost.cpu + 1, cost.peak)


@linux
def test_a_failing_command_and_one_that_leaves_a_process_behind_give_no_figure(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="hỏng"):
        run([sys.executable, "-c", "raise SystemExit('hỏng')"], tmp_path, os.environ, tmp_path / "log")
    leave = "import subprocess; subprocess.Popen(['sleep', '60'])"
    with pytest.raises(Failed, match="still run"):
        run([sys.executable, "-c", leave], tmp_path, os.environ, tmp_path / "log")


def _small(key: str, script: str) -> Contestant:
    """A generator in one line of Python, whose column is the file `a.md`."""

    def write(folder: Path, _: object) -> None:
        folder.mkdir(parents=True)
        (folder / "a.md").write_text("Bài.", encoding="utf-8")

    command = (sys.executable, "-S", "-c", f"import os, pathlib\n{script}")
    return Contestant(key, key.title(), write, lambda _: "a.md", lambda _: "a.html", (command,), "out")


BUILD = "os.makedirs('out', exist_ok=True); pathlib.Path('out/a.html').write_bytes(pathlib.Path('a.md').read_bytes())"


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without waiting for the disk, which takes seconds where other tests write."""
    monkeypatch.setattr(os, "sync", lambda: None)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)


@linux
@pytest.mark.usefixtures("_quick")
def test_a_stale_or_missing_page_gives_no_figure(tmp_path: Path) -> None:
    pieces = list(corpus.articles(2))
    lazy = _small("lazy", f"if not os.path.exists('out'): {BUILD}")
    trial = Trial(lazy, tmp_path / "lazy", pieces)
    assert trial.measure(Work.COLD).wall > 0
    assert trial.output().files == 1
    with pytest.raises(Failed, match="shows the edits"):
        trial.measure(Work.EDIT)
    lost = dataclasses.replace(lazy, page=lambda piece: piece.address)
    with pytest.raises(Failed, match="missing"):
        Trial(lost, tmp_path / "lost", pieces).measure(Work.COLD)


@linux
@pytest.mark.usefixtures("_quick")
def test_who_cannot_build_is_named_and_the_others_are_measured(tmp_path: Path) -> None:
    pieces = list(corpus.articles(2))
    ours, good, bad = _small("ours", BUILD), _small("good", BUILD), _small("bad", "raise SystemExit('hết bộ nhớ')")
    said: list[str] = []
    folder = tmp_path / "2"
    parts = measure(ours, [bad, good], folder, pieces, [Work.EDIT, Work.SAME], 2, False, said.append)
    assert "against Bad" in parts[0]
    assert "hết bộ nhớ" in parts[0]
    assert [line.split("|")[2].strip() for line in parts[1].splitlines()[4:]] == ["Ours", "Good", "Ours", "Good"]
    # Ours and theirs in turn, twice; the cold builds before them are not counted.
    assert [line.split(" s,")[0].rpartition(" ")[0] for line in said] == [
        f"{turn}/2 {work}: {name}"
        for turn in (1, 2)
        for work in ("one edit", "nothing changed")
        for name in ("Ours", "Good")
    ]
    assert not folder.exists()


def test_each_edit_has_its_own_sentence() -> None:
    assert len({added_sentence(number) for number in range(20)}) == 20
