"""Mailboxes in a text: written plainly, or as people write them for people only (“ten (at) gmail.com”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

OFFICIAL_DOMAINS: Final = (
    ".gov.vn",
    ".chinhphu.vn",
    ".quochoi.vn",
    ".dcs.vn",
    ".example",
    ".example.com",
    ".example.org",
)
"""Mailboxes below these belong to offices (the last three are reserved for examples by RFC 2606)."""
_MAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_NAME: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}\Z")
_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_HIDDEN_MAIL: Final = re.compile(
    r"([A-Za-z0-9._%+-]{2,64})\s?(?:\(at\)|\[at\]|\{at\}|＠| @ |@ | @| a còng )\s?"
    r"((?:gmail|yahoo|hotmail|outlook|icloud|live|ymail|proton)"
    r"\s?(?:\.|\(dot\)|\[dot\]| chấm )\s?(?:com(?:\.vn)?|vn|me))\b",
    re.IGNORECASE,
)
_PROVIDERS: Final = ("gmail", "yahoo", "hotmail", "outlook", "icloud", "live", "ymail", "proton")
_APART: Final = re.compile(r"@(?: |(?<= @))")
_ROUND: Final = re.compile(r"\([aA][tT]\)")
_SQUARE: Final = re.compile(r"\[[aA][tT]\]")
_CURLY: Final = re.compile(r"\{[aA][tT]\}")
_SMALL: Final = re.compile(r"ò(?<=[cC]ò)[nN][gG] ")
_LARGE: Final = re.compile(r"Ò(?<=[cC]Ò)[nN][gG] ")
"""The end of “ a còng ”. One sign to begin with is looked for quickest."""
_SIGN: Final = re.compile(r"@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]")


def private_mailboxes(text: str, *, may_be_spelt: bool = True) -> Iterator[tuple[int, int, str]]:
    """Where mailboxes of persons stand, each in its one spelling. `may_be_spelt` is what `has_spelt_sign` says."""
    for match in _addresses(text):
        mailbox = match[0].lower().strip(".")
        domain = "." + mailbox.partition("@")[2]
        if not domain.endswith(OFFICIAL_DOMAINS) and not re.fullmatch(r"\.[\d.x]+", domain):
            yield match.start(), match.end(), mailbox
    for match in _HIDDEN_MAIL.finditer(text) if may_be_spelt and _may_hide(text) else ():
        domain = re.sub(r"\s|\(dot\)|\[dot\]|chấm", lambda m: "" if m[0].isspace() else ".", match[2].lower())
        yield match.start(), match.end(), f"{match[1].lower()}@{domain}"


def has_sign(text: str) -> bool:
    """Whether there may be a mailbox; quick, and never wrong when it says no."""
    return _SIGN.search(text) is not None or has_spelt_sign(text)


def has_spelt_sign(text: str) -> bool:
    """Whether there may be an @ as people spell it; quick, and never wrong when it says no."""
    return (
        _APART.search(text) is not None
        or "＠" in text
        or ("(" in text and _ROUND.search(text) is not None)
        or ("[" in text and _SQUARE.search(text) is not None)
        or ("{" in text and _CURLY.search(text) is not None)
        or _SMALL.search(text) is not None
        or _LARGE.search(text) is not None
    )


def _may_hide(text: str) -> bool:
    """Whether there is what every match of `_HIDDEN_MAIL` has: an @ in some spelling, and a provider's name."""
    if not has_spelt_sign(text):
        return False
    lowered = text.lower()
    return any(provider in lowered for provider in _PROVIDERS)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """What `_MAIL.finditer(text)` finds, looked for only around each @."""
    end, sign = 0, text.find("@")
    while sign >= 0:
        name = _NAME.search(text, max(end, sign - 64), sign) if _DOMAIN.match(text, sign + 1) else None
        match = _MAIL.match(text, name.start()) if name else None
        if match:
            yield match
            end = match.end()
        sign = text.find("@", sign + 1)
