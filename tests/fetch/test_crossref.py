import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.crossref import Update, doi_of, updates
from factcheck.fetch.failures import Failure
from factcheck.fetch.json_answers import CouldNotLook
from tests.fetch.conftest import Serve
from tests.fetch.servers import Server, answer
from tests.fetch.test_archives import NO_JSON, hurried, paths

DOI = "10.1016/S0140-6736(97)11096-0"
SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
RETRACTION = {
    "DOI": "10.1016/S0140-6736(10)60175-4",
    "type": "retraction",
    "label": "Retraction",
    "source": "retraction-watch",
    "updated": {"date-time": "2010-02-06T00:00:00Z"},
    "record-id": "20946",
}


def asked(server: Server, doi: str = DOI, mailto: str | None = None) -> list[Update]:
    async def one() -> list[Update]:
        limits = Limits(tries=1)
        async with Client(allow=["127.0.0.1"], limits=limits, gate=hurried()) as client:
            return await updates(client, doi, base=f"{server.url}/", mailto=mailto)

    return asyncio.run(one())


def work(*given: Any) -> bytes:
    message = {"DOI": DOI, "title": ["Ileal"], "updated-by": list(given)}
    return answer(json.dumps({"status": "ok", "message-type": "work", "message": message}).encode())


# Updates


def test_what_became_of_a_work_is_told(serve: Serve) -> None:
    concern = {"type": "Expression-of concern", "updated": {"date-parts": [[2004, 3, 6]]}}
    server = serve(work(concern, RETRACTION))
    assert asked(server, mailto="j\u00f6rg+desk@example.org") == [
        Update("expression_of_concern", "Expression of concern", None, "2004-03-06", None),
        Update(
            "retraction",
            "Retraction",
            "10.1016/S0140-6736(10)60175-4",
            "2010-02-06",
            "retraction-watch",
        ),
    ]
    assert paths(server) == [
        "/works/10.1016%2FS0140-6736%2897%2911096-0?mailto=j%C3%B6rg%2Bdesk%40example.org"
    ]
    assert b"\r\naccept: application/json\r\n" in server.heads[0]


@pytest.mark.parametrize("message", [{"DOI": DOI}, {"DOI": DOI, "updated-by": None}])
def test_a_work_without_notices_has_no_updates(serve: Serve, message: dict[str, Any]) -> None:
    assert asked(serve(answer(json.dumps({"message": message}).encode()))) == []


def test_a_doi_that_crossref_has_not_has_no_updates(serve: Serve) -> None:
    assert asked(serve(answer(b"Resource not found.", status="404 Not Found"))) == []


@pytest.mark.parametrize(
    ("status", "transient"), [("429 Slow", True), ("503 Down", True), ("400 Bad", False)]
)
def test_a_refusal_says_nothing_of_the_work(serve: Serve, status: str, *, transient: bool) -> None:
    with pytest.raises(CouldNotLook) as caught:
        asked(serve(answer(b"{}", status=status)))
    error = caught.value
    assert (error.status, error.transient) == (int(status[:3]), transient)


@pytest.mark.parametrize(
    ("updated", "day"),
    [
        ({"date-time": "2019-07-26T00:00:00Z"}, "2019-07-26"),
        ({"date-parts": [[2019, 7, 26]], "date-time": "2019-07-25T23:00:00Z"}, "2019-07-26"),
        ({"date-parts": [[2019]], "date-time": "2019-01-01T00:00:00Z"}, None),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[2019, 13, 1]]}, None),
        ({"date-parts": [[10**400, 1, 1]]}, None),
        ({"date-parts": [[True, True, True]]}, None),
        ({"date-parts": ["2019-07-26"]}, None),
        ({"date-time": "26 July 2019"}, None),
        ({"date-time": 1564099200000}, None),
        ({}, None),
        (None, None),
        ("2019-07-26", None),
    ],
)
def test_a_day_is_given_only_in_full(serve: Serve, updated: Any, day: str | None) -> None:
    assert [update.on for update in asked(serve(work(RETRACTION | {"updated": updated})))] == [day]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"[]", "it sends no record"),
        (b"{}", "it describes no work"),
        (b'{"message": []}', "it describes no work"),
        (b'{"message": {}}', "it describes no work"),
        (b'{"message": {"items": [], "total-results": 0}}', "it describes no work"),
        (b'{"message": {"DOI": 10.1}}', "it describes no work"),
        (b'{"message": {"DOI": "10.1/x", "updated-by": {}}}', "its updates are no list"),
        (b'{"message": {"DOI": "10.1/x", "updated-by": false}}', "its updates are no list"),
    ],
)
def test_a_work_of_another_shape_is_no_answer(serve: Serve, body: bytes, why: str) -> None:
    with pytest.raises(failures.BadAnswer) as caught:
        asked(serve(answer(body)))
    assert caught.value.message.endswith(f" does not answer as it should: {why}.")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("retraction", "one of its updates is no record"),
        (None, "one of its updates is no record"),
        ({}, "one of its updates is of no type"),
        ({"type": " "}, "one of its updates is of no type"),
        ({"type": ["retraction"]}, "the type of one of its updates is ['retraction']"),
        (RETRACTION | {"DOI": 10.5}, "the DOI of one of its updates is 10.5"),
        (RETRACTION | {"source": {"a": 1}}, "the source of one of its updates is {'a': 1}"),
    ],
)
def test_a_notice_that_cannot_be_read_is_not_passed_over(
    serve: Serve, given: Any, why: str
) -> None:
    with pytest.raises(failures.BadAnswer) as caught:
        asked(serve(work(RETRACTION, given)))
    assert caught.value.message.endswith(f" does not answer as it should: {why}.")


