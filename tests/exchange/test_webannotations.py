"""Web Annotations: what the W3C's model and Hypothesis' exports say, and what we write."""

import io
import json
from typing import Any

import pytest

from factcheck.errors import BadInput
from factcheck.exchange import webannotations
from factcheck.exchange.take_annotations import find
from factcheck.exchange.webannotations import WebAnnotation
from factcheck.text.folding import fold

PAGE = "https://example.org/page"
QUOTE = {"type": "TextQuoteSelector", "exact": "on Tuesday", "prefix": "came ", "suffix": ", he"}
POSITION = {"type": "TextPositionSelector", "start": 10, "end": 20}
W3C: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno1",
    "type": "Annotation",
    "creator": {"type": "Person", "name": "Jane Roe"},
    "created": "2026-01-02T03:04:05Z",
    "body": [
        {"type": "TextualBody", "value": "Is it so?", "purpose": "commenting"},
        {"type": "TextualBody", "value": "date", "purpose": "tagging"},
    ],
    "target": {"source": PAGE, "selector": [QUOTE, POSITION]},
}
HYPOTHESIS: dict[str, Any] = {
    "id": "abc",
    "uri": PAGE,
    "user": "acct:jane@hypothes.is",
    "created": "2026-01-02T03:04:05.123456+00:00",
    "text": "Is it so?",
    "tags": ["date", "date"],
    "target": [{"source": PAGE, "selector": [{"type": "RangeSelector"}, POSITION, QUOTE]}],
}
WHOLE = WebAnnotation(
    exact="on Tuesday", prefix="came ", suffix=", he", start=10, end=20, text="Is it so?",
    tags=("date",), author="Jane Roe", created="2026-01-02T03:04:05Z", source=PAGE,
    uid="http://example.org/anno1",
)  # fmt: skip


def read(data: Any) -> list[tuple[int, WebAnnotation | BadInput]]:
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(webannotations.read(io.BytesIO(text)))


def one(record: Any) -> WebAnnotation:
    ((_, item),) = read(record)
    assert isinstance(item, WebAnnotation), item
    return item


def refused(data: Any) -> str:
    ((line, error),) = read(data)
    assert isinstance(error, BadInput)
    assert error.line == line
    return error.message


def test_an_annotation_of_the_w3c_is_read_whole() -> None:
    assert one(W3C) == WHOLE


def test_an_annotation_of_hypothesis_is_read_whole() -> None:
    assert one(HYPOTHESIS) == WebAnnotation(
        exact="on Tuesday", prefix="came ", suffix=", he", start=10, end=20, text="Is it so?",
        tags=("date",), author="jane", created="2026-01-02T03:04:05.123456+00:00", source=PAGE,
        uid="abc",
    )  # fmt: skip


@pytest.mark.parametrize(
    "held",
    [
        [W3C, W3C],
        {"type": "AnnotationPage", "items": [W3C, W3C]},
        {"type": "AnnotationCollection", "total": 2, "first": {"items": [W3C, W3C]}},
        {"total": 2, "rows": [W3C, W3C]},
        {"export_date": "x", "export_user": "y", "annotations": [W3C, W3C]},
        (json.dumps(W3C) + "\n" + json.dumps(W3C) + "\n").encode(),
        b"\xef\xbb\xbf" + json.dumps([W3C, W3C], indent=2).encode(),
    ],
    ids=["list", "page", "collection", "rows", "export", "lines", "marked"],
)
def test_annotations_come_in_many_wrappings(held: Any) -> None:
    assert [item for _, item in read(held)] == [WHOLE, WHOLE]


def test_each_has_its_line() -> None:
    record = json.dumps(W3C)
    listed = read(f'{{"rows": [\n{record},\n\n3, {record}]}}'.encode())
    assert [line for line, _ in listed] == [2, 4, 4]
    lines = read(f"{record}\n{{broken\n{record}\n".encode())
    assert [(line, isinstance(item, BadInput)) for line, item in lines] == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("body", "text", "tags"),
    [
        ("https://example.org/body", "https://example.org/body", ()),
        ({"value": "plain"}, "plain", ()),
        ({"value": "<p>In <b>bold</b></p>", "format": "text/html"}, "In bold", ()),
        ({"value": "<!-- -->", "format": "text/html"}, "<!-- -->", ()),
        ({"source": "https://a.org", "purpose": "identifying"}, "https://a.org", ()),
        ([{"value": "a"}, {"value": "b"}], "a\nb", ()),
        ({"type": "Choice", "items": [{"value": "first"}, {"value": "other"}]}, "first", ()),
        ({"value": "t", "purpose": ["tagging"]}, "", ("t",)),
        (None, "", ()),
        ("<script>alert(1)</script>", "<script>alert(1)</script>", ()),
    ],
)
def test_bodies_come_in_many_forms(body: Any, text: str, tags: tuple[str, ...]) -> None:
    item = one({**W3C, "body": body})
    assert (item.text, item.tags) == (text, tags)


