"""One Markdown file of the content folder, read on its own: nothing here looks at another file."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_site.column.article import Article
from cchc_site.column.column import Column, StandingPage
from cchc_site.column.problem import Problem
from cchc_site.content.article_fields import STANDING_FIELDS
from cchc_site.content.article_file import FOLDER, parse_article
from cchc_site.content.file_names import has_safe_name
from cchc_site.content.front_matter import split_document
from cchc_site.content.markup_limits import within_limits
from cchc_site.content.reporter import Reporter, printable
from cchc_site.content.shape import Invalid
from cchc_site.content.text_file import decode, read_bytes


class PageReading(NamedTuple):
    """What a file gave: an article, a standing page, or neither; and what was wrong with it."""

    article: Article | None = None
    standing: StandingPage | None = None
    problems: tuple[Problem, ...] = ()


ReadPages = Callable[[Path, Sequence[str], Column], Iterable[PageReading]]
"""Reads files of a folder, in the order of their paths; see `read_each`. The column is what the data files make of it:
whoever keeps what he reads may look at the pieces while he has their texts at hand."""


def read_each(root: Path, paths: Sequence[str], column: Column | None = None) -> Iterator[PageReading]:
    """Every file, one after another."""
    folder = root.resolve().name
    for path in paths:
        yield read_page(root, folder, path)[0]


def read_page(root: Path, folder: str, path: str) -> tuple[PageReading, str]:
    """One file of the folder of that name, and a name for everything that was read; empty if it could not be."""
    report = reporter_of(folder, path)
    data = read_bytes(f"{root}{os.sep}{path}", report)
    if data is None:
        return PageReading(problems=tuple(report.problems)), ""
    digest = digest_of(folder, path, data)
    return parse_page(path, data, digest, report), digest


def reporter_of(folder: str, path: str) -> Reporter:
    """People see the path with the content folder's own name."""
    return Reporter(printable(f"{folder}/{path}"))


def digest_of(folder: str, path: str, data: bytes) -> str:
    """A name for a file's bytes and place."""
    where = f"{folder}/{path}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(data, key=hashlib.sha256(where).digest(), digest_size=16).hexdigest()


def parse_page(path: str, data: bytes, digest: str, report: Reporter) -> PageReading:
    """The file's bytes as a page; the digest is theirs."""
    text = decode(data, report)
    if text is None:
        return PageReading(problems=tuple(report.problems))
    if path.startswith(f"{FOLDER}/"):
        article = parse_article(text, path, report, digest)
        return PageReading(article, None, tuple(report.problems))
    return PageReading(None, _standing(text, path, report), tuple(report.problems))


def _standing(text: str, path: str, report: Reporter) -> StandingPage | None:
    if not has_safe_name(path, report):
        return None
    document = split_document(text, report)
    values = STANDING_FIELDS.values(document.fields, report) if document else None
    if document and not within_limits(document.body, report, document.body_line):
        return None
    if not document or not values or isinstance(values, Invalid):
        return None
    stem = re.sub(r"(^|/)index$", "", path.removesuffix(".md"))
    where = f"{stem}/" if stem else ""
    return StandingPage(path, where, **values, body=document.body, body_line=document.body_line, place=report.at(None))
