"""Sites that several tests look at, each built once."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.files import Folder
from support.site_links import Site
from support.sites import Built, mkdocs, write_config

from .busy import write_busy

BASE_URL = "https://cchc.anbinh.example/"
SUBFOLDER_URL = "https://so.example/so/cchc/"


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A column with one of everything, for a site in a subfolder of its host."""
    root = tmp_path_factory.mktemp("busy")
    write_busy(Folder(root))
    write_config(root, site_url=SUBFOLDER_URL)
    return Built(root, mkdocs("build", cwd=root, CCHC_AS_OF="2024-04-10"))


@pytest.fixture(params=["shipped", "busy"])
def any_site(request: pytest.FixtureRequest) -> Site:
    """Each of the two sites."""
    built: Built = request.getfixturevalue(request.param)
    return Site(built.site, SUBFOLDER_URL if request.param == "busy" else BASE_URL)


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    """A content folder beside the project's own configuration, with four good pieces in March 2024."""
    folder = Folder(tmp_path, plan=MARCH_PLAN)
    write_config(tmp_path)
    march(folder, 4)
    return folder


MARCH_PLAN = """\
id: ke-hoach
title: Kế hoạch tuyên truyền
agency: van-phong
from: 2024-03-01
to: 2024-04-30
quotas:
  - min: 4
    per: month
    from: 2024-03-01
    to: 2024-04-30
"""


def march(folder: Folder, count: int) -> None:
    """That many good pieces in March 2024."""
    for number in range(1, count + 1):
        folder.article(f"2024/03/bai-{number}", title=f"Bài số {number}", date=f"2024-03-{number:02d}")


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def build(project: Folder) -> Build:
    """Build the project at an instant."""

    def run(as_of: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return mkdocs("build", *arguments, cwd=project.root.parent, CCHC_AS_OF=as_of, **env)

    return run
