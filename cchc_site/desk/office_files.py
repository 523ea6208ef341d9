"""Word and Excel files as the site may give them away: without the names of those who wrote them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_PEOPLE = re.compile(rb"(<(?:\w+:)?(creator|lastModifiedBy|Manager|Company)\b[^<>/]*>)[^<>]+(</(?:\w+:)?\2\s*>)")
_MOST_UNPACKED = 100_000_000


def without_people(data: bytes) -> bytes | None:
    """The same .docx or .xlsx without the names in its properties; `None` when it has none or cannot be read.

    Comments and tracked changes stay: whether they may go is for the author to say.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            if sum(entry.file_size for entry in source.infolist()) > _MOST_UNPACKED:
                return None
            entries = [(entry, source.read(entry)) for entry in source.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return None
    cleaned = [
        (entry, _PEOPLE.sub(rb"\1\3", part) if entry.filename in _PROPERTIES else part) for entry, part in entries
    ]
    if [part for _, part in cleaned] == [part for _, part in entries]:
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, part in cleaned:
            target.writestr(entry, part)
    return out.getvalue()
