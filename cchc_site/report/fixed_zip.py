"""Zip files that are the same bytes for the same contents, whenever and wherever they are made."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""


def fixed_zip(files: Iterable[tuple[str, bytes]], *, compress: bool = True) -> bytes:
    """The files in the order given, without a time, an owner or a system of their own."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files:
            info = ZipInfo(name, _MOMENT)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = ZIP_DEFLATED if compress else ZIP_STORED
            archive.writestr(info, data)
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """The same zip without the moment at which it was made; the order of its files stays."""
    with ZipFile(io.BytesIO(data)) as archive:
        return fixed_zip([(info.filename, archive.read(info)) for info in archive.infolist()])
