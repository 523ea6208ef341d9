from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.files import assert_helpful

from cchc_site.content import yaml_tree
from cchc_site.content.reporter import Reporter
from cchc_site.content.yaml_tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence, parse_yaml

Plain = str | list["Plain"] | dict[str, "Plain"]


def parsed(text: str, first_line: int = 1) -> tuple[Node | None, list[tuple[str, str]], str]:
    report = Reporter("f")
    tree = parse_yaml(text, report, first_line)
    assert_helpful(report.problems)
    return tree, [(p.code, str(p.place)) for p in report.problems], " ".join(p.message for p in report.problems)


def plain(node: Node | None) -> Plain | None:
    if isinstance(node, Mapping):
        return {key.text: plain(value) or "" for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) or "" for item in node.items]
    return node.text if node else None


WORDS = ["0123", "10:30", "no", "yes", "null", "~", "1e3", "0x1F", "31/02/2024", "2024-03-05", "true", "1_000", "12.5"]


@pytest.mark.parametrize("word", WORDS)
def test_scalars_stay_as_written(word: str) -> None:
    tree, problems, _ = parsed(f"a: {word}\nb: [{word}]\n")
    assert problems == []
    assert plain(tree) == {"a": word, "b": [word]}


def test_places_and_quotes() -> None:
    tree, _, _ = parsed("tên: Đổi\nds:\n  - ''\n  - x\n", first_line=2)
    assert tree == Mapping(
        (
            (Scalar("tên", False, 2, 1), Scalar("Đổi", False, 2, 6)),
            (Scalar("ds", False, 3, 1), Sequence((Scalar("", True, 4, 5), Scalar("x", False, 5, 5)), 4, 3)),
        ),
        2,
        1,
    )


BOMB = "a: &a [lol, lol]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))

REFUSED = [
    ("tab", "a: 1\n\tb: 2\n", "Y02", "2:1", "Tab"),
    ("tab-after-spaces", "a:\n  \tb: 2\n", "Y02", "2:3", "Tab"),
    ("billion-laughs", BOMB, "Y03", "1:4", "ký hiệu có nghĩa riêng"),
    ("anchor", "a: 1\nb: &x 2\n", "Y03", "2:4", "ký hiệu có nghĩa riêng"),
    ("anchor-on-a-list", "a: &x\n  - 1\n", "Y03", "1:4", "ký hiệu có nghĩa riêng"),
    ("anchor-on-a-key", "&x a: 1\n", "Y03", "1:1", "ký hiệu có nghĩa riêng"),
    ("alias", "a: 1\nb: [*x]\n", "Y03", "2:5", "ký hiệu có nghĩa riêng"),
    ("tag", "a: !!python/object:os.system x\n", "Y04", "1:4", "python/object"),
    ("local-tag", "a: 1\nb:\n  - !x y\n", "Y04", "3:5", "!x"),
    ("duplicate-key", "a: 1\nb: 2\na: 3\n", "Y05", "3:1", "lần đầu ở dòng 1"),
    ("duplicate-key-inside", "a: {b: 1, b: 2}\n", "Y05", "1:11", "lần đầu ở dòng 1"),
    ("flow-depth-bomb", "a: " + "[" * 100_000 + "\n", "Y07", "1:15", "sâu"),
    ("block-depth-bomb", "".join("  " * n + "a:\n" for n in range(40)), "Y07", "12:23", "sâu"),
    ("unclosed-quote", 'a: 1\ntitle: "Ba bước\nb: 2\nc: 3\n', "Y01", "2:8", "không đóng lại"),
    ("unclosed-apostrophe", "a: 'Ba bước\n", "Y01", "1:4", "không đóng lại"),
    ("unclosed-list", "a: 1\nareas: [x, y\nb: 2\n", "Y01", "2:8", "chưa đóng"),
    ("unclosed-group", "a: {x: 1\n", "Y01", "1:4", "chưa đóng"),
    ("colon-in-a-value", "title: Hồ sơ: ba bước\n", "Y01", "1:13", "dấu hai chấm"),
    ("special-first-character", "a: @ban-bien-tap\n", "Y01", "1:4", "bắt đầu bằng “@”"),
    ("backslash", 'a: "C:\\duong dan"\n', "Y01", "1:7", "gạch chéo ngược"),
    ("second-document", "a: 1\n--- \nb: 2\n", "Y01", "2:1", "hơn một tài liệu"),
    ("list-as-a-key", "? [a]\n: b\n", "Y01", "1:3", "phải là một từ"),
    ("list-after-fields", "a: 1\n- b\n", "Y01", "2:1", ""),
]


