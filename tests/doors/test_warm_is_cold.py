"""A warm build is byte for byte a cold one, after any edits: the test that lets the cache exist.

`make soak` runs it for as long as somebody likes (`CCHC_SOAK` is the number of columns).
"""

from __future__ import annotations

import io
import logging
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from PIL import Image
from support.sites import REPOSITORY, tree, write_config

from cchc_site import assembly
from cchc_site.building import site_build

EXAMPLES = int(os.environ.get("CCHC_SOAK", "2"))
"""Columns; every one is edited in every way, in any order."""
AREAS = ("institutions", "procedures", "apparatus", "civil-service", "public-finance", "e-government", "steering")
UNITS = ("van-phong", "phong-tong-hop", "so-cu")
TEXT = """người dân nộp hồ sơ trực tuyến tại Bộ phận Một cửa và nhận kết quả đúng hẹn theo quy định của pháp luật hiện
hành cán bộ hướng dẫn tận tình từng bước một để ai cũng làm được công việc cải cách hành chính đi vào nền nếp"""
WORDS = TEXT.split()
STATES = {
    "in force": "- {number: 76/NQ-CP, title: Chương trình tổng thể, issuer: Chính phủ, issued: 2021-07-15}\n",
    "ended": "- {number: 76/NQ-CP, title: Chương trình, issuer: Chính phủ, issued: 2021-07-15, to: 2026-06-01}\n",
    "left out": "",
}
NEXT = {"in force": "left out", "left out": "ended", "ended": "in force"}
NUMBERS = ("76/NQ-CP", "37/KH-UBND", "30/2020/NĐ-CP")


