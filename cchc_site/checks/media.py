"""Pictures, films and sources: what a piece must bring with it."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_site.checks.registry import rule
from cchc_site.column.article import Form, Origin
from cchc_site.column.column import Column
from cchc_site.column.counting import floor_for, minimum_words
from cchc_site.column.problem import Problem, Severity


@rule("B06")
def film_explained(column: Column) -> Iterator[Problem]:
    """A video needs its file, its length, and its explanation in words: some cannot see it, some cannot hear it."""
    for article in column.articles:
        if article.form is Form.TEXT:
            continue
        if article.form in (Form.VIDEO, Form.AUDIO) and article.video is None:
            yield Problem(
                "B06",
                Severity.ERROR,
                article.place_of("form"),
                f"Bài ghi hình thức “{article.form.label.lower()}” nhưng không có trường video.",
                "Thêm video: {src: ten-tep.mp4, duration: số giây}.",
            )
        if article.words == 0:
            yield Problem(
                "B06",
                Severity.ERROR,
                article.place_of("form"),
                "Thiếu phần thuyết minh bằng chữ cho video, âm thanh hoặc đồ họa.",
                "Viết lại bằng chữ điều người xem thấy và nghe, ít nhất 60 chữ.",
            )


@rule("B07")
def repost_sourced(column: Column) -> Iterator[Problem]:
    """A repost without its source is taken, not shared."""
    for article in column.articles:
        if article.origin is Origin.REPOST and article.source is None:
            yield Problem(
                "B07",
                Severity.ERROR,
                article.place_of("origin"),
                "Bài đăng lại nhưng chưa ghi nguồn.",
                'Thêm source: {name: "tên nơi đăng", url: "https://…", date: năm-tháng-ngày}.',
            )


@rule("B10")
def long_enough(column: Column) -> Iterator[Problem]:
    """Below the floor a piece is published but not counted; its editor should know."""
    quotas = column.quotas
    for article in column.articles:
        least = minimum_words(article, floor_for(article, quotas))
        if article.kind.is_piece and not article.draft and 0 < article.words < least:
            yield Problem(
                "B10",
                Severity.WARNING,
                article.place,
                f"Bài có {article.words} chữ, dưới ngưỡng {least} chữ nên không được tính vào chỉ tiêu tháng.",
                "Viết thêm, hoặc đổi loại (kind) cho đúng: tin, bai hay thong-bao.",
            )


@rule("B15")
def media_exist(column: Column) -> Iterator[Problem]:
    """The picture and the film that a piece names lie in the content folder."""
    for article in column.articles:
        for field, medium in (("image", article.image), ("video", article.video)):
            if medium and medium.src and medium.src not in column.assets:
                yield Problem(
                    "B15",
                    Severity.ERROR,
                    article.place_of(field),
                    f"Không thấy tệp {medium.src} trong thư mục nội dung.",
                    "Đặt tệp cạnh bài và ghi đúng tên, kể cả chữ hoa chữ thường.",
                )
