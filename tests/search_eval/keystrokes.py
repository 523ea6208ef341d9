"""What fingers do to a text: Telex and VNI keys that no input method turned into letters, and slips."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import Final

from cchc_site.vietnamese.text import fold

TELEX_TONES: Final = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI_TONES: Final = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
TELEX_MARKS: Final = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI_MARKS: Final = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
_NEAR: Final = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopoasdfghjkkxcvbnmn", strict=True),
)


def telex(text: str, at_end: bool) -> str:
    """The Telex keys of a text; tones after the vowel or at the end of the syllable."""
    return typed(text, TELEX_TONES, TELEX_MARKS, at_end)


def vni(text: str, at_end: bool) -> str:
    """The VNI keys of a text."""
    return typed(text, VNI_TONES, VNI_MARKS, at_end)


def typed(text: str, tones: dict[str, str], marks: dict[str, str], at_end: bool) -> str:
    """The keystrokes that write `text`."""

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


def slipped(words: list[str], draw: random.Random) -> str | None:
    """The words with one slip in one of them; None when none is long enough."""
    places = [place for place, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    if not places:
        return None
    place = draw.choice(places)
    return " ".join([*words[:place], slip(words[place], draw), *words[place + 1 :]])
