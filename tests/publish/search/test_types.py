"""The types of the browser's half, written as JSDoc, checked by the TypeScript compiler that `.ci/node` fetches."""

from __future__ import annotations

from pathlib import Path

import pytest

from .node import HERE, needs_node, run_node

COMPILER = Path(__file__).parents[3] / ".cache" / "typescript" / "package" / "lib" / "tsc.js"


@needs_node
@pytest.mark.skipif(not COMPILER.is_file(), reason="the TypeScript compiler is not there: .ci/node fetches it with npm")
def test_the_types_of_the_browser_half_agree() -> None:
    run_node(str(COMPILER), "-p", str(HERE / "tsconfig.json"))
