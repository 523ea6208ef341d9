from __future__ import annotations

from typing import Any

import pytest
from support.builders import at, column, day, piece, quota

from cchc_site.column.article import Article, Form, Kind, Origin, Source, Video, Withdrawal
from cchc_site.column.counting import Reason, Tally, apply_repost_rule, tally
from cchc_site.column.plan import Floor, Reposts

AS_OF = at("2024-05-01")
FILM = Video("phim.mp4", 300)


def reason(article: Article, *others: Article) -> Reason | None:
    return tally(column([article, *others]), AS_OF)[article.id].reason


@pytest.mark.parametrize(
    ("fields", "least"),
    [
        ({"kind": Kind.NEWS}, 60),
        ({"kind": Kind.ARTICLE}, 300),
        ({"kind": Kind.ARTICLE, "form": Form.VIDEO, "video": FILM}, 60),
        ({"kind": Kind.ARTICLE, "form": Form.AUDIO, "video": FILM}, 60),
        ({"kind": Kind.ARTICLE, "form": Form.GRAPHIC}, 60),
    ],
    ids=["tin", "bai", "video", "audio", "graphic"],
)
def test_both_sides_of_the_floor(fields: dict[str, Any], least: int) -> None:
    assert reason(piece("2024-03-05", words=least, **fields)) is None
    assert reason(piece("2024-03-05", words=least - 1, **fields)) is Reason.BELOW_FLOOR


def test_the_floor_is_that_of_the_quota_of_the_day() -> None:
    rules = [quota("2024-01-01", "2024-03-31", floor=Floor(news=10)), quota("2024-04-01")]
    item = column([piece(f"2024-0{m}-05", f"tin-{m}", words=10, kind=Kind.NEWS) for m in (3, 4)], rules)
    assert {key: found.reason for key, found in tally(item, AS_OF).items()} == {
        "tin-3": None,
        "tin-4": Reason.BELOW_FLOOR,
    }


@pytest.mark.parametrize("video", [None, Video("phim.mp4", 0)])
def test_a_video_needs_its_duration(video: Video | None) -> None:
    assert reason(piece("2024-03-05", form=Form.VIDEO, video=video)) is Reason.NO_DURATION


@pytest.mark.parametrize("kind", [Kind.NOTICE, Kind.DOCUMENT, Kind.MATERIAL])
def test_only_tin_and_bai_count(kind: Kind) -> None:
    assert reason(piece("2024-03-05", kind=kind)) is Reason.KIND


def test_an_unknown_unit() -> None:
    assert reason(piece("2024-03-05", unit="khong-co")) is Reason.UNIT


@pytest.mark.parametrize(("on", "expected"), [("2024-05-01T00:00", Reason.WITHDRAWN), ("2024-05-01T00:01", None)])
def test_a_withdrawal_counts_from_its_instant(on: str, expected: Reason | None) -> None:
    assert reason(piece("2024-03-05", withdrawn=Withdrawal(at(on), "Sai"))) is expected


class TestCopies:
    """Of two alike the first that counts is counted: what does not count itself hides no other piece."""

    SAME = piece("2024-03-10", "sau", kind=Kind.NEWS, text=" ".join(f"w{n}" for n in range(100)))

    def earlier(self, **fields: Any) -> Article:
        return piece("2024-03-05", "truoc", text=self.SAME.own_text, **{"kind": Kind.NEWS, **fields})

    def test_a_counted_piece_hides_its_copy(self) -> None:
        assert reason(self.SAME, self.earlier()) is Reason.COPY

    @pytest.mark.parametrize(
        "fields",
        [
            {"kind": Kind.NOTICE},
            {"draft": True},
            {"areas": ()},
            {"unit": "khong-co"},
            {"kind": Kind.ARTICLE},
            {"origin": Origin.REPOST},
            {"withdrawn": Withdrawal(at("2024-04-01"), "Sai")},
        ],
        ids=["notice", "draft", "no-area", "no-unit", "below-the-floor", "no-source", "withdrawn"],
    )
    def test_an_uncounted_piece_does_not(self, fields: dict[str, Any]) -> None:
        assert reason(self.SAME, self.earlier(**fields)) is None

    def test_a_piece_withdrawn_later_hides_its_copy_until_then(self) -> None:
        item = column([self.SAME, self.earlier(withdrawn=Withdrawal(at("2024-04-01"), "Sai"))])
        assert tally(item, at("2024-03-31"))["sau"].reason is Reason.COPY
        assert tally(item, at("2024-04-01"))["sau"].reason is None

    def test_pieces_of_one_instant_stand_in_the_order_of_their_ids(self) -> None:
        twin = piece("2024-03-10", "a-truoc", kind=Kind.NEWS, text=self.SAME.own_text)
        assert reason(self.SAME, twin) is Reason.COPY
        assert reason(twin, self.SAME) is None


class TestTranslations:
    ORIGINAL = piece("2024-03-05", "goc")

    def test_the_original_counts_even_when_the_translation_came_first(self) -> None:
        first = piece("2024-03-01", "dich", translation_of="goc")
        assert reason(first, self.ORIGINAL) is Reason.TRANSLATION
        assert reason(self.ORIGINAL, first) is None

    def test_a_translation_counts_when_its_original_does_not(self) -> None:
        draft = piece("2024-03-05", "goc", draft=True)
        assert reason(piece("2024-03-06", "dich", translation_of="goc"), draft) is None

    def test_two_translations_count_once(self) -> None:
        both = [piece(f"2024-03-0{n}", f"dich-{n}", translation_of="xa") for n in (1, 2)]
        assert reason(both[0], both[1]) is None
        assert reason(both[1], both[0]) is Reason.TRANSLATION


class TestRepostRule:
    SOURCE = Source("Báo điện tử", "https://example.org/bai", day("2024-03-01"))
    PIECES = (
        Tally(piece("2024-03-01", "r1", origin=Origin.REPOST, source=SOURCE)),
        Tally(piece("2024-03-02", "o1")),
        Tally(piece("2024-03-03", "r2", origin=Origin.REPOST, source=SOURCE)),
        Tally(piece("2024-03-04", "c1", origin=Origin.COMPILED, source=SOURCE)),
    )

    @pytest.mark.parametrize(
        ("rule", "cap", "counted"),
        [
            (Reposts.COUNT, 0, ["r1", "o1", "r2", "c1"]),
            (Reposts.EXCLUDE, 0, ["o1", "c1"]),
            (Reposts.CAP, 1, ["r1", "o1", "c1"]),
            (Reposts.CAP, 0, ["o1", "c1"]),
            (Reposts.CAP, 2, ["r1", "o1", "r2", "c1"]),
        ],
    )
    def test_which_reposts_count(self, rule: Reposts, cap: int, counted: list[str]) -> None:
        found = apply_repost_rule(self.PIECES, quota(reposts=rule, repost_cap=cap))
        assert [item.article.id for item in found if item.counted] == counted
        assert len(found) == len(self.PIECES)

    def test_a_repost_that_does_not_count_uses_none_of_the_cap(self) -> None:
        draft = Tally(self.PIECES[0].article, Reason.DRAFT)
        found = apply_repost_rule([draft, *self.PIECES[1:]], quota(reposts=Reposts.CAP, repost_cap=1))
        assert [item.article.id for item in found if item.counted] == ["o1", "r2", "c1"]

    def test_a_quota_of_one_kind(self) -> None:
        found = apply_repost_rule(self.PIECES, quota(kinds=(Kind.NEWS,)))
        assert {item.reason for item in found} == {Reason.KIND}
