"""Short names for values: equal names stand for equal values."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

_BETWEEN: Final = "\x1f"


def mark_of(*parts: object) -> str:
    """The name of values, by how they are written down."""
    try:
        written = _BETWEEN.join(parts)  # type: ignore[arg-type]
    except TypeError:
        written = _BETWEEN.join([part if isinstance(part, str) else repr(part) for part in parts])
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
