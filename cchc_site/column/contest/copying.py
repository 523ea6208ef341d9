"""Copies: entries against each other, against the column, and against texts known to be published elsewhere.

“Không được sao chép bài dự thi, bài đã được đăng … dưới mọi hình thức”. Two measures: the likeness of two whole texts
(0.90 and more is a copy, as in the column), and how much of an entry stands in another text (a long entry with a
published piece inside is not alike as a whole). The second only tells a person where to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.contest.entry import Entry
from cchc_site.column.originality import THRESHOLD, Shingles, shingles, syllables

BORROWED = 0.30
"""From this share of its shingles on, an entry is shown to a person."""
_MOST_SHOWN = 3


class KnownText(Struct, frozen=True):
    """A text supplied as already published elsewhere: its name for people, and its words."""

    name: str
    text: str


class Likeness(Struct, frozen=True):
    """An entry resembles another text. A copy excludes it; anything less is for a person to look at."""

    is_copy: bool
    words: str
    share: float = 0.0


class _Text(Struct, frozen=True):
    """A text that an entry may have been taken from; `since` is when it came to be known, None: always."""

    name: str
    text: str
    since: tuple[datetime, str] | None


def likenesses(
    entries: Sequence[Entry], articles: Iterable[Article], published: Iterable[KnownText]
) -> Mapping[str, Sequence[Likeness]]:
    """For each receipt what its entry resembles, copies first. Of two entries alike the one received first is the
    original; a piece of the column counts only when it was published before the entry came."""
    own = {entry.receipt: shingles(entry.text) for entry in entries}
    everything: Shingles = frozenset().union(*own.values())
    found: dict[str, list[Likeness]] = {entry.receipt: [] for entry in entries}
    for text in (*_texts(articles, published), *_entered(entries)):
        theirs = shingles(text.text)
        shared = theirs & everything
        for entry in entries if shared else ():
            if text.since is None or text.since < (entry.received, entry.receipt):
                likeness = _compare(entry, text, own[entry.receipt], len(shared & own[entry.receipt]), len(theirs))
                found[entry.receipt] += [likeness] if likeness else []
    return {receipt: _worst_first(lines) for receipt, lines in found.items() if lines}


def _texts(articles: Iterable[Article], published: Iterable[KnownText]) -> Iterable[_Text]:
    for known in published:
        yield _Text(f"bài đã đăng “{known.name}”", known.text, None)
    for article in articles:
        yield _Text(f"bài của chuyên mục “{article.title}”", article.own_text, (article.published, ""))


def _entered(entries: Sequence[Entry]) -> Iterable[_Text]:
    for entry in sorted(entries, key=lambda entry: (entry.received, entry.receipt)):
        yield _Text(f"bài dự thi số {entry.receipt}", entry.text, (entry.received, entry.receipt))


def _compare(entry: Entry, text: _Text, own: Shingles, common: int, theirs: int) -> Likeness | None:
    if not common:
        return None
    alike, held = common / (len(own) + theirs - common), common / len(own)
    if alike >= THRESHOLD:
        exact = syllables(entry.text) == syllables(text.text)
        how = "trùng hoàn toàn" if exact else f"giống {_percent(min(alike, 0.99))}"
        return Likeness(True, f"{how} với {text.name}", alike)
    if held >= BORROWED:
        return Likeness(False, f"{_percent(held)} nội dung có trong {text.name}", held)
    return None


def _worst_first(lines: Sequence[Likeness]) -> tuple[Likeness, ...]:
    """Copies before the rest, the largest share first; the earlier text before the later."""
    return tuple(sorted(lines, key=lambda line: (not line.is_copy, -line.share))[:_MOST_SHOWN])


def _percent(share: float) -> str:
    return f"{int(share * 100)}%"
