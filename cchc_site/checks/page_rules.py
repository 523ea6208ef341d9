"""Rules that look at one page's text at a time, registered by code.

A fault is wrong whatever the writer intended: it is looked for in every build. Style is advice: it is looked for only
when somebody asks (`cchc check`), and never stops anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache, cached_property
from importlib import import_module

from msgspec import Struct

from cchc_site.column.article import Article
from cchc_site.column.column import Column, Identity, StandingPage
from cchc_site.column.contact import Contact, allowed_by
from cchc_site.column.document import Documents, OfficialDocument
from cchc_site.column.problem import Place, Problem, Severity
from cchc_site.column.term import Term
from cchc_site.column.unit import Units
from cchc_site.content.passages import PageText
from cchc_site.vietnamese.private_data import Allowed


class Context(Struct, frozen=True, eq=False, dict=True):
    """All that a rule may know besides the page: a few slices of the column, so that what was found on a page holds as
    long as they are the same; and the instant at which somebody asks (`None`: nobody)."""

    identity: Identity
    units: Units
    documents: Documents
    contacts: tuple[Contact, ...]
    outdated: tuple[Term, ...]
    as_of: datetime | None = None

    @classmethod
    def of(cls, column: Column, as_of: datetime | None = None) -> Context:
        """What the rules may know of that column."""
        return cls(column.identity, column.units, column.documents, column.contacts, column.terms, as_of)

    @cached_property
    def allowed(self) -> Allowed:
        """What of people may be said on any page."""
        return allowed_by(self.contacts)

    @cached_property
    def ended(self) -> tuple[OfficialDocument, ...]:
        """Documents of which the register says when they end, or ended."""
        return tuple(document for document in self.documents.all if document.valid_to is not None)

    @cached_property
    def terms(self) -> tuple[tuple[re.Pattern[str], Term], ...]:
        """Each outdated term with the pattern that finds any of its spellings as whole words."""
        return tuple((whole_words(term.written), term) for term in self.outdated)


PageRule = Callable[[PageText, Context], Iterable[Problem]]

FAULTS: dict[str, PageRule] = {}
STYLE: dict[str, PageRule] = {}
_MODULES = (
    "pictures",
    "letters",
    "markup",
    "citations",
    "headings",
    "sentences",
    "abbreviation_use",
    "wording",
    "privacy",
    "review",
)


def fault(code: str) -> Callable[[PageRule], PageRule]:
    """Enter a function as the rule that finds that fault."""
    return _enter(FAULTS, code)


def style(code: str) -> Callable[[PageRule], PageRule]:
    """Enter a function as the rule that gives that advice."""
    return _enter(STYLE, code)


def _enter(rules: dict[str, PageRule], code: str) -> Callable[[PageRule], PageRule]:
    def enter(function: PageRule) -> PageRule:
        if rules.get(code, function) is not function:
            raise ValueError(f"two rules for {code}")
        rules[code] = function
        return function

    return enter


def run_page_rules(
    pages: Iterable[Article | StandingPage], context: Context, rules: dict[str, PageRule]
) -> Iterator[Problem]:
    """The problems that those rules (`FAULTS` or `STYLE`) find on the pages."""
    _enter_all()
    for page in pages:
        text = PageText(page)
        for one in rules.values():
            yield from one(text, context)


@cache
def _enter_all() -> None:
    for name in _MODULES:
        import_module(f"cchc_site.checks.{name}")


def page_faults(column: Column) -> Iterator[Problem]:
    """What is wrong on any page of the column, whatever its writer intended."""
    return run_page_rules([*column.articles, *column.standing], Context.of(column), FAULTS)


def advice(code: str, place: Place, message: str, fix: str) -> Problem:
    """A finding of style."""
    return Problem(code, Severity.NOTICE, place, message, fix)


def warning(code: str, place: Place, message: str, fix: str) -> Problem:
    """A fault that does not keep the page from being published."""
    return Problem(code, Severity.WARNING, place, message, fix)


def whole_words(spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the spellings as whole words; a space stands for any white space."""
    words = (
        r"\s+".join(re.escape(part) for part in spelling.split())
        for spelling in sorted(spellings, key=len, reverse=True)
    )
    return re.compile(r"(?<![\w])(?:" + "|".join(words) + r")(?![\w])")
