"""The tables of fields: every row says what it means, and its example is what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cchc_site.content.article_fields import ARTICLE_FIELDS, STANDING_FIELDS, shape_rows
from cchc_site.content.data_files import AMENDMENT, CLOSED_MONTH, COLUMN, PLAN, QUOTA, UNIT, WAIVER
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.plan_rows import REPORT, STEP, TASK, TOPIC, UNIT_MINIMUM
from cchc_site.content.record_files import LETTERHEAD, SUBMISSION
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID
from cchc_site.content.yaml_tree import Mapping, parse_yaml

TABLES = {
    "article": ARTICLE_FIELDS,
    "standing": STANDING_FIELDS,
    "column": COLUMN,
    "unit": UNIT,
    "plan": PLAN,
    "quota": QUOTA,
    "waiver": WAIVER,
    "closed-month": CLOSED_MONTH,
    "amendment": AMENDMENT,
    "unit-minimum": UNIT_MINIMUM,
    "report": REPORT,
    "topic": TOPIC,
    "task": TASK,
    "step": STEP,
    "submission": SUBMISSION,
    "letterhead": LETTERHEAD,
}


def rows(name: str, group: Group) -> Iterator[tuple[str, Field]]:
    """Every row of a table and of the groups inside it."""
    for row in group.fields:
        yield f"{name}.{row.name}", row
        inner = row.shape.item if isinstance(row.shape, ListOf) else row.shape
        if isinstance(inner, Group) and inner not in TABLES.values():
            yield from rows(f"{name}.{row.name}", inner)


ROWS = {key: row for name, group in TABLES.items() for key, row in rows(name, group)}


@pytest.mark.parametrize("key", ROWS)
def test_every_row_has_a_meaning_and_a_label(key: str) -> None:
    row = ROWS[key]
    assert row.meaning.strip()
    assert row.shape.label.strip()
    assert not (row.required and row.default is not None), "a required field has no default"


WRITTEN_OUT = {"https://…": "https://example.org/bai", "date: …": "date: 2026-08-14", "[…]": "[2026/07/ba-buoc]"}
"""What the ellipses stand for where the shape is stricter than any text."""


def written_out(example: str) -> str:
    for short, long in WRITTEN_OUT.items():
        example = example.replace(short, long)
    return example


@pytest.mark.parametrize("key", [key for key, row in ROWS.items() if row.example])
def test_every_example_is_read_by_its_own_shape(key: str) -> None:
    row = ROWS[key]
    report = Reporter("f")
    tree = parse_yaml(f"{row.name}: {written_out(row.example)}\n", report)
    assert isinstance(tree, Mapping), [problem.message for problem in report.problems]
    node = tree.get(row.name)
    assert node is not None
    value = row.shape.read(node, report)
    assert report.problems == []
    assert value is not INVALID


def test_only_lists_of_groups_go_without_an_example() -> None:
    groups = ("quotas", "waivers", "unit_minimums", "reports", "topics", "tasks", "timeline", "contests")
    lists = {*(f"plan.{name}" for name in groups), "report.rounds"}
    assert {key for key, row in ROWS.items() if not row.example} == lists


def test_names_are_unique_in_a_table() -> None:
    for group in TABLES.values():
        names = [row.name for row in group.fields]
        assert len(names) == len(set(names))


def test_the_table_for_people_has_every_row_in_order() -> None:
    table = list(shape_rows(ARTICLE_FIELDS))
    assert [line[0] for line in table] == [row.name for row in ARTICLE_FIELDS.fields]
    assert table[0][:2] == ("title", "có")
    required = [line[0] for line in table if line[1]]
    assert required == ["title", "date", "areas", "kind", "unit", "author", "summary"]
    assert all(shape and meaning and example for _, _, shape, meaning, example in table)
