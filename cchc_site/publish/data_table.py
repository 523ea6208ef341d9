"""A published table of data: one row a property gives the value, its place in the JSON Schema, and its explanation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
Shape = Mapping[str, Any]

TEXT: Shape = {"type": "string"}
TEXT_OR_NOTHING: Shape = {"type": ["string", "null"]}
WHOLE: Shape = {"type": "integer", "minimum": 0}
YES_NO: Shape = {"type": "boolean"}
DAY: Shape = {"type": "string", "format": "date"}
DAY_OR_NOTHING: Shape = {"type": ["string", "null"], "format": "date"}
MONTH: Shape = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}
INSTANT: Shape = {"type": "string", "format": "date-time"}
ADDRESS: Shape = {"type": "string", "format": "uri"}
ADDRESS_OR_NOTHING: Shape = {"type": ["string", "null"], "format": "uri"}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def texts(shape: Shape = TEXT) -> Shape:
    """A list of values of one shape."""
    return {"type": "array", "items": dict(shape)}


def one_of(words: Iterable[str]) -> Shape:
    """One of the words of a fixed list."""
    return {"enum": list(words)}


class Property(Struct, Generic[T], frozen=True):
    """One property: name, shape (JSON Schema), meaning in Vietnamese, and how it is got from a record."""

    name: str
    shape: Shape
    meaning: str
    value: Callable[[T], Any]


class DataTable(Struct, Generic[T], frozen=True):
    """A file of records below `data/`, with its schema below `data/schema/`."""

    name: str
    title: str
    description: str
    properties: tuple[Property[T], ...]

    @property
    def address(self) -> str:
        """Where the data stands."""
        return f"data/{self.name}.json"

    @property
    def schema_address(self) -> str:
        """Where its description stands."""
        return f"data/schema/{self.name}.json"

    def row(self, record: T) -> bytes:
        """One record as JSON, in one line."""
        values = {item.name: item.value(record) for item in self.properties}
        return json.dumps(values, ensure_ascii=False).encode()

    def data(self, base_url: str, about: Mapping[str, Any], rows: Iterable[bytes]) -> bytes:
        """The file, a record a line. `about` says whose data it is; rows keep their order."""
        head = _json({"$schema": base_url + self.schema_address, **about}).removesuffix(b"\n}\n")
        begin = b'%b,\n "%b": [\n' % (head, self.name.encode())
        # In one go: ten thousand records are some megabytes, and every step would hold them once more.
        between = chain.from_iterable((b",\n" if number else b"", row) for number, row in enumerate(rows))
        return b"".join((begin, *between, b"\n ]\n}\n"))

    def schema(self, base_url: str, about: Mapping[str, Shape]) -> bytes:
        """The description of the file, as JSON Schema; `about` describes what stands before the records."""
        record = {
            "type": "object",
            "properties": {item.name: {**item.shape, "description": item.meaning} for item in self.properties},
            "required": [item.name for item in self.properties],
            "additionalProperties": False,
        }
        listed = {"type": "array", "items": record, "description": self.description}
        properties = {"$schema": {**ADDRESS, "description": "Địa chỉ của lược đồ này."}, **about, self.name: listed}
        return _json(
            {
                "$schema": DIALECT,
                "$id": base_url + self.schema_address,
                "title": self.title,
                "description": self.description,
                "type": "object",
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            }
        )


def _json(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"
