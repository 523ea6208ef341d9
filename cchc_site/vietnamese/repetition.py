"""Words written twice by mistake.

Vietnamese also doubles words on purpose ("ngày ngày"), so only what is never doubled is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from cchc_site.vietnamese.text import nfc

_REDUPLICATED: Final = frozenset(
    nfc(
        "trong trên ngoài dưới an ào ầm ba bạc bao bay bập bé bền bì bình bon bong bừng bước cao cay cầm càng "
        "canh chan chang chán chát chạy chân chầm chậm chăm chen chỉ chín chiều chòng chung chút con còn cơn "
        "cuối cười cứng dài dày dần dâng dịu dong dồn dửng dừng đau đăm đằm đâu đẩy đầy đen đều đêm đi đông "
        "đỏ đôi đời đùng đúng đừng đường êm gan gầm gần ghê giờ giữ gió già hàng hao hay hau hằm hăm hằng heo "
        "hiu hiền hoài hò hơi hồng hơn hớn im in khá khang khăng kè khe khéo khò khít khư kín kìn lá la lai "
        "lan làng lâng lâu lăm lặng lắc lăn lẻ liền linh lo long lóng lù lung lừng lấp lắm luôn lửng mai mãi "
        "man mát may mang mằn măng mật mềm mấy mè mênh miên mỗi mong mơn móm mòng mờ mũm mưa nao năm nằng "
        "nâng nặng ngày ngàn ngan ngay ngang ngầm ngẩn nghe nghiêm nghĩ nghìn ngọt ngon người ngồi ngơ ngùn "
        "nhà nhàn nhau nhanh nhẹ nhè nhắm nhất nhỏ nho nhởn nhơ nhớ như nhung nói nửa nứt nườm ngô ngút ngợp "
        "non ồn ông oang phay phăng phấp phe phơi phới phong phừng phút quanh quầng quay rành rạng rào rất "
        "ren riêng rì rồi rưng rơm rõ rong ròng rộng rừng rúc san sang sáng sát sanh sau say sần sầm se sớm "
        "sơ sơn song sờ sồng sừng suông tà tai tăm tầng tầm tất tê tháng thanh than thật thấp theo thoang "
        "thoáng thăm thẳm thẳng thênh thỉnh thôi thoi thơm thon thong thú thưa thường tim tinh tí tít to "
        "toang tò tơ trăng trắng tranh trông trơ trùng trưa trừng từ từng tua tuần túc tức tưng tươi ư ù ước "
        "vàng văng vằng vắng vân vẫn ven vèo viên vo vòng vời vội vui vừa vun xa xanh xám xăm xâm xăng xe "
        "xinh xôn xót xưa xuân xuôi xôm đăng phây lồm lờ lăng đương khoan mười trăm tỉ "
    ).split()
)
"""Syllables that are doubled on purpose: "ngày ngày", "luôn luôn", "từng từng"."""

_DOUBLED: Final = re.compile(r"(?<![\w./-])([^\W\d_]+)([ \n]+)(\1)(?![\w/-])", re.IGNORECASE)
_PAIR_DOUBLED: Final = re.compile(r"(?<![\w./-])([^\W\d_]+ [^\W\d_]+)([ \n]+)(\1)(?![\w/-])", re.IGNORECASE)


class Doubled(Struct, frozen=True):
    """A word or pair of words at `text[start:]`, followed by itself."""

    text: str
    start: int
    again: int


def find_doubled(text: str) -> Iterator[Doubled]:
    """Doubled words of a running text: "của của", "cải cách cải cách"."""
    for match in _DOUBLED.finditer(text):
        first, _, second = match.groups()
        if first.lower() in _REDUPLICATED or _is_name(first, second):
            continue
        yield Doubled(first, match.start(1), match.start(3))
    for match in _PAIR_DOUBLED.finditer(text):
        words = match[1].lower().split()
        if words[0] != words[1] and not set(words) & _REDUPLICATED:
            yield Doubled(match[1], match.start(1), match.start(3))


def _is_name(first: str, second: str) -> bool:
    """Two capitals inside a sentence are a name ("Na Na"); "Của của" at the start of one is not."""
    return first[:1].isupper() and second[:1].isupper()
