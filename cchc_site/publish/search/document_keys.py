"""Document numbers as keys: "30/2020/NĐ-CP", "30/2020 nđ-cp" and "30 2020 nd cp" all become "#30.2020.ndcp"."""

from __future__ import annotations

import re
from typing import Final

from cchc_site.vietnamese.text import fold

# Looser than the grammar of `vietnamese.document_numbers`: newspapers put spaces around the slash, and a number
# that is wrongly written must be found too. A digit comes first and only then what may not stand before it, so that
# the engine can skip from digit to digit.
_NUMBER: Final = re.compile(
    r"(\d(?<![\w./-]\d)\d{0,4}(?:\.\d{1,3})?[a-z]?)(?: ?/ ?(\d{4}))?"
    r"( ?[/\-\u2013] ?[A-ZĐ][A-ZĐa-z]{1,11}\d{0,2}(?: ?[-/&\u2013] ?[A-ZĐ][A-ZĐa-z]{0,11}){0,3})(?!\w)"
)
_FIRST_GROUP: Final = re.compile(r"[^A-ZĐ]*[A-ZĐ]+[a-z]*\d*")
_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_ZEROS: Final = re.compile(r"^0+(?=\d)")


def document_keys(text: str) -> list[str]:
    """The keys of the document numbers in a text, each once, in order."""
    keys = (document_key(*match.groups()) for match in _NUMBER.finditer(text))
    return list(dict.fromkeys(keys))


def document_key(number: str, year: str | None, symbol: str) -> str:
    """The key of one number taken apart; zeros in front of the number do not matter."""
    parts = [_ZEROS.sub("", fold(number)), *([year] if year else []), _LETTERS.sub("", fold(symbol))]
    return "#" + ".".join(parts)


def with_quiet_tails(text: str) -> str:
    """The text with only the first letters of document numbers left in capitals: "581/BNV-cchc".

    So abbreviations further on are not written out: a letter whose number ends in CCHC would otherwise be the best
    answer to "cải cách hành chính".
    """
    return _NUMBER.sub(_quiet, text)


def _quiet(match: re.Match[str]) -> str:
    first = _FIRST_GROUP.match(match[0])
    kept = first.end() if first else 0
    return match[0][:kept] + match[0][kept:].lower()
