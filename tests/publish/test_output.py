"""Files whose keys are told by somebody else are the files that tell their own."""

from __future__ import annotations

from functools import partial

import pytest

from cchc_site.building.crew import Crew
from cchc_site.publish.output import Unkeyed, Work, keyed_meanwhile


@pytest.mark.parametrize("processes", [1, 2])
def test_keys_are_told_in_any_process(processes: int) -> None:
    files = [Unkeyed(f"{place}.html", partial("k{}".format, place), str(place).encode) for place in range(9)]
    keyed = list(keyed_meanwhile(files, Crew(processes, "fork").begin))
    assert [(file.path, file.key, file.make()) for file in keyed] == [
        (file.path, file.tell_key(), file.make()) for file in files
    ]


def test_telling_begins_at_once() -> None:
    begun: list[list[str]] = []

    def begin(work: Work) -> Work:
        begun.append(work())
        return begun.pop

    files = keyed_meanwhile([Unkeyed("a", lambda: "k", bytes)], begin)
    assert begun == [["k"]]
    assert [file.key for file in files] == ["k"]
