"""The content folder as it was at a git revision. The only module that runs git."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class RevisionUnknown(Exception):
    """Git could not give that revision; the message says so in Vietnamese."""


@contextmanager
def content_at(revision: str, content: Path) -> Iterator[Path]:
    """A temporary copy of `content` as committed at `revision`; an empty folder if it did not exist then."""
    top = Path(_git(content, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    inner = content.resolve().relative_to(top.resolve()).as_posix()
    with TemporaryDirectory(prefix="cchc-") as folder:
        target = Path(folder)
        if _git(top, "ls-tree", "-d", "--name-only", commit.decode().strip(), inner).strip():
            archive = _git(top, "archive", "--format=tar", commit.decode().strip(), inner)
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                _extract(tar, target)
        (target / inner).mkdir(parents=True, exist_ok=True)
        yield target / inner


def may_be_committed(path: Path) -> bool:
    """Whether a file put there could enter a git history: inside a working tree, and not ignored.

    Without git on the machine, a `.git` in any folder above is enough.
    """
    place = path.resolve()
    above = next(folder for folder in (place, *place.parents) if folder.is_dir())
    if not any((folder / ".git").exists() for folder in (above, *above.parents)):
        return False
    try:
        # A name inside, so that a pattern for folders ("contest-intake/") is recognised before the folder exists.
        _git(above, "check-ignore", "--quiet", "--", str(place / "x"))
    except RevisionUnknown:
        return True
    return False


def _extract(tar: tarfile.TarFile, target: Path) -> None:
    """Plain files only: the reader refuses symbolic links anyway, and those may lead outside."""
    for item in tar:
        data = tar.extractfile(item) if item.isfile() else None
        if data is not None:
            file = target / item.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.read())


def _git(folder: Path, *arguments: str) -> bytes:
    # A hook's environment names its repository by a path that is wrong from any other folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True, env=environment)
    except FileNotFoundError:
        raise RevisionUnknown("Không thấy chương trình git trên máy này.") from None
    except subprocess.CalledProcessError as error:
        detail = error.stderr.decode(errors="replace").strip().splitlines()
        reason = f" ({detail[-1]})" if detail else ""
        raise RevisionUnknown(
            f"Git không đọc được phiên bản để so sánh{reason}. Kiểm tra tên nhánh hoặc mã commit, "
            "và rằng kho đã tải đủ lịch sử (fetch-depth: 0)."
        ) from None
    return done.stdout
