"""What counts: each piece is either counted, or has one stated reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from cchc_site.column.article import Article, Form, Kind, Origin
from cchc_site.column.column import Column
from cchc_site.column.instant import day_of
from cchc_site.column.originality import Copy, copies
from cchc_site.column.plan import Floor, Quota, Reposts


class Reason(Enum):
    """Why a piece does not count; the value is the short Vietnamese reason that reports print."""

    KIND = "không phải tin, bài"
    DRAFT = "bản nháp"
    APPROVED_ONLY = "đã duyệt, chưa đăng"
    SCHEDULED = "hẹn đăng"
    WITHDRAWN = "đã thu hồi"
    NO_AREA = "chưa gắn lĩnh vực"
    UNIT = "đơn vị không còn hiệu lực vào ngày đăng"
    NO_EXPLANATION = "thiếu phần thuyết minh bằng chữ"
    NO_DURATION = "video chưa ghi thời lượng"
    BELOW_FLOOR = "dưới ngưỡng số chữ"
    NO_SOURCE = "đăng lại nhưng thiếu nguồn"
    COPY = "trùng bài đã đăng"
    NEAR_COPY = "gần trùng bài đã đăng"
    TRANSLATION = "bản dịch, tính một lần cùng bản gốc"
    REPOST_EXCLUDED = "bài đăng lại, kế hoạch không tính"
    REPOST_CAP = "vượt số bài đăng lại được tính"


class Tally(NamedTuple):
    """The judgement on one piece: counted when `reason` is `None`. `detail` completes the reason."""

    article: Article
    reason: Reason | None = None
    detail: str = ""

    @property
    def counted(self) -> bool:
        """Whether it counts."""
        return self.reason is None

    @property
    def sentence(self) -> str:
        """The reason as reports print it; empty for a counted piece."""
        if self.reason is None:
            return ""
        return f"{self.reason.value} ({self.detail})" if self.detail else self.reason.value


def find_copies(column: Column) -> dict[str, Copy]:
    """Copies among all pieces that are meant to be read: drafts, notices and withdrawn pieces are left out."""
    keys = [
        article.id
        for article in sorted(_with_likes(column), key=lambda a: (a.published, a.id))
        if article.kind.is_piece and not article.draft and article.withdrawn is None and article.translation_of is None
    ]
    return copies(keys, column.similar, column.text_of)


def _with_likes(column: Column) -> Iterator[Article]:
    """Those that repeat another piece, or are repeated."""
    return (article for article in column.articles if article.id in column.similar)


def tally(column: Column, as_of: datetime) -> dict[str, Tally]:
    """Judge every article on its own, in order of publication; repost limits are a matter of each month."""
    quotas = column.quotas
    judged: dict[str, Tally] = {}
    for article in sorted(column.articles, key=lambda a: (a.published, a.id)):
        judged[article.id] = _judge(article, column, as_of, floor_for(article, quotas))
    return _count_translations_once(_count_copies_once(judged, column))


def floor_for(article: Article, quotas: Iterable[Quota]) -> Floor:
    """The least text asked for on the day of publication."""
    for quota in quotas:
        if quota.covers(article.published):
            return quota.floor
    return Floor()


def _judge(article: Article, column: Column, as_of: datetime, floor: Floor) -> Tally:
    if not article.kind.is_piece:
        return Tally(article, Reason.KIND, article.kind.label.lower())
    if article.draft:
        return Tally(article, Reason.APPROVED_ONLY if article.approved_by else Reason.DRAFT)
    if article.is_withdrawn(as_of):
        return Tally(article, Reason.WITHDRAWN)
    if article.published > as_of:
        return Tally(article, Reason.SCHEDULED)
    return _judge_duties(article, column) or _judge_substance(article, floor) or Tally(article)


def _judge_duties(article: Article, column: Column) -> Tally | None:
    if not article.areas:
        return Tally(article, Reason.NO_AREA)
    unit = column.units.get(article.unit)
    if unit is None or not unit.exists_on(day_of(article.published)):
        return Tally(article, Reason.UNIT, unit.name if unit else article.unit)
    if article.origin is Origin.REPOST and article.source is None:
        return Tally(article, Reason.NO_SOURCE)
    return None


def _judge_substance(article: Article, floor: Floor) -> Tally | None:
    if article.form is Form.VIDEO and (article.video is None or article.video.duration <= 0):
        return Tally(article, Reason.NO_DURATION)
    if article.form is not Form.TEXT and article.words == 0:
        return Tally(article, Reason.NO_EXPLANATION)
    least = minimum_words(article, floor)
    if article.words < least:
        return Tally(article, Reason.BELOW_FLOOR, f"{article.words} chữ, dưới ngưỡng {least} chữ")
    return None


def minimum_words(article: Article, floor: Floor) -> int:
    """The least number of “chữ” this piece needs in order to count."""
    if article.form is not Form.TEXT:
        return floor.explanation
    return floor.news if article.kind is Kind.NEWS else floor.article


def _count_copies_once(judged: dict[str, Tally], column: Column) -> dict[str, Tally]:
    """A copy of an earlier piece that counts is not counted; what does not count itself hides no other piece."""
    counted = [
        key for key, t in judged.items() if key in column.similar and t.counted and t.article.translation_of is None
    ]
    for key, copy in copies(counted, column.similar, column.text_of).items():
        judged[key] = _copy(judged[key].article, copy)
    return judged


def _copy(article: Article, copy: Copy) -> Tally:
    if copy.exact:
        return Tally(article, Reason.COPY, copy.earlier)
    return Tally(article, Reason.NEAR_COPY, f"{copy.earlier}, giống {copy.similarity:.2f}".replace(".", ","))


def _count_translations_once(judged: dict[str, Tally]) -> dict[str, Tally]:
    """Of an original and its translations the first that counts is counted, the original before the others."""
    taken: set[str] = set()
    for item in [t for t in judged.values() if t.article.translation_of is not None and t.counted]:
        root = item.article.translation_of or item.article.id
        original = judged.get(root)
        if root in taken or (original and original.counted and original.article.translation_of is None):
            judged[item.article.id] = Tally(item.article, Reason.TRANSLATION, root)
        taken.add(root)
    return judged


def apply_repost_rule(pieces: Iterable[Tally], quota: Quota) -> list[Tally]:
    """One month's pieces under the quota's rule on kinds and reposts; the earliest reposts are the ones counted."""
    used = 0
    result = []
    for item in pieces:
        if item.counted and item.article.kind not in quota.kinds:
            item = Tally(item.article, Reason.KIND, item.article.kind.label.lower())
        if item.counted and item.article.origin is Origin.REPOST:
            used += 1
            if quota.reposts is Reposts.EXCLUDE:
                item = Tally(item.article, Reason.REPOST_EXCLUDED)
            elif quota.reposts is Reposts.CAP and used > quota.repost_cap:
                item = Tally(item.article, Reason.REPOST_CAP, f"tối đa {quota.repost_cap}")
        result.append(item)
    return result
