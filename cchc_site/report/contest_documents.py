"""The papers of a contest that may be shown: minutes of judging, the notice of results, the draft decision of award.

No entrant's telephone number, mailbox or receipt stands in the notice and the decision; the minutes know blind codes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from cchc_site.column.contest.board import BoardRow
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.record import Winner
from cchc_site.column.contest.scoring import Decision, Outcome, shown, unawarded
from cchc_site.column.contest.validity import Examined
from cchc_site.column.plan import Plan
from cchc_site.column.unit import Units
from cchc_site.report.official_docx import Official, official_docx
from cchc_site.report.outline import Align, Block, Cell, Heading, Item, Outline, Sentence, Table, TableColumn, ToFill
from cchc_site.vietnamese.numbers import group_thousands, money, pad2
from cchc_site.vietnamese.speech import money_words


class Judged(Struct, frozen=True):
    """A contest after judging, with everything that its papers need."""

    plan: Plan
    contest: Contest
    units: Units
    examined: tuple[Examined, ...]
    rows: tuple[BoardRow, ...]
    judges: tuple[str, ...]
    outcome: Outcome
    decisions: tuple[Decision, ...]
    winners: tuple[Winner, ...]

    @property
    def total(self) -> int:
        """The money given, in đồng."""
        return sum(award.amount for award in self.outcome.awards)

    def prize_title(self, key: str) -> str:
        """A prize's name."""
        return next(prize.title for prize in self.contest.prizes if prize.id == key)

    def unit_name(self, key: str) -> str:
        """A unit's name, or the words of the cover."""
        unit = self.units.get(key)
        return unit.name if unit else key


def minutes_docx(judged: Judged, around: Official) -> bytes:
    """“Biên bản chấm thi”."""
    contest = judged.contest
    body: list[Block] = [
        Heading(1, "I. Thời gian, thành phần"),
        ToFill("thời gian, địa điểm họp; chủ trì, thư ký, thành viên Ban Giám khảo"),
        Sentence(f"Số giám khảo chấm: {pad2(len(judged.judges))} ({', '.join(judged.judges)})."),
        Sentence(
            f"Thời gian chấm thi theo kế hoạch: {_span(judged)}. Bài được chấm theo mã, không có tên người dự thi."
        ),
        Heading(1, "II. Bài dự thi"),
        *_entries(judged),
        Heading(1, "III. Kết quả chấm"),
        Sentence(
            "Điểm của một bài là trung bình cộng tổng điểm của các giám khảo, tính bằng phân số, làm tròn khi in."
        ),
        _scores(judged),
        *_ties(judged),
        Heading(1, "IV. Đề nghị trao giải"),
        _awards(judged),
        *_money(judged),
    ]
    subject = f"Chấm thi {contest.title}"
    closing = "Biên bản được lập kèm phiếu chấm của từng giám khảo và tệp nhật ký để người khác tính lại được./."
    outline = Outline("BIÊN BẢN", subject, (), tuple(body), closing, "", ())
    signed = around.of_type("BB").signed_by("TM. BAN GIÁM KHẢO", "TRƯỞNG BAN")
    return official_docx(signed, outline)


def _span(judged: Judged) -> str:
    step = judged.contest.judging
    if step.first is None:
        return step.due.words
    return f"từ ngày {step.first:%d/%m/%Y} {step.due.words.replace('chậm nhất ngày', 'đến hết ngày')}"


def _entries(judged: Judged) -> Iterator[Block]:
    valid = sum(item.is_valid for item in judged.examined)
    late = sum(item.is_late for item in judged.examined)
    yield Sentence(
        f"Đã nhận {pad2(len(judged.examined))} bài, hạn nộp {judged.contest.entries.due.words}; "
        f"{pad2(valid)} bài hợp lệ được chấm, {pad2(late)} bài nộp muộn."
    )
    flaws = Counter(item.reasons[0].flaw for item in judged.examined if item.reasons)
    for flaw, count in flaws.items():
        yield Item(f"{flaw.label}: {pad2(count)} bài;")
    yield _board(judged, judged.rows)


