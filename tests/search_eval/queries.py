"""Known-item queries: what a reader types who has seen a page and wants it again, in every way people type."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cchc_site.publish.search.document_keys import document_keys
from cchc_site.publish.search.folding import bare, tokens
from cchc_site.publish.search.phrases import phrases
from cchc_site.vietnamese.document_numbers import find_all
from cchc_site.vietnamese.text import canonical_tone, fold

from .found import Found
from .judgments import Judgments
from .keystrokes import slipped, telex, vni


@dataclass(frozen=True)
class KnownItem:
    """A query of one kind, and the addresses of which one must come first."""

    kind: str
    text: str
    answers: frozenset[str]


Maker = Callable[[Found, random.Random], str | None]
Judge = Callable[[Judgments, Found, str], frozenset[str]]


def known_items(judgments: Judgments, each: int, seed: int) -> Iterator[KnownItem]:
    """Up to `each` queries of every kind, drawn with the seed."""
    kinds = KINDS | {"two-rare": (_RareWords(judgments), _own)}
    for kind, (maker, judge) in kinds.items():
        # Twins are drawn alike, so that they ask for the same pages with and without diacritics.
        draw = random.Random(f"{seed}/{kind.removesuffix(UNACCENTED)}")
        made = 0
        for page in draw.sample(judgments.pages, len(judgments.pages)):
            text = maker(page, draw)
            if text and made < each:
                made += 1
                asked = fold(text) if kind.endswith(UNACCENTED) else text
                yield KnownItem(kind, asked, judge(judgments, page, asked) | {page.address})
            if made == each:
                break


def topics(judgments: Judgments, each: int, seed: int) -> Iterator[KnownItem]:
    """Two words that stand together in the titles of a few pages, with and without diacritics.

    The judgment is the title: a page with both words side by side in it is about them.
    """
    draw = random.Random(f"{seed}/topic")
    titles: dict[tuple[str, str], set[str]] = {}
    for page in judgments.pages:
        for pair in pairwise(tokens(page.title.lower())):
            titles.setdefault(pair, set()).add(page.address)
    most = max(3, len(judgments.pages) // 20)
    known = sorted(pair for pair, found in titles.items() if 2 <= len(found) <= most)
    for pair in draw.sample(known, min(each, len(known))):
        text = " ".join(pair)
        yield KnownItem("topic", text, judgments.in_title(text, exact=True))
        yield KnownItem(f"topic{UNACCENTED}", fold(text), judgments.in_title(text, exact=False))


def _own(judgments: Judgments, page: Found, _: str) -> frozenset[str]:
    """The page itself, and those with the same title."""
    return judgments.in_title(page.title, exact=False)


def _anywhere(exact: bool) -> Judge:
    return lambda judgments, _, text: judgments.anywhere(text, exact)


def _in_title(exact: bool) -> Judge:
    return lambda judgments, _, text: judgments.in_title(text, exact, finished=False)


def _quoting(judgments: Judgments, _: Found, text: str) -> frozenset[str]:
    return frozenset(judgments.numbers[_squeezed(text)])


def _squeezed(number: str) -> str:
    """The key of a number in whichever spelling `_spaced` and `_glued` gave it."""
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+(?:\d+$)?", fold(number))
    digits = [part.lstrip("0") if not place else part for place, part in enumerate(parts) if part[0].isdigit()]
    return "#" + ".".join([*digits, "".join(part for part in parts if not part[0].isdigit())])


def _partly(page: Found, draw: random.Random) -> str:
    return " ".join(word if draw.random() < 0.5 else fold(word) for word in page.title.split())


def _other_tone(page: Found, _: random.Random) -> str | None:
    moved = canonical_tone(page.title, "second")
    return moved if moved != page.title else None


def _other_i(page: Found, _: random.Random) -> str | None:
    swapped = re.sub(r"\b(h|k|l|m|t|qu|s|v)([yýỳỷỹỵ])\b", _to_i, page.title, flags=re.IGNORECASE)
    if swapped == page.title:
        swapped = re.sub(r"\b(h|k|l|m|t|s|v)([iíìỉĩị])\b", _to_y, swapped, flags=re.IGNORECASE)
    return swapped if swapped != page.title else None


def _to_i(match: re.Match[str]) -> str:
    return match[1] + "iíìỉĩị"["yýỳỷỹỵ".index(match[2].lower())]


def _to_y(match: re.Match[str]) -> str:
    return match[1] + "yýỳỷỹỵ"["iíìỉĩị".index(match[2].lower())]


def _half_telex(page: Found, draw: random.Random) -> str:
    """Diacritics as they should be, until the input method was switched off somewhere in the title."""
    words = page.title.split()
    turn = draw.randrange(1, max(2, len(words)))
    return " ".join([*words[:turn], telex(" ".join(words[turn:]), draw.random() < 0.5)])


def _shortened(page: Found, _: random.Random) -> str | None:
    text = page.title
    for phrase in phrases():
        text = re.sub(rf"\b{re.escape(' '.join(phrase.full))}\b", "".join(phrase.short), text, flags=re.IGNORECASE)
    return text if text != page.title else None


def _written_out(page: Found, _: random.Random) -> str | None:
    text = page.title
    for phrase in phrases():
        if len(phrase.short) == 1:
            text = re.sub(rf"(?<![/\w-]){re.escape(phrase.short[0])}\b", " ".join(phrase.full), text)
    return text if text != page.title else None


def _number(spelling: Callable[[str], str]) -> Maker:
    """The first document number of a page, in some spelling."""

    def make(page: Found, _: random.Random) -> str | None:
        for item in find_all(page.text):
            if document_keys(item.document.text):
                return spelling(item.document.text)
        return None

    return make


def _spaced(number: str) -> str:
    return re.sub(r"[/-]", " ", fold(number))


def _glued(number: str) -> str:
    return fold(number) if "/20" in number else re.sub(r"[/-]", "", fold(number))


def _run(page: Found, draw: random.Random) -> str | None:
    """Six syllables from anywhere in a body."""
    words = tokens(page.body)
    if len(words) <= 6:
        return None
    start = draw.randrange(len(words) - 6)
    return " ".join(words[start : start + 6])


def _shuffled(page: Found, draw: random.Random) -> str:
    words = page.title.split()
    draw.shuffle(words)
    return " ".join(words)


def _without_one(page: Found, draw: random.Random) -> str | None:
    words = page.title.split()
    del words[draw.randrange(len(words))]
    return " ".join(words) if len(words) > 3 else None


def _prefix(page: Found, draw: random.Random) -> str:
    """A title as far as it was typed, in the middle of a word."""
    return page.title[: max(12, int(len(page.title) * draw.uniform(0.5, 0.8)))].rstrip()


def _part(page: Found, draw: random.Random) -> str:
    words = page.title.split()
    start = draw.randrange(max(1, len(words) - 5))
    return " ".join(words[start : start + 6])


class _RareWords:
    """Two syllables that few pages have, and only one has both."""

    def __init__(self, judgments: Judgments) -> None:
        self.holding = judgments.holding
        self.most = max(3, len(judgments.pages) // 100)

    def __call__(self, page: Found, draw: random.Random) -> str | None:
        words = sorted({word for word in tokens(page.body.lower()) if word.isalpha()})
        few = [word for word in words if 1 < len(self.holding[bare(word)]) <= self.most]
        few.sort(key=lambda word: len(self.holding[bare(word)]))
        if len(few) < 2:
            return None
        one, other = draw.sample(few[:20], 2)
        return f"{one} {other}" if len(self.holding[bare(one)] & self.holding[bare(other)]) == 1 else None


UNACCENTED: Final = "-unaccented"
"""Ends the name of a kind that asks as its twin does, without diacritics."""


def _twins(kind: str, maker: Maker, judge: Callable[[bool], Judge]) -> dict[str, tuple[Maker, Judge]]:
    return {kind: (maker, judge(True)), kind + UNACCENTED: (maker, judge(False))}


KINDS: Final[dict[str, tuple[Maker, Judge]]] = {
    **_twins("title", lambda page, _: page.title, lambda _: _own),
    "title-partly": (_partly, _own),
    "title-nfd": (lambda page, _: unicodedata.normalize("NFD", page.title), _own),
    "title-tone": (_other_tone, _own),
    "title-iy": (_other_i, _own),
    "title-capitals": (lambda page, _: page.title.upper(), _own),
    "telex": (lambda page, _: telex(page.title, True), _own),
    "telex-inside": (lambda page, _: telex(page.title, False), _own),
    "telex-half": (_half_telex, _own),
    "vni": (lambda page, draw: vni(page.title, draw.random() < 0.5), _own),
    **_twins("typo", lambda page, draw: slipped(page.title.split(), draw), lambda _: _own),
    "phrase-to-short": (_shortened, _own),
    "short-to-phrase": (_written_out, _own),
    **_twins("without-one", _without_one, lambda _: _own),
    **_twins("shuffled", _shuffled, lambda _: _own),
    **_twins("prefix", _prefix, _in_title),
    **_twins("part", _part, _anywhere),
    **_twins("run", _run, _anywhere),
    "number": (_number(str), _quoting),
    "number-spaces": (_number(_spaced), _quoting),
    "number-glued": (_number(_glued), _quoting),
}
