"""Contacts as citizens see them: in the foot of every page, on every procedure, and on a page of their own."""

from __future__ import annotations

import re

from cchc_site.column import address
from cchc_site.column.column import Column
from cchc_site.column.contact import Contact, ContactKind, first_of, is_stale
from cchc_site.column.instant import day_of
from cchc_site.publish.cards import Cards, on_day
from cchc_site.publish.directory_views import ContactsView
from cchc_site.publish.listings import HOME
from cchc_site.publish.page import Page
from cchc_site.publish.views import ContactView, Link, PageFrame

HEADING = "Đầu mối liên hệ, phản ánh, kiến nghị"
LEAD = (
    "Gọi, viết hoặc đến trực tiếp. Mỗi đầu mối ghi ngày kiểm tra gần nhất. Người dân có quyền phản ánh, kiến nghị về "
    "quy định hành chính và về thái độ phục vụ."
)


def contact_view(cards: Cards, contact: Contact) -> ContactView:
    """One contact, its numbers ready to be dialled."""
    unit = cards.column.units.get(contact.unit)
    return ContactView(
        name=contact.name,
        kind=contact.kind.label,
        id=contact.id,
        phones=tuple((phone, re.sub(r"[^0-9+]", "", phone)) for phone in contact.phones),
        emails=contact.emails,
        address=contact.address,
        hours=contact.hours,
        officer=contact.officer,
        position=contact.position,
        unit=unit.name if unit else "",
        url=contact.url,
        checked=on_day(contact.checked) if contact.checked else None,
        stale=is_stale(contact.checked, day_of(cards.as_of)),
    )


def foot_contacts(cards: Cards) -> tuple[ContactView, ...]:
    """The two that stand on every page: whom to call, and where to complain."""
    chosen = [first_of(cards.column.contacts, kind) for kind in (ContactKind.HOTLINE, ContactKind.FEEDBACK)]
    return tuple(contact_view(cards, contact) for contact in chosen if contact is not None)


def correction_mailbox(column: Column) -> str:
    """The mailbox for "this page is wrong"; empty when the office has given none."""
    for kind in (ContactKind.EDITORS, ContactKind.FEEDBACK, ContactKind.OFFICE):
        contact = first_of(column.contacts, kind)
        if contact is not None and contact.emails:
            return contact.emails[0]
    return ""


def contacts_page(cards: Cards) -> Page:
    """All contacts, by what people turn to them for."""
    groups = []
    for kind in ContactKind:
        views = tuple(contact_view(cards, contact) for contact in cards.column.contacts if contact.kind is kind)
        if views:
            groups.append((kind.label, views))
    frame = PageFrame(HEADING, LEAD, address.CONTACTS, (HOME, Link("Đầu mối", "")), (cards.feed,), address.CONTACTS)
    return Page("pages/contacts.html", frame, ContactsView(HEADING, LEAD, tuple(groups)))
