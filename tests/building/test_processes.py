"""The same site from one process or several, however the system starts them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import yaml
from support.sites import REPOSITORY, tree

from cchc_site.assembly import Assembly, Settings
from cchc_site.building.crew import Crew
from cchc_site.building.memory import Memory
from cchc_site.building.publication import Publication
from cchc_site.building.site_build import SiteBuild
from cchc_site.column.contact import allowed_by
from cchc_site.column.instant import VIETNAM
from cchc_site.content.picture_file import reader
from cchc_site.inspection import inspect
from cchc_site.publish.disk_cache import DiskCache

AS_OF = datetime(2026, 11, 21, tzinfo=VIETNAM)


def built(folder: Path, crew: Crew) -> dict[str, bytes]:
    """The shipped column's generated files."""
    content = REPOSITORY / "content"
    memory = Memory(folder / "cache", crew)
    inspection = inspect(content, AS_OF, memory=memory)
    config = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    extensions = [name if isinstance(name, str) else next(iter(name)) for name in config["markdown_extensions"]]
    import material

    theme = Path(material.__file__).parent / "templates"
    settings = Settings(
        "https://cchc.example/",
        markdown_extensions=tuple(extensions),
        read=reader(content),
        cache=DiskCache(folder / "cache"),
        templates=(str(REPOSITORY / "theme_overrides"), str(theme)),
        bodies=memory.bodies,
        search=memory.store.section("search"),
        pictures=memory.store.section("pictures"),
        is_same=memory.stamps.is_same,
        run=crew.map,
    )
    publication = Publication(folder / "site")
    publication.open()
    build = SiteBuild(publication, memory.store, crew)
    changes = build.make(Assembly(inspection, settings), allowed_by(inspection.column.contacts))
    assert not changes.leaks
    build.publish(changes)
    return dict(tree(folder / "site"))


@pytest.mark.parametrize(("processes", "method"), [(3, "fork"), (2, "spawn")])
def test_any_number_of_processes_makes_the_same_site(
    alone: dict[str, bytes], tmp_path: Path, processes: int, method: str
) -> None:
    assert built(tmp_path, Crew(processes, method)) == alone


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    return built(tmp_path_factory.mktemp("alone"), Crew(1))
