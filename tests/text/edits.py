"""Articles edited at random, with the truth known: what became of every span."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.words import SpanState

SEED = Path(__file__).parents[2] / "seed" / "article.txt"

_BORDER = re.compile('(?<=[.!?\u061f]) |(?<=[.!?][\u201d"]) |(?<=\u3002)')
_FIGURE = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True)
class Base:
    """An article, and what may be put into it."""

    name: str
    text: str
    negation: str
    #: Names that stand in the text, each with one that does not.
    names: dict[str, str]
    blank: str = " "

    def sentences(self) -> Iterator[list[str]]:
        """Paragraphs as sentences; a sentence is its words."""
        for paragraph in self.text.strip().split("\n"):
            yield [sentence for sentence in _BORDER.split(paragraph) if sentence]


def _templates() -> str:
    places = ("Khasan", "Vladivostok", "Ussuriysk", "Artyom", "Nakhodka", "Tumangang", "Rason")
    rows = (
        f"In {place} the guards counted {12 + 7 * at} carriages before the train left the yard."
        f" The mayor of {place} said that {at + 3},500 people had waited {at + 2} hours for it."
        for at, place in enumerate(places * 3)
    )
    return "\n".join(rows)


ENGLISH_NAMES = {
    "Kim": "Moon",
    "Putin": "Lavrov",
    "Vladivostok": "Murmansk",
    "Russia": "Belarus",
    "Khasan": "Partizansk",
    "Moscow": "Minsk",
}
GERMAN = """\
Der gepanzerte Zug verließ Pjöngjang am Sonntag gegen 20 Uhr. Er fährt höchstens 60 \
Kilometer in der Stunde, berichtete die Agentur Yonhap. Die Wagen sind so schwer, dass die \
Brücken vor der Reise geprüft werden.
Kim reist mit etwa 90 Begleitern, darunter 12 Generale. In Wladiwostok soll er am Mittwoch mit \
Putin sprechen. Das Forum dauert laut Programm 4 Tage und kostet 3,7 Millionen Euro.
Die Stadt liegt 130 Kilometer von der Grenze entfernt. Der Bahnhof wurde im August für 2,5 \
Millionen Rubel renoviert. „Wir erwarten viele Gäste“, sagte der Bürgermeister.
Die Reise wäre die erste ins Ausland seit 2019. Damals dauerte die Fahrt 20 Stunden. \
Beobachter \
in Seoul rechnen mit einem Vertrag über Munition.
"""
ARABIC = """\
غادر القطار المدرع بيونغ يانغ مساء الأحد في الساعة 20. وتبلغ سرعته 60 كيلومترا في الساعة \
حسب وكالة يونهاب.
يسافر كيم مع 90 مرافقا بينهم 12 جنرالا. وسيلتقي الرئيس بوتين في فلاديفوستوك يوم الأربعاء المقبل.
تقع المدينة على بعد 130 كيلومترا من الحدود. وقد رممت المحطة في أغسطس بتكلفة 5 ملايين روبل.
هذه أول رحلة له إلى الخارج منذ عام 2019. واستغرقت الرحلة السابقة 20 ساعة كاملة.
"""
CHINESE = """\
装甲列车周日晚上20点离开平壤。据韩联社报道，列车时速达到60公里。
金正恩率领近90名随行人员出访。他将在周三与普京总统举行会谈。
这座城市距离边境130公里。火车站于八月花费500万卢布翻修。
这是他2019年以来首次出国。上次旅行持续了20个小时。首尔的观察人士预计双方将签署军火协议。
"""


def bases() -> list[Base]:
    return [
        Base("seed", SEED.read_text(encoding="utf-8"), "not", ENGLISH_NAMES),
        Base("templates", _templates(), "not", ENGLISH_NAMES),
        Base("german", GERMAN, "nicht", {"Kim": "Lee", "Putin": "Lawrow", "Yonhap": "Reuters"}),
        Base(
            "arabic",
            ARABIC,
            "لا",
            {
                "كيم": "لي",
                "بوتين": "مدفيديف",
            },
        ),
        Base(
            "chinese",
            CHINESE,
            "不",
            {"普京": "拜登", "平壤": "东京"},
            blank="",
        ),
    ]


FOREIGN = (
    "Nobody at the harbour office would answer questions about the delay.",
    "A spokeswoman for the ministry declined to comment on 14 earlier requests.",
    "The weather in the region has been unusually mild this autumn.",
    "Critics of the deal point to a report that Anna Ivanova wrote in 2011.",
    "Fishermen along the coast complain about empty nets and 37 broken promises.",
)


@dataclass
class Sentence:
    """One sentence on its way from the old text to the new one."""

    words: list[str]
    new: list[str] | None
    #: The words that were replaced, and the place where one was put in; of the old words.
    replaced: set[int] = field(default_factory=set)
    inserted: int | None = None
    fact: bool = False
    moved: bool = False
    start: int = 0
    place: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Case:
    """A span of the old text and the states that are true of it in the new one.

    `fact` where a figure, a name or a negation changed in it; `place` is where its sentence
    stands now.
    """

    start: int
    end: int
    states: frozenset[SpanState]
    fact: bool
    place: tuple[int, int]


@dataclass(frozen=True)
class Edited:
    old: str
    new: str
    cases: list[Case]
    edits: int


def edited(base: Base, seed: int) -> Edited:
    """`base`, edited as `seed` says."""
    rng = random.Random(seed)  # noqa: S311  (no secret: the same seed must give the same edits)
    paragraphs = [
        [_sentence(base, sentence) for sentence in sentences] for sentences in base.sentences()
    ]
    old = _old(base, paragraphs)
    everything = [sentence for sentences in paragraphs for sentence in sentences]
    edits = sum(_edit(rng, base, sentence) for sentence in everything)
    order = _shuffled(rng, paragraphs)
    new = _new(rng, base, order)
    cases = [case for sentence in everything for case in _cases(rng, base, sentence)]
    return Edited(old, new, cases, edits)


def _sentence(base: Base, sentence: str) -> Sentence:
    words = sentence.split(" ") if base.blank else re.findall(r"\d+|\D", sentence)
    return Sentence(words, list(words))


def _old(base: Base, paragraphs: list[list[Sentence]]) -> str:
    text = ""
    for sentences in paragraphs:
        for sentence in sentences:
            sentence.start = len(text)
            text += base.blank.join(sentence.words) + base.blank
        text = text.removesuffix(" ") + "\n"
    return text


Edit = Callable[[random.Random, Base, Sentence], bool]


def _edit(rng: random.Random, base: Base, sentence: Sentence) -> bool:
    if rng.random() > 0.2:
        return False
    edit: Edit = rng.choice((_figure, _negation, _name, _typo, _case, _delete))
    return edit(rng, base, sentence)


def _figure(rng: random.Random, _base: Base, sentence: Sentence) -> bool:
    return _replace(rng, sentence, _FIGURE, lambda old: str(int(old) + rng.randint(1, 30)))


def _name(rng: random.Random, base: Base, sentence: Sentence) -> bool:
    whole = base.blank.join(sentence.words)
    there = [name for name in base.names if name in whole]
    if not there:
        return False
    name = rng.choice(there)
    if base.blank:
        return _replace(rng, sentence, re.compile(rf"\b{name}\b"), lambda _: base.names[name])
    return _replace_signs(sentence, name, base.names[name])


def _replace_signs(sentence: Sentence, name: str, new: str) -> bool:
    at = "".join(sentence.words).index(name)
    lengths = [sum(map(len, sentence.words[:index])) for index in range(len(sentence.words))]
    first = lengths.index(at)
    sentence.new = [*sentence.words[:first], *new, *sentence.words[first + len(name) :]]
    sentence.replaced = set(range(first, first + len(name)))
    sentence.fact = True
    return True


def _replace(
    rng: random.Random,
    sentence: Sentence,
    wanted: re.Pattern[str],
    new: Callable[[str], str],
    *,
    fact: bool = True,
) -> bool:
    there = [at for at, word in enumerate(sentence.words) if wanted.search(word)]
    if not there:
        return False
    at = rng.choice(there)
    changed = wanted.sub(lambda match: new(match[0]), sentence.words[at], count=1)
    if changed == sentence.words[at]:
        return False
    sentence.new = [*sentence.words[:at], changed, *sentence.words[at + 1 :]]
    sentence.replaced = {at}
    sentence.fact = fact
    return True


def _typo(rng: random.Random, _base: Base, sentence: Sentence) -> bool:
    def swapped(old: str) -> str:
        at = rng.randrange(1, len(old) - 2)
        return old[:at] + old[at + 1] + old[at] + old[at + 2 :]

    return _replace(rng, sentence, _LETTERS, swapped, fact=False)


def _case(rng: random.Random, _base: Base, sentence: Sentence) -> bool:
    return _replace(rng, sentence, _LETTERS, str.upper, fact=False)


def _negation(rng: random.Random, base: Base, sentence: Sentence) -> bool:
    if len(sentence.words) < 2:
        return False
    at = rng.randrange(1, len(sentence.words))
    sentence.new = [*sentence.words[:at], base.negation, *sentence.words[at:]]
    sentence.inserted = at
    sentence.fact = True
    return True


def _delete(_rng: random.Random, _base: Base, sentence: Sentence) -> bool:
    sentence.new = None
    return True


Order = list[list[Sentence | str]]


def _shuffled(rng: random.Random, paragraphs: list[list[Sentence]]) -> Order:
    """The paragraphs with a few sentences moved, perhaps a paragraph, and sentences put in."""
    order: Order = [list(sentences) for sentences in paragraphs]
    if rng.random() < 0.3:
        _move_paragraph(rng, order)
    for _ in range(rng.randint(0, 2)):
        _move_sentence(rng, order)
    for _ in range(rng.randint(0, 2)):
        sentences = rng.choice(order)
        if not _is_heading(sentences):
            sentences.insert(rng.randint(0, len(sentences)), rng.choice(FOREIGN))
    return order


def _is_heading(sentences: list[Sentence | str]) -> bool:
    """Whether what is put beside these words would run into them."""
    last = sentences[-1] if sentences else ""
    return isinstance(last, Sentence) and last.words[-1][-1].isalnum()


def _move_paragraph(rng: random.Random, order: Order) -> None:
    at = rng.randrange(len(order))
    sentences = order.pop(at)
    target = (at + len(order) // 2 + rng.randint(-1, 1)) % (len(order) + 1)
    order.insert(target, sentences)
    if target == at:
        return
    passed = order[at:target] if target > at else order[target + 1 : at + 1]
    # Which of two was moved past the other is nobody's guess unless one is much shorter.
    if sum(map(_length, passed)) < 3 * _length(sentences):
        order.insert(at, order.pop(target))
        return
    for sentence in sentences:
        if isinstance(sentence, Sentence):
            sentence.moved = True


def _length(sentences: list[Sentence | str]) -> int:
    return sum(isinstance(one, Sentence) and one.new is not None for one in sentences)


def _move_sentence(rng: random.Random, order: Order) -> None:
    source = rng.randrange(len(order))
    target = (source + len(order) // 2) % len(order)
    if abs(source - target) < 2 or not order[source] or _is_heading(order[target]):
        return
    sentence = rng.choice(order[source])
    if not isinstance(sentence, Sentence) or len(sentence.words) < 6 or sentence.moved:
        return
    order[source].remove(sentence)
    order[target].append(sentence)
    sentence.moved = True


def _new(rng: random.Random, base: Base, order: Order) -> str:
    typography = rng.random() < 0.5
    text = ""
    for sentences in order:
        for sentence in sentences:
            words = [sentence] if isinstance(sentence, str) else sentence.new
            if words is None:
                continue
            written = base.blank.join(words)
            written = _set(rng, written) if typography else written
            if isinstance(sentence, Sentence):
                sentence.place = len(text), len(text) + len(written)
            text += written + base.blank
        text = text.removesuffix(" ") + "\n"
    return text


def _set(rng: random.Random, text: str) -> str:
    """Another typography: quotation marks, dashes, blanks, lines, invisible hyphens."""
    for old, new in (
        ("\u2019", "'"),
        ("\u201c", '"'),
        ("\u201d", '"'),
        (" \u2014 ", " \u2013 "),
    ):
        if rng.random() < 0.5:
            text = text.replace(old, new)
    if rng.random() < 0.3:
        text = re.sub(r"(?<=\d) ", "\u00a0", text)
    if rng.random() < 0.3:
        text = re.sub(r"([a-z]{4})([a-z]{3})", "\\1\u00ad\\2", text, count=3)
    if rng.random() < 0.3:
        text = re.sub(r"(.{40,60}?) ", "\\1\n", text)
    return text


def _cases(rng: random.Random, base: Base, sentence: Sentence) -> Iterator[Case]:
    size = len(sentence.words)
    yield _case_of(base, sentence, 0, size)
    if size > 3:
        first = rng.randrange(size - 2)
        yield _case_of(base, sentence, first, min(size, first + rng.randint(2, 8)))


def _case_of(base: Base, sentence: Sentence, first: int, last: int) -> Case:
    start = sentence.start + len(base.blank.join([*sentence.words[:first], ""]))
    end = start + len(base.blank.join(sentence.words[first:last]))
    states, fact = _truth(sentence, first, last)
    return Case(start, end, states, fact, sentence.place)


def _truth(sentence: Sentence, first: int, last: int) -> tuple[frozenset[SpanState], bool]:
    unchanged = SpanState.MOVED if sentence.moved else SpanState.EXACT
    if sentence.new is None:
        return frozenset({SpanState.LOST}), False
    if sentence.replaced & set(range(first, last)):
        return frozenset({SpanState.CHANGED}), sentence.fact
    at = sentence.inserted
    if at is not None and first <= at <= last:
        ends = at == last and not sentence.words[at - 1][-1].isalnum()
        if not ends:
            return frozenset({SpanState.CHANGED}), True
        return frozenset({SpanState.CHANGED, unchanged}), False
    if sentence.replaced & {first - 1, last}:
        return frozenset({SpanState.CHANGED, unchanged}), False
    return frozenset({unchanged}), False
