"""A winning entry as a piece of the column, and the public record of a contest, as the texts of their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.article import Form, Kind
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.entry import Entry
from cchc_site.column.contest.record import ContestRecord, Winner
from cchc_site.column.instant import VIETNAM
from cchc_site.content.article_file import FOLDER
from cchc_site.desk.draft import scalar, suggested_slug
from cchc_site.vietnamese.private_data import find_private
from cchc_site.vietnamese.text import nfc

ARTICLE_WORDS = 300
SUMMARY_CHARACTERS = 280
_LONGEST_LINE = 2_000
"""Longer lines make a review of changes unreadable, and the column refuses those of 10,000 characters."""
UNNAMED = "Tác giả dự thi (không công bố tên)"
RECORD_HEAD = """\
# Kết quả công khai của các cuộc thi, ghi bằng lệnh `cchc contest publish`. Không có số điện thoại, thư điện tử;
# họ tên, chức vụ chỉ có khi người dự thi đồng ý.
"""


class WinningPiece(Struct, frozen=True):
    """One winner's file: `path` below the content folder, its text, and the files that go beside it."""

    path: str
    text: str
    beside: tuple[tuple[str, str], ...] = ()
    """(name in the intake, name beside the piece)."""

    @property
    def id(self) -> str:
        """The piece's id, as the column makes it from the path."""
        return self.path.removeprefix(f"{FOLDER}/").removesuffix(".md")


def winning_piece(contest: Contest, winner: Winner, entry: Entry, at: datetime, taken: Iterable[str]) -> WinningPiece:
    """The file of a winner, first published at that moment; `taken` are paths that exist already."""
    local = at.astimezone(VIETNAM)
    folder = f"{FOLDER}/{local:%Y/%m}"
    name = _free_name(folder, suggested_slug(entry.title), set(taken))
    film = f"{name}{entry.video}" if entry.video else ""
    pictures = [(picture, picture.replace("bai-moi", name, 1)) for picture in entry.pictures]
    beside = [(f"video{entry.video}", film)] if film else []
    prize = next(prize.title for prize in contest.prizes if prize.id == winner.prize)
    closing = f"*Bài đạt {prize[:1].lower()}{prize[1:]} {_plain(contest.title)}.*"
    lines = ["---", *_front(contest, winner, entry, local, film), "---", ""]
    text = "\n".join([*lines, _body(entry, pictures), "", closing, ""])
    return WinningPiece(f"{folder}/{name}.md", nfc(text), (*beside, *pictures))


def _free_name(folder: str, name: str, taken: set[str]) -> str:
    number, free = 2, name
    while f"{folder}/{free}.md" in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _front(contest: Contest, winner: Winner, entry: Entry, local: datetime, film: str) -> list[str]:
    areas = entry.areas or tuple(area.id for area in contest.areas)
    kind = Kind.ARTICLE if entry.words >= ARTICLE_WORDS else Kind.NEWS
    lines = [
        f"title: {scalar(entry.title)}",
        f"date: {local.isoformat(timespec='minutes')}",
        f"areas: [{', '.join(areas)}]",
        f"kind: {kind.value}",
        f"unit: {entry.unit}",
        f"author: {scalar(author_line(winner))}",
        f"summary: {scalar(summary_of(entry.text))}",
    ]
    if entry.form is not Form.TEXT and film:
        lines += [f"form: {entry.form.value}", f"video: {{src: {film}, duration: {entry.seconds}}}"]
    if entry.topics:
        lines.append(f"topics: [{', '.join(entry.topics)}]")
    return [*lines, "tags: [cuộc thi, bài đạt giải]"]


def covered(entry: Entry) -> Entry:
    """The entry with every private number and mailbox in its title and text replaced by “…”, and so the name of an
    entrant who did not agree to be named."""

    def cover(text: str) -> str:
        for datum in sorted(find_private(text), key=lambda datum: datum.start, reverse=True):
            text = f"{text[: datum.start]}…{text[datum.end :]}"
        return text if entry.person.name_consent else name_pattern(entry).sub("…", text)

    return replace(entry, title=cover(entry.title), text=cover(entry.text), body=cover(entry.body))


def name_pattern(entry: Entry) -> re.Pattern[str]:
    """Finds the entrant's name, however it is spaced and capitalised; nothing when there is none."""
    name = r"\s+".join(re.escape(part) for part in entry.person.name.split())
    return re.compile(rf"(?<!\w){name}(?!\w)" if name else r"(?!)", re.IGNORECASE)


def author_line(winner: Winner) -> str:
    """Name and position as far as the entrant agreed."""
    if not winner.author:
        return UNNAMED
    return f"{winner.author}, {winner.position}" if winner.position else winner.author


def summary_of(text: str) -> str:
    """The first sentences, at most 280 characters."""
    first = " ".join(text.split())
    if len(first) <= SUMMARY_CHARACTERS:
        return first
    cut = first[:SUMMARY_CHARACTERS]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? "))
    return cut[: end + 1] if end > 40 else f"{cut[: cut.rfind(' ')]}…"


def _body(entry: Entry, pictures: Sequence[tuple[str, str]]) -> str:
    """The entry's Markdown; a picture without words is given the least that can be said of it."""
    body = entry.body.strip("\n")
    for former, name in pictures:
        body = body.replace(f"]({former})", f"]({name})")
    words = f"Ảnh trong bài “{_plain(entry.title)}”"
    body = re.sub(r"!\[\]\(", f"![{words}](", body)
    return "\n".join(line if len(line) <= _LONGEST_LINE else _broken(line) for line in body.split("\n"))


def _broken(line: str) -> str:
    """A paragraph of several pages on lines of its own; only before a letter, where nothing turns into a list."""
    return line if line.lstrip().startswith(("|", "!")) else re.sub(r"(.{800,1200}?) (?=[^\W\d_])", r"\1\n", line)


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def records_yaml(records: Iterable[ContestRecord]) -> str:
    """The whole file of public records."""
    return RECORD_HEAD + "".join(_record(record) for record in records)


def _record(record: ContestRecord) -> str:
    lines = [
        f"- contest: {record.contest}",
        f"  at: {record.at.astimezone(VIETNAM).isoformat(timespec='minutes')}",
        "  participation:",
    ]
    for row in record.participation:
        lines.append(f"    - {{unit: {row.unit}, submitted: {row.submitted}, valid: {row.valid}, late: {row.late}}}")
    if not record.participation:
        lines[-1] += " []"
    if record.winners:
        lines += [f"  judges: {record.judges}", "  winners:"]
    for winner in record.winners:
        lines += [
            f"    - prize: {winner.prize}",
            f"      code: {winner.code}",
            f"      title: {scalar(winner.title)}",
            f"      form: {winner.form.value}",
            f"      unit: {winner.unit}",
            *([f"      author: {scalar(winner.author)}"] if winner.author else []),
            *([f"      position: {scalar(winner.position)}"] if winner.position else []),
            f'      average: "{winner.average}"',
            *([f"      piece: {winner.piece}"] if winner.piece else []),
        ]
    return "\n".join([*lines, ""])
