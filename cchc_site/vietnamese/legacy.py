"""Text typed before Unicode: TCVN3 (the .Vn fonts) and VNI-Windows, as it looks when its font is gone.

In both, a font draws Vietnamese letters in the places of Western ones, so "Việt Nam" is stored as "ViÖt Nam" (TCVN3) or
"Vieät Nam" (VNI). The tables are those of the published conversion charts of the two encodings (TCVN 5712:1993 VN3, and
VNI-Windows); they were checked letter by letter against each other: both reach all 134 letters of Vietnamese, except
that TCVN3 has capitals with tones only through its capital fonts (`.VnTimeH`).
"""

from __future__ import annotations

import re
from typing import Final, Literal

from msgspec import Struct

from cchc_site.vietnamese.syllable import is_syllable
from cchc_site.vietnamese.text import nfc

Encoding = Literal["tcvn3", "vni"]

_TCVN3: Final = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_BREVE: Final = dict(zip("êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_VNI_HAT: Final = dict(zip("âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_VNI_ALONE: Final = dict(zip("íìæóòôöîñÍÌÆÓÒÔÖÎÑ", "íìỉĩịơưỵđÍÌỈĨỊƠƯỴĐ", strict=True))


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base in "aeouyôö":
        letter = _VNI_ALONE.get(base, base)
        for mark, tone in _VNI_TONES.items():
            pairs[base + mark] = nfc(letter + tone)
    for mark, tone in _VNI_BREVE.items():
        pairs["a" + mark] = nfc("ă" + tone)
    for base, hatted in zip("aeo", "âêô", strict=True):
        for mark, tone in _VNI_HAT.items():
            pairs[base + mark] = nfc(hatted + tone)
    for pair, letter in list(pairs.items()):
        pairs[pair.upper()] = letter.upper()
        pairs[pair[0].upper() + pair[1]] = letter.upper()
    return pairs


_VNI: Final = {**_vni_pairs(), **_VNI_ALONE}
_VNI_PATTERN: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
VNI_MARKS: Final = frozenset([*_VNI_TONES, *_VNI_BREVE, *_VNI_HAT])
"""Second letters of VNI pairs: a formatting border may cut a pair in two."""

_WORD: Final = re.compile(r"[^\W\d_]*[^\x00-\x7f][^\s!-/:-@\[-`{-~]*|[A-Za-z]+[^\x00-\x7f][^\s!-/:-@\[-`{-~]*")
_FONT: Final = re.compile(r"(?P<tcvn3>\.vn.+)|(?P<vni>vni[- ].+)", re.IGNORECASE)


class LegacyFont(Struct, frozen=True):
    """What a font's name says: its encoding, and whether it draws every letter as a capital."""

    encoding: Encoding
    capitals: bool


def legacy_font(name: str) -> LegacyFont | None:
    """The encoding that belongs to a font (`.VnTime`, `.VnTimeH`, `VNI-Times`), or `None` for a Unicode font."""
    match = _FONT.fullmatch(name.strip())
    if match is None:
        return None
    if match["tcvn3"]:
        return LegacyFont("tcvn3", name.strip().endswith("H"))
    return LegacyFont("vni", False)


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """The text in Unicode NFC; `capitals` for fonts that draw small letters as capitals."""
    # Word keeps the letters of some old fonts in its private area, 0xF000 above their place.
    text = re.sub("[\uf020-\uf0ff]", lambda m: chr(ord(m[0]) - 0xF000), text)
    converted = text.translate(_TCVN3) if encoding == "tcvn3" else _VNI_PATTERN.sub(lambda m: _VNI[m[0]], text)
    return nfc(converted.upper() if capitals else converted)


def detect(text: str) -> Encoding | None:
    """The encoding in which a text was probably typed, or `None` when it reads well as it is.

    Judged by the words with letters beyond ASCII: how many are spelled as Vietnamese syllables before and after
    conversion. A handful of words is not enough to judge by.
    """
    words = _WORD.findall(text)
    if len(words) < 3:
        return None
    now = _share(words)
    if now > 0.6:
        return None
    scores: dict[Encoding, float] = {"tcvn3": 0.0, "vni": 0.0}
    for encoding in scores:
        scores[encoding] = _share([convert(word, encoding) for word in words])
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > 0.8 and scores[best] > now + 0.3 else None


def _share(words: list[str]) -> float:
    """How many of the words are spelled as syllables, from 0 to 1."""
    return sum(is_syllable(word.strip("“”‘’\"'.,;:()…–-")) for word in words) / len(words)