class Project:
    """A little column on disk, changed by one editor at a time; files that stay the same are not touched."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.draw = random.Random(seed)
        self.day = 10
        self.hour = 9
        self.pieces: dict[str, dict[str, str]] = {}
        self.unit_name = "Văn phòng Sở"
        self.theme = "Năm kỷ cương"
        self.minimum = 4
        self.register = "in force"
        self.note = ""
        self.colour = (200, 30, 30)
        self.number = 0
        shutil.copytree(REPOSITORY / "theme_overrides", root / "theme")
        for _ in range(7):
            self.add()
        self.save()

    def add(self) -> None:
        """A new piece, some days old or still to come."""
        self.number += 1
        day = max(1, min(30, self.day + self.draw.randrange(-8, 4)))
        name = f"2026/{self.draw.choice((5, 6, 6))}/bai-{self.number}".replace("/5/", "/05/").replace("/6/", "/06/")
        month = name[5:7]
        self.pieces[name] = {
            "title": f"Bài {self.number}: {' '.join(self.draw.sample(WORDS, 5))}",
            "date": f"2026-{month}-{day:02d}T{self.draw.randrange(6, 20):02d}:00",
            "areas": f"[{', '.join(self.draw.sample(AREAS, self.draw.choice((1, 2))))}]",
            "kind": self.draw.choice(("tin", "bai", "bai", "thong-bao")),
            "unit": self.draw.choice(UNITS[:2]),
            "author": "Ban biên tập",
            "summary": " ".join(self.draw.choices(WORDS, k=12)) + ".",
            "tags": f"[{', '.join(self.draw.sample(('hồ sơ', 'một cửa', 'chuyển đổi số', 'Hồ sơ'), 2))}]",
            "documents": self.draw.choice(("[]", "[]", "[]", "[76/NQ-CP]")),
            "body": self.text(),
        }

    def text(self) -> str:
        """Some paragraphs with links to other pieces, numbers of documents, a picture, raw HTML."""
        parts = [" ".join(self.draw.choices(WORDS, k=60)).capitalize() + "." for _ in range(3)]
        if self.pieces and self.draw.random() < 0.6:
            parts.append(f"Xem [bài trước](/tin-bai/{self.draw.choice(sorted(self.pieces))}/).")
        parts.append(f"Theo {self.draw.choice(NUMBERS)}, việc này làm ngay.")
        if self.draw.random() < 0.3:
            parts.append("![Sơ đồ ba bước](anh.png)")
        if self.draw.random() < 0.3 and self.pieces:
            parts.append(f'<p><a href="/tin-bai/{self.draw.choice(sorted(self.pieces))}/">một bài nữa</a></p>')
        return "\n\n".join(parts)

    def some(self) -> dict[str, str]:
        """Any piece."""
        return self.pieces[self.draw.choice(sorted(self.pieces))]

    def rewrite(self) -> None:
        """Another text."""
        self.some()["body"] = self.text()

    def retitle(self) -> None:
        """Another title: neighbours, related pieces, lists and feeds show it."""
        self.some()["title"] = f"Tên mới: {' '.join(self.draw.sample(WORDS, 6))}"

    def retag(self) -> None:
        """Other tags and areas."""
        piece = self.some()
        piece["tags"] = f"[{self.draw.choice(('hồ sơ', 'một cửa', 'biên chế'))}]"
        piece["areas"] = f"[{self.draw.choice(AREAS)}]"

    def rename(self) -> None:
        """Another file name; the old address leads to the new one."""
        old = self.draw.choice(sorted(self.pieces))
        self.number += 1
        new = f"{old.rpartition('/')[0]}/doi-ten-{self.number}"
        self.pieces[new] = {**self.pieces.pop(old), "aliases": f"[/tin-bai/{old}/]", "id": f"ma-{self.number}"}

    def delete(self) -> None:
        """A piece goes; what linked to it is mended."""
        gone = self.draw.choice(sorted(self.pieces))
        if len(self.pieces) > 3:
            del self.pieces[gone]
            for piece in self.pieces.values():
                piece["body"] = piece["body"].replace(f"/tin-bai/{gone}/", "/tin-bai/")

    def correct(self) -> None:
        """A correction, or a piece taken back."""
        piece, month = self.some(), "2026-06"
        when = f"{month}-{self.draw.randrange(1, 29):02d}T10:00"
        if self.draw.random() < 0.7:
            piece["corrections"] = f"[{{date: {when}, wrong: mười, right: mười một}}]"
            major = self.draw.choice(("true", "false"))
            piece["updates"] = f"[{{date: {when}, note: Sửa một số liệu, major: {major}}}]"
        else:
            piece["withdrawn"] = f"{{date: {when}, reason: Sai số liệu}}"

    def copy(self) -> None:
        """A near copy of another piece, which then does not count."""
        one, other = self.some(), self.some()
        other["body"] = one["body"] + "\n\nThêm một câu."

    def rename_unit(self) -> None:
        """A unit is called otherwise."""
        self.unit_name = f"Văn phòng Sở {self.draw.randrange(9)}"

    def change_plan(self) -> None:
        """The year's theme and the minimum."""
        self.theme, self.minimum = f"Năm {self.draw.randrange(9)}", self.draw.randrange(1, 7)

    def end_document(self) -> None:
        """A document of the register is left out, then there again but ended, then in force."""
        self.register = NEXT[self.register]

    def touch_template(self) -> None:
        """The theme changes."""
        self.note = f"{{# {self.draw.randrange(99)} #}}<!-- {self.draw.randrange(99)} -->"

    def repaint(self) -> None:
        """A picture changes under the same name."""
        self.colour = (self.draw.randrange(255), 80, 80)

    def tick(self) -> None:
        """Some minutes or days pass, perhaps a month's end."""
        self.day += self.draw.choice((0, 0, 1, 3, 12))
        self.hour = self.draw.randrange(8, 18)

    @property
    def as_of(self) -> str:
        """Now."""
        return f"2026-{'06' if self.day <= 30 else '07'}-{(self.day - 1) % 30 + 1:02d}T{self.hour:02d}:30"

    def picture(self) -> bytes:
        """The column's only picture."""
        stream = io.BytesIO()
        Image.new("RGB", (40, 30), self.colour).save(stream, "PNG")
        return stream.getvalue()

    def save(self) -> None:
        """Write what is not on disk already, and remove what is there no more."""
        files = {f"tin-bai/{name}.md": self._written(piece) for name, piece in self.pieces.items()}
        files |= {
            "_data/column.yml": "id: c\nname: Cải cách\ndescription: Một câu.\nagency: van-phong\npage_size: 5\n",
            "_data/units.yml": f"- {{id: van-phong, name: {self.unit_name}, kind: phong}}\n"
            "- {id: phong-tong-hop, name: Phòng Tổng hợp, kind: phong}\n"
            "- {id: so-cu, name: Sở cũ, kind: co-quan, to: 2025-02-28, succeeded_by: [van-phong]}\n",
            "_data/plans/ke-hoach.yml": f"id: ke-hoach\ntitle: Kế hoạch\nagency: van-phong\ntheme: {self.theme}\n"
            f"from: 2026-01-01\nto: 2026-12-31\nquotas:\n  - {{min: {self.minimum}, per: month, from: 2026-05-01}}\n",
            "_data/documents.yml": "- {number: 30/2020/NĐ-CP, title: Công tác văn thư, issuer: Chính phủ, "
            f"issued: 2020-03-05}}\n{STATES[self.register]}",
            "gioi-thieu.md": "---\ntitle: Giới thiệu\ndescription: Về chuyên mục\n---\n\nMột trang.\n",
        }
        content = self.root / "content"
        written = {path: text.encode() for path, text in files.items()}
        written |= {f"tin-bai/2026/{month}/anh.png": self.picture() for month in ("05", "06")}
        for path, data in written.items():
            file = content / path
            if not file.is_file() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        for file in content.rglob("*"):
            if file.is_file() and file.relative_to(content).as_posix() not in written:
                file.unlink()
        main = self.root / "theme/main.html"
        shipped = (REPOSITORY / "theme_overrides/main.html").read_text(encoding="utf-8")
        text = shipped.replace("</body>", f"{self.note}</body>")
        if main.read_text(encoding="utf-8") != text:
            main.write_text(text, encoding="utf-8")

    def _written(self, piece: dict[str, str]) -> str:
        plain = (name for name in piece if name not in ("body", "title", "summary"))
        head = "".join(f"{name}: {piece[name]}\n" for name in plain)
        return f'---\ntitle: "{piece["title"]}"\nsummary: "{piece["summary"]}"\n{head}---\n\n{piece["body"]}\n'


