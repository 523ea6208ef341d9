from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.builders import at
from support.files import assert_helpful

from cchc_site.column.month import Month
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Choice, Flag, Number, Shape, Text, WebAddress, Word, nearest
from cchc_site.content.time_shapes import Day, Instant, Moment, MonthOfYear
from cchc_site.content.yaml_tree import Mapping, parse_yaml


def read(shape: Shape, written: str) -> tuple[Any, list[str], str]:
    """The value of `a: <written>`, the codes of the problems and their words."""
    report = Reporter("f")
    tree = parse_yaml(f"a: {written}\n", report)
    assert isinstance(tree, Mapping), written
    node = tree.get("a")
    assert node is not None
    value = shape.read(node, report)
    assert_helpful(report.problems)
    assert (value is INVALID) == bool(report.problems)
    return value, [p.code for p in report.problems], " ".join(f"{p.message} {p.fix}" for p in report.problems)


@pytest.mark.parametrize(
    ("shape", "written", "value"),
    [
        (Text(), "0123", "0123"),
        (Text(), "10:30", "10:30"),
        (Text(), "no", "no"),
        (Text(), "null", "null"),
        (Text(), '" Đổi mới "', "Đổi mới"),
        (Text(), "1e3", "1e3"),
        (Text(most=3), "abc", "abc"),
        (Word(), "van-phong", "van-phong"),
        (Word(), "2024", "2024"),
        (Flag(), "true", True),
        (Flag(), "false", False),
        (Number(), "0", 0),
        (Number(), "0123", 123),
        (Number(-5, 5), "-5", -5),
        (Day(), "2024-02-29", date(2024, 2, 29)),
        (Day(), '"2024-02-29"', date(2024, 2, 29)),
        (MonthOfYear(), "2024-02", Month(2024, 2)),
        (Instant(), "2024-03-05", Moment(at("2024-03-05"), True)),
        (Instant(), "2024-03-05T09:30", Moment(at("2024-03-05T09:30"), False)),
        (Instant(), "2024-03-05 09:30:15", Moment(at("2024-03-05T09:30:15"), False)),
        (Instant(), "2024-01-31T17:00:00Z", Moment(at("2024-02-01T00:00"), False)),
        (Instant(), "2024-03-05T09:30+07:00", Moment(at("2024-03-05T09:30"), False)),
        (Instant(), "2024-03-05T00:30+09:00", Moment(at("2024-03-04T22:30"), False)),
        (WebAddress(), "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (ListOf(Word()), "[a, b]", ("a", "b")),
        (ListOf(Word()), "[]", ()),
        (ListOf(Text()), "[0123, 10:30, no]", ("0123", "10:30", "no")),
        (Choice({"bai": 1}), "bai", 1),
    ],
)
def test_good_values(shape: Shape, written: str, value: object) -> None:
    found, problems, _ = read(shape, written)
    assert problems == []
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("shape", "written", "code", "words"),
    [
        (Text(), "", "F06", "để trống"),
        (Text(), '" "', "F06", "để trống"),
        (Text(), "[a]", "F03", "danh sách"),
        (Text(), "{b: c}", "F03", "nhóm trường"),
        (Text(most=3), "abcd", "F03", "tối đa 3"),
        (Word(), "Văn phòng", "F03", "Văn phòng"),
        (Word(), "van_phong", "F03", "van_phong"),
        (Word(), "-a", "F03", "-a"),
        (Flag(), "no", "F05", "true, false"),
        (Flag(), "yes", "F05", "true, false"),
        (Flag(), "True", "F05", "true, false"),
        (Flag(), "0", "F05", "true, false"),
        (Number(), "10:30", "F03", "10:30"),
        (Number(), "1.5", "F03", "1.5"),
        (Number(), "1_000", "F03", "1_000"),
        (Number(), "1e3", "F03", "1e3"),
        (Number(), "0x1F", "F03", "0x1F"),
        (Number(), "９", "F03", "９"),
        (Number(), "9999999999", "F03", "9999999999"),
        (Number(1, 5), "6", "F03", "từ 1 đến 5"),
        (Number(1, 5), "0", "F03", "từ 1 đến 5"),
        (Day(), "31/02/2024", "F04", "Không có ngày “31/02/2024”"),
        (Day(), "05/03/2024", "F04", "2024-03-05"),
        (Day(), "5.3.2024", "F04", "2024-03-05"),
        (Day(), "2024-13-01", "F04", "Không có ngày"),
        (Day(), "2023-02-29", "F04", "Không có ngày"),
        (Day(), "20240305", "F04", "không phải là ngày"),
        (Day(), "２０２４-03-05", "F04", "２０２４"),
        (Day(), "2024-03-05T09:30", "F04", "không phải là ngày"),
        (Day(), "1899-01-01", "F04", "1899"),
        (Day(), "9999-12-31", "F04", "9999"),
        (Instant(), "31/02/2024", "F04", "Không có ngày"),
        (Instant(), "2024-02-30T09:30", "F04", "Không có ngày"),
        (Instant(), "2024-03-05T25:00", "F04", "Không có giờ “25:00”"),
        (Instant(), "2024-03-05T09:30+99:00", "F04", "Không có giờ"),
        (Instant(), "2024-03-05T9:30", "F04", "giờ và phút đủ hai chữ số"),
        (Instant(), "10:30", "F04", "không phải là ngày"),
        (MonthOfYear(), "2024-13", "F04", "không phải là tháng"),
        (MonthOfYear(), "03/2024", "F04", "không phải là tháng"),
        (MonthOfYear(), "2024-03-05", "F04", "không phải là tháng"),
        (MonthOfYear(), "9999-12", "F04", "9999"),
        (MonthOfYear(), "0001-01", "F04", "Năm 1"),
        (WebAddress(), "example.org", "F03", "https://"),
        (WebAddress(), "javascript:alert(1)", "F03", "https://"),
        (WebAddress(), "https://", "F03", "https://"),
        (WebAddress(), '"https://[::1"', "F03", "https://"),
        (WebAddress(), "https://a b", "F03", "https://"),
        (WebAddress(), "'https://a/\"x'", "F03", "https://"),
        (ListOf(Word()), "a", "F03", "danh sách"),
        (ListOf(Word(), least=1), "[]", "F06", "ít nhất 1"),
        (ListOf(Word(), most=1), "[a, b]", "F06", "Tối đa 1"),
        (Choice({"procedures": 1}, what="lĩnh vực"), "procedure", "F05", "Có phải ý bạn là “procedures”?"),
        (Choice({"procedures": 1}, what="lĩnh vực"), "xyz", "F05", "Không có lĩnh vực “xyz”. Dùng"),
        (Choice({"bai": 1}), "[bai]", "F03", "bai"),
    ],
)
def test_bad_values(shape: Shape, written: str, code: str, words: str) -> None:
    value, problems, text = read(shape, written)
    assert value is INVALID
    assert problems == [code]
    assert words in text


