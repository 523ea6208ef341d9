"""`python -m tests.support.host_headers`: the ready header files of `.ci/headers/`, from the one table of headers."""

from __future__ import annotations

from pathlib import Path

from cchc_site.publish.security_headers import host_files

FOLDER = Path(__file__).resolve().parents[2] / ".ci" / "headers"


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in host_files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
