"""Model values as bytes and back. What is read back can only be made of the model's own classes: a cache folder that
somebody slipped into a repository must not be able to run anything."""

from __future__ import annotations

import io
import pickle
from importlib import import_module
from typing import Any, Final

from cchc_site.column.area import AREAS, ReformArea
from cchc_site.column.instant import VIETNAM

_OWN: Final = "cchc_site.column."
_OTHERS: Final = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("array", "array"),
    ("array", "_array_reconstructor"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("fractions", "Fraction"),
    ("decimal", "Decimal"),
}
_KNOWN: Final[dict[str, object]] = {"": VIETNAM, **{area.id: area for area in AREAS}}
"""What is never copied: by its name in a pickle."""


class _Pickler(pickle.Pickler):
    def persistent_id(self, value: Any) -> str | None:
        if value is VIETNAM:
            return ""
        return value.id if isinstance(value, ReformArea) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream)
        # A method of ours would be called twenty thousand times; the dictionary's own is not slowed down by that.
        self.persistent_load = _KNOWN.__getitem__  # type: ignore[method-assign]

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS:
            return getattr(import_module(module), name)
        if module.startswith(_OWN) and "." not in name:
            found = getattr(import_module(module), name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


class Unreadable(Exception):
    """The bytes are not what `dump` wrote."""


def dump(value: object) -> bytes:
    """A model value as bytes."""
    stream = io.BytesIO()
    _Pickler(stream, protocol=5).dump(value)
    return stream.getvalue()


def load(data: bytes) -> Any:
    """The value again. Raises Unreadable for anything else."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # whatever foreign bytes make the reader raise
        raise Unreadable(str(error)) from error
