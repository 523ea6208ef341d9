"""Which sentence of which seed plan which test proves; also a program that writes the handbook's table from it.

python -m scenarios.rows   (in tests/)
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .elsewhere import ELSEWHERE

Test = TypeVar("Test", bound=Callable[..., None])

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "content" / "huong-dan" / "bang-nghia-vu.md"
MODULES = ("quang_tri_2023", "binh_dinh_2023", "dakrong_2020", "lang_son_2024", "quang_tri_2022")

PLANS = {
    "S0": "Sở Lao động - Thương binh và Xã hội tỉnh Quảng Trị, kế hoạch cuộc thi tin, bài cải cách hành chính, 10/2023",
    "S1": "Sở Lao động - Thương binh và Xã hội tỉnh Bình Định, kế hoạch truyền thông cải cách hành chính năm 2023",
    "S2": "Ủy ban nhân dân huyện Đakrông, kế hoạch cuộc thi tuyên truyền cải cách hành chính, 24/8/2020",
    "S3": "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn, kế hoạch tuyên truyền cải cách hành chính năm 2024",
    "S4": "Ủy ban nhân dân tỉnh Quảng Trị, kế hoạch tuyên truyền cải cách hành chính năm 2022 và phụ lục",
}

_PROVED: dict[str, str] = {}
TESTS = Path(__file__).parents[1]


def proves(*rows: str) -> Callable[[Test], Test]:
    """Enter a test as the proof of these rows; each row may have one proof."""

    def enter(test: Test) -> Test:
        for row in rows:
            where = f"{test.__module__.rpartition('.')[2]}::{test.__qualname__}"
            if row not in ROWS:
                raise ValueError(f"{row} is not in the table")
            if _PROVED.setdefault(row, where) != where:
                raise ValueError(f"{row} is proved by {_PROVED[row]} already")
        return test

    return enter


def proved() -> dict[str, tuple[str, ...]]:
    """Every row with its tests: those of the scenarios, then those of the rooms."""
    for name in MODULES:
        importlib.import_module(f"scenarios.test_{name}")
    rows = sorted(_PROVED.keys() | ELSEWHERE.keys())
    scenario = {row: (_PROVED[row],) if row in _PROVED else () for row in rows}
    return {row: (*scenario[row], *(ELSEWHERE[row][1] if row in ELSEWHERE else ())) for row in rows}


def asked() -> dict[str, str]:
    """Every row with what it asks, in the order of the plans."""
    texts = {**{row: text for row, (text, _) in ELSEWHERE.items() if text}, **ROWS}
    return dict(sorted(texts.items()))


def exists(where: str) -> bool:
    """Whether `folder.module::test` is a test below `tests/`."""
    module, _, name = where.rpartition("::")
    file = TESTS.joinpath(*module.split(".")).with_suffix(".py")
    return file.is_file() and re.search(rf"^ *def {name}\(", file.read_text(encoding="utf-8"), re.M) is not None


def page() -> str:
    """The handbook's page."""
    where = {row: ", ".join(f"`{test}`" for test in tests) for row, tests in proved().items()}
    lines = [
        "---",
        "title: Bảng nghĩa vụ và phép thử",
        "description: Từng yêu cầu của năm kế hoạch mà bộ công cụ này thực hiện được, và phép thử chứng minh.",
        "---",
        "",
        "Bộ công cụ được làm theo năm kế hoạch có thật. Mỗi dòng dưới đây là một yêu cầu trong kế hoạch và phép thử "
        "tự động chứng minh yêu cầu ấy chạy đúng, với số và ngày của chính kế hoạch. Bảng này do máy lập.",
    ]
    for key, title in PLANS.items():
        lines += ["", f"## {title}", "", "| Mã | Yêu cầu | Phép thử |", "|---|---|---|"]
        lines += [f"| {row} | {text} | {where[row]} |" for row, text in asked().items() if row.startswith(f"{key}-")]
    return "\n".join(lines) + "\n"


def _numbered(prefix: str, first: int, *texts: str) -> dict[str, str]:
    return {f"{prefix}-{number:02d}": f"Chủ đề: {text}" for number, text in enumerate(texts, first)}


