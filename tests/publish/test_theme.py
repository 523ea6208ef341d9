"""What is drawn once for many pages is the same on each of them."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import material
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, UndefinedError
from markupsafe import Markup, escape
from support.sites import REPOSITORY

from cchc_site.assembly import Assembly, Settings
from cchc_site.column.instant import parse_instant
from cchc_site.inspection import Inspection, inspect
from cchc_site.publish.page import Renderer
from cchc_site.publish.theme import _HELD, Theme, encoded, escaped

TEMPLATES = (str(REPOSITORY / "theme_overrides"), str(Path(material.__file__).parent / "templates"))
SCENARIOS = REPOSITORY / "tests/scenarios"
COLUMNS = [REPOSITORY, *sorted(file.parent for file in SCENARIOS.glob("*/mkdocs.yml"))]


class Forgetful(Theme):
    """Draws every part anew for every page."""

    def part(self, name: str, /, **given: Hashable) -> str:
        """The same part, never remembered."""
        self._parts._held.clear()
        return super().part(name, **given)


def _assembly(root: Path) -> Assembly:
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    found: Inspection = inspect(root / "content", parse_instant("2026-11-21"))
    return Assembly(found, Settings(config["site_url"], templates=TEMPLATES))


@pytest.mark.parametrize("root", COLUMNS, ids=lambda root: root.name)
def test_every_page_is_what_it_is_when_nothing_is_remembered(root: Path) -> None:
    assembly = _assembly(root)
    remembering = assembly.renderer
    forgetful = Renderer(Forgetful(TEMPLATES, remembering.site), remembering.site)
    count = 0
    for page in (*assembly.pages(), *assembly.articles.pages()):
        assert remembering.render(page) == forgetful.render(page), page.path
        count += 1
    assert count > 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A theme of a page and its parts."""
    (tmp_path / "page.html").write_text('{{ part("part.html", base=base) }} {{ frame }}', encoding="utf-8")
    (tmp_path / "part.html").write_text("{{ site.name }} {{ base }}", encoding="utf-8")
    (tmp_path / "curious.html").write_text("{{ frame.title }}", encoding="utf-8")
    return tmp_path


def _theme(folder: Path) -> Theme:
    return Theme([str(folder)], _assembly(COLUMNS[1]).renderer.site)


def test_a_part_is_drawn_for_every_value_that_it_is_given(folder: Path) -> None:
    theme = _theme(folder)
    page = theme.get_template("page.html")
    for _ in range(2):
        drawn = [page.render(base=base, frame=frame).split()[-2:] for base in ("./", "../") for frame in ("a", "b")]
        assert drawn == [["./", "a"], ["./", "b"], ["../", "a"], ["../", "b"]]


def test_a_part_sees_nothing_of_the_page_that_it_is_not_given(folder: Path) -> None:
    theme = _theme(folder)
    (folder / "page.html").write_text('{{ part("curious.html") }}', encoding="utf-8")
    with pytest.raises(UndefinedError):
        theme.get_template("page.html").render(frame={"title": "a"})


def test_what_is_held_has_a_bound(folder: Path) -> None:
    theme = _theme(folder)
    page = theme.get_template("page.html")
    for number in range(2 * _HELD):
        assert page.render(base=number, frame="").split()[-1] == str(number)
    assert len(theme._parts._held) == _HELD


def test_an_icon_that_a_template_names_is_drawn_as_the_template_is_compiled() -> None:
    theme = Theme(TEMPLATES, _assembly(COLUMNS[1]).renderer.site)
    icon = theme.icon("printer")
    assert icon.startswith('<svg class="ic" aria-hidden="true" viewBox="0 0 24 24">')
    assert icon in str(theme.compile('<p>{{ "printer" | icon }}</p>', raw=True))
    assert theme.from_string("{{ name | icon }}").render(name="printer") == icon


def test_calls_give_what_the_library_gives(folder: Path) -> None:
    (folder / "macros.html").write_text(
        "{% macro one(a, b=2) %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{{ caller() if caller }}{% endmacro %}"
        "{% macro two(a) %}{{ a.strip() }}{% endmacro %}"
        "{% macro three(a, b=a, c='x') %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}"
        "{% macro four(a, caller=none) %}{{ a }}{{ caller() if caller else '-' }}{% endmacro %}",
        encoding="utf-8",
    )
    text = (
        '{% from "macros.html" import one, two, three, four %}{% for n in names %}{% set m = n %}'
        "{{ one(m, 3, 4, c=loop.index) }}"
        '{{ two(m) }}{{ loop.cycle("x", "y") }}{% call one(n) %}{{ m }}{% endcall %}{{ dates(m, end=loop.last) }}'
        "{{ three() }}{{ three(n) }}{{ three(n, m) }}{{ three(n, m, 1) }}{{ three(n, c=2) }}{{ three(b=n) }}"
        "{{ four(n) }}{% call four(n) %}{{ m }}{% endcall %}{% endfor %}"
    )
    values = {"names": [" a", "b "], "dates": lambda day, end: f"{day}{end}"}
    plain = Environment(loader=FileSystemLoader(folder))
    theme = _theme(folder)
    assert theme.from_string(text).render(values) == plain.from_string(text).render(values)
    for wrong in ("{{ two(1, 2) }}", "{{ two(b=1) }}", "{{ three(1, 2, 3, 4) }}", "{{ three(1, a=2) }}"):
        for environment in (theme, plain):
            with pytest.raises(TypeError):
                environment.from_string('{% from "macros.html" import two, three %}' + wrong).render(values)


TEXTS = st.text() | st.text(alphabet="&<>\"'ạ;am ", max_size=12)


@given(TEXTS)
def test_escaped_is_what_the_library_gives(text: str) -> None:
    assert escaped(text) == str(escape(text))
    assert type(escaped(text)) is str


@pytest.mark.parametrize("value", [3, None, Markup("<b>&amp;</b>"), True, ("<",)])
def test_what_is_not_plain_text_is_left_to_the_library(value: object) -> None:
    assert escaped(value) == str(escape(value))


@given(st.text(st.characters(codec="utf-8")) | st.text(alphabet="&<>\"'%?#+/ạ;am \n", max_size=12))
def test_what_is_encoded_stays_within_its_part_of_an_address(text: str) -> None:
    parts = urlsplit(f"mailto:a@b.example?subject={encoded(text)}&body=c")
    assert parse_qs(parts.query, keep_blank_values=True) == {"subject": [text], "body": ["c"]}
    assert escaped(encoded(text)) == encoded(text)
    assert quote(encoded(text), safe="%/") == quote(text)
