"""Which pieces repeat which is the same, whatever earlier builds kept of it."""

from __future__ import annotations

import random
from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import column, piece

from cchc_site.building import likes
from cchc_site.building.likes import Likes
from cchc_site.building.pickles import dump
from cchc_site.building.store import Store
from cchc_site.column.article import Article
from cchc_site.column.originality import similar_pairs

WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nghìn", "trăm"]
WRITTEN = "một hai ba bốn năm sáu"
FOLDERS = ("tin-bai/2026/06", "tin-bai/2026/07", "tin-bai/2026/08")


def article(key: str, folder: str, text: str) -> Article:
    file = f"{folder}/{key}.md"
    digest = blake2b(f"{file} {text}".encode(), digest_size=16).hexdigest()
    return piece("2026-07-01", key, text=text, file=file, digest=digest)


def texts(chance: random.Random) -> list[str]:
    """Some texts, of which some differ in a word or two."""
    roots = [" ".join(chance.choices(WORDS, k=40)) for _ in range(3)]
    return [root.replace(chance.choice(WORDS), "khác", chance.randrange(2)) for root in roots for _ in range(3)]


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_what_was_kept_gives_what_is_found_anew(chance: random.Random) -> None:
    store = Store()
    known = texts(chance)
    for _ in range(5):
        keys = chance.sample("abcdefghij", chance.randrange(11))
        whole = column([article(key, chance.choice(FOLDERS), chance.choice(known)) for key in keys])
        fresh = {a.digest: a.sketch for a in whole.articles if chance.random() < 0.5}
        assert Likes(store).of(whole, fresh) == similar_pairs({a.id: a.sketch for a in whole.articles}, whole.text_of)
        for section in ("sketches", "likes"):
            store.remove(section, [name for name in store.names(section) if chance.random() < 0.1])


def test_pieces_that_are_gone_are_like_nobody_also_when_their_row_was_lost() -> None:
    store = Store()
    alike = column([article("a", FOLDERS[0], WRITTEN), article("b", FOLDERS[0], WRITTEN)])
    assert Likes(store).of(alike, {})
    store.remove("sketches", [FOLDERS[0]])
    assert Likes(store).of(column([]), {}) == {}


def test_rows_that_do_not_fit_are_as_if_they_were_lost() -> None:
    store = Store()
    alike = column([article("a", FOLDERS[0], WRITTEN), article("b", FOLDERS[1], WRITTEN)])
    expected = Likes(store).of(alike, {})
    assert expected
    [(folder, row), _] = store.read_all("sketches")
    for wrong in (row[:-9], b"", dump((b"", b"12345", b"", b"")), dump(("", "", "", ""))):
        store.write("sketches", [(folder, wrong)])
        assert Likes(store).of(alike, {}) == expected


def test_many_changes_are_sorted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likes, "_FEW", 0)
    store = Store()
    for text in (WRITTEN, "sáu năm bốn ba hai một"):
        alike = column([article("a", FOLDERS[0], text), article("b", FOLDERS[1], text)])
        assert Likes(store).of(alike, {}).keys() == {"a", "b"}
