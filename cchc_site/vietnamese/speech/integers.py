"""Whole numbers in words, and back."""

from __future__ import annotations

from typing import Final

from cchc_site.vietnamese.text import canonical_tone

LIMIT: Final = 10**18
"""Numbers from here on have no reading that people agree on."""

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

_BILLION: Final = 10**9
_THOUSANDS: Final = ((10**6, "triệu"), (10**3, "nghìn"))
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}

# Spellings the parser also takes: southern, older, and regional ones.
_VARIANTS: Final = {"ngàn": "nghìn", "lẻ": "linh", "tỉ": "tỷ", "nhăm": "lăm", "bẩy": "bảy"}
_VALUES: Final = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}


def integer_words(number: int, *, capitalised: bool = False) -> str:
    """Return ``number`` in words: 1005 gives ``một nghìn không trăm linh năm``.

    ``capitalised`` starts with a capital, as amounts in documents do. A group of three zeros is
    passed over. Raises ValueError from 10^18 on, either side of zero.
    """
    if abs(number) >= LIMIT:
        raise ValueError(f"Số {number} quá lớn, không đọc thành lời được.")
    words = " ".join(_words(number)) if number >= 0 else "âm " + " ".join(_words(-number))
    return words[0].upper() + words[1:] if capitalised else words


def digit_words(figures: str) -> str:
    """Return ASCII figures read one by one, as telephone numbers are: ``09`` → ``không chín``."""
    return " ".join(DIGITS[int(figure)] for figure in figures)


def parse_integer_words(words: str) -> int:
    """Return the number that ``words`` read, the inverse of integer_words.

    Takes capitals and the variants ngàn, lẻ, tỉ, nhăm. Raises ValueError with a sentence when the
    words are no complete reading of one number.
    """
    tokens = canonical_tone(words).lower().split()
    tokens = [_VARIANTS.get(token, token) for token in tokens]
    negative = tokens[:1] == ["âm"]
    spoken = tokens[1:] if negative else tokens
    number = _evaluate(spoken) if spoken else None
    # Reading the number again refuses what only adds up by chance, such as "hai ba" or "trăm".
    if number is None or _same_digits(_words(number)) != _same_digits(spoken):
        raise ValueError(f"“{words}” không phải là cách đọc một số nguyên.")
    return -number if negative else number


def _words(number: int) -> list[str]:
    if number == 0:
        return [DIGITS[0]]
    billions, rest = divmod(number, _BILLION)
    # 1.500 tỷ is "một nghìn năm trăm tỷ": what stands before "tỷ" is a number of its own.
    words = [*_words(billions), "tỷ"] if billions else []
    for value, name in _THOUSANDS:
        group, rest = divmod(rest, value)
        if group:
            words += [*_group(group, full=bool(words)), name]
    if rest:
        words += _group(rest, full=bool(words))
    return words


def _group(number: int, *, full: bool) -> list[str]:
    """Read 1 to 999; ``full`` also says the hundreds when there are none."""
    hundreds, rest = divmod(number, 100)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if tens == 0:
        if ones:
            words += ["linh", DIGITS[ones]] if words else [DIGITS[ones]]
    elif tens == 1:
        words.append("mười")
        if ones:
            words.append("lăm" if ones == 5 else DIGITS[ones])
    else:
        words += [DIGITS[tens], "mươi"]
        if ones:
            words.append(_AFTER_TENS.get(ones, DIGITS[ones]))
    return words


def _evaluate(tokens: list[str]) -> int | None:
    """Add up the words; None when one of them is no number word. Order is checked elsewhere."""
    total = billions = group = digit = 0
    for token in tokens:
        if token in _VALUES:
            digit = _VALUES[token]
        elif token == "mười":
            group += 10
        elif token in ("mươi", "trăm"):
            group += digit * (10 if token == "mươi" else 100)
            digit = 0
        elif token in ("nghìn", "triệu"):
            total += (group + digit) * (10**3 if token == "nghìn" else 10**6)
            group = digit = 0
        elif token == "tỷ":
            billions += total + group + digit
            total = group = digit = 0
        elif token != "linh":
            return None
    number = billions * _BILLION + total + group + digit
    return number if number < LIMIT else None


def _same_digits(tokens: list[str]) -> list[str]:
    """Make the several names of 1, 4 and 5 one: "hai mươi bốn" is said too."""
    return [DIGITS[_VALUES[token]] if token in _VALUES else token for token in tokens]
