"""Articles: what an editor writes, read and typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import Enum
from operator import attrgetter

from msgspec import Struct

from cchc_site.column.area import ReformArea
from cchc_site.column.audience import Audience
from cchc_site.column.category import Category, Safeguards
from cchc_site.column.month import Month
from cchc_site.column.originality import Sketch
from cchc_site.column.packed_text import PackedText
from cchc_site.column.problem import Place


class Kind(Enum):
    """The journalistic kind. Only news and articles are counted towards the minimum."""

    NEWS = "tin"
    ARTICLE = "bai"
    NOTICE = "thong-bao"
    DOCUMENT = "van-ban"
    MATERIAL = "tai-lieu"

    @property
    def label(self) -> str:
        """The Vietnamese name of the kind."""
        return _KIND_LABELS[self]

    @property
    def is_piece(self) -> bool:
        """Whether it is a “tin, bài” in the sense of the plans."""
        return self in _PIECES


_PIECES = (Kind.NEWS, Kind.ARTICLE)
_KIND_LABELS = {
    Kind.NEWS: "Tin",
    Kind.ARTICLE: "Bài",
    Kind.NOTICE: "Thông báo",
    Kind.DOCUMENT: "Văn bản",
    Kind.MATERIAL: "Tài liệu",
}


class Form(Enum):
    """The form of expression; a video is still a “tin” or a “bài”."""

    TEXT = "text"
    VIDEO = "video"
    AUDIO = "audio"
    GRAPHIC = "graphic"

    @property
    def label(self) -> str:
        """The Vietnamese name of the form."""
        return _FORM_LABELS[self]


_FORM_LABELS = {
    Form.TEXT: "Văn bản",
    Form.VIDEO: "Video",
    Form.AUDIO: "Âm thanh",
    Form.GRAPHIC: "Đồ họa",
}


class Origin(Enum):
    """Who wrote it first."""

    ORIGINAL = "original"
    REPOST = "repost"
    COMPILED = "compiled"

    @property
    def label(self) -> str:
        """The Vietnamese name of the origin."""
        return _ORIGIN_LABELS[self]


_ORIGIN_LABELS = {
    Origin.ORIGINAL: "Tự viết",
    Origin.REPOST: "Đăng lại",
    Origin.COMPILED: "Tổng hợp",
}


class Source(Struct, frozen=True):
    """Where a repost or compilation comes from."""

    name: str
    url: str
    date: date


class Image(Struct, frozen=True):
    """A picture: address relative to the content folder, the text that replaces it, and its credit line."""

    src: str
    alt: str
    credit: str = ""


class Video(Struct, frozen=True):
    """A film or sound file: address relative to the content folder, and its length in seconds."""

    src: str
    duration: int


class Update(Struct, frozen=True):
    """A change note. A major one moves the piece's updated time in lists and feeds, a minor one does not."""

    at: datetime
    note: str
    major: bool = False


class Correction(Struct, frozen=True):
    """What was wrong, what is right, and the days of the request and the answer.

    Without `at` it is a request that is still being looked into: the office sees it, readers do not yet.
    """

    at: datetime | None
    wrong: str
    right: str = ""
    received: date | None = None
    answered: date | None = None

    def is_published(self, as_of: datetime) -> bool:
        """Whether readers see it."""
        return self.at is not None and self.at <= as_of


class Withdrawal(Struct, frozen=True):
    """A piece taken back: the page stays, with the reason instead of the text."""

    on: datetime
    reason: str


class WrittenLink(Struct, frozen=True):
    """An address in a body, where it stands, and whether a picture is shown from it."""

    href: str
    is_picture: bool
    line: int
    column: int


