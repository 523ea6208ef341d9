"""What the firewall found on the finished site, as problems of the files that it comes from.

Stands between the rooms and the doors: it opens the files of the content folder to find the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc_site.column.article import Article
from cchc_site.column.column import Column, StandingPage
from cchc_site.column.problem import Place, Problem, Severity, sort_problems
from cchc_site.publish.attachments import ATTACHMENTS
from cchc_site.publish.firewall import Leak
from cchc_site.vietnamese.private_data import NOBODY, find_private

_FIX = {
    "L05": "Với ảnh, chạy `cchc check --fix` để bỏ phần ẩn; với phim, xuất lại và tắt phần vị trí.",
    "L06": "Xóa phần ẩn rồi lưu lại: trong Word, Excel chọn Tệp > Thông tin > Kiểm tra tài liệu (Inspect Document); "
    "với PDF thì xuất lại từ tệp đã xóa. Tên người soạn trong Word, Excel thì `cchc check --fix` tự bỏ.",
    "L07": "Mở bằng chương trình đã tạo ra tệp, lưu lại không đặt mật khẩu, hoặc bỏ tệp khỏi bài.",
    "": "Xóa khỏi bài, khỏi tệp. Nếu đây là đầu mối công khai của cơ quan, thêm vào _data/contacts.yml.",
}

_OF_A_FILE = {
    "L05": "Ảnh hoặc phim /{path} còn mang theo {shown}.",
    "L06": "Tệp /{path} còn mang theo {shown}.",
    "L07": "Không đọc được tệp /{path} để soát dữ liệu cá nhân: {shown}.",
}
"""What is wrong with a whole file, which no line of a text can be blamed for."""


def leak_problems(leaks: Iterable[Leak], content: Path, column: Column) -> tuple[Problem, ...]:
    """Every leak of the site's files, once for each source file that it comes from."""
    same: dict[tuple[str, str], list[Leak]] = {}
    for leak in sorted(leaks, key=lambda leak: leak.path):
        same.setdefault((leak.code, leak.key), []).append(leak)
    sources = _Sources(content, column)
    return sort_problems(problem for found in same.values() for problem in _problems(found, sources))


def _problems(leaks: list[Leak], sources: _Sources) -> Iterator[Problem]:
    if leaks[0].code in _OF_A_FILE:
        for leak in leaks:
            message = _OF_A_FILE[leak.code].format(path=leak.path, shown=leak.shown)
            yield Problem(leak.code, Severity.ERROR, sources.of_asset(leak.path), message, _FIX[leak.code])
        return
    first = leaks[0]
    more = f" và {len(leaks) - 1} tệp khác" if len(leaks) > 1 else ""
    where = "Tệp" if first.path.lower().endswith(ATTACHMENTS) else "Trang"
    message = f"{where} /{first.path}{more} có {first.what} {first.shown}, không phải đầu mối công khai của cơ quan."
    for place in sources.of(first) or [sources.of_asset(first.path)]:
        yield Problem(first.code, Severity.ERROR, place, message, _FIX[""])


class _Sources:
    """Which file of the content a page's words come from."""

    def __init__(self, content: Path, column: Column) -> None:
        self._content = content
        pages: list[Article | StandingPage] = [*column.articles, *column.standing]
        self._by_page = {f"{page.address}index.html": page.file for page in pages}
        self._assets = column.assets

    def of(self, leak: Leak) -> list[Place]:
        """Every place of the content where that datum is written; the page's own file first."""
        own = self._by_page.get(leak.path)
        found = list(self._in_file(own, leak)) if own else []
        if found:
            return found
        files = [*sorted(self._content.rglob("*.md")), *sorted(self._content.rglob("*.yml"))]
        names = [file.relative_to(self._content).as_posix() for file in files if file.is_file()]
        return [place for name in names for place in self._in_file(name, leak)]

    def of_asset(self, path: str) -> Place:
        """The content's own file behind a file of the site."""
        return Place(f"{self._content.name}/{path}" if path in self._assets else f"site/{path}")

    def _in_file(self, name: str, leak: Leak) -> Iterator[Place]:
        try:
            text = (self._content / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        for number, line in enumerate(text.split("\n"), 1):
            for datum in find_private(line, NOBODY):
                if datum.key == leak.key:
                    yield Place(f"{self._content.name}/{name}", number, datum.start + 1)
                    return
