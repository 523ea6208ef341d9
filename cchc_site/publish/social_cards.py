"""What each social card says; a card is drawn only when its words change."""

from __future__ import annotations

from functools import cache, partial

from cchc_site.column import address
from cchc_site.column.article import Article
from cchc_site.publish.banded_png import Backdrop
from cchc_site.publish.cards import Cards
from cchc_site.publish.disk_cache import key_of, source_mark
from cchc_site.publish.mark import mark_of
from cchc_site.publish.output import Output
from cchc_site.publish.social_card import DRAWER, SocialCard, draw, kit_mark


def column_card(cards: Cards) -> Output:
    """The one at the root, for all pages but those of pieces."""
    card = _column_card(cards)
    return Output(address.SOCIAL_CARD, _key(card), partial(draw, card))


def piece_card(cards: Cards, article: Article, key: str) -> Output:
    """The one beside a piece's page, with its `piece_key`."""
    return Output(f"{article.address}{address.SOCIAL_CARD}", key, partial(_draw_piece, cards, article))


def piece_key(cards: Cards, article: Article) -> str:
    """A name for everything that the card of a piece depends on."""
    return _key(_piece_card(cards, article))


def _column_card(cards: Cards) -> SocialCard:
    identity = cards.column.identity
    return SocialCard(identity.name, cards.agency_name, "Chuyên mục", "Tin, bài và tình hình thực hiện")


def _piece_card(cards: Cards, article: Article) -> SocialCard:
    area = article.areas[0]
    return SocialCard(article.title, cards.agency_name, cards.column.identity.name, area.short_name, area.id)


def _draw_piece(cards: Cards, article: Article) -> bytes:
    return draw(_piece_card(cards, article))


def _key(card: SocialCard) -> str:
    return mark_of("card", _made_by(), card.title, card.agency, card.column, card.label, card.area)


@cache
def _made_by() -> str:
    return key_of(source_mark(draw.__module__), source_mark(Backdrop.__module__), DRAWER, kit_mark())
