"""Running text made ready for an announcer."""

from __future__ import annotations

import re
from typing import Final

from cchc_site.vietnamese.speech import running_codes, running_moments, running_numbers
from cchc_site.vietnamese.speech.reading import Reading, Rule, starts_sentence
from cchc_site.vietnamese.text import nfc

_START: Final = re.compile(r"(?<!\w)[\w(−-]")
_LINK: Final = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:vn|com|org|net)\b(?:/\S*)?"
)


def _leave_link(text: str, position: int) -> Reading | None:
    match = _LINK.match(text, position)
    return Reading(match[0], match.end()) if match else None


# The first rule that answers wins, so the most particular stand first.
_RULES: Final[tuple[Rule, ...]] = (
    _leave_link,
    *running_codes.RULES,
    *running_moments.RULES,
    *running_numbers.RULES,
)


def speak(text: str) -> str:
    """Return ``text`` (plain text, no markup) with everything that is not words put into words.

    Dates, times, numbers, percentages, money, document numbers, Roman numerals after words such as
    ``quý`` and ``chương``, and known abbreviations are read out; web and e-mail addresses, unknown
    abbreviations and figures grown together with letters (``A4``) stay as they are, because a wrong
    reading is worse than none.
    """
    text = nfc(text)
    spoken: list[str] = []
    done = 0
    while start := _START.search(text, done):
        position = start.start()
        spoken.append(text[done:position])
        reading = _read(text, position)
        if reading is None:
            spoken.append(start[0])
            done = start.end()
            continue
        if not reading.words and spoken:
            spoken[-1] = spoken[-1].rstrip()
        spoken.append(_with_capital(text, position, reading.words))
        done = reading.end
    spoken.append(text[done:])
    return "".join(spoken)


def _read(text: str, position: int) -> Reading | None:
    for rule in _RULES:
        if reading := rule(text, position):
            return reading
    return None


def _with_capital(text: str, position: int, words: str) -> str:
    # A link keeps its own letters, and so does every word that was not changed.
    if text.startswith(words, position) or not starts_sentence(text, position):
        return words
    return words[:1].upper() + words[1:]
