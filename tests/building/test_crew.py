"""Work shared between processes gives what one process gives."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

import pytest

from cchc_site.building.crew import Crew, chunks


def double(context: int, task: int) -> tuple[int, int]:
    return task, task * context


def fails(context: int, task: int) -> int:
    if task == 7:
        raise ValueError("bảy")
    return task


def dies_in_a_helper(context: int, task: int) -> int:
    if os.getpid() != context:
        os._exit(1)
    return task


def square(task: int) -> int:
    return task * task


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(processes: int, method: str) -> None:
    if processes == 3 and method == "spawn":
        pytest.skip("two helpers start as one does")
    told: list[tuple[str, int, int]] = []
    crew = Crew(processes, method)
    crew.tell = lambda *said: told.append(said)
    assert list(crew.run(double, 3, range(40), label="x")) == [(task, task * 3) for task in range(40)]
    assert told[-1] == ("x", 40, 40)


def test_it_maps_as_the_built_in_one_does() -> None:
    assert list(Crew(2, "fork").map(square, iter(range(9)))) == list(map(square, range(9)))


def test_what_goes_wrong_in_a_task_comes_out() -> None:
    with pytest.raises(ValueError, match="bảy"):
        list(Crew(2, "fork").run(fails, 0, range(20)))


def test_a_dead_helper_costs_nothing_but_time() -> None:
    assert list(Crew(2, "fork").run(dies_in_a_helper, os.getpid(), range(20))) == list(range(20))


def test_few_tasks_need_no_helper() -> None:
    assert list(Crew(2, "fork").run(dies_in_a_helper, os.getpid(), range(3), least=4)) == [0, 1, 2]


def test_chunks_keep_the_order() -> None:
    assert [list(part) for part in chunks(range(5), 2)] == [[0, 1], [2, 3], [4]]


def alone(script: str, *arguments: str) -> str:
    """What a program says that has no threads; a test beside others may have theirs, and then nothing is begun."""
    begin = "import multiprocessing, os, sys\nfrom cchc_site.building.crew import Crew\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + script, *arguments], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(("processes", "method"), [(1, "fork"), (2, "fork"), (2, "spawn")])
def test_work_that_was_begun_has_its_result_when_asked(processes: int, method: str) -> None:
    script = "print(Crew(int(sys.argv[1]), sys.argv[2]).begin(os.getpid)() != os.getpid())"
    assert alone(script, str(processes), method) == f"{processes == 2 and method == 'fork'}\n"


def test_begun_work_that_goes_wrong_says_so_when_asked(capfd: pytest.CaptureFixture[str]) -> None:
    begun = Crew(2, "fork").begin(partial(fails, 0, 7))
    with pytest.raises(ValueError, match="bảy"):
        begun()
    assert capfd.readouterr().err == ""


def test_begun_work_outlives_its_helper() -> None:
    assert Crew(2, "fork").begin(partial(dies_in_a_helper, os.getpid(), 3))() == 3


ENDS = """
import time
crew = Crew(2, "fork")
begun = crew.begin(lambda: [time.sleep(0.1), os.getpid()][1])  # there still when it is looked for
[helper] = multiprocessing.active_children()
print([helper in multiprocessing.active_children() for done in crew.map(abs, range(3))], begun() == helper.pid)
"""


def test_begun_work_ends_before_others_begin() -> None:
    assert alone(ENDS) == "[False, False, False] True\n"
