"""The column's pictures as published: each at its own address, and in several widths for the browser to choose from."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cached_property, partial

from msgspec import Struct, field
from msgspec.structs import astuple

from cchc_site.column.address import PICTURES
from cchc_site.column.article import Image
from cchc_site.column.column import Asset
from cchc_site.publish.disk_cache import DiskCache, key_of, source_mark
from cchc_site.publish.image_encoding import ENCODER, WEBP, encode
from cchc_site.publish.media_views import ImageFile, ImageSet, Picture
from cchc_site.publish.output import Output

FOLDER = PICTURES
"""Where the widths stand; their names carry a hash of the picture, so that a host may let browsers keep them for ever.
The versions of the libraries are not in it: pages are the same whichever encoder wrote the pictures."""
_RASTER = (".jpg", ".jpeg", ".png", ".gif", ".webp")
POSTER_WIDTH = 760

Read = Callable[[str], bytes]


def is_picture(path: str) -> bool:
    """Whether a file of the content folder is a picture that gets re-encoded."""
    return path.lower().endswith(_RASTER)


class _File(Struct, frozen=True):
    """One published file: where, what, and under which name the cache has its bytes."""

    address: str
    width: int
    height: int
    media_type: str
    size: int
    key: str


class Pictures(Struct, frozen=True, dict=True):
    """Encodes each picture once. `read` gives a file of the content folder; nothing is held in memory."""

    assets: Mapping[str, Asset]
    read: Read
    cache: DiskCache = field(default_factory=DiskCache)
    is_same: Callable[[str], bool] = lambda path: False
    """Says of a picture that it is the one of the last build."""
    kept: MutableMapping[str, bytes] = field(default_factory=dict)
    """What the last build published of each picture."""

    @cached_property
    def _known(self) -> dict[str, tuple[_File, ...]]:
        return {}

    def published(self, path: str) -> tuple[_File, ...]:
        """The files of one picture, the one at its own address first; empty when it cannot be shown."""
        if path not in self._known:
            is_here = path in self.assets and is_picture(path)
            self._known[path] = self._remembered(path) if is_here else ()
        return self._known[path]

    def picture(self, image: Image) -> Picture | None:
        """A picture for the templates."""
        files = self.published(image.src)
        if not files:
            return None
        own = files[0]
        return Picture(own.address, image.alt, image.credit, own.width, own.height, _sets(files), _poster(files))

    def sets(self, path: str) -> tuple[ImageSet, ...]:
        """The widths to choose from, the most modern format first."""
        return _sets(self.published(path))

    def size_of(self, path: str) -> tuple[int, int] | None:
        """Width and height in pixels."""
        files = self.published(path)
        return (files[0].width, files[0].height) if files else None

    def length_of(self, path: str) -> int | None:
        """The size in bytes of the published file; nothing for a picture that cannot be shown."""
        if not is_picture(path):
            return self.assets[path].size if path in self.assets else None
        files = self.published(path)
        return files[0].size if files else None

    def media_type_of(self, path: str) -> str:
        """The media type of the published file."""
        files = self.published(path)
        return files[0].media_type if files else ""

    def files(self) -> Iterator[Output]:
        """Every published picture file."""
        seen: set[str] = set()
        for path in sorted(self.assets):
            for file in self.published(path):
                if file.address not in seen:
                    seen.add(file.address)
                    yield Output(file.address, file.key, partial(self._bytes, path, file.key))

    def _bytes(self, path: str, key: str) -> bytes:
        """From the cache; should someone have emptied it meanwhile, from the picture again."""
        data = self.cache.get(key)
        if data is None:
            self._encoded(path)
            data = self.cache.get(key)
        return b"" if data is None else data

    def _remembered(self, path: str) -> tuple[_File, ...]:
        told = self.kept.get(path) if self.is_same(path) else None
        if told is not None:
            return tuple(_File(*row) for row in json.loads(told))
        files = self._encoded(path)
        self.kept[path] = json.dumps([astuple(file) for file in files]).encode()
        return files

    def _encoded(self, path: str) -> tuple[_File, ...]:
        source = self.read(path)
        key = key_of("picture", source_mark(encode.__module__), ENCODER, source)
        listed = self.cache.get(key)
        rows = json.loads(listed) if listed is not None else []
        if listed is None or any(self.cache.get(f"{key}{row['name']}") is None for row in rows):
            rows = self._make(key, source)
        mark = key_of("1", source)[:10]
        return tuple(_file(path, mark, key, row) for row in rows)

    def _make(self, key: str, source: bytes) -> list[dict[str, object]]:
        rows: list[dict[str, object]] = []
        encoded = encode(source)
        own = max((item for item in encoded if item.media_type != WEBP), key=lambda i: i.width, default=None)
        own = own or max(encoded, key=lambda i: i.width, default=None)
        for item in sorted(encoded, key=lambda i: i is not own):
            name = _OWN if item is own else f"-{item.width}{_ENDINGS[item.media_type]}"
            self.cache.put(f"{key}{name}", item.data)
            size = len(item.data)
            row = {"name": name, "width": item.width, "height": item.height, "type": item.media_type, "size": size}
            rows.append(row)
        self.cache.put(key, json.dumps(rows).encode())
        return rows


_OWN = "-own"
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif"}


def _file(path: str, mark: str, key: str, row: Mapping[str, object]) -> _File:
    name = str(row["name"])
    stem = posixpath.splitext(posixpath.basename(path))[0]
    where = path if name == _OWN else f"{FOLDER}{stem[:60]}-{mark}{name}"
    return _File(
        where, int(str(row["width"])), int(str(row["height"])), str(row["type"]), int(str(row["size"])), f"{key}{name}"
    )


def _sets(files: tuple[_File, ...]) -> tuple[ImageSet, ...]:
    """By format, WebP first; a single file needs no choice."""
    if len(files) < 2:
        return ()
    types = sorted({file.media_type for file in files}, key=lambda kind: (kind != WEBP, kind))
    return tuple(
        ImageSet(
            kind,
            tuple(
                ImageFile(file.address, file.width)
                for file in sorted(files, key=lambda f: f.width)
                if file.media_type == kind
            ),
        )
        for kind in types
    )


def _poster(files: tuple[_File, ...]) -> str:
    """The file to show before a film plays: the smallest in bytes among those nearest to the poster's width."""
    distance = min(abs(file.width - POSTER_WIDTH) for file in files)
    near = [file for file in files if abs(file.width - POSTER_WIDTH) == distance]
    return min(near, key=lambda file: (file.size, file.address)).address
