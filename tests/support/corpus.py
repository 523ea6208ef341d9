"""A seeded stand-in for a large column: Vietnamese-like news in any number.

Syllables follow a Zipf-like law, most words are compounds of two, words prefer a few successors, every piece has a
topic and names of its own, some sentences are formulas that hundreds of pieces share, some pieces repeat a
paragraph of an earlier one. It is not Vietnamese that anyone would read, but its pairs of syllables are
distributed like those of a newspaper, and that is what search, builds and listings depend on.
"""

from __future__ import annotations

import itertools
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from cchc_site.column.area import AREAS
from cchc_site.column.article import Article, Kind
from cchc_site.column.column import Column, Identity
from cchc_site.column.instant import VIETNAM
from cchc_site.column.problem import Place
from cchc_site.column.unit import Unit, UnitKind, Units
from cchc_site.vietnamese.slug import slug

ROOT = Path(__file__).parents[2]
FUNCTION_WORDS = [
    "và",
    "của",
    "các",
    "trong",
    "có",
    "được",
    "là",
    "cho",
    "với",
    "những",
    "đã",
    "để",
    "theo",
    "khi",
    "từ",
    "về",
    "này",
    "trên",
    "tại",
    "không",
    "người",
    "cũng",
    "đến",
    "như",
    "sẽ",
    "phải",
    "nhiều",
    "một",
    "việc",
    "hai",
    "bị",
    "ra",
    "vào",
    "sau",
    "đó",
    "còn",
    "lại",
    "đang",
    "do",
    "nhưng",
    "rất",
    "hơn",
    "nếu",
    "thì",
    "mà",
    "bằng",
    "nên",
    "hoặc",
    "cùng",
    "chỉ",
    "mới",
    "giữa",
    "qua",
    "trước",
    "dưới",
    "ngày",
    "năm",
    "tháng",
    "ông",
    "bà",
    "anh",
    "chị",
    "mình",
    "họ",
    "đây",
    "nhất",
    "làm",
    "đi",
    "lên",
    "số",
    "ba",
    "cả",
    "thêm",
    "vẫn",
    "cần",
    "hay",
    "nào",
    "mỗi",
]
ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gi",
    "h",
    "kh",
    "l",
    "m",
    "n",
    "nh",
    "ng",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
    "k",
    "ngh",
    "gh",
]
RHYMES = (
    "a an ang anh ao ai ay am at ac ap ach ăn ăng ăm ăt ăc ân âng âm ât âc ây âu e en eo em et ê ên ênh êm êt êu i in",
    "inh im it ich iên iêng iêm iêt iêu o on ong oi om ot oc oa oan oang oai ô ôn ông ôi ôm ôt ôc ơ ơn ơi ơm ơt u un",
    "ung ui um ut uc ua uân uât uây uê uy uyên uyêt uôn uông uôi uôc ư ưng ưc ưt ưa ươn ương ươi ươm ươt ươc",
)
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLE = [
    "Văn",
    "Thị",
    "Minh",
    "Đức",
    "Hữu",
    "Quang",
    "Thanh",
    "Ngọc",
    "Xuân",
    "Hồng",
    "Đình",
    "Anh",
    "Thu",
    "Kim",
    "Bảo",
    "Gia",
]
GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiếu",
    "Hoa",
    "Hòa",
    "Hùng",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Phong",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thắng",
    "Thủy",
    "Trang",
    "Tuấn",
    "Tùng",
    "Vân",
    "Việt",
    "Vinh",
    "Yến",
]
FORMULAS = (
    "Theo đó, {a} yêu cầu các sở, ban, ngành, UBND các huyện, thị xã, thành phố khẩn trương triển khai thực hiện.",
    "Phát biểu tại hội nghị, {p}, Phó Chủ tịch UBND tỉnh đề nghị các cơ quan, đơn vị tiếp tục nâng cao trách nhiệm.",
    "Thực hiện {d} ngày {n}, {a} đã ban hành kế hoạch cải cách hành chính nhà nước trên địa bàn tỉnh.",
    "Mọi thông tin chi tiết xin liên hệ Bộ phận Một cửa hoặc Trung tâm Phục vụ hành chính công tỉnh.",
    "Đến nay, tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt {f}%, tăng {f}% so với cùng kỳ năm trước.",
    "Chiều ngày {n}, {a} tổ chức hội nghị sơ kết công tác cải cách hành chính và chuyển đổi số.",
    "Tham dự có lãnh đạo HĐND, MTTQ, cùng đại diện các tổ chức chính trị - xã hội trên địa bàn.",
    "Đồng chí {p} nhấn mạnh vai trò của người đứng đầu cấp ủy, chính quyền trong việc thực hiện nhiệm vụ.",
    "Căn cứ {d} của Chính phủ, việc tiếp nhận và trả kết quả được thực hiện trên môi trường điện tử.",
    "Trong thời gian tới, {a} sẽ tiếp tục đẩy mạnh tuyên truyền, nâng cao nhận thức của cán bộ, công chức, viên chức.",
)
AGENCIES = [
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Y tế",
    "UBND thành phố",
    "UBND huyện",
    "Ủy ban nhân dân tỉnh",
    "Sở Tư pháp",
    "Công an tỉnh",
    "Sở Giáo dục và Đào tạo",
    "Sở GD&ĐT",
    "Bộ Nội vụ",
    "Văn phòng Chính phủ",
    "HĐND tỉnh",
    "Hội đồng nhân dân tỉnh",
    "Sở Công Thương",
    "Bảo hiểm xã hội tỉnh",
    "BHXH tỉnh",
    "Sở Xây dựng",
    "Liên đoàn Lao động tỉnh",
    "Ban Chỉ đạo chuyển đổi số",
]
FOREIGN = [
    "Facebook",
    "Google",
    "Zalo",
    "iPhone",
    "Samsung",
    "Covid",
    "VNeID",
    "Messi",
    "Trump",
    "Singapore",
    "London",
    "Toyota",
    "Vinfast",
    "ASEAN",
    "WHO",
]


