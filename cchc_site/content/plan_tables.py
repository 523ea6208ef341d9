"""The tables of everything an office writes about its plans, by the name people know each by."""

from __future__ import annotations

from cchc_site.content.contest_rows import COMMITTEE, CONTEST, CONTEST_RECORD, CRITERION, ENTRY_FORM, PRIZE, WINNER
from cchc_site.content.data_files import PLAN, QUOTA, WAIVER
from cchc_site.content.group import Group
from cchc_site.content.plan_rows import DEADLINES, REPORT, ROUND, STEP, TASK, TIMINGS, TOPIC, UNIT_MINIMUM
from cchc_site.content.record_files import LETTERHEAD, SUBMISSION

PLAN_GROUPS: tuple[tuple[str, Group], ...] = (
    ("Kế hoạch", PLAN),
    ("quotas: chỉ tiêu hằng tháng", QUOTA),
    ("waivers: giảm chỉ tiêu", WAIVER),
    ("unit_minimums: mức của từng đơn vị", UNIT_MINIMUM),
    ("reports: báo cáo định kỳ", REPORT),
    ("rounds: các lần báo cáo", ROUND),
    ("topics: chủ đề", TOPIC),
    ("tasks: phụ lục nhiệm vụ", TASK),
    ("timeline: mốc thời gian", STEP),
    ("contests: cuộc thi", CONTEST),
    ("forms: hình thức dự thi", ENTRY_FORM),
    ("rubric: tiêu chí chấm", CRITERION),
    ("prizes: giải thưởng", PRIZE),
    ("committees: các ban", COMMITTEE),
    ("due: thời hạn", DEADLINES),
    ("due của nhiệm vụ", TIMINGS),
    ("submissions.yml: sổ ghi nhận", SUBMISSION),
    ("contests.yml: kết quả công khai của cuộc thi", CONTEST_RECORD),
    ("winners: bài đạt giải", WINNER),
    ("letterhead.yml: đầu và cuối văn bản", LETTERHEAD),
)
