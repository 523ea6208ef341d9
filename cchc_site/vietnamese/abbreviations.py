"""The list of known abbreviations, with what they stand for.

An abbreviation that is not in the list is a question for a person (see
``unknown_abbreviations``); nothing here guesses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import Any, Final

import yaml
from msgspec import Struct

from cchc_site.vietnamese.text import fold, nfc

_LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_DATA: Final = "abbreviations.yml"


class Abbreviation(Struct, frozen=True):
    """One entry: its spellings and its meanings, the usual one of each first.

    ``spoken`` is how it is read aloud, None when only a person can say which of several meanings
    it has in a text; ``same_as`` the spelling of the entry it is another name
    of; ``note`` a sentence for editors.
    """

    short: tuple[str, ...]
    full: tuple[str, ...]
    spoken: str | None
    same_as: str | None = None
    note: str = ""


class Found(Struct, frozen=True):
    """A known abbreviation in running text, at ``text[start:end]``."""

    abbreviation: Abbreviation
    start: int
    end: int


@cache
def all_abbreviations() -> tuple[Abbreviation, ...]:
    """Return the whole list, in the order of the data file."""
    return tuple(
        Abbreviation(
            short=tuple(entry["short"]),
            full=tuple(entry["full"]),
            spoken=_spoken(entry),
            same_as=entry.get("same_as"),
            note=entry.get("note", ""),
        )
        for entry in _data()["abbreviations"]
    )


def lookup(short: str) -> Abbreviation | None:
    """Return the entry written exactly ``short``, capitals included, or None."""
    return _by_spelling().get(nfc(short))


def lookup_folded(term: str) -> tuple[Abbreviation, ...]:
    """Return the entries a reader may mean by ``term`` typed without capitals or diacritics.

    For search: ``ubnd`` and ``hdnd`` find theirs; ``bc`` may find several, or none at all.
    """
    return _by_folded().get(fold(term), ())


def document_type(code: str) -> str | None:
    """Return the type of document a code in a number means, ``KH`` → ``kế hoạch``, or None."""
    return _codes("document_types").get(nfc(code))


def document_types() -> dict[str, str]:
    """Return every code of a type of document with its name."""
    return dict(_codes("document_types"))


def issuer(code: str) -> str | None:
    """Return who issues under a code in a number, ``UBND`` → ``Ủy ban nhân dân``, or None."""
    name = _codes("issuers").get(nfc(code))
    if name is None and (entry := lookup(code)):
        name = entry.full[0]
    return name


def is_known(short: str) -> bool:
    """Tell whether ``short`` is in the list, as an abbreviation or as a code in a number."""
    return lookup(short) is not None or bool(document_type(short) or issuer(short))


def match_at(text: str, position: int) -> Found | None:
    """Return the abbreviation that starts at ``position`` of ``text``, the longest, or None."""
    match = _pattern().match(text, position)
    if not match or (match[0].endswith(".") and not _before_capitals(text, match.end())):
        return None
    return Found(_by_spelling()[match[0]], match.start(), match.end())


def find_all(text: str) -> list[Found]:
    """Return the known abbreviations of a running text (NFC) in order; they never overlap."""
    found = (match_at(text, match.start()) for match in _pattern().finditer(text))
    return [item for item in found if item]


def spellings() -> tuple[str, ...]:
    """Return every spelling of every entry, in the order of the data file."""
    return tuple(_by_spelling())


def _spoken(entry: dict[str, Any]) -> str | None:
    if len(entry["full"]) > 1:
        return None
    spoken: str = entry.get("spoken", entry["full"][0])
    return spoken


@cache
def _data() -> dict[str, Any]:
    source = resources.files("cchc_site.vietnamese").joinpath(_DATA).read_text(encoding="utf-8")
    # BaseLoader: every scalar stays text; an abbreviation such as NO must not become False.
    data: dict[str, Any] = yaml.load(nfc(source), Loader=_LOADER)
    return data


def _codes(section: str) -> dict[str, str]:
    codes: dict[str, str] = _data()[section]
    return codes


@cache
def _by_spelling() -> dict[str, Abbreviation]:
    return {short: entry for entry in all_abbreviations() for short in entry.short}


@cache
def _by_folded() -> dict[str, tuple[Abbreviation, ...]]:
    found: defaultdict[str, list[Abbreviation]] = defaultdict(list)
    for short, entry in _by_spelling().items():
        found[fold(short)].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_by_spelling(), key=len, reverse=True)
    # Not inside a compound such as KH-UBND, whose parts may mean something else there.
    whole = r"(?![\w&]|-\w)"
    spelled = [re.escape(short) + ("" if short.endswith(".") else whole) for short in longest_first]
    first = "".join(sorted({re.escape(spelling[0]) for spelling in spellings()}))
    return re.compile(rf"(?=[{first}])(?<![\w&])(?<!\w-)(?:" + "|".join(spelled) + ")")


def _before_capitals(text: str, position: int) -> bool:
    word = text[position:].lstrip()[:2]
    return len(word) == 2 and word.isalpha() and word.isupper()
