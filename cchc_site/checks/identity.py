"""No two pieces may share an id or an address."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.problem import Problem, Severity

GENERATED = "một trang do chuyên mục tự dựng"


@rule("B01")
def same_id(column: Column) -> Iterator[Problem]:
    """Two files with one id would be one piece to feeds and to the closed-month record."""
    first: dict[str, Article] = {}
    for article in column.articles:
        other = first.setdefault(article.id, article)
        if other is not article:
            yield Problem(
                "B01",
                Severity.ERROR,
                article.place_of("id"),
                f"Mã bài “{article.id}” đã dùng ở {other.place.path}.",
                "Đổi trường id của một trong hai bài; nếu là bản dịch, dùng translation_of.",
            )


@rule("B02")
def same_address(column: Column) -> Iterator[Problem]:
    """Two pages at one address: one of them would vanish silently."""
    taken = dict.fromkeys(address.generated(column), GENERATED)
    for page in column.standing:
        if page.address in taken or page.address.startswith(address.LISTED):
            yield Problem(
                "B02",
                Severity.ERROR,
                page.place,
                f"Địa chỉ /{page.address} đã dùng cho {taken.get(page.address, GENERATED)}.",
                "Đổi tên tệp của trang này.",
            )
        taken[page.address] = page.place.path
    for article in column.articles:
        if article.address in taken:
            yield Problem(
                "B02",
                Severity.ERROR,
                article.place_of("slug"),
                f"Địa chỉ /{article.address} đã dùng cho {taken[article.address]}.",
                "Đổi tên tệp hoặc trường slug của một trong hai bài.",
            )
        else:
            taken[article.address] = article.place.path


@rule("B11")
def alias_collision(column: Column) -> Iterator[Problem]:
    """An old address must not hide a living page, nor lead to two places."""
    taken = dict.fromkeys(address.fixed(column), GENERATED)
    taken.update({article.address: article.place.path for article in column.articles})
    for article in column.articles:
        for alias in article.aliases:
            if alias in taken or alias.startswith(address.LISTED):
                yield Problem(
                    "B11",
                    Severity.ERROR,
                    article.place_of("aliases"),
                    f"Địa chỉ cũ /{alias} đang là địa chỉ của {taken.get(alias, GENERATED)}.",
                    "Xóa địa chỉ này khỏi aliases.",
                )
            else:
                taken[alias] = article.place.path


@rule("B13")
def folder_month(column: Column) -> Iterator[Problem]:
    """The address promises a month; the date should keep the promise."""
    for article in column.articles:
        year, month = article.address.split("/")[1:3]
        of_date = article.month
        if (of_date.year, of_date.number) != (int(year), int(month)):
            yield Problem(
                "B13",
                Severity.WARNING,
                article.place_of("date"),
                f"Bài nằm ở thư mục {year}/{month} nhưng đăng {of_date.label}; bài vẫn được tính theo ngày đăng.",
                f"Chuyển tệp sang thư mục {of_date.year}/{of_date.number:02d}, hoặc sửa lại ngày.",
            )


@rule("B12")
def translation_known(column: Column) -> Iterator[Problem]:
    """A translation must name a piece that exists and is itself not a translation."""
    for article in column.articles:
        root = article.translation_of
        if root is None:
            continue
        original = column.by_id.get(root)
        if original is None or original is article or original.translation_of is not None:
            yield Problem(
                "B12",
                Severity.ERROR,
                article.place_of("translation_of"),
                f"Không có bài gốc nào mã “{root}”.",
                "Ghi đúng mã (id) của bài gốc, không phải của một bản dịch khác.",
            )
