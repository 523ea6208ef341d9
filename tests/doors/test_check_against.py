"""`cchc check --against`: a change is judged by what it makes worse, from two trees of a real repository.

Numbers are the rows of the domain's acceptance table 6.3.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from support.files import Folder
from support.repositories import Repository

from .commands import cchc

RECORD = "_data/closed-months.yml"
MAY = "2024-05-02"
"""April is over, short, and nobody has explained it."""


@pytest.fixture
def repository(project: Folder) -> Repository:
    """March closed with four pieces, all of it committed."""
    assert cchc("close", "2024-03", content=project.root, as_of="2024-04-02").exit_code == 0
    made = Repository(project.root.parent)
    made.commit()
    return made


def _against(project: Folder, revision: str = "HEAD", as_of: str = MAY, *options: str) -> Result:
    return cchc("check", "--against", revision, *options, content=project.root, as_of=as_of)


def _edit(project: Folder, path: str, *changes: tuple[str, str]) -> None:
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8", newline="\n")


def _append(project: Folder, path: str, text: str) -> None:
    file = project.root / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8", newline="\n")


AMENDMENT = """\
  amendments:
    - date: 2024-04-20
      counted: 3
      pieces: [2024/03/bai-1, 2024/03/bai-2, 2024/03/bai-3]
      reason: Thu hồi bài số 4