@dataclass(frozen=True)
class Topic:
    """A field of news: its words by rank, its names, and how its titles begin."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    openings: tuple[str, ...]


class Language:
    """Words with weights, and which words like to follow which."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.syllables = _syllables(self.random)
        weights = list(itertools.accumulate(1 / (rank + 6) ** 0.9 for rank in range(len(self.syllables))))
        compounds = {
            f"{a} {b}"
            for a, b in zip(
                self.random.choices(self.syllables, cum_weights=weights, k=30_000),
                self.random.choices(self.syllables, cum_weights=weights, k=30_000),
                strict=True,
            )
        }
        real = [pair for pair, _ in _real_pairs().most_common(2500)]
        rest = sorted(compounds.difference(real))
        self.random.shuffle(rest)
        singles = self.syllables[:1500]
        self.words = [word for group in itertools.zip_longest(real, singles, rest) for word in group if word]
        self.weights = list(itertools.accumulate(1 / (rank + 30) for rank in range(len(self.words))))
        self.function_weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(FUNCTION_WORDS))))
        self.successors: dict[str, tuple[str, ...]] = {}
        self.topics = [self._topic() for _ in range(180)]

    def common(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def function_word(self) -> str:
        return self.random.choices(FUNCTION_WORDS, cum_weights=self.function_weights)[0]

    def after(self, word: str) -> str:
        if word not in self.successors:
            self.successors[word] = tuple(self.common(5))
        return self.random.choice(self.successors[word])

    def person(self) -> str:
        parts = [self.random.choice(SURNAMES), self.random.choice(MIDDLE), self.random.choice(GIVEN)]
        return " ".join(parts)

    def place(self) -> str:
        return " ".join(word.capitalize() for word in self.random.choices(self.syllables[:1200], k=2))

    def _topic(self) -> Topic:
        start = self.random.randrange(len(self.words) - 400)
        words = (*self.words[start : start + 120], *self.common(40))
        names = tuple(self.person() if index % 2 else self.place() for index in range(24))
        openings = tuple(" ".join(self.random.choices(words[:30], k=self.random.choice((1, 2)))) for _ in range(6))
        return Topic(words, names, openings)


def column(count: int, seed: int = 1) -> Column:
    """A column with that many pieces, the newest published on the 20th of November 2026."""
    units = tuple(Unit(f"don-vi-{index}", f"Phòng {name}", "", UnitKind.DIVISION) for index, name in _unit_names())
    identity = Identity("chuyen-muc", "Chuyên mục", "", "don-vi-0")
    return Column(identity, Units(units), tuple(articles(count, seed)))


AS_OF = datetime(2026, 11, 21, tzinfo=VIETNAM)


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """That many pieces, oldest first; the same for the same seed."""
    language = Language(seed)
    step = timedelta(days=min(10.0, 4000 / count))
    moment = datetime(2026, 11, 20, 8, tzinfo=VIETNAM) - step * count
    slugs: set[str] = set()
    earlier: list[str] = []
    for index in range(count):
        moment += step
        piece = _article(language, moment, index, earlier)
        while piece.address in slugs:
            piece = _article(language, moment, index, earlier)
        slugs.add(piece.address)
        yield piece


def _article(language: Language, moment: datetime, index: int, earlier: list[str]) -> Article:
    draw = language.random
    topic = draw.choice(language.topics)
    story = [*draw.sample(topic.words, 25), *language.common(25), *draw.sample(topic.names, 3)]
    story += [language.person(), language.place(), *draw.choices(FOREIGN, k=draw.choice((0, 0, 1)))]
    numbers = [document_number(draw) for _ in range(draw.choice((0, 0, 1, 1, 2)))]
    title = _title(language, topic, story, numbers)
    body = _body(language, topic, story, numbers, earlier)
    name = slug(title, 80)
    moment = moment.replace(microsecond=0)
    return Article(
        id=f"{moment:%Y/%m}/{name}",
        file=f"tin-bai/{moment:%Y/%m}/{name}.md",
        address=f"tin-bai/{moment:%Y/%m}/{name}/",
        title=title,
        published=moment,
        kind=Kind.NEWS if index % 3 else Kind.ARTICLE,
        areas=tuple(draw.sample(AREAS, draw.choice((1, 1, 2)))),
        unit=f"don-vi-{draw.randrange(12)}",
        author="Ban biên tập",
        summary=_sentence(language, topic, story, numbers, 22),
        body=body,
        words=len(body.split()),
        own_text=body,
        place=Place(""),
        documents=tuple(numbers[:1]),
    )


def document_number(draw: random.Random) -> str:
    """A number of a document in one of the forms that occur."""
    number, year = draw.randrange(1, 4000), draw.randrange(2015, 2027)
    form = draw.choice(
        ("{n:02}/KH-UBND", "{n:02}/QĐ-UBND", "{n}/{y}/NĐ-CP", "{n:02}-NQ/TU", "{n}/UBND-NC", "{n}/QĐ-TTg")
    )
    return form.format(n=number, y=year)


def _title(language: Language, topic: Topic, story: Sequence[str], numbers: Sequence[str]) -> str:
    draw = language.random
    size = draw.randrange(8, 17)
    parts = [draw.choice(topic.openings)] if draw.random() < 0.4 else []
    if draw.random() < 0.25:
        parts.append(draw.choice(AGENCIES))
    if numbers and draw.random() < 0.15:
        parts.append(numbers[0])
    while sum(len(part.split()) for part in parts) < size:
        parts.append(language.function_word() if draw.random() < 0.22 else draw.choice(story))
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def _body(language: Language, topic: Topic, story: Sequence[str], numbers: Sequence[str], earlier: list[str]) -> str:
    draw = language.random
    wanted = draw.randrange(300, 900)
    paragraphs: list[str] = []
    words = 0
    while words < wanted:
        sentences = [
            _sentence(language, topic, story, numbers, draw.randrange(10, 32)) for _ in range(draw.randrange(2, 5))
        ]
        paragraphs.append(" ".join(sentences))
        words += len(paragraphs[-1].split())
    if earlier and draw.random() < 0.04:
        paragraphs.append(draw.choice(earlier))
    if draw.random() < 0.05:
        earlier.append(paragraphs[0])
    return "\n\n".join(paragraphs)


def _sentence(language: Language, topic: Topic, story: Sequence[str], numbers: Sequence[str], syllables: int) -> str:
    draw = language.random
    if draw.random() < 0.07:
        return draw.choice(FORMULAS).format(
            a=draw.choice(AGENCIES),
            p=language.person(),
            d=f"{draw.choice(('Quyết định', 'Kế hoạch'))} số {draw.choice(numbers) if numbers else '76/NQ-CP'}",
            n=f"{draw.randrange(1, 29):02}/{draw.randrange(1, 13)}/{draw.randrange(2018, 2027)}",
            f=f"{draw.randrange(10, 99)},{draw.randrange(1, 9)}",
        )
    parts: list[str] = []
    length = 0
    while length < syllables:
        chance = draw.random()
        if chance < 0.34:
            word = language.function_word()
        elif chance < 0.50 and parts:
            word = language.after(parts[-1])
        elif chance < 0.66:
            word = draw.choice(story)
        elif chance < 0.78:
            word = draw.choice(topic.words)
        elif chance < 0.80:
            word = str(int(10 ** draw.uniform(0, 4)))
        else:
            word = language.common(1)[0]
        if draw.random() < 0.06 and parts:
            parts[-1] += ","
        parts.append(word)
        length += word.count(" ") + 1
    text = " ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _syllables(draw: random.Random) -> list[str]:
    """Accented syllables, the real ones first in order of frequency, then possible ones."""
    possible = _possible_syllables()
    real = [word for word, _ in _real_syllables().most_common() if word in possible]
    extra = sorted(possible.difference(real))
    draw.shuffle(extra)
    return [*real, *extra[:2800]]


@cache
def _possible_syllables() -> frozenset[str]:
    possible = set()
    for onset, rhyme, tone in itertools.product(ONSETS, " ".join(RHYMES).split(), TONES):
        if (rhyme[-1] in "ctp" or rhyme.endswith("ch")) and tone not in ("\u0301", "\u0323"):
            continue
        vowels = [place for place, char in enumerate(rhyme) if char in "aăâeêioôơuưy"]
        place = vowels[-1] if rhyme[-1] not in "aăâeêioôơuưy" or len(vowels) == 1 else vowels[-2]
        text = unicodedata.normalize("NFC", onset + rhyme[: place + 1] + tone + rhyme[place + 1 :])
        possible.add(text)
    return frozenset(possible)


@cache
def _source() -> str:
    files = sorted((ROOT / "content").rglob("*.md"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files) or " ".join(FORMULAS * 3)


_VIETNAMESE = re.compile(r"[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{1,7}")


def _real_syllables() -> Counter[str]:
    return Counter(_VIETNAMESE.findall(_source().lower()))


def _real_pairs() -> Counter[str]:
    found: Counter[str] = Counter()
    for line in _source().lower().splitlines():
        words = _VIETNAMESE.findall(line)
        found.update(f"{a} {b}" for a, b in itertools.pairwise(words) if _is_content(a) and _is_content(b))
    return found


def _is_content(syllable: str) -> bool:
    return syllable in _possible_syllables() and syllable not in FUNCTION_WORDS


def _unit_names() -> Iterator[tuple[int, str]]:
    yield from enumerate(
        [
            "Tổ chức",
            "Hành chính",
            "Thanh tra",
            "Tài chính",
            "Việc làm",
            "Người có công",
            "Văn thư",
            "Đào tạo",
            "Cải cách",
            "Pháp chế",
            "Dân tộc",
            "Số",
        ]
    )
