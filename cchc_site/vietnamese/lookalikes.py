"""Letters of other alphabets that look like Latin ones, and characters that nobody sees.

A Cyrillic "С" in "ССHC" looks right and is found by no search. The table holds the letters whose usual shape is that of
a Latin letter (Unicode Technical Standard 39, confusables), not those that merely resemble one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

_CYRILLIC: Final = dict(zip("АВЕЅІЈКМНОРСТХУЗЬаеѕіјорсухԁһԛԝѐёїў", "ABESIJKMHOPCTXY3baesijopcyxdhqwèëïў", strict=True))
_GREEK: Final = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυϲ", "ABEZHIKMNOPTYXovikpuc", strict=True))
_LATIN: Final = {"Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ", "ð": "đ", "ı": "i", "ɑ": "a", "ɡ": "g"}
LATIN_FOR: Final = {**_CYRILLIC, **_GREEK, **_LATIN}
"""What was probably meant by each look-alike."""

_FOREIGN: Final = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufe00-\ufe0e\ufff9-\ufffb]"
)
_STYLED: Final = re.compile("[\uff01-\uff5e\ufb00-\ufb06\u2100-\u214f\u24b6-\u24e9\U0001d400-\U0001d7ff]")
_KEPT: Final = frozenset("℃℉№™Ω℮")
_LOOSE_MARK: Final = re.compile(
    "(?:^|[^\\w\u0300-\u036f])[\u0300-\u036f]|[\u0300-\u036f]{2}|[b-df-hj-np-tv-xzđ][\u0300-\u036f]"
)


class LookAlike(Struct, frozen=True):
    """A word at `text[start:end]` with letters of another alphabet; `meant` is it in Latin letters."""

    text: str
    start: int
    end: int
    meant: str
    letters: tuple[str, ...]


def find_look_alikes(text: str) -> Iterator[LookAlike]:
    """Words that mix alphabets, or that are written wholly in letters that look Latin.

    A lone Greek letter (μ, Ω, α) is a symbol, a word in real Cyrillic or Greek a quotation: both are left alone.
    """
    if not _FOREIGN.search(text) and not any(letter in text for letter in _LATIN):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        strange = [letter for letter in word if letter in LATIN_FOR]
        if not strange:
            continue
        foreign = [letter for letter in word if _FOREIGN.match(letter)]
        latin = len(word) - len(foreign)
        if foreign and not latin and (len(word) < 2 or len(strange) < len(word)):
            continue
        yield LookAlike(word, match.start(), match.end(), latinised(word), tuple(dict.fromkeys(strange)))


def latinised(word: str) -> str:
    """The word with look-alikes replaced by what they look like."""
    return "".join(LATIN_FOR.get(letter, letter) for letter in word)


def find_odd_forms(text: str) -> Iterator[tuple[int, str, str]]:
    """(offset, the characters, what they are) of invisible characters, styled letters and stray tone marks.

    Styled letters are the "bold" and "full-width" alphabets pasted from social networks: a screen reader spells them or
    is silent, and no search finds them.
    """
    for match in _INVISIBLE.finditer(text):
        if match[0] == "\u200d" and _joins_pictures(text, match.start()):
            continue
        yield match.start(), match[0], "ký tự không hiện hình"
    for match in _STYLED.finditer(text):
        if match[0] not in _KEPT and unicodedata.normalize("NFKC", match[0]) != match[0]:
            yield match.start(), match[0], "chữ kiểu trang trí"
    for match in _LOOSE_MARK.finditer(text):
        yield match.end() - 1, match[0], "dấu thanh đứng lạc"


def _joins_pictures(text: str, offset: int) -> bool:
    """A zero-width joiner inside an emoji."""
    after = text[offset + 1 : offset + 2]
    return bool(after) and unicodedata.category(after) in ("So", "Sk")


def plain_forms(text: str) -> str:
    """The text without invisible characters and with styled letters made plain; nothing else changes."""

    def plain(match: re.Match[str]) -> str:
        return match[0] if match[0] in _KEPT else unicodedata.normalize("NFKC", match[0])

    visible = _INVISIBLE.sub(lambda m: m[0] if m[0] == "\u200d" and _joins_pictures(text, m.start()) else "", text)
    return _STYLED.sub(plain, visible)
