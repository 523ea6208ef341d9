"""What a page is about, for machines: schema.org in JSON-LD (https://schema.org/NewsArticle and its neighbours).

It is data, not script: a Content-Security-Policy without `unsafe-inline` lets it be.
"""

from __future__ import annotations

from typing import Any

from msgspec.json import Encoder

from cchc_site.column import address
from cchc_site.publish.article_views import ArticleView
from cchc_site.publish.views import PageFrame, SiteView

Thing = dict[str, Any]

_JSON = Encoder()
_ESCAPES = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def linked_data(site: SiteView, frame: PageFrame, view: object = None) -> str:
    """The page's graph as JSON that can stand inside a `script` element: nothing in it can close that element.

    Where the agency is, and what the site is, stands on the front page only, where it is looked for.
    """
    things = [_organization(site)]
    if frame.address == address.HOME:
        things = [_organization(site) | _place(site), _website(site)]
    if len(frame.breadcrumbs) > 1:
        things.append(_breadcrumbs(site, frame))
    if isinstance(view, ArticleView) and not frame.noindex:
        things.append(_article(site, frame, view))
    graph = {"@context": "https://schema.org", "@graph": things}
    text = _JSON.encode(graph).decode()
    for letter, escape in _ESCAPES:
        text = text.replace(letter, escape)
    return text


def _organization(site: SiteView) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{site.base_url}#co-quan",
        "name": site.agency,
        "url": site.base_url,
        "logo": f"{site.base_url}assets/icon.png",
    }


def _place(site: SiteView) -> Thing:
    return {"address": site.address} if site.address else {}


def _website(site: SiteView) -> Thing:
    return {
        "@type": "WebSite",
        "@id": f"{site.base_url}#trang",
        "name": site.name,
        "description": site.description,
        "url": site.base_url,
        "inLanguage": "vi",
        "publisher": {"@id": f"{site.base_url}#co-quan"},
    }


def _breadcrumbs(site: SiteView, frame: PageFrame) -> Thing:
    last = len(frame.breadcrumbs)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": crumb.title,
                "item": site.base_url + (frame.address if number == last else crumb.address),
            }
            for number, crumb in enumerate(frame.breadcrumbs, 1)
        ],
    }


def _article(site: SiteView, frame: PageFrame, view: ArticleView) -> Thing:
    card, here = view.card, site.base_url + frame.address
    thing: Thing = {
        "@type": "NewsArticle",
        "headline": card.title,
        "description": card.summary,
        "url": here,
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "datePublished": card.published.iso,
        "dateModified": (view.updated or card.published).iso,
        "author": _author(view),
        "sourceOrganization": {"@type": "Organization", "name": card.unit.name},
        "publisher": {"@id": f"{site.base_url}#co-quan"},
        "articleSection": [area.name for area in card.areas],
        "image": _images(site, frame, view),
    }
    if view.tags:
        thing["keywords"] = list(view.tags)
    if view.source is not None:
        thing["isBasedOn"] = view.source.url
    if view.corrections:
        thing["correction"] = [
            {"@type": "CorrectionComment", "datePublished": note.when.iso, "text": f"“{note.wrong}” → “{note.right}”"}
            for note in view.corrections
        ]
    if view.film is not None:
        thing["video" if view.film.media_type.startswith("video") else "audio"] = _film(site, frame, view)
    return thing


def _author(view: ArticleView) -> Thing:
    """A unit signs as a unit; whoever signs otherwise is named as a person, and nothing more is said of them."""
    is_body = view.author.startswith(_BODIES) or view.author in (view.card.unit.name, view.card.unit.short_name)
    return {"@type": "Organization" if is_body else "Person", "name": view.author}


_BODIES = (
    "Ban ", "Báo ", "Bộ ", "Bộ phận", "Chi cục", "Công đoàn", "Cục ", "Đài ", "Đoàn ", "Hội ", "Phòng ", "Sở ", "Tổ ",
    "Trung tâm", "Ủy ban", "UBND", "Văn phòng",
)  # fmt: skip
"""How the names of bodies begin."""


def _images(site: SiteView, frame: PageFrame, view: ArticleView) -> list[Any]:
    picture = view.card.picture
    found: list[Any] = []
    if picture is not None:
        image: Thing = {"@type": "ImageObject", "url": site.base_url + picture.address, "caption": picture.alt}
        if picture.width and picture.height:
            image |= {"width": picture.width, "height": picture.height}
        found.append(image)
    if frame.card:
        found.append(site.base_url + frame.card)
    return found


def _film(site: SiteView, frame: PageFrame, view: ArticleView) -> Thing:
    assert view.film is not None
    kind = "VideoObject" if view.film.media_type.startswith("video") else "AudioObject"
    thing: Thing = {
        "@type": kind,
        "name": view.card.title,
        "description": view.card.summary,
        "contentUrl": site.base_url + view.film.address,
        "encodingFormat": view.film.media_type,
        "uploadDate": view.card.published.iso,
    }
    if view.film.seconds:
        thing["duration"] = f"PT{view.film.seconds}S"
    if kind == "VideoObject":
        poster = view.card.picture.address if view.card.picture else frame.card
        thing["thumbnailUrl"] = site.base_url + poster
    return thing
