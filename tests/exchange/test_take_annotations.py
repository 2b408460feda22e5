"""Web annotations onto an article: to the words that they were made on."""

import io
import json
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange import take_annotations, webannotations
from factcheck.exchange.take_annotations import AnnotationsResult, find
from factcheck.exchange.webannotations import WebAnnotation
from factcheck.reports import content
from factcheck.services import articles, drafts, lookup, proposals
from factcheck.text.folding import fold
from tests.exchange.copies import Copy

PAGE = "https://example.org/page"


def note(exact: str | None, prefix: str = "", suffix: str = "", **more: Any) -> dict[str, Any]:
    """One row as the API of Hypothesis answers."""
    position = {"type": "TextPositionSelector", **more.pop("at", {})}
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    target = {"source": PAGE, "selector": [quote, position]} if exact else {"source": PAGE}
    return {
        "uri": PAGE, "user": "acct:jane@hypothes.is", "created": "2026-01-02T03:04:05+00:00",
        "text": "Is it so? https://example.org/x", "tags": [], "target": [target], **more,
    }  # fmt: skip


def take(copy: Copy, *rows: Any, **options: Any) -> AnnotationsResult:
    items = list(webannotations.read(io.BytesIO(json.dumps({"rows": rows}, indent=1).encode())))
    with copy.writing() as session:
        article = lookup.article(session, "kim-train")
        return take_annotations.take(session, article, items, **options)


def text(copy: Copy) -> str:
    with copy.reading() as session:
        return articles.newest(session, lookup.article(session, "kim-train")).text


def test_a_note_stands_on_its_words(seeded: Copy) -> None:
    words = text(seeded)
    start = words.index("olive-green armored train")
    row = note("olive\u2011green armored  train", tags=["train", "kim"])
    (number,) = take(seeded, row).added
    assert seeded.ask(
        'SELECT kind, text, author, "on", start, "end", exact FROM annotation'
    ) == [
        ("comment", "Is it so? https://example.org/x\nTags: train, kim", "jane",
         "2026-01-02T03:04:05+00:00", start, start + 25, "olive-green armored train"),
    ]  # fmt: skip
    with seeded.reading() as session:
        article = lookup.article(session, "kim-train")
        (row_,) = drafts.annotations(session, articles.newest(session, article))
        (proposal,) = proposals.of_copy(session, article)
        assert (row_.id, row_.urls) == (number, ["https://example.org/x"])
        assert proposals.proposed_source(proposal) == "https://example.org/x"
    assert seeded.check() == []


def test_a_mark_without_words_is_a_highlight(seeded: Copy) -> None:
    take(seeded, note("olive-green armored train", text=""))
    assert seeded.ask("SELECT kind, text FROM annotation") == [("highlight", "")]


def test_what_comes_twice_is_there_once(seeded: Copy) -> None:
    rows = [
        note("olive-green armored train"),
        note(None, text="On all of it."),
        note("olive-green armored train"),
    ]
    first = take(seeded, *rows)
    assert (len(first.added), first.notes, first.unchanged) == (1, 1, 1)
    steps = seeded.count("step")
    again = take(seeded, *rows)
    assert (again.added, again.notes, again.unchanged) == ([], 0, 3)
    assert seeded.count("step") == steps
    assert len(take(seeded, note("olive-green armored train", text="Another.")).added) == 1


def test_a_page_note_is_a_note_on_the_article(seeded: Copy) -> None:
    seeded.do(lambda s: setattr(lookup.article(s, "kim-train"), "url", PAGE))
    before = seeded.count("note")
    take(seeded, note(None, text="On all of it.", tags=["x"]))
    assert seeded.ask("SELECT text FROM note ORDER BY id DESC LIMIT 1") == [
        ("jane: On all of it.\nTags: x",)
    ]
    assert seeded.count("note") == before + 1
    with pytest.raises(BadInput, match="note on another page: https"):
        take(seeded, note(None, target=[{"source": "https://example.org/other"}]))
    with pytest.raises(BadInput, match="neither words nor text"):
        take(seeded, note(None, text=""))


