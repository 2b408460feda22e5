"""Servers that mean no good, or know no better."""

import gzip
import itertools
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from factcheck import fetch
from factcheck.errors import BadInput
from factcheck.fetch import failures
from factcheck.fetch.client import Limits
from factcheck.fetch.failures import Failure, Hop
from tests.fetch.conftest import Serve
from tests.fetch.servers import (
    KEYS,
    PUBLIC,
    PUBLIC_SIX,
    Network,
    Talk,
    answer,
    leads_in_turn,
    leads_to,
    redirect,
)
from tests.fetch.test_client import fetched

LOOPBACK = ["127.0.0.1"]


def failed(url: str, deadline: float = 60, limit: int = 25_000_000) -> Failure:
    limits = Limits(deadline=deadline, size=limit, tries=1)
    with pytest.raises(Failure) as caught:
        fetched(url, allow=LOOPBACK, limits=limits)
    return caught.value


# Time


def test_17_a_body_that_drips_ends_at_the_deadline(serve: Serve) -> None:
    server = serve(lambda talk: talk.drip([answer(b"", "Content-Length: 9999"), *[b"x"] * 9999]))
    error = failed(server.url, deadline=0.3)
    assert (type(error), error.transient) == (failures.TooSlow, True)
    assert error.message == f"{server.url} took more than 0.3 seconds."


@pytest.mark.parametrize(
    "parts",
    [
        [bytes([byte]) for byte in b"HTTP/1.1 200 OK\r\n"] + [b"A: b\r\n"] * 10_000,
        [b"HTTP/1.1 100 Continue\r\n\r\n"] * 10_000,
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *[b"1\r\nx\r\n"] * 10_000],
        [],
    ],
)
def test_17_what_never_comes_to_an_end_ends_at_the_deadline(
    serve: Serve, parts: list[bytes]
) -> None:
    def manner(talk: Talk) -> None:
        talk.drip(parts)
        talk.over.wait()

    assert isinstance(failed(serve(manner).url, deadline=0.3), failures.TooSlow)


