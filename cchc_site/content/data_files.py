"""The data files of `content/_data/`: the column, its units, its plans and the closed-month record."""

from __future__ import annotations

import re
from typing import Any

from cchc_site.column.answer_term import DEFAULT_TERMS, AnswerTerm
from cchc_site.column.article import Kind
from cchc_site.column.closed_month import Amendment, ClosedMonth
from cchc_site.column.column import Identity
from cchc_site.column.monthly_minimum import MonthState
from cchc_site.column.plan import Floor, Plan, Quota, Reposts, Waiver
from cchc_site.column.unit import Unit, UnitKind
from cchc_site.content import yaml_tree
from cchc_site.content.article_fields import choices
from cchc_site.content.contest_rows import CONTEST
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.plan_rows import STEP, TASK, TOPIC, UNIT_MINIMUM, ReportShape, begin_with_plan
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Choice, Flag, Invalid, Number, Text, Word
from cchc_site.content.time_shapes import Day, MonthOfYear

_PIECE_ID = Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "mã của bài, ví dụ 2026/07/ba-buoc")


def _answer_term(**values: Any) -> AnswerTerm:
    return AnswerTerm(values["from"], values["days"])


_ANSWER_TERM = Group(
    (
        Field("from", Day(), "áp dụng cho đề nghị nhận từ ngày", "2026-09-01", required=True),
        Field("days", Number(1, 365), "số ngày phải trả lời", "10", required=True),
    ),
    _answer_term,
    "hạn trả lời",
    "from, days",
)
_HOST = Word("tên máy chủ", r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", "tên miền, ví dụ www.youtube-nocookie.com")

COLUMN = Group(
    (
        Field("id", Word(), "mã cố định của chuyên mục, dùng trong nguồn tin", "cchc-an-binh", required=True),
        Field("name", Text(most=120), "tên chuyên mục", "Cải cách hành chính", required=True),
        Field("description", Text(most=400), "một câu giới thiệu", "…", required=True),
        Field("agency", Word(), "cơ quan chủ quản, mã trong units.yml", "so-noi-vu", required=True),
        Field("address", Text(most=200), "địa chỉ cơ quan", "…", default=""),
        Field("responsible", Text(most=200), "người chịu trách nhiệm nội dung", "…", default=""),
        Field("source_rule", Text(most=300), "quy định ghi nguồn khi dùng lại tin, bài", "…", default=""),
        Field("demonstration", Text(most=300), "dòng báo trang minh họa", "…", default=""),
        Field(
            "tone",
            Choice({"first": "first", "second": "second"}, what="kiểu đặt dấu"),
            "đặt dấu thanh: hòa hay hoà",
            "first",
            default="first",
        ),
        Field(
            "video_hosts",
            ListOf(_HOST),
            "nơi chứa video được nhúng, bấm mới mở",
            "[www.youtube-nocookie.com]",
            default=(),
        ),
        Field("page_size", Number(5, 100), "số bài trên một trang danh sách", "20", default=20),
        Field(
            "answer_terms",
            ListOf(_ANSWER_TERM, least=1),
            "hạn trả lời đề nghị đính chính, theo ngày nhận",
            "[{from: 2026-09-01, days: 10}]",
            default=DEFAULT_TERMS,
        ),
    ),
    Identity,
    "tệp column.yml",
)


def _unit(**values: Any) -> Unit:
    renamed = {
        "from": "valid_from",
        "to": "valid_to",
        "short": "short_name",
        "succeeded_by": "successors",
        "place_name": "place_name",
    }
    fields = {renamed.get(name, name): value for name, value in values.items()}
    fields["short_name"] = fields["short_name"] or fields["name"]
    return Unit(**fields)


UNIT = Group(
    (
        Field("id", Word(), "mã", "van-phong", required=True),
        Field("name", Text(most=200), "tên đầy đủ", "Văn phòng Sở", required=True),
        Field("short", Text(most=80), "tên gọn", "Văn phòng", default=""),
        Field("kind", Choice(choices(UnitKind), what="loại đơn vị"), "loại đơn vị", "phong", required=True),
        Field("from", Day(), "có hiệu lực từ ngày", "2025-03-01"),
        Field("to", Day(), "đến hết ngày", "2025-02-28"),
        Field("succeeded_by", ListOf(Word()), "đơn vị kế thừa", "[van-phong]", default=()),
        Field("parent", Word(), "trực thuộc", "so-noi-vu"),
        Field("place_name", Text(most=80), "địa danh ghi trong văn bản", "An Bình", default=""),
    ),
    _unit,
    "đơn vị",
    with_place=True,
)

_FLOOR = Group(
    (
        Field("news", Number(0, 10_000), "số chữ ít nhất của tin", "60", default=60),
        Field("article", Number(0, 10_000), "số chữ ít nhất của bài", "300", default=300),
        Field("explanation", Number(0, 10_000), "số chữ thuyết minh ít nhất của video, đồ họa", "60", default=60),
    ),
    Floor,
    "ngưỡng số chữ",
)


class _RepostRule:
    """`count`, `exclude` or `cap:N`."""

    label = "count | exclude | cap:N"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """(rule, cap)."""
        if isinstance(node, yaml_tree.Scalar) and re.fullmatch("cap:[0-9]{1,4}", node.text):
            return Reposts.CAP, int(node.text[4:])
        plain = {"count": (Reposts.COUNT, 0), "exclude": (Reposts.EXCLUDE, 0)}
        return Choice(plain, what="cách tính bài đăng lại").read(node, report)


class _MonthWindow:
    """`calendar` or `shifted:N`."""

    label = "calendar | shifted:N"

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The first day of the window, from 1 to 28."""
        if isinstance(node, yaml_tree.Scalar) and node.text.startswith("shifted:"):
            day = node.text.removeprefix("shifted:")
            if re.fullmatch("[0-9]{1,2}", day) and 2 <= int(day) <= 28:
                return int(day)
            report.error("F03", node, f"Ngày bắt đầu kỳ “{day}” không hợp lệ.", "Viết shifted:N với N từ 2 đến 28.")
            return INVALID
        return Choice({"calendar": 1}, what="kỳ tính tháng").read(node, report)


def _quota(**values: Any) -> Quota:
    rule, cap = values.pop("reposts")
    return Quota(
        minimum=values["min"],
        first=values["from"],
        last=values["to"],
        basis=values["basis"],
        window_day=values["month_window"],
        reposts=rule,
        repost_cap=cap,
        min_original=values["min_original"],
        kinds=tuple(kind for kind in Kind if kind in values["kinds"]),
        grace_days=values["grace_days"],
        prorata=values["prorata"],
        floor=values["floor"],
        place=values["place"],
    )


_PIECES = {kind.value: kind for kind in Kind if kind.is_piece}

QUOTA = Group(
    (
        Field("min", Number(0, 1000), "số tin, bài ít nhất mỗi tháng", "4", required=True),
        Field("per", Choice({"month": "month"}, what="chu kỳ"), "chu kỳ", "month", required=True),
        Field("from", Day(), "áp dụng từ ngày", "2026-07-01", required=True),
        Field("to", Day(), "đến hết ngày", "2026-12-31"),
        Field("basis", Text(most=200), "văn bản căn cứ", "37/KH-UBND", default=""),
        Field("scope", Choice({"column": "column"}, what="phạm vi"), "phạm vi", "column", default="column"),
        Field("month_window", _MonthWindow(), "kỳ tính tháng", "calendar", default=1),
        Field("reposts", _RepostRule(), "bài đăng lại có tính không", "count", default=(Reposts.COUNT, 0)),
        Field("min_original", Number(0, 1000), "trong đó ít nhất bao nhiêu bài không phải đăng lại", "0", default=0),
        Field(
            "kinds",
            ListOf(Choice(_PIECES, what="loại bài"), least=1),
            "loại được tính",
            "[tin, bai]",
            default=tuple(_PIECES.values()),
        ),
        Field("grace_days", Number(0, 31), "số ngày chờ trước khi chốt tháng", "0", default=0),
        Field(
            "prorata", Choice({"days": True, "none": False}), "tháng không trọn: tính theo ngày", "days", default=True
        ),
        Field("floor", _FLOOR, "ngưỡng số chữ", "{news: 60, article: 300}", default=Floor()),
    ),
    _quota,
    "chỉ tiêu",
    with_place=True,
)

WAIVER = Group(
    (
        Field("month", MonthOfYear(), "tháng được giảm", "2026-09", required=True),
        Field("reduce_to", Number(0, 1000), "giảm còn", "2", required=True),
        Field("reason", Text(most=500), "lý do", "…", required=True),
        Field("approver", Text(most=200), "người quyết định", "Giám đốc Sở", required=True),
        Field("decided", Day(), "ngày quyết định", "2026-08-28", required=True),
        Field("document", Text(most=60), "số văn bản, hoặc “chưa cấp số”", "chưa cấp số", default="chưa cấp số"),
    ),
    Waiver,
    "quyết định giảm chỉ tiêu",
    with_place=True,
)

PLAN_FIELDS = (
    Field("id", Word(), "mã kế hoạch", "ke-hoach-2026", required=True),
    Field("title", Text(most=300), "tên kế hoạch", "…", required=True),
    Field("number", Text(most=60), "số, ký hiệu; bỏ trống khi chưa cấp số", "12/KH-SNV"),
    Field("issued", Day(), "ngày ban hành; bỏ trống khi chưa ban hành", "2026-06-25"),
    Field("agency", Word(), "cơ quan ban hành, mã trong units.yml", "so-noi-vu", required=True),
    Field("from", Day(), "thực hiện từ ngày", "2026-07-01", required=True),
    Field("to", Day(), "đến hết ngày", "2026-12-31", required=True),
    Field("theme", Text(most=300), "chủ đề năm", "…", default=""),
    Field("basis", ListOf(Text(most=400)), "các văn bản căn cứ", "[76/NQ-CP]", default=()),
    Field("quotas", ListOf(QUOTA), "chỉ tiêu hằng tháng", "", default=()),
    Field("waivers", ListOf(WAIVER), "giảm chỉ tiêu từng tháng", "", default=()),
    Field("unit_minimums", ListOf(UNIT_MINIMUM), "mức tối thiểu của từng đơn vị", "", default=()),
    Field("reports", ListOf(ReportShape()), "báo cáo định kỳ", "", default=()),
    Field("topics", ListOf(TOPIC), "các chủ đề phải tuyên truyền", "", default=()),
    Field("topics_enforced", Flag(), "true: thiếu chủ đề là vi phạm; false: chỉ nhắc", "true", default=False),
    Field("tasks", ListOf(TASK), "phụ lục nhiệm vụ", "", default=()),
    Field("timeline", ListOf(STEP), "các mốc thời gian", "", default=()),
    Field("contests", ListOf(CONTEST), "các cuộc thi", "", default=()),
)


def _plan(**values: Any) -> Plan:
    values["first"], values["last"] = values.pop("from"), values.pop("to")
    minimums = values.pop("unit_minimums")
    return Plan(unit_minimums=tuple(begin_with_plan(item, values["first"]) for item in minimums), **values)


PLAN = Group(PLAN_FIELDS, _plan, "kế hoạch", with_place=True)

_CLOSING_STATES = [MonthState.MET, MonthState.SHORT, MonthState.EXPLAINED, MonthState.WAIVED]

AMENDMENT = Group(
    (
        Field("date", Day(), "ngày điều chỉnh", "2026-09-10", required=True),
        Field("counted", Number(0, 10_000), "số đếm mới", "4", required=True),
        Field("pieces", ListOf(_PIECE_ID, most=10_000), "mã các bài được đếm", "[…]", required=True),
        Field("reason", Text(most=500), "lý do", "…", required=True),
        Field("required", Number(0, 1000), "chỉ tiêu mới, nếu đổi", "4"),
        Field("basis", Text(most=200), "văn bản căn cứ khi đổi chỉ tiêu", "…", default=""),
    ),
    lambda date, **rest: Amendment(on=date, **rest),
    "điều chỉnh",
    with_place=True,
)

CLOSED_MONTH = Group(
    (
        Field("month", MonthOfYear(), "tháng", "2026-07", required=True),
        Field("required", Number(0, 1000), "chỉ tiêu khi chốt", "4", required=True),
        Field("counted", Number(0, 10_000), "số tin, bài đã đếm", "5", required=True),
        Field(
            "state",
            Choice({s.value: s.value for s in _CLOSING_STATES}, what="trạng thái"),
            "trạng thái khi chốt",
            "dat",
            required=True,
        ),
        Field("pieces", ListOf(_PIECE_ID, most=10_000), "mã các bài được đếm", "[…]", required=True),
        Field("closed_on", Day(), "ngày chốt", "2026-08-01", required=True),
        Field("explanation", Text(), "giải trình của tháng thiếu", "…", default=""),
        Field("amendments", ListOf(AMENDMENT), "điều chỉnh sau khi chốt", "[]", default=()),
    ),
    ClosedMonth,
    "tháng đã chốt",
    with_place=True,
)


def read_group(text: str, group: Group, report: Reporter) -> Any:
    """One group from a whole file; `INVALID` after reporting."""
    tree = _tree(text, report)
    return INVALID if tree is None or isinstance(tree, Invalid) else group.read(tree, report)


def read_list(text: str, group: Group, report: Reporter) -> list[Any]:
    """The valid items of a file that is one list; an empty file is an empty list."""
    tree = _tree(text, report, empty_ok=True)
    if isinstance(tree, Invalid) or tree is None:
        return []
    if not isinstance(tree, yaml_tree.Sequence):
        report.error("Y08", tree, "Tệp này phải là một danh sách, mỗi mục bắt đầu bằng “- ”.", "Xem mẫu trong sổ tay.")
        return []
    values = [group.read(item, report) for item in tree.items]
    return [value for value in values if value is not INVALID]


def _tree(text: str, report: Reporter, empty_ok: bool = False) -> yaml_tree.Node | Invalid | None:
    before = len(report.problems)
    tree = yaml_tree.parse_yaml(text, report)
    if tree is None and len(report.problems) == before and not empty_ok:
        report.error("Y08", None, "Tệp này đang trống.", "Chép lại từ mẫu trong sổ tay.")
        return INVALID
    return INVALID if tree is None and len(report.problems) > before else tree
