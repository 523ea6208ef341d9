"""One generator of sites in the benchmark: how its project is written, how it is built, where a piece stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from cchc_site.column.article import Article

BASE_URL = "https://cchc.anbinh.example"
NAME = "Cải cách hành chính"
AGENCY = "Sở Nội vụ tỉnh An Bình"
PER_PAGE = 20
FEED_LENGTH = 20


class Work(Enum):
    """What is measured, in the order in which one repetition does it."""

    COLD = "cold"
    EDIT = "one edit"
    SAME = "nothing changed"


@dataclass(frozen=True)
class Contestant:
    """A generator. Paths are relative to the project's folder; commands run in that folder, one after the other."""

    key: str
    name: str
    write: Callable[[Path, Sequence[Article]], None]
    source: Callable[[Article], str]
    page: Callable[[Article], str]
    commands: tuple[tuple[str, ...], ...]
    output: str
    caches: tuple[str, ...] = ()
    version: tuple[str, ...] = ()
    """The command that prints its version."""
    environment: dict[str, str] = field(default_factory=dict)


def stem(article: Article) -> str:
    """The piece's path without folder of pieces and ending, the same for all: `2026/07/ten-bai`."""
    return article.address.removeprefix("tin-bai/").rstrip("/")
