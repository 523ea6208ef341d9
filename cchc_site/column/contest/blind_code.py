"""Codes under which judges see entries: nobody can work one out from an entrant without the contest's secret."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable

SECRET_BYTES = 32
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"
ALPHABET = "23456789" + LETTERS
"""Without 0, 1, I, L, O, which a hand-written sheet confuses."""
PATTERN = re.compile(rf"[{LETTERS}][{ALPHABET}]{{3}}-[{ALPHABET}]{{4}}")
_PLACES = 7


def blind_codes(secret: bytes, contest: str, receipts: Iterable[str]) -> dict[str, str]:
    """Receipt → code. The same secret and receipts give the same codes; a later receipt changes no earlier code.

    A keyed hash (HMAC-SHA256, RFC 2104), so that codes tell neither the order nor the name of what came in.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for receipt in receipts:
        attempt = 0
        while (code := _code(secret, f"{contest}\n{receipt}\n{attempt}")) in taken:
            attempt += 1
        taken.add(code)
        found[receipt] = code
    return found


def _code(secret: bytes, message: str) -> str:
    number = int.from_bytes(hmac.new(secret, message.encode(), hashlib.sha256).digest(), "big")
    number, first = divmod(number, len(LETTERS))
    # A letter first: a spreadsheet then takes no code for a number or a date.
    characters = LETTERS[first]
    for _ in range(_PLACES):
        number, digit = divmod(number, len(ALPHABET))
        characters += ALPHABET[digit]
    return f"{characters[:4]}-{characters[4:]}"
