"""A picture inside a piece's text: the browser chooses the width, and the page never jumps when it arrives."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from cchc_site.publish.media_views import ImageSet
from cchc_site.publish.pictures import Pictures

PROSE_SIZES = (
    "(min-width: 73.75em) 756px, (min-width: 60em) calc(94vw - 333px), (min-width: 48em) 714px, calc(100vw - 34px)"
)
"""How wide the text column is (`.article-main`, `.prose` in `column.css`); `em` here is always 16 pixels."""


def drawer(
    pictures: Pictures | None, prefix: str, *, is_feed: bool = False, has_lead: bool = False
) -> Callable[[str, str], str] | None:
    """Draws one text's pictures in order; `has_lead` says that a picture stands above the text already."""
    if pictures is None:
        return None
    if is_feed:
        return lambda path, attributes: plain_html(pictures, path, prefix, attributes)
    waiting = [not has_lead]

    def draw(path: str, attributes: str) -> str:
        return picture_html(pictures, path, prefix, attributes, is_first=waiting.pop() if waiting else False)

    return draw


def srcset(files: ImageSet, prefix: str) -> str:
    """The attribute's value: every width of one format."""
    return ", ".join(f"{prefix}{file.address} {file.width}w" for file in files.files)


def picture_html(pictures: Pictures, path: str, prefix: str, attributes: str, *, is_first: bool) -> str:
    """`attributes` is what the editor's picture carries besides its address, already in canonical form.

    The first picture of a page without another one is what its reader waits for, so it is not put off.
    """
    size = pictures.size_of(path)
    if size is None:
        return ""
    written = attributes.strip()
    if " width=" not in f" {written}" and " height=" not in f" {written}":
        written += f' width="{size[0]}" height="{size[1]}"'
    written += "" if is_first else ' loading="lazy"'
    sets = pictures.sets(path)
    own = sets[-1:]
    chosen = f' srcset="{escape(srcset(own[0], prefix))}" sizes="{PROSE_SIZES}"' if own else ""
    image = f'<img src="{escape(prefix + path)}"{chosen} {written.strip()} decoding="async">'
    others = "".join(
        f'<source type="{files.media_type}" srcset="{escape(srcset(files, prefix))}" sizes="{PROSE_SIZES}">'
        for files in sets[:-1]
    )
    return f"<picture>{others}{image}</picture>" if others else image


def plain_html(pictures: Pictures, path: str, prefix: str, attributes: str) -> str:
    """The same for feed readers, which know one address a picture."""
    size = pictures.size_of(path)
    if size is None:
        return ""
    written = attributes.strip()
    if " width=" not in f" {written}" and " height=" not in f" {written}":
        written += f' width="{size[0]}" height="{size[1]}"'
    return f'<img src="{escape(prefix + path)}" {written.strip()}>'
