"""A few values that were just made, held because they are soon asked for again."""

from __future__ import annotations

from collections.abc import Callable, Hashable


class AtHand:
    """Holds the last values by name; the oldest goes when there are too many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[Hashable, str] = {}

    def get(self, name: Hashable, make: Callable[[], str]) -> str:
        """The value of that name, made when it is not held."""
        if name not in self._held:
            value = make()
            if len(self._held) >= self._most:
                self._held.pop(next(iter(self._held)))
            self._held[name] = value
        return self._held[name]
