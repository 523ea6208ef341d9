"""The private-data firewall: what leaves the house is read once more, as bytes, before anybody else can read it.

A pure function of a file's bytes: whatever way a telephone number took onto a page, it is found there. Hits are printed
with their middle hidden, so that the log of a failed build does not publish what the build did not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from cchc_site.publish.attachments import ATTACHMENTS, AttachmentUnreadable, read_attachment
from cchc_site.publish.clean_lines import nothing_personal
from cchc_site.publish.metadata import FILMS, PICTURES, PLACE, film_place, picture_metadata
from cchc_site.publish.readable import decoded, readable, visible
from cchc_site.vietnamese.private_data import NOBODY, Allowed, PrivateKind, find_private

TEXT_FILES = (
    ".html", ".xml", ".rss", ".atom", ".opml", ".json", ".jsonld", ".webmanifest", ".txt", ".csv", ".ics", ".md",
    ".vtt", ".srt", ".svg",
)  # fmt: skip
_CODES = {
    PrivateKind.PHONE: "L01",
    PrivateKind.IDENTITY: "L02",
    PrivateKind.ACCOUNT: "L03",
    PrivateKind.MAILBOX: "L04",
}
_WORDS = {
    "L01": "số điện thoại",
    "L02": "số giấy tờ tùy thân",
    "L03": "số tài khoản",
    "L04": "hộp thư cá nhân",
    "L05": "thông tin ẩn trong ảnh",
    "L06": "thông tin ẩn trong tệp",
    "L07": "tệp không đọc được",
}


class Leak(Struct, frozen=True):
    """Something personal in a file of the site: its code, the file, what it is, and as much of it as may be shown."""

    code: str
    path: str
    shown: str
    key: str

    @property
    def what(self) -> str:
        """What it is, in words."""
        return _WORDS[self.code]


def scan(
    path: str, data: bytes, allowed: Allowed = NOBODY, former: Callable[[], bytes | None] = lambda: None
) -> tuple[Leak, ...]:
    """The leaks of one file of the site, each key once.

    `former` gives what this scan once found clean at that path, with the same people allowed, if anything.
    """
    name = path.lower()
    found: dict[tuple[str, str], Leak] = {}
    if name.endswith(PICTURES):
        for what in picture_metadata(data):
            found.setdefault(("L05", what), Leak("L05", path, what, what))
    elif name.endswith(FILMS):
        if film_place(data):
            found["L05", PLACE] = Leak("L05", path, PLACE, PLACE)
    elif name.endswith(ATTACHMENTS):
        for leak in _in_attachment(path, data, allowed):
            found.setdefault((leak.code, leak.key), leak)
    elif name.endswith(TEXT_FILES) and not nothing_personal(name, data, allowed, former):
        for text, strict in readable(decoded(data), name):
            for leak in _in_text(path, text, allowed, strict=strict):
                found.setdefault((leak.code, leak.key), leak)
    return tuple(found.values())


def _in_text(path: str, text: str, allowed: Allowed, *, strict: bool = False) -> Iterator[Leak]:
    for datum in find_private(text, allowed, strict=strict):
        yield Leak(_CODES[datum.kind], path, datum.shown, datum.key)


def _in_attachment(path: str, data: bytes, allowed: Allowed) -> Iterator[Leak]:
    try:
        attachment = read_attachment(path, data)
    except AttachmentUnreadable as error:
        yield Leak("L07", path, str(error), path)
        return
    for text in attachment.texts:
        yield from _in_text(path, visible(text), allowed)
    told = {what for picture in attachment.pictures for what in picture_metadata(picture)}
    for what in (*attachment.hidden, *(f"{what} của ảnh bên trong" for what in sorted(told))):
        yield Leak("L06", path, what, f"{path} {what}")
