"""What is known of published files outlives a build."""

from __future__ import annotations

import pytest

from cchc_site.building.pickles import Unreadable, dump
from cchc_site.building.traces import Trace, Traces

ONE, OTHER = Trace(3, 1_700_000_000_000_000_001, b"0123456789abcdef"), Trace(0, -1, bytes(16))


def _both() -> Traces:
    traces = Traces()
    traces.set("tin-bai/ấ.html", "k1", ONE)
    traces.set("b.png", "k2", OTHER)
    return traces


def test_they_are_read_as_they_were_written() -> None:
    whose, read = Traces.load(_both().dump("ai"))
    assert (whose, read) == ("ai", _both())
    assert read.keys == {"tin-bai/ấ.html": "k1", "b.png": "k2"}
    assert (read["tin-bai/ấ.html"], read["b.png"]) == (ONE, OTHER)


def test_any_difference_counts() -> None:
    other = _both()
    other.set("b.png", "k2", ONE)
    assert other != _both()
    other.set("b.png", "k3", OTHER)
    assert other != _both()


def test_some_of_them() -> None:
    both = _both()
    some = both.without(["tin-bai/ấ.html", "c.png"])
    assert some.keys == {"b.png": "k2"}
    assert both.without([]) == both == _both()
    with pytest.raises(KeyError):
        some["tin-bai/ấ.html"]


@pytest.mark.parametrize("value", [b"", dump(1), dump(("ai", {"a": "k"}, b"")), dump(("ai", {}, b"0" * 32))])
def test_other_bytes_are_no_traces(value: bytes) -> None:
    with pytest.raises((Unreadable, TypeError, ValueError, AttributeError)):
        Traces.load(value)
