from __future__ import annotations

from support.builders import column, day, piece

from cchc_site.column.article import Kind, Origin
from cchc_site.column.contribution import (
    author_contributions,
    merged_contributions,
    pieces_by_year,
    unit_contributions,
)
from cchc_site.column.instant import in_vietnam
from cchc_site.column.unit import Unit, UnitKind
from cchc_site.publish.cards import Cards
from cchc_site.publish.contributions import contribution_pages

OLD = Unit("cu", "Phòng cũ", "Cũ", UnitKind.DIVISION, valid_to=day("2024-06-30"), successors=("moi",))
NEW = Unit("moi", "Phòng mới", "Mới", UnitKind.DIVISION, valid_from=day("2024-07-01"))
SPLIT = Unit("tach", "Phòng tách", "Tách", UnitKind.DIVISION, valid_to=day("2024-06-30"), successors=("moi", "khac"))
OTHER = Unit("khac", "Phòng khác", "Khác", UnitKind.DIVISION, valid_from=day("2024-07-01"))
PIECES = [
    piece("2024-02-10", "2024/02/a", unit="cu"),
    piece("2024-08-10", "2024/08/b", unit="moi", author="Lan"),
    piece("2024-08-11", "2024/08/c", unit="moi", author="Lan", origin=Origin.REPOST),
    piece("2024-03-11", "2024/03/d", unit="tach"),
    piece("2024-08-12", "2024/08/e", unit="moi", kind=Kind.NOTICE),
    piece("2023-08-12", "2023/08/f", unit="cu"),
]
COLUMN = column(PIECES, units=(OLD, NEW, SPLIT, OTHER))


def test_s3_37_s4_25_units_by_month_quarter_and_year() -> None:
    rows = {row.key: row for row in unit_contributions(COLUMN, PIECES, 2024)}
    assert rows["moi"].months[7] == 2
    assert (rows["moi"].quarters, rows["moi"].total, rows["moi"].original) == ((0, 0, 2, 0), 2, 1)
    assert rows["cu"].quarters == (1, 0, 0, 0)
    assert rows["khac"].total == 0


def test_the_pieces_of_a_former_unit_follow_its_only_successor() -> None:
    rows = {row.key: row for row in merged_contributions(COLUMN, PIECES, 2024, day("2024-12-31"))}
    assert rows["moi"].total == 3
    assert rows["moi"].merged == ("Phòng cũ",)
    assert rows["tach"].total == 1, "two successors: nobody can say whose they are"
    assert "cu" not in rows


def test_authors_and_years() -> None:
    assert [(row.name, row.total) for row in author_contributions(COLUMN, PIECES, 2024)] == [
        ("Ban biên tập", 2),
        ("Lan", 2),
    ]
    assert [(year, len(pieces)) for year, pieces in pieces_by_year(PIECES).items()] == [(2024, 4), (2023, 1)]


def test_a_year_of_notices_alone_has_no_table() -> None:
    pieces = [*PIECES, piece("2022-05-12", "2022/05/g", kind=Kind.NOTICE)]
    pages = contribution_pages(Cards(column(pieces, units=(OLD, NEW, SPLIT, OTHER)), in_vietnam(day("2025-01-01"))))
    assert [page.path.split("/")[-2] for page in pages] == ["2024", "2023", "dong-gop"]