def _board(judged: Judged, shown_rows: Sequence[BoardRow]) -> Table:
    columns = (
        TableColumn("Đơn vị", Align.LEFT, 40),
        TableColumn("Đã nộp", Align.CENTER, 14),
        TableColumn("Phải có", Align.CENTER, 14),
        TableColumn("Hợp lệ", Align.CENTER, 14),
        TableColumn("Nộp muộn", Align.CENTER, 18),
    )
    rows = tuple((judged.unit_name(row.unit), row.submitted, row.required, row.valid, row.late) for row in shown_rows)
    return Table("don-vi", "Số bài dự thi của từng đơn vị", columns, rows, "Đơn vị")


def _scores(judged: Judged) -> Table:
    criteria = judged.contest.rubric
    columns = (
        TableColumn("Hạng", Align.CENTER, 8),
        TableColumn("Mã bài", Align.CENTER, 16),
        *(TableColumn(f"{c.title} ({c.maximum})", Align.RIGHT, 14) for c in criteria),
        TableColumn(f"Trung bình ({judged.contest.scale.full_marks})", Align.RIGHT, 14),
        TableColumn("Ghi chú", Align.LEFT, 20),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            standing.rank,
            standing.code,
            *(_figure(value) for value in standing.by_criterion),
            _figure(standing.average),
            standing.told_apart_by,
        )
        for standing in judged.outcome.standings
    )
    return Table("diem", "Điểm trung bình của từng bài", columns, rows, "Điểm")


def _figure(value: Fraction) -> str:
    return group_thousands(shown(value))


def _ties(judged: Judged) -> Iterator[Block]:
    contest = judged.contest
    if contest.ties:
        titles = {criterion.id: criterion.title for criterion in contest.rubric}
        names = ", rồi ".join(f"“{titles[key]}”" for key in contest.ties)
        yield Sentence(f"Khi bằng điểm, xét điểm tiêu chí {names}; vẫn bằng thì Hội đồng quyết định.")
    for decision in judged.decisions:
        order = ", ".join(decision.order)
        reason = decision.reason.rstrip(".")
        yield Item(f"Ngày {decision.decided:%d/%m/%Y}, Hội đồng xếp thứ tự {order}. Lý do: {reason}.")


def _awards(judged: Judged) -> Table:
    columns = (
        TableColumn("Giải", Align.LEFT, 30),
        TableColumn("Mã bài", Align.CENTER, 20),
        TableColumn("Điểm", Align.RIGHT, 15),
        TableColumn("Tiền thưởng (đồng)", Align.RIGHT, 25),
    )
    averages = {standing.code: standing.average for standing in judged.outcome.standings}
    rows = tuple(
        (judged.prize_title(award.prize), award.code, _figure(averages[award.code]), group_thousands(award.amount))
        for award in judged.outcome.awards
    )
    return Table("giai", "Các bài được đề nghị", columns, rows, "Giải")


def _money(judged: Judged) -> Iterator[Block]:
    words = money_words(judged.total, capitalised=True)
    yield Sentence(f"Tổng tiền thưởng: {money(judged.total)} (bằng chữ: {words}).")
    for key, count in unawarded(judged.contest.scale, judged.outcome.awards):
        yield Item(f"Không trao {pad2(count)} {judged.prize_title(key).lower()} vì không đủ bài hợp lệ;")


