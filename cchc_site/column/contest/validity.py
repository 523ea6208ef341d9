"""Whether an entry can be judged: in time, from a unit that may take part, within the limits, and not a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from cchc_site.column.article import Form
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.copying import Likeness
from cchc_site.column.contest.entry import Entry
from cchc_site.column.instant import VIETNAM, day_of
from cchc_site.column.unit import Units


class Flaw(Enum):
    """Why an entry cannot be judged; the value is its word in the register."""

    LATE = "nop-muon"
    UNIT = "ngoai-doi-tuong"
    FORM = "sai-hinh-thuc"
    LENGTH = "sai-do-dai"
    EXPLANATION = "thieu-thuyet-minh"
    COPY = "sao-chep"
    NAME = "thieu-ho-ten"

    @property
    def label(self) -> str:
        """The Vietnamese words."""
        return _LABELS[self]


_LABELS = {
    Flaw.LATE: "Nộp muộn",
    Flaw.UNIT: "Ngoài đối tượng dự thi",
    Flaw.FORM: "Sai hình thức",
    Flaw.LENGTH: "Sai độ dài",
    Flaw.EXPLANATION: "Thiếu thuyết minh",
    Flaw.COPY: "Sao chép",
    Flaw.NAME: "Thiếu họ tên",
}


class Reason(Struct, frozen=True):
    """One flaw and what was found."""

    flaw: Flaw
    words: str


class Examined(Struct, frozen=True):
    """An entry with everything that speaks against it; `doubts` are for a person to look at and exclude nothing."""

    entry: Entry
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether it goes to the judges."""
        return not self.reasons

    @property
    def is_late(self) -> bool:
        """Whether it came after the deadline."""
        return any(reason.flaw is Flaw.LATE for reason in self.reasons)


def examine(
    contest: Contest, entries: Sequence[Entry], units: Units, likeness: Mapping[str, Sequence[Likeness]]
) -> tuple[Examined, ...]:
    """Every entry with its flaws, in the order given; `likeness` is by receipt."""
    return tuple(_examined(contest, entry, units, likeness.get(entry.receipt, ())) for entry in entries)


def _examined(contest: Contest, entry: Entry, units: Units, likeness: Sequence[Likeness]) -> Examined:
    copied = [like for like in likeness if like.is_copy]
    reasons = [
        *_lateness(contest, entry),
        *_membership(contest, entry, units),
        *_measure(contest, entry),
        *(Reason(Flaw.COPY, like.words) for like in copied[:1]),
    ]
    doubts = [*entry.doubts, *(like.words for like in likeness if not like.is_copy), *_unsaid(entry)]
    return Examined(entry, tuple(reasons), tuple(doubts))


def _lateness(contest: Contest, entry: Entry) -> Iterator[Reason]:
    due = contest.entries.due
    if not due.deadline.is_on_time(entry.received):
        local = entry.received.astimezone(VIETNAM)
        yield Reason(Flaw.LATE, f"nhận lúc {local:%H:%M:%S} ngày {local:%d/%m/%Y}, hạn {due.words}")


def _membership(contest: Contest, entry: Entry, units: Units) -> Iterator[Reason]:
    if not entry.person.name.strip():
        yield Reason(Flaw.NAME, "sản phẩm phải ghi rõ họ và tên người dự thi")
    unit = units.get(entry.unit)
    if entry.unit not in contest.units:
        yield Reason(Flaw.UNIT, f"“{unit.name if unit else entry.unit}” không có trong các đơn vị được dự thi")
    elif unit is not None and not unit.exists_on(day_of(entry.received)):
        yield Reason(Flaw.UNIT, f"“{unit.name}” không còn hoạt động vào ngày nhận bài")


def _measure(contest: Contest, entry: Entry) -> Iterator[Reason]:
    rule = contest.form_of(entry.form)
    if rule is None:
        allowed = ", ".join(form.words for form in contest.forms)
        yield Reason(Flaw.FORM, f"{entry.form.label} không có trong thể lệ ({allowed})")
        return
    limits = rule.limits
    if entry.form is Form.TEXT:
        if not entry.words:
            yield Reason(Flaw.LENGTH, "bài không có chữ nào đọc được")
        elif limits is not None and not limits.contains(entry.words):
            yield Reason(Flaw.LENGTH, f"{entry.words} chữ, thể lệ từ {limits.least} đến {limits.most} chữ")
        return
    if limits is not None and entry.seconds is None:
        yield Reason(Flaw.LENGTH, "không đọc được thời lượng của video")
    elif limits is not None and entry.seconds is not None and not limits.contains(entry.seconds):
        yield Reason(Flaw.LENGTH, f"{entry.seconds} giây, thể lệ từ {limits.least} đến {limits.most} giây")
    if entry.words < max(1, rule.explanation):
        needed = f", cần ít nhất {rule.explanation} chữ" if rule.explanation else ""
        yield Reason(Flaw.EXPLANATION, f"video phải kèm văn bản thuyết minh ({entry.words} chữ{needed})")


def _unsaid(entry: Entry) -> Iterator[str]:
    if not entry.original:
        yield "chưa có cam đoan không sao chép, chưa đăng ở đâu"
    if not entry.person.name_consent:
        yield "chưa ghi đồng ý công bố họ tên; khi đăng sẽ không nêu tên"
    if entry.form is not Form.TEXT and entry.seconds is not None and not entry.measured:
        yield "thời lượng do người nộp ghi, chưa đo từ tệp video"
