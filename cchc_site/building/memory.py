"""What a build knows from the last one about the column: its files, what is wrong on pages, which pieces are alike."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from cchc_site.building.crew import Crew, chunks
from cchc_site.building.likes import Likes
from cchc_site.building.marks import program_mark
from cchc_site.building.pickles import Unreadable, dump, load
from cchc_site.building.readings import Readings
from cchc_site.building.site_build import BODIES
from cchc_site.building.stamps import Stamps
from cchc_site.building.store import Store
from cchc_site.checks.page_rules import FAULTS, Context, run_page_rules
from cchc_site.column.article import Article
from cchc_site.column.column import Column
from cchc_site.column.originality import Pairs
from cchc_site.column.problem import Problem

FILE: Final = "build.sqlite3"
_CHECKED: Final = "checked"
_CHUNK: Final = 50
_WORTH_HELPERS: Final = 4


class Memory:
    """Knowledge below `folder`; without a folder, only the work of this process is shared."""

    def __init__(self, folder: Path | None = None, crew: Crew | None = None) -> None:
        self.store = Store(folder / FILE if folder else None, program_mark())
        self.crew = crew or Crew()
        self.read_pages = Readings(self.store, self.crew)
        """Reads the Markdown files of a content folder."""
        self._likes = Likes(self.store)
        self.stamps = Stamps(self.store)
        """Which pictures were looked at before."""

    @property
    def bodies(self) -> Mapping[str, bytes]:
        """The bodies that earlier builds converted to HTML, by the names that `Bodies` gives them."""
        return self.store.section(BODIES)

    def page_faults(self, column: Column) -> Iterator[Problem]:
        """What is wrong on the pages, looking only at those that are new."""
        context = Context.of(column)
        mark = _mark(context)
        checked = self._checked(mark)
        known = dict(checked)
        if self.read_pages.faults and self.read_pages.context and _mark(self.read_pages.context) == mark:
            known |= self.read_pages.faults
        new = [article for article in column.articles if article.digest not in known]
        self.store.commit()  # so that helpers can read the texts
        tasks = [range(part[0], part[-1] + 1) for part in chunks(range(len(new)), _CHUNK)]
        found = self.crew.run(_faults, (context, new), tasks, least=_WORTH_HELPERS, label="Kiểm tra bài")
        for part, faults in zip(tasks, found, strict=True):
            known |= {new[place].digest: problems for place, problems in zip(part, faults, strict=True)}
        if known.keys() != checked.keys() or len(known) > len(column.articles):
            kept = {article.digest: known[article.digest] for article in column.articles if article.digest}
            clean = " ".join([digest for digest, problems in kept.items() if not problems])
            faulty = {digest: problems for digest, problems in kept.items() if problems}
            self.store.write(_CHECKED, [("faults", dump((mark, clean, faulty)))])
        for article in column.articles:
            yield from known[article.digest]
        yield from run_page_rules(column.standing, context, FAULTS)

    def _checked(self, mark: bytes) -> dict[str, tuple[Problem, ...]]:
        data = self.store.read(_CHECKED, "faults")
        if data is not None:
            with contextlib.suppress(Unreadable, TypeError, ValueError):
                made_by, clean, faulty = load(data)
                if made_by == mark:
                    found: dict[str, tuple[Problem, ...]] = dict(faulty)
                    return found | dict.fromkeys(clean.split(), ())
        return {}

    def similar(self, column: Column) -> Pairs:
        """Which pieces repeat which, comparing only those that are new."""
        return self._likes.of(column, self.read_pages.sketches)


def _mark(context: Context) -> bytes:
    return blake2b(repr(context).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _faults(context: tuple[Context, Sequence[Article]], part: range) -> list[tuple[Problem, ...]]:
    """In any process: what is wrong with some pieces."""
    slices, articles = context
    return [tuple(run_page_rules([articles[place]], slices, FAULTS)) for place in part]
