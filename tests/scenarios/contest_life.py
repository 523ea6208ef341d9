"""An office that runs a seed plan's contest in a copy of its column: what is handed in, judged and published.

Everything that the plans leave to the office (rubric, judges, entrants, telephone numbers) is made up here, in the
copy.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from click.testing import Result
from doors.commands import cchc
from openpyxl import load_workbook
from support.builders import prose
from support.sites import mkdocs, write_config

from cchc_site.column.contest.blind_code import blind_codes

from .seeds import FOLDER

PHONE = "0912 345 6{:02d}"
MAILBOX = "nguoi.thi.{}@gmail.com"
POSITION = "Chuyên viên bậc kín số {}"
NAME = "Trần Thử Nghiệm {}"
RUBRIC = """\
    rubric:
      - {id: noi-dung, title: Nội dung, max: 50}
      - {id: sang-tao, title: Sáng tạo, max: 30}
      - {id: trinh-bay, title: Trình bày, max: 20}
    ties: [noi-dung, sang-tao]
"""
HEAD = ("Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Hộp thư", "Tiêu đề", "Hình thức", "Thời điểm nhận", "Tệp bài",
        "Tệp video", "Thuyết minh", "Cam đoan", "Đồng ý nêu tên", "Đồng ý nêu chức vụ", "Lĩnh vực")  # fmt: skip


def film(seconds: float, *, version: int = 0) -> bytes:
    """An MP4 of nothing but its headers, that long."""
    scale, ticks = 1000, round(seconds * 1000)
    times = struct.pack(">QQIQ", 0, 0, scale, ticks) if version else struct.pack(">IIII", 0, 0, scale, ticks)
    header = _box(b"mvhd", bytes([version, 0, 0, 0]) + times + bytes(80))
    return _box(b"ftyp", b"isom\x00\x00\x02\x00isom") + _box(b"free", bytes(9)) + _box(b"moov", header)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


@dataclass(frozen=True)
class Handed:
    """One row of the office's table. `words` of text; a film when `seconds` are given."""

    key: str
    unit: str
    received: str
    words: int = 0
    seconds: float | None = None
    text: str = ""
    named: bool = True

    @property
    def title(self) -> str:
        """Its title."""
        return f"Bài dự thi về việc {self.key}"

    @property
    def body(self) -> str:
        """Its text, or its explanation."""
        return self.text or prose(self.key, self.words)


