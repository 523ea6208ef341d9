"""The log of activities beside the site: meetings, training, loudspeakers, posters, social networks.

Plans ask for many forms of propaganda, and scoring asks for evidence of each; an activity without evidence is only a
claim, so every row says where the evidence is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import Enum

from msgspec import Struct

from cchc_site.column.written import Written


class ActivityForm(Enum):
    """The form of an activity; `is_online` sorts it into the two halves that scoring sheets use."""

    MEETING = "hoi-nghi"
    TRAINING = "tap-huan"
    TALK = "toa-dam"
    LOUDSPEAKER = "truyen-thanh"
    VISUAL = "truc-quan"
    LEAFLET = "to-roi"
    CONTEST = "cuoc-thi"
    PRESS = "bao-chi"
    SOCIAL = "mang-xa-hoi"
    BOARD = "bang-dien-tu"
    SURVEY = "khao-sat"

    @property
    def label(self) -> str:
        """The Vietnamese name of the form."""
        return _LABELS[self]

    @property
    def is_online(self) -> bool:
        """Whether it is an electronic form."""
        return self in (ActivityForm.SOCIAL, ActivityForm.BOARD)


_LABELS = {
    ActivityForm.MEETING: "Hội nghị, sinh hoạt cơ quan",
    ActivityForm.TRAINING: "Tập huấn, bồi dưỡng",
    ActivityForm.TALK: "Tọa đàm, nói chuyện chuyên đề",
    ActivityForm.LOUDSPEAKER: "Truyền thanh cơ sở",
    ActivityForm.VISUAL: "Trực quan: pa nô, áp phích, băng rôn",
    ActivityForm.LEAFLET: "Tờ rơi, sổ tay",
    ActivityForm.CONTEST: "Cuộc thi, hội thi",
    ActivityForm.PRESS: "Phát thanh, truyền hình, báo chí",
    ActivityForm.SOCIAL: "Mạng xã hội (Zalo, Facebook)",
    ActivityForm.BOARD: "Bảng điện tử",
    ActivityForm.SURVEY: "Khảo sát sự hài lòng",
}


class Activity(Written, frozen=True):
    """One activity on a day; `people` is how many took part, where anybody counted."""

    date: date
    form: ActivityForm
    title: str
    unit: str
    people: int | None = None
    times: int = 1
    """How often it was done: broadcasts of one script, panels of one poster."""
    url: str = ""
    evidence: str = ""
    """Where the evidence is kept: a file, a folder, the number of a document."""
    piece: str = ""
    """Id of the piece that was broadcast or shared."""
    note: str = ""


def within(activities: Iterable[Activity], first: date, last: date) -> tuple[Activity, ...]:
    """The activities from `first` to `last`, both included, oldest first."""
    chosen = [activity for activity in activities if first <= activity.date <= last]
    return tuple(sorted(chosen, key=lambda activity: (activity.date, activity.form.value, activity.title)))


class FormRow(Struct, frozen=True):
    """One form in the table of diversity."""

    form: ActivityForm
    activities: int
    times: int
    people: int
    with_evidence: int


def form_diversity(activities: Iterable[Activity]) -> tuple[FormRow, ...]:
    """The forms that were used, in the order of the vocabulary."""
    chosen = list(activities)
    counts = Counter(activity.form for activity in chosen)
    rows = []
    for form in ActivityForm:
        same = [activity for activity in chosen if activity.form is form]
        if counts[form]:
            rows.append(
                FormRow(
                    form,
                    len(same),
                    sum(activity.times for activity in same),
                    sum(activity.people or 0 for activity in same),
                    sum(1 for activity in same if activity.evidence or activity.url),
                )
            )
    return tuple(rows)
