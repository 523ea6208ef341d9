"""Whether a word can be a Vietnamese syllable: its onset, its rhyme, and a tone that the rhyme admits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_ONSET: Final = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
# Rhymes with nothing after them, and nuclei that take a final consonant.
_OPEN: Final = (
    "a|e|ê|i|o|ô|ơ|u|ư|y|ia|ua|ưa|oa|oe|uê|uy|uơ|uya|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|iêu|yêu|oai|oay|oao|"
    "oeo|uao|uây|uôi|ươi|ươu|uyu|uêu|uâu|yu"
)
_NUCLEUS: Final = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uô|ươ|oa|oă|oe|oo|ôô|uâ|uê|uy|uyê|ie"
_FINAL: Final = "ch|ng|nh|[cmnpt]"
_SHAPE: Final = re.compile(f"{_ONSET}(?:(?:{_OPEN})|(?:{_NUCLEUS})({_FINAL}))")
_STOPPED: Final = {"c", "ch", "p", "t"}
_SHARP_OR_HEAVY: Final = {"\u0301", "\u0323"}


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word` (any case and Unicode form) is spelled as a Vietnamese syllable.

    A closed list of rhymes, not a dictionary: "nghiềng" passes, "nghj" and "ViÖt" do not.
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    match = _SHAPE.fullmatch(plain)
    if match is None or len(tones) > 1:
        return False
    return match.group(1) not in _STOPPED or (bool(tones) and tones[0] in _SHARP_OR_HEAVY)
