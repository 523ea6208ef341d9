from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from support.files import Folder

settings.register_profile("cchc", deadline=None, print_blob=True)
settings.load_profile("cchc")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A content folder with one plan, one unit and no articles."""
    return Folder(tmp_path)