@pytest.mark.parametrize(("text", "code", "place", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused_with_its_place(text: str, code: str, place: str, words: str) -> None:
    _, problems, message = parsed(text)
    assert problems == [(code, f"f:{place}")]
    assert words in message


@pytest.mark.parametrize("case", REFUSED, ids=[r[0] for r in REFUSED])
def test_the_place_counts_from_the_files_own_first_line(case: tuple[str, str, str, str, str]) -> None:
    _, text, code, place, _ = case
    line, column = place.split(":")
    assert parsed(text, first_line=10)[1] == [(code, f"f:{int(line) + 9}:{column}")]


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_both_sides_of_the_depth(depth: int) -> None:
    _, problems, _ = parsed("[" * depth + "]" * depth)
    assert [code for code, _ in problems] == (["Y07"] if depth > MAX_DEPTH else [])


def test_every_repeated_key_is_reported_and_the_first_is_kept() -> None:
    tree, problems, _ = parsed("a: 1\na: 2\nb: 1\nb: 2\n")
    assert problems == [("Y05", "f:2:1"), ("Y05", "f:4:1")]
    assert plain(tree) == {"a": "1", "b": "1"}


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có chú thích\n", "---\n", "--- # x\n"])
def test_an_empty_document(text: str) -> None:
    assert parsed(text) == (None, [], "")


def test_a_merge_key_is_a_plain_word() -> None:
    assert plain(parsed("<<: {a: 1}\n")[0]) == {"<<": {"a": "1"}}


@given(st.text(max_size=120) | st.text(alphabet="ab:-[]{}\"'&*!|>#?,%@` \n\t", max_size=60))
def test_no_text_makes_the_parser_raise(text: str) -> None:
    tree, problems, _ = parsed(text)
    assert tree is None or isinstance(tree, Scalar | Sequence | Mapping)
    for _, place in problems:
        assert place.startswith("f:"), "a fault of YAML has a line and a column"


PIECES = [
    *WORDS, "a", "title", "tags", ": ", ":", ": ", " ", "  ", ", ", ",", "[", "]", '"', "'", "\\", "#", " #", "- ",
    "-", "?", "&", "*", "!", "|", ">", "%", "@", "`", "{", "}", "đổi mới", "“một cửa”", "…", "76/NQ-CP", "\t", "\x85",
    "\xa0", "\u2028", "\ufeff", "😀", "=", "<<", "---", "...", "_", "2026-11-02T08:00+07:00", '"a: b"', '["a", b c]',
    "[]", '""', "\u200b", "\ufdd0", "\x7f",
]  # fmt: skip
values = st.tuples(
    st.sampled_from(["", "", "a", "Đổi mới ", '"', '"a', "[", "[a, ", '["', '[a, "b']),
    st.lists(st.sampled_from(PIECES) | st.characters(), max_size=2).map("".join),
    st.sampled_from(["", "", "b", " b", '"', "]", ", b]", '"]', '", b]']),
).map("".join)
yaml_texts = st.lists(values, min_size=1, max_size=3).map(
    lambda lines: "\n".join(f"{name}: {value}" for name, value in zip("abc", lines, strict=False))
)


@settings(max_examples=300)
@given(yaml_texts, st.sampled_from(["\n", "", "\n\n"]), st.integers(1, 9))
@example('a: b\ntitle: "c: d"\nx: [1, "2, 3", e f]', "\n", 2)
@example("a: b\na: c", "\n", 1)
def test_plain_lines_are_read_as_the_parser_reads_them(text: str, end: str, first_line: int) -> None:
    plain = yaml_tree._plain(text + end, first_line)
    if plain is not None:
        report = Reporter("f")
        assert plain == yaml_tree._parsed(text + end, report, first_line)
        assert report.problems == []


@pytest.mark.parametrize(
    "value", ["Đổi mới, sáng tạo", '"a: b # c"', "2026-11-02T08:00+07:00", '[a, "b, c", 76/NQ-CP]', "[]"]
)
def test_most_front_matter_is_plain(value: str) -> None:
    assert yaml_tree._plain(f"title: x\nvalue: {value}\n", 2) is not None
