"""Where editors and servers already are: hooks, pipelines, and the deployment that switches in one step."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from support.sites import REPOSITORY, tree

EXAMPLES = REPOSITORY / ".ci/examples"
DEPLOY = EXAMPLES / "deploy"


@pytest.mark.parametrize(
    "name",
    [
        ".pre-commit-hooks.yaml",
        ".pre-commit-config.yaml",
        ".ci/examples/github-publish.yml",
        ".ci/examples/gitlab-publish.yml",
    ],
)
def test_hooks_and_pipelines_are_yaml_that_names_our_commands(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert "cchc check" in text


@pytest.mark.parametrize("name", ["settings.json", "extensions.json", "tasks.json", "cchc.code-snippets"])
def test_settings_are_json(name: str) -> None:
    assert json.loads((REPOSITORY / ".vscode" / name).read_text(encoding="utf-8"))


def test_every_schema_is_given_to_its_files() -> None:
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    given = {*settings["yaml.schemas"], *settings["frontMatterSchema.schemas"]}
    assert given == {f".vscode/{file.name}" for file in (REPOSITORY / ".vscode").glob("*.schema.json")}


def _deploy(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(DEPLOY), *arguments], capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "tin-bai").mkdir(parents=True)
    (folder / "index.html").write_text("một", encoding="utf-8")
    (folder / "tin-bai/index.html").write_text("tin", encoding="utf-8")
    return folder


def test_a_release_is_published_and_taken_back_in_one_step(tmp_path: Path, site: Path) -> None:
    target = tmp_path / "srv"
    assert _deploy("publish", str(site), str(target)).returncode == 0
    first = tree(target / "current")
    assert first == tree(site)
    (site / "index.html").write_text("hai", encoding="utf-8")
    assert _deploy("publish", str(site), str(target)).returncode == 0
    assert (target / "current/index.html").read_text(encoding="utf-8") == "hai"
    assert _deploy("rollback", str(target)).returncode == 0
    assert tree(target / "current") == first
    assert _deploy("rollback", str(target)).returncode == 2
    assert [line[0] for line in _deploy("list", str(target)).stdout.splitlines()] == [" ", "*"]


def test_old_releases_go_and_the_shown_one_stays(tmp_path: Path, site: Path) -> None:
    target = tmp_path / "srv"
    for _ in range(8):
        assert _deploy("publish", str(site), str(target)).returncode == 0
    assert len(list((target / "releases").iterdir())) == 5
    assert tree(target / "current") == tree(site)


def test_nothing_is_published_without_a_site(tmp_path: Path) -> None:
    assert _deploy("publish", str(tmp_path / "khong-co"), str(tmp_path / "srv")).returncode == 2
    assert not (tmp_path / "srv").exists()