def test_all_items_of_a_list_are_looked_at() -> None:
    assert read(ListOf(Day()), "[2024-13-01, 2024-01-01, x]")[1] == ["F04", "F04"]


GROUP = Group(
    (
        Field("ten", Text(), "tên", "Văn phòng", required=True),
        Field("so", Number(), "số", default=7),
        Field("ngay", Day(), "ngày"),
    ),
    what="đơn vị",
)


def test_a_group_gives_every_field_with_its_default() -> None:
    assert read(GROUP, "{ten: a}")[0] == {"ten": "a", "so": 7, "ngay": None}


def test_all_faults_of_a_group_are_reported_together() -> None:
    _, codes, text = read(GROUP, "{tem: a, so: x, ngay: y}")
    assert codes == ["F01", "F03", "F04", "F02"]
    assert "Có phải ý bạn là “ten”?" in text
    assert "Thêm ten: Văn phòng." in text


@pytest.mark.parametrize("written", ["a", "[a]"])
def test_what_is_not_a_group(written: str) -> None:
    _, codes, text = read(GROUP, written)
    assert codes == ["Y08"]
    assert "Đơn vị phải gồm các trường: ten, so, ngay." in text


@pytest.mark.parametrize(
    ("word", "expected"),
    [("procedure", " Có phải ý bạn là “procedures”?"), ("PROCEDURES", " Có phải ý bạn là “procedures”?"), ("zzz", "")],
)
def test_nearest(word: str, expected: str) -> None:
    assert nearest(word, ["procedures", "apparatus"]) == expected
