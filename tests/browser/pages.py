"""One page of every kind of the shipped site."""

from __future__ import annotations

ARTICLE = "tin-bai/2026/11/ho-so-di-duong-buu-chinh/"
PICTURED = "tin-bai/2026/07/ba-buoc-nop-ho-so-truc-tuyen/"
FILM = "tin-bai/2026/10/doc-giay-hen-tra-ket-qua/"
AREA = "linh-vuc/cai-cach-thu-tuc-hanh-chinh/"
PAGES = {
    "home": "",
    "article": PICTURED,
    "corrected": "tin-bai/2026/07/truoc-ngay-10-3-la-het-ngay-may/",
    "film": FILM,
    "former unit": "tin-bai/2024/04/bay-cau-hoi-truoc-khi-den-bo-phan-mot-cua/",
    "pieces, page 2": "tin-bai/trang/2/",
    "areas": "linh-vuc/",
    "area": AREA,
    "units": "don-vi/",
    "unit": "don-vi/so-ldtbxh/",
    "archive": "thang/",
    "month": "thang/2026-10/",
    "year": "nam/2026/",
    "fulfilment": "tinh-hinh-thuc-hien/",
    "report": "bao-cao/2026-10/",
    "report of a short month": "bao-cao/2026-08/",
    "plans": "ke-hoach/",
    "plan": "ke-hoach/ke-hoach-2026/",
    "contests": "cuoc-thi/",
    "contest": "cuoc-thi/chuyen-nho-2026/",
    "handbook": "huong-dan/",
    "fields": "huong-dan/bang-truong/",
    "contact": "lien-he/",
    "feeds": "rss/",
    "corrections": "dinh-chinh/",
    "open data": "du-lieu-mo/",
    "accessibility": "tro-nang/",
    "procedures": "thu-tuc/",
    "procedure": "thu-tuc/minh-hoa-01/",
    "documents": "van-ban/",
    "document": "van-ban/76-nq-cp-2021/",
    "contacts": "dau-moi/",
    "index": "chi-so/par-index/",
    "contributions": "dong-gop/2026/",
    "activities": "hoat-dong/",
    "posters": "ap-phich/",
    "press": "bao-chi/",
    "search": "tim-kiem/",
    "results": "tim-kiem/?q=ho so truc tuyen",
    "not found": "404.html",
}
THOROUGH = {"home", "article", "area", "archive", "report", "plan", "search", "results"}
"""Looked at in every width and scheme; the other pages, made of the same parts, in the two that differ most."""