"""


@pytest.mark.usefixtures("repository")
def test_40_deleting_a_counted_piece_of_a_closed_month_fails_and_names_it(project: Folder) -> None:
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    result = _against(project)
    assert result.exit_code == 1
    assert "chưa đạt N02: Tháng 03/2024 đã chốt 4 tin, bài nhưng nay chỉ còn 3: 2024/03/bai-4" in result.output
    assert "Cách sửa: Khôi phục bài" in result.output


@pytest.mark.usefixtures("repository")
def test_41_withdrawing_it_with_a_reason_and_an_amendment_passes(project: Folder) -> None:
    _edit(project, "tin-bai/2024/03/bai-4.md", ("kind: bai", "kind: bai\nwithdrawn: {date: 2024-04-20, reason: Sai}"))
    assert _against(project).exit_code == 1
    _append(project, RECORD, AMENDMENT)
    result = _against(project)
    assert result.exit_code == 0, result.output
    report = cchc("report", "2024-03", content=project.root, as_of=MAY).output
    assert "Đã chốt ngày 02/04/2024: 4/4" in report
    assert "Điều chỉnh ngày 20/04/2024: còn 3, Thu hồi bài số 4" in report


@pytest.mark.usefixtures("repository")
def test_42_a_typo_is_not_red_for_somebody_elses_month(project: Folder) -> None:
    _edit(project, "tin-bai/2024/03/bai-1.md", ("Một câu tóm tắt.", "Một câu tóm lược."))
    assert _against(project).exit_code == 0
    assert cchc("check", content=project.root, as_of=MAY).exit_code == 1


@pytest.mark.usefixtures("repository")
def test_renaming_a_file_that_keeps_its_id_passes(project: Folder) -> None:
    folder = project.root / "tin-bai/2024/03"
    _edit(project, "tin-bai/2024/03/bai-4.md", ("kind: bai", "kind: bai\nid: 2024/03/bai-4"))
    (folder / "bai-4.md").rename(folder / "ten-moi.md")
    assert _against(project).exit_code == 0
    _edit(project, "tin-bai/2024/03/ten-moi.md", ("id: 2024/03/bai-4\n", ""))
    assert _against(project).exit_code == 1


@pytest.mark.usefixtures("repository")
def test_removing_an_entry_fails(project: Folder) -> None:
    (project.root / RECORD).unlink()
    result = _against(project)
    assert (result.exit_code, "N05: Thay đổi này xóa mục 2024-03 khỏi sổ chốt tháng." in result.output) == (1, True)


@pytest.mark.usefixtures("repository")
def test_an_edited_entry_that_disagrees_with_the_pieces_fails(project: Folder) -> None:
    _edit(
        project, RECORD, ("counted: 4", "counted: 3"), ("    - 2024/03/bai-4\n", ""), ("state: dat", "state: chua-dat")
    )
    result = _against(project)
    assert result.exit_code == 1
    assert "N05: Thay đổi này sửa mục 2024-03 đã chốt (4 thành 3 tin, bài)" in result.output
    assert "2024/03/bai-4" in result.output


@pytest.mark.usefixtures("repository")
def test_lowering_a_past_rule_without_a_basis_fails(project: Folder) -> None:
    _edit(project, "_data/plans/ke-hoach.yml", ("min: 4", "min: 3"))
    result = _against(project)
    assert result.exit_code == 1
    assert "N04: Thay đổi này hạ chỉ tiêu của tháng 03/2024, tháng đã kết thúc, từ 4 xuống 3" in result.output


@pytest.mark.usefixtures("repository")
def test_lowering_a_coming_rule_passes(project: Folder) -> None:
    _edit(project, "_data/plans/ke-hoach.yml", ("to: 2024-04-30\nquotas", "to: 2024-12-31\nquotas"))
    _append(project, "_data/plans/ke-hoach.yml", "  - {min: 2, per: month, from: 2024-05-01, to: 2024-12-31}\n")
    assert _against(project).exit_code == 0


@pytest.mark.usefixtures("repository")
def test_a_change_that_breaks_the_content_ends_with_2(project: Folder) -> None:
    project.article("2024/04/sai", areas="[procedure]", date="2024-04-05")
    assert _against(project).exit_code == 2


def test_an_older_revision_is_compared_by_any_of_its_names(project: Folder, repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "đã-chốt")
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    repository.commit()
    for name in (first, first[:8], "HEAD~1", "đã-chốt", "main~1"):
        assert _against(project, name).exit_code == 1, name
    assert _against(project, "HEAD").exit_code == 0


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("revision", ["khong-co", "--help", "-x", "", "HEAD:content", "HEAD~99", "@{9}", "a..b"])
def test_an_unknown_revision_is_a_plain_error(project: Folder, revision: str) -> None:
    result = _against(project, revision)
    assert result.exit_code == 2
    assert "Git không đọc được phiên bản để so sánh" in result.output


def test_a_folder_without_history_is_a_plain_error(project: Folder) -> None:
    result = _against(project)
    assert (result.exit_code, "Git không đọc được" in result.output) == (2, True)


def test_a_machine_without_git_is_told_so(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project.root))
    result = _against(project)
    assert (result.exit_code, "Không thấy chương trình git" in result.output) == (2, True)


def test_content_that_did_not_exist_then_is_all_new(project: Folder, tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.git("commit", "--quiet", "--allow-empty", "--message", "Đầu")
    assert _against(project, as_of="2024-04-02").exit_code == 0


def test_links_in_an_old_revision_lead_nowhere(project: Folder, repository: Repository) -> None:
    (project.root / "tin-bai/2024/03/lien-ket.md").symlink_to("/etc/passwd")
    (project.root / "tin-bai/2024/03/thu-muc").symlink_to("..", target_is_directory=True)
    repository.commit()
    for name in ("lien-ket.md", "thu-muc"):
        (project.root / "tin-bai/2024/03" / name).unlink()
    assert _against(project).exit_code == 0


@pytest.mark.usefixtures("repository")
def test_a_git_hook_may_ask(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells its hooks where the repository is, relative to a folder that is not the content's."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert _against(project).exit_code == 0


@pytest.mark.usefixtures("repository")
def test_the_forge_sees_only_what_the_change_did(project: Folder) -> None:
    (project.root / "tin-bai/2024/03/bai-4.md").unlink()
    output = _against(project, "HEAD", MAY, "--format", "github").stdout
    assert [line.split("title=")[1][:3] for line in output.splitlines() if line.startswith("::error")] == ["N02"]