def test_a_reply_stands_where_what_it_answers_stands(seeded: Copy) -> None:
    rows = [
        note(None, id="c", references=["a", "b"], text="Second."),
        note(None, id="b", references=["a"], text="First."),
        note("olive-green armored train", id="a", text="Begun."),
        note(None, id="d", references=["gone"], text="Lost."),
        note(None, id="e", references=["e"], text="Round."),
    ]
    result = take(seeded, *rows, keep_going=True)
    assert seeded.ask("SELECT text, exact FROM annotation ORDER BY id") == [
        (text, "olive-green armored train") for text in ("Second.", "First.", "Begun.")
    ]
    assert [message for _, message in result.refused] == [
        '"Lost." answers an annotation that is not in the file.',
        '"Round." answers an annotation that is not in the file.',
    ]


def test_words_that_are_not_there_are_refused_with_their_line(seeded: Copy) -> None:
    with pytest.raises(BadInput) as caught:
        take(seeded, note("olive-green armored train"), note("never written here"))
    assert caught.value.message == '"never written here" does not stand in kim-train.'
    assert caught.value.line is not None
    assert seeded.count("annotation") == 0
    result = take(seeded, note("olive-green armored train"), note("never written"), keep_going=True)
    assert (len(result.added), result.refused) == (
        1, [(caught.value.line, '"never written" does not stand in kim-train.')],
    )  # fmt: skip


# Which place

TEXT = "One day the train left. On the other day the train came.\n\nThe day after, the train left."


def anno(exact: str, prefix: str = "", suffix: str = "", *, at: int | None = None) -> WebAnnotation:
    end = None if at is None else at + len(exact)
    return WebAnnotation(exact, prefix, suffix, at, end, "", (), None, None, None, None)


def place(item: WebAnnotation) -> int:
    return find(item, fold(TEXT), "it")[0]


@pytest.mark.parametrize(
    ("item", "start"),
    [
        (anno("One day"), 0),
        (anno("the train", "other  day ", " came"), 41),
        (anno("the train", "", " came"), 41),
        (anno("the train", "One day", ""), 8),
        (anno("the train", "after,", " left"), 73),
        (anno("the train", "after,", " was never there"), 73),
        (anno("the train", at=41), 41),
        (anno("the train", "", " left", at=8), 8),
        (anno("the train", "", " came", at=8), 41),
    ],
)
def test_what_stands_around_tells_the_place(item: WebAnnotation, start: int) -> None:
    assert place(item) == start


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (anno("the train"), "stands more than once"),
        (anno("the train", "", " left"), "stands more than once"),
        (anno("the train", "", " left", at=41), "stands more than once"),
        (anno("the train", at=9), "stands more than once"),
        (anno("the tra", "", "in came"), "does not stand"),
        (anno("no such words"), "does not stand"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(item: WebAnnotation, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        place(item)


def test_what_stands_everywhere_is_told_by_its_position_alone() -> None:
    page = fold("day " * 20_000)
    assert find(anno("day", at=40_000), page, "it") == (40_000, 40_003)
    with pytest.raises(BadInput, match="more than once"):
        find(anno("day", "day ", " day"), page, "it")


def test_what_we_write_comes_back_to_the_same_words(seeded: Copy) -> None:
    with seeded.reading() as session:
        made = content.of_article(session, lookup.article(session, "kim-train"))
    # As another house would write it: its claims are not here.
    written = webannotations.write(made).replace("urn:uuid:", "urn:uuid:ffffffff-")
    with seeded.writing() as session:
        items = webannotations.read(io.BytesIO(written.encode()))
        result = take_annotations.take(session, lookup.article(session, "kim-train"), items)
    marks = [(mark["start"], mark["end"]) for mark in made["draft"]["marks"]]
    assert len(result.added) == len(marks)
    assert sorted(seeded.ask('SELECT start, "end" FROM annotation')) == sorted(marks)


def test_our_own_claims_come_back_as_themselves(seeded: Copy) -> None:
    with seeded.reading() as session:
        made = content.of_article(session, lookup.article(session, "kim-train"))
    written = webannotations.write(made)
    with seeded.writing() as session:
        items = webannotations.read(io.BytesIO(written.encode()))
        result = take_annotations.take(session, lookup.article(session, "kim-train"), items)
    assert (result.added, result.unchanged) == ([], len(made["draft"]["marks"]))
    assert seeded.ask("SELECT count(*) FROM annotation") == [(0,)]
