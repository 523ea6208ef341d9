"""The prizes of a contest, in money. Nothing is guessed: “02 giải …: 300.000đ” can be two different sums."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_site.column.written import Written
from cchc_site.vietnamese.numbers import money, pad2


class Prize(Written, frozen=True):
    """`count` prizes of one rank. `amount` is in đồng: of each, or of all together when `shared`; None: not said."""

    id: str
    title: str
    count: int
    amount: int
    shared: bool | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the plan says what one winner receives."""
        return self.count == 1 or self.shared is not None

    @property
    def each(self) -> int:
        """What one winner receives, in đồng. ValueError while that is not clear."""
        if not self.is_clear:
            raise ValueError(self.id)
        return self.amount // self.count if self.shared else self.amount

    @property
    def sums(self) -> tuple[int, ...]:
        """The money of this rank: one sum, or both that the words allow."""
        if self.count == 1 or self.shared:
            return (self.amount,)
        return (self.amount * self.count,) if self.shared is False else (self.amount, self.amount * self.count)

    @property
    def words(self) -> str:
        """As a plan writes it: “02 giải khuyến khích, mỗi giải 300.000 đồng”."""
        name = f"{pad2(self.count)} {self.title[:1].lower()}{self.title[1:]}"
        if self.count == 1:
            return f"{name}: {money(self.amount)}"
        how = {True: "tổng cộng", False: "mỗi giải", None: "chưa rõ là mỗi giải hay tổng cộng:"}[self.shared]
        return f"{name}, {how} {money(self.amount)}"


def totals(prizes: Iterable[Prize]) -> tuple[int, ...]:
    """The money of all prizes in đồng, smallest first: one sum, or every sum that unclear rows allow."""
    found = {0}
    for prize in prizes:
        found = {one + other for one in found for other in prize.sums}
    return tuple(sorted(found))


def totals_words(prizes: Iterable[Prize]) -> str:
    """“4.500.000 đồng”, or “2.500.000 đồng hoặc 2.800.000 đồng (chưa rõ)”."""
    sums = totals(prizes)
    words = " hoặc ".join(money(total) for total in sums)
    return words if len(sums) == 1 else f"{words} (kế hoạch chưa ghi rõ)"
