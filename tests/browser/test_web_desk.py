"""The web desk with the real Decap CMS, under our own headers: its forms come up, and what it saves is a good piece."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from support.files import Folder, article_text
from support.sites import REPOSITORY, mkdocs, served, write_config

from cchc_site.column.instant import parse_instant
from cchc_site.content.article_fields import ARTICLE_FIELDS
from cchc_site.inspection import inspect
from cchc_site.publish.security_headers import DESK

SCRIPT = REPOSITORY / ".cache" / "decap" / "decap-cms.js"
OLD = "tin-bai/2024/03/bai-cu.md"
PROSE = "Người dân nộp hồ sơ tại bộ phận một cửa rồi nhận giấy hẹn. " * 30


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with a desk; one piece has fields that the desk does not show."""
    if not SCRIPT.is_file():
        why = "Decap CMS is not there: .ci/desk fetches it with npm"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(why)
    root = tmp_path_factory.mktemp("desk")
    Folder(root).write(OLD, article_text(PROSE, title="Bài cũ", id="2024/03/ten-xua", tags="[một cửa]"))
    write_config(root, plugins=[{"cchc": {"desk_script": str(SCRIPT), "desk_repository": "so/kho"}}])
    done = mkdocs("build", cwd=root, CCHC_AS_OF="2024-03-20")
    assert done.returncode in (0, 1), done.stdout
    return root


@pytest.fixture
def desk(browser: Browser, root: Path) -> Iterator[Page]:
    """The desk, opened; its content is kept in the browser instead of at GitHub, the rest is as it is."""

    def with_headers(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, **{name.lower(): value for name, value in DESK}})

    def without_github(route: Route) -> None:
        config = json.loads((root / "site/bien-tap/config.yml").read_text(encoding="utf-8").partition("\n")[2])
        assert config["backend"]["name"] == "github"
        config["backend"] = {"name": "test-repo"}
        # For Decap's trial backend every file of a media folder is a picture: it cannot be the folder of pieces.
        config["collections"][0]["media_folder"] = "/anh"
        route.fulfill(body=json.dumps(config), content_type="text/yaml")

    old = {"content": (root / "content" / OLD).read_text(encoding="utf-8")}
    files = {"content": {"tin-bai": {"2024": {"03": {"bai-cu.md": old}}}}}
    problems: list[str] = []
    with (
        served(root / "site") as home,
        browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh") as context,
    ):
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.append(request.url) if home not in request.url else None)
        page.add_init_script(f"window.repoFiles = {json.dumps(files)}")
        page.route("**/bien-tap/", with_headers)
        page.route("**/bien-tap/config.yml", without_github)
        page.goto(home + "bien-tap/")
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url("**/#/collections/tin-bai")
        yield page
        assert [text for text in problems if not text.startswith("blob:")] == []


def _choose(page: Page, field: str, words: str) -> None:
    """The desk may draw its list anew just when it is clicked, and then has not heard it."""
    option = page.get_by_role("option", name=words, exact=True)
    page.locator(f"[id^={field}-field]").click()
    for _ in range(3):
        option.click()
        with suppress(AssertionError):
            expect(option).to_have_count(0, timeout=3000)
            return
    raise AssertionError(f"{field}: {words}")


def _saved(page: Page) -> tuple[str, str]:
    """The one file that waits for approval: its path and its text."""
    page.get_by_role("button", name=re.compile("^Lưu$")).click()
    page.wait_for_function("Object.keys(window.repoFilesUnpublished || {}).length > 0")
    [change] = page.evaluate("Object.values(window.repoFilesUnpublished).flatMap(entry => entry.diffs)")
    return change["path"], change["content"]


def _codes(root: Path, tmp_path: Path, path: str, text: str) -> list[str]:
    folder = Folder(tmp_path)
    folder.write(path.removeprefix("content/"), text)
    return [f"{p.code} {p.message}" for p in inspect(folder.root, parse_instant("2024-03-20")).problems]


def test_a_new_piece_can_be_written_and_is_sound(desk: Page, root: Path, tmp_path: Path) -> None:
    desk.goto(desk.url + "/new")
    desk.wait_for_selector("[id^=title-field]")
    for row in ARTICLE_FIELDS.fields:
        shown = desk.locator(f"[id^={row.name}-field]").count()
        assert bool(shown) == (row.name not in ("id", "translation_of", "slug")), row.name
    desk.fill("[id^=title-field]", "Nộp hồ sơ dịp cuối năm: nhớ “ba việc”")
    desk.fill("[id^=date-field]", "2024-03-05T09:30")
    _choose(desk, "areas", "Cải cách thủ tục hành chính")
    _choose(desk, "kind", "Bài")
    _choose(desk, "unit", "Văn phòng Sở")
    desk.fill("[id^=author-field]", "Ban biên tập")
    desk.fill("[id^=summary-field]", "Ba việc cần nhớ: giấy tờ, giấy hẹn, nơi trả.")
    desk.locator("[contenteditable=true]").first.click()
    desk.keyboard.insert_text(PROSE)
    path, text = _saved(desk)
    assert path == "content/tin-bai/2024/03/nop-ho-so-dip-cuoi-nam-nho-ba-viec.md"
    assert _codes(root, tmp_path, path, text) == []


def test_an_old_piece_keeps_what_the_desk_does_not_show(desk: Page, root: Path, tmp_path: Path) -> None:
    desk.goto(desk.url + "/entries/2024/03/bai-cu")
    desk.wait_for_selector("[id^=title-field]")
    desk.fill("[id^=title-field]", "Bài cũ, tên mới")
    path, text = _saved(desk)
    assert path == f"content/{OLD}"
    assert "id: 2024/03/ten-xua" in text
    assert "Bài cũ, tên mới" in text
    assert _codes(root, tmp_path, path, text) == []
