import itertools
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

import pytest

from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.archives import Archive, Copy, NotSaved
from factcheck.fetch.failures import Failure
from tests.fetch.conftest import Serve
from tests.fetch.servers import Manner, Server, Talk, answer, redirect
from tests.fetch.test_archives import MEMENTO, NO_JSON, PAGE, STAMP, asked, copy_at, paths

KEYS = ("acc355", "s3cr3t")
JOB = "spn2-" + "0a" * 20
PENDING = {"status": "pending", "job_id": JOB, "resources": []}
DONE = {
    "status": "success",
    "job_id": JOB,
    "timestamp": STAMP,
    "original_url": PAGE,
    "duration_sec": 16.04,
    "http_status": 200,
}
ORDERED = {"url": PAGE, "job_id": JOB}


def says(record: Any, status: str = "200 OK") -> bytes:
    body = record if isinstance(record, bytes) else json.dumps(record).encode()
    return answer(body, "Connection: close", status=status)


def in_turn(*answers: bytes, then: bytes = says(PENDING)) -> Manner:
    """The order and each question have their answer; later questions have `then`."""
    left: Iterable[bytes] = itertools.chain(answers, itertools.repeat(then))
    turns = iter(left)

    def manner(talk: Talk) -> None:
        talk.read()
        talk.send(next(turns))

    return manner


def saved(
    server: Server,
    url: str = PAGE,
    keys: tuple[str, str] | None = KEYS,
    pauses: list[float] | None = None,
    deadline: float = 180,
) -> Copy:
    async def wait(seconds: float) -> None:
        if pauses is not None:
            pauses.append(seconds)

    return asked(server.url, lambda archive: archive.save(url, wait=wait, deadline=deadline), keys)


def refused(server: Server, **settings: Any) -> NotSaved:
    with pytest.raises(NotSaved) as caught:
        saved(server, **settings)
    return caught.value


def test_a_page_is_ordered_and_asked_after_until_it_is_there(serve: Serve) -> None:
    forms = []
    turns = iter([ORDERED, PENDING, PENDING, DONE])

    def manner(talk: Talk) -> None:
        forms.append(parse_qs(talk.read().decode()))
        talk.send(says(next(turns)))

    server = serve(manner)
    pauses: list[float] = []
    assert saved(server, f"{PAGE}#top", pauses=pauses) == copy_at(server.url)
    assert pauses == [3, 4.5, 6.75]
    assert forms == [
        {
            "url": [PAGE],
            "skip_first_archive": ["1"],
            "if_not_archived_within": ["1d"],
            "js_behavior_timeout": ["0"],
            "delay_wb_availability": ["1"],
        },
        *[{}] * 3,
    ]
    # A fresh copy redirects to an older one: nobody goes to see.
    assert paths(server) == ["/save", *[f"/save/status/{JOB}"] * 3]
    assert [head.split(b" ")[0] for head in server.heads] == [b"POST", *[b"GET"] * 3]
    for head in server.heads:
        assert b"\r\nauthorization: LOW acc355:s3cr3t\r\n" in head
        assert b"\r\naccept: application/json\r\n" in head


def test_where_redirects_led_is_what_was_saved(serve: Serve) -> None:
    other = "https://other.example/new"
    server = serve(in_turn(says(ORDERED), says(DONE | {"original_url": f"{other}#part"})))
    assert saved(server) == copy_at(server.url, other)


def test_an_older_copy_of_the_same_day_serves(serve: Serve) -> None:
    message = "The same snapshot had been made 2 minutes ago."
    server = serve(in_turn(says(ORDERED | {"message": message}), says(DONE)))
    assert saved(server) == copy_at(server.url)


def test_an_error_may_come_with_the_status_of_success(serve: Serve) -> None:
    said = {
        "status": "error",
        "status_ext": "error:too-many-daily-captures",
        "message": "This URL has been already captured 5 times today.",
    }
    error = refused(serve(in_turn(says(said))))
    assert (error.state, error.transient) == ("too-many-daily-captures", False)
    assert error.message == (
        f"{PAGE} was not saved by the archive: This URL has been already captured 5 times today."
    )
    assert error.hint == "Others had it saved today; look for that copy."
    assert not error.whole_day


def test_without_keys_nothing_is_saved(serve: Serve) -> None:
    said = {"message": "You need to be logged in to use Save Page Now."}
    server = serve(in_turn(says(said, "401 Unauthorized")))
    error = refused(server, keys=None)
    assert (error.state, error.transient) == ("unauthorized", False)
    assert error.message == (
        f"{PAGE} was not saved by the archive: You need to be logged in to use Save Page Now."
    )
    assert error.hint == "Give the keys of an account: https://archive.org/account/s3.php"
    assert b"uthorization" not in server.heads[0]


