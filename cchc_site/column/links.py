"""Where a link written in a piece leads."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.column import Column

SAFE_SCHEMES = ("http", "https", "mailto", "tel")


class LinkKind(Enum):
    """What a link points at."""

    EXTERNAL = "external"
    SAME_PAGE = "same-page"
    ARTICLE = "article"
    PAGE = "page"
    ASSET = "asset"
    BROKEN = "broken"
    FORBIDDEN = "forbidden"


class Target(Struct, frozen=True):
    """A resolved link: `address` is relative to the site's root and keeps its fragment."""

    kind: LinkKind
    address: str = ""
    article: Article | None = None


class LinkMap(Struct, frozen=True, dict=True):
    """Resolves what editors write: paths relative to their own file, as in any Markdown editor's preview."""

    column: Column

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        return {article.file: article for article in self.column.articles}

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        return {page.file: page.address for page in self.column.standing}

    @cached_property
    def _by_address(self) -> Mapping[str, Article]:
        known = {article.address: article for article in self.column.articles}
        for article in self.column.articles:
            for alias in article.aliases:
                known.setdefault(alias, article)
        return known

    @cached_property
    def _fixed(self) -> frozenset[str]:
        return frozenset(address.fixed(self.column))

    def resolve(self, href: str, from_file: str) -> Target:
        """The target of `href` written in the file `from_file` (relative to the content folder)."""
        href = href.strip()
        path, mark, fragment = href.partition("#")
        if not path:
            return Target(LinkKind.SAME_PAGE, mark + fragment)
        scheme, colon, _ = path.partition(":")
        if colon and "/" not in scheme:
            kind = LinkKind.EXTERNAL if scheme.lower() in SAFE_SCHEMES else LinkKind.FORBIDDEN
            return Target(kind, href)
        if path.startswith("//"):
            return Target(LinkKind.FORBIDDEN, href)
        written = unquote(path.partition("?")[0])
        if written.startswith("/"):
            return self._at_root(written[1:], mark + fragment)
        return self._beside(posixpath.normpath(posixpath.join(posixpath.dirname(from_file), written)), mark + fragment)

    def _at_root(self, path: str, fragment: str) -> Target:
        article = self._by_address.get(path)
        if article is not None:
            return Target(LinkKind.ARTICLE, article.address + fragment, article)
        if path in self._fixed:
            return Target(LinkKind.PAGE, path + fragment)
        return self._beside(path, fragment)

    def _beside(self, path: str, fragment: str) -> Target:
        if path in self._articles:
            article = self._articles[path]
            return Target(LinkKind.ARTICLE, article.address + fragment, article)
        if path in self._pages:
            return Target(LinkKind.PAGE, self._pages[path] + fragment)
        if path in self.column.assets:
            return Target(LinkKind.ASSET, path)
        return Target(LinkKind.BROKEN)
