"""A contest as a row of a plan, and the public record of contests (`_data/contests.yml`)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Committee, Contest, EntryForm
from cchc_site.column.contest.prize import Prize
from cchc_site.column.contest.record import ContestRecord, UnitEntries, Winner
from cchc_site.column.contest.rubric import Criterion
from cchc_site.column.deadline import Limits
from cchc_site.content import yaml_tree
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.outreach_files import Figure
from cchc_site.content.plan_rows import STEP
from cchc_site.content.reporter import Reporter
from cchc_site.content.shape import INVALID, Choice, Flag, Invalid, Number, Text, Word
from cchc_site.content.time_shapes import Instant

_FORMS = {"text": Form.TEXT, "video": Form.VIDEO}
_PIECE_ID = Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "mã của bài, ví dụ 2026/07/ba-buoc")
CODE = Word("mã bài dự thi", r"[A-Z0-9]{4}-[A-Z0-9]{4}", "mã trên phiếu chấm, ví dụ K7QF-3MXW")


class _Range:
    """Two whole numbers, least and most, both included: `[1000, 2000]`."""

    label = "[ít nhất, nhiều nhất]"

    def __init__(self, unit: int, most: int) -> None:
        self._unit, self._most = unit, most

    def read(self, node: yaml_tree.Node, report: Reporter) -> Any:
        """The `Limits`, in “chữ” or seconds."""
        pair = ListOf(Number(0, self._most), least=2, most=2).read(node, report)
        if isinstance(pair, Invalid):
            return INVALID
        least, most = pair
        if least > most:
            report.error("F03", node, f"Khoảng từ {least} đến {most} ngược.", f"Viết [{most}, {least}].")
            return INVALID
        return Limits(least * self._unit, most * self._unit)


def _form(form: Form, words: Limits | None, minutes: Limits | None, explanation: int) -> EntryForm:
    return EntryForm(form, words if form is Form.TEXT else minutes, 0 if form is Form.TEXT else explanation)


ENTRY_FORM = Group(
    (
        Field("form", Choice(_FORMS, what="hình thức dự thi"), "hình thức dự thi", "text", required=True),
        Field("words", _Range(1, 100_000), "số chữ của bài viết, tính cả hai đầu", "[1000, 2000]"),
        Field("minutes", _Range(60, 600), "số phút của video, tính cả hai đầu", "[4, 6]"),
        Field("explanation", Number(1, 10_000), "thuyết minh của video ít nhất bao nhiêu chữ", "60", default=1),
    ),
    _form,
    "hình thức dự thi",
)
CRITERION = Group(
    (
        Field("id", Word(), "mã tiêu chí", "noi-dung", required=True),
        Field("title", Text(most=200), "tên tiêu chí", "Nội dung", required=True),
        Field("max", Number(1, 1000), "điểm tối đa", "40", required=True),
    ),
    lambda id, title, max: Criterion(id, title, max),
    "tiêu chí chấm",
)
PRIZE = Group(
    (
        Field("id", Word(), "mã giải", "nhat", required=True),
        Field("title", Text(most=100), "tên giải", "Giải nhất", required=True),
        Field("count", Number(1, 100), "số giải", "1", default=1),
        Field("amount", Number(0, 999_999_999), "tiền thưởng, đồng", "1000000", required=True),
        Field(
            "per",
            Choice({"each": False, "together": True}, what="cách ghi tiền thưởng"),
            "khi có nhiều giải: số tiền là của mỗi giải (each) hay của tất cả (together)",
            "each",
        ),
    ),
    lambda per, **rest: Prize(shared=per, **rest),
    "giải thưởng",
    with_place=True,
)
COMMITTEE = Group(
    (
        Field("name", Text(most=200), "tên ban", "Ban Tổ chức", required=True),
        Field("lead", Text(most=200), "nơi tham mưu thành lập", "Văn phòng Sở", default=""),
        Field("members", ListOf(Text(most=200), most=60), "thành phần, ghi chức danh", "[Giám đốc Sở]", default=()),
    ),
    Committee,
    "ban của cuộc thi",
)


_STAGE = "{{id: {}, title: {}, due: {{by: 2026-11-20}}}}"


def _contest(**values: Any) -> Contest:
    values["minimum"] = values.pop("min")
    return Contest(**values)


CONTEST = Group(
    (
        Field("id", Word(), "mã cuộc thi, không đổi về sau", "cuoc-thi-2026", required=True),
        Field("title", Text(most=300), "tên cuộc thi", "Cuộc thi “…”", required=True),
        Field("cover", Text(most=300), "dòng ghi trên bìa bài dự thi", "Bài dự thi Cuộc thi “…”", default=""),
        Field("min", Number(0, 1000), "số bài ít nhất của mỗi đơn vị", "2", default=0),
        Field("units", ListOf(Word(), least=1), "đơn vị được dự thi, mã trong units.yml", "[van-phong]", required=True),
        Field("entries", STEP, "thời gian nhận bài", _STAGE.format("nop-bai", "Nhận bài"), required=True),
        Field("judging", STEP, "thời gian chấm thi", _STAGE.format("cham-thi", "Chấm thi"), required=True),
        Field("award", STEP, "công bố kết quả, trao giải", _STAGE.format("cong-bo", "Công bố kết quả"), required=True),
        Field(
            "forms",
            ListOf(ENTRY_FORM, least=1),
            "hình thức dự thi và giới hạn",
            "[{form: text, words: [1000, 2000]}]",
            required=True,
        ),
        Field("rules", ListOf(Text(most=600), most=60), "các điều khác của thể lệ", "[…]", default=()),
        Field("topics", ListOf(Word()), "mã chủ đề của kế hoạch; bỏ trống: mọi chủ đề", "[a, b]", default=()),
        Field(
            "areas",
            ListOf(Choice(AREA_BY_ID, what="lĩnh vực")),
            "lĩnh vực của bài đạt giải khi hồ sơ không ghi",
            "[steering]",
            default=(AREA_BY_ID["steering"],),
        ),
        Field(
            "rubric",
            ListOf(CRITERION, most=20),
            "tiêu chí, thang điểm",
            "[{id: noi-dung, title: Nội dung, max: 60}]",
            default=(),
        ),
        Field(
            "ties",
            ListOf(Word()),
            "tiêu chí xét lần lượt khi bằng điểm; sau đó Hội đồng quyết",
            "[noi-dung]",
            default=(),
        ),
        Field(
            "prizes",
            ListOf(PRIZE, least=1),
            "cơ cấu giải thưởng",
            "[{id: nhat, title: Giải nhất, amount: 1000000}]",
            required=True,
        ),
        Field("prize_money", Number(0, 999_999_999), "tổng tiền thưởng kế hoạch ghi, đồng", "4500000"),
        Field(
            "committees",
            ListOf(COMMITTEE),
            "Ban Tổ chức, Ban Giám khảo",
            "[{name: Ban Tổ chức, lead: Văn phòng Sở}]",
            default=(),
        ),
        Field("basis", Text(most=300), "văn bản, mục căn cứ", "Mục II", default=""),
        Field("enforce", Flag(), "false: thiếu bài của đơn vị thì chỉ nhắc", "false", default=True),
    ),
    _contest,
    "cuộc thi",
    with_place=True,
)

_PARTICIPATION = Group(
    (
        Field("unit", Word(), "đơn vị", "van-phong", required=True),
        Field("submitted", Number(0, 10_000), "số bài đã nộp", "3", required=True),
        Field("valid", Number(0, 10_000), "số bài hợp lệ", "2", required=True),
        Field("late", Number(0, 10_000), "số bài nộp muộn", "0", default=0),
    ),
    UnitEntries,
    "số bài của một đơn vị",
)
WINNER = Group(
    (
        Field("prize", Word(), "mã giải", "nhat", required=True),
        Field("code", CODE, "mã chấm", "K7QF-3MXW", required=True),
        Field("title", Text(most=200), "tên bài", "…", required=True),
        Field("form", Choice(_FORMS, what="hình thức dự thi"), "hình thức", "text", default=Form.TEXT),
        Field("unit", Word(), "đơn vị", "van-phong", required=True),
        Field("author", Text(most=200), "họ và tên, khi người dự thi đồng ý", "…", default=""),
        Field("position", Text(most=200), "chức vụ, khi người dự thi đồng ý", "…", default=""),
        Field("average", Figure(), "điểm trung bình", "87,25", required=True),
        Field("piece", _PIECE_ID, "mã bài đã đăng", "2026/11/ba-buoc", default=""),
    ),
    lambda **rest: Winner(**{**rest, "average": Decimal(rest["average"])}),
    "bài đạt giải",
)
CONTEST_RECORD = Group(
    (
        Field("contest", Word(), "mã cuộc thi trong kế hoạch", "cuoc-thi-2026", required=True),
        Field("at", Instant(), "thời điểm ghi", "2026-11-20T16:00", required=True),
        Field("participation", ListOf(_PARTICIPATION), "số bài của từng đơn vị", "", default=()),
        Field("judges", Number(0, 100), "số giám khảo", "3", default=0),
        Field("winners", ListOf(WINNER), "các bài đạt giải, theo thứ tự giải", "", default=()),
    ),
    lambda at, **rest: ContestRecord(at=at.at, **rest),
    "kết quả công khai của cuộc thi",
    with_place=True,
)