@pytest.mark.parametrize(
    ("code", "state", "transient"),
    [
        ("error:not-found", "not-found", False),
        ("error:blocked-url", "blocked-url", False),
        ("error:no-access", "no-access", False),
        ("error:invalid-url-syntax", "invalid-url-syntax", False),
        ("error:filesize-limit", "filesize-limit", False),
        ("error:browsing-timeout", "browsing-timeout", True),
        ("error:celery", "celery", True),
        ("error:cannot-fetch", "cannot-fetch", True),
        ("error:user-session-limit", "user-session-limit", True),
        ("soft-time-limit-exceeded", "soft-time-limit-exceeded", True),
        ("error:never-heard-of", "never-heard-of", False),
        ("error:Not A Code\x1b[2J", "unknown", False),
        ("error:" + "x" * 1000, "unknown", False),
        (["error:celery"], "unknown", False),
        (None, "unknown", False),
    ],
)
def test_reasons_pass_or_stay(serve: Serve, code: Any, state: str, *, transient: bool) -> None:
    said = {"status": "error", "status_ext": code, "job_id": JOB}
    for turns in ([says(said)], [says(ORDERED), says(PENDING), says(said)]):
        error = refused(serve(in_turn(*turns)))
        assert (error.state, error.transient) == (state, transient)
        assert error.message == (f"{PAGE} was not saved by the archive: {state.replace('-', ' ')}.")


@pytest.mark.parametrize("code", ["max-daily-bandwidth", "max-daily-bandwidth-host"])
def test_some_reasons_hold_for_the_whole_day(serve: Serve, code: str) -> None:
    error = refused(serve(in_turn(says({"status": "error", "status_ext": f"error:{code}"}))))
    assert (error.state, error.transient, error.whole_day) == (code, False, True)


@pytest.mark.parametrize(
    ("status", "state", "transient"),
    [
        ("429 Slow", "too-many-requests", True),
        ("502 Bad Gateway", "status-502", True),
        ("400 Bad", "status-400", False),
        ("302 Found", "status-302", False),
    ],
)
def test_an_order_may_be_refused_by_its_status(
    serve: Serve, status: str, state: str, *, transient: bool
) -> None:
    server = serve(in_turn(answer(b"<html>", "Location: /login", status=status)))
    error = refused(server)
    assert (error.state, error.transient) == (state, transient)
    assert len(server.heads) == 1


def test_a_reason_counts_for_more_than_a_status(serve: Serve) -> None:
    error = refused(serve(in_turn(says({"status_ext": "error:blocked-url"}, "400 Bad"))))
    assert error.state == "blocked-url"


def test_what_the_archive_says_is_made_harmless_and_short(serve: Serve) -> None:
    said = {"status": "error", "message": "\x1b[2J\u202e\ud800" + "so\n" * 100_000}
    message = refused(serve(in_turn(says(said)))).message
    assert message.startswith(
        rf"{PAGE} was not saved by the archive: \x1b[2J\u202e\ud800so so so so"
    )
    assert len(message) < 300


@pytest.mark.parametrize(
    "said", [{}, {"job_id": ""}, {"job_id": 7}, {"job_id": None}, {"job_id": "x" * 201}]
)
def test_neither_a_job_nor_a_reason_is_no_answer(serve: Serve, said: dict[str, Any]) -> None:
    with pytest.raises(failures.BadAnswer, match="it gives neither a job nor a reason"):
        saved(serve(in_turn(says(said))))


def test_a_message_alone_is_a_reason(serve: Serve) -> None:
    error = refused(serve(in_turn(says({"message": "Come back tomorrow."}))))
    assert (error.state, error.transient) == ("unknown", False)


@pytest.mark.parametrize("body", [*NO_JSON, b"[]", b"null"], ids=range(len(NO_JSON) + 2))
def test_an_order_answered_with_no_record_is_no_answer(serve: Serve, body: bytes) -> None:
    with pytest.raises(Failure) as caught:
        saved(serve(in_turn(says(body))))
    assert isinstance(caught.value, failures.BadAnswer | failures.TooLarge)


@pytest.mark.parametrize("job", ["../../login?x#y", "0a1b", "user", "j\u00f6b/ \ud800"])
def test_a_job_may_have_any_name_and_cannot_lead_elsewhere(serve: Serve, job: str) -> None:
    server = serve(in_turn(says({"job_id": job}), says(DONE)))
    assert saved(server) == copy_at(server.url)
    start, _, name = paths(server)[1].rpartition("/")
    assert start == "/save/status"
    assert not set(name) & set("?#")


