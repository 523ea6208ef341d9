"""The intake register as plain values, for a private file: every entry with its receipt, in the order of receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import asdict, replace

from cchc_site.column.article import Form
from cchc_site.column.contest.entry import Entry, Person
from cchc_site.column.instant import in_vietnam

FORMAT = "cchc-contest-register/1"


def enter(known: Sequence[Entry], handed: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """(the whole register, what is new in it). New entries are numbered on in the order in which they came; one that
    stands in the register already keeps its number and its first time of receipt."""
    taken = {entry.key for entry in known}
    fresh: list[Entry] = []
    for entry in sorted(handed, key=lambda entry: entry.received):
        if entry.key not in taken:
            taken.add(entry.key)
            fresh.append(replace(entry, receipt=f"{len(known) + len(fresh) + 1:03d}"))
    return (*known, *fresh), tuple(fresh)


def register_values(contest: str, entries: Sequence[Entry]) -> dict[str, Any]:
    """What is written to the private file."""
    return {"format": FORMAT, "contest": contest, "entries": [_written(entry) for entry in entries]}


def _written(entry: Entry) -> dict[str, Any]:
    values = asdict(entry)
    values["person"] = asdict(entry.person)
    values["received"] = entry.received.isoformat(timespec="seconds")
    values["form"] = entry.form.value
    return values


def entries_of(values: Mapping[str, Any], contest: str) -> tuple[Entry, ...]:
    """The entries of the file. Raises KeyError, TypeError or ValueError when it is not this contest's register."""
    if values["format"] != FORMAT or values["contest"] != contest:
        raise ValueError(contest)
    return tuple(_read(row) for row in values["entries"])


def _read(row: Mapping[str, Any]) -> Entry:
    fields = dict(row)
    fields["received"] = in_vietnam(datetime.fromisoformat(row["received"]))
    fields["form"] = Form(row["form"])
    fields["person"] = Person(**row["person"])
    for name in ("pictures", "topics", "areas", "doubts"):
        fields[name] = tuple(row[name])
    return Entry(**fields)
