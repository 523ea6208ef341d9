"""Texts for Zalo and Facebook: within their lengths, with the link, the card and hashtags, ready to be pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.network import NETWORKS, Network
from cchc_site.vietnamese.numbers import group_thousands
from cchc_site.vietnamese.slug import slug

MOST_TAGS = 5


class SocialText(Struct, frozen=True):
    """One text for one network."""

    network: Network
    text: str
    card: str
    """The absolute address of the picture that goes with it; empty when the piece has none."""

    @property
    def length(self) -> int:
        """Characters as the networks count them: code points, line ends included."""
        return len(self.text)

    @property
    def first_seen(self) -> str:
        """What readers see before they open the rest."""
        return self.text[: self.network.shown]


def social_pack(column: Column, article: Article, base_url: str) -> tuple[SocialText, ...]:
    """The texts of a piece for every network of the office, or for the usual two."""
    return tuple(_text(column, article, base_url, network) for network in column.networks or NETWORKS)


def hashtags(column: Column, article: Article) -> tuple[str, ...]:
    """The column, the areas and the tags, without diacritics so that everybody can type them; once each."""
    words = [column.identity.name, *(area.short_name for area in article.areas), *article.tags]
    found = dict.fromkeys(f"#{''.join(part.capitalize() for part in slug(word).split('-'))}" for word in words)
    return tuple(tag for tag in found if len(tag) > 1)[:MOST_TAGS]


def _text(column: Column, article: Article, base_url: str, network: Network) -> SocialText:
    link = base_url + article.address
    tail = f"Đọc toàn bài: {link}\n\n{' '.join(hashtags(column, article))}"
    source = f"\n(Đăng lại từ {article.source.name})" if article.source is not None else ""
    room = network.most - len(tail) - len(source) - 2
    if room < len(article.title):
        tail, room = f"Đọc toàn bài: {link}", network.most - len(link) - len(source) - 16
    head = _cut(f"{article.title}\n\n{article.summary}", room) + source
    return SocialText(network, f"{head}\n\n{tail}", base_url + article.image.src if article.image else "")


def _cut(text: str, most: int) -> str:
    """The text, or as many whole sentences as fit, or as many words."""
    if len(text) <= most:
        return text
    part = text[: max(0, most - 2)]
    end = max((match.end() for match in re.finditer(r"[.!?](?=\s)", part)), default=0)
    return part[:end] if end > most // 2 else part.rsplit(" ", 1)[0] + " …"


def pack_text(column: Column, articles: Sequence[Article], base_url: str) -> str:
    """The texts of several pieces, each under its network's name with its length; the limits and their sources last."""
    parts = []
    for article in articles:
        parts.append(f"=== {article.title} [{article.id}] ===")
        for item in social_pack(column, article, base_url):
            length, most, shown = map(group_thousands, (item.length, item.network.most, item.network.shown))
            parts.append(
                f"--- {item.network.name}: {length}/{most} ký tự, {shown} ký tự đầu hiện ngay ---\n{item.text}"
            )
            if item.card:
                parts.append(f"Ảnh kèm: {item.card}")
    parts += [f"{network.name}: {network.certainty}." for network in column.networks or NETWORKS]
    return "\n\n".join(parts) + "\n"
