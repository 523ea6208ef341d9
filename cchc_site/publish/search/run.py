"""Who does work that can be divided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Run = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""`map`, or something that does the same in several processes."""