def result_docx(judged: Judged, around: Official) -> bytes:
    """“Thông báo kết quả”: for the notice board and the site."""
    body: list[Block] = [
        Sentence(
            f"Thực hiện {judged.plan.title}, Ban Tổ chức thông báo kết quả {judged.contest.title} như sau: "
            f"đã nhận {pad2(len(judged.examined))} bài, {pad2(sum(i.is_valid for i in judged.examined))} bài hợp lệ."
        ),
        _winners(judged),
        *_money(judged),
        # Whoever was not asked to take part is no unit: what stood on a cover is not for the notice board.
        _board(judged, [row for row in judged.rows if row.unit in judged.contest.units]),
    ]
    subject = f"Kết quả {judged.contest.title}"
    closing = "Ban Tổ chức thông báo để các đơn vị và tác giả được biết./."
    return official_docx(around.of_type("TB"), Outline("THÔNG BÁO", subject, (), tuple(body), closing, "", ()))


def _winners(judged: Judged) -> Table:
    columns = (
        TableColumn("Giải", Align.LEFT, 16),
        TableColumn("Tên bài", Align.LEFT, 34),
        TableColumn("Tác giả", Align.LEFT, 20),
        TableColumn("Đơn vị", Align.LEFT, 20),
        TableColumn("Điểm", Align.RIGHT, 10),
        TableColumn("Tiền thưởng (đồng)", Align.RIGHT, 16),
    )
    amounts = {award.code: award.amount for award in judged.outcome.awards}
    rows = tuple(
        (
            judged.prize_title(winner.prize),
            winner.title,
            byline(winner),
            judged.unit_name(winner.unit),
            group_thousands(winner.average),
            group_thousands(amounts[winner.code]),
        )
        for winner in judged.winners
    )
    return Table("ket-qua", "Các bài đạt giải", columns, rows, "Kết quả")


UNNAMED = "Tác giả không công bố tên"


def byline(winner: Winner) -> str:
    """The name, and the position, as far as the entrant agreed to have them published."""
    if not winner.author:
        return UNNAMED
    return f"{winner.author}, {winner.position}" if winner.position else winner.author


def award_docx(judged: Judged, around: Official) -> bytes:
    """The draft decision: bases, three articles, the list of awards."""
    bases = tuple(f"Căn cứ {text}" for text in (*judged.plan.basis, judged.plan.title))
    bases = (*bases, f"Theo đề nghị của Ban Tổ chức và Biên bản chấm thi {judged.contest.title}")
    leads = [committee.lead for committee in judged.contest.committees if committee.lead]
    body: list[Block] = [
        Sentence(
            f"Điều 1. Trao giải {judged.contest.title} cho các tác giả có tên trong danh sách dưới đây, "
            f"với tổng tiền thưởng {money(judged.total)} (bằng chữ: {money_words(judged.total, capitalised=True)})."
        ),
        _winners(judged),
        *_unnamed(judged),
        Sentence("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
        ToFill("nguồn kinh phí chi thưởng"),
    ]
    who = "; ".join(dict.fromkeys([*leads, "các đơn vị có liên quan và các tác giả có tên tại Điều 1"]))
    closing = f"Điều 3. {who[:1].upper()}{who[1:]} chịu trách nhiệm thi hành Quyết định này./."
    subject = f"Về việc trao giải {judged.contest.title}"
    outline = Outline("QUYẾT ĐỊNH", subject, bases, tuple(body), closing, "", ())
    return official_docx(around.of_type("QĐ"), outline, AUTHORITY, "QUYẾT ĐỊNH:")


AUTHORITY = "[Cơ quan bổ sung: thẩm quyền ban hành]"


def _unnamed(judged: Judged) -> Iterator[Block]:
    if any(not winner.author for winner in judged.winners):
        yield ToFill("họ tên người đạt giải không công bố tên, theo sổ nhận bài; bản đưa lên trang thì bỏ")


PAPERS = (("bien-ban-cham-thi.docx", minutes_docx), ("thong-bao-ket-qua.docx", result_docx),
          ("du-thao-quyet-dinh-trao-giai.docx", award_docx))  # fmt: skip


def papers(judged: Judged, around: Official) -> Sequence[tuple[str, bytes]]:
    """(file name, bytes) of every paper."""
    return [(name, make(judged, around)) for name, make in PAPERS]