@pytest.mark.parametrize("deadline", [180, 1, 0.5])
def test_what_stays_pending_ends_at_the_deadline(serve: Serve, deadline: float) -> None:
    server = serve(in_turn(says(ORDERED)))
    pauses: list[float] = []
    error = refused(server, pauses=pauses, deadline=deadline)
    assert (error.state, error.transient) == ("pending", True)
    assert error.message == (
        f"{PAGE} was not saved by the archive: it took more than {deadline:g} seconds."
    )
    assert sum(pauses) == deadline
    assert len(server.heads) == len(pauses) + 1 <= 13


def test_an_answer_that_never_comes_ends_at_the_deadline(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        talk.read()
        talk.drip([b"HTTP/1.1 200 OK\r\n"] + [b"A: b\r\n"] * 10_000)

    server = serve(manner)
    assert refused(server, deadline=0.3).state == "pending"


def test_the_clock_is_the_worlds_unless_another_is_given(serve: Serve) -> None:
    server = serve(in_turn(says(ORDERED)))
    with pytest.raises(NotSaved):
        asked(server.url, lambda archive: archive.save(PAGE, deadline=0.3), KEYS)


@pytest.mark.parametrize(
    "turn",
    [says({}, "429 Slow"), says(b"<html>", "502 Bad"), says(b"<html>"), says([]), b"", b"HTTP?"],
)
def test_a_question_that_fails_in_passing_is_asked_again(serve: Serve, turn: bytes) -> None:
    server = serve(in_turn(says(ORDERED), turn, says(PENDING), turn, says(DONE)))
    assert saved(server) == copy_at(server.url)


def test_questions_that_fail_to_the_end_are_not_a_page_that_is_pending(serve: Serve) -> None:
    server = serve(in_turn(says(ORDERED), says(PENDING), then=says(b"<html>")))
    with pytest.raises(failures.BadAnswer, match="it sends no JSON"):
        saved(server)


@pytest.mark.parametrize(
    "turn", [says({}, "404 None"), says({}, "401 No"), redirect("/login", "Connection: close")]
)
def test_a_question_that_is_refused_is_not_repeated(serve: Serve, turn: bytes) -> None:
    server = serve(in_turn(says(ORDERED), turn))
    assert not refused(server).transient
    assert len(server.heads) == 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"status": "finished"}, "it says nothing of how the job stands"),
        ({"status": None}, "it says nothing of how the job stands"),
        ({"timestamp": 20171124151315}, "it gives no time"),
        ({"timestamp": "yesterday"}, "it gives no time"),
        ({"timestamp": "20171399999999"}, "20171399999999 is no time"),
        ({"original_url": None}, "it gives no address"),
        ({"original_url": "javascript:alert(1)"}, "'javascript:alert(1)' is no address of a page"),
        ({"original_url": "https://me:pw@\x1b"}, r"'https://...@\x1b' is no address of a page"),
    ],
)
def test_a_success_of_another_shape_is_no_answer(
    serve: Serve, wrong: dict[str, Any], why: str
) -> None:
    server = serve(in_turn(says(ORDERED), says(DONE | wrong)))
    with pytest.raises(failures.BadAnswer) as caught:
        saved(server)
    assert caught.value.message.endswith(f"does not answer as it should: {why}.")
    assert len(server.heads) == 2


def test_keys_do_not_leave_the_archive(serve: Serve) -> None:
    there = serve(answer(b"{}", MEMENTO))
    for turns in ([redirect(there.url)], [says(ORDERED), redirect(there.url)]):
        refused(serve(in_turn(*turns)))
    assert there.heads == []


@pytest.mark.parametrize(
    "keys", [("a", "s3cr3t\r\nX: y"), ("a", ""), ("a b", "c"), ("\u00e9", "c")]
)
def test_keys_that_cannot_be_sent_are_not_repeated(serve: Serve, keys: tuple[str, str]) -> None:
    server = serve(answer())
    with pytest.raises(BadInput) as caught:
        saved(server, keys=keys)
    assert caught.value.message == "The keys of the archive cannot be sent."
    assert server.heads == []


def test_keys_are_not_shown(serve: Serve) -> None:
    async def shown(archive: Archive) -> str:
        return repr(archive) + repr(vars(archive))

    assert "s3cr3t" not in asked(serve(answer()).url, shown, KEYS)


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://localhost/", "file:///etc/passwd"])
def test_inner_pages_are_not_ordered(serve: Serve, url: str) -> None:
    server = serve(answer())
    with pytest.raises(failures.Unsafe):
        saved(server, url)
    assert server.heads == []
