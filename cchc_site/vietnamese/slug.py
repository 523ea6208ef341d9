"""Addresses: the part of a URL made from a Vietnamese title."""

from __future__ import annotations

import re
from typing import Final

from cchc_site.vietnamese.text import fold

_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


def slug(text: str, max_length: int | None = None) -> str:
    """Return ``text`` as lower-case ASCII words joined by ``-``: ``Đổi mới`` gives ``doi-moi``.

    The result never starts or ends with ``-`` and never holds two in a row. With ``max_length``
    (characters) it is cut after the last whole syllable that fits; a first syllable that is longer
    than the limit is cut inside. A text without a Latin letter or digit gives an empty string,
    which the caller must treat as "no slug".

    Raises ValueError when ``max_length`` is below 1.
    """
    if max_length is not None and max_length < 1:
        raise ValueError("Độ dài tối đa của đường dẫn phải từ 1 ký tự trở lên.")
    whole = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if max_length is None or len(whole) <= max_length:
        return whole
    # One character more than the limit, so that a syllable ending exactly there is kept.
    kept, dash, _ = whole[: max_length + 1].rpartition("-")
    return kept if dash else whole[:max_length]
