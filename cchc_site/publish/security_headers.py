"""The security headers: written into pages as far as a page can carry them, and as files for the usual hosts.

One table is the source of all of them, so that the page's policy and the host's can never part ways.
"""

from __future__ import annotations

from collections.abc import Iterator

_POLICY = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("media-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("manifest-src", "'self'"),
)
_ONLY_IN_HEADERS = (("frame-ancestors", "'none'"),)
"""Browsers ignore these in a page."""

NO_FRAMES = "'none'"


def page_policy(frames: str = NO_FRAMES) -> str:
    """The value of the page's own Content-Security-Policy; `frames` names the hosts whose players may open."""
    return _worded((*_POLICY, ("frame-src", frames)))


def header_policy(frames: str = NO_FRAMES) -> str:
    """The same as a header."""
    return _worded((*_POLICY, ("frame-src", frames), *_ONLY_IN_HEADERS))


def _worded(directives: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives)


def everywhere(frames: str = NO_FRAMES) -> tuple[tuple[str, str], ...]:
    """The headers of every answer."""
    return (("Content-Security-Policy", header_policy(frames)), *_OTHERS)


_OTHERS = (
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
DESK_PATH = "bien-tap/*"
_DESK_POLICY = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'unsafe-eval'"),
    ("style-src", "'self' 'unsafe-inline'"),
    ("img-src", "'self' data: blob: https:"),
    ("font-src", "'self' data:"),
    ("connect-src", "'self' data: blob: https://api.github.com https://www.githubstatus.com"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
)
"""Decap compiles its check of the settings and draws its own styles; it asks GitHub, where the content is, and nobody
else. A test runs it under this policy."""
DESK = (
    ("Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in _DESK_POLICY)),
    ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
)
"""What differs on the web desk, if the office has one: no citizen comes there."""
OPEN = (("Access-Control-Allow-Origin", "*"),)
"""For open data and feeds: anybody's page may read them."""
OPEN_PATHS = ("data/*", "rss/*", "rss.xml", "atom.xml", "feed.json", "*/rss.xml", "*/atom.xml", "*/feed.json")
_OPEN_PATTERN = r"(^/data/|^/rss/|/(rss|atom)\.xml$|/feed\.json$)"
FOR_EVER = "public, max-age=31536000, immutable"
HASHED_PATH = "hinh/*"
"""Names there carry a hash of the contents."""
TYPES = (
    ("rss.xml", "application/rss+xml"),
    ("atom.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
)
"""A host's own table gives feeds the type of any XML or JSON."""


def underscore_headers(root: str = "/", frames: str = NO_FRAMES, *, desk: bool = False) -> str:
    """`_headers`, which Netlify and Cloudflare Pages read from the published folder. `root` is the site's path.

    The web desk's rules take back the site's (“!”) first; Netlify does not know that sign, so its desk needs a site
    of its own.
    """
    return "\n".join(_underscore(root, frames, desk)) + "\n"


def _underscore(root: str, frames: str, desk: bool) -> Iterator[str]:
    yield "# Đầu mục bảo mật cho Netlify và Cloudflare Pages; sinh ra khi dựng trang, đừng sửa ở đây."
    yield f"{root}*"
    yield from (f"  {name}: {value}" for name, value in everywhere(frames))
    if desk:
        yield f"{root}{DESK_PATH}"
        yield from (f"  ! {name}" for name, _ in DESK)
        yield from (f"  {name}: {value}" for name, value in DESK)
    for path in OPEN_PATHS:
        yield f"{root}{path}"
        yield from (f"  {name}: {value}" for name, value in OPEN)
        kind = dict(TYPES).get(path.removeprefix("*/"))
        if kind:
            yield f"  Content-Type: {kind}; charset=utf-8"
    yield f"{root}{HASHED_PATH}"
    yield f"  Cache-Control: {FOR_EVER}"


def nginx() -> str:
    """A file to include in the site's `server` block."""
    return "\n".join(_nginx()) + "\n"


def _nginx() -> Iterator[str]:
    yield "# Đầu mục bảo mật cho nginx: trong khối server của trang, viết `include /đường/dẫn/nginx.conf;`."
    yield "# Khối location nào có add_header riêng thì nginx bỏ các dòng dưới đây: khi ấy include tệp này vào khối đó."
    yield "charset utf-8;"
    yield "charset_types text/xml text/plain text/css application/javascript application/json application/xml"
    yield "  application/rss+xml application/atom+xml application/feed+json;"
    yield "error_page 404 /404.html;"
    for name, value in everywhere():
        if name not in dict(DESK):
            yield f'add_header {name} "{value}" always;'
    for number, (name, value) in enumerate(DESK):
        yield f'set $column_{number} "{dict(everywhere())[name]}";'
        yield f'if ($uri ~ "^/bien-tap/") {{ set $column_{number} "{value}"; }}'
        yield f"add_header {name} $column_{number} always;"
    yield 'set $column_open "";'
    yield f'if ($uri ~ "{_OPEN_PATTERN}") {{ set $column_open "*"; }}'
    yield "add_header Access-Control-Allow-Origin $column_open always;"
    yield 'set $column_cache "public, max-age=300";'
    yield f'if ($uri ~ "^/hinh/") {{ set $column_cache "{FOR_EVER}"; }}'
    yield "add_header Cache-Control $column_cache;"
    for name, kind in TYPES:
        yield f"location ~ /{name.replace('.', chr(92) + '.')}$ {{ types {{ }} default_type {kind}; }}"


def caddy() -> str:
    """Lines for the site's block in a Caddyfile."""
    return "\n".join(_caddy()) + "\n"


def _caddy() -> Iterator[str]:
    yield "# Đầu mục bảo mật cho Caddy: trong khối của trang, viết `import /đường/dẫn/Caddyfile`."
    yield "header {"
    yield from (f'\t{name} "{value}"' for name, value in everywhere() if name not in dict(DESK))
    yield "}"
    yield f"@desk path /{DESK_PATH}"
    yield from (f'header @desk {name} "{value}"' for name, value in DESK)
    yield f"@column not path /{DESK_PATH}"
    yield from (f'header @column {name} "{value}"' for name, value in everywhere() if name in dict(DESK))
    yield f"@open path_regexp {_OPEN_PATTERN}"
    yield from (f'header @open {name} "{value}"' for name, value in OPEN)
    for name, kind in TYPES:
        yield f"@{name.replace('.', '_')} path */{name}"
        yield f'header @{name.replace(".", "_")} Content-Type "{kind}; charset=utf-8"'
    yield f"@hashed path /{HASHED_PATH}"
    yield f'header @hashed Cache-Control "{FOR_EVER}"'
    yield "handle_errors {"
    yield "\trewrite * /404.html"
    yield "\tfile_server"
    yield "}"


def apache() -> str:
    """An `.htaccess` for shared hosts that run Apache with mod_headers."""
    return "\n".join(_apache()) + "\n"


def _apache() -> Iterator[str]:
    yield "# Đầu mục bảo mật cho Apache: chép thành .htaccess ở thư mục gốc của trang, cần mod_headers."
    yield "AddDefaultCharset utf-8"
    yield "ErrorDocument 404 /404.html"
    yield "<IfModule mod_headers.c>"
    yield from (f'Header always set {name} "{value}"' for name, value in everywhere())
    yield '<If "%{REQUEST_URI} =~ m#/bien-tap/#">'
    yield from (f'Header always set {name} "{value}"' for name, value in DESK)
    yield "</If>"
    yield f'<If "%{{REQUEST_URI}} =~ m#{_OPEN_PATTERN.replace("^", "")}#">'
    yield from (f'Header set {name} "{value}"' for name, value in OPEN)
    yield "</If>"
    yield '<If "%{REQUEST_URI} =~ m#/hinh/#">'
    yield f'Header set Cache-Control "{FOR_EVER}"'
    yield "</If>"
    yield "</IfModule>"
    for name, kind in TYPES:
        yield f'<Files "{name}">'
        yield f"ForceType {kind}"
        yield "</Files>"


def host_files() -> dict[str, str]:
    """Every ready file by its name, as kept in `.ci/headers/`."""
    return {"_headers": underscore_headers(), "nginx.conf": nginx(), "Caddyfile": caddy(), "htaccess": apache()}
