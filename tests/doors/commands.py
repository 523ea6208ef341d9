"""Running `cchc` inside the test's process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from cchc_site.cli import main


def cchc(*arguments: str, content: Path | None = None, as_of: str = "", **env: str | None) -> Result:
    """Run the command; whatever happens, it ends by itself and not by an exception."""
    options = [*(["--content", str(content)] if content else []), *(["--as-of", as_of] if as_of else [])]
    clean: dict[str, str | None] = {"CCHC_AS_OF": None, "SOURCE_DATE_EPOCH": None, **env}
    result = CliRunner().invoke(main, [*arguments, *options], env=clean)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result
