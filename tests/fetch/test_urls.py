import contextlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.fetch.policy import Refusal
from factcheck.fetch.urls import BadUrl, entry, exempted, follow, host, port

#: Text made of what addresses are made of, and of what breaks them.
PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["http", "https:", "//", "/", "a.org", ":80", "@", "[", "]", "::1", "xn--"]
        ),
        st.sampled_from(
            ["?", "#", "%", "%41", ".", "..", "\\", "127.1", ":99999", "\u00df", "\u3002"]
        ),
        st.characters(),
    )
).map("".join)
BASE = httpx.URL("https://a.org/dir/page?q=1#part")


@pytest.mark.parametrize(
    ("text", "asked", "sent", "where"),
    [
        ("https://a.org", "https://a.org", "https://a.org", ("a.org", 443)),
        (" HTTP://A.org:80/x ", "HTTP://A.org:80/x", "http://a.org/x", ("a.org", 80)),
        ("http://a.org.:8080", "http://a.org.:8080", "http://a.org:8080", ("a.org", 8080)),
        ("https://u:p@a.org/x?y", "https://a.org/x?y", "https://a.org/x?y", ("a.org", 443)),
        ("http://a@b@c.org/", "http://c.org/", "http://c.org/", ("c.org", 80)),
        ("http://[::1]:80/", "http://[::1]:80/", "http://[::1]/", ("::1", 80)),
        ("https://a_b.org/@me", "https://a_b.org/@me", "https://a_b.org/@me", ("a_b.org", 443)),
        (
            "https://m\u00fcnchen.de/\u00e9",
            "https://m\u00fcnchen.de/\u00e9",
            "https://xn--mnchen-3ya.de/%C3%A9",
            ("xn--mnchen-3ya.de", 443),
        ),
    ],
)
def test_addresses_as_they_are_asked_for(
    text: str, asked: str, sent: str, where: tuple[str, int]
) -> None:
    shown, url = entry(text)
    assert (shown, str(url), (host(url), port(url))) == (asked, sent, where)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("a.org/x", "it does not begin with https://"),
        ("http://", "it names no host"),
        ("http:///x", "it names no host"),
        ("http://good.test\\@127.0.0.1/", "it contains a backslash"),
        ("http://a.org/a b", "it contains the character U+0020"),
        ("http://a.org/\x1b[31m", "it contains the character U+001B"),
        ("http://a.org/\u202e", "it contains the character U+202E"),
        ("http://a.org:99999/", "99999 is no port"),
        ("http://a.org:0/", "0 is no port"),
        ("http://a.org:-1/", "-1 is no port"),
        ("http://a.org:x/", "invalid port: 'x'"),
        ("http://xn--/", "'xn--' is no host"),
        ("http://xn--\u00fc.de/", "invalid IDNA hostname: 'xn--\u00fc.de'"),
        ("http://\u2764.ws/", "invalid IDNA hostname: '\u2764.ws'"),
        ("http://a..b/", "'a..b' is no host"),
        ("http://%31.org/", "'%31.org' is no host"),
        ("http://[::1/", "invalid port: ':1'"),
        ("http://[zz]/", "invalid IPv6 address: '[zz]'"),
        ("http://0177.0.0.1/", "invalid IPv4 address: '0177.0.0.1'"),
        ("http://127.0.0.256/", "invalid IPv4 address: '127.0.0.256'"),
        ("http://\uff11\uff12\uff17.1/", "invalid IDNA hostname: '\uff11\uff12\uff17.1'"),
        (f"http://{'a' * 64}.org/", f"{'a' * 64!r} is too long for a part of a host"),
        (f"http://{'a.' * 130}org/", f"{'a.' * 48 + 'a...'!r} is no host"),
        (f"http://a.org/{'x' * 100_000}", "it is 100013 characters long, more than 8000"),
    ],
)
def test_what_is_no_address(text: str, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        entry(text)
    assert refused.value.message.endswith(f" cannot be fetched: {why}.")
    assert refused.value.hint == "Write it like https://example.org/page."


def test_a_password_stays_out_of_messages() -> None:
    with pytest.raises(BadInput) as refused:
        entry("http://me:secret@a.org:0/")
    assert refused.value.message == "'http://...@a.org:0/' cannot be fetched: 0 is no port."


@pytest.mark.parametrize(
    "text", ["file:///etc/passwd", "ftp://a.org/", "data:text/html,x", "javascript:1", "gopher://a"]
)
def test_other_schemes_are_refused(text: str) -> None:
    scheme = text.partition(":")[0]
    with pytest.raises(Refusal) as refused:
        entry(text)
    assert str(refused.value) == f"{scheme}: is no scheme of the web"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        (b"other", "https://a.org/dir/other#part"),
        (b"/x?y", "https://a.org/x?y#part"),
        (b"?y", "https://a.org/dir/page?y#part"),
        (b"#top", "https://a.org/dir/page?q=1#top"),
        (b"//b.org/x#y", "https://b.org/x#y"),
        (b"http://u:p@B.org:80/", "http://b.org/#part"),
        (b" /a b ", "https://a.org/a%20b#part"),
        ("/\u00e9".encode(), "https://a.org/%C3%A9#part"),
        ("/\u00e9".encode("latin-1"), "https://a.org/%C3%A9#part"),
        (b"../../../x", "https://a.org/x#part"),
        ("https://m\u00fcnchen.de/".encode(), "https://xn--mnchen-3ya.de/#part"),
    ],
)
def test_where_a_redirect_leads(location: bytes, target: str) -> None:
    assert str(follow(location, BASE)) == target


