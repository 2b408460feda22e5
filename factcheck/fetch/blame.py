"""What went wrong, from what a library raised."""

import ssl
from collections.abc import Iterator

import httpcore

from factcheck.errors import BadInput, FactcheckError
from factcheck.fetch import failures
from factcheck.fetch.failures import Hop
from factcheck.fetch.policy import Refusal
from factcheck.fetch.resolving import LookupFailed
from factcheck.fetch.unpacking import CannotUnpack, CutShort
from factcheck.fetch.urls import BadUrl, shown

#: All that a request may raise beside our own errors and what ends the program.
RAISED = (
    *(Refusal, LookupFailed, BadUrl, CannotUnpack, CutShort),
    *(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError),
    # TLS that breaks after the handshake comes through as it is.
    *(OSError, UnicodeError),
)

Found = tuple[type[failures.Failure], str, bool | None]

_OWN: tuple[tuple[type[Exception], type[failures.Failure], str], ...] = (
    (Refusal, failures.Unsafe, "is refused"),
    (BadUrl, failures.BadRedirect, "leads nowhere"),
    (CannotUnpack, failures.Undecodable, "cannot be unpacked"),
    (CutShort, failures.Incomplete, "was cut"),
)

# OpenSSL's numbers for what is wrong with a certificate.
_CERTIFICATE = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself alone",
    19: "its certificate is signed by nobody we know",
    20: "its certificate is signed by nobody we know",
    21: "its certificate is signed by nobody we know",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}


def failure(error: Exception, url: str, hops: list[Hop]) -> FactcheckError:
    """The error for the user that `error`, met while asking for `url`, amounts to."""
    name = shown(url)
    if isinstance(error, httpcore.LocalProtocolError | UnicodeError):
        hint = "Headers are one line each, without control characters."
        return BadInput(f"The headers for {name} cannot be sent: {error}.", hint=hint)
    kind, why, transient = _read(error)
    return kind(f"{name} {why}.", url=url, hops=hops, transient=transient)


def _read(error: Exception) -> Found:
    """The class, a clause that follows the address, and whether it may pass."""
    if isinstance(error, LookupFailed):
        lost = failures.NoSuchName if error.gone else failures.Unreachable
        return lost, f"cannot be reached: {error}", None
    for known, kind, start in _OWN:
        if isinstance(error, known):
            return kind, f"{start}: {error}", None
    return _connection(error)


def _connection(error: Exception) -> Found:
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = _CERTIFICATE.get(cause.verify_code, cause.verify_message)
            return failures.TlsTrouble, f"cannot be trusted: {why}", None
        if isinstance(cause, ssl.SSLError):
            why = (cause.reason or "no agreement").replace("_", " ").lower()
            return failures.TlsTrouble, f"has no secure connection to offer: {why}", True
    if isinstance(error, (httpcore.ConnectError, httpcore.ConnectTimeout)):
        return failures.Unreachable, f"cannot be reached: {_why_not(causes)}", None
    return _answer(error)


def _answer(error: Exception) -> Found:
    text = str(error).rstrip(".")
    if text.startswith("peer closed connection without sending complete message body"):
        return failures.Incomplete, "was cut: fewer bytes came than announced", None
    if isinstance(error, httpcore.RemoteProtocolError):
        clause = shown(text[:1].lower() + text[1:])
        return failures.BadAnswer, f"does not answer as a web server should: {clause}", None
    return failures.BadAnswer, "broke the connection off", None


def _why_not(causes: list[BaseException]) -> str:
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return "the connection was refused"
    if any(isinstance(cause, TimeoutError | httpcore.TimeoutException) for cause in causes):
        return "it does not answer"
    return "there is no connection"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