def test_what_is_said_of_a_work_is_made_harmless_and_short(serve: Serve) -> None:
    [update] = asked(serve(work(RETRACTION | {"label": "\x1b[2J\ud800" + "so " * 10_000})))
    assert update.label.startswith(r"\x1b[2J\ud800so so so")
    assert len(update.label) == 200


@pytest.mark.parametrize("body", NO_JSON, ids=range(len(NO_JSON)))
def test_a_work_that_is_no_json_is_no_answer(serve: Serve, body: bytes) -> None:
    with pytest.raises(Failure) as caught:
        asked(serve(answer(body)))
    assert isinstance(caught.value, failures.BadAnswer | failures.TooLarge)


@pytest.mark.parametrize(
    "doi", ["", "..", "10.1000", "10.1000/", "x10.1000/182", "10.1000/a b", "10.1000/\ud800"]
)
def test_what_is_no_doi_is_not_asked_for(serve: Serve, doi: str) -> None:
    server = serve(work())
    with pytest.raises(BadInput) as caught:
        asked(server, doi)
    assert caught.value.message.endswith(" is no DOI.")
    assert server.heads == []


def test_a_doi_cannot_lead_elsewhere(serve: Serve) -> None:
    server = serve(work())
    assert asked(server, "10.1000/../../members?x#y%2F") == []
    assert paths(server) == ["/works/10.1000%2F..%2F..%2Fmembers%3Fx%23y%252F"]


def test_a_service_without_an_address_is_not_asked() -> None:
    async def one() -> None:
        async with Client() as client:
            await updates(client, DOI, base="file:///etc")

    with pytest.raises(BadInput, match="cannot be asked: file: is no scheme of the web"):
        asyncio.run(one())


# DOIs


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1038/nature12373", "10.1038/nature12373"),
        ("http://dx.doi.org/10.1016%2FS0140-6736(97)11096-0?x=1#y", DOI),
        ("doi.org/10.1000/ABC-d", "10.1000/ABC-d"),
        ("https://doi.org/10.1000/report.pdf", "10.1000/report.pdf"),
        (f"https://doi.org/{SICI}", SICI),
        (f"https://doi.org/{SICI.replace('<', '%3C').replace('>', '%3E')}", SICI),
        ("https://doi.org/10.1000.10.2/182", "10.1000.10.2/182"),
        ("doi:10.1000/182.", "10.1000/182"),
        ("DOI: 10.1000/182; and more", "10.1000/182"),
        ("as in doi 10.1000/182, where", "10.1000/182"),
        ("doi:10.1000/m\u00fcnchen\u00a0x", "10.1000/m\u00fcnchen"),
        ("doi:10.1000/182\u200b", "10.1000/182"),
        (" 10.1000/182 ", "10.1000/182"),
        ("(doi:10.1000/182(3))", "10.1000/182(3)"),
        ("[here](https://doi.org/10.1000/182).", "10.1000/182"),
        ('<a href="https://doi.org/10.1000/182">', "10.1000/182"),
        ("<https://doi.org/10.1000/182></p>", "10.1000/182"),
        ("\u201chttps://doi.org/10.1000/182\u201d", "10.1000/182"),
        (f"(https://doi.org/{SICI}).", SICI),
        ("https://www.nejm.org/doi/full/10.1056/NEJMoa2034577?query=x", "10.1056/NEJMoa2034577"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/abc.123/full", "10.1002/abc.123"),
        ("https://x.example/doi/pdf/10.1002/abc.pdf", "10.1002/abc"),
        (
            "https://www.medrxiv.org/content/10.1101/2020.01.30.92v1.full-text",
            "10.1101/2020.01.30.92",
        ),
        ("https://journals.example/article?id=10.1371/journal.x.1&type=y", "10.1371/journal.x.1"),
        ("https://web.archive.org/web/2020/https://doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1000/... or doi:10.1000/182", "10.1000/182"),
        ("https://example.org/10.5", None),
        ("https://10.0.0.1/8/x", None),
        ("https://doi.org/", None),
        ("doi:10.1000/", None),
        ("doi:10.100/x", None),
        ("https://doi.org/10.1000/%00%0a", None),
        (f"https://doi.org/10.1000/{'x' * 300}", None),
        ("It rose to 10.1234/5 in May", None),
        ("", None),
    ],
)
def test_a_doi_is_found_where_it_is_marked_as_one(text: str, doi: str | None) -> None:
    assert doi_of(text) == doi


PARTS = st.lists(
    st.one_of(
        st.sampled_from(["doi:", "https://doi.org/", "/doi/full/", "10.1000/", "10.1101/", "%2F"]),
        st.sampled_from(["?id=", "<1", ">", "(", ")", ".", "/full", ".pdf", "v1", "%00", "\u200b"]),
        st.characters(),
    )
).map("".join)


@given(PARTS)
def test_what_is_found_can_be_written_and_read_again(text: str) -> None:
    doi = doi_of(text)
    if doi is not None:
        assert doi_of(f"doi:{doi}") == doi


@pytest.mark.parametrize(
    "text",
    [
        "/10.1234/" * 110_000,
        "/10.1234" + ".1" * 500_000,
        "doi: " * 200_000,
        ("/10.1234/" + ")" * 280) * 3500,
        "/10.1234/<1" + "a" * 1_000_000,
        "/10.1234/" + "<1" * 500_000,
        ("/10.1234/a" + "/full" * 60) * 3500,
    ],
    ids=range(7),
)
def test_a_megabyte_of_almost_a_doi_is_read(text: str) -> None:
    assert doi_of(text) is None
