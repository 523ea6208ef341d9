"""Small git repositories for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository in a folder, with a history of its own and nobody's settings."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git here."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_DIR": str(self.root / ".git")}
        who = ["-c", "user.name=Lan", "-c", "user.email=lan@example.org", "-c", "core.hooksPath=/dev/null"]
        done = subprocess.run(["git", *who, *arguments], cwd=self.root, env=env, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def commit(self, message: str = "Lưu") -> str:
        """Commit everything; gives the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")
