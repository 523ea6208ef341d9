"""Open data fits its own description, and says what the model says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from support.builders import at, column, piece
from support.outputs import files_of

from cchc_site.column.article import Correction, Origin, Source, Update
from cchc_site.column.column import Column
from cchc_site.column.monthly_minimum import evaluate
from cchc_site.publish.open_data import TABLES, data_files

from .made import FORMER_UNIT, LATER_UNIT, SITE, cards, pieces


def _files(item: Column) -> Mapping[str, Any]:
    made = cards(item)
    files = files_of(data_files(made, evaluate(item, made.as_of), SITE, {}))
    return {path: json.loads(data) for path, data in files.items()}


def _column() -> Column:
    source = Source("Báo", "https://example.org/a", date(2024, 3, 1))
    changed = (Update(at("2024-05-01"), "Bổ sung", major=True), Update(at("2024-05-05"), "Gõ nhầm"))
    items = [
        piece("2024-03-05", "2024/03/a", updates=changed, corrections=(Correction(at("2024-04-01"), "3", "5"),)),
        piece("2024-03-06", "2024/03/b", origin=Origin.REPOST, source=source),
        piece("2024-12-06", "2024/12/hen"),
        piece("2024-03-07", "2024/03/nhap", draft=True),
    ]
    return column([*items, *pieces(3)], units=(FORMER_UNIT, LATER_UNIT))


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
@pytest.mark.parametrize("item", [_column(), column()], ids=["some", "none"])
def test_data_fits_its_schema(item: Column, table: Any) -> None:
    files = _files(item)
    schema = files[table.schema_address]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(files[table.address])
    assert files[table.address]["$schema"] == schema["$id"] == SITE + table.schema_address


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_field_is_described(table: Any) -> None:
    schema = _files(column())[table.schema_address]
    for properties in (schema["properties"], schema["properties"][table.name]["items"]["properties"]):
        assert all(field["description"].endswith(".") for field in properties.values())


def test_only_public_pieces_are_given_away() -> None:
    rows = _files(_column())["data/articles.json"]["articles"]
    assert {"2024/12/hen", "2024/03/nhap"}.isdisjoint(row["id"] for row in rows)
    row = next(row for row in rows if row["id"] == "2024/03/a")
    assert (row["published"], row["updated"]) == ("2024-03-05T00:00:00+07:00", "2024-05-01T00:00:00+07:00")
    assert row["corrections"] == 1


def test_the_months_are_those_of_the_report() -> None:
    rows = _files(_column())["data/fulfilment.json"]["fulfilment"]
    march = next(row for row in rows if row["month"] == "2024-03")
    assert (march["required"], march["counted"], march["state"]) == (4, 5, "dat")
    assert len(march["articles"]) == 5


def test_files_that_depend_on_no_instant_do_not_change_with_it() -> None:
    item = column(pieces(3))
    days = [
        files_of(data_files(cards(item, day), evaluate(item, at(day)), SITE, {}))
        for day in ("2024-05-01", "2024-05-02")
    ]
    assert days[0]["data/articles.json"] == days[1]["data/articles.json"]
    assert days[0]["data/units.json"] == days[1]["data/units.json"]
