"""Each kind of obligation: what it asks, when it is done, and both sides of its deadline."""

from __future__ import annotations

import pytest
from support.builders import UNIT, areas, at, column, day, good, piece, quota
from support.plans import PLACE, finding, findings, planned, sent

from cchc_site.column.due import Continuous, Due, Recurrence
from cchc_site.column.month import Window
from cchc_site.column.obligation import State
from cchc_site.column.obligations.report_deadline import ReportDuty, Round
from cchc_site.column.obligations.task import PieceEvidence, Task
from cchc_site.column.obligations.timeline_step import TimelineStep
from cchc_site.column.obligations.topic_coverage import Topic
from cchc_site.column.obligations.unit_minimum import UnitMinimum
from cchc_site.column.period import Period, WindowRule
from cchc_site.column.submission import Submission

Q1 = Period.parse("2024-Q1")
ROUND = Round(Q1, Due.before(day("2024-03-10")), Q1.window(WindowRule.ND09), place=PLACE)


def report(**fields: object) -> ReportDuty:
    return ReportDuty("bao-cao", "Báo cáo", (ROUND,), rule=WindowRule.ND09, **fields)  # type: ignore[arg-type]


class TestMonthlyQuota:
    def test_wraps_the_months_result(self) -> None:
        item = column([*good("2024-01", 4), *good("2024-02", 3)], [quota("2024-01-01", "2024-03-31")])
        found = {f.id: f for f in findings(item, "2024-03-05")}
        assert found["chi-tieu/2024-01"].state is State.DONE
        assert found["chi-tieu/2024-02"].state is State.OVERDUE
        assert found["chi-tieu/2024-03"].state is State.OPEN
        assert found["chi-tieu/2024-02"].progress == "3/4 tin, bài"
        assert found["chi-tieu/2024-02"].breach == "N01", "the month's own code: nothing is judged twice"

    def test_an_open_month_with_enough_is_done(self) -> None:
        item = column(good("2024-01", 4), [quota("2024-01-01", "2024-01-31")])
        assert finding(item, "2024-01-20", "chi-tieu/2024-01").state is State.DONE


class TestUnitMinimum:
    rows = UnitMinimum(
        "moi-don-vi", "Mỗi đơn vị 02", 2, (UNIT.id,), Due.before(at("2024-11-14T16:00")), day("2024-10-01")
    )

    @pytest.mark.parametrize(
        ("second", "as_of", "state"),
        [
            ("2024-11-14T15:59:59", "2024-11-15", State.DONE),
            ("2024-11-14T16:00", "2024-11-15", State.OVERDUE),
            ("2024-11-14T16:00", "2024-11-14T15:59:59", State.OPEN),
            ("2024-09-30T23:59", "2024-11-15", State.OVERDUE),
            ("2024-10-05", "2024-09-20", State.FUTURE),
        ],
    )
    def test_counts_to_the_minute(self, second: str, as_of: str, state: State) -> None:
        item = planned([piece("2024-10-02"), piece(second, "hai")], unit_minimums=(self.rows,))
        assert finding(item, as_of, "moi-don-vi").state is state

    def test_names_each_unit(self) -> None:
        found = finding(planned([piece("2024-10-02")], unit_minimums=(self.rows,)), "2024-10-10", "moi-don-vi")
        assert [(part.name, part.note) for part in found.parts] == [("Văn phòng", "1/2")]
        assert found.progress == "0/1 đơn vị đủ 02 tin, bài"

    def test_a_recorded_reason_explains(self) -> None:
        reason = sent("moi-don-vi", "2024-11-20", explanation="Đơn vị đang sáp nhập")
        found = finding(planned(unit_minimums=(self.rows,), submissions=[reason]), "2024-12-01", "moi-don-vi")
        assert found.state is State.EXPLAINED
        assert found.notes == ("Giải trình ngày 20/11/2024: Đơn vị đang sáp nhập.",)


