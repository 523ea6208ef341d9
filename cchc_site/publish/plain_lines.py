"""Lines of pages, feeds and data in which nothing personal can stand: most lines, told without taking them apart.

A line is looked at as it is written, tags and all, and every doubt counts against it: digits are taken for one number
whatever tags, dots and blanks stand between them. So what is said of a line here holds for each way to read it.
One search of RE2 looks for all signs at once, however many they are; it knows no looking around, so that each sign is
written with what stands beside it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re2

_JOINER: Final = r"[ \t.()%\xc2\xa0\xe2\x80\x90-\x95\x8b-\x8d\x81\xad-]"
"""All bytes of what may stand within a number: blanks, dashes, signs that nobody sees. More is taken for one number."""
_NO_DASH: Final = _JOINER.replace("-]", "]")
_TAG: Final = r"<[^<>\n]*>"
_BETWEEN: Final = f"(?:{_JOINER}|{_TAG})"
_LEAST: Final = 7
"""Digits of the shortest number that is looked for."""
_DAY: Final = "20DD-DD-DD"
"""A day for machines, with any digits, is nobody's number when `"` or `>` stands before it, `T`, `"` or `<` behind."""
_DRAWN: Final = '<path d="'
"""What the lines of a drawing begin with: nobody reads their numbers."""
_NAME: Final = "[A-Za-z0-9._%+-]"
_HOST: Final = "[A-Za-z0-9.-]"
_NOT_HOST: Final = r"\x00-\x09\x0b-,/:-@[-`{-\xff"
_END: Final = r"(?m:$)"


def _any_case(word: str) -> str:
    """A pattern of a word in small or large letters, or in the few others that Unicode takes for them."""
    others = {"i": "ıİ", "k": "\u212a", "s": "ſ"}
    return "".join(f"(?:{'|'.join([letter, letter.upper(), *others.get(letter, '')])})" for letter in word)


def _unless(*words: str) -> str:
    """A pattern of what goes on otherwise than with one of the words: as far as the first byte that differs."""
    begun = dict.fromkeys(word[:end] for word in words for end in range(len(word)))
    nexts = {start: "".join(sorted({word[len(start)] for word in words if word.startswith(start)})) for start in begun}
    return "|".join(f"{start}(?:[^{following}\\n]|{_END})" for start, following in nexts.items())


def _digits(count: int) -> str:
    """A pattern of so many digits, whatever stands between them."""
    return rf"[0-9](?:{_BETWEEN}*[0-9]){{{count - 1}}}"


def _no_day() -> str:
    """A pattern of a number that is no day: somewhere it goes on otherwise."""
    ways = [rf"[013-9]{_BETWEEN}*{_digits(_LEAST - 1)}", rf"2[1-9]{_BETWEEN}*{_digits(_LEAST - 2)}"]
    for end in range(1, len(_DAY) - 1):
        apart = f"{_BETWEEN}+" if _DAY[end] != "-" else f"(?:(?:{_NO_DASH}|{_TAG}){_BETWEEN}*)?"
        ways.append(f"{_DAY[:end]}{apart}{_digits(_LEAST - len(_DAY[:end].replace('-', '')))}")
    ways += [rf"{_DAY[:-1]}(?:[^0-9\n]|{_END})", rf'{_DAY}(?:{_BETWEEN}+[0-9]|[^T"<\n]|{_END})']
    return "|".join(ways).replace("D", "[0-9]")


def _unless_behind(begin: str, other: str, *words: str) -> str:
    """A pattern of what ends otherwise than with one of the words: from the last byte on that differs. `begin` is a
    pattern of nothing before, `other` the begin of a class of bytes that leaves out some."""
    lasts = {
        word[start:]: {other[-len(word[start - 1 :])] for other in words if other.endswith(word[start:])}
        for word in words
        for start in range(1, len(word) + 1)
    }
    return "|".join(f"(?:{begin}|{other}{''.join(sorted(last))}]){end}" for end, last in lasts.items())


