"""The column's pictures at their addresses, and the cache behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.html_pages import Html
from support.images import picture
from support.outputs import files_of

from cchc_site.column.article import Image
from cchc_site.column.column import Asset
from cchc_site.publish.disk_cache import DiskCache, key_of
from cchc_site.publish.picture_html import drawer
from cchc_site.publish.pictures import Pictures

PHOTO = "tin-bai/2024/03/anh.jpg"


def _pictures(cache: DiskCache | None = None, **files: bytes) -> Pictures:
    held = {PHOTO: picture("JPEG", 1000, 500), "bang.pdf": b"%PDF", "hong.png": b"png", **files}
    assets = {path: Asset(path, len(data)) for path, data in held.items()}
    return Pictures(assets, held.__getitem__, cache or DiskCache())


def test_a_picture_has_its_own_address_and_widths_to_choose_from() -> None:
    pictures = _pictures()
    found = pictures.picture(Image(PHOTO, "Ảnh", "An"))
    assert found is not None
    assert (found.address, found.width, found.height, found.alt, found.credit) == (PHOTO, 1000, 500, "Ảnh", "An")
    assert [files.media_type for files in found.sets] == ["image/webp", "image/jpeg"]
    assert [file.width for file in found.sets[1].files] == [240, 400, 760, 1000]
    assert "-760" in found.poster
    files = files_of(pictures.files())
    named = {file.address for files in found.sets for file in files.files} | {found.address, found.poster}
    assert named == set(files)
    assert pictures.length_of(PHOTO) == len(files[PHOTO])
    assert pictures.length_of("bang.pdf") == 4


def test_what_cannot_be_shown_is_not_published() -> None:
    pictures = _pictures()
    assert pictures.picture(Image("hong.png", "x")) is None
    assert pictures.picture(Image("mat.png", "x")) is None
    assert pictures.length_of("hong.png") is None
    assert all(not path.startswith(("hong", "bang")) for path in files_of(pictures.files()))


def test_a_warm_cache_gives_what_a_cold_one_gives(tmp_path: Path) -> None:
    cold = files_of(_pictures(DiskCache(tmp_path)).files())
    assert files_of(_pictures(DiskCache(tmp_path)).files()) == cold == files_of(_pictures().files())


@pytest.mark.parametrize("spoil", [b"", b"x" * 40])
def test_a_spoilt_cache_is_noticed(tmp_path: Path, spoil: bytes) -> None:
    cold = files_of(_pictures(DiskCache(tmp_path)).files())
    for number, file in enumerate(sorted(path for path in tmp_path.rglob("*") if path.is_file())):
        if number % 2:
            file.write_bytes(spoil)
    assert files_of(_pictures(DiskCache(tmp_path)).files()) == cold


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    cache = DiskCache(tmp_path / "tep")
    cache.put("ab", b"1")
    assert cache.get("ab") == b"1"
    assert DiskCache(tmp_path / "tep").get("ab") is None
    assert files_of(_pictures(cache).files()) == files_of(_pictures().files())


def test_parts_of_a_key_are_told_apart() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")


def test_a_picture_in_a_text_has_its_size_and_waits_unless_it_is_the_first() -> None:
    draw = drawer(_pictures(), "../")
    assert draw is not None
    first, second = (Html(draw(PHOTO, ' alt="Ảnh" ')).all("img")[0] for _ in range(2))
    assert (first["src"], first["alt"], first["width"], first["height"]) == (f"../{PHOTO}", "Ảnh", "1000", "500")
    assert "loading" not in first
    assert second["loading"] == "lazy"
    assert draw("hong.png", "") == ""


def test_an_editors_own_size_stands() -> None:
    draw = drawer(_pictures(), "", has_lead=True)
    assert draw is not None
    [image] = Html(draw(PHOTO, ' alt="" width="300" ')).all("img")
    assert image["width"] == "300"
    assert "height" not in image


def test_a_feed_gets_one_address() -> None:
    draw = drawer(_pictures(), "https://x.example/", is_feed=True)
    assert draw is not None
    assert draw(PHOTO, 'alt="Ảnh"') == f'<img src="https://x.example/{PHOTO}" alt="Ảnh" width="1000" height="500">'
