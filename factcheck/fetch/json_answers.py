"""What a service of the web says in JSON."""

import json
from typing import Any

from factcheck.errors import BadInput
from factcheck.fetch.answers import Answer
from factcheck.fetch.failures import BadAnswer, Failure
from factcheck.fetch.policy import Refusal
from factcheck.fetch.urls import EXAMPLE, entry, hidden, shown

#: Bytes of an answer in JSON; the largest that make sense are a tenth of it.
MOST = 2_000_000
ACCEPT = {"accept": "application/json"}
OK = 200
NOT_FOUND = 404
_LATER = (408, 425, 429)


class CouldNotLook(Failure):
    """Neither yes nor no: `status` came instead."""

    state = "could-not-look"
    advice = "Try again later."

    def __init__(self, answer: Answer) -> None:
        message = f"{shown(answer.final_url)} answers with status {answer.status}."
        passing = passes(answer.status)
        super().__init__(message, url=answer.final_url, hops=answer.hops, transient=passing)
        self.status = answer.status


def place(base: str) -> str:
    """The address of a service, without a slash at its end; BadInput where it is none."""
    try:
        return entry(base)[0].rstrip("/")
    except Refusal as error:
        message = f"{shown(hidden(base))!r} cannot be asked: {error}."
        raise BadInput(message, hint=EXAMPLE) from error


def passes(status: int) -> bool:
    """Whether a refusal with `status` may be over later."""
    return status in _LATER or status >= 500  # noqa: PLR2004  the server's own troubles


def record(answer: Answer) -> dict[str, Any]:
    """The object that was answered; BadAnswer where it is none."""
    found = read(answer)
    if not isinstance(found, dict):
        raise bad(answer, "it sends no record")
    return found


def read(answer: Answer) -> Any:
    """What was answered; BadAnswer where that is no JSON."""
    try:
        return json.loads(answer.body)
    # Brackets in brackets without end are a RecursionError.
    except (ValueError, RecursionError) as error:
        raise bad(answer, "it sends no JSON") from error


def bad(answer: Answer, why: str) -> BadAnswer:
    """The error that `answer` amounts to; `why` is a clause."""
    message = f"{shown(answer.final_url)} does not answer as it should: {why}."
    return BadAnswer(message, url=answer.final_url, hops=answer.hops)
