"""Known-item queries: what a reader types who has seen a piece and wants it again, in every way people type."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cchc_site.publish.search.document_keys import document_keys
from cchc_site.publish.search.documents import SearchDocument
from cchc_site.publish.search.folding import bare, tokens
from cchc_site.publish.search.phrases import phrases
from cchc_site.vietnamese.document_numbers import find_all
from cchc_site.vietnamese.text import canonical_tone, fold

_TELEX_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_TONES: Final = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_MARKS: Final = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI_MARKS: Final = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
_NEAR: Final = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoasdfghjkkxcvbnmn", strict=True),
)


@dataclass(frozen=True)
class KnownItem:
    """A query of one kind, and the addresses of which one must come first (for a topic, several would do)."""

    kind: str
    text: str
    answers: frozenset[str]


Maker = Callable[[SearchDocument, random.Random], str | None]


def known_items(documents: Sequence[SearchDocument], each: int, seed: int) -> Iterator[KnownItem]:
    """Up to `each` queries of every kind, drawn with the seed."""
    for kind, maker in _makers(documents).items():
        draw = random.Random(f"{seed}/{kind}")
        made = 0
        for document in draw.sample(list(documents), len(documents)):
            text = maker(document, draw)
            if text:
                yield KnownItem(kind, text, frozenset({document.address}))
                made += 1
            if made == each:
                break


def topics(documents: Sequence[SearchDocument], each: int, seed: int) -> Iterator[KnownItem]:
    """Two words that stand together in the titles of a few pieces, with and without diacritics.

    The judgment is the title: a piece with both words side by side in it is about them.
    """
    draw = random.Random(f"{seed}/topic")
    titles: dict[tuple[str, str], set[str]] = {}
    for document in documents:
        for pair in pairwise(tokens(document.title.lower())):
            titles.setdefault(pair, set()).add(document.address)
    known = sorted(pair for pair, found in titles.items() if 2 <= len(found) <= max(3, len(documents) // 20))
    for pair in draw.sample(known, min(each, len(known))):
        answers = {address for other, found in titles.items() if _same(pair, other) for address in found}
        yield KnownItem("topic", " ".join(pair), frozenset(titles[pair]))
        yield KnownItem("topic-unaccented", fold(" ".join(pair)), frozenset(answers))


def _same(left: tuple[str, str], right: tuple[str, str]) -> bool:
    return [*map(bare, left)] == [*map(bare, right)]


def _makers(documents: Sequence[SearchDocument]) -> dict[str, Maker]:
    return KINDS | {
        "number": _OwnNumber(documents, str),
        "number-spaces": _OwnNumber(documents, _with_spaces),
        "number-glued": _OwnNumber(documents, _glued),
        "two-rare": _RareWords(documents),
    }


def _title(document: SearchDocument, _: random.Random) -> str:
    return document.title


def _unaccented(document: SearchDocument, _: random.Random) -> str:
    return fold(document.title)


def _partly(document: SearchDocument, draw: random.Random) -> str:
    return " ".join(word if draw.random() < 0.5 else fold(word) for word in document.title.split())


def _nfd(document: SearchDocument, _: random.Random) -> str:
    return unicodedata.normalize("NFD", document.title)


def _other_tone(document: SearchDocument, _: random.Random) -> str | None:
    moved = canonical_tone(document.title, "second")
    return moved if moved != document.title else None


def _other_i(document: SearchDocument, _: random.Random) -> str | None:
    swapped = re.sub(r"\b(h|k|l|m|t|qu|s|v)([yýỳỷỹỵ])\b", _to_i, document.title, flags=re.IGNORECASE)
    swapped = (
        re.sub(r"\b(h|k|l|m|t|s|v)([iíìỉĩị])\b", _to_y, swapped, flags=re.IGNORECASE)
        if swapped == document.title
        else swapped
    )
    return swapped if swapped != document.title else None


def _to_i(match: re.Match[str]) -> str:
    return match[1] + "iíìỉĩị"["yýỳỷỹỵ".index(match[2].lower())]


def _to_y(match: re.Match[str]) -> str:
    return match[1] + "yýỳỷỹỵ"["iíìỉĩị".index(match[2].lower())]


def typed(text: str, tones: dict[str, str], marks: dict[str, str], at_end: bool) -> str:
    """The keystrokes that write `text`; tones after the vowel or at the end of the syllable."""

    def word(match: re.Match[str]) -> str:
        keys, tone = "", ""
        for char in unicodedata.normalize("NFC", match[0]):
            base = unicodedata.normalize("NFD", char)
            found = next((mark for mark in base if mark in tones), "")
            letter = unicodedata.normalize("NFC", base.replace(found, "") if found else base)
            keys += marks.get(letter, letter)
            if found:
                tone = tones[found]
                keys += "" if at_end else tone
        return keys + (tone if at_end else "")

    return re.sub(r"[^\W\d_]+", word, text.lower())


def _telex(document: SearchDocument, _: random.Random) -> str:
    return typed(document.title, _TELEX_TONES, _TELEX_MARKS, True)


def _telex_inside(document: SearchDocument, _: random.Random) -> str:
    return typed(document.title, _TELEX_TONES, _TELEX_MARKS, False)


def _vni(document: SearchDocument, draw: random.Random) -> str:
    return typed(document.title, _VNI_TONES, _VNI_MARKS, draw.random() < 0.5)


def slip(word: str, draw: random.Random) -> str:
    """The word with one slip of the finger."""
    place = draw.randrange(len(word))
    way = draw.randrange(4)
    if way == 0:
        return word[:place] + word[place + 1 :]
    if way == 1:
        return word[:place] + word[place] + word[place:]
    if way == 2 and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + _NEAR.get(fold(word[place]), "e") + word[place + 1 :]


def _slipped(words: list[str], draw: random.Random) -> str | None:
    places = [place for place, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    if not places:
        return None
    place = draw.choice(places)
    words[place] = slip(words[place], draw)
    return " ".join(words)


def _typo(document: SearchDocument, draw: random.Random) -> str | None:
    return _slipped(document.title.split(), draw)


def _typo_unaccented(document: SearchDocument, draw: random.Random) -> str | None:
    return _slipped(fold(document.title).split(), draw)


def _shortened(document: SearchDocument, _: random.Random) -> str | None:
    text = document.title
    for phrase in phrases():
        text = re.sub(rf"\b{re.escape(' '.join(phrase.full))}\b", "".join(phrase.short), text, flags=re.IGNORECASE)
    return text if text != document.title else None


def _written_out(document: SearchDocument, _: random.Random) -> str | None:
    text = document.title
    for phrase in phrases():
        if len(phrase.short) == 1:
            text = re.sub(rf"\b{re.escape(phrase.short[0])}\b", " ".join(phrase.full), text)
    return text if text != document.title else None


class _OwnNumber:
    """A number of a document that one piece alone quotes, in some spelling."""

    def __init__(self, documents: Iterable[SearchDocument], spelling: Callable[[str], str]) -> None:
        self.numbers = {document.id: document_keys(f"{document.title}\n{document.body}") for document in documents}
        self.counts = Counter(key for keys in self.numbers.values() for key in keys)
        self.spelling = spelling

    def __call__(self, document: SearchDocument, _: random.Random) -> str | None:
        for item in find_all(f"{document.title}\n{document.body}"):
            keys = document_keys(item.document.text)
            if keys and self.counts[keys[0]] == 1:
                return self.spelling(item.document.text)
        return None


def _with_spaces(number: str) -> str:
    return re.sub(r"[/-]", " ", fold(number))


def _glued(number: str) -> str:
    return fold(number) if "/20" in number else re.sub(r"[/-]", "", fold(number))


def _run(length: int, unaccented: bool) -> Maker:
    def make(document: SearchDocument, draw: random.Random) -> str | None:
        words = tokens(document.body)
        if len(words) <= length:
            return None
        start = draw.randrange(len(words) - length)
        text = " ".join(words[start : start + length])
        return fold(text) if unaccented else text

    return make


def _shuffled(unaccented: bool) -> Maker:
    def make(document: SearchDocument, draw: random.Random) -> str:
        words = document.title.split()
        draw.shuffle(words)
        return fold(" ".join(words)) if unaccented else " ".join(words)

    return make


def _prefix(document: SearchDocument, draw: random.Random) -> str:
    half = document.title[: max(12, int(len(document.title) * draw.uniform(0.5, 0.8)))]
    return half.rstrip()


def _prefix_unaccented(document: SearchDocument, draw: random.Random) -> str:
    return fold(_prefix(document, draw))


def _part(document: SearchDocument, draw: random.Random) -> str:
    words = document.title.split()
    start = draw.randrange(max(1, len(words) - 5))
    return " ".join(words[start : start + 6])


def _part_unaccented(document: SearchDocument, draw: random.Random) -> str:
    return fold(_part(document, draw))


class _RareWords:
    """Two syllables of a body that few documents have, and only one has both."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self.counts: dict[str, int] = {}
        self.sets = {document.id: frozenset(map(bare, tokens(document.body))) for document in documents}
        for words in self.sets.values():
            for word in words:
                self.counts[word] = self.counts.get(word, 0) + 1

    def __call__(self, document: SearchDocument, draw: random.Random) -> str | None:
        words = sorted(set(tokens(document.body.lower())), key=lambda word: (self.counts[bare(word)], word))
        few = [
            word for word in words if 1 < self.counts[bare(word)] <= max(3, len(self.sets) // 100) and word.isalpha()
        ]
        if len(few) < 2:
            return None
        chosen = draw.sample(few[:20], 2)
        asked = {bare(word) for word in chosen}
        return " ".join(chosen) if sum(asked <= words for words in self.sets.values()) == 1 else None


KINDS: Final[dict[str, Maker]] = {
    "title": _title,
    "title-unaccented": _unaccented,
    "title-partly": _partly,
    "title-nfd": _nfd,
    "title-tone": _other_tone,
    "title-iy": _other_i,
    "title-capitals": lambda document, _: document.title.upper(),
    "telex": _telex,
    "telex-inside": _telex_inside,
    "vni": _vni,
    "typo": _typo,
    "typo-unaccented": _typo_unaccented,
    "phrase-to-short": _shortened,
    "short-to-phrase": _written_out,
    "run": _run(6, False),
    "run-unaccented": _run(6, True),
    "shuffled": _shuffled(False),
    "shuffled-unaccented": _shuffled(True),
    "prefix": _prefix,
    "prefix-unaccented": _prefix_unaccented,
    "part": _part,
    "part-unaccented": _part_unaccented,
}
