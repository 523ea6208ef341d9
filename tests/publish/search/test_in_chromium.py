"""The search page in real Chromium: from a server below a sub-path, and from a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser, Page, expect
from search_eval.chromium import OURS
from search_eval.server import serve
from search_eval.trial_site import THEME, write_site
from support import corpus

from cchc_site.vietnamese.text import fold

COLUMN = corpus.column(150, 9)
PIECE = COLUMN.articles[100]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    write_site(COLUMN, corpus.AS_OF, root / "phan" / "muc")
    return root


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        opened = context.new_page()
        problems: list[str] = []
        opened.on("pageerror", lambda error: problems.append(str(error)))
        opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        yield opened
        # The theme preloads its fonts, which browsers refuse from a folder; the page does without.
        assert [text for text in problems if not re.search("font|ERR_FAILED|favicon|404", text)] == []


def _done(page: Page) -> list[str]:
    page.wait_for_selector("#ket-qua[aria-busy=false]", state="attached")
    expect(page.locator("#tim-tinh-trang")).not_to_be_empty()
    return [str(link) for link in page.eval_on_selector_all(OURS.result, "links => links.map(link => link.href)")]


def test_a_shared_address_answers(folder: Path, page: Page) -> None:
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/?q={fold(PIECE.title)}")
        page.wait_for_selector(OURS.result)
        links = _done(page)
        assert links[0] == f"{base}phan/muc/{PIECE.address}"
        assert len(links) == len(set(links)) == page.locator("#ket-qua > li").count()
        assert page.locator("#ket-qua li:first-child h2 mark").first.text_content()
        assert page.locator("input[type=search]").count() == 1


def test_opened_from_a_folder(folder: Path, page: Page) -> None:
    page.goto((folder / "phan/muc/tim-kiem/index.html").as_uri())
    page.locator(OURS.input).fill(PIECE.title)
    page.wait_for_selector(OURS.result)
    assert _done(page)[0] == (folder / "phan/muc" / PIECE.address).as_uri() + "/"


def test_filters_and_the_address_go_together(folder: Path, page: Page) -> None:
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/?q=hanh+chinh")
        page.wait_for_selector("#loc-linh-vuc")
        before = _done(page)
        chosen = page.locator("#loc-linh-vuc option").nth(1).get_attribute("value") or ""
        page.select_option("#loc-linh-vuc", chosen)
        page.wait_for_url("**linh-vuc=**")
        expect(page.locator("#tim-tinh-trang")).to_contain_text("sau khi lọc")
        after = _done(page)
        assert after
        assert after != before
        page.go_back()
        expect(page.locator("#tim-tinh-trang")).not_to_contain_text("sau khi lọc")
        assert _done(page) == before


def _ranked(page: Page) -> list[str]:
    return [str(kind) for kind in page.eval_on_selector_all("#ket-qua .kind", "kinds => kinds.map(k => k.textContent)")]


def test_kinds_are_counted_and_chosen_with_one_press(folder: Path, page: Page) -> None:
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/?q=hanh+chinh")
        page.wait_for_selector("#tim-loai button")
        everything, *kinds = page.locator("#tim-loai button").all()
        assert everything.get_attribute("aria-pressed") == "true"
        labels = [re.sub(r"\s+\d+$", "", kind.text_content() or "") for kind in kinds]
        numbers = [int(re.findall(r"\d+", kind.text_content() or "")[-1]) for kind in (everything, *kinds)]
        assert set(labels) == {"Tin", "Bài"} <= set(_ranked(page))
        assert numbers[0] == sum(numbers[1:])
        before = _done(page)
        kinds[1].click()
        page.wait_for_url(f"**loai={'T' if labels[1] == 'Tin' else 'B'}*")
        expect(page.locator("#tim-tinh-trang")).to_have_text(f"{numbers[2]} kết quả sau khi lọc.")
        assert set(_ranked(page)) == {labels[1]}
        kept = [link for link in before if link in _done(page)]
        assert kept == _done(page)[: len(kept)], "the ranking stays"
        page.locator("#bo-loc").click()
        expect(page.locator("#tim-tinh-trang")).not_to_contain_text("sau khi lọc")
        assert _done(page) == before


def test_did_you_mean(folder: Path, page: Page) -> None:
    # Without numbers and abbreviations, which are offered as they were read.
    piece = next(
        item for item in COLUMN.articles if all(word.isalpha() and not word.isupper() for word in item.title.split())
    )
    words = fold(piece.title).split()
    place = next(at for at, word in enumerate(words) if len(word) > 3 and word.isalpha())
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/")
        slipped = [*words[:place], words[place][0] + words[place][1:][::-1] + "q", *words[place + 1 :]]
        page.locator(OURS.input).fill(" ".join(slipped))
        page.wait_for_selector(OURS.result)
        _done(page)
        assert page.locator("#tim-y-ban-la a").count() == 0, "far from every word: nothing to offer"
        slipped[place] = words[place] + words[place][-1]
        page.locator(OURS.input).fill(" ".join(slipped))
        offered = page.locator("#tim-y-ban-la a")
        expect(offered).to_have_count(1)
        assert fold(offered.text_content() or "").split() == [word.lower() for word in words]
        meant = offered.text_content()
        offered.click()
        expect(page.locator(OURS.input)).to_have_value(meant or "")
        page.wait_for_selector(OURS.result)
        assert _done(page)[0] == f"{base}phan/muc/{piece.address}"
        expect(page.locator("#tim-y-ban-la a")).to_have_count(0)


def test_nothing_found_says_so_and_helps(folder: Path, page: Page) -> None:
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/?q=zzxqwk")
        expect(page.locator("#tim-tinh-trang")).to_contain_text("Không tìm thấy")
        assert _done(page) == []
        assert page.locator("#tim-giup a").count() > 5
        assert not page.locator("#tim-loai button, #tim-loc").filter(visible=True).count()


def test_a_phone_shows_the_first_result_before_the_filters(folder: Path, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 760})
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/?q=hanh+chinh")
        page.wait_for_selector("#tim-loai button")
        _done(page)
        assert not page.locator("#loc-linh-vuc").is_visible()
        box = page.locator(OURS.result).first.bounding_box()
        assert box
        assert box["y"] < 760
        page.locator("#tim-loc summary").click()
        assert page.locator("#loc-linh-vuc").is_visible()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "👍🏽 مرحبا \u202e",
        "(.*)+[a-z]{9}\\",
        "<img src=x onerror=alert(1)>",
        "\ud800\udfff lẻ \udc00",
        "   ",
        "không-có-từ-này-đâu",
    ],
)
def test_hostile_queries(folder: Path, page: Page, text: str) -> None:
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/tim-kiem/")
        page.evaluate(
            "text => { const box = document.querySelector('input[type=search]'); box.value = text;"
            " box.form.requestSubmit(); }",
            text,
        )
        _done(page)
        assert page.locator("#ket-qua img, #ket-qua script").count() == 0
        assert page.locator("#tim-giup").is_visible() or page.locator(OURS.result).count()


BOX = """<!doctype html><meta charset="utf-8"><title>x</title><body>
{{ search_box("") }}<script src="assets/search_box.js"></script>"""


def test_the_box_of_every_page(folder: Path, page: Page) -> None:
    macro = (THEME / "parts" / "search_box.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=False)
    environment.filters["icon"] = lambda name: ""
    html = environment.from_string(macro + BOX).render()
    (folder / "phan/muc/hop.html").write_text(html, encoding="utf-8")
    with serve(folder) as base:
        page.goto(f"{base}phan/muc/hop.html")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "o-tim"
        page.wait_for_selector("input[role=combobox]")
        page.keyboard.type(fold(PIECE.title))
        page.wait_for_selector("[role=option]")
        page.keyboard.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]")
        assert chosen.count() == 1
        assert page.get_attribute("#o-tim", "aria-activedescendant") == chosen.get_attribute("id")
        page.keyboard.press("Escape")
        assert page.get_attribute("#o-tim", "aria-expanded") == "false"
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/?q=*")
        page.wait_for_selector(OURS.result)
        assert _done(page)[0] == f"{base}phan/muc/{PIECE.address}"