def test_a_body_may_be_a_plain_value() -> None:
    assert one({"target": PAGE, "bodyValue": "Short."}).text == "Short."


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ("acct:jane@hypothes.is", "jane"), ("https://example.org/jane", "https://example.org/jane"),
        ([{"nickname": "J"}], "J"), ({"id": "urn:x"}, "urn:x"), (None, None), ([], None),
    ],
)  # fmt: skip
def test_creators_come_in_many_forms(creator: Any, name: str | None) -> None:
    assert one({**W3C, "creator": creator}).author == name


def test_the_name_that_hypothesis_shows_is_taken() -> None:
    assert one({**HYPOTHESIS, "user_info": {"display_name": "Jane Roe"}}).author == "Jane Roe"


@pytest.mark.parametrize(
    "target",
    [
        {"source": PAGE, "selector": QUOTE},
        {"source": {"id": PAGE}, "selector": {"type": ["TextQuoteSelector"], **QUOTE}},
        {"source": PAGE, "selector": {"type": "FragmentSelector", "refinedBy": QUOTE}},
        {"source": PAGE, "selector": {"type": "Choice", "items": [{"type": "Css"}, QUOTE]}},
        {"source": PAGE, "selector": {**QUOTE, "type": "oa:TextQuoteSelector"}},
    ],
    ids=["one", "list", "refined", "choice", "prefixed"],
)
def test_the_quotation_may_stand_deep_in_the_selector(target: Any) -> None:
    item = one({**W3C, "target": target})
    assert (item.exact, item.prefix, item.suffix) == ("on Tuesday", "came ", ", he")
    assert (item.start, item.end, item.source) == (None, None, PAGE)


@pytest.mark.parametrize("target", [PAGE, {"source": PAGE}, {"id": PAGE}, [{"source": PAGE}]])
def test_a_note_on_the_page_has_no_words(target: Any) -> None:
    item = one({**W3C, "target": target})
    assert (item.exact, item.source) == (None, PAGE)


def test_each_target_is_one() -> None:
    other = {**QUOTE, "exact": "on Sunday"}
    targets = [{"source": PAGE, "selector": QUOTE}, {"source": PAGE, "selector": other}]
    items = [item for _, item in read({**W3C, "target": targets})]
    assert [item.exact for item in items if isinstance(item, WebAnnotation)] == [
        "on Tuesday", "on Sunday",
    ]  # fmt: skip


def test_a_reply_names_what_it_answers() -> None:
    reply = {**HYPOTHESIS, "target": [{"source": PAGE}], "references": ["abc", "def"]}
    assert one(reply).answers == "abc"
    assert one({**W3C, "motivation": "replying", "target": "http://a.org/1"}).answers == (
        "http://a.org/1"
    )


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("text", "no annotation"), ({"type": "Annotation"}, "it has no target"), (3, "no target"),
        ({**W3C, "target": {"selector": {**QUOTE, "exact": 3}}}, "exact is 3, not text"),
        ({**W3C, "bodyValue": ["x"]}, "bodyValue is ['x'], not text"),
        ({**HYPOTHESIS, "text": "\ud800"}, "half a character (U+D800)"),
        ({**HYPOTHESIS, "text": "\0"}, "NUL"), ({**HYPOTHESIS, "tags": ["\0"]}, "NUL"),
    ],
)  # fmt: skip
def test_what_is_no_annotation_is_refused(record: Any, message: str) -> None:
    assert message in refused([record])