class TestReportDuty:
    @pytest.mark.parametrize(
        ("when", "state"),
        [
            ("2024-03-09T23:59:59", State.DONE),
            ("2024-03-10T00:00", State.DONE_LATE),
            (None, State.OVERDUE),
        ],
    )
    def test_on_time_to_the_second(self, when: str | None, state: State) -> None:
        records = [sent("bao-cao/2024-Q1", when, date_only=False)] if when else []
        assert (
            finding(planned(reports=(report(),), submissions=records), "2024-03-12", "bao-cao/2024-Q1").state is state
        )

    def test_open_until_the_last_second(self) -> None:
        item = planned(reports=(report(),))
        assert finding(item, "2024-03-09T23:59:59", "bao-cao/2024-Q1").state is State.OPEN
        assert finding(item, "2024-03-10T00:00", "bao-cao/2024-Q1").state is State.OVERDUE
        assert finding(item, "2023-12-14T23:59", "bao-cao/2024-Q1").state is State.FUTURE

    def test_every_reporter_has_its_line(self) -> None:
        records = [sent("bao-cao/2024-Q1", "2024-03-08", unit="a"), sent("bao-cao/2024-Q1", "2024-03-11", unit="b")]
        duty = report(reporters=("a", "b"))
        found = finding(planned(reports=(duty,), submissions=records), "2024-03-12", "bao-cao/2024-Q1")
        assert [part.state for part in found.parts] == [State.DONE, State.DONE_LATE]
        assert (found.done, found.needed, found.state) == (2, 2, State.DONE_LATE)

    def test_one_missing_reporter_keeps_it_open(self) -> None:
        item = planned(
            reports=(report(reporters=("a", "b")),), submissions=[sent("bao-cao/2024-Q1", "2024-03-08", unit="a")]
        )
        assert finding(item, "2024-03-09", "bao-cao/2024-Q1").progress == "1/2 đơn vị đã gửi"
        assert finding(item, "2024-03-10", "bao-cao/2024-Q1").state is State.OVERDUE

    def test_a_record_of_tomorrow_is_not_known_today(self) -> None:
        item = planned(reports=(report(),), submissions=[sent("bao-cao/2024-Q1", "2024-03-08")])
        assert finding(item, "2024-03-07", "bao-cao/2024-Q1").state is State.OPEN

    def test_the_trap_is_said_and_nothing_is_extrapolated(self) -> None:
        found = finding(planned(reports=(report(),)), "2024-03-09", "bao-cao/2024-Q1")
        assert "Kỳ số liệu theo Nghị định 09/2019/NĐ-CP: 15/12/2023 - 14/03/2024." in found.notes
        assert any("đến trước khi kỳ số liệu kết thúc (14/03/2024)" in note for note in found.notes)
        assert any("không ước tính" in note for note in found.notes)

    def test_no_trap_after_the_data_are_complete(self) -> None:
        late = Round(Q1, Due.by(day("2024-03-20")), Q1.window(WindowRule.ND09))
        assert late.trap == ""
        same_day = Round(Q1, Due.by(day("2024-03-14")), Q1.window(WindowRule.ND09))
        assert "trùng đúng ngày" in same_day.trap
        custom = Round(Q1, Due.by(day("2024-03-10")), Window(day("2023-12-10"), day("2024-03-09")))
        assert custom.trap == ""


def task(timing: Due | Recurrence | Continuous, **fields: object) -> Task:
    values = {"product": "Công văn", "lead": ("Sở Nội vụ",), **fields}
    return Task("viec", "1", "Hướng dẫn", timing=timing, **values)  # type: ignore[arg-type]