def test_a_deadline_holds_over_redirects(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        talk.over.wait(0.1)
        talk.send(redirect(f"{talk.path}x"))

    error = failed(serve(manner).url, deadline=0.5)
    assert isinstance(error, failures.TooSlow)
    assert error.hops


# Size


def endless(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in itertools.repeat(None):
        talk.send(bytes(65_536))


def test_18_an_endless_body_ends_at_the_limit(serve: Serve) -> None:
    server = serve(endless)
    assert isinstance(failed(server.url, limit=1_000_000), failures.TooLarge)
    got = fetched(server.url, allow=LOOPBACK, partial=True, limits=Limits(size=1_000_000))
    assert (got.body, got.partial) == (bytes(1_000_000), True)


def bomb(layers: int = 1) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    return packed


def test_20_a_bomb_is_stopped_while_it_unpacks(serve: Serve) -> None:
    server = serve(answer(bomb(), "Content-Encoding: gzip"))
    assert isinstance(failed(server.url, limit=1_000_000), failures.TooLarge)


def test_20_a_bomb_in_a_bomb_is_not_unpacked(serve: Serve) -> None:
    server = serve(answer(bomb(2), "Content-Encoding: gzip, gzip"))
    error = failed(server.url)
    assert (type(error), error.transient) == (failures.Undecodable, False)
    assert error.message == f"{server.url} cannot be unpacked: it is packed 2 times over."


@pytest.mark.parametrize(
    ("encoding", "why"),
    [
        ("gzip", "its bytes are not packed as it says"),
        ("br", "it is packed as 'br', which was not asked for"),
        ("zstd", "it is packed as 'zstd', which was not asked for"),
        ("gzip, gzip, gzip, gzip, gzip, gzip", "it is packed 6 times over"),
    ],
)
def test_20_21_22_a_body_that_cannot_be_unpacked(serve: Serve, encoding: str, why: str) -> None:
    server = serve(answer(b"plain bytes", f"Content-Encoding: {encoding}"))
    error = failed(server.url)
    assert type(error) is failures.Undecodable
    assert error.message == f"{server.url} cannot be unpacked: {why}."


# Answers that are none


@pytest.mark.parametrize(
    "said",
    [
        answer(b"half", "Content-Length: 8"),
        answer(b"5\r\nhel", "Transfer-Encoding: chunked"),
        answer(gzip.compress(b"hello" * 1000)[:-9], "Content-Encoding: gzip"),
    ],
)
def test_19_a_cut_body_is_never_taken_for_the_whole(serve: Serve, said: bytes) -> None:
    error = failed(serve(said).url)
    assert (type(error), error.transient, error.state) == (failures.Incomplete, True, "incomplete")


def test_what_comes_after_the_announced_length_is_no_part_of_the_body(serve: Serve) -> None:
    server = serve(answer(b"hello and more", "Content-Length: 5"))
    assert fetch.get(server.url, allow=LOOPBACK).body == b"hello"


@pytest.mark.parametrize(
    "parts",
    [
        [b""],
        [b"hello from 1991\r\n"],
        [b"\x15\x03\x01\x00\x02\x02\x46"],
        [b"SSH-2.0-OpenSSH_9.0\r\n"],
        [answer(b"zz\r\nhello\r\n", "Transfer-Encoding: chunked")],
        [answer(b"-5\r\nhello\r\n", "Transfer-Encoding: chunked")],
        [answer(b"hello", "Content-Length: -5")],
        [answer(b"hello", "Content-Length: 5", "Content-Length: 6")],
        [answer(b"hello", "Content-Length: " + "9" * 10_000)],
        [answer(b"", f"X: {'x' * 300_000}")],
        [answer(b"", *[f"X-{number}: x" for number in range(20_000)])],
        [answer(b"", *["A: "] * 1001)],
        [b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", b"raw"],
        [b"HTTP/1.1 200 OK\r\nNo colon\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n"],
        [b"HTTP/1.1 2000 OK\r\n\r\n"],
    ],
)
def test_23_25_what_is_not_http_is_a_bad_answer(serve: Serve, parts: list[bytes]) -> None:
    error = failed(serve(lambda talk: talk.send(*parts)).url)
    assert isinstance(error, failures.BadAnswer)
    assert error.transient
    assert len(error.message) < 250


def test_25_a_connection_that_is_torn_down(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        talk.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        talk.socket.close()

    assert type(failed(serve(manner).url)) is failures.BadAnswer


def test_24_two_thousand_announcements_are_waited_through(serve: Serve) -> None:
    server = serve(b"HTTP/1.1 100 Continue\r\n\r\n" * 2000 + answer())
    assert fetch.get(server.url, allow=LOOPBACK).body == b"hello"


# Redirects


def test_26_a_circle_of_redirects(serve: Serve) -> None:
    server = serve(lambda talk: talk.send(redirect({"/a": "/b", "/b": "/a"}[talk.path])))
    error = failed(f"{server.url}/a")
    assert type(error) is failures.TooManyRedirects
    assert error.message == f"{server.url}/a is redirected in a circle."
    assert error.hops == (Hop(302, f"{server.url}/a"), Hop(302, f"{server.url}/b"))


@pytest.mark.parametrize("most", [10, 11])
def test_26_ten_redirects_are_followed(serve: Serve, most: int) -> None:
    def manner(talk: Talk) -> None:
        left = int(talk.path[1:])
        talk.send(redirect(f"/{left - 1}") if left else answer())

    server = serve(manner)
    if most == 10:
        assert len(fetch.get(f"{server.url}/10", allow=LOOPBACK).hops) == 10
        return
    error = failed(f"{server.url}/11")
    assert error.message == f"{server.url}/11 is redirected more than 10 times."
    assert (len(error.hops), len(server.heads)) == (11, 11)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (answer(b"", status="302 Found"), "is redirected, but not told where to"),
        (redirect(""), "leads nowhere: it is empty"),
        (redirect("http://127.0.0.1:99999/"), "leads nowhere: 99999 is no port"),
        (redirect("http://[zz]/"), "leads nowhere: invalid IPv6 address: '[zz]'"),
        (redirect("http://xn--/"), "leads nowhere: 'xn--' is no host"),
        (redirect("http://a.org\\@127.0.0.1/"), "leads nowhere: it contains a backslash"),
        (redirect("https://"), "leads nowhere: it names no host"),
        (redirect("/" + "x" * 9000), "leads nowhere: it is 9001 characters long, more than 8000"),
    ],
)
def test_08_10_11_26_redirects_that_lead_nowhere(serve: Serve, said: bytes, why: str) -> None:
    server = serve(said)
    error = failed(server.url)
    assert (type(error), error.transient) == (failures.BadRedirect, False)
    assert error.message == f"{server.url} {why}."
    assert error.url == server.url


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://a.org/", "data:,x", "javascript:x", "gopher://a.org/"]
)
def test_01_redirects_to_other_schemes_are_refused(serve: Serve, location: str) -> None:
    server = serve(redirect(location))
    error = failed(server.url)
    scheme = location.partition(":")[0]
    assert type(error) is failures.Unsafe
    assert error.message == (
        f"{server.url} is refused: it leads to {location!r}, and {scheme}: is no scheme of the web."
    )
    with pytest.raises(failures.Unsafe) as refused:
        fetch.get(location)
    assert refused.value.message == f"{location} is refused: {scheme}: is no scheme of the web."


def test_many_cookies_on_the_way(serve: Serve) -> None:
    crumbs = [f"Set-Cookie: c{number}=; expires={'9 ' * 20}" for number in range(900)]

    def manner(talk: Talk) -> None:
        talk.send(answer() if talk.path == "/x" else redirect("/x", *crumbs))

    assert fetch.get(serve(manner).url, allow=LOOPBACK).body == b"hello"


@pytest.mark.parametrize(
    ("cookie", "sent"),
    [
        ("caf\u00e9=\u00e9", "cookie: caf\u00e9=\u00e9\r\n"),
        ("a=b; Max-Age", ""),
        ("a=b; Domain=example.org", ""),
        ("=;;,=", ""),
    ],
)
def test_odd_cookies(serve: Serve, cookie: str, sent: str) -> None:
    def manner(talk: Talk) -> None:
        talk.send(answer() if talk.path == "/x" else redirect("/x", f"Set-Cookie: {cookie}"))

    server = serve(manner)
    assert fetch.get(server.url, allow=LOOPBACK).body == b"hello"
    lines = server.heads[1].decode().lower().splitlines(keepends=True)
    assert "".join(line for line in lines if line.startswith("cookie")) == sent


# Addresses


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.9.9.9", "127.1", "0", "0.0.0.1", "2130706433", "0x7f000001", "0x7f.1"),
        *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"),
        *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::ffff:100.64.0.1]", "[fe80::1]"),
        *("localhost", "localhost.", "LOCALHOST", "intranet", "a.local", "a.onion"),
        *("169.254.169.254", "100.100.100.200", "metadata.google.internal", "10.0.0.1"),
    ],
)
def test_02_03_04_07_14_ways_to_this_machine_and_its_network_are_refused(
    serve: Serve, host: str
) -> None:
    url = f"http://{host}:8080/"
    asked: list[str] = []

    def resolve(name: str, port: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"]

    server = serve(answer())
    with pytest.raises(failures.Unsafe) as refused:
        fetched(url, resolve=resolve, network=Network(server.port))
    assert refused.value.message.startswith(f"{url} is refused: ")
    assert (asked, server.heads) == ([], [])
    with pytest.raises(failures.Unsafe) as refused:
        fetched(
            "http://a.org/",
            resolve=leads_to(PUBLIC),
            network=Network(serve(redirect(url)).port),
        )
    assert refused.value.hops == (Hop(302, "http://a.org/"),)


@pytest.mark.parametrize(
    "url",
    [
        "http://0177.0.0.1/",
        "http://good.test\\@127.0.0.1/",
        "http://xn--/",
        "http://a b/",
        "http://",
        "http:///x",
        "http://a.org/\0",
        "http://a.org/\nx",
        "http://a.org/\u202ex",
        "http://a.org/" + "x" * 100_000,
    ],
)
def test_02_08_11_12_what_is_no_address_is_refused_at_the_door(url: str) -> None:
    with pytest.raises(BadInput):
        fetch.get(url)


def test_01_09_a_password_in_a_refused_address_is_not_told() -> None:
    with pytest.raises(failures.Unsafe) as refused:
        fetch.get("ftp://me:secret@a.org/")
    assert refused.value.message == ("ftp://...@a.org/ is refused: ftp: is no scheme of the web.")
    assert refused.value.url == "ftp://...@a.org/"


@pytest.mark.parametrize(
    "found",
    [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC, "::ffff:10.0.0.1"], ["fe80::1%lo"]],
)
def test_05_a_name_with_one_private_address_is_refused(serve: Serve, found: list[str]) -> None:
    server = serve(answer())
    network = Network(server.port)
    with pytest.raises(failures.Unsafe) as refused:
        fetched("http://a.org/", resolve=leads_to(*found), network=network)
    assert refused.value.message.startswith("http://a.org/ is refused: a.org leads to ")
    assert network.reached == []