class Office:
    """A copy of a seed's column in a git repository, and its intake beside the content."""

    def __init__(self, root: Path, seed: str, as_of: str, change: Callable[[str], str]) -> None:
        self.root, self.as_of = root, as_of
        self.content, self.intake = root / "content", root / "contest-intake"
        shutil.copytree(FOLDER / seed / "content", self.content)
        (plan,) = (self.content / "_data" / "plans").iterdir()
        plan.write_text(change(plan.read_text(encoding="utf-8")), encoding="utf-8")
        write_config(root, site_url="https://cchc.example/")
        subprocess.run(["git", "init", "--quiet", str(root)], check=True)
        self.handed: list[Handed] = []

    def ignore_intake(self) -> None:
        """What the shipped repository says in its own .gitignore."""
        (self.root / ".gitignore").write_text("/contest-intake/\n/site/\n", encoding="utf-8")

    def run(self, *arguments: str, as_of: str = "") -> Result:
        """A command of the contest on this column."""
        options = ["--intake", str(self.intake), "--site", str(self.root / "site")]
        return cchc("contest", *arguments, *options, content=self.content, as_of=as_of or self.as_of)

    def table(self, rows: Iterable[Handed]) -> Path:
        """The office's table with its files, outside the repository."""
        folder = self.root.parent / f"{self.root.name}-nhan"
        folder.mkdir(exist_ok=True)
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(HEAD)
        for row in rows:
            number = len(self.handed)
            self.handed.append(row)
            text = f"{row.key}.txt" if row.words or row.text else ""
            if text:
                (folder / text).write_text(row.body, encoding="utf-8")
            if row.seconds is not None:
                (folder / f"{row.key}.mp4").write_bytes(film(row.seconds))
            is_film = row.seconds is not None
            writer.writerow((
                NAME.format(number), POSITION.format(number), row.unit, PHONE.format(number), MAILBOX.format(number),
                row.title, "Video clip" if is_film else "Bài viết", row.received, "" if is_film else text,
                f"{row.key}.mp4" if is_film else "", text if is_film else "", "có", "có" if row.named else "không",
                "không", "procedures",
            ))  # fmt: skip
        file = folder / "bai-du-thi.csv"
        file.write_text(out.getvalue(), encoding="utf-8-sig")
        return file

    @property
    def home(self) -> Path:
        """The contest's own folder in the intake."""
        (folder,) = self.intake.iterdir()
        return folder

    def register(self) -> Mapping[str, Mapping[str, Any]]:
        """The private register by the key of each entry."""
        rows = json.loads((self.home / "so-nhan-bai.json").read_text(encoding="utf-8"))["entries"]
        return {row["title"].removeprefix("Bài dự thi về việc "): row for row in rows}

    def sheets(self) -> list[Path]:
        """The judges' sheets as given out."""
        return sorted((self.home / "phieu-cham").glob("*.xlsx"))

    def judge(self, points: Mapping[str, tuple[float, ...]], codes: Mapping[str, str]) -> None:
        """Every judge gives these points; `codes` are code → key."""
        for file in self.sheets():
            book = load_workbook(file)
            sheet = book.active
            assert sheet is not None
            for row in range(7, sheet.max_row + 1):
                code = str(sheet.cell(row, 2).value)
                for column, value in enumerate(points[codes[code]], 4):
                    sheet.cell(row, column).value = value
            book.save(file)

    def build(self) -> Path:
        """The site, built with the real engine."""
        done = mkdocs("build", "--quiet", cwd=self.root, CCHC_AS_OF=self.as_of)
        assert done.returncode == 0, done.stdout
        return self.root / "site"

    def tracked(self) -> dict[str, bytes]:
        """Everything that git would keep."""
        subprocess.run(["git", "-C", str(self.root), "add", "--all"], check=True)
        names = subprocess.run(
            ["git", "-C", str(self.root), "ls-files", "-z"], check=True, capture_output=True, text=True
        ).stdout.split("\0")
        return {name: (self.root / name).read_bytes() for name in names if name}

    def public(self) -> dict[str, bytes]:
        """Every file of the built site."""
        site = self.root / "site"
        return {f"site/{p.relative_to(site)}": p.read_bytes() for p in site.rglob("*") if p.is_file()}

    def papers(self) -> dict[str, bytes]:
        """What scoring and publication wrote: made to be shown."""
        return {file.name: file.read_bytes() for file in (self.home / "ket-qua").iterdir()}

    def leaks(self, files: Mapping[str, bytes]) -> list[tuple[str, str]]:
        """(file, private words in it)."""
        words = self.private()
        texts = {name: readable(name, data) for name, data in files.items()}
        return [(name, word) for name, text in texts.items() for word in words if word in text]

    def private(self) -> list[str]:
        """What nobody outside the office may read, in every spelling that somebody could search for."""
        found = []
        for number, row in enumerate(self.handed):
            phone = PHONE.format(number)
            found += [phone, phone.replace(" ", ""), MAILBOX.format(number), POSITION.format(number)]
            found += [] if row.named else [NAME.format(number)]
        return found


def keys_of(office: Office, contest: str) -> dict[str, str]:
    """Blind code → key, by the secret that only the office has."""
    secret = bytes.fromhex((office.home / "bi-mat.txt").read_text(encoding="ascii").strip())
    rows = office.register()
    codes = blind_codes(secret, contest, [row["receipt"] for row in rows.values()])
    return {codes[row["receipt"]]: key for key, row in rows.items()}


def readable(name: str, data: bytes) -> str:
    """A file's words: those inside an office file, or the bytes themselves."""
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(unescape(archive.read(e).decode("utf-8", "replace")) for e in archive.namelist())
    return data.decode("utf-8", "replace")
