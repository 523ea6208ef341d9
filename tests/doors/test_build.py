"""`mkdocs build` and `mkdocs serve` as people run them: exit codes, what is on disk, and what is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import scenarios
from support.files import Folder
from support.sites import REPOSITORY, Built, build_shipped, mkdocs, tree, write_config

from .conftest import Build

APRIL = "2024-04-01"


def _leftovers(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir() if entry.name.startswith(".site")]


def test_a_fulfilled_column_builds_with_code_0(project: Folder, build: Build) -> None:
    done = build(APRIL)
    assert done.returncode == 0, done.stdout
    site = project.root.parent / "site"
    assert (site / "tin-bai/2024/03/bai-1/index.html").is_file()
    assert (site / "thang/2024-03/index.html").is_file()
    assert _leftovers(site.parent) == []


def _feeds(site: Path) -> dict[str, bytes]:
    kinds = (".xml", "feed.json", ".opml")
    return {name: data for name, data in tree(site).items() if name.endswith(kinds) and name != "sitemap.xml"}


def test_a_second_build_after_a_minor_change_leaves_every_feed_untouched(project: Folder, build: Build) -> None:
    site = project.root.parent / "site"
    assert build(APRIL).returncode == 0
    feeds, front = _feeds(site), (site / "index.html").read_bytes()
    assert len(feeds) > 20
    changed = {"title": "Bài số 1", "date": "2024-03-01"}
    project.article("2024/03/bai-1", **changed, updates="[{date: 2024-04-02, note: Sửa lỗi gõ}]")
    assert build("2024-04-03").returncode == 0
    assert "Sửa lỗi gõ" in (site / "tin-bai/2024/03/bai-1/index.html").read_text(encoding="utf-8")
    assert _feeds(site) == feeds
    project.article("2024/03/bai-1", **changed, updates="[{date: 2024-04-02, note: Thêm bước, major: true}]")
    assert build("2024-04-03").returncode == 0
    moved = _feeds(site)
    assert {name for name in feeds if moved[name] != feeds[name]} >= {"rss.xml", "atom.xml", "feed.json"}
    assert (site / "index.html").read_bytes() != front


def test_a_short_closed_month_is_published_whole_and_then_ends_with_1(project: Folder, build: Build) -> None:
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    done = build(APRIL)
    site = project.root.parent / "site"
    assert done.returncode == 1
    assert "N01: Tháng 03/2024 đã kết thúc với 3/4 tin, bài, thiếu 1, chưa giải trình." in done.stdout
    assert 'Chạy `cchc close 2024-03 --explanation "lý do"`' in done.stdout
    assert "Trang và báo cáo đã đăng đầy đủ" in done.stdout
    assert "Traceback" not in done.stdout
    for path in ("index.html", "rss.xml", "sitemap.xml", "404.html", "assets/column.css", "bao-cao/2024-03/index.html"):
        assert (site / path).is_file(), path
    assert [(site / f"tin-bai/2024/03/bai-{n}/index.html").is_file() for n in (1, 2, 3, 4)] == [True] * 3 + [False]
    months = json.loads((site / "bao-cao/report.json").read_text(encoding="utf-8"))["months"]
    assert [(m["state"], m["counted"], m["missing"]) for m in months] == [("chua-dat", 3, 1), ("dang-mo", 0, 4)]
    assert _leftovers(site.parent) == []


def test_a_site_that_does_not_enforce_only_warns(project: Folder, build: Build) -> None:
    write_config(project.root.parent, plugins=[{"cchc": {"enforce": "warning"}}])
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    done = build(APRIL)
    assert done.returncode == 0, done.stdout
    assert "WARNING -  cchc: content/_data/plans/ke-hoach.yml:7:5: N01" in done.stdout


def test_an_open_short_month_is_only_mentioned(build: Build) -> None:
    done = build("2024-04-10", "--strict")
    assert done.returncode == 0, done.stdout
    assert "còn thiếu 4" in done.stdout


def test_the_instant_may_come_from_source_date_epoch(project: Folder, build: Build) -> None:
    epoch = mkdocs("build", cwd=project.root.parent, SOURCE_DATE_EPOCH="1711904400")  # 2024-04-01T00:00+07:00
    first = tree(project.root.parent / "site")
    assert epoch.returncode == 0, epoch.stdout
    build(APRIL)
    assert tree(project.root.parent / "site") == first


@pytest.mark.parametrize("as_of", ["hôm nay", "2024-02-31", "20240401"])
def test_an_unreadable_instant_is_a_plain_error(build: Build, as_of: str) -> None:
    done = build(as_of)
    assert done.returncode == 2
    assert f"CCHC_AS_OF “{as_of}” không phải là ngày giờ" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("name", scenarios.names())
def test_bad_content_is_refused_with_its_place_and_touches_nothing(tmp_path: Path, name: str) -> None:
    expected = scenarios.lay(name, tmp_path)
    write_config(tmp_path)
    for path in ("index.html", "tin-bai/2024/02/cu/index.html"):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text("bản đang đăng", encoding="utf-8")
    published = tree(tmp_path / "site")
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF=APRIL)
    assert done.returncode == 2, done.stdout
    found = [line for line in done.stdout.splitlines() if line.startswith("ERROR   -  cchc: ")]
    for (code, place), line in zip(expected, found, strict=True):
        assert line.startswith(f"ERROR   -  cchc: {place}: {code}: ")
    assert "trang đang có vẫn giữ nguyên" in done.stdout
    assert "Traceback" not in done.stdout
    assert tree(tmp_path / "site") == published
    assert _leftovers(tmp_path) == []


def test_colliding_pieces_are_both_named(tmp_path: Path) -> None:
    for name in ("same-id", "same-address"):
        scenarios.lay(name, tmp_path / name)
        write_config(tmp_path / name)
        output = mkdocs("build", cwd=tmp_path / name, CCHC_AS_OF=APRIL).stdout
        for file in (tmp_path / name / "content/tin-bai").rglob("*.md"):
            assert file.relative_to(tmp_path / name).as_posix() in output


def test_a_template_that_breaks_leaves_the_published_site_alone(project: Folder, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(REPOSITORY / "theme_overrides", theme)
    (theme / "pages" / "archive.html").write_text("{{ 1 / 0 }}", encoding="utf-8")
    write_config(tmp_path, theme={"name": "material", "custom_dir": str(theme), "language": "vi", "font": False})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("bản đang đăng", encoding="utf-8")
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF=APRIL)
    assert done.returncode != 0
    assert tree(tmp_path / "site") == {"index.html": "bản đang đăng".encode()}
    assert _leftovers(tmp_path) == []


@pytest.mark.parametrize("as_of", ["2026-12-31T23:59", "2028-02-29", "2030-12-31"])
def test_the_shipped_column_builds_strictly_on_other_days_too(tmp_path: Path, as_of: str) -> None:
    done = build_shipped(tmp_path / "site", "--strict", CCHC_AS_OF=as_of)
    assert done.returncode == 0, done.stdout


def test_the_same_content_and_instant_give_the_same_bytes_anywhere(shipped: Built, tmp_path: Path) -> None:
    elsewhere = tmp_path / "một thư mục khác"
    for name in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / name, elsewhere / name, copy_function=shutil.copyfile)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", elsewhere / "mkdocs.yml")
    config = ("--config-file", str(elsewhere / "mkdocs.yml"))
    west = {"TZ": "America/New_York", "PYTHONHASHSEED": "1", "LC_ALL": "C", "CCHC_AS_OF": "2026-11-20T17:00Z"}
    done = mkdocs("build", *config, cwd=tmp_path, **west)
    assert done.returncode == 0, done.stdout
    assert tree(elsewhere / "site") == tree(shipped.site)
    again = build_shipped(tmp_path / "lại", TZ="UTC", PYTHONHASHSEED="2")
    assert again.returncode == 0, again.stdout
    assert tree(tmp_path / "lại") == tree(shipped.site)
