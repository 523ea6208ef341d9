"""Running text made ready for an announcer."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from string import ascii_lowercase
from typing import Final

from cchc_site.vietnamese import abbreviations
from cchc_site.vietnamese.speech import running_codes, running_moments, running_numbers
from cchc_site.vietnamese.speech.reading import Reading, Rule, starts_sentence
from cchc_site.vietnamese.text import nfc

_START: Final = r"(?<!\w){}[\w(−-]"
_SMALL: Final = "đ" + "".join(
    chr(code) for code in range(0x1EFA) if unicodedata.normalize("NFD", chr(code))[0] in ascii_lowercase
)
"""Small letters of Vietnamese; none that is another's capital or twin to a pattern that minds no capitals."""
_LARGE: Final = "".join(large for small in _SMALL if len(large := small.upper()) == 1)
_TAKEN: Final = (
    "ngày|tháng|từ|thứ|quý|quí|phần|chương|mục|phụ|khóa|khoá|đại|thế|nhiệm|kỳ|tập|hạng|nhóm|vùng|khu|loại|bậc|biểu"
)
"""The small words that a rule begins with; with a capital too."""
_ENDED: Final = r"(?:[\s,;!?)]|[.:]?(?:\s|\Z))"
"""What stands behind a word that is no part of an address."""
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


@cache
def _starts() -> re.Pattern[str]:
    """Where a rule may have something to say: not in a word of small letters, or of more behind a capital, that none
    begins with and that ends as words do.
    """
    spelled = {word[0] for spelling in abbreviations.spellings() if (word := re.match(r"[^\W\d_]+", spelling))}
    taken = "|".join([_TAKEN, *(word.capitalize() for word in _TAKEN.split("|")), *sorted(spelled)])
    return re.compile(_START.format(rf"(?!(?!(?:{taken})\b)[{_LARGE}]?[{_SMALL}]+{_ENDED})"))


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
    starts = _starts()
    while start := starts.search(text, done):
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