class TestTask:
    def test_quarter_boundary(self) -> None:
        item = planned(tasks=(task(Due.quarter(2024, 1)),))
        assert finding(item, "2024-03-31T23:59:59", "viec").state is State.OPEN
        assert finding(item, "2024-04-01", "viec").state is State.OVERDUE
        done = planned(
            tasks=(task(Due.quarter(2024, 1)),), submissions=[sent("viec", "2024-03-31", number="3/SNV-CCHC")]
        )
        found = finding(done, "2024-04-01", "viec")
        assert found.state is State.DONE
        assert found.evidence[0].words == "Văn bản số 3/SNV-CCHC, 31/03/2024"

    def test_every_round_of_a_recurring_task_stands_alone(self) -> None:
        item = planned(tasks=(task(Recurrence(2)),), submissions=[sent("viec/2024-01", "2024-02-20")])
        found = {f.id: f.state for f in findings(item, "2024-05-01")}
        assert found["viec/2024-01"] is State.DONE
        assert found["viec/2024-03"] is State.OVERDUE
        assert found["viec/2024-05"] is State.OPEN
        assert found["viec/2024-07"] is State.FUTURE
        assert len(found) == 6

    def test_continuous_work_is_never_due(self) -> None:
        item = planned(tasks=(task(Continuous()),))
        assert finding(item, "2024-06-01", "viec").state is State.CONTINUOUS
        assert finding(item, "2024-06-01", "viec").due is None
        assert finding(item, "2025-01-01", "viec").state is State.PASSED

    def test_pieces_are_evidence(self) -> None:
        pieces = [piece("2024-02-01"), piece("2024-02-02", "hai", areas=areas("e-government"))]
        wanted = task(Due.quarter(2024, 1), pieces=PieceEvidence(1, ("e-government",)))
        found = finding(planned(pieces, tasks=(wanted,)), "2024-04-01", "viec")
        assert (found.state, found.progress, found.done) == (State.DONE, "1/1 tin, bài", 1)
        late = task(Due.quarter(2024, 1), pieces=PieceEvidence(3))
        assert finding(planned(pieces, tasks=(late,)), "2024-04-01", "viec").state is State.OVERDUE

    def test_continuous_work_must_show_its_pieces_at_the_end(self) -> None:
        wanted = task(Continuous(), pieces=PieceEvidence(2))
        short = planned([piece("2024-02-01")], tasks=(wanted,))
        assert finding(short, "2024-12-31T23:59", "viec").state is State.CONTINUOUS
        assert finding(short, "2025-01-01", "viec").state is State.OVERDUE
        counted_only = planned([piece("2024-02-01")], tasks=(task(Continuous(), pieces=PieceEvidence(0)),))
        assert finding(counted_only, "2025-01-01", "viec").state is State.DONE
        assert finding(counted_only, "2025-01-01", "viec").progress == "1 tin, bài"

    def test_what_only_reminds_is_no_breach(self) -> None:
        found = finding(planned(tasks=(task(Due.quarter(2024, 1), enforce=False),)), "2024-04-01", "viec")
        assert found.state is State.OVERDUE
        assert not found.is_breach
        assert found.label == "Quá hạn (chỉ nhắc)"


class TestTopicCoverage:
    topics = (Topic("a", "Vai trò"), Topic("b", "Mục tiêu", minimum=2))

    def test_counts_by_topic(self) -> None:
        pieces = [piece("2024-02-01", topics=("a", "b")), piece("2024-02-02", "hai", topics=("b",))]
        found = finding(planned(pieces, topics=self.topics), "2024-03-01", "chu-de")
        assert [part.note for part in found.parts] == ["1/1 tin, bài", "2/2 tin, bài"]
        assert found.state is State.DONE

    def test_suggestions_bind_only_when_the_plan_says_so(self) -> None:
        assert not finding(planned(topics=self.topics), "2025-01-01", "chu-de").is_breach
        assert finding(planned(topics=self.topics, topics_enforced=True), "2025-01-01", "chu-de").is_breach

    def test_pieces_outside_the_plans_time_do_not_cover(self) -> None:
        pieces = [piece("2023-12-31T23:59", topics=("a",)), piece("2025-01-01", "hai", topics=("b",))]
        assert finding(planned(pieces, topics=self.topics), "2025-02-01", "chu-de").done == 0


class TestTimelineStep:
    step = TimelineStep("cham-thi", "Chấm thi", Due.by(day("2024-11-20")), day("2024-11-15"))

    @pytest.mark.parametrize(
        ("as_of", "state"),
        [
            ("2024-11-14T23:59", State.FUTURE),
            ("2024-11-15", State.OPEN),
            ("2024-11-20T23:59:59", State.OPEN),
            ("2024-11-21", State.PASSED),
        ],
    )
    def test_runs_from_day_to_day(self, as_of: str, state: State) -> None:
        found = finding(planned(timeline=(self.step,)), as_of, "cham-thi")
        assert found.state is state
        assert found.timing == "từ 15/11/2024 đến hết ngày 20/11/2024"

    def test_a_record_settles_it(self) -> None:
        record = Submission("ke-hoach", "cham-thi", at("2024-11-19"), note="Biên bản chấm thi", number="chưa cấp số")
        found = finding(planned(timeline=(self.step,), submissions=[record]), "2024-12-01", "cham-thi")
        assert found.state is State.DONE
        assert found.evidence[0].words == "Biên bản chấm thi chưa cấp số, 19/11/2024"