@dataclass(frozen=True, repr=False)
class Article:
    """One Markdown file below `tin-bai/`, as read. `body` is Markdown; `words` counts its own text ("chữ")."""

    id: str
    file: str
    """The file's path relative to the content folder; links in the body are relative to it."""
    address: str
    """Relative to the site's root, with a "/" at the end."""
    title: str
    published: datetime
    kind: Kind
    areas: tuple[ReformArea, ...]
    unit: str
    author: str
    summary: str
    words: int
    place: Place
    body: PackedText = PackedText()
    own_text: PackedText = PackedText()
    """The words of the body that are its own: without code, addresses and quotations."""
    body_line: int = 1
    date_only: bool = True
    form: Form = Form.TEXT
    image: Image | None = None
    video: Video | None = None
    documents: tuple[str, ...] = ()
    origin: Origin = Origin.ORIGINAL
    source: Source | None = None
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    draft: bool = False
    approved_by: str = ""
    updates: tuple[Update, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    translation_of: str | None = None
    procedures: tuple[str, ...] = ()
    """Codes of the procedures that it explains."""
    audience: tuple[Audience, ...] = ()
    category: Category | None = None
    safeguards: Safeguards = Safeguards()
    review_by: date | None = None
    """The day by which somebody must read it again, because what it says may have changed."""
    places: str = field(default="", compare=False, repr=False)
    """A line for every field that is written in the file: its name, line and column; see `place_of`. Most pieces are
    laid out alike, so that many share one string."""
    written_links: tuple[WrittenLink, ...] = field(default=(), compare=False, repr=False)
    """Every link and picture of the body, as it was written."""
    cited_numbers: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Numbers of documents in its own text."""
    has_raw_links: bool = field(default=False, compare=False, repr=False)
    """Whether HTML in the body may hold links or pictures besides those."""
    digest: str = field(default="", compare=False)
    """A name for the file's bytes and place: equal digests, equal pieces. Empty when it was not read from a file."""

    def __repr__(self) -> str:
        if self.digest:
            return f"Article({self.file!r}, {self.digest!r})"
        return f"Article({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in fields(self) if f.repr)})"

    def __getstate__(self) -> dict[str, object]:
        """What is not as it is with most pieces: the class has the rest, and thousands are read in every build."""
        usual = type(self).__dict__
        return {name: value for name, value in self.__dict__.items() if value is not usual.get(name, self)}

    @property
    def sketch(self) -> Sketch:
        """What comparing its own text with other pieces' needs of it."""
        return Sketch.of(self.own_text)

    @property
    def month(self) -> Month:
        """The calendar month of first publication."""
        return Month.of(self.published)

    def place_of(self, field_name: str) -> Place:
        """Where a field's value stands in the file; the file itself when it is not written there."""
        for written in self.places.splitlines():
            name, line, column = written.split()
            if name == field_name:
                return Place(self.place.path, int(line), int(column))
        return self.place

    def updated_by(self, as_of: datetime) -> datetime:
        """The last time that readers should be told about: publication, a major update, or a correction."""
        if not self.updates and not self.corrections:
            return self.published
        moments = [update.at for update in self.updates if update.major]
        moments += [correction.at for correction in self.corrections if correction.at]
        return max([self.published, *(moment for moment in moments if moment <= as_of)])

    def is_withdrawn(self, as_of: datetime) -> bool:
        """Whether it had been taken back by that instant."""
        return self.withdrawn is not None and self.withdrawn.on <= as_of

    def is_public(self, as_of: datetime) -> bool:
        """Whether citizens may see its page: not a draft, and its time has come."""
        return not self.draft and self.published <= as_of


def latest_first(newest: Iterable[Article], as_of: datetime) -> list[Article]:
    """Pieces that are `newest_first` by what readers should be told about: a major change or a correction moves a piece
    up, a minor one does not."""
    return sorted(newest, key=lambda a: a.updated_by(as_of), reverse=True)


def newest_first(articles: list[Article]) -> list[Article]:
    """By publication, newest first; pieces of one instant stand in the order of their ids."""
    return sorted(sorted(articles, key=attrgetter("id")), key=attrgetter("published"), reverse=True)
