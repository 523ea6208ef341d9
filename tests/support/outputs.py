"""Outputs made at once, for tests that read files."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_site.publish.output import Output


def files_of(outputs: Iterable[Output]) -> dict[str, bytes]:
    """Every file's bytes by its path."""
    return {output.path: output.make() for output in outputs}
