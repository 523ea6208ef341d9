"""Giving a piece another address without breaking any: its id stays, its old address leads to the new one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.content.article_file import FOLDER

_NAME = re.compile(r"(?:(\d{4})/(0[1-9]|1[0-2])/)?([a-z0-9]+(?:-[a-z0-9]+)*)")
_TARGET = re.compile(r"(\]\(\s*<?)([^)\s>]+)")
_SOURCE = re.compile(r"((?:^\s*|[{,]\s*)src:\s*[\"']?)([^\s,}\"']+)")
_DEFINITION = re.compile(r"^(\s{0,3}\[(?!\^)[^\]\n]+\]:\s*<?)([^\s>]+)", re.MULTILINE)


class RenamingRefused(Exception):
    """The piece cannot be renamed so; the message says why, in Vietnamese."""


class Renaming(Struct, frozen=True):
    """Files to write (path below the content folder → text) and the one to remove."""

    old: str
    new: str
    old_address: str
    written: Mapping[str, str]


def find_article(column: Column, wanted: str) -> Article:
    """The piece meant by a path, an address, an id or the end of one. Raises RenamingRefused."""
    key = wanted.strip().strip("/").removeprefix("content/").removesuffix(".md")
    matches = [a for a in column.articles if key in (a.file.removesuffix(".md"), a.address.strip("/"), a.id)]
    matches = matches or [a for a in column.articles if a.address.strip("/").rpartition("/")[2] == key]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise RenamingRefused(
            f"Có {len(matches)} bài tên “{wanted}”: {', '.join(a.file for a in matches)}. Ghi rõ năm/tháng."
        )
    raise RenamingRefused(f"Không có bài nào là “{wanted}”. Ghi đường dẫn tệp, ví dụ tin-bai/2026/07/ten-bai.md.")


def rename(column: Column, texts: Mapping[str, str], article: Article, wanted: str) -> Renaming:
    """The changes that give `article` the name `wanted` ("ten-moi" or "2026/08/ten-moi").

    `texts` are all Markdown files by path. Raises RenamingRefused.
    """
    match = _NAME.fullmatch(wanted.strip().strip("/").removeprefix(f"{FOLDER}/").removesuffix(".md"))
    if match is None:
        raise RenamingRefused(f"“{wanted}” không làm tên được: chỉ dùng chữ thường không dấu, số, gạch ngang.")
    year, month, name = match.groups()
    folder = f"{FOLDER}/{year}/{month}" if year else posixpath.dirname(article.file)
    new = f"{folder}/{name}.md"
    if new in texts:
        raise RenamingRefused(f"Đã có tệp {new}." if new != article.file else f"Bài đã tên là {new} rồi.")
    address = f"{folder}/{name}/"
    taken = next(
        (other for other in column.articles if other is not article and address in (other.address, *other.aliases)),
        None,
    )
    if taken is not None:
        raise RenamingRefused(f"Địa chỉ /{address} đã dùng cho {taken.file}.")
    written: dict[str, str] = {}
    for path, text in texts.items():
        here = new if path == article.file else path
        moved = _relinked(text, path, here, article.file, new)
        if path == article.file:
            moved = _with_fields(moved, article, address, posixpath.dirname(new))
        if moved != text or here != path:
            written[here] = moved
    return Renaming(article.file, new, article.address, written)


def _relinked(text: str, path: str, here: str, old: str, new: str) -> str:
    """The text with links to the renamed piece, and its own relative links, leading where they led before."""

    def follow(match: re.Match[str]) -> str:
        lead, href = match.groups()
        inner, mark, fragment = href.partition("#")
        if not inner or ":" in inner or inner.startswith("/"):
            return match.group()
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), inner))
        target = new if target == old else target
        relative = posixpath.relpath(target, posixpath.dirname(here) or ".")
        former = posixpath.normpath(inner)
        return match.group() if relative == former else f"{lead}{relative}{mark}{fragment}"

    return _DEFINITION.sub(follow, _TARGET.sub(follow, text))


def _with_fields(text: str, article: Article, address: str, folder: str) -> str:
    """The front matter with the id written down, the old address among the aliases, and no slug of its own."""
    lines = text.split("\n")
    end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    head = [
        _SOURCE.sub(lambda m: m[1] + _rebased(m[2], posixpath.dirname(article.file), folder), line)
        for line in lines[1:end]
    ]
    head = _without(head, "slug")
    aliases = [alias for alias in (*article.aliases, article.address) if alias != address]
    head = _without(head, "aliases")
    head.append(f"aliases: [{', '.join(alias.strip('/') for alias in dict.fromkeys(aliases))}]")
    if not any(line.startswith("id:") for line in head):
        head.append(f"id: {article.id}")
    return "\n".join([lines[0], *head, *lines[end:]])


def _rebased(file: str, before: str, after: str) -> str:
    """The path of a picture or film, written from another folder."""
    if before == after or ":" in file:
        return file
    return posixpath.relpath(posixpath.normpath(posixpath.join(before, file)), after)


def _without(lines: list[str], field: str) -> list[str]:
    """The lines without a field and what belongs to it."""
    kept: list[str] = []
    inside = False
    for line in lines:
        if re.match(r"[A-Za-z_]+:", line):
            inside = line.startswith(f"{field}:")
        if not inside:
            kept.append(line)
    return kept
