"""When two spellings are one word: bare syllables, and what their diacritics were.

`browser/text.js` does exactly the same to a query; `tests/publish/search/folding_vectors.json` holds both to it.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from itertools import product
from typing import Final

from cchc_site.vietnamese.text import fold, loose, nfc, with_i

LONGEST: Final = 24
"""Characters of a token that matter; what is longer is no word."""

_TOKEN: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_AROUND: Final = f"{string.punctuation}“”‘’–—…"
"""What stands around most words that do not stand alone, and is in none."""
_TONES: Final = {"\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
_MARKS: Final = {"\u0302": 6, "\u0306": 12, "\u031b": 12}
_D_WITH_STROKE: Final = 18


def tokens(text: str) -> list[str]:
    """The words of a text, in order, in NFC and as they were written."""
    text = nfc(text).strip(_AROUND)
    # Letters and digits alone are what `_TOKEN` finds.
    return [text] if text.isalnum() else _TOKEN.findall(_INVISIBLE.sub("", text))


def bare(token: str) -> str:
    """The token without case, diacritics and the choice between i and y; empty when it is no word for search.

    Characters beyond the Basic Multilingual Plane are left out because browsers sort them differently.
    """
    if max(token, default="") > "\uffff":
        return ""
    return loose(fold(token)[:LONGEST])


def accent(token: str) -> int:
    """What `bare` took away, as one number: tone + 6 for a circumflex, 12 for a horn or breve + 18 for đ.

    It does not depend on where the tone was placed, so hòa and hoà are equal here too.
    """
    tone, mark = 0, 0
    decomposed = unicodedata.normalize("NFD", token.lower())
    for char in decomposed:
        tone = _TONES.get(char, tone)
        mark = _MARKS.get(char, mark)
    return tone + mark + (_D_WITH_STROKE if "đ" in decomposed else 0)


def folded(word: str) -> tuple[str, int]:
    """`bare` and `accent` of a word in lower case."""
    plain = word.translate(_PLAIN)
    if not plain.isascii() or len(plain) > LONGEST:
        return bare(word), accent(word)
    tone, mark, stroke = 0, 0, 0
    for char in word if plain != word else "":
        if char in _ACCENTED:
            own_tone, own_mark, own_stroke = _ACCENTED[char]
            tone, mark, stroke = own_tone or tone, own_mark or mark, own_stroke or stroke
    return (with_i(plain) if "y" in plain else plain), tone + mark + stroke


def _letters() -> Iterator[tuple[str, str, tuple[int, int, int]]]:
    """Every letter of Vietnamese with diacritics: without them, and its tone, mark and stroke."""
    yield "đ", "d", (0, 0, _D_WITH_STROKE)
    for letter, mark, tone in product("aeiouy", ("", *_MARKS), ("", *_TONES)):
        composed = nfc(letter + mark + tone)
        if len(composed) == 1 and composed != letter:
            yield composed, letter, (_TONES.get(tone, 0), _MARKS.get(mark, 0), 0)


_PLAIN: Final = {ord(letter): ord(plain) for letter, plain, _ in _letters()}
_ACCENTED: Final = {letter: accents for letter, _, accents in _letters()}