_DIGIT: Final = "|".join(map(_any_case, (
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín",
)))  # fmt: skip
_NEXT: Final = rf"(?:<|[ ,.-]+(?:[^ ,.<\n-]{{0,6}}<|(?:{_DIGIT})"
_SPOKEN: Final = f"{_NEXT}{_NEXT}))))"
"""What goes on behind “không” with two digits in words, or may do so behind a tag."""
_QUOTE: Final = "(?:" + _unless_behind("(?m:^)", r"[^\n", _DRAWN[:-1]) + ')"'
_IN_SIGHT: Final = f'(?:(?m:^)|[<>]|{_QUOTE})[^"<>\\n]*'
"""What stands before a number that is not in the line of a drawing."""
_NO_OFFICE: Final = _unless_behind("@", rf"@{_HOST}*[^\n{_NOT_HOST}", ".gov.vn", ".example")
_SIGNS: Final = (
    # Letters of other scripts, with digits but 0-9 among them, and signs that nobody sees.
    rf"\xe1(?:[^\xb8-\xbb\n]|{_END})",
    r"[\xd9-\xe0\xea-\xff]",
    r"\xe2(?:\x80[\x8b-\x8d]|\x81\xa0)",
    r"\xc2\xad",
    # Numbers: none that is looked for is shorter.
    rf'(?:{_IN_SIGHT}[^"<>0-9\n]|(?m:^)|<){_digits(_LEAST)}',
    rf"(?:>|{_QUOTE})(?:{_no_day()})",
    rf'{_DRAWN}[^"<>\n]*(?:[<>]|{_END}|"(?:{_unless("/>")}))',
    # Mailboxes, as they are written and as they are spelt; those of offices are nobody's.
    rf"@[ <]|[ >]@|{_NAME}@{_HOST}*[<&\xc2\xe2]|{_NAME}@(?:{_HOST}{{64}}|(?:[A-Za-z0-9-]*\.){{5}})",
    rf"{_NAME}(?:{_NO_OFFICE})(?:[{_NOT_HOST}]|{_END})",
    r"[({[](?:[aA]?<|[aA][tT][<)}\]])",
    r"[cC>](?:ò|Ò)(?:<|[nN](?:<|[gG][ <]))",
    # Numbers in words.
    rf"(?:[kK>]h|>)ô(?:<|n<|ng{_SPOKEN})",
    rf"(?:[kK>]H|>)Ô(?:<|N<|NG{_SPOKEN})",
    # Signs written otherwise; comments; values and links that may go on in the next line; unusual drawings.
    rf"&(?:[<A-Zb-fh-km-pr-z]|a(?:{_unless('mp;')})|[gl](?:{_unless('t;')})|q(?:{_unless('uot;')}))",
    rf"&#(?:{_unless('34;', '39;')})",
    rf"<!(?:{_unless('doctype html>')})|[\]-][\]-]>",
    rf"=(?:[' \t\r\v\f\x1c-\x1f\xc2\xe1\xe2\xe3]|{_END})",
    rf"[lLsSoO>]:(?:{_TAG}|[^<>0-9A-Za-z\n])*{_END}",
    rf"<[^<>\n]*{_END}",
    rf'="[^"\n]*{_END}',
    rf"</?(?:[sS][tT][yY][lL][eE]|S[vV][gG]|s(?:V[gG]|vG)|svg(?:[^ >\n]|{_END}))",
    rf"<svg[^<\n]*(?:<(?:{_unless('/svg>')})[^<\n]*)*{_END}",
)
"""What may begin something personal, or may go on in another line."""


@cache
def _doubt() -> re2._Regexp:
    import re2  # takes longer to load than most builds have to look at anything

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile("|".join(_SIGNS).encode(), options)


def doubtful(text: bytes) -> list[bytes]:
    """Those of the lines that have to be read: they may say something personal, or not by themselves what they say."""
    sign = _doubt()
    lines = list[bytes]()
    end = 0
    while doubt := sign.search(text, end):
        start, end = doubt.span()
        start, end = text.rfind(b"\n", 0, start) + 1, text.find(b"\n", end)
        if end < 0:
            return [*lines, text[start:]]
        lines.append(text[start:end])
    return lines
