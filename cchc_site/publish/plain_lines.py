"""Lines of pages, feeds and data in which nothing personal can stand: most lines, told without taking them apart.

A line is looked at as it is written, tags and all, and every doubt counts against it: digits are taken for one number
whatever tags, dots and blanks stand between them. So what is said of a line here holds for each way to read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_END: Final = b"\x1e"
_JOINERS: Final = b" \t.()%-\xc2\xa0\xe2\x80\x90\x91\x92\x93\x94\x95\x8b\x8c\x8d\x81\xad"
"""All bytes of what may stand within a number: blanks, dashes, signs that nobody sees. More is taken for one number."""
_FOREIGN: Final = bytes([*range(0xD9, 0xE1), *range(0xEA, 0x100)])
"""The first bytes of letters that no Vietnamese text needs, among them digits but 0-9. (Others begin with E1.)"""
_DIGITS: Final = bytes.maketrans(b"123456789{AT" + _FOREIGN, b"000000000[at" + b"\x01" * len(_FOREIGN))
"""A digit is like another, so are some signs."""
_DAY: Final = re.compile(rb'20(?<=[">]20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?=[T"])')
"""A day for machines: nobody's number."""


def _any_case(word: str) -> str:
    """A pattern of a word in small or large letters, or in the few others that Unicode takes for them."""
    others = {"i": "ıİ", "k": "\u212a", "s": "ſ"}
    return "".join(f"(?:{'|'.join([letter, letter.upper(), *others.get(letter, '')])})" for letter in word)


def _compiled(*signs: tuple[bytes, str]) -> tuple[tuple[bytes, re.Pattern[bytes]], ...]:
    return tuple((sign, re.compile(pattern.encode())) for sign, pattern in signs)


_DIGIT: Final = "|".join(map(_any_case, (
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín",
)))  # fmt: skip
_NEXT: Final = rf"(?:<|[ ,.-]+(?:[^ ,.<-]{{0,6}}<|(?:{_DIGIT})"
_SPOKEN: Final = f"{_NEXT}{_NEXT}))))"
"""What goes on behind “không” with two digits in words, or may do so behind a tag."""
_OFFICE: Final = r"(?:[A-Za-z0-9-]{1,63}\.){1,3}(?:gov\.vn|example)(?![A-Za-z0-9.<&\xc2\xe2-])"
_SIGNS: Final = _compiled(
    # Letters of other scripts that begin as Vietnamese ones do, and signs that nobody sees.
    (b"\xe1", r"\xe1(?![\xb8-\xbb])"),
    (b"\xe2", r"\xe2(?:\x80[\x8b-\x8d]|\x81\xa0)"),
    (b"\xad", r"\xad(?<=\xc2\xad)"),
    # Mailboxes, as they are written and as they are spelt; those of offices are nobody's.
    (b"@", rf"@(?:[ <]|(?<=[ >]@)|(?<=[A-Za-z0-9._%+-]@)(?!{_OFFICE})[A-Za-z0-9-])"),
    (b"(", r"\((?:[aA]?<|[aA][tT])"),
    (b"\xb2", r"\xb2(?<=[cC>]ò)(?:<|[nN](?:<|[gG][ <]))"),
    (b"\x92", r"\x92(?<=[cC>]Ò)(?:<|[nN](?:<|[gG][ <]))"),
    # Numbers in words.
    (b"\xb4", rf"\xb4(?:(?<=[kK>]hô)|(?<=>ô))(?:<|n<|ng{_SPOKEN})"),
    (b"\x94", rf"\x94(?:(?<=[kK>]HÔ)|(?<=>Ô))(?:<|N<|NG{_SPOKEN})"),
    # Signs written otherwise; comments; values and links that may go on in the next line; unusual drawings.
    (b"&", r"&(?=[A-Za-z#])(?!(?:amp|lt|gt|quot|#34|#39);)"),
    (b"!", r"!(?<=<!)"),
    (b">", r">(?<=[]-][]-]>)"),
    (b"=", r"=(?:['\s\x1c-\x1f\xc2\xe1\xe2\xe3]|\Z)"),
    (b":", r":(?<=[lLsSoO>]:)(?:<[^<>]*>|[^<>0-9A-Za-z\x1e])*+(?:\x1e|\Z)"),
    (b"<", r"<[^<>\x1e]*+(?![<>])"),
    (b"=", r'="[^"\x1e]*+(?!")'),
    (b"<", r"</?[sS](?:[tT][yY][lL][eE]|[vV][gG](?<!<svg)(?<!</svg)|vg(?![ >]))"),
    (b"<svg", r"<svg[^<\x1e]*+(?:<(?!/svg>)[^<\x1e]*+)*+(?!<)"),
)
"""What may begin something personal, or may go on in another line: a sign to look for first, and a pattern."""
_IN_DIGITS: Final = _compiled(
    (b"0000000", "0000000"),  # no number that is looked for is shorter
    (b">0", "<(?<=0<)[^<>]*>(?:<[^<>]*>)*+0"),
    (b"\x01", "\x01"),
    (b"[", r"\[(?:a?<|at)"),
)
"""The same among `_DIGITS` without `_JOINERS`."""


def doubtful(lines: Iterable[bytes]) -> list[bytes]:
    """Those of the lines that have to be read: they may say something personal, or not by themselves what they say."""
    rows = [*lines]
    seen = _DAY.sub(b"2", _without_lines(_END.join(rows)))
    bare = seen.translate(_DIGITS, _JOINERS)
    if seen.count(_END) >= len(rows):
        return rows
    signs = [pattern for sign, pattern in _SIGNS if sign in seen and pattern.search(seen)]
    digits = [pattern for sign, pattern in _IN_DIGITS if sign in bare and pattern.search(bare)]
    if not signs and not digits:
        return []
    return [
        row
        for row, line, numbers in zip(rows, seen.split(_END), bare.split(_END), strict=True)
        if (signs and any(pattern.search(line) for pattern in signs))
        or (digits and any(pattern.search(numbers) for pattern in digits))
    ]


def _without_lines(text: bytes) -> bytes:
    """The text without the lines that drawings are made of, each a tag with nothing but numbers, which nobody reads."""
    first, *others = text.split(b'<path d="')
    parts = [first]
    for other in others:
        line, end, following = other.partition(b'"/>')
        is_line = end and not any(sign in line for sign in (b'"', b"<", b">", _END))
        parts += (b"<>", following) if is_line else (b'<path d="', other)
    return b"".join(parts)
