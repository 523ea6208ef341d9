"""What a machine may mend by itself: forms of letters, tone marks, dashes, spaces. Never a word's meaning."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from cchc_site.column.unit import Unit
from cchc_site.desk.protected import mend_lines
from cchc_site.vietnamese import abbreviations, document_numbers
from cchc_site.vietnamese.lookalikes import find_look_alikes, plain_forms
from cchc_site.vietnamese.text import ToneStyle, canonical_tone, nfc

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]")
_DASH = "[\u2010-\u2015\u2212]"
_NUMBER = re.compile(
    rf"(?<![\w/.-])\d{{1,5}}[a-z]?(?:[ \u00a0]?(?:[/-]|{_DASH})[ \u00a0]?[A-ZĐa-z0-9&]{{1,12}}){{1,4}}(?![\w/-])"
)
_QUOTED = re.compile(r"[“\"‘][^\W\d_]+[”\"’]")
_CODE_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")


class House(Struct, frozen=True):
    """The house style: where tone marks stand, and names whose hyphen must not become a dash."""

    tone: ToneStyle = "first"
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, tone: str, units: Iterable[Unit]) -> House:
        """The style of a column: its tone marks, and the names of its units and of the known agencies."""
        known = [full for entry in abbreviations.all_abbreviations() for full in entry.full]
        names = [name for name in [*known, *(unit.name for unit in units)] if " - " in name]
        return cls("second" if tone == "second" else "first", tuple(dict.fromkeys(names)))


def mend(text: str, house: House) -> str:
    """The file's text mended; mending twice changes nothing more."""
    text = nfc(_BIDI.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    names = _name_pattern(house.names)
    steps: tuple[Callable[[str], str], ...] = (
        plain_forms,
        _own_letters,
        lambda part: _tones(part, house.tone),
        _number_dashes,
        lambda part: _name_dashes(part, names),
    )

    def all_steps(part: str) -> str:
        for step in steps:
            part = step(part)
        return part

    return _spaces(nfc(mend_lines(text, all_steps)))


def diff(path: str, before: str, after: str) -> str:
    """A unified diff, as people who review changes read it."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{path} (trước)", f"{path} (sau)", lineterm="", n=1
    )
    return "\n".join(lines) + "\n"


def _own_letters(text: str) -> str:
    """Look-alikes in words that are otherwise Latin; a word wholly in another alphabet is left to a person."""
    for found in reversed(list(find_look_alikes(text))):
        if any(not "\u0370" <= letter <= "\u052f" for letter in found.text):
            text = text[: found.start] + found.meant + text[found.end :]
    return text


def _tones(text: str, style: ToneStyle) -> str:
    """A word alone in quotation marks is spoken about and keeps its spelling."""
    kept = {match.span(): match.group() for match in _QUOTED.finditer(text)}
    mended = canonical_tone(text, style)
    if len(mended) != len(text):
        return text
    for (start, end), word in kept.items():
        mended = mended[:start] + word + mended[end:]
    return mended


def _number_dashes(text: str) -> str:
    """A document's number that only its dashes or spaces keep from being one: 37/KH–UBND, 30/2020/NĐ – CP."""

    def right(match: re.Match[str]) -> str:
        written = match.group()
        candidate = re.sub(_DASH, "-", re.sub(r"[ \u00a0]", "", written))
        if candidate == written:
            return written
        try:
            return document_numbers.parse(candidate).text
        except ValueError:
            return written

    return _NUMBER.sub(right, text)


def _name_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    forms = (re.escape(name).replace(r"\ \-\ ", rf"[ \u00a0]*(?:-|{_DASH})[ \u00a0]*") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _name_dashes(text: str, names: re.Pattern[str] | None) -> str:
    """“Lao động – Thương binh và Xã hội” is written with a hyphen between spaces."""
    if names is None:
        return text
    return names.sub(lambda m: re.sub(rf"[ \u00a0]*(?:-|{_DASH})[ \u00a0]*", " - ", m.group()), text)


def _spaces(text: str) -> str:
    """No spaces at the ends of lines, except the two that break a line inside a paragraph; one line end at the end."""
    lines = text.split("\n")
    fence = False
    for number, line in enumerate(lines):
        if _CODE_FENCE.match(line):
            fence = not fence
        if fence:
            continue
        bare = line.rstrip(" \t")
        follows = number + 1 < len(lines) and bool(lines[number + 1].strip())
        lines[number] = bare + "  " if line.endswith("  ") and bare and follows and not bare.startswith("---") else bare
    return "\n".join(lines).rstrip("\n") + "\n" if text.strip() else text
