"""Which files of `_data/` hold directories and registers, and where each file's rows go."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol

from msgspec.structs import replace

from cchc_site.column.activity import Activity
from cchc_site.column.contact import Contact
from cchc_site.column.document import OfficialDocument
from cchc_site.column.index_score import IndexScore
from cchc_site.column.network import Network
from cchc_site.column.procedure import Procedure
from cchc_site.column.slogan import Slogan
from cchc_site.column.unit import Units
from cchc_site.content import document_files, procedure_files
from cchc_site.content.contact_files import CONTACT
from cchc_site.content.data_files import read_list
from cchc_site.content.document_files import DOCUMENT
from cchc_site.content.group import Group
from cchc_site.content.outreach_files import ACTIVITY, INDEX_SCORE, NETWORK, SLOGAN
from cchc_site.content.procedure_files import PROCEDURE
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID
from cchc_site.content.sheet_files import read_sheet
from cchc_site.content.sheet_rows import Headings, plain
from cchc_site.content.text_file import read_text


class Shelves(Protocol):
    """Where the rows are gathered."""

    documents: list[OfficialDocument]
    contacts: list[Contact]
    procedures: list[Procedure]
    indices: list[IndexScore]
    activities: list[Activity]
    slogans: list[Slogan]
    networks: list[Network]
    units: Units


_SINGLE: dict[str, tuple[Group, str]] = {
    "documents.yml": (DOCUMENT, "documents"),
    "contacts.yml": (CONTACT, "contacts"),
    "indices.yml": (INDEX_SCORE, "indices"),
    "activities.yml": (ACTIVITY, "activities"),
    "slogans.yml": (SLOGAN, "slogans"),
    "networks.yml": (NETWORK, "networks"),
}
_FOLDERS: dict[str, tuple[Group, Headings, str]] = {
    "procedures": (PROCEDURE, procedure_files.HEADINGS, "procedures"),
    "documents": (DOCUMENT, document_files.HEADINGS, "documents"),
}
_IN_FOLDER = re.compile(rf"({'|'.join(_FOLDERS)})/[A-Za-z0-9_-]+\.(yml|csv|xlsx)")

DIRECTORY_FILES = (*_SINGLE, *(f"{name}/*.yml|csv|xlsx" for name in _FOLDERS))
"""For the message that lists what a data folder may hold."""


def is_directory_file(name: str) -> bool:
    """Whether a file of `_data/` is one of these."""
    return name in _SINGLE or _IN_FOLDER.fullmatch(name) is not None


def read_directory(file: Path, name: str, shelves: Shelves, report: Reporter) -> None:
    """Read one file and put its valid rows where they belong."""
    if name in _SINGLE:
        group, shelf = _SINGLE[name]
        rows = _from_yaml(file, group, report)
    else:
        group, headings, shelf = _FOLDERS[name.partition("/")[0]]
        by_name = {"unit": _unit_names(shelves.units)} if shelves.units and "unit" in headings.fields else {}
        named = replace(headings, names=by_name)
        rows = _from_yaml(file, group, report) if name.endswith(".yml") else _from_sheet(file, group, named, report)
    getattr(shelves, shelf).extend(rows)


def _from_yaml(file: Path, group: Group, report: Reporter) -> list[Any]:
    text = read_text(file, report)
    return [] if text is None else read_list(text, group, report)


def _from_sheet(file: Path, group: Group, headings: Headings, report: Reporter) -> list[Any]:
    values = [group.read(row, report) for row in read_sheet(file, headings, report)]
    return [value for value in values if value is not INVALID]


def _unit_names(units: Units) -> dict[str, str]:
    """Id, name and short name of every unit → id; of two with one name, the one that lasts."""
    found: dict[str, str] = {}
    for unit in sorted(units.all, key=lambda unit: unit.valid_to is None):
        found.update(dict.fromkeys((plain(unit.name), plain(unit.short_name)), unit.id))
    return found | {plain(unit.id): unit.id for unit in units.all}
