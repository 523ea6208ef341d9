"""The private-data firewall on bytes, and on a real build."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from desk.word_files import photo
from hypothesis import given, settings
from hypothesis import strategies as st
from support.files import COLUMN_YML, Folder
from support.sites import mkdocs, tree, write_config

from cchc_site.publish import clean_lines, firewall
from cchc_site.publish.firewall import scan
from cchc_site.publish.plain_lines import doubtful
from cchc_site.publish.readable import by_tags, the_long_way, written
from cchc_site.vietnamese.private_data import Allowed

HTML = "<!doctype html><html><head><meta name='description' content='{attribute}'></head><body>{body}</body></html>"
NUMBER = "0912 345 678"


def _codes(path: str, text: str, allowed: Allowed | None = None) -> list[str]:
    return [leak.code for leak in scan(path, text.encode(), allowed or Allowed())]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Gọi {NUMBER}</p>",
        "<p>Gọi 0912<b>345</b>678</p>",
        "<p>Gọi 0912&nbsp;345&#8203;678</p>",
        "<p>&#48;912345678</p>",
        '<a href="tel:+84912345678">gọi</a>',
        '<a href="https://zalo.me/0912345678">Zalo</a>',
        f'<img alt="Biển ghi {NUMBER}">',
        f"<span title='{NUMBER}'>x</span>",
        f'<script type="application/ld+json">{{"telephone": "{NUMBER}"}}</script>',
        f"<svg><text>{NUMBER}</text></svg>",
        f"<!-- {NUMBER} -->",
    ],
)
def test_a_number_is_found_wherever_it_hides_on_a_page(body: str) -> None:
    assert _codes("a/index.html", HTML.format(attribute="", body=body)) == ["L01"]


def test_a_page_s_own_numbers_are_not_data() -> None:
    body = (
        '<svg viewBox="0 0 912345678 9"><path d="M0 9 1 2 3 4 5 6 7 8 0912345678"/></svg>'
        '<a href="/tin-bai/2026/07/0912345678/">x</a>'
        '<time datetime="2026-07-03T09:30:00+07:00">09:30, 03/07/2026</time>'
        '<td>03</td><td>56</td><td>789</td><td>012</td><img src="a.png" width="1600" height="0912345678">'
        "<link rel=alternate href='https://vi.example/a?b=0912345678'>"
    )
    assert _codes("index.html", HTML.format(attribute="", body=body)) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("rss.xml", f"<rss><item><description>Gọi {NUMBER}</description></item></rss>"),
        ("rss.xml", "<rss><c><![CDATA[<p>Gọi 0912<em>345678</em></p>]]></c></rss>"),
        ("rss.xml", "<rss><c>&lt;a href=&quot;tel:0912345678&quot;&gt;gọi&lt;/a&gt;</c></rss>"),
        ("data/a.json", json.dumps({"a": [{"b": f"Gọi {NUMBER}"}]})),
        ("data/a.json", json.dumps({NUMBER: 1})),
        ("a.json", f"không phải JSON {NUMBER}"),
        ("a.csv", f"ten;so\nA;{NUMBER}"),
        ("lich.ics", f"DESCRIPTION:Gọi {NUMBER}"),
        ("A.TXT", NUMBER),
    ],
)
def test_feeds_and_data_are_read_too(path: str, text: str) -> None:
    assert _codes(path, text) == ["L01"]


def test_numbers_of_machines_are_not_data() -> None:
    assert _codes("a.json", json.dumps({"size": 912345678, "at": 1751500000, "id": "sha256:001099012345"})) == []
    assert _codes("rss.xml", '<rss><enclosure length="123456789"/><guid>urn:cchc:a:2026/07/b</guid></rss>') == []


def test_the_office_s_own_contacts_pass() -> None:
    allowed = Allowed.of(["0236 3822 222"], ["motcua@gmail.com"])
    assert _codes("a.html", "<p>(0236) 3822222, motcua@gmail.com</p>", allowed) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_tell_nothing_but_themselves(kind: str) -> None:
    leaks = scan(f"a.{kind.lower()}", photo(kind=kind))
    assert {leak.code for leak in leaks} == {"L05"}
    assert "nơi chụp (GPS)" in {leak.shown for leak in leaks}


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"\xff\xd8\xff"])
def test_broken_pictures_do_not_stop_it(data: bytes) -> None:
    assert scan("a.png", data) == ()


def test_what_was_printed_does_not_publish_what_was_not() -> None:
    leak = scan("a.html", f"<p>{NUMBER}</p>".encode())[0]
    assert leak.shown == "091…78"


def _project(root: Path) -> Folder:
    folder = Folder(root)
    for number in range(1, 5):
        folder.article(f"2024/03/bai-{number}", date=f"2024-03-0{number}")
    write_config(root)
    assert mkdocs("build", cwd=root, CCHC_AS_OF="2024-04-01").returncode in (0, 1)
    return folder


def test_a_leak_ends_the_build_before_anything_is_published(tmp_path: Path) -> None:
    folder = _project(tmp_path)
    before = tree(tmp_path / "site")
    folder.write("_data/column.yml", COLUMN_YML + f"address: Tỉnh An Bình, điện thoại {NUMBER}\n")
    folder.write("tin-bai/2024/03/chup.jpg", photo())
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-04-01")
    assert done.returncode == 2
    assert "content/_data/column.yml:5:" in done.stdout
    assert "L01: Trang /404.html và" in done.stdout
    assert "có số điện thoại 091…78" in done.stdout
    assert NUMBER not in done.stdout
    assert "L05" not in done.stdout  # pictures are drawn anew, without what a camera adds
    assert "Traceback" not in done.stdout
    assert tree(tmp_path / "site") == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".site")] == []


def test_a_photograph_is_published_without_the_place_where_it_was_taken(tmp_path: Path) -> None:
    folder = _project(tmp_path)
    folder.write("tin-bai/2024/03/chup.jpg", photo())
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-04-01")
    assert done.returncode in (0, 1), done.stdout
    published = (tmp_path / "site" / "tin-bai/2024/03/chup.jpg").read_bytes()
    assert scan("chup.jpg", photo())
    assert not scan("chup.jpg", published)


def test_a_public_contact_may_stand_on_every_page(tmp_path: Path) -> None:
    folder = _project(tmp_path)
    folder.write("_data/column.yml", COLUMN_YML + f"address: Tỉnh An Bình, điện thoại {NUMBER}\n")
    folder.write("_data/contacts.yml", '- name: Một cửa\n  phones: ["0912.345.678"]\n')
    assert mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-04-01").returncode in (0, 1)


_PARTS = (
    *("<b>", "</b>", "<td>", "<br>", "<svg viewBox='0 0'>", "</svg>", "</SVG >", "<text>", "<style>", "</style >", "<"),
    *(
        ">",
        '"',
        "'",
        "=",
        '<a href="tel:0912345678">',
        '<img alt="a > 0912345678" title="x">',
        "<span title='091234567'",
    ),
    *("<!doctype html>", "<!--", "-->", "<![CDATA[", "]]>", "<a-->", "&lt;", "&amp;lt;", "&nbsp;", "&#48;", "&ltfoo"),
    *("0912", "345678", " ", "chữ", "\u200b", "\n", "e"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_PARTS), max_size=24).map("".join), st.booleans())
def test_reading_by_tags_gives_what_the_long_way_gives(text: str, is_page: bool) -> None:
    quick, (words, values) = by_tags(text, is_page), the_long_way(written(text, is_page) if is_page else text)
    assert quick is None or (quick[0], [*quick[1]]) == (words, [*values])


_LINES = (
    *_PARTS,
    *("CCCD", "số tài khoản: ", "hộ chiếu C", "C", "1234567", "001099012345", "2026-01-31", "tel:", "ten.ten", "(at)"),
    *(" a còng ", "gmail", ".com", "@ ", "a@b.gov.vn", "không ", "một hai ba bốn năm sáu bảy tám chín", "\x1e", "alt="),
    *(
        "<i>",
        "</i>",
        "c",
        "ò",
        "ng ",
        "kh",
        "ô",
        "ng",
        " mot",
        " một",
        " hai,",
        " ſáu tám",
        " a",
        "(a",
        "t)",
        "@",
        "&",
        "%",
    ),
    *(
        '<path d="M 0912345678"/>',
        '<path d="',
        '="',
        "='",
        '"/>',
        '"20',
        "26-01-31",
        "T08:",
        '">',
        "x.gov.vn",
        "x.example",
        ".x.y",
        " d=",
        "<path",
        "20",
        "-01",
    ),
    *("2026-01-31T08:00", "\xa0", "\u2013", "\u2060", "٠٩", "០", "<svg ", "</svg", "<STYLE>", "sms", ":", "CDATA["),
    *("&#10;", "&amp;#48;", "-->", '"}', '{"a": "', '", "b": "', "\r", "<p>Một dòng</p>", "<br/>", "０９１２"),
)
_FILES = st.tuples(
    st.sampled_from(["a.html", "a.xml", "a.json", "a.svg", "a.txt"]),
    st.lists(st.lists(st.sampled_from(_LINES), max_size=5).map("".join), max_size=7).map("\n".join),
)


@settings(max_examples=400)
@given(st.lists(_FILES, min_size=1, max_size=6))
def test_what_is_known_of_lines_changes_nothing_that_is_found(files: list[tuple[str, str]]) -> None:
    for memory in (clean_lines._pages, clean_lines._feeds, clean_lines._values):
        memory.cache_clear()
    for path, text in files:
        quick = scan(path, text.encode())
        with patch.object(firewall, "nothing_personal", return_value=False):
            assert scan(path, text.encode()) == quick


_NINE = "chín tám bảy sáu năm bốn ba hai một"
_DOUBTFUL = {
    "number": [
        NUMBER,
        *("0912%20345%20678", "0<b>9</b>12<i></i>345678", "0912\u00ad345\u200b678", "09\u206012\u2013345.678", "&#48;"),
        *("STK 12345678", "CCCD: 123-456-789", "hộ chiếu B1234567", "０９１២", "٠٩", "០៩", '"2026-01-31-0912345678"'),
        *("<b>2026-01-31</b>09", '"20-26013-1"', '"2026-01-3 "', '<path d="0912345678" />', ' d="0912345678"/>'),
        *("0912 <b>2026-01-31T08:00</b>", '<path d="0912345678', "x\x1e0912345678"),
    ],
    "mailbox": [
        *("a@gmail.com", "a<b>@</b>gmail.com", "a(at)gmail.com", "a(<i>a</i>t)gmail.com", "a[A<u></u>T]gmail.com"),
        *("a{at}gmail.com", "a @ gmail.com", "a＠gmail.com", "a a còng gmail.com", "a a c<b>ò</b>ng gmail.com"),
        *(
            "A A CÒN<b>G </b>gmail.com",
            "a&commat;gmail.com",
            "a&</b>commat;gmail.com",
            "a@x.gov.vn.com",
            "a@gov.vn.x",
            "a@x.examplex",
        ),
        *("a@x.example<b>x.com</b>", "a@x.gov.vn\u200b.com", "a@x.y.z.u.v.w.gov.vn", "a@b.gov.vn.", "a@gov.vn"),
    ],
    "words": [
        *(f"không {_NINE}", f"kh<b>ô</b>ng {_NINE.upper()}", f"KHÔNG, {_NINE.title()}", "không tám ſáu"),
        "không<b> </b>một",
    ],
    "goes on": [
        *("gọi tel:", "gọi <b>TEL</b>:<p>", "sms: <br>", "callto:\xa0", "<a", '<a title="', "x='", "x= ", "x="),
        *("<!-- x", "x -->", "]]>", "<svg><g>", "<svg viewBox='0'>", "</SVG>", "<style>", "<STYLE>"),
    ],
}


@pytest.mark.parametrize("why", _DOUBTFUL)
def test_a_line_of_which_there_is_any_doubt_is_read(why: str) -> None:
    plain = "<p>Một dòng không có số 123 nào.</p>".encode()
    for line in _DOUBTFUL[why]:
        assert doubtful(b"\n".join([plain, line.encode(), plain])) == [line.encode()], line


def test_most_lines_need_not_be_read() -> None:
    lines = [
        "<p>Căn cứ Quyết định số 1478/QĐ-TTg ngày 01/01/2019, 12.345 hồ sơ; chị Lan không hài lòng: “(a)”</p>",
        '<p class="meta"><time datetime="2019-02-26T08:00+07:00">08:00, 26/02/2019</time> <b>Sở</b></p>',
        '<a href="../../05/mot-cua/"><svg viewBox="0 0 24 24"><path d="M20 11v2H8l5.5 5.5-1.42 1.42"/></svg></a>',
        '<a href="mailto:bientap@anbinh.example?subject=%C4%90%E1%BB%81&amp;body=Trang">Góp ý</a>',
        '<script type="application/ld+json">{"@context":"https://schema.org","dateModified":"2019-02-26T08:00"}',
        "<updated>2019-02-26T08:00:00+07:00</updated>",
        "<lastmod>2021-07-21</lastmod> <title>Sở GD&ĐT</title> <td>2021</td> <td>12</td>",
        "<!doctype html>",
    ]
    assert doubtful("\n".join(lines).encode()) == []


_LINE = st.lists(st.sampled_from([line for line in _LINES if "\n" not in line]), max_size=12).map("".join)


@settings(max_examples=300)
@given(_LINE)
def test_a_line_that_need_not_be_read_says_nothing_in_any_file(line: str) -> None:
    data = line.encode()
    pages, feeds = doubtful(data), doubtful(clean_lines._carried(data))
    with patch.object(firewall, "nothing_personal", return_value=False):
        assert pages or not (scan("a.html", data) or scan("a.svg", data))
        assert feeds or not scan("a.xml", data)


@settings(max_examples=100)
@given(st.lists(_LINE, max_size=6))
def test_lines_are_in_doubt_by_themselves(lines: list[str]) -> None:
    data = [line.encode() for line in lines]
    assert doubtful(b"\n".join(data)) == [line for line in data if doubtful(line)]


@pytest.mark.parametrize("text", [f'{{"a": 1}} {NUMBER}', f'{{"a": 1, {NUMBER}: 2}}', f'{{"a": 1}}\n{NUMBER}'])
def test_what_is_added_to_data_and_is_no_json_is_read_too(text: str) -> None:
    assert [leak.code for leak in scan("a.json", text.encode(), former=lambda: b'{"a": 1}')] == ["L01"]


def test_a_line_of_an_earlier_page_is_not_read_again() -> None:
    frame = "".join(f"<p>Khung (<b>{number}</b>)</p>\n" for number in range(50))
    assert scan("a.html", frame.encode()) == ()
    with patch.object(clean_lines, "by_tags", wraps=by_tags) as read:
        assert scan("b.html", f"{frame}<p>Mới</p>\n".encode()) == ()
        assert scan("c.html", f"{frame}<p>(<i>Mới</i>)</p>\n".encode()) == ()
        assert scan("d.html", f"{frame}<p>{NUMBER}</p>\n".encode())[0].key == "0912345678"
    assert [call.args[0] for call in read.call_args_list] == ["<p>(<i>Mới</i>)</p>", f"<p>{NUMBER}</p>"]


def test_what_was_not_seen_for_long_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean_lines, "_MOST", 100)
    memory = clean_lines._Memory(lambda lines: True)
    for number in range(100):
        assert memory.hold([b"khung", b"line number %d" % number])
    assert len(memory._recent | memory._former) < 30
    assert b"khung" in memory._recent | memory._former


def test_an_ordinary_page_is_read_by_its_tags() -> None:
    page = HTML.format(
        attribute="Tin", body=f"<svg><path d='M0 0'/></svg><p title='{NUMBER}'>Ba <b>bước</b> &amp; hết</p>"
    )
    assert by_tags(page, True) == ("\n" * 10 + "Ba bước & hết" + "\n" * 3, [NUMBER])


_SAID = st.sampled_from(
    ["", "x", NUMBER, "0912", "345 678", 'a"b', "\\", "<b>0912</b>345678", "một\nhai", "STK", "1234567890"]
)
_ROWS = st.lists(st.fixed_dictionaries({"a": _SAID, "b": st.lists(_SAID, max_size=2)}), max_size=4)


@settings(max_examples=150, deadline=None)
@given(_ROWS, _ROWS, st.sampled_from([None, 1]))
def test_data_is_read_as_far_as_it_is_new(before: list[object], now: list[object], indent: int | None) -> None:
    def file(rows: list[object]) -> bytes:
        lines = [json.dumps(row, ensure_ascii=False, indent=indent) for row in rows]
        return ('{"rows": [\n' + ",\n".join(lines) + "\n]}\n").encode()

    clean_lines._values.cache_clear()
    found = scan("a.json", file(now))
    clean_lines._values.cache_clear()
    with patch.multiple(clean_lines, _LONG=0, _PART=1):  # as much data is read
        assert scan("a.json", file(now)) == found
    if not scan("a.json", file(before)):
        clean_lines._values.cache_clear()  # what a build knows of an earlier one is only the file
        assert scan("a.json", file(now), former=lambda: file(before)) == found


def test_data_that_is_none_is_read_as_a_whole() -> None:
    former = b'{"a": "0912"\n}'
    assert [leak.code for leak in scan("a.json", b'{"a": "0912 345\n678', former=lambda: former)] == []
    assert [leak.code for leak in scan("a.json", b'{"a": "0912\n"0912 345 678"', former=lambda: former)] == ["L01"]