EDIT: tuple[Callable[[Project], None], ...] = (
    Project.add,
    Project.rewrite,
    Project.retitle,
    Project.retag,
    Project.rename,
    Project.delete,
    Project.correct,
    Project.copy,
    Project.rename_unit,
    Project.change_plan,
    Project.end_document,
    Project.touch_template,
    Project.repaint,
    Project.tick,
)


def built(project: Project, folder: Path, patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The site of that project, with the cache and the former site that lie in `folder`."""
    folder.mkdir(exist_ok=True)
    theme = {"name": "material", "custom_dir": str(project.root / "theme"), "language": "vi", "font": False}
    plugins = [{"cchc": {"enforce": "warning"}}]
    config = write_config(folder, theme=theme, plugins=plugins)
    patch.setenv("CCHC_AS_OF", project.as_of)
    build(load_config(str(config), docs_dir=str(project.root / "content")))
    return dict(tree(folder / "site"))


@pytest.mark.filterwarnings("ignore")
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="CCHC_SOAK" not in os.environ,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 2**32), edits=st.permutations(EDIT))
def test_a_warm_build_is_a_cold_one(
    seed: int, edits: list[Callable[[Project], None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    root = tmp_path_factory.mktemp("column")
    project = Project(root / "project", seed)
    with pytest.MonkeyPatch.context() as patch:
        built(project, root / "warm", patch)
        for edit in edits:
            edit(project)
            project.save()
            with pytest.MonkeyPatch.context() as large:
                for module in (assembly, site_build):  # as in a large column, others do what they can
                    large.setattr(module, "_WORTH_BEGINNING", 1)
                warm = built(project, root / "warm", patch)
            shutil.rmtree(root / "cold", ignore_errors=True)
            cold = built(project, root / "cold", patch)
            differing = [path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)]
            assert differing == [], (edit.__name__, project.as_of)
    shutil.rmtree(root)


def test_a_number_in_a_text_follows_the_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece that only mentions a document is drawn anew when the register changes: random columns may have none."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    project = Project(tmp_path / "project", 5)
    before = built(project, tmp_path / "warm", monkeypatch)
    project.end_document()
    project.save()
    warm = built(project, tmp_path / "warm", monkeypatch)
    assert any(b"van-ban/76-nq-cp" in page for path, page in before.items() if path.startswith("tin-bai/"))
    assert not any(b"van-ban/76-nq-cp" in page for path, page in warm.items() if path.startswith("tin-bai/"))
