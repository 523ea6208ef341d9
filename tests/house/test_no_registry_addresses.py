"""No file of the project holds a package registry's address: each machine's settings say where packages come from."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .source import REPOSITORY

# Put together here, so that this file does not hold them either.
HOSTS = tuple(
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("pypi", "io"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy", "golang", "org"),
        ("conda", "anaconda", "org"),
        ("maven", "org"),
    )
)
OPTIONS = tuple(b"--" + option for option in (b"index-url", b"extra-index-url", b"find-links", b"trusted-host"))


def _files() -> list[Path]:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout")
    listing = ["git", "-C", str(REPOSITORY), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, capture_output=True, check=True).stdout.decode().split("\0")
    return [REPOSITORY / name for name in names if name and (REPOSITORY / name).is_file()]


def test_no_file_names_a_registry() -> None:
    found = [
        f"{file.relative_to(REPOSITORY)}: {host.decode()}"
        for file in _files()
        for host in HOSTS
        if host in file.read_bytes().lower()
    ]
    assert not found


@pytest.mark.parametrize("name", ["requirements.lock", "tests/requirements.lock", "tests/bench/requirements.lock"])
def test_the_lock_files_choose_no_index_and_hash_everything(name: str) -> None:
    lock = (REPOSITORY / name).read_bytes()
    assert not [option for option in OPTIONS if option in lock]
    pinned = [line for line in lock.splitlines() if b"==" in line and not line.startswith((b" ", b"#"))]
    assert pinned
    assert lock.count(b"--hash=sha256:") >= len(pinned)
