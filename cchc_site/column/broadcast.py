"""What loudspeakers read: a piece, or a week's pieces, as an announcer reads them aloud.

Figures, dates, codes and known abbreviations are written in words; what nobody can read for certain is left as it is
and listed for the announcer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.vietnamese.speech import date_words, integer_words, open_pairs, speak
from cchc_site.vietnamese.text import count_words
from cchc_site.vietnamese.unknown_abbreviations import find_unknown

WORDS_A_MINUTE = 170
"""An announcer on outdoor loudspeakers, in “chữ” (syllables) a minute: slower than in a room, because of the echo."""


class SpokenPiece(Struct, frozen=True):
    """One piece ready to be read: its title and paragraphs, all in words."""

    id: str
    title: str
    byline: str
    paragraphs: tuple[str, ...]
    doubts: tuple[str, ...]
    """Abbreviations that a person must decide how to read."""

    @property
    def words(self) -> int:
        """How many “chữ” are read."""
        return sum(count_words(text) for text in (self.title, self.byline, *self.paragraphs))


class Script(Struct, frozen=True):
    """A whole broadcast: opening, pieces, closing."""

    heading: str
    opening: str
    pieces: tuple[SpokenPiece, ...]
    closing: str

    @property
    def words(self) -> int:
        """How many “chữ” are read."""
        return count_words(self.opening) + sum(piece.words for piece in self.pieces) + count_words(self.closing)

    @property
    def seconds(self) -> int:
        """The estimated length; a pause of two seconds follows each piece."""
        return round(self.words * 60 / WORDS_A_MINUTE) + 2 * len(self.pieces)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the announcer must decide, once each."""
        return tuple(sorted({doubt for piece in self.pieces for doubt in piece.doubts}))

    @property
    def length(self) -> str:
        """The length in words of the office: "khoảng 6 phút 30 giây", rounded to ten seconds."""
        minutes, seconds = divmod(-(-self.seconds // 10) * 10, 60)
        parts = [f"{minutes} phút"] if minutes else []
        parts += [f"{seconds} giây"] if seconds or not minutes else []
        return "khoảng " + " ".join(parts)


Say = Callable[[Article], SpokenPiece]


def parse_week(text: str) -> date:
    """The Monday of an ISO week written `2026-W45`. ValueError otherwise."""
    match = re.fullmatch(r"([0-9]{4})-W([0-9]{2})", text)
    if not match:
        raise ValueError(text)
    return date.fromisocalendar(int(match[1]), int(match[2]), 1)


def pieces_of_week(pieces: Iterable[Article], monday: date) -> tuple[Article, ...]:
    """The news and articles first published from Monday to Sunday, oldest first."""
    last = monday + timedelta(days=6)
    chosen = [a for a in pieces if a.kind.is_piece and monday <= day_of(a.published) <= last]
    return tuple(sorted(chosen, key=lambda a: (a.published, a.id)))


def week_script(column: Column, pieces: Iterable[Article], monday: date, say: Say | None = None) -> Script:
    """The broadcast of a week; without pieces it has an opening that says so. `say` gives each piece `spoken`."""
    chosen = pieces_of_week(pieces, monday)
    week = monday.isocalendar().week
    span = f"từ {date_words(monday)} đến {date_words(monday + timedelta(days=6))}"
    count = f"có {integer_words(len(chosen))} tin, bài" if chosen else "không có tin, bài mới"
    opening = (
        f"Kính thưa quý thính giả, sau đây là chuyên mục {speak(column.identity.name)} của {_agency(column, monday)}. "
        f"Chương trình tuần thứ {integer_words(week)}, {span}, {count}."
    )
    heading = f"Phát thanh tuần {week} năm {monday.isocalendar().year}"
    told = tuple(say(a) if say else spoken(column, a) for a in chosen)
    return Script(heading, opening, told, _closing(column, monday))


def piece_script(column: Column, article: Article, say: Say | None = None) -> Script:
    """The broadcast of one piece; `say` gives it `spoken`."""
    day = day_of(article.published)
    opening = (
        f"Kính thưa quý thính giả, sau đây là bài của chuyên mục {speak(column.identity.name)}, {_agency(column, day)}."
    )
    told = say(article) if say else spoken(column, article)
    return Script(f"Phát thanh: {article.title}", opening, (told,), _closing(column, day))


def spoken(column: Column, article: Article) -> SpokenPiece:
    """One piece in words: title, who wrote it, summary and text."""
    written = [article.summary, *_paragraphs(article.own_text)]
    unit = column.units.get(article.unit)
    by = f"{article.author}, {unit.name}" if unit and unit.name != article.author else article.author
    texts = (article.title, *written)
    doubts = {found.text for text in texts for found in find_unknown(text)}
    doubts |= {pair for text in texts for pair in open_pairs(text)}
    return SpokenPiece(
        article.id,
        _ended(speak(article.title)),
        speak(f"Tác giả: {by}."),
        tuple(speak(text) for text in written),
        tuple(sorted(doubts)),
    )


def _ended(title: str) -> str:
    return title if title.endswith(("?", "!", "…")) else title.rstrip(".") + "."


def _agency(column: Column, day: date) -> str:
    unit = column.agency_on(day)
    return speak(unit.name) if unit else ""


def _closing(column: Column, day: date) -> str:
    return (
        f"Chuyên mục {speak(column.identity.name)} của {_agency(column, day)} xin dừng tại đây. Cảm ơn quý thính giả."
    )


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of running text. A heading or a list item without a mark at its end is given one, so that the voice
    falls; cells of a table are set apart by commas."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines = [", ".join(re.split(r"\s{2,}", line.strip())) for line in block.split("\n") if line.strip()]
        joined: list[str] = []
        for line in lines:
            if joined and not joined[-1].endswith((".", "!", "?", ":", ";", "…")) and line[:1].islower():
                joined[-1] += f" {line}"
            else:
                joined.append(line)
        sentence = " ".join(
            line if line.endswith((".", "!", "?", ":", ";", "…", ",")) else f"{line}." for line in joined
        )
        if sentence:
            found.append(" ".join(sentence.split()))
    return found
