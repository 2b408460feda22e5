"""Articles: how they come in, and what is kept when they run."""

import hashlib

import pytest

from factcheck.errors import BadInput, Conflict, FactcheckError, NotFound, Refused, Usage
from factcheck.models import Article, Claim, Closing, Revision
from factcheck.services import article_shapes, articles, lookup
from factcheck.services.articles import NewArticle
from factcheck.words import Conclusion
from tests.services.desk import TEXT, Desk, article


def test_text_is_kept_as_it_came(desk: Desk) -> None:
    body = " \u201cA\u201d\u00a0b\tc\r d\n\ne\u0301 \U0001f600 "
    number = desk.article(body)
    row = desk.ask("SELECT text, sha256, number FROM revision")
    assert row == [(body, hashlib.sha256(body.encode()).hexdigest(), 1)]
    assert desk.row(Article, number).language == "en"


NAMED = [
    (NewArticle("# On Trains\n\nText", "draft.md"), "draft", "On Trains"),
    (NewArticle("Text", "drafts/kim_train.txt"), "kim-train", "kim train"),
    (NewArticle("Text", "x.txt", title="On Trains"), "on-trains", "On Trains"),
    (NewArticle("Only words here.\nMore."), "only-words-here", "Only words here."),
    (NewArticle("Text", slug="mine", title="On Trains"), "mine", "On Trains"),
]


def test_slug_and_title(desk: Desk) -> None:
    with desk.writing() as session:
        for new, _, _ in NAMED:
            articles.add(session, new)
    found = desk.ask("SELECT slug, title FROM article ORDER BY id")
    assert found == [(slug, title) for _, slug, title in NAMED]


def test_taken_slug_gets_a_number(desk: Desk) -> None:
    for _ in range(3):
        with desk.writing() as session:
            articles.add(session, NewArticle("Text", "kim.txt"))
    assert desk.ask("SELECT slug FROM article ORDER BY id") == [("kim",), ("kim-2",), ("kim-3",)]


BAD_SLUGS: dict[str, type[FactcheckError]] = {
    "kim": Refused, "12": BadInput, "A B": BadInput, "-": BadInput,
}  # fmt: skip


def test_slug_that_cannot_be_taken(desk: Desk) -> None:
    desk.article()
    for slug, error in BAD_SLUGS.items():
        with pytest.raises(error):
            desk.article("Text", slug)
    assert desk.ask("SELECT count(*) FROM revision") == [(1,)]


def test_author_is_a_source(desk: Desk) -> None:
    desk.article(authors=["Cora", "Dan", "Cora"])
    desk.article("Text", "other")
    assert desk.ask('SELECT "key", title, article_id FROM source ORDER BY id') == [
        ("author", "Cora, Dan, author", 1),
        ("author-other", "The author of Text", 2),
    ]
    with desk.reading() as session:
        assert article_shapes.article(session, article(session))["authors"] == ["Cora", "Dan"]


def test_authors_are_replaced(desk: Desk) -> None:
    desk.article(authors=["Cora", "Dan"])
    with desk.writing() as session:
        articles.edit(session, article(session), {"title": "New"}, authors=["Eve", "Cora"])
    with desk.reading() as session:
        found = article_shapes.article(session, article(session))
    assert (found["title"], found["authors"]) == ("New", ["Eve", "Cora"])
    assert desk.ask("SELECT title FROM source") == [("Eve, Cora, author",)]


def test_edit_of_an_older_article(desk: Desk) -> None:
    desk.article()
    desk.article("Text", "other")
    with pytest.raises(Conflict), desk.writing() as session:
        articles.edit(session, article(session), {"title": "x"}, version=99)
    with pytest.raises(Refused), desk.writing() as session:
        articles.edit(session, article(session), {"slug": "other"})
    assert desk.ask("SELECT slug FROM article ORDER BY id") == [("kim",), ("other",)]


def test_article_by_any_name(desk: Desk) -> None:
    number = desk.article()
    with desk.reading() as session:
        for word in ("1", "#1", "article:1", "kim", "article:kim"):
            assert lookup.article(session, word).id == number
        with pytest.raises(NotFound) as caught:
            lookup.article(session, "kmi")
    assert caught.value.hint == "Did you mean kim?"


def test_only_open_article_is_meant(desk: Desk) -> None:
    with desk.reading() as session, pytest.raises(Usage, match="no open article"):
        lookup.the_article(session, None)
    desk.article()
    with desk.reading() as session:
        assert lookup.the_article(session, None).slug == "kim"
    desk.article("Text", "other")
    with desk.reading() as session, pytest.raises(Usage, match="Several articles are open"):
        lookup.the_article(session, None)


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """An article that ran with one claim of three open."""
    desk.article(url="https://example.org/draft")
    desk.source()
    for words in ("one", "two", "three"):
        desk.claim(words)
    desk.decide(1, Conclusion.SUPPORTED, place="atlas p. 1")
    desk.decide(2, Conclusion.NOT_CHECKABLE, because="opinion")
    with desk.writing("article close", who="The Editor") as session:
        articles.close(session, article(session), "example.org/kim")
    return desk


def test_close_keeps_what_ran(closed: Desk) -> None:
    with closed.reading() as session:
        found = article_shapes.article(session, article(session))
    assert found["state"] == "closed"
    assert (found["url"], found["closed"]["url"]) == ("https://example.org/kim",) * 2
    assert found["closed"]["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (found["closed"]["by"], found["closed"]["open"]) == (
        "The Editor", [closed.row(Claim, 3).uid],
    )  # fmt: skip


def test_closed_twice_is_refused(closed: Desk) -> None:
    with pytest.raises(Refused, match="is closed already"), closed.writing() as session:
        articles.close(session, article(session))
    with closed.reading() as session, pytest.raises(Usage):
        lookup.the_article(session, None)


def test_reopen_keeps_the_closing(closed: Desk) -> None:
    with closed.writing(who="Bob") as session:
        articles.reopen(session, article(session))
    with closed.reading() as session:
        closing = session.get_one(Closing, 1)
        assert closing.reopened_at is not None
        assert article_shapes.article(session, article(session))["closed"] is None
    with pytest.raises(Refused, match="is open"), closed.writing() as session:
        articles.reopen(session, article(session))


def test_closing_is_undone_and_redone(closed: Desk) -> None:
    closed.undo()
    assert closed.row(Article, 1).closed_at is None
    assert closed.ask("SELECT count(*) FROM closing") == [(0,)]
    closed.undo()
    assert closed.row(Article, 1).closed_at is not None
    assert closed.row(Revision, 1).number == 1
