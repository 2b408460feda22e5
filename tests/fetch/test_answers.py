from datetime import UTC, datetime

import pytest

from factcheck.fetch import Answer, Hop

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def answer(*headers: tuple[str, str], status: int = 200) -> Answer:
    hops = (Hop(301, "http://a.org/"),)
    return Answer("http://a.org/", "https://a.org/", status, headers, b"", hops, WHEN)


@pytest.mark.parametrize(
    ("declared", "media_type", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Text/HTML;x=y ; Charset = "iso-8859-1"; z', "text/html", "iso-8859-1"),
        ("application/pdf", "application/pdf", None),
        ("text/html;charset=utf-99", "text/html", "utf-99"),
        ("nonsense", None, None),
        ("", None, None),
        ("; charset=utf-8", None, "utf-8"),
        ("text/html;" + " " * 100_000 + ";charset=x", "text/html", None),
    ],
)
def test_the_declared_type(declared: str, media_type: str | None, charset: str | None) -> None:
    got = answer(("content-type", declared))
    assert (got.media_type, got.charset) == (media_type, charset)


def test_no_declared_type() -> None:
    assert (answer().media_type, answer().charset) == (None, None)


def test_headers_by_name() -> None:
    got = answer(("vary", "a"), ("etag", '"x"'), ("vary", "b"))
    assert (got.header("Vary"), got.header("ETag"), got.header("Age")) == ("a, b", '"x"', None)


def test_success_is_told_from_other_statuses() -> None:
    assert [answer(status=status).ok for status in (199, 200, 204, 299, 304, 404)] == [
        *(False, True, True, True, False, False)
    ]
