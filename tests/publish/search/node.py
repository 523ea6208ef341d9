"""Node.js for the tests of the browser's half."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="the browser's half is tested with Node.js")


def run_node(*arguments: str, given: Any = None) -> str:
    """What a Node command prints; its complaint is the test's."""
    assert NODE is not None
    done = subprocess.run([NODE, *arguments], input=json.dumps(given), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