ROWS: dict[str, str] = {
    "S0-01": "Số và ngày để trống khi chưa ban hành, máy không tự đặt",
    "S0-02": "Ba kế hoạch căn cứ, ghi đủ số, ngày, cơ quan, trích yếu",
    "S0-04": "Tìm sản phẩm hay để dùng lại",
    "S0-06": "Thông tin cuộc thi đến mọi người",
    "S0-08": "Mọi phòng, đơn vị đều phải tham gia",
    **_numbered(
        "S0",
        10,
        "chủ trương, pháp luật",
        "văn bản chỉ đạo, kết quả",
        "Trung tâm Phục vụ hành chính công",
        "điều cần biết khi làm thủ tục",
        "phương thức làm việc mới",
        "bộ thủ tục của Sở",
        "chính quyền số",
        "công khai thủ tục",
    ),
    "S0-18": "Đối tượng: công chức, viên chức, người lao động của Sở",
    "S0-19": "Bài viết hoặc video clip",
    "S0-20": "Bìa ghi dòng tên cuộc thi",
    "S0-21": "Video kèm văn bản thuyết minh",
    "S0-22": "Ghi họ tên, đơn vị; ngoài ra không công bố gì",
    "S0-23": "Mỗi người có thể gửi nhiều sản phẩm",
    "S0-24": "Bài gửi trước 16h00 ngày 14/11/2023",
    "S0-25": "Chấm thi từ 15/11 đến hết ngày 20/11/2023",
    "S0-26": "Công bố kết quả, trao thưởng ngày 22/11/2023",
    "S0-27": "Giải thưởng; “02 giải khuyến khích: 300.000đ” được hỏi lại, không đoán",
    "S0-28": "Văn phòng xây dựng tiêu chí, thang điểm",
    "S0-29": "Văn phòng tham mưu quyết định thành lập Ban Tổ chức, Ban Giám khảo",
    "S0-31": "Mỗi phòng, đơn vị ít nhất 02 sản phẩm",
    "S0-32": "Nơi giải đáp vướng mắc: Văn phòng",
    "S1-01": "Quyết định căn cứ của kế hoạch",
    **_numbered(
        "S1",
        9,
        "trách nhiệm người đứng đầu (a)",
        "tầm quan trọng, mục tiêu (b)",
        "văn bản mới (c)",
        "hai đề án của tỉnh (d)",
        "bộ máy, đạo đức công vụ (e)",
        "các chỉ số (g)",
        "công nghệ, chuyển đổi số (h)",
        "đường dây nóng (k)",
        "quyền tham gia, giám sát (l)",
        "đề án năng lực, dữ liệu dân cư (m)",
    ),
    "S1-20": "Xây dựng chuyên mục trên trang của Sở",
    "S1-21": "Đăng tin, bài, đếm được",
    "S1-26": "Đánh giá hàng năm",
    "S1-30": "Thường xuyên rà soát văn bản",
    "S1-32": "Công đoàn, Đoàn Thanh niên cùng báo cáo",
    "S1-33": "Báo cáo quý trước ngày 15/3, 15/6, 15/9, 15/12",
    "S2-01": "Công văn căn cứ của tỉnh",
    "S2-04": "Phát động đến toàn thể cán bộ, công chức, viên chức",
    "S2-06": "Không sao chép bài dự thi, bài đã đăng",
    "S2-07": "Công khai, minh bạch, khách quan: chấm theo mã",
    "S2-08": "Đối tượng: cơ quan, đơn vị, xã, thị trấn của huyện",
    **_numbered(
        "S2",
        9,
        "chỉ đạo, điều hành",
        "kế hoạch 6 tháng cuối năm",
        "thủ tục hành chính",
        "bộ phận một cửa",
        "công nghệ thông tin, ISO",
        "hồ sơ trực tuyến",
        "đội ngũ, tài chính, bộ máy",
        "môi trường kinh doanh",
        "các chỉ số",
    ),
    "S2-18": "Bài viết hoặc đoạn video",
    "S2-19": "Thời gian thi 01/9 - 15/9/2020",
    "S2-20": "Chấm xong trước ngày 21/9/2020",
    "S2-21": "Trao giải trước ngày 30/9/2020",
    "S2-22": "Mỗi cơ quan ít nhất 01 bài, chậm nhất ngày 15/9/2020",
    "S2-23": "Bài đạt giải được đăng trên trang thông tin điện tử",
    "S2-24": "Bài viết trên giấy A4, có bìa",
    "S2-25": "Bìa ghi họ tên, chức vụ, đơn vị, điện thoại, tiêu đề; điện thoại không lên trang",
    "S2-26": "Bài ngắn gọn, dễ hiểu: yêu cầu nêu trong thể lệ",
    "S2-27": "Từ 1000 đến 2000 chữ",
    "S2-29": "Video từ 04 đến 06 phút",
    "S2-30": "Nhãn đĩa: họ tên, tiêu đề, đơn vị, điện thoại",
    "S2-31": "Giải thưởng: tổng 4.500.000 đồng",
    "S2-32": "Bài viết đạt giải được phát trên loa",
    "S2-33": "Phổ biến đến toàn thể cán bộ",
    "S2-34": "Phòng Nội vụ tham mưu Ban Tổ chức, Ban chấm thi",
    "S2-35": "Nhận bài và cung cấp cho Ban chấm thi",
    "S2-36": "Tham mưu trao giải",
    "S2-37": "Văn phòng đăng bài đạt giải",
    "S2-38": "Phát trên hệ thống loa phát thanh",
    "S3-01": "Hai kế hoạch căn cứ",
    "S3-02": "Chủ đề năm",
    "S3-06": "Tuyên truyền thường xuyên, liên tục",
    "S3-09": "Cập nhật văn bản, bộ thủ tục",
    **_numbered(
        "S3",
        11,
        "tầm quan trọng",
        "chương trình tổng thể",
        "người đứng đầu",
        "xây dựng văn bản",
        "đề án thủ tục",
        "quy định kinh doanh",
        "điều cần biết",
        "bộ máy",
        "phân cấp",
        "công vụ",
        "tài chính công",
        "chính quyền số",
        "bộ thủ tục đã công bố",
        "các chỉ số",
        "kết quả, biểu dương, phê phán",
    ),
    "S3-31": "Niêm yết, đăng công khai thủ tục",
    "S3-32": "Hàng tháng có ít nhất 04 tin, bài",
    "S3-33": "Cung cấp thông tin cho báo chí",
    "S3-37": "Từng đơn vị có kế hoạch riêng",
    "S3-38": "Báo cáo trước ngày 10/3, 10/6, 10/9, 10/12",
    "S4-01": "Phần đầu văn bản: tên cơ quan, quốc hiệu, tiêu ngữ",
    "S4-02": "Hai văn bản căn cứ",
    **_numbered(
        "S4",
        10,
        "ý nghĩa, người đứng đầu",
        "chương trình, kế hoạch",
        "các chỉ số",
        "kết quả, hạn chế, giám sát",
        "mô hình thí điểm",
        "Trung tâm Phục vụ hành chính công",
    ),
    "S4-23": "Một báo cáo giao cho hai sở cùng chủ trì",
    "S4-41": "Báo cáo trước ngày 30/11/2022",
    "S4-43": "Phụ lục sáu cột: STT, nhiệm vụ, sản phẩm, chủ trì, phối hợp, thời gian",
    "S4-44": "Nhiệm vụ 1: công văn hướng dẫn, Quý I/2022",
    "S4-45": "Nhiệm vụ 2: giao ban báo chí 2 tháng/lần",
    "S4-46": "Nhiệm vụ 3: chuyên trang, chuyên mục, thường xuyên trong năm",
    "S4-47": "Nhiệm vụ 4: cuộc thi, Quý 4/2022",
}


if __name__ == "__main__":
    from scenarios import rows

    rows.PAGE.write_text(rows.page(), encoding="utf-8", newline="\n")
