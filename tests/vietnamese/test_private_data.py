"""Personal data in text: found in every usual spelling, and nothing else taken for it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_site.vietnamese import mailboxes, private_data
from cchc_site.vietnamese.private_data import (
    BETWEEN_LINES,
    Allowed,
    PrivateKind,
    find_private,
    nothing_private,
    worth_a_look,
)

PHONES = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "0912-345-678",
    "0912–345–678",
    "091 2345678",
    "(091) 234 5678",
    "09 12 34 56 78",
    "+84912345678",
    "+84 912 345 678",
    "(+84) 912.345.678",
    "84912345678",
    "0084 912 345 678",
    "+84 (0) 912 345 678",
    "0987\u00a0654\u00a0321",
    "0356 789 012",
    "0703 456 789",
    "0567891234",
    "0812345678",
    "024 3825 1234",
    "(028) 3822.1234",
    "0236 3822 222",
    "02363822222",
    "tel:+84912345678",
    "https://zalo.me/0912345678",
    "０９１２３４５６７８",
    "ĐT:0912345678",
    "SĐT 0912345678;",
    "không chín một hai ba bốn năm sáu bảy tám",
    "không chín một haı hAİ bốn năm ſáu bảy tám",
]
IDENTITIES = [
    "001099012345",
    "CCCD: 001099012345",
    "CCCD số 001 099 012 345",
    "CMND 123456789",
    "chứng minh nhân dân số: 123 456 789",
    "số định danh cá nhân là 079088001234",
    "hộ chiếu C1234567",
    "Căn cước công dân 038.300.012345",
]
ACCOUNTS = [
    "số tài khoản 0011001234567",
    "STK: 1903 4567 8901 23",
    "Tài khoản ngân hàng số 123.4567.8901.23",
    "TK 101010101010",
]
MAILBOXES = ["nguyenvana@gmail.com", "A.B-c@yahoo.com.vn", "nguyenvana (at) gmail.com", "nguyenvana[at]gmail[dot]com"]
HARMLESS = [
    "05/02/2024",
    "05.02.2024",
    "05-02-2024",
    "2024-02-05",
    "2026-11-21T08:00:00+07:00",
    "2026-11-21 08:00",
    "05.02.2024 16h00",
    "37/KH-UBND",
    "3202/UBND-NC",
    "129/2007/QĐ-TTg",
    "1.234.567.890 đồng",
    "0,912345678",
    "25,6%",
    "1900 1234",
    "1800599928",
    "19001234",
    "Số 0912/BC",
    "trang 05 06 07 08 09 10",
    "tháng 01, 02, 03, 04, 05",
    "/tin-bai/2026/07/0912345678/",
    "https://vi.example/?id=0912345678&x=1",
    "a0912345678",
    "0912345678a",
    "sha256:001099012345",
    "#0912345678",
    "ISBN 978-604-0-12345-6",
    "mã hồ sơ H01.19.08-240305-0001",
    "106.7009 10.7769",
    "99 (chín mươi chín)",
    "2021 - 2025 2026 - 2030",
    "thuộc tỉnh nào đó@@",
    "vanthu@anbinh.gov.vn",
    "so@tinhuy.dcs.vn",
    "a@b",
    "tài khoản ngày 05/02/2024",
    "tài khoản 12.000.000 đồng",
    "căn cước cấp ngày 05/02/2024",
    "một hai ba bốn năm",
    "000000000000",
    "1234567890123456789012",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, PrivateKind.PHONE) for text in PHONES),
        *((text, PrivateKind.IDENTITY) for text in IDENTITIES),
        *((text, PrivateKind.ACCOUNT) for text in ACCOUNTS),
        *((text, PrivateKind.MAILBOX) for text in MAILBOXES),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Xin gọi {} trước 5 giờ.", "({})", "“{}”, cảm ơn"])
def test_personal_data_is_found_in_every_usual_spelling(text: str, kind: PrivateKind, around: str) -> None:
    found = list(find_private(around.format(text)))
    assert [datum.kind for datum in found] == [kind]
    assert "…" in found[0].shown
    assert found[0].key not in found[0].shown


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("around", ["{}", "Theo {} thì đúng."])
def test_nothing_else_is_taken_for_it(text: str, around: str) -> None:
    assert list(find_private(around.format(text))) == []


def test_a_bare_row_of_nine_digits_counts_only_where_it_is_strange() -> None:
    assert [datum.kind for datum in find_private("Mã 123456789 đó")] == [PrivateKind.IDENTITY]
    assert list(find_private("Mã 123456789 đó", strict=False)) == []


@pytest.mark.parametrize("written", ["0236.3822.222", "+84 236 3822 222", "(0236) 3822222"])
@pytest.mark.parametrize("on_the_page", ["02363822222", "0236 3822 222", "+842363822222"])
def test_what_the_office_made_public_passes_in_any_spelling(written: str, on_the_page: str) -> None:
    assert list(find_private(f"Gọi {on_the_page}", Allowed.of([written]))) == []


def test_a_public_mailbox_passes() -> None:
    assert list(find_private("Gửi MotCua@gmail.com", Allowed.of([], ["motcua@gmail.com"]))) == []


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    assert all(text[datum.start : datum.end] for datum in find_private(text))


@given(
    st.from_regex(r"0[35789][0-9]{8}", fullmatch=True),
    st.lists(st.sampled_from(["", " ", ".", "-"]), min_size=9, max_size=9),
)
def test_any_mobile_number_is_found_however_it_is_cut(number: str, cuts: list[str]) -> None:
    groups = [4, 7]
    written = "".join(digit + (cuts[index] if index + 1 in groups else "") for index, digit in enumerate(number))
    assert [datum.key for datum in find_private(f"Gọi {written} nhé") if datum.kind is PrivateKind.PHONE] == [number]


_PARTS = (
    *("0912", "345", "678", "12", "(", "(+", "+84", " ", ".", "-", ",", "/", "%", ":", "\n", "x", "@", "gmail.com"),
    *("a.b@c.vn", "Không ", "kHÔNG", "thông ", "một hai ba bốn ", "năm sáu bảy tám chín ", "01.02.2026", "1.000.000"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_PARTS), max_size=24).map("".join))
def test_looking_where_something_can_be_finds_what_looking_everywhere_finds(text: str) -> None:
    places = [(max(0, found.start() - 2), found.end() + 2) for found in private_data._DIGITS.finditer(text)]
    for pattern in (private_data._NUMBER, private_data._RUN, private_data._NINE):
        near = [found.span() for found in private_data._within(pattern, text, places)]
        assert near == [found.span() for found in pattern.finditer(text)]
    for quick, pattern in ((mailboxes._addresses, mailboxes._MAIL), (private_data._spoken, private_data._SPOKEN)):
        assert [found.span() for found in quick(text)] == [found.span() for found in pattern.finditer(text)]


_PIECES = (
    *(*_PARTS, "CCCD", "số tài khoản: ", "hộ chiếu C", "1234567", "001099012345", "2026-01-31", "tel:", "ten.ten"),
    *("(at)", "[AT]", "{At]", " a còng ", " A CÒNG ", " @", "@ ", "＠", "gmail", "Yahoo", ".com", "dot", "zalo.me/"),
    *("\u00a0", "–", "%20", "０９１２", "\r", "\x1e", "2", "-", "không", "HÔNG"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=16).map("".join)


@settings(max_examples=400)
@given(_TEXTS)
def test_what_is_not_worth_a_look_says_nothing(text: str) -> None:
    found = [*private_data._all(private_data._plain_digits(text), strict=True)]
    assert worth_a_look(text) or not found


@settings(max_examples=400)
@given(st.lists(_TEXTS.map(lambda text: text.replace("\n", " ")), max_size=4), st.randoms())
def test_lines_that_say_nothing_say_nothing_in_any_order(lines: list[str], chance: Random) -> None:
    if nothing_private(BETWEEN_LINES.join(lines)):
        chance.shuffle(lines)
        assert [*find_private("\n".join(lines))] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCCD:", "001 099 012 345"),
        ("hộ chiếu", "C1234567"),
        ("hộ chiếu C", "1234567"),
        ("số tài khoản", "12345678"),
        ("Gọi tel: ", "0912-345-678"),
        ("ten.ten(at)", "gmail.com"),
        ("ten.ten", "(at)gmail.com"),
    ],
)
def test_a_line_that_needs_another_one_is_not_read_alone(one: str, other: str) -> None:
    assert [*find_private(f"{one}\n{other}")]
    assert not nothing_private(one) or not nothing_private(other)


@settings(max_examples=300)
@given(_TEXTS)
def test_spelt_mailboxes_are_found_in_letters_of_any_size(text: str) -> None:
    quick = {start for start, _, _ in mailboxes.private_mailboxes(text)}
    assert {match.start() for match in mailboxes._HIDDEN_MAIL.finditer(text)} <= quick
