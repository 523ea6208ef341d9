"""A PDF of one page that is a drawing and a title, and nothing else: written here, and known again by every byte.

What is known again need not be read by a library that takes longer to load than a small site to build.
"""

from __future__ import annotations

import re
import zlib

_LONGEST = 1_000_000
"""Bytes of a drawing that is known again."""
_OPERATORS = b"0123456789.- \ncmrglhf"
"""All letters of a drawing: with these, nothing can be written and no picture be placed (ISO 32000-1, annex A)."""
_PARTS = re.compile(
    rb"/MediaBox (\[0 0 [0-9.]+ [0-9.]+\]) .*?\nstream\n(.*)\nendstream\nendobj\n5 0 obj\n<< /Title <FEFF([0-9A-F]*)> ",
    re.S,
)


def drawn_pdf(title: str, box: str, drawing: bytes) -> bytes:
    """A PDF 1.7 of one page, the same bytes every time; `box` is the sheet as PDF writes it, in points."""
    return _file(title.encode("utf-16-be").hex().upper(), box, zlib.compress(drawing, 9))


def title_of_drawn(data: bytes) -> str | None:
    """The title of a file that `drawn_pdf` wrote, which is all that it says; None for every other file."""
    found = _PARTS.search(data)
    if found is None:
        return None
    box, stream, title = found[1].decode(), found[2], found[3].decode()
    unpacked = zlib.decompressobj()
    try:
        drawing = unpacked.decompress(stream, _LONGEST)
        words = bytes.fromhex(title).decode("utf-16-be")
    except (zlib.error, ValueError):
        return None
    whole = unpacked.eof and not unpacked.unused_data and not drawing.translate(None, _OPERATORS)
    return words if whole and _file(title, box, stream) == data else None


def _file(title: str, box: str, stream: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources << >> /Contents 4 0 R >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        f"<< /Title <FEFF{title}> /Producer (cchc-site) >>".encode(),
    ]
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return out + head + table + tail
