"""The benchmark's articles as files: seeded, realistic Vietnamese, the same text for every generator."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from support.corpus import ROOT, articles

from cchc_site.column.article import Article
from cchc_site.column.instant import VIETNAM

SEED = 5
UNITS_SINCE_MARCH_2025 = (
    "so-noi-vu",
    "van-phong",
    "phong-cchc",
    "phong-cong-chuc-vien-chuc",
    "phong-to-chuc-bo-may",
    "phong-lao-dong-viec-lam",
    "phong-ke-hoach-tai-chinh",
    "trung-tam-dich-vu-viec-lam",
)
UNITS_BEFORE = ("so-ldtbxh", "van-phong-so-ldtbxh")
REORGANISED = date(2025, 3, 1)
"""Units of the shipped column, and the day when the former ones ended."""


def added_sentence(number: int) -> str:
    """The sentence that is appended to a piece, another one each time, so that its page can be asked for it."""
    return f"Câu này được thêm vào khi đo thời gian dựng lại một bài, lượt đo là {number:03}."


def corpus(count: int) -> list[Article]:
    """That many articles of 300 to 900 words, with headings and tags."""
    return list(articles(count, SEED))


def tags(article: Article) -> list[str]:
    """Two or three words of the title, as an editor would choose them: a few tags are common, many are rare."""
    words = article.title.lower().replace(",", "").replace('"', "").split()
    draw = random.Random(article.id)
    return sorted({" ".join(words[place : place + 2]) for place in draw.sample(range(max(1, len(words) - 1)), 2)})


def unit(article: Article) -> str:
    """A unit that existed on the day of the piece."""
    day = article.published.astimezone(VIETNAM).date()
    return random.Random(article.id).choice(UNITS_BEFORE if day < REORGANISED else UNITS_SINCE_MARCH_2025)


@cache
def unit_names() -> dict[str, str]:
    """Names of the shipped units by their ids."""
    rows = yaml.safe_load((ROOT / "content/_data/units.yml").read_text(encoding="utf-8"))
    return {str(row["id"]): str(row["name"]) for row in rows}


def body(article: Article) -> str:
    """The text with a heading before every third paragraph, a list and some emphasis."""
    parts = article.body.split("\n\n")
    out = []
    for number, part in enumerate(parts):
        if number and number % 3 == 0:
            out.append("## " + " ".join(part.split()[:7]).rstrip(".,"))
        if number % 7 == 5:
            out.append("\n".join(f"- {sentence.strip().rstrip('.')}." for sentence in part.split(". ")))
        elif number % 5 == 2:
            words = part.split()
            out.append(" ".join([*words[:4], f"**{' '.join(words[4:7])}**", *words[7:]]))
        else:
            out.append(part)
    return "\n\n".join(out)


def front_matter(lines: Sequence[tuple[str, str]]) -> str:
    """A block of YAML."""
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in lines) + "---\n\n"


def quoted(text: str) -> str:
    """A YAML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def column_file(article: Article) -> tuple[str, str]:
    """(path below the content folder, text) for this project."""
    moment = article.published.astimezone(VIETNAM)
    head = [
        ("title", quoted(article.title)),
        ("date", f"{moment:%Y-%m-%dT%H:%M}"),
        ("kind", article.kind.value),
        ("areas", "[" + ", ".join(area.id for area in article.areas) + "]"),
        ("unit", unit(article)),
        ("author", "Ban biên tập"),
        ("summary", quoted(article.summary)),
        ("tags", "[" + ", ".join(map(quoted, tags(article))) + "]"),
    ]
    return article.file, front_matter(head) + body(article) + "\n"


def write_files(folder: Path, files: Sequence[tuple[str, str]]) -> None:
    """Write every file below the folder."""
    for path, text in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def write_column(folder: Path, pieces: Sequence[Article], form: Callable[[Article], tuple[str, str]]) -> None:
    """A whole project of this generator: the shipped settings, units and standing pages, the benchmark's articles."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("tin-bai"))
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("closed-months", "activities", "contests"):
        (folder / f"content/_data/{name}.yml").write_text("", encoding="utf-8")
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("enforce: error", "enforce: warning"), encoding="utf-8")
    write_files(folder / "content", [form(piece) for piece in pieces])
