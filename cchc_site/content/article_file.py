"""One file below `tin-bai/` becomes one Article."""

from __future__ import annotations

import posixpath
import re
from sys import intern
from typing import Any

from msgspec.structs import replace

from cchc_site.column.article import Article, Correction, Image, Update, Video, Withdrawal
from cchc_site.column.problem import Place
from cchc_site.content.article_fields import ARTICLE_FIELDS
from cchc_site.content.front_matter import Document, split_document
from cchc_site.content.markdown_text import own_text
from cchc_site.content.markup_limits import within_limits
from cchc_site.content.reporter import Reporter, printable
from cchc_site.content.shape import Invalid
from cchc_site.content.time_shapes import Moment
from cchc_site.content.written_links import written_links
from cchc_site.vietnamese import document_numbers
from cchc_site.vietnamese.slug import slug
from cchc_site.vietnamese.text import count_words

_RAW_LINK = re.compile(r"<\s*(?:a|img|iframe)\b", re.IGNORECASE)
FOLDER = "tin-bai"
_NAME = re.compile(r"([0-9]{4})/(0[1-9]|1[0-2])/([a-z0-9]+(?:-[a-z0-9]+)*)")


def parse_article(text: str, path: str, report: Reporter, digest: str = "") -> Article | None:
    """The article in `text`; `path` is relative to the content folder. `None` when problems were reported.

    `digest` is a name for the file's bytes and place.
    """
    name = _name(path, report)
    document = split_document(text, report)
    if document is None:
        return None
    values = ARTICLE_FIELDS.values(document.fields, report)
    if not within_limits(document.body, report, document.body_line):
        return None
    if isinstance(values, Invalid) or name is None:
        return None
    return _build(values | {"digest": digest}, name, document, path, report)


def _name(path: str, report: Reporter) -> re.Match[str] | None:
    inner = path.removeprefix(FOLDER + "/").removesuffix(".md")
    match = _NAME.fullmatch(inner)
    if match is None:
        stem = slug(posixpath.basename(inner)) or "ten-bai"
        month = posixpath.dirname(inner)
        month = month if _NAME.fullmatch(f"{month}/x") else "2026/07"
        report.error(
            "T06",
            None,
            f"Bài phải nằm ở {FOLDER}/năm/tháng/tên-không-dấu.md, nhưng đang ở {printable(path)}.",
            f"Đổi tên tệp, ví dụ {FOLDER}/{month}/{stem}.md.",
        )
    return match


def _build(values: dict[str, Any], name: re.Match[str], document: Document, path: str, report: Reporter) -> Article:
    folder = posixpath.dirname(path)
    published: Moment = values.pop("date")
    slug_written = values.pop("slug")
    key = values.pop("id") or name.group(0)
    values["image"] = _beside(folder, values["image"])
    values["video"] = _beside(folder, values["video"])
    values["updates"] = tuple(Update(u["date"].at, u["note"], u["major"]) for u in values["updates"])
    values["corrections"] = tuple(_correction(written) for written in values["corrections"])
    taken_back = values["withdrawn"]
    values["withdrawn"] = Withdrawal(taken_back["date"].at, taken_back["reason"]) if taken_back else None
    values["aliases"] = tuple(alias.strip("/") + "/" for alias in values["aliases"])
    values["areas"] = tuple(dict.fromkeys(values["areas"]))
    prose = own_text(document.body)
    return Article(
        id=key,
        file=path,
        address=f"{FOLDER}/{name.group(1)}/{name.group(2)}/{slug_written or name.group(3)}/",
        published=published.at,
        date_only=published.date_only,
        body=document.body,
        own_text=prose,
        words=count_words(prose),
        place=Place(report.path, 1, 1),
        body_line=document.body_line,
        cited_numbers=tuple(dict.fromkeys(_cited(prose))),
        has_raw_links="<" in document.body and _RAW_LINK.search(document.body) is not None,
        written_links=tuple(written_links(document.body, document.body_line)),
        places=_places(document),
        **values,
    )


def _places(document: Document) -> str:
    fields = ((key.text, value) for key, value in document.fields.entries)
    return intern("\n".join(f"{name} {value.line} {value.column}" for name, value in fields if name.isidentifier()))


def _cited(prose: str) -> list[str]:
    return [found.document.text for found in document_numbers.find_all(prose)]


def _correction(written: dict[str, Any]) -> Correction:
    """A correction; one without a date is a request that nobody has decided on yet."""
    at = written["date"].at if written["date"] else None
    return Correction(at, written["wrong"], written["right"], written["received"], written["answered"])


def _beside(folder: str, file: Any) -> Any:
    """An image or video with its address made relative to the content folder instead of the article."""
    if not isinstance(file, (Image, Video)):
        return None
    return replace(file, src=posixpath.normpath(posixpath.join(folder, file.src)))
