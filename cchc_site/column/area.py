"""The six areas of administrative reform, and the cross-cutting work of steering it.

Names and order follow Resolution 76/NQ-CP of 15/7/2021; "steering" is not an area of the resolution, but
every periodic report has it as its first block, so a piece may carry it.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class ReformArea(Struct, frozen=True, eq=False):
    """One area: `id` in front matter, `slug` in addresses, names for people. There is one object of each."""

    id: str
    slug: str
    name: str
    short_name: str
    order: int
    description: str

    def __reduce__(self) -> tuple[Callable[[str], ReformArea], tuple[str]]:
        """What is copied or kept comes back as the same object."""
        return area_of, (self.id,)


AREAS: tuple[ReformArea, ...] = (
    ReformArea(
        "institutions",
        "cai-cach-the-che",
        "Cải cách thể chế",
        "Thể chế",
        1,
        "Xây dựng, rà soát văn bản quy phạm pháp luật và theo dõi việc thi hành.",
    ),
    ReformArea(
        "procedures",
        "cai-cach-thu-tuc-hanh-chinh",
        "Cải cách thủ tục hành chính",
        "Thủ tục hành chính",
        2,
        "Đơn giản hóa thủ tục, một cửa, nộp và nhận kết quả thuận tiện.",
    ),
    ReformArea(
        "apparatus",
        "cai-cach-to-chuc-bo-may",
        "Cải cách tổ chức bộ máy hành chính nhà nước",
        "Tổ chức bộ máy",
        3,
        "Sắp xếp cơ quan, phân cấp, phân quyền, tự chủ của đơn vị sự nghiệp.",
    ),
    ReformArea(
        "civil-service",
        "cai-cach-che-do-cong-vu",
        "Cải cách chế độ công vụ",
        "Chế độ công vụ",
        4,
        "Cán bộ, công chức, viên chức: tuyển dụng, đánh giá, đạo đức công vụ.",
    ),
    ReformArea(
        "public-finance",
        "cai-cach-tai-chinh-cong",
        "Cải cách tài chính công",
        "Tài chính công",
        5,
        "Ngân sách, tự chủ tài chính, công khai thu chi.",
    ),
    ReformArea(
        "e-government",
        "chinh-phu-dien-tu-chinh-phu-so",
        "Xây dựng, phát triển Chính phủ điện tử, Chính phủ số",
        "Chính phủ số",
        6,
        "Dịch vụ công trực tuyến, dữ liệu dùng chung, chuyển đổi số.",
    ),
    ReformArea(
        "steering",
        "chi-dao-dieu-hanh",
        "Công tác chỉ đạo, điều hành cải cách hành chính",
        "Chỉ đạo, điều hành",
        0,
        "Kế hoạch, kiểm tra, chỉ số, tuyên truyền và sáng kiến.",
    ),
)
"""The six areas in the resolution's order, steering last."""

AREA_BY_ID: dict[str, ReformArea] = {area.id: area for area in AREAS}


def area_of(key: str) -> ReformArea:
    """The area of that id. Raises KeyError when there is none."""
    return AREA_BY_ID[key]
