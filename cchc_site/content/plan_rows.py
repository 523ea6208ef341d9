"""The rows of a plan beyond its monthly quota: unit minimums, reports, topics, tasks and the timeline."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.due import Continuous, Due, Recurrence
from cchc_site.column.instant import day_of
from cchc_site.column.month import Window
from cchc_site.column.obligations.report_deadline import ReportDuty, Round
from cchc_site.column.obligations.task import PieceEvidence, Task
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.column.obligations.topic_coverage import Topic
from cchc_site.column.obligations.unit_minimum import UnitMinimum
from cchc_site.column.period import Period, WindowRule
from cchc_site.content import yaml_tree
from cchc_site.content.article_fields import choices
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Choice, Flag, Invalid, Number, Text, Word
from cchc_site.content.time_shapes import Day, Instant
from cchc_site.vietnamese.dates import parse_quarter

_NAMES = ListOf(Text(most=200), most=60)


class _Quarter:
    """“Quý I/2022”, “Quý 4/2022” or `2022-Q1`."""

    label = "quý, ví dụ Quý I/2022"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """(year, number)."""
        text = Text(most=20).read(node, report)
        if isinstance(text, Invalid):
            return INVALID
        iso = re.fullmatch(r"([0-9]{4})-Q([1-4])", text)
        if iso:
            return int(iso[1]), int(iso[2])
        try:
            quarter = parse_quarter(text)
        except ValueError:
            report.error("F04", node, f"“{text}” không phải là quý.", "Viết như Quý I/2022 hoặc 2022-Q1.")
            return INVALID
        return quarter.year, quarter.number


class _Period:
    """`2024-03`, `2024-Q1`, `2024-H1`, `2024`."""

    label = "kỳ, ví dụ 2024-Q1"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The `Period`."""
        text = Text(most=20).read(node, report)
        if isinstance(text, Invalid):
            return INVALID
        try:
            return Period.parse(text)
        except ValueError:
            report.error(
                "F04", node, f"“{text}” không phải là kỳ báo cáo.", "Viết 2024-03, 2024-Q1, 2024-H1 hoặc 2024."
            )
            return INVALID


_DEADLINE_FIELDS = (
    Field("before", Instant(), "trước ngày, hoặc trước giờ của một ngày", "2024-03-10"),
    Field("by", Day(), "chậm nhất ngày, đến hết ngày", "2020-09-15"),
    Field("quarter", _Quarter(), "trong quý", "Quý I/2022"),
)
_TIMING_FIELDS = (
    *_DEADLINE_FIELDS,
    Field("every_quarter", Choice({"true": True}), "mỗi quý một lần", "true"),
    Field("every_months", Number(1, 12), "mấy tháng một lần", "2"),
    Field("continuous", Choice({"true": True}), "thường xuyên", "true"),
)
DEADLINES = Group(_DEADLINE_FIELDS, what="thời hạn")
TIMINGS = Group(_TIMING_FIELDS, what="thời hạn")


class _Timing:
    """A group of exactly one field that says when."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._names = ", ".join(row.name for row in group.fields)
        self.label = f"một trong: {self._names}"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """A `Due`, `Recurrence` or `Continuous`."""
        values = self._group.values(node, report)
        if isinstance(values, Invalid):
            return INVALID
        written = {name: value for name, value in values.items() if value is not None}
        if len(written) != 1:
            report.error(
                "F03", node, f"Thời hạn cần đúng một trong: {self._names}.", "Viết như due: {before: 2024-03-10}."
            )
            return INVALID
        name, value = next(iter(written.items()))
        return _timing(name, value)


def _timing(name: str, value: Any) -> Due | Recurrence | Continuous:
    if name == "before":
        return Due.before(day_of(value.at) if value.date_only else value.at)
    if name == "by":
        return Due.by(value)
    if name == "quarter":
        return Due.quarter(*value)
    if name == "every_quarter":
        return Recurrence(3, quarterly=True)
    return Recurrence(value) if name == "every_months" else Continuous()


DUE = _Timing(DEADLINES)
TIMING = _Timing(TIMINGS)


def _common(meaning: str, example: str, enforce: bool = True) -> tuple[Field, ...]:
    return (
        Field("id", Word(), "mã, không đổi về sau", example, required=True),
        Field("title", Text(most=400), meaning, "…", required=True),
        Field("basis", Text(most=300), "văn bản, mục căn cứ", "37/KH-UBND", default=""),
        Field("enforce", Flag(), "false: chỉ nhắc, không tính là vi phạm", "false", default=enforce),
    )


UNIT_MINIMUM = Group(
    (
        *_common("yêu cầu", "moi-don-vi"),
        Field("min", Number(1, 1000), "số tin, bài ít nhất của mỗi đơn vị", "2", required=True),
        Field("units", ListOf(Word(), least=1), "các đơn vị phải có", "[van-phong]", required=True),
        Field("from", Day(), "tính từ ngày", "2023-10-01"),
        Field("due", DUE, "thời hạn", "{by: 2020-09-15}", required=True),
    ),
    lambda min, **rest: UnitMinimum(minimum=min, first=rest.pop("from"), **_tupled(rest, "units")),
    "mức tối thiểu của đơn vị",
    with_place=True,
)

ROUND = Group(
    (
        Field("period", _Period(), "kỳ báo cáo", "2024-Q1", required=True),
        Field("due", DUE, "hạn gửi", "{before: 2024-03-10}", required=True),
        Field("from", Day(), "số liệu từ ngày (khi window: custom)", "2023-12-15"),
        Field("to", Day(), "số liệu đến hết ngày (khi window: custom)", "2024-03-14"),
        Field("enforce", Flag(), "false: chỉ nhắc, không tính là vi phạm", "false", default=True),
    ),
    what="lần báo cáo",
    with_place=True,
)

REPORT = Group(
    (
        *_common("tên báo cáo", "bao-cao-tuyen-truyen"),
        Field("lead", _NAMES, "đơn vị chủ trì", "[Văn phòng Sở]", default=()),
        Field("reporters", ListOf(Word()), "các đơn vị phải gửi, mã trong units.yml", "[van-phong]", default=()),
        Field("addressees", _NAMES, "nơi nhận, theo thứ tự", "[Văn phòng Sở, UBND tỉnh]", default=()),
        Field(
            "window",
            Choice(choices(WindowRule), what="kỳ số liệu"),
            "kỳ số liệu",
            "nd09",
            default=WindowRule.CALENDAR,
        ),
        Field("rounds", ListOf(ROUND, least=1), "các lần báo cáo", "", required=True),
    ),
    what="báo cáo",
    with_place=True,
)


class ReportShape:
    """A report with its rounds; a custom window needs its days in every round."""

    label = "nhóm trường"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The `ReportDuty`."""
        values = REPORT.read(node, report)
        if isinstance(values, Invalid):
            return INVALID
        rule: WindowRule = values.pop("window")
        read = [_round(item, rule, report) for item in values.pop("rounds")]
        rounds = tuple(item for item in read if isinstance(item, Round))
        return ReportDuty(rule=rule, rounds=rounds, **values) if len(rounds) == len(read) else INVALID


