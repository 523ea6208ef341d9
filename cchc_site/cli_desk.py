"""Door 2, the editors' desk: `cchc new`, `import`, `rename`, `schema`, and the mending behind `cchc check --fix`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import click

from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of, in_vietnam
from cchc_site.content.loader import read_content
from cchc_site.content.text_file import MAX_BYTES
from cchc_site.desk.cms import cms_config
from cchc_site.desk.draft import Draft, suggested_slug, summary_advice
from cchc_site.desk.mending import House, diff, mend
from cchc_site.desk.office_files import without_people
from cchc_site.desk.pictures import without_metadata
from cchc_site.desk.renaming import RenamingRefused, find_article
from cchc_site.desk.renaming import rename as rename_article
from cchc_site.desk.schema import schemas
from cchc_site.desk.word_fonts import WordFileUnreadable
from cchc_site.desk.word_import import import_word
from cchc_site.publish.attachments import OFFICE
from cchc_site.publish.metadata import PICTURES, picture_metadata

INVALID = 2
_KINDS = ("tin", "bai", "thong-bao", "van-ban", "tai-lieu")
_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), metavar="THƯ-MỤC",
    help="Thư mục nội dung (mặc định: content).",
)  # fmt: skip


def fail(message: str) -> NoReturn:
    """Say why and end with 2."""
    click.echo(message, err=True)
    sys.exit(INVALID)


def commands() -> Sequence[click.Command]:
    """What the desk adds to `cchc`."""
    return (new, import_, rename, schema)


@click.command()
@click.argument("title", metavar="TÊN-BÀI")
@click.option(
    "--area", "areas", multiple=True, metavar="LĨNH-VỰC", help="Lĩnh vực cải cách; ghi nhiều lần nếu có nhiều."
)
@click.option("--unit", metavar="ĐƠN-VỊ", help="Đơn vị đăng, mã trong _data/units.yml.")
@click.option("--kind", type=click.Choice(_KINDS), default="bai", help="Loại bài (mặc định: bai).")
@click.option("--author", metavar="TÊN", help="Người hoặc bộ phận viết.")
@click.option("--summary", default="", metavar="CÂU", help="Một, hai câu tóm tắt.")
@click.option("--date", "day", metavar="NGÀY", help="Ngày đăng, như 2026-12-07 (mặc định: hôm nay).")
@click.option("--slug", "name", default="", metavar="TÊN", help="Phần cuối địa chỉ (mặc định: lấy từ tên bài).")
@_content
def new(
    title: str, areas: tuple[str, ...], unit: str | None, kind: str, author: str | None, summary: str, day: str | None,
    name: str, content: Path,
) -> None:  # fmt: skip
    """Tạo tệp cho một bài mới; hỏi những gì còn thiếu."""
    column = _column(content)
    on = _day(day)
    unit = _asked_unit(column, unit, on)
    areas = _asked_areas(areas)
    author = author or _ask("Người hoặc bộ phận viết", "Ban biên tập", "--author")
    name = name or suggested_slug(title)
    if suggested_slug(name) != name:
        fail(f"“{name}” không làm tên được: chỉ dùng chữ thường không dấu, số, gạch ngang.")
    draft = Draft(title, on, areas, kind, unit, author, summary)
    file = content / draft.path(name)
    if file.exists():
        fail(f"Đã có tệp {file}. Chọn tên khác bằng --slug.")
    _write({file: draft.text().encode()})
    click.echo(f"Đã tạo {file}. Địa chỉ sẽ là /{draft.path(name).removesuffix('.md')}/.")
    click.echo(f"{summary_advice(summary)} Viết xong thì xóa dòng draft rồi chạy cchc check.".strip())


@click.command("import")
@click.argument("word", type=click.Path(path_type=Path), metavar="TỆP.docx")
@click.option("--title", default="", metavar="TÊN-BÀI", help="Tên bài (mặc định: lấy trong tệp Word).")
@click.option("--area", "areas", multiple=True, metavar="LĨNH-VỰC", help="Lĩnh vực cải cách.")
@click.option("--unit", default="", metavar="ĐƠN-VỊ", help="Đơn vị đăng.")
@click.option("--kind", type=click.Choice(_KINDS), help="Loại bài (mặc định: theo số chữ).")
@click.option("--author", default="", metavar="TÊN", help="Người hoặc bộ phận viết.")
@click.option("--date", "day", metavar="NGÀY", help="Ngày đăng (mặc định: hôm nay).")
@click.option("--slug", "name", default="", metavar="TÊN", help="Phần cuối địa chỉ.")
@_content
def import_(
    word: Path, title: str, areas: tuple[str, ...], unit: str, kind: str | None, author: str, day: str | None,
    name: str, content: Path,
) -> None:  # fmt: skip
    """Đưa một tệp Word (.docx) thành bài: chữ, bảng, danh sách, chú thích, ảnh."""
    for area in areas:
        _known_area(area)
    try:
        data = word.read_bytes()
    except OSError as error:
        fail(f"Không mở được {word}: {error.strerror}. Kiểm tra lại đường dẫn.")
    known = Draft(title, _day(day), areas, kind or "", unit, author, body="", is_draft=True)
    try:
        made = import_word(data, known)
    except WordFileUnreadable as error:
        fail(f"{word}: {error}")
    if name and suggested_slug(name) != name:
        fail(f"“{name}” không làm tên được: chỉ dùng chữ thường không dấu, số, gạch ngang.")
    file = content / made.draft.path(name)
    files = {file: made.draft.text().encode(), **{file.parent / key: data for key, data in made.pictures.items()}}
    for path in files:
        if path.exists():
            fail(f"Đã có tệp {path}. Chọn tên khác bằng --slug, hoặc xóa tệp cũ.")
    _write(files)
    click.echo(f"Đã tạo {file}" + (f" và {len(made.pictures)} ảnh." if made.pictures else "."))
    for note in (*made.notes, summary_advice(made.draft.summary)):
        if note:
            click.echo(f"- {note}")
    click.echo("Điền các dòng có dấu # ở đầu tệp, viết lời mô tả cho ảnh, xóa dòng draft rồi chạy cchc check.")


@click.command()
@click.argument("article", metavar="BÀI")
@click.argument("name", metavar="TÊN-MỚI")
@_content
def rename(article: str, name: str, content: Path) -> None:
    """Đổi tên tệp hoặc chuyển tháng của một bài; địa chỉ cũ vẫn mở được, liên kết được sửa theo."""
    column = _column(content)
    texts = {
        file.relative_to(content).as_posix(): _text(file) for file in sorted(content.rglob("*.md")) if _is_ours(file)
    }
    try:
        renaming = rename_article(column, texts, find_article(column, article), name)
    except RenamingRefused as error:
        fail(str(error))
    _write({content / path: text.encode("utf-8", "surrogateescape") for path, text in renaming.written.items()})
    (content / renaming.old).unlink()
    others = len(renaming.written) - 1
    click.echo(f"Đã đổi {renaming.old} thành {renaming.new}; địa chỉ cũ /{renaming.old_address} dẫn tới địa chỉ mới.")
    if others:
        click.echo(f"Đã sửa liên kết trong {others} tệp khác.")


@click.command()
@click.option("--output", type=click.Path(path_type=Path), default=Path(".vscode"), metavar="THƯ-MỤC", help="Nơi ghi.")
@click.option("--check", "only_check", is_flag=True, help="Chỉ so với tệp đang có; khác thì kết thúc với mã 2.")
@click.option("--cms", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi thêm cấu hình bàn biên tập trên web.")
@_content
def schema(output: Path, only_check: bool, cms: Path | None, content: Path) -> None:
    """Ghi JSON Schema của mọi tệp dữ liệu, cho trình soạn thảo gợi ý và bắt lỗi khi gõ."""
    files = {output / name: text for name, text in schemas().items()}
    if cms is not None:
        files[cms] = cms_config(_column(content))
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if only_check:
        if stale:
            fail(f"Chưa cập nhật: {', '.join(map(str, stale))}. Chạy cchc schema.")
        return
    _write({path: files[path].encode() for path in stale})
    click.echo(f"Đã ghi {len(stale)} tệp." if stale else "Mọi tệp đã đúng.")


def mend_content(content: Path, dry_run: bool) -> int:
    """Mend every file below the folder, show what changes, and say how many files changed."""
    column = read_content(content).column
    house = House.of(column.identity.tone, column.units.all)
    changed: dict[Path, bytes] = {}
    for file in _mendable(content):
        before = _text(file)
        after = mend(before, house)
        if after != before:
            click.echo(diff(file.as_posix(), before, after), nl=False)
            changed[file] = after.encode()
    for file in _files_of(content, PICTURES):
        data = file.read_bytes()
        clean = without_metadata(data) if picture_metadata(data) else None
        if clean is not None:
            click.echo(f"{file.as_posix()}: bỏ {', '.join(picture_metadata(data))}")
            changed[file] = clean
    for file in _files_of(content, OFFICE):
        clean = without_people(file.read_bytes())
        if clean is not None:
            click.echo(f"{file.as_posix()}: bỏ tên người soạn, người sửa")
            changed[file] = clean
    if not dry_run:
        _write(changed)
    return len(changed)


def _mendable(content: Path) -> Iterator[Path]:
    """Articles and pages that can be read as text at all; the rest is reported by the check itself."""
    for file in sorted(content.rglob("*.md")):
        if _is_ours(file) and file.stat().st_size <= MAX_BYTES:
            try:
                file.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
            yield file


def _files_of(content: Path, kinds: tuple[str, ...]) -> Iterator[Path]:
    for file in sorted(content.rglob("*")):
        # Tables below _data/ are read by machines and never published.
        if file.suffix.lower() in kinds and _is_ours(file) and "_data" not in file.parts:
            yield file


def _is_ours(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and not any(part.is_symlink() for part in file.parents)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _write(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            fail(f"Không ghi được {path}: {error.strerror}. Kiểm tra quyền ghi và dung lượng đĩa.")


def _column(content: Path) -> Column:
    if not content.is_dir():
        fail(f"Không thấy thư mục nội dung {content}/. Chạy lệnh ở thư mục gốc, hoặc chỉ ra bằng --content.")
    return read_content(content).column


def _day(written: str | None) -> date:
    if not written:
        return day_of(in_vietnam(datetime.now(UTC)))
    try:
        return date.fromisoformat(written)
    except ValueError:
        fail(f"“{written}” không phải là ngày; viết năm-tháng-ngày, ví dụ 2026-12-07.")


def _ask(question: str, default: str | None, option: str) -> str:
    try:
        return str(click.prompt(question, default=default)).strip()
    except click.Abort:
        fail(f"\nChưa có câu trả lời. Ghi luôn trên dòng lệnh bằng {option}.")


def _asked_unit(column: Column, unit: str | None, day: date) -> str:
    living = {key: value.name for key, value in column.units.items() if value.exists_on(day)}
    if unit is None:
        for key, words in living.items():
            click.echo(f"  {key}: {words}")
        unit = _ask("Đơn vị đăng (mã)", None, "--unit")
    if unit not in living:
        fail(f"Không có đơn vị mã “{unit}” còn hiệu lực ngày {day:%d/%m/%Y}. Các mã: {', '.join(living)}.")
    return unit


def _asked_areas(areas: tuple[str, ...]) -> tuple[str, ...]:
    if not areas:
        for key, area in AREA_BY_ID.items():
            click.echo(f"  {key}: {area.name}")
        areas = tuple(
            _ask("Lĩnh vực (mã; nhiều thì cách nhau bằng dấu phẩy)", None, "--area").replace(",", " ").split()
        )
    for area_id in areas:
        _known_area(area_id)
    return areas


def _known_area(area: str) -> None:
    if area not in AREA_BY_ID:
        fail(f"Không có lĩnh vực “{area}”. Các mã: {', '.join(AREA_BY_ID)}.")
