"""Rows are made anew for the months that changed, and are always what they would be without a memory."""

from __future__ import annotations

from collections.abc import MutableMapping

from hypothesis import given
from hypothesis import strategies as st

from cchc_site.publish.kept_rows import KeptRows, Months
from cchc_site.publish.mark import mark_of

Record = tuple[str, str]


def renewed(
    records: list[Record], memory: MutableMapping[str, bytes], asked: list[Record] | None = None
) -> Months[Record]:
    def row(record: Record) -> bytes:
        if asked is not None:
            asked.append(record)
        return f"{record[0]}: {record[1]}".encode("utf-8", "surrogatepass")

    groups = {month: [record for record in records if record[0] == month] for month, _ in records}
    return KeptRows[Record](row, mark_of, memory).renew(groups)


MONTHS = ("2026-03", "2026-02", "2026-01")


def by_month(records: list[Record]) -> list[Record]:
    return sorted(records, key=lambda record: MONTHS.index(record[0]))


columns = st.lists(st.tuples(st.sampled_from(MONTHS), st.text(alphabet="aế\ud800\n", max_size=3)), max_size=6).map(
    by_month
)


@given(st.lists(columns, min_size=1, max_size=4), st.sets(st.sampled_from([*MONTHS, "marks"])))
def test_with_or_without_memory_rows_are_the_same(versions: list[list[Record]], lost: set[str]) -> None:
    memory: dict[str, bytes] = {}
    for records in versions:
        now = renewed(records, memory)
        assert list(now.rows()) == list(renewed(records, {}).rows())
        assert now.mark == renewed(records, {}).mark
        if "marks" in memory:
            assert memory.keys() <= {month for month, _ in records} | {"marks"}
        for name in lost & memory.keys():
            del memory[name]
        assert list(now.rows()) == list(renewed(records, {}).rows())


def test_only_the_changed_month_is_made_anew() -> None:
    memory: dict[str, bytes] = {}
    records = [("2026-03", "a"), ("2026-02", "b"), ("2026-02", "c")]
    renewed(records, memory)
    asked: list[Record] = []
    records[1] = ("2026-02", "mới")
    now = renewed(records, memory, asked)
    assert list(now.rows()) == [b"2026-03: a", "2026-02: mới,\n2026-02: c".encode()]
    assert asked == records[1:]
