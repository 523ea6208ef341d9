"""What somebody wrote in a file of the column."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from cchc_site.column.problem import Place


class Written(Struct, frozen=True, kw_only=True):
    """A value and where it stands. The same words at another place are the same value."""

    place: Place = Place("")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        words = _words_of(type(self))
        return bool(words(self) == words(other))

    def __hash__(self) -> int:
        return hash(_words_of(type(self))(self))


@cache
def _words_of(kind: type[Written]) -> Callable[[Any], Any]:
    """What gives all of a value but its place."""
    return attrgetter(*(name for name in kind.__struct_fields__ if name != "place"))
