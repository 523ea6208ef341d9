"""Skipping lines that were read before never changes what the firewall answers."""

from __future__ import annotations

import random

from cchc_site.publish.firewall import scan
from cchc_site.publish.read_before import ReadBefore
from cchc_site.vietnamese.private_data import Allowed

PARTS = """\
<p>Gọi 0912 345 678</p>|<p>Gọi|0912 345 678|0912|<b>345</b>|678</p>|<img alt="|<img alt="Biển|0912 345 678">|">
<span title='|0912 345 678'>x</span>|<a href="tel:|<a href="tel:+84912345678">gọi</a>|+84912345678|">gọi</a>|title
="0912345678"|=|"0912345678">|lan.nguyen|@ gmail.com|(at) gmail.com|<p>căn cước công dân|<p>căn cước công dân số
052099001234|tài khoản 12345678|số tài khoản|12345678|<!--|-->|<svg>|</svg>|<text>|</text>|<p>không chín một hai ba
bốn năm sáu bảy tám</p>|zalo.me/|<td>123456789</td>|<p>Ngày 02/11/2026</p>|<a href='/x/'>1900 1234</a>|nói "có" alt="
x|""".replace("\n", "|").split("|")


def test_pages_read_one_after_another_tell_the_same_as_each_alone() -> None:
    draw = random.Random(8)
    allowed = Allowed.of(["1900 1234"])
    before, leaking = ReadBefore(), 0
    for number in range(4000):
        page = "\n".join(draw.choices(PARTS, k=draw.randrange(1, 9)))
        name = ("a.html", "a.xml", "a.txt", "a.svg")[number % 4]
        alone = scan(name, page.encode(), allowed)
        leaking += bool(alone)
        assert scan(name, page.encode(), allowed, before) == alone, page
    assert 1000 < leaking < 3800
