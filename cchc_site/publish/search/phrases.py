"""Abbreviations written out: a document that says "UBND" and a query that says "ủy ban nhân dân" must meet.

Both are turned into the phrase, never into the abbreviation, so that a part of the phrase finds them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any, Final

import yaml
from msgspec import Struct

from cchc_site.publish.search.folding import tokens
from cchc_site.vietnamese.abbreviations import all_abbreviations
from cchc_site.vietnamese.text import nfc

_LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_EVERYDAY: Final = "everyday.yml"
_LONGEST: Final = 3


class Phrase(Struct, frozen=True):
    """One abbreviation as tokens (``GD&ĐT`` is two) and what it stands for, in lower case."""

    short: tuple[str, ...]
    full: tuple[str, ...]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every abbreviation with one meaning. Those with two are left as they are: nothing here guesses."""
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for spelling, meaning in _spellings():
        short = tuple(tokens(spelling))
        if len(short) <= _LONGEST and "".join(short).isalpha() and len("".join(short)) > 1:
            known.setdefault(short, tuple(tokens(meaning.lower())))
    return tuple(Phrase(short, full) for short, full in sorted(known.items()))


@cache
def parts_of_abbreviations() -> frozenset[str]:
    """The tokens that abbreviations are made of; none of them is in lower case."""
    return frozenset(token for phrase in phrases() for token in phrase.short)


def expand(words: list[str]) -> tuple[list[str], list[str]]:
    """Words with abbreviations written out, in lower case, and the abbreviations that were.

    Only `parts_of_abbreviations` may be in capitals.
    """
    capitals = parts_of_abbreviations()
    if capitals.isdisjoint(words):
        return words, []
    expanded: list[str] = []
    found: list[str] = []
    done = 0
    for position in sorted(chain.from_iterable(_places(words, word) for word in capitals.intersection(words))):
        if position < done:
            continue
        expanded += words[done:position]
        phrase = _at(words, position)
        if phrase is None:
            expanded.append(words[position].lower())
            done = position + 1
        else:
            expanded += phrase.full
            found.append("".join(phrase.short).lower())
            done = position + len(phrase.short)
    return expanded + words[done:], found


def _places(words: list[str], word: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(word, at + 1)
            yield at


def _at(words: list[str], position: int) -> Phrase | None:
    for phrase in _by_first().get(words[position], ()):
        if tuple(words[position : position + len(phrase.short)]) == phrase.short:
            return phrase
    return None


@cache
def _by_first() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first token, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases(), key=lambda item: -len(item.short)):
        found.setdefault(phrase.short[0], []).append(phrase)
    return {first: tuple(items) for first, items in found.items()}


def _spellings() -> Iterator[tuple[str, str]]:
    for entry in all_abbreviations():
        if len(entry.full) == 1:
            # "TM." before a signature and "b/c" say nothing about the subject of a piece.
            yield from ((short, entry.full[0]) for short in entry.short if _is_capitals(short))
    for extra in _everyday():
        yield from ((short, extra["full"][0]) for short in extra["short"])


def _is_capitals(short: str) -> bool:
    return sum(char.isupper() for char in short) > 1 and "." not in short


@cache
def _everyday() -> tuple[dict[str, Any], ...]:
    source = resources.files("cchc_site.publish.search").joinpath(_EVERYDAY).read_text(encoding="utf-8")
    return tuple(yaml.load(nfc(source), Loader=_LOADER))
