"""Royalties: what a month's pieces are paid, by rules that are rows with dates.

One coefficient is worth a share of the base salary (a tenth by Decree 18/2014/NĐ-CP); a province may pay its
departments' sites a fraction of that. Coefficients are given piece by piece in a private file. A piece is paid once,
for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from cchc_site.column.article import Article, Origin
from cchc_site.column.month import Month


class Rate(Struct, frozen=True):
    """From `first` on: base salary in đồng, the share of it that one coefficient is worth, the site's factor."""

    first: date
    base_salary: int
    share: Decimal
    factor: Decimal
    basis: str = ""

    @property
    def unit_value(self) -> Decimal:
        """What one coefficient is worth here, in đồng, not rounded."""
        return Decimal(self.base_salary) * self.share * self.factor


class Range(Struct, frozen=True):
    """The least and the greatest coefficient of a genre."""

    least: Decimal
    most: Decimal


class Royalties(Struct, frozen=True):
    """The private file: rates, ranges by genre, coefficients by piece, and the pieces already paid with their month."""

    rates: tuple[Rate, ...]
    ranges: Mapping[str, Range]
    coefficients: Mapping[str, Decimal]
    paid: Mapping[str, Month]

    def rate_on(self, day: date) -> Rate | None:
        """The rate in force on a day."""
        return max((rate for rate in self.rates if rate.first <= day), key=lambda rate: rate.first, default=None)


class Payment(Struct, frozen=True):
    """One piece's line; `reason` says why nothing is paid, and is empty when something is."""

    article: Article
    coefficient: Decimal
    unit_value: Decimal
    amount: int
    reason: str = ""


class PaymentTable(Struct, frozen=True):
    """A month's table. `doubts` are sentences that a person must settle before it is signed."""

    month: Month
    payments: tuple[Payment, ...]
    doubts: tuple[str, ...]
    bases: tuple[str, ...] = ()
    """What the rates rest on."""
    supplement: bool = False
    """Whether it holds only what was published too late for the month's table."""

    @property
    def total(self) -> int:
        """The sum in đồng."""
        return sum(payment.amount for payment in self.payments)

    @property
    def paid_pieces(self) -> tuple[str, ...]:
        """The ids of the pieces that something is paid for."""
        return tuple(payment.article.id for payment in self.payments if payment.amount)


def payment_table(
    articles: Iterable[Article], royalties: Royalties, month: Month, as_of: datetime, *, supplement: bool = False
) -> PaymentTable:
    """The table of the pieces first published in the month, as they stand at `as_of`.

    Once the month is recorded as paid its table stays as it was signed: a withdrawal takes nothing back, and a piece
    that appeared since waits for the `supplement`, which holds nothing else.
    """
    recorded = month in royalties.paid.values()
    chosen = [a for a in articles if a.month == month and a.is_public(as_of)]
    if supplement:
        chosen = [a for a in chosen if royalties.paid.get(a.id) != month]
    payments, doubts, bases = [], [], []
    for article in sorted(chosen, key=lambda a: (a.published, a.id)):
        late = recorded and not supplement and royalties.paid.get(article.id) != month
        payment, doubt = _payment(article, royalties, month, as_of, late=late)
        rate = royalties.rate_on(article.published.date())
        payments.append(payment)
        doubts += [doubt] if doubt else []
        bases += [rate.basis] if rate and rate.basis and payment.amount else []
    return PaymentTable(month, tuple(payments), tuple(doubts), tuple(dict.fromkeys(bases)), supplement)


def _payment(
    article: Article, royalties: Royalties, month: Month, as_of: datetime, *, late: bool
) -> tuple[Payment, str]:
    rate = royalties.rate_on(article.published.date())
    unpaid = _unpaid(article, royalties, month, as_of)
    if unpaid:
        return Payment(article, Decimal(0), Decimal(0), 0, unpaid), ""
    if late:
        reason = f"chưa có trong bảng đã trả {month.label}"
        return Payment(article, Decimal(0), Decimal(0), 0, reason), f"{article.id}: {reason}; lập bảng bổ sung."
    if rate is None:
        reason = f"chưa có mức lương cơ sở áp dụng ngày {article.published:%d/%m/%Y}"
        return Payment(article, Decimal(0), Decimal(0), 0, reason), f"{article.id}: {reason}."
    coefficient = royalties.coefficients.get(article.id)
    if coefficient is None:
        return Payment(article, Decimal(0), rate.unit_value, 0, "chưa chấm hệ số"), f"{article.id}: chưa chấm hệ số."
    amount = int((coefficient * rate.unit_value).quantize(Decimal(1), ROUND_HALF_UP))
    allowed = royalties.ranges.get(article.kind.value)
    doubt = ""
    if allowed and not allowed.least <= coefficient <= allowed.most:
        span = f"{_comma(allowed.least)} - {_comma(allowed.most)}"
        doubt = f"{article.id}: hệ số {_comma(coefficient)} nằm ngoài khung {span} của thể loại."
    return Payment(article, coefficient, rate.unit_value, amount), doubt


def _comma(figure: Decimal) -> str:
    return str(figure).replace(".", ",")


def _unpaid(article: Article, royalties: Royalties, month: Month, as_of: datetime) -> str:
    """Why a piece is never paid in this table; empty when it may be."""
    earlier = royalties.paid.get(article.id)
    if earlier is not None:
        return "" if earlier == month else f"đã trả {earlier.label}"
    if not article.kind.is_piece:
        return f"{article.kind.label.lower()} không tính nhuận bút"
    if article.origin is Origin.REPOST:
        return "bài đăng lại"
    if article.is_withdrawn(as_of):
        return "đã thu hồi"
    return ""
