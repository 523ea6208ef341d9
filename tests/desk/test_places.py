"""Where editors and servers already are: hooks, pipelines, and the deployment that switches in one step."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.sites import REPOSITORY, tree

from cchc_site.cli import main

EXAMPLES = REPOSITORY / ".ci/examples"
DEPLOY = EXAMPLES / "deploy"


PIPELINES = [
    ".pre-commit-hooks.yaml",
    ".pre-commit-config.yaml",
    *(f".ci/examples/{file.name}" for file in sorted(EXAMPLES.glob("*.yml"))),
]
_COMMAND = re.compile(r"\bcchc ([a-z]+)((?: +[^\s;|>]+)*)")
_ANCHOR = "make .venv/site.stamp"


def _scripts(value: Any) -> Iterator[str]:
    """What a pipeline hands to a shell: `entry`, `run`, `script` and `before_script`, wherever they stand."""
    if isinstance(value, list):
        for inner in value:
            yield from _scripts(inner)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in ("entry", "run", "script", "before_script"):
                lines = inner if isinstance(inner, list) else [inner]
                yield "\n".join(line if isinstance(line, str) else "\n".join(line) for line in lines)
            else:
                yield from _scripts(inner)


@pytest.mark.parametrize("name", PIPELINES)
def test_hooks_and_pipelines_are_shell_that_calls_commands_we_have(name: str) -> None:
    scripts = list(_scripts(yaml.safe_load((REPOSITORY / name).read_text(encoding="utf-8"))))
    assert scripts
    called = 0
    for script in scripts:
        done = subprocess.run(["bash", "-n", "-c", script], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        for command, rest in _COMMAND.findall(script):
            options = {option for parameter in main.commands[command].params for option in parameter.opts}
            used = {word for word in re.split(r"[\s\"']+", rest) if word.startswith("--")}
            assert used <= options, (command, used)
            called += 1
    assert called


def test_a_stamp_that_pipelines_make_is_in_the_makefile() -> None:
    assert "$(VENV)/site.stamp:" in (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for name in ("github-publish.yml", "gitlab-publish.yml"):
        assert _ANCHOR in (EXAMPLES / name).read_text(encoding="utf-8")


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
