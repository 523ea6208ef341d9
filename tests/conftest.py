from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chromium import chromium
from hypothesis import settings
from playwright.sync_api import Browser
from support.files import Folder
from support.sites import Built, build_shipped

settings.register_profile("cchc", deadline=None, print_blob=True)
settings.load_profile("cchc")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests: two at once would be two event loops in one thread."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The column that the project ships, built strictly, once for all tests."""
    root = tmp_path_factory.mktemp("shipped")
    return Built(root, build_shipped(root / "site", "--strict"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A content folder with one plan, one unit and no articles."""
    return Folder(tmp_path)
