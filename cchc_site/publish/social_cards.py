"""Which pages have a social card, and what each says; a card is drawn only when its words change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.publish.banded_png import Backdrop
from cchc_site.publish.cards import Cards
from cchc_site.publish.disk_cache import key_of, source_mark
from cchc_site.publish.output import Output
from cchc_site.publish.social_card import DRAWER, SocialCard, draw, kit_mark


def social_cards(cards: Cards, articles: Iterable[Article]) -> Iterator[Output]:
    """One beside every piece's page, and one at the root for all other pages."""
    yield _drawn(address.SOCIAL_CARD, _column_card(cards))
    for article in articles:
        yield _drawn(f"{article.address}{address.SOCIAL_CARD}", _piece_card(cards, article))


def _column_card(cards: Cards) -> SocialCard:
    identity = cards.column.identity
    return SocialCard(identity.name, cards.agency_name, "Chuyên mục", "Tin, bài và tình hình thực hiện")


def _piece_card(cards: Cards, article: Article) -> SocialCard:
    area = article.areas[0]
    return SocialCard(article.title, cards.agency_name, cards.column.identity.name, area.short_name, area.id)


def _drawn(path: str, card: SocialCard) -> Output:
    key = key_of("card", _made_by(), card.title, card.agency, card.column, card.label, card.area)
    return Output(path, key, partial(draw, card))


@cache
def _made_by() -> str:
    return key_of(source_mark(draw.__module__), source_mark(Backdrop.__module__), DRAWER, kit_mark())
