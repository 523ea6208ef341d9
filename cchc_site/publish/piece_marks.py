"""What the page of a piece depends on, said shortly: two pieces with one mark are shown alike.

A mark holds the piece's own file by its digest, and of everything else only the slice that is shown: its unit's names,
where its links lead, its pictures as published, the documents and procedures it rests on. Nothing is left to chance: a
test edits random columns and compares sites built with marks and without.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.column.instant import day_of
from cchc_site.column.links import LinkKind, LinkMap
from cchc_site.publish.cards import Cards
from cchc_site.publish.documents import DocumentPages
from cchc_site.publish.mark import mark_of
from cchc_site.publish.views import UnitLink


class PieceMarks(Struct, frozen=True, dict=True):
    """Makes each piece's mark once."""

    cards: Cards
    links: LinkMap
    documents: DocumentPages

    def of(self, article: Article) -> str:
        """The mark of a piece: of its text with all links, and of its card."""
        if article.file not in self._known:
            self._known[article.file] = self._made(article)
        return self._known[article.file]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    def _made(self, article: Article) -> str:
        if not article.digest:
            return mark_of(article, [self.cards.unit_of(article), self.cards.units_now(article)], self.everywhere)
        parts = [article.digest, self._units.get(article.unit, "")]
        if article.updates or article.corrections or article.withdrawn or not article.is_public(self.cards.as_of):
            parts.append(self._state(article))
        if article.has_raw_links:
            parts.append(self.everywhere)
        elif article.written_links:
            parts += [self._target(link.href, article.file) for link in article.written_links]
        for source in (article.image, article.video):
            if source is not None:
                parts.append(self._picture(source.src))
        if article.documents:
            parts.append(repr((self.documents.links(article), self.documents.ended(article))))
        if article.procedures:
            found = map(self.cards.column.procedures.get, article.procedures)
            parts += [f"{item.name} {address.procedure(item)}" for item in found if item is not None]
        if self._register:
            parts.append(self._register)
        return "\x1f".join(parts)

    def _state(self, article: Article) -> str:
        as_of = self.cards.as_of
        shown = [update.at <= as_of for update in article.updates]
        corrected = [correction.is_published(as_of) for correction in article.corrections]
        public = article.is_public(as_of)
        return repr((public, article.updated_by(as_of), shown, corrected, article.is_withdrawn(as_of)))

    def _target(self, href: str, file: str) -> str:
        """Where a link leads, and whether it is shown as one."""
        target = self.links.resolve(href, file)
        if target.kind is LinkKind.EXTERNAL:
            return ""
        visible = target.article is None or target.article.is_public(self.cards.as_of)
        picture = self._picture(target.address) if target.kind is LinkKind.ASSET else ""
        return f"{target.kind.value} {target.address} {visible} {picture}"

    def _picture(self, path: str) -> str:
        pictures = self.cards.pictures
        size = self.cards.column.assets[path].size if path in self.cards.column.assets else ""
        return f"{pictures.published(path) if pictures else ''}{size}"

    @cached_property
    def _units(self) -> Mapping[str, str]:
        """What of each unit is shown with its pieces."""

        def plain(link: UnitLink) -> UnitLink:
            return replace(link, count=0)

        day, units = day_of(self.cards.as_of), self.cards.column.units
        return {
            unit.id: mark_of([plain(self.cards.unit(item)) for item in (unit, *units.successors_on(unit, day))])
            for unit in units.all
        }

    @cached_property
    def _register(self) -> str:
        """The documents that a number in a text may be a link to."""
        documents = self.cards.column.documents
        return mark_of(documents.all) if documents else ""

    @cached_property
    def everywhere(self) -> str:
        """Everything a link can lead to, for texts whose links are not known without converting them."""
        column, as_of = self.cards.column, self.cards.as_of
        pieces = "\n".join([f"{a.file} {a.address} {a.aliases} {a.is_public(as_of)}" for a in column.articles])
        pictures = [(path, self._picture(path)) for path in column.assets]
        pages = [(page.file, page.address) for page in column.standing]
        return mark_of(pieces, pictures, pages, sorted(address.fixed(column)))
