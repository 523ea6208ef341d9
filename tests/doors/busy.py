"""A column with one of everything that a page can have to show."""

from __future__ import annotations

import struct
import zlib

from support.builders import prose
from support.files import Folder

UNITS_YML = """\
- id: van-phong-cu
  name: Văn phòng Sở cũ
  kind: phong
  to: 2024-02-29
  succeeded_by: [van-phong]
- id: van-phong
  name: Văn phòng Sở
  kind: phong
  from: 2024-03-01
"""
PLAN_YML = """\
id: ke-hoach
title: Kế hoạch <tuyên truyền> & "thi đua"
agency: van-phong
from: 2024-02-01
to: 2024-12-31
theme: Chủ đề & <năm>
quotas:
  - {min: 6, per: month, from: 2024-02-01, to: 2024-12-31, reposts: "cap:1"}
waivers:
  - {month: 2024-02, reduce_to: 1, reason: Tết <b>, approver: Giám đốc, decided: 2024-01-30, document: 15/QĐ-SNV}
"""
CLOSED_YML = """\
- month: 2024-02
  required: 1
  counted: 2
  state: mien-giam
  closed_on: 2024-03-01
  pieces: [2024/02/cu, 2024/02/da-xoa]
"""
BODY = """\
# Tiêu đề trong bài

[bài cũ](../02/cu.md), [hẹn đăng](../05/hen.md), [nháp](nhap.md), [thu hồi](thu-hoi.md), [mục](#muc-tieu-de-trong-bai),
[báo](https://example.org/), [giới thiệu](../../../gioi-thieu.md), [lĩnh vực](/linh-vuc/cai-cach-the-che/)[^1]

![Ảnh](anh.png)

| a | b |
|---|---|
| 1 | 2 |

<script>alert(1)</script><img src=x onerror=alert(1)><p onclick="alert(1)" style="color:red">Chữ</p>

[^1]: Chú thích.
"""


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def write_busy(folder: Folder) -> None:
    """Write the column; it is judged on 10/4/2024."""
    folder.write("_data/units.yml", UNITS_YML)
    folder.write("_data/plans/ke-hoach.yml", PLAN_YML)
    folder.write("_data/closed-months.yml", CLOSED_YML)
    folder.write(
        "gioi-thieu.md", f"---\ntitle: Giới thiệu <b>\n---\n\n{BODY.replace('../02/', 'tin-bai/2024/02/')[:28]}\n"
    )
    folder.write("tin-bai/2024/03/anh.png", _png())
    folder.write("tin-bai/2024/03/phim.mp4", b"\0" * 64)
    folder.article("2024/02/cu", unit="van-phong-cu", date="2024-02-05")
    folder.article(
        "2024/03/day-du",
        f"{BODY}\n{prose('day-du')}",
        title='"A & <b>B</b> ]]> \\"ngoặc\\" {{ 7 * 7 }}"',
        summary="'<script>alert(1)</script> & \"x\"'",
        author='"<i>Ban</i>"',
        areas="[procedures, e-government, steering]",
        image='{src: anh.png, alt: "Ảnh \\"><script>", credit: "<b>"}',
        tags='["<b>", hồ sơ]',
        documents='["<b>", 76/NQ-CP]',
        updates='[{date: 2024-03-09, note: "<b>Sửa</b>", major: true}, {date: 2024-03-10, note: Gõ nhầm}]',
        corrections='[{date: 2024-03-11, wrong: "<b>", right: "5 & 6"}]',
        aliases="[tin-bai/2024/03/ten-cu, bai-cu/10]",
        date="2024-03-08",
    )
    folder.article(
        "2024/03/phim", form="video", video="{src: phim.mp4, duration: 95}", image="{src: anh.png, alt: Ảnh}"
    )
    folder.article("2024/03/tieng", form="audio", video="{src: phim.mp4, duration: 30}", tags="[hồ sơ]")
    source = '{name: "Báo <A>", url: "https://example.org/?a=1&b=2", date: 2024-03-01}'
    for number in (1, 2):
        folder.article(f"2024/03/dang-lai-{number}", origin="repost", source=source, date=f"2024-03-0{number}")
    folder.article("2024/03/thu-hoi", withdrawn='{date: 2024-03-09, reason: "Sai <b>"}')
    folder.article("2024/03/thu-hoi-truoc", withdrawn="{date: 2024-03-09, reason: Sai}", date="2024-05-30")
    folder.article("2024/03/nhap", draft="true", title='"Nháp <b>"')
    folder.article("2024/05/hen", date="2024-05-05T08:00")
    folder.article("2024/03/thong-bao", kind="thong-bao")
    folder.article("2024/03/thong-bao-nhap", kind="thong-bao", draft="true")
    folder.article("2024/04/thong-bao-hen", kind="thong-bao", date="2024-04-20")
    folder.article("2024/04/ngan", "Quá ngắn.", date="2024-04-02")
    for number in range(25):
        folder.article(f"2023/12/bai-{number:02d}", date=f"2023-12-{number + 1:02d}", unit="van-phong-cu")
