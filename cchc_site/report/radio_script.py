"""A loudspeaker script as text for the announcer and as SSML for a speech synthesiser."""

from __future__ import annotations

import re
from html import escape

from cchc_site.column.broadcast import Script

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ỸĐ“\"(])")


def sentences(paragraph: str) -> list[str]:
    """The sentences of a spoken paragraph."""
    return [part for part in _SENTENCE_END.split(paragraph) if part.strip()]


def script_text(script: Script) -> str:
    """The script as plain text, for a teleprompter or a printer."""
    lines = [script.heading.upper(), f"({script.words} chữ, {script.length})", "", script.opening]
    for number, piece in enumerate(script.pieces, 1):
        lines += ["", f"--- {number}. [{piece.id}] ---", piece.title, piece.byline, *piece.paragraphs]
    lines += ["", script.closing]
    if script.doubts:
        lines += ["", f"Người đọc kiểm tra cách đọc: {', '.join(script.doubts)}."]
    return "\n".join(lines) + "\n"


def script_ssml(script: Script) -> str:
    """The script for a speech synthesiser (SSML 1.1, W3C 2010)."""
    parts = [_ssml_paragraph(script.opening)]
    for piece in script.pieces:
        parts += ['<break time="1500ms"/>', f'<p><s><emphasis level="moderate">{_xml(piece.title)}</emphasis></s></p>']
        parts += [_ssml_paragraph(text) for text in (piece.byline, *piece.paragraphs)]
    parts += ['<break time="1500ms"/>', _ssml_paragraph(script.closing)]
    body = "\n".join(parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="vi-VN">\n'
        f"{body}\n</speak>\n"
    )


def _ssml_paragraph(text: str) -> str:
    return f"<p>{''.join(f'<s>{_xml(sentence)}</s>' for sentence in sentences(text))}</p>"


def _xml(text: str) -> str:
    return escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", text), quote=False)
