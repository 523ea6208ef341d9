"""The names of letters, for codes that have no other reading."""

from __future__ import annotations

from typing import Final

from cchc_site.vietnamese.speech.integers import DIGITS
from cchc_site.vietnamese.text import nfc

# The names of the Ministry of Education's alphabet for grade 1, with usual names for f, j, w, z.
_NAMES: Final = {
    "a": "a",
    "ă": "á",
    "â": "ớ",
    "b": "bê",
    "c": "xê",
    "d": "dê",
    "đ": "đê",
    "e": "e",
    "ê": "ê",
    "f": "ép",
    "g": "giê",
    "h": "hát",
    "i": "i",
    "j": "gi",
    "k": "ca",
    "l": "e-lờ",
    "m": "em-mờ",
    "n": "en-nờ",
    "o": "o",
    "ô": "ô",
    "ơ": "ơ",
    "p": "pê",
    "q": "quy",
    "r": "e-rờ",
    "s": "ét-sì",
    "t": "tê",
    "u": "u",
    "ư": "ư",
    "v": "vê",
    "w": "vê-kép",
    "x": "ích-xì",
    "y": "i-dài",
    "z": "dét",
    "&": "và",
    "-": "gạch ngang",
    "/": "trên",
    ".": "chấm",
}


def letter_names(code: str) -> str:
    """Return ``code`` spelled letter by letter and figure by figure: ``KH`` → ``ca hát``.

    Characters without a name are passed over.
    """
    names = (DIGITS[int(char)] if char in "0123456789" else _NAMES.get(char, "") for char in nfc(code).lower())
    return " ".join(name for name in names if name)
