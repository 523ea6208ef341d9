"""Winners into the column: their pieces, the public record, the loudspeaker scripts. Nothing is left half-written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from cchc_site.column.article import Form
from cchc_site.column.broadcast import piece_script
from cchc_site.column.contest.entry import Entry
from cchc_site.column.contest.record import record_of
from cchc_site.column.problem import Problem, Severity
from cchc_site.contest_office import ContestOffice, traces
from cchc_site.desk.contest_piece import WinningPiece, covered, name_pattern, records_yaml, winning_piece
from cchc_site.inspection import inspect
from cchc_site.intake import FILES, RESULTS, IntakeRefused
from cchc_site.report.radio_docx import script_docx

RECORD_FILE = "_data/contests.yml"


class Publication(Struct, frozen=True):
    """What will be written: texts below the content folder, files copied beside them, and which pieces are read out."""

    office: ContestOffice
    texts: Mapping[str, str]
    copies: Mapping[str, Path]
    spoken: Mapping[str, str]
    """Blind code → id of the piece, for the written winners."""
    writers: Mapping[str, Entry]
    """Path of a piece → the entry it was made from."""

    @classmethod
    def of(cls, office: ContestOffice, board_only: bool, cover: bool) -> Publication:
        """Made from the audit trail and the register. IntakeRefused when they disagree, or it was published before."""
        former = record_of(office.column.contest_records, office.contest.id, office.as_of)
        if former is not None and former.winners:
            raise IntakeRefused(
                f"Kết quả {office.contest.id} đã công bố. Cần sửa thì sửa bài và {RECORD_FILE} rồi duyệt."
            )
        judged = None if board_only else office.judged()
        pieces: dict[str, WinningPiece] = {}
        taken = {article.file for article in office.column.articles}
        for winner in judged.winners if judged else ():
            entry = office.by_code[winner.code]
            piece = winning_piece(office.contest, winner, covered(entry) if cover else entry, office.as_of, taken)
            taken.add(piece.path)
            pieces[winner.code] = piece
        record = office.record(judged, {code: piece.id for code, piece in pieces.items()})
        now = (record.contest, record.at)
        others = [item for item in office.column.contest_records if (item.contest, item.at) != now]
        texts = {piece.path: piece.text for piece in pieces.values()}
        texts[RECORD_FILE] = records_yaml([*others, record])
        spoken = {code: p.id for code, p in pieces.items() if office.by_code[code].form is Form.TEXT}
        writers = {piece.path: office.by_code[code] for code, piece in pieces.items()}
        made = cls(office, texts, dict(_copies(office, pieces)), spoken, writers)
        made.refuse_private()
        return made

    def refuse_private(self) -> None:
        """IntakeRefused when an entrant's number or mailbox stands in what would be written, or in a piece the name of
        its writer, who did not agree to be named."""
        entries = [item.entry for item in self.office.examined]
        for path, text in self.texts.items():
            found = [*traces(text, entries), *self._named_against_their_will(path, text)]
            if found:
                raise IntakeRefused(
                    f"{path}: trong bài có số điện thoại, thư điện tử của người nộp hồ sơ số {found[0]}, hoặc họ tên "
                    "mà người ấy không đồng ý công bố. Thêm --cover để thay bằng dấu “…” khi đăng."
                )

    def _named_against_their_will(self, path: str, text: str) -> Iterator[str]:
        writer = self.writers.get(path)
        if writer is not None and not writer.person.name_consent and name_pattern(writer).search(text):
            yield writer.receipt

    def write(self, content: Path, as_of: datetime) -> tuple[Problem, ...]:
        """Write everything; when the column then has errors, put back what was there and give the errors."""
        before = {path: _bytes(content / path) for path in (*self.texts, *self.copies)}
        try:
            for path, text in self.texts.items():
                _put(content / path, text.encode())
            for path, source in self.copies.items():
                _put(content / path, source.read_bytes())
        except OSError as error:
            _restore(content, before)
            raise IntakeRefused(f"Không ghi được vào {content}: {error.strerror}.") from None
        errors = tuple(p for p in inspect(content, as_of).problems if p.severity is Severity.ERROR)
        if errors:
            _restore(content, before)
        return errors

    def write_radio(self, content: Path) -> Iterator[Path]:
        """The script of each written winner, for the loudspeakers; it has nothing that the piece has not."""
        column = inspect(content, self.office.as_of).column
        for code, key in self.spoken.items():
            data = script_docx(piece_script(column, column.by_id[key]))
            yield self.office.intake.write(f"{RESULTS}/phat-thanh-{code}.docx", data)


def _copies(office: ContestOffice, pieces: Mapping[str, WinningPiece]) -> Iterator[tuple[str, Path]]:
    for code, piece in pieces.items():
        folder = piece.path.rpartition("/")[0]
        for source, name in piece.beside:
            yield f"{folder}/{name}", office.intake.root / FILES / office.by_code[code].receipt / source


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _restore(content: Path, before: Mapping[str, bytes | None]) -> None:
    for path, data in before.items():
        if data is None:
            (content / path).unlink(missing_ok=True)
        else:
            _put(content / path, data)
