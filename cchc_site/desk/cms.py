"""The settings of a web desk (Decap or Sveltia CMS) for `/bien-tap/`, made from the table of fields.

The desk is a program in the reader's browser that writes to the same repository as everybody else; it is off until an
office places its one script beside these settings (see the handbook).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cchc_site.column.area import ReformArea
from cchc_site.column.column import Column
from cchc_site.content.article_fields import ARTICLE_FIELDS
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Choice, Flag, Number, Shape, Text
from cchc_site.content.time_shapes import Day, Instant

BRANCH = "main"
FOLDER = "bien-tap"
PAGE = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Bàn biên tập</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript>Bàn biên tập cần JavaScript. Không có JavaScript, hãy sửa tệp thẳng trong kho nội dung.</noscript>
<script src="cms.js"></script>
</body>
</html>
"""
_LONG_TEXT = 300


def desk_files(column: Column, script: bytes, repository: str) -> Iterator[tuple[str, bytes]]:
    """The three files of `/bien-tap/`: its page, its settings, and the program that the office chose."""
    yield f"{FOLDER}/index.html", PAGE.encode()
    yield f"{FOLDER}/config.yml", cms_config(column, repository).encode()
    yield f"{FOLDER}/cms.js", script


def cms_config(column: Column, repository: str = "don-vi/chuyen-muc-cchc") -> str:
    """`config.yml`, written as JSON: every JSON text is YAML, and nothing in it can change its meaning."""
    fields = [_field(row, column) for row in ARTICLE_FIELDS.fields if row.name not in ("id", "translation_of", "slug")]
    body = {
        "name": "body",
        "label": "Nội dung",
        "widget": "markdown",
        "hint": "Mục trong bài bắt đầu bằng tiêu đề bậc 2.",
    }
    config = {
        "backend": {"name": "github", "repo": repository, "branch": BRANCH},
        "publish_mode": "editorial_workflow",
        "locale": "vi",
        "media_folder": "content/tep-tai-len",
        "public_folder": "/tep-tai-len",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": [
            {
                "name": "tin-bai",
                "label": "Tin, bài",
                "label_singular": "bài",
                "folder": "content/tin-bai",
                "path": "{{year}}/{{month}}/{{slug}}",
                "create": True,
                "delete": False,
                "media_folder": "",
                "public_folder": "",
                "format": "yaml-frontmatter",
                "summary": "{{title}} ({{date | date('DD/MM/YYYY')}})",
                "sortable_fields": [
                    {"field": "date", "label": "Ngày đăng", "default_sort": "desc"},
                    {"field": "title", "label": "Tên bài"},
                ],
                "fields": [*fields, body],
            }
        ],
    }
    return (
        "# Tạo bằng `cchc schema --cms`; sửa backend cho đúng kho của cơ quan.\n"
        + json.dumps(config, ensure_ascii=False, indent=2)
        + "\n"
    )


def _field(row: Field, column: Column) -> dict[str, Any]:
    widget = _widget(row, column)
    label = row.meaning[:1].upper() + row.meaning[1:]
    made = {"name": row.name, "label": label, "required": row.required, **widget}
    # Where one chooses or fills in boxes, an example in the files' own spelling would only puzzle.
    typed = widget["widget"] in ("string", "text", "number") or widget == {"widget": "list"}
    example = row.example.strip("[]")
    return {**made, "hint": f"Ví dụ: {example}"} if typed and example.strip("…") else made


def _widget(row: Field, column: Column) -> dict[str, Any]:
    shape = row.shape
    if row.name == "unit":
        living = [{"label": unit.name, "value": unit.id} for unit in column.units.all if unit.valid_to is None]
        return {"widget": "select", "options": living}
    if isinstance(shape, Group):
        # Decap would ask for what is required inside even where the whole group is not wanted; `cchc check` asks later.
        inside = [{**_field(inner, column), "required": False} for inner in shape.fields]
        if row.name == "image":
            inside[0] |= {"widget": "image", "choose_url": False}
        return {"widget": "object", "collapsed": True, "fields": inside}
    if isinstance(shape, ListOf):
        if isinstance(shape.item, Choice):
            return {"widget": "select", "multiple": True, "options": _options(shape.item)}
        if isinstance(shape.item, Group):
            return {"widget": "list", "fields": [_field(inner, column) for inner in shape.item.fields]}
        return {"widget": "list"}
    return _plain_widget(shape)


def _plain_widget(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Flag):
        return {"widget": "boolean"}
    if isinstance(shape, Choice):
        return {"widget": "select", "options": _options(shape)}
    if isinstance(shape, Number):
        return {"widget": "number", "value_type": "int", "min": shape.least, "max": shape.most}
    if isinstance(shape, Day):
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "DD/MM/YYYY", "time_format": False}
    if isinstance(shape, Instant):
        return {
            "widget": "datetime",
            "format": "YYYY-MM-DDTHH:mmZ",
            "date_format": "DD/MM/YYYY",
            "time_format": "HH:mm",
        }
    return {"widget": "text" if isinstance(shape, Text) and shape.most >= _LONG_TEXT else "string"}


def _options(choice: Choice) -> list[dict[str, str]]:
    """The words of the files with their names for people."""
    return [{"label": _name(meaning) or word, "value": word} for word, meaning in choice.values.items()]


def _name(meaning: object) -> str:
    return meaning.name if isinstance(meaning, ReformArea) else str(getattr(meaning, "label", ""))