def test_06_a_name_that_changes_after_the_check_leads_to_the_checked_address(serve: Serve) -> None:
    changing = leads_in_turn(PUBLIC, "127.0.0.1")
    network = Network(serve(answer()).port)
    got = fetched("http://a.org/", resolve=changing, network=network)
    assert (got.body, network.reached) == (b"hello", [PUBLIC])


def test_06_07_a_name_that_changes_between_redirects_is_checked_again(serve: Serve) -> None:
    changing = leads_in_turn(PUBLIC, "127.0.0.1")
    network = Network(serve(redirect("/next")).port)
    with pytest.raises(failures.Unsafe) as refused:
        fetched("http://a.org/", resolve=changing, network=network)
    assert refused.value.hops == (Hop(302, "http://a.org/"),)
    assert network.reached == [PUBLIC]


def test_15_ports_of_other_services_are_refused() -> None:
    with pytest.raises(failures.Unsafe) as refused:
        fetch.get("http://a.org:25/")
    assert refused.value.message == (
        "http://a.org:25/ is refused: 25 is not a port of the public web."
    )


def test_15_an_exemption_is_for_the_named_port(serve: Serve) -> None:
    server, other = serve(answer()), serve(answer())
    here = f"127.0.0.1:{server.port}"
    assert fetch.get(server.url, allow=[here]).body == b"hello"
    with pytest.raises(failures.Unsafe):
        fetch.get(other.url, allow=[here])


