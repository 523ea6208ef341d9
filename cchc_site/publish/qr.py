"""QR codes for paper: the way back from a printed page to its address."""

from __future__ import annotations

from cchc_site.publish.qr_code import qr_matrix, qr_path, qr_size


def qr_svg(text: str) -> str:
    """An `svg` element without size or identity of its own, one unit a module; nothing when `text` is too long."""
    try:
        matrix = qr_matrix(text)
    except ValueError:
        return ""
    side = qr_size(matrix)
    return f'<svg viewBox="0 0 {side} {side}"><path stroke="#000" d="{qr_path(matrix)}"/></svg>'
