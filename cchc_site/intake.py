"""A contest's private folder: entries with telephone numbers, the secret of the blind codes, sheets, results.

Stands between the rooms and the doors. Its place is refused wherever it could be published or committed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from cchc_site.column.contest.blind_code import SECRET_BYTES, blind_codes
from cchc_site.column.contest.contest import Contest
from cchc_site.column.contest.copying import KnownText
from cchc_site.column.contest.entry import Entry
from cchc_site.column.contest.register import entries_of, register_values
from cchc_site.content.royalty_files import is_inside
from cchc_site.revision import may_be_committed

SECRET, REGISTER, KNOWN, JUDGES = "bi-mat.txt", "so-nhan-bai.json", "bai-da-dang.json", "giam-khao.json"
DECISIONS, FILES, PAPERS, SHEETS, RESULTS = "phan-dinh.yml", "tep", "giay-to", "phieu-cham", "ket-qua"
AUDIT = "nhat-ky-cham-thi.json"


class IntakeRefused(Exception):
    """The folder cannot be used; the message says why in Vietnamese."""


def refuse_public_place(path: Path, *public: Path) -> None:
    """IntakeRefused when what lies at `path` would be published with the site or enter the git history."""
    for folder in public:
        if is_inside(path, folder) or is_inside(folder, path):
            raise IntakeRefused(f"{path} nằm trong {folder}/ (hoặc chứa thư mục ấy), nơi sẽ lên trang. Để ở chỗ khác.")
    if may_be_committed(path):
        raise IntakeRefused(
            f"{path} nằm trong kho git và không bị bỏ qua: hồ sơ có số điện thoại sẽ vào lịch sử kho. "
            "Để ngoài kho, hoặc dùng contest-intake/ ở gốc kho (đã ghi trong .gitignore)."
        )


class Intake(Struct, frozen=True):
    """The folder of one contest, below the intake folder."""

    root: Path
    contest: Contest

    @classmethod
    def at(cls, folder: Path, contest: Contest) -> Intake:
        """The contest's own part of the intake folder."""
        return cls(folder / contest.id, contest)

    def write(self, name: str, data: bytes) -> Path:
        """Write a file that only its owner may read (where the system knows owners)."""
        file = self.root / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            os.chmod(self.root, 0o700)
            partial = file.with_name(f".{file.name}.tmp")
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            os.replace(partial, file)
        except OSError as error:
            raise IntakeRefused(f"Không ghi được {file}: {error.strerror}. Kiểm tra quyền ghi.") from None
        return file

    def begin(self, new_secret: Callable[[int], bytes]) -> None:
        """Keep a secret for the blind codes; the one that is there already stays."""
        if not (self.root / SECRET).is_file():
            self.write(SECRET, f"{new_secret(SECRET_BYTES).hex()}\n".encode())

    @property
    def secret(self) -> bytes:
        """The secret. IntakeRefused when it is missing or damaged: without it no code can be made again."""
        try:
            secret = bytes.fromhex((self.root / SECRET).read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            secret = b""
        if len(secret) != SECRET_BYTES:
            raise IntakeRefused(
                f"Không thấy {SECRET} trong {self.root}, hoặc tệp đã hỏng. Nhập bài trước (cchc contest import), "
                "hoặc chép lại từ bản lưu."
            )
        return secret

    def entries(self) -> tuple[Entry, ...]:
        """The register; empty before the first import."""
        if not (self.root / REGISTER).is_file():
            return ()
        try:
            return entries_of(self._json(REGISTER), self.contest.id)
        except (KeyError, TypeError, ValueError):
            raise IntakeRefused(f"{self.root / REGISTER} không phải sổ nhận bài của {self.contest.id}.") from None

    def save(self, entries: Sequence[Entry]) -> None:
        """Write the register."""
        self.write(REGISTER, json_bytes(register_values(self.contest.id, entries)))

    def digest(self, judged: Sequence[Entry]) -> str:
        """SHA-256 of the entries that were judged: what the audit trail holds on to, without telling any of it."""
        return hashlib.sha256(json_bytes(register_values(self.contest.id, judged))).hexdigest()

    def known(self) -> tuple[KnownText, ...]:
        """The texts supplied as already published elsewhere."""
        if not (self.root / KNOWN).is_file():
            return ()
        return tuple(KnownText(row["name"], row["text"]) for row in self._json(KNOWN))

    def know(self, texts: Iterable[KnownText]) -> None:
        """Add such texts; the same text is kept once."""
        kept = {text.text: text for text in (*self.known(), *texts)}
        self.write(KNOWN, json_bytes([{"name": text.name, "text": text.text} for text in kept.values()]))

    def judges(self) -> tuple[str, ...]:
        """The judges to whom sheets were given out."""
        return tuple(self._json(JUDGES)) if (self.root / JUDGES).is_file() else ()

    def keep_judges(self, judges: Sequence[str]) -> None:
        """Remember them."""
        self.write(JUDGES, json_bytes(list(judges)))

    def codes(self, entries: Iterable[Entry]) -> dict[str, str]:
        """Receipt → blind code."""
        return blind_codes(self.secret, self.contest.id, (entry.receipt for entry in entries))

    def by_code(self, valid: Sequence[Entry]) -> Mapping[str, Entry]:
        """Blind code → entry, for the entries that go to the judges."""
        codes = self.codes(self.entries())
        return {codes[entry.receipt]: entry for entry in valid}

    def audit(self) -> Mapping[str, Any]:
        """The audit trail of the last scoring. IntakeRefused before there is one."""
        if not (self.root / RESULTS / AUDIT).is_file():
            raise IntakeRefused("Chưa có kết quả chấm. Chạy cchc contest score trước.")
        values: Mapping[str, Any] = self._json(f"{RESULTS}/{AUDIT}")
        return values

    def _json(self, name: str) -> Any:
        try:
            return json.loads((self.root / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise IntakeRefused(f"Không đọc được {self.root / name}; chép lại từ bản lưu.") from None


def json_bytes(values: Any) -> bytes:
    """Plain values as the same bytes every time."""
    return f"{json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()