def _round(values: dict[str, Any], rule: WindowRule, report: Reporter) -> Round | Invalid:
    first, last, place, period = values["from"], values["to"], values["place"], values["period"]
    if rule is not WindowRule.CUSTOM:
        return Round(period, values["due"], period.window(rule), values["enforce"], place=place)
    if first is None or last is None or last < first:
        report.error("F02", place, "Kỳ số liệu custom cần from và to, theo thứ tự thời gian.", "Thêm from: và to:.")
        return INVALID
    return Round(period, values["due"], Window(first, last + timedelta(days=1)), values["enforce"], place=place)


TOPIC = Group(
    (
        Field("id", Word(), "mã ngắn, dùng trong trường topics của bài", "a", required=True),
        Field("text", Text(most=1000), "nội dung chủ đề", "…", required=True),
        Field("min", Number(1, 1000), "số tin, bài ít nhất", "1", default=1),
    ),
    lambda min, **rest: Topic(minimum=min, **rest),
    "chủ đề",
    with_place=True,
)

_PIECES = Group(
    (
        Field("min", Number(0, 10_000), "số tin, bài ít nhất; 0: chỉ đếm", "12", required=True),
        Field("areas", ListOf(Choice(AREA_BY_ID, what="lĩnh vực")), "thuộc các lĩnh vực", "[procedures]", default=()),
        Field("topics", ListOf(Word()), "thuộc các chủ đề", "[a]", default=()),
    ),
    lambda min, areas, topics: PieceEvidence(min, tuple(area.id for area in areas), topics),
    "tin, bài làm bằng chứng",
)

TASK = Group(
    (
        Field("id", Word(), "mã, không đổi về sau", "huong-dan", required=True),
        Field("no", Text(most=10), "số thứ tự trong phụ lục", "1", required=True),
        Field("task", Text(most=600), "nội dung nhiệm vụ", "…", required=True),
        Field("product", Text(most=600), "sản phẩm", "Công văn", required=True),
        Field("lead", ListOf(Text(most=200), least=1), "cơ quan chủ trì", "[Sở Nội vụ]", required=True),
        Field("coordinating", _NAMES, "cơ quan phối hợp", "[…]", default=()),
        Field("due", TIMING, "thời gian hoàn thành", "{quarter: Quý I/2022}", required=True),
        Field("from", Day(), "bắt đầu từ ngày", "2022-01-01"),
        Field("pieces", _PIECES, "tin, bài làm bằng chứng", "{min: 12}"),
        Field("basis", Text(most=300), "văn bản, mục căn cứ", "Phụ lục", default=""),
        Field("enforce", Flag(), "false: chỉ nhắc, không tính là vi phạm", "false", default=True),
    ),
    lambda no, due, **rest: Task(number=no, timing=due, first=rest.pop("from"), **rest),
    "nhiệm vụ",
    with_place=True,
)

STEP = Group(
    (
        *_common("tên mốc", "cham-thi", enforce=False),
        Field("lead", _NAMES, "đơn vị chủ trì", "[Ban Giám khảo]", default=()),
        Field("from", Day(), "từ ngày", "2023-11-15"),
        Field("due", DUE, "thời hạn", "{by: 2023-11-20}", required=True),
    ),
    lambda **rest: TimelineStep(first=rest.pop("from"), **rest),
    "mốc thời gian",
    with_place=True,
)


def _tupled(values: dict[str, Any], name: str) -> dict[str, Any]:
    """A list that names each thing once."""
    return {**values, name: tuple(dict.fromkeys(values[name]))}


def begin_with_plan(minimum: UnitMinimum, first: Any) -> UnitMinimum:
    """A minimum without a first day runs from the plan's."""
    return minimum if minimum.first is not None else replace(minimum, first=first)
