"""JSON Schema of front matter and data files, made from the same tables of fields that read them.

Editors such as Visual Studio Code show meaning, example and allowed values while somebody writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cchc_site.content.article_fields import ARTICLE_FIELDS, STANDING_FIELDS
from cchc_site.content.contact_files import CONTACT
from cchc_site.content.contest_rows import CONTEST_RECORD
from cchc_site.content.data_files import CLOSED_MONTH, COLUMN, PLAN, UNIT
from cchc_site.content.document_files import DOCUMENT
from cchc_site.content.group import Group, ListOf
from cchc_site.content.register_files import TERM
from cchc_site.content.shape import Choice, Flag, Number, Shape, Text, WebAddress, Word
from cchc_site.content.time_shapes import Day, Instant, MonthOfYear

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the editors' YAML extensions understand."""


def schemas() -> Mapping[str, str]:
    """(file name → text) of every schema."""
    made = {
        "bai.schema.json": _document("Phần thông tin của một tin, bài", _group(ARTICLE_FIELDS)),
        "trang.schema.json": _document("Phần thông tin của một trang", _group(STANDING_FIELDS)),
        "column.schema.json": _document("content/_data/column.yml", _group(COLUMN)),
        "plan.schema.json": _document("content/_data/plans/*.yml", _group(PLAN)),
        "units.schema.json": _document("content/_data/units.yml", _list(UNIT)),
        "closed-months.schema.json": _document("content/_data/closed-months.yml", _list(CLOSED_MONTH)),
        "documents.schema.json": _document("content/_data/documents.yml", _list(DOCUMENT)),
        "terms.schema.json": _document("content/_data/terms.yml", _list(TERM)),
        "contests.schema.json": _document("content/_data/contests.yml", _list(CONTEST_RECORD)),
        "contacts.schema.json": _document("content/_data/contacts.yml", _list(CONTACT)),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in made.items()}


def _document(title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": title, **schema}


def _list(group: Group) -> dict[str, Any]:
    return {"type": "array", "items": _group(group)}


def _group(group: Group) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for row in group.fields:
        properties[row.name] = {"description": _sentence(row.meaning, row.shape, row.example), **of_shape(row.shape)}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [row.name for row in group.fields if row.required]
    return {**schema, "required": required} if required else schema


def _sentence(meaning: str, shape: Shape, example: str) -> str:
    label = "" if isinstance(shape, Choice | Flag) or shape.label == "chữ" else f" ({shape.label})"
    return f"{meaning}{label}" + (f". Ví dụ: {example}" if example else "")


def of_shape(shape: Shape) -> dict[str, Any]:
    """The schema of one shape; a shape that JSON Schema cannot say is any value."""
    if isinstance(shape, Group):
        return _group(shape)
    if isinstance(shape, ListOf):
        bounds: dict[str, Any] = {"minItems": shape.least} if shape.least else {}
        return {"type": "array", "items": of_shape(shape.item), **bounds}
    if isinstance(shape, Flag):
        return {"type": "boolean"}
    if isinstance(shape, Choice):
        return {"enum": [_yaml_value(word) for word in shape.values]}
    if isinstance(shape, Number):
        return {"type": "integer", "minimum": shape.least, "maximum": shape.most}
    if isinstance(shape, Word):
        return {"type": ["string", "number"], "pattern": f"^(?:{shape.pattern})$"}
    if isinstance(shape, Text):
        return {"type": ["string", "number"], "maxLength": shape.most}
    if isinstance(shape, WebAddress):
        return {"type": "string", "pattern": "^https?://"}
    patterns = {Day: r"^\d{4}-\d{2}-\d{2}$", Instant: r"^\d{4}-\d{2}-\d{2}", MonthOfYear: r"^\d{4}-\d{2}$"}
    for kind, pattern in patterns.items():
        if isinstance(shape, kind):
            return {"type": "string", "pattern": pattern}
    return {}


def _yaml_value(word: str) -> str | bool:
    """What an editor's YAML reader makes of a word."""
    return {"true": True, "false": False}.get(word, word)
