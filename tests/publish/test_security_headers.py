"""One table of headers: in pages, in the built site, and in the ready files for hosts."""

from __future__ import annotations

import re

import pytest
from support.host_headers import FOLDER

from cchc_site.publish.security_headers import everywhere, header_policy, host_files, page_policy, underscore_headers


def test_the_ready_files_are_those_that_the_table_makes() -> None:
    """Otherwise: `python -m tests.support.host_headers`."""
    kept = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
    assert kept == host_files()


def _directives(policy: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition(" ") for part in policy.split("; "))}


def test_page_and_host_have_one_policy() -> None:
    page, host = _directives(page_policy()), _directives(header_policy())
    assert set(host) - set(page) == {"frame-ancestors"}
    assert {name: host[name] for name in page} == page


def test_nothing_inline_and_nothing_foreign_may_run() -> None:
    assert not re.search("unsafe|\\*|https?:|nonce|sha256", header_policy())
    assert _directives(page_policy())["default-src"] == "'none'"
    assert _directives(page_policy())["script-src"] == "'self'"


@pytest.mark.parametrize("name", sorted(host_files()))
def test_every_host_sends_every_header(name: str) -> None:
    text = host_files()[name]
    for header, value in everywhere():
        assert re.search(rf'{re.escape(header)}:? "?({re.escape(value)}|\$column_\d)', text), header
        assert value in text, header


def test_a_site_in_a_folder_keeps_its_rules_there() -> None:
    rules = [line for line in underscore_headers("/so/").splitlines() if line.startswith("/")]
    assert all(rule.startswith("/so/") for rule in rules)


def test_a_player_is_let_in_by_page_and_host_alike() -> None:
    frames = "https://player.example"
    assert _directives(page_policy(frames))["frame-src"] == frames
    assert header_policy(frames) in underscore_headers("/", frames)
