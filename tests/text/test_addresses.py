import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.text.addresses import checked_url, domain, fold_url, looks_like_url

URLS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["https://", "http://", "HTTP://", ""]),
    st.sampled_from(["www.Tass.com", "a.org:80", "x.org:8443", "m\u00fcnchen.de", "[::1]", "a..b"]),
    st.text(alphabet="/aB%41eE\u00e9~;=", max_size=12).map("/{}".format),
    st.text(alphabet="?&=autm_%2f#!1", max_size=12),
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://TASS.com/economy/1672415", "tass.com/economy/1672415"),
        ("http://www.tass.com/economy/", "tass.com/economy"),
        ("https://tass.com", "tass.com"),
        ("https://tass.com/", "tass.com"),
        ("www.tass.com/", "tass.com"),
        ("https://tass.com:443/a", "tass.com/a"),
        ("http://tass.com:80/a", "tass.com/a"),
        ("http://tass.com:8080/a", "tass.com:8080/a"),
        ("https://m.tass.com/a", "m.tass.com/a"),
        ("https://tass.com/a#top", "tass.com/a"),
        ("https://tass.com/#!/a", "tass.com#!/a"),
        ("https://a.org/?utm_source=x&b=2&fbclid=3&a=1", "a.org?b=2&a=1"),
        ("https://a.org/?UTM_Medium=x&gclid=1", "a.org"),
        ("https://a.org/%7euser/%c3%a9%2f", "a.org/~user/%C3%A9%2F"),
        ("https://a.org/100%", "a.org/100%25"),
        ("https://a.org/\u00e9", "a.org/%C3%A9"),
        ("https://M\u00dcNCHEN.de/", "xn--mnchen-3ya.de"),
        ("https://[::1]:8000/a", "[::1]:8000/a"),
        ("https://[bad/", "https://[bad/"),
        (" The World Atlas ", "The World Atlas"),
        ("", ""),
    ],
)
def test_spellings_of_one_address(url: str, expected: str) -> None:
    assert fold_url(url) == expected


def test_escapes_and_case_matter_otherwise() -> None:
    assert fold_url("https://a.org/A") != fold_url("https://a.org/a")
    assert fold_url("https://a.org/?a=1&b=2") != fold_url("https://a.org/?b=2&a=1")


@given(st.one_of(st.text(), URLS))
def test_folding_twice_changes_nothing(url: str) -> None:
    assert fold_url(fold_url(url)) == fold_url(url)


@pytest.mark.parametrize(
    "text",
    ["https://tass.com", "HTTP://a.org/b", "www.kcna.kp", "tass.com/economy", "a.co.uk:80/"],
)
def test_address_looks_like_one(text: str) -> None:
    assert looks_like_url(text)


@pytest.mark.parametrize(
    "text",
    ["The World Atlas", "km/h", "and/or", "3.5/10", "tass.com", "see tass.com/a", "a@b.com/c", ""],
)
def test_other_text_does_not(text: str) -> None:
    assert not looks_like_url(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://tass.com/a b".replace(" ", "%20"), "https://tass.com/a%20b"),
        (" http://a.org ", "http://a.org"),
        ("tass.com/economy", "https://tass.com/economy"),
        ("www.kcna.kp", "https://www.kcna.kp"),
        ("//a.org/b", "https://a.org/b"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("https://a.org/@user", "https://a.org/@user"),
        ("http://[::1]/", "http://[::1]/"),
        ("https://m\u00fcnchen.de/", "https://m\u00fcnchen.de/"),
    ],
)
def test_good_address_is_taken(text: str, expected: str) -> None:
    assert checked_url(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("javascript:alert(1)", "is no web address"),
        ("data:text/html,x", "is no web address"),
        ("file:///etc/passwd", "is no web address"),
        ("ftp://a.org/", "is no web address"),
        ("https://", "names no host"),
        ("", "names no host"),
        ("https:///path", "names no host"),
        ("https://../", "names no host"),
        ("atlas", "names no host"),
        ("https://a.org\\@b.org/", "user name or password"),
        ("https://a b.org/", "contains a blank"),
        ("https://a.org/\x1b[2J", r"U\+001B"),
        ("https://a.org/\u202e", r"U\+202E"),
        ("https://a.org:port/", "is no web address"),
        ("https://[bad/", "is no web address"),
        ("https://a.org/" + "x" * 8000, "8014 characters long"),
    ],
)
def test_bad_address_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as caught:
        checked_url(text)
    assert caught.value.hint


def test_password_stays_out_of_message() -> None:
    with pytest.raises(BadInput, match="user name or password") as caught:
        checked_url("https://kim:secret@a.org/")
    assert "secret" not in caught.value.message + str(caught.value.hint)


@given(st.text())
def test_checking_raises_nothing_else(text: str) -> None:
    try:
        url = checked_url(text)
    except BadInput:
        return
    assert url.lower().startswith(("https://", "http://"))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.Tass.com/economy", "tass.com"),
        ("tass.com/economy", "tass.com"),
        ("https://en.wikipedia.org:443/", "en.wikipedia.org"),
        ("https://[bad/", ""),
        ("", ""),
    ],
)
def test_domain_of_an_address(url: str, expected: str) -> None:
    assert domain(url) == expected
