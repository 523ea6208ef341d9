"""A PDF of one page that only draws: written for posters, and read back by the firewall without a library's help."""

from __future__ import annotations

import re
import zlib

PRODUCER = "cchc-site"
_MOST = 1_000_000
"""Bytes of a drawing; several times what a poster needs."""
_FORM = re.compile(
    rb"/MediaBox \[0 0 (\d+\.?\d*) (\d+\.?\d*)\].*?stream\n(\d+\.?\d*) 0 0 [0-9.]+ 0 0 cm\nendstream"
    rb".*?stream\n(.*)\nendstream.*/Title <FEFF([0-9A-F]*)>",
    re.DOTALL,
)
_DRAWING = b"0123456789.- \nmlchfqQrg"
"""What numbers and the operators `m l c h f q Q cm rg` are made of. Words need brackets, and operators of others."""


def drawn_pdf(title: str, width: str, height: str, scale: str, packed: bytes) -> bytes:
    """A PDF 1.7 (ISO 32000-1), the same bytes every time.

    `width` and `height` are those of the sheet in points, `scale` how much larger it is than what `packed` draws:
    operators, compressed by zlib.
    """
    written = title.encode("utf-16-be").hex().upper()
    return _with_table(
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << >> "
        "/Contents [4 0 R 5 0 R] >>".encode(),
        _stream(f"{scale} 0 0 {scale} 0 0 cm".encode()),
        _stream(packed, " /Filter /FlateDecode"),
        f"<< /Title <FEFF{written}> /Producer ({PRODUCER}) >>".encode(),
    )


def title_of_drawn(data: bytes) -> str | None:
    """The title of a file that `drawn_pdf` wrote and that shows no words; None for every other file."""
    found = _FORM.search(data)
    if found is None:
        return None
    width, height, scale, packed, written = found.groups()
    try:
        title = bytes.fromhex(written.decode()).decode("utf-16-be")
        drawing = zlib.decompressobj()
        operations = drawing.decompress(packed, _MOST)
    except (ValueError, zlib.error):
        return None
    is_whole = drawing.eof and not drawing.unused_data
    if not is_whole or operations.translate(None, _DRAWING):
        return None
    # Whatever else a file may hold, one that holds more than this is another file.
    return title if drawn_pdf(title, width.decode(), height.decode(), scale.decode(), packed) == data else None


def _stream(data: bytes, packing: str = "") -> bytes:
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), packing.encode(), data)


def _with_table(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, count = len(out), len(objects)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (count + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count + 1, count, start)
    return out + head + table + tail