@pytest.mark.parametrize(
    ("location", "why"),
    [
        (b"", "it is empty"),
        (b"http://a.org:99999/", "99999 is no port"),
        (b"http://xn--/", "'xn--' is no host"),
        (b"http://[/", "'%5b' is no host"),
        (b"http://good.test\\@127.0.0.1/", "it contains a backslash"),
        (b"/a\tb", "it contains the character U+0009"),
        (b"http://", "it names no host"),
    ],
)
def test_where_no_redirect_can_lead(location: bytes, why: str) -> None:
    with pytest.raises(BadUrl) as refused:
        follow(location, BASE)
    assert str(refused.value) == why


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        follow(b"file:///etc/passwd", BASE)
    assert str(refused.value) == (
        "it leads to 'file:///etc/passwd', and file: is no scheme of the web"
    )


def test_exempted_hosts_in_the_form_in_which_they_are_compared() -> None:
    hosts = ["LocalHost", "a.org.:8080", "::1", "[::1]:80", "10.0.0.1:443", "m\u00fcnchen.local"]
    assert exempted(hosts) == {
        *("localhost", "a.org:8080", "::1", "::1:80", "10.0.0.1:443"),
        "xn--mnchen-3ya.local",
    }


@pytest.mark.parametrize("text", ["", "http://a.org", "a.org/x", "a b", "a.org:x", "*.org"])
def test_what_is_no_host_to_exempt(text: str) -> None:
    with pytest.raises(BadInput):
        exempted([text])


@given(PARTS)
def test_an_address_is_taken_or_refused_whatever_it_is(text: str) -> None:
    with contextlib.suppress(BadInput, Refusal):
        shown, url = entry(text)
        assert entry(str(url)) == (str(url), url)
        assert host(url).isascii()
        assert 0 < port(url) < 65536
        assert shown == text.strip() or "@" in text


@given(st.one_of(PARTS.map(lambda text: text.encode("utf-8", "replace")), st.binary()))
def test_a_redirect_leads_somewhere_or_nowhere_whatever_it_is(location: bytes) -> None:
    with contextlib.suppress(BadUrl, Refusal):
        url = follow(location, BASE)
        assert entry(str(url)) == (str(url), url)