def test_a_date_that_is_none_is_left_out() -> None:
    assert one({**W3C, "created": "yesterday"}).created is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", "no annotation"), (b'{"rows": []}', "no annotation"), (b"", "nothing in it"),
        (b" " * 25_000_001, "25 MB"), ('["M\xfcller"]'.encode("cp1252"), "Windows-1252"),
    ],
)  # fmt: skip
def test_what_holds_none_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read(data)


def test_a_selector_in_a_selector_without_end_is_left() -> None:
    selector: dict[str, Any] = QUOTE
    for _ in range(50):
        selector = {"type": "FragmentSelector", "refinedBy": selector}
    assert one({**W3C, "target": {"source": PAGE, "selector": selector}}).exact is None


# Out

TEXT = "He came on Tuesday, he said.\n\nShe came on Tuesday, too </script> 🚂 \u202eabc."


def claim(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": number, "uid": f"00000000-0000-7000-8000-00000000000{number}", "text": "x",
        "outcome": "cant-confirm", "tags": [], "verdict": None, "fix": None, "span": None,
        "article": None, "created_at": "2026-01-01T00:00:00Z", **more,
    }  # fmt: skip


def content(**more: Any) -> dict[str, Any]:
    places = [(TEXT.index("on T"), 1), (TEXT.rindex("on T"), 1), (TEXT.index("too"), 2)]
    marks = [{"start": at, "end": at + 3, "claim": n, "listed": n < 3} for at, n in places]
    verdict = {"reason": "No train.", "by": "Ann", "at": "2026-01-02T03:04:05Z"}
    return {
        "words": "desk",
        "article": {"uid": "u-1", "url": PAGE, "title": "A piece", "slug": "a-piece"},
        "draft": {"text": TEXT, "marks": marks},
        "claims": [claim(1, verdict=verdict, tags=["date"]), claim(2), claim(3)],
        **more,
    }


def test_claims_are_written_as_annotations_on_their_words() -> None:
    written = json.loads(webannotations.write(content()))
    first, second, third = written["first"]["items"]
    assert (written["type"], written["total"], written["label"]) == (
        "AnnotationCollection", 3, "A piece",
    )  # fmt: skip
    assert first == {
        "id": "urn:uuid:00000000-0000-7000-8000-000000000001",
        "type": "Annotation",
        "motivation": "assessing",
        "created": "2026-01-02T03:04:05Z",
        "creator": {"type": "Person", "name": "Ann"},
        "body": [
            {"type": "TextualBody", "value": "unproven\nNo train.", "format": "text/plain",
             "purpose": "assessing"},
            {"type": "TextualBody", "value": "date", "format": "text/plain", "purpose": "tagging"},
        ],
        "target": {
            "source": PAGE,
            "selector": [
                {"type": "TextQuoteSelector", "exact": "on ", "prefix": "He came ",
                 "suffix": "Tuesday, he said.\n\nShe came on T"},
                {"type": "TextPositionSelector", "start": 8, "end": 11},
            ],
        },
    }  # fmt: skip
    assert second["id"] == "urn:uuid:00000000-0000-7000-8000-000000000001#2"
    assert "creator" not in third


def test_what_is_written_is_found_again_at_the_same_words() -> None:
    written = webannotations.write(content())
    assert written == webannotations.write(content())
    page = fold(TEXT)
    found = [
        find(item, page, "a-piece")
        for _, item in read(written.encode())
        if isinstance(item, WebAnnotation)
    ]
    words = [TEXT[start:end].strip() for start, end in found]
    starts = [mark["start"] for mark in content()["draft"]["marks"]]
    assert (words, [start for start, _ in found]) == (["on", "on", "too"], starts)


def test_without_a_draft_the_claims_say_where_they_stand() -> None:
    span = {"exact": "x", "prefix": "", "suffix": "y", "start": 3, "end": 4, "zone": "body"}
    listed = [claim(1, span=span, article={"slug": "a piece"}), claim(2)]
    written = json.loads(webannotations.write(content(article=None, draft=None, claims=listed)))
    (item,) = written["first"]["items"]
    assert item["target"]["source"] == "urn:x-factcheck:article:a-piece"
    assert item["target"]["selector"][0]["exact"] == "x"
    assert "label" not in written


def test_no_claim_at_all_is_an_empty_collection() -> None:
    written = json.loads(webannotations.write(content(claims=[])))
    assert (written["total"], written["first"]["items"]) == (0, [])
