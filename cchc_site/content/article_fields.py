"""The table of an article's fields: the one place that says what an editor may write.

It makes the parser, the errors and the handbook's page. A new field is one row here, one attribute of `Article`,
and its test.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from cchc_site.column.area import AREA_BY_ID
from cchc_site.column.article import Form, Image, Kind, Origin, Source, Video
from cchc_site.column.audience import Audience
from cchc_site.column.category import Category, Safeguards
from cchc_site.content.group import Field, Group, ListOf
from cchc_site.content.shape import Choice, Flag, Number, Text, WebAddress, Word
from cchc_site.content.time_shapes import Day, Instant


def choices(kind: type[Enum]) -> dict[str, Enum]:
    """An enumeration's members by the word that editors write."""
    return {member.value: member for member in kind}


_FILE = Word("tên tệp", r"[A-Za-z0-9_./-]+", "chữ không dấu, số, gạch ngang, ví dụ so-do.png")
_ID = Word("mã bài", r"[a-z0-9]+(?:[-/][a-z0-9]+)*", "chữ thường không dấu, số, “-” và “/”, ví dụ 2026/07/ba-buoc")
_CODE = Word("mã thủ tục", r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", "mã như trong danh mục, ví dụ 1.004959")
_ADDRESS = Word("địa chỉ cũ", r"/?[a-z0-9]+(?:[-/][a-z0-9]+)*/?", "phần sau tên miền, ví dụ tin-bai/2026/07/ten-cu")

_IMAGE = Group(
    (
        Field("src", _FILE, "tệp ảnh đặt cạnh bài", "so-do.png", required=True),
        Field("alt", Text(most=500), "lời mô tả thay cho ảnh", "Sơ đồ ba bước nộp hồ sơ", required=True),
        Field("credit", Text(most=200), "nguồn ảnh", "Ban biên tập", default=""),
    ),
    Image,
    "ảnh",
    "nhóm: src, alt, credit",
)
_VIDEO = Group(
    (
        Field("src", _FILE, "tệp video đặt cạnh bài", "huong-dan.mp4", required=True),
        Field("duration", Number(1, 36_000), "thời lượng, tính bằng giây", "95", required=True),
    ),
    Video,
    "video",
    "nhóm: src, duration",
)
_SOURCE = Group(
    (
        Field("name", Text(most=200), "tên nơi đăng đầu tiên", "Báo điện tử …", required=True),
        Field("url", WebAddress(), "địa chỉ bài gốc", "https://…", required=True),
        Field("date", Day(), "ngày đăng của bài gốc", "2026-07-01", required=True),
    ),
    Source,
    "nguồn",
    "nhóm: name, url, date",
)
_UPDATE = Group(
    (
        Field("date", Instant(), "ngày sửa", "2026-07-20", required=True),
        Field("note", Text(most=500), "sửa gì", "Bổ sung bước 3", required=True),
        Field("major", Flag(), "sửa lớn: đưa bài lên đầu nguồn tin", "true", default=False),
    ),
    what="lần sửa",
    label="date, note, major",
)
_CORRECTION = Group(
    (
        Field("date", Instant(), "ngày đăng đính chính; bỏ trống khi đề nghị còn đang xem xét", "2026-08-14"),
        Field("wrong", Text(most=1000), "chỗ đã viết sai, hoặc chỗ bị cho là sai", "…", required=True),
        Field("right", Text(most=1000), "viết đúng là; bắt buộc khi đã đăng", "…", default=""),
        Field("received", Day(), "ngày nhận đề nghị", "2026-08-10"),
        Field("answered", Day(), "ngày trả lời", "2026-08-14"),
    ),
    what="đính chính",
    label="date, wrong, right, received, answered",
)
_WITHDRAWN = Group(
    (
        Field("date", Instant(), "ngày thu hồi", "2026-09-01", required=True),
        Field("reason", Text(most=500), "lý do", "Văn bản nêu trong bài đã bị thay thế", required=True),
    ),
    what="thu hồi",
    label="nhóm: date, reason",
)

_SAFEGUARDS = Group(
    (
        Field("basis", Text(most=500), "căn cứ để biểu dương", "Quyết định khen thưởng số …", default=""),
        Field("source", Text(most=500), "nguồn đã xác minh của điều phê bình", "Kết luận kiểm tra số …", default=""),
        Field("verified_by", Text(most=200), "người hoặc bộ phận xác minh", "Thanh tra Sở", default=""),
        Field("reviewed_by", Text(most=200), "người thẩm định pháp lý", "Phòng Pháp chế", default=""),
        Field("reviewed_on", Day(), "ngày thẩm định", "2026-10-05"),
        Field("asked_on", Day(), "ngày đề nghị bên được nêu trả lời", "2026-10-01"),
        Field("reply_due", Day(), "hạn trả lời đã cho", "2026-10-08"),
        Field("reply", Text(most=3000), "ý kiến của bên được nêu", "…", default=""),
    ),
    Safeguards,
    "phần bảo đảm",
    "nhóm: basis; hoặc source, verified_by, reviewed_by, reviewed_on, asked_on, reply_due, reply",
)

ARTICLE_FIELDS = Group(
    (
        Field("title", Text(most=200), "tên bài", "Nộp hồ sơ trực tuyến, ba bước cần nhớ", required=True),
        Field("date", Instant(), "ngày (và giờ) đăng lần đầu", "2026-07-03", required=True),
        Field(
            "areas",
            ListOf(Choice(AREA_BY_ID, what="lĩnh vực"), least=1),
            "một hay nhiều lĩnh vực cải cách",
            "[procedures, e-government]",
            required=True,
        ),
        Field("kind", Choice(choices(Kind), what="loại bài"), "loại: chỉ tin và bai được tính", "bai", required=True),
        Field("unit", Word(), "đơn vị đăng, mã trong _data/units.yml", "van-phong", required=True),
        Field("author", Text(most=200), "người hoặc bộ phận viết", "Ban biên tập", required=True),
        Field("summary", Text(most=400), "một, hai câu tóm tắt", "Ba việc cần làm trước khi bấm nộp.", required=True),
        Field("form", Choice(choices(Form), what="hình thức"), "hình thức thể hiện", "text", default=Form.TEXT),
        Field("image", _IMAGE, "ảnh của bài", '{src: so-do.png, alt: "…", credit: "…"}'),
        Field("video", _VIDEO, "video hoặc tệp âm thanh", "{src: huong-dan.mp4, duration: 95}"),
        Field("documents", ListOf(Text(most=60)), "số văn bản mà bài dựa vào", "[76/NQ-CP]", default=()),
        Field(
            "origin", Choice(choices(Origin), what="nguồn gốc"), "tự viết, đăng lại hay tổng hợp", "original",
            default=Origin.ORIGINAL,
        ),
        Field("source", _SOURCE, "nguồn; bắt buộc với bài đăng lại", '{name: "…", url: "https://…", date: 2026-07-01}'),
        Field("procedures", ListOf(_CODE), "mã thủ tục mà bài giải thích", "[1.004959]", default=()),
        Field(
            "audience", ListOf(Choice(choices(Audience), what="đối tượng")), "viết cho ai", "[nguoi-dan]", default=()
        ),
        Field(
            "category", Choice(choices(Category), what="chuyên đề"), "biểu dương, mô hình hay, phê bình", "mo-hinh-hay"
        ),
        Field(
            "safeguards", _SAFEGUARDS, "căn cứ của biểu dương, phê bình", '{basis: "…"}', default=Safeguards()
        ),
        Field("topics", ListOf(Word()), "mã chủ đề trong kế hoạch", "[a, c]", default=()),
        Field("tags", ListOf(Text(most=60), most=12), "từ khóa", "[hồ sơ trực tuyến]", default=()),
        Field("draft", Flag(), "bản nháp: không đăng, không tính", "true", default=False),
        Field("approved_by", Text(most=200), "người hoặc bộ phận duyệt", "Chánh Văn phòng", default=""),
        Field("updates", ListOf(_UPDATE), "các lần sửa sau khi đăng", '[{date: 2026-07-20, note: "…"}]', default=()),
        Field("corrections", ListOf(_CORRECTION), "đính chính", '[{date: …, wrong: "…", right: "…"}]', default=()),
        Field("withdrawn", _WITHDRAWN, "thu hồi bài, giữ lại trang", '{date: 2026-09-01, reason: "…"}'),
        Field("slug", Word(), "phần cuối địa chỉ, nếu khác tên tệp", "ba-buoc-can-nho"),
        Field("aliases", ListOf(_ADDRESS), "các địa chỉ cũ vẫn phải mở được", "[tin-bai/2026/07/ten-cu]", default=()),
        Field("review_by", Day(), "ngày phải đọc lại bài xem còn đúng không", "2027-01-15"),
        Field("id", _ID, "mã cố định của bài, ghi lại khi đổi tên tệp", "2026/07/ba-buoc"),
        Field("translation_of", _ID, "mã của bài gốc, nếu đây là bản dịch", "2026/07/ba-buoc"),
    ),
    what="phần thông tin của bài",
)  # fmt: skip

STANDING_FIELDS = Group(
    (
        Field("title", Text(most=120), "tên trang", "Giới thiệu", required=True),
        Field("description", Text(most=400), "một câu tóm tắt", "Chuyên mục này để làm gì", default=""),
    ),
    what="phần thông tin của trang",
)


def shape_rows(group: Group) -> Iterator[tuple[str, str, str, str, str]]:
    """The table for people: name, required, shape, meaning, example."""
    for row in group.fields:
        yield row.name, "có" if row.required else "", row.shape.label, row.meaning, row.example