# Connections


@pytest.mark.parametrize("trouble", ["refusing", "silent"])
@pytest.mark.parametrize("dead", [PUBLIC, PUBLIC_SIX])
def test_32_one_dead_family_of_addresses_is_no_death(serve: Serve, trouble: str, dead: str) -> None:
    server = serve(answer())
    network = Network(server.port, **{trouble: [dead]})
    found = [dead, *{PUBLIC, PUBLIC_SIX} - {dead}]
    got = fetched("http://a.org/", resolve=leads_to(*found), network=network)
    assert (got.body, network.reached) == (b"hello", found)


def test_nobody_at_home(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    error = failed(url)
    assert (type(error), error.transient) == (failures.Unreachable, True)
    assert error.message == f"{url} cannot be reached: the connection was refused."


def no_name(host: str, port: int) -> Iterable[str]:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def bad_weather(host: str, port: int) -> Iterable[str]:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def test_31_a_name_that_is_gone_is_told_from_bad_weather() -> None:
    with pytest.raises(failures.NoSuchName) as gone:
        fetched("http://a.org/", resolve=no_name)
    assert gone.value.message == "http://a.org/ cannot be reached: there is no such name."
    assert gone.value.transient is False
    with pytest.raises(failures.Unreachable) as passing:
        fetched("http://a.org/", resolve=bad_weather)
    assert (type(passing.value), passing.value.transient) == (failures.Unreachable, True)


# TLS


def over_tls(
    serve: Serve, certificate: str, host: str = "news.example.org", **settings: Any
) -> bytes:
    server = serve(answer(b"secure"), certificate)
    return fetched(
        f"https://{host}/",
        resolve=leads_to(PUBLIC),
        network=Network(server.port),
        **settings,
    ).body


def believing() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=KEYS / "authority.pem")


@pytest.mark.parametrize("host", ["news.example.org", "NEWS.example.org."])
def test_a_certificate_is_compared_with_the_name(serve: Serve, host: str) -> None:
    assert over_tls(serve, "good.pem", host, context=believing()) == b"secure"


@pytest.mark.parametrize(
    ("certificate", "host", "why"),
    [
        ("good.pem", "other.example.org", "its certificate is for another name"),
        ("good.pem", PUBLIC, "its certificate is for another address"),
        ("expired.pem", "news.example.org", "its certificate has expired"),
        ("self-signed.pem", "news.example.org", "its certificate is signed by itself alone"),
    ],
)
def test_30_certificates_that_vouch_for_nothing(
    serve: Serve, certificate: str, host: str, why: str
) -> None:
    with pytest.raises(failures.TlsTrouble) as refused:
        over_tls(serve, certificate, host, context=believing())
    assert refused.value.message == f"https://{host}/ cannot be trusted: {why}."
    assert refused.value.transient is False


def test_30_a_stranger_s_authority_is_not_believed(serve: Serve) -> None:
    with pytest.raises(failures.TlsTrouble) as refused:
        over_tls(serve, "good.pem")
    assert refused.value.message == (
        "https://news.example.org/ cannot be trusted: its certificate is signed by nobody we know."
    )


def test_a_server_without_tls_behind_https(serve: Serve) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        speaking = threading.Thread(target=_speak_plainly, args=(listening,))
        speaking.start()
        network = Network(listening.getsockname()[1])
        with pytest.raises(failures.TlsTrouble) as refused:
            fetched(
                "https://a.org/",
                resolve=leads_to(PUBLIC),
                network=network,
                limits=Limits(tries=1),
            )
        speaking.join()
    assert refused.value.message == (
        "https://a.org/ has no secure connection to offer: wrong version number."
    )


def _speak_plainly(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(65_536)
        connection.sendall(answer(status="400 Bad Request"))


# Ctrl-C

SCRIPT = """
import sys
from factcheck import fetch
try:
    fetch.get(sys.argv[1], allow=["127.0.0.1"])
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_ends_a_page_that_does_not_come(serve: Serve) -> None:
    asked = threading.Event()

    def manner(talk: Talk) -> None:
        asked.set()
        talk.over.wait()

    command = [sys.executable, "-c", SCRIPT, serve(manner).url]
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, env=here, stderr=subprocess.PIPE) as running:
        assert asked.wait(60)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, b"")
