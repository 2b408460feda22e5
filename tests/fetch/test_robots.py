"""RFC 9309, and who does not know it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from factcheck.fetch import failures
from factcheck.fetch.answers import Answer
from factcheck.fetch.client import Client, Limits
from factcheck.fetch.failures import Failure, Hop
from factcheck.fetch.robots import MOST_BYTES, Rules, rules
from tests.fetch.clocks import Time
from tests.fetch.conftest import Serve
from tests.fetch.servers import PUBLIC, Manner, Network, Server, Talk, answer, leads_to, redirect

CLOSE = "Connection: close"
PAGE = answer(b"page", CLOSE)


def read(text: str | bytes, status: int = 200, *, partial: bool = False) -> Rules:
    body = text.encode() if isinstance(text, str) else text
    when = datetime(2026, 3, 1, tzinfo=UTC)
    return rules(Answer("x", "x", status, (), body, (), when, partial))


def allowed(known: Rules, *paths: str) -> list[bool]:
    return [known.allow(f"https://a.org{path}") for path in paths]


def test_the_longest_rule_for_us_or_for_everybody_decides() -> None:
    text = "User-agent: *\nDisallow: /p\nAllow: /p/q\n"
    assert allowed(read(text), "/", "/p", "/p/q", "/P") == [True, False, True, True]
    text += "User-Agent: FactCheck/1.0 # us\nUser-agent: b\nDisallow: /*.pdf$\n"
    assert allowed(read(text), "/p", "/a.pdf", "/a.pdf?x") == [True, False, True]


@pytest.mark.parametrize("agent", ["otherbot", "fact", "factchecker", "f", "factcheck-bot", ""])
def test_rules_for_others_are_not_ours(agent: str) -> None:
    assert allowed(read(f"User-agent: {agent}\nDisallow: /\n"), "/") == [True]


@pytest.mark.parametrize("line", ["User-agent: *", "useragent:*", "USER AGENT *", "user-agent : *"])
def test_spellings_of_everybody(line: str) -> None:
    assert allowed(read(f"{line}\nDisallow: /\n"), "/") == [False]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451, 204, 304, 999])
def test_40_no_robots_txt_allows_all(status: int) -> None:
    closed = status == 999
    assert allowed(read("User-agent: *\nDisallow: /", status), "/") == [
        status != 204 and not closed
    ]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520])
def test_40_a_server_out_of_order_allows_nothing(status: int) -> None:
    assert read("", status) == Rules(closed=f"is out of order ({status})")
    assert allowed(read("", status), "/") == [False]


def test_40_a_page_instead_of_rules_is_no_rules() -> None:
    assert read(b"\n <!DOCTYPE html><pre>User-agent: *\nDisallow: /</pre>") == Rules()


def test_40_only_the_beginning_counts_and_no_half_line() -> None:
    text = "User-agent: *\nDisallow: /private\nDisallow: /"
    assert allowed(read(text, partial=True), "/", "/private") == [True, False]
    assert allowed(read(text), "/") == [False]


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe\x00", b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", b"\0" * 1000, b":::\n"],
)
def test_bytes_of_all_kinds_are_read(body: bytes) -> None:
    assert allowed(read(body), "/", "/x") == [True, b"/x" not in body]


@pytest.mark.parametrize(
    ("line", "delay"), [("2.5", 2.5), ("1e9", 1e9), ("nan", 0), ("-1", 0), ("x", 0)]
)
def test_a_crawl_delay_is_read(line: str, delay: float) -> None:
    assert read(f"User-agent: *\nCrawl-delay: {line}\nDisallow: /x").delay == delay


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: bot{n}\n" for n in range(12_000)) + "Disallow: /a\n" * 17_000,
        "User-agent: *\n" * 30_000 + "Disallow: /\n",
        "User-agent: *\n" + "Disallow: /" + "*a" * 240_000 + "$\n",
        "User-agent: *\n" + "Disallow: /*a*b*c$\n" * 25_000,
        "User-agent: *\nDisallow: /" + "$" * 480_000,
        "User-agent: *\nCrawl-delay: " + "9" * 480_000,
        "User-agent: *\nRequest-rate: " + "9" * 480_000,
        "user" + " " * 480_000 + "agent",
        "User-agent:" + " " * 480_000 + "x",
        "a " * 240_000,
    ],
)
def test_rules_that_mean_no_good_take_no_time(text: str) -> None:
    known = read(text[:MOST_BYTES])
    assert isinstance(known.allow("https://a.org/" + "ab" * 3000), bool)


# Over the network


def site(pages: Mapping[str, bytes]) -> Manner:
    """Pages by path; all others say `page`."""

    def manner(talk: Talk) -> None:
        talk.send(pages.get(talk.path, PAGE))

    return manner


def outcomes(
    server: Server, urls: Sequence[str], time: Time | None = None, deadline: float = 60
) -> list[Answer | Failure]:
    """What becomes of `urls`, one after the other; all names lead to `server`."""

    async def one(client: Client, url: str) -> Answer | Failure:
        try:
            return await client.get(url)
        except Failure as failure:
            return failure

    async def all_of_them() -> list[Answer | Failure]:
        client = Client(
            robots=True,
            gate=(time or Time()).gate(0 if time is None else 1),
            limits=Limits(deadline=deadline),
            resolve=leads_to(PUBLIC),
            network=Network(server.port),
        )
        async with client:
            return [await one(client, url) for url in urls]

    return asyncio.run(all_of_them())


def paths(server: Server) -> list[str]:
    return [head.split(b" ")[1].decode() for head in server.heads]


def test_40_robots_txt_is_asked_for_once_and_obeyed(serve: Serve) -> None:
    server = serve(site({"/robots.txt": answer(b"User-agent: *\nDisallow: /no", CLOSE)}))
    yes, no, again = outcomes(server, [f"http://a.org/{path}" for path in ("yes", "no", "again")])
    assert isinstance(yes, Answer)
    assert isinstance(again, Answer)
    assert isinstance(no, failures.Disallowed)
    assert (no.state, no.transient, no.url) == ("robots", False, "http://a.org/no")
    assert no.message == "http://a.org/no is left alone: its robots.txt says so."
    assert paths(server) == ["/robots.txt", "/yes", "/again"]
    assert b"\r\nuser-agent: factcheck/" in server.heads[0]


def test_40_each_server_has_rules_of_its_own(serve: Serve) -> None:
    server = serve(site({}))
    urls = ["http://a.org/", "http://a.org:8080/", "http://b.org/"]
    outcomes(server, urls)
    assert paths(server) == ["/robots.txt", "/"] * 3


def test_40_what_is_named_by_the_user_is_asked_too(serve: Serve) -> None:
    server = serve(site({"/robots.txt": answer(b"User-agent: *\nDisallow: /", CLOSE)}))

    async def one() -> None:
        async with Client(allow=["127.0.0.1"], robots=True) as client:
            await client.get(server.url)

    with pytest.raises(failures.Disallowed):
        asyncio.run(one())


def test_40_robots_txt_has_its_turn_and_asks_for_more_time(serve: Serve) -> None:
    server = serve(site({"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 7\n", CLOSE)}))
    time = Time()
    outcomes(server, ["http://a.org/1", "http://a.org/2", "http://a.org/3"], time)
    assert time.slept == [1, 7, 7]


def test_40_a_server_out_of_order_is_asked_for_nothing_else(serve: Serve) -> None:
    server = serve(site({"/robots.txt": answer(b"", CLOSE, status="500 Oh")}))
    found = outcomes(server, ["http://a.org/1", "http://a.org/2"])
    assert [type(one) for one in found] == [failures.Disallowed] * 2
    assert str(found[1]) == ("http://a.org/2 is left alone: its robots.txt is out of order (500).")
    assert [one.transient for one in found if isinstance(one, Failure)] == [True] * 2
    assert paths(server) == ["/robots.txt"]


@pytest.mark.parametrize(
    ("said", "requests"),
    [(redirect("/robots.txt", CLOSE), 1), (redirect("http://10.0.0.1/", CLOSE), 1)],
)
def test_40_a_way_that_leads_nowhere_allows_all(serve: Serve, said: bytes, requests: int) -> None:
    server = serve(site({"/robots.txt": said}))
    (found,) = outcomes(server, ["http://a.org/x"])
    assert isinstance(found, Answer)
    assert paths(server) == ["/robots.txt"] * requests + ["/x"]


@pytest.mark.parametrize(("most", "obeyed"), [(5, True), (6, False)])
def test_40_five_redirects_are_followed(serve: Serve, most: int, *, obeyed: bool) -> None:
    onward = {f"/{left}": redirect(f"/{left - 1}", CLOSE) for left in range(1, most)}
    end = {"/0": answer(b"User-agent: *\nDisallow: /", CLOSE)}
    start = {"/robots.txt": redirect(f"http://b.org/{most - 1}", CLOSE)}
    server = serve(site(onward | end | start))
    (found,) = outcomes(server, ["http://a.org/x"])
    assert isinstance(found, failures.Disallowed) is obeyed


@pytest.mark.parametrize(
    "said",
    [b"not http", b"", answer(b"x", "Content-Length: 9"), answer(b"x", "Content-Encoding: br")],
)
def test_40_an_answer_that_cannot_be_read_allows_nothing(serve: Serve, said: bytes) -> None:
    server = serve(site({"/robots.txt": said}))
    (found,) = outcomes(server, ["http://a.org/x"])
    assert str(found) == "http://a.org/x is left alone: its robots.txt cannot be read."


def test_40_ten_megabytes_are_read_to_the_limit(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        if talk.path == "/robots.txt":
            lines = b"User-agent: *\nDisallow: /no\n" + b"#" * 10_000_000
            talk.send(answer(lines + b"\nDisallow: /\n", CLOSE))
        talk.send(PAGE)

    yes, no = outcomes(serve(manner), ["http://a.org/yes", "http://a.org/no"])
    assert (type(yes), type(no)) == (Answer, failures.Disallowed)


def test_40_a_robots_txt_that_never_ends_allows_nothing(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        talk.drip([answer(b"", "Content-Length: 9999"), *[b"x"] * 9999])

    (found,) = outcomes(serve(manner), ["http://a.org/x"], deadline=0.3)
    assert str(found) == "http://a.org/x is left alone: its robots.txt cannot be read."


def test_40_the_target_of_a_redirect_has_its_say(serve: Serve) -> None:
    def manner(talk: Talk) -> None:
        host = talk.header("host")
        if talk.path == "/robots.txt":
            talk.send(answer(b"User-agent: *\nDisallow: /b" if host == "b.org" else b"", CLOSE))
        else:
            talk.send(redirect("http://b.org/b", CLOSE))

    (found,) = outcomes(serve(manner), ["http://a.org/a"])
    assert isinstance(found, failures.Disallowed)
    assert (found.url, found.hops) == ("http://b.org/b", (Hop(302, "http://a.org/a"),))


def test_40_a_dead_host_is_dead_and_not_forbidden() -> None:
    async def one() -> None:
        async with Client(robots=True, gate=Time().gate(), resolve=leads_to()) as client:
            await client.get("http://a.org/x")

    with pytest.raises(failures.NoSuchName) as gone:
        asyncio.run(one())
    assert gone.value.message == "http://a.org/x cannot be reached: the name has no address."
    assert gone.value.url == "http://a.org/x"


def test_40_a_private_host_is_refused_and_not_forbidden(serve: Serve) -> None:
    async def one() -> None:
        async with Client(robots=True, resolve=leads_to("10.0.0.1")) as client:
            await client.get("http://a.org/x")

    with pytest.raises(failures.Unsafe) as refused:
        asyncio.run(one())
    assert refused.value.message.startswith("http://a.org/x is refused: a.org leads to 10.0.0.1")


def test_40_many_at_once_ask_for_robots_txt_once(serve: Serve) -> None:
    server = serve(site({}))

    async def many() -> list[int]:
        async with Client(allow=["127.0.0.1"], robots=True) as client:
            found = await asyncio.gather(*(client.get(f"{server.url}/{n}") for n in range(9)))
            return [one.status for one in found]

    assert asyncio.run(many()) == [200] * 9
    assert paths(server).count("/robots.txt") == 1


def test_an_interface_for_programs_is_asked_whatever_robots_txt_says(serve: Serve) -> None:
    server = serve(site({"/robots.txt": answer(b"User-agent: *\nDisallow: /", CLOSE)}))

    async def asked() -> list[int]:
        async with Client(allow=["127.0.0.1"], robots=True) as client:
            got = await client.get(server.url, robots=False)
            posted = await client.post(server.url, data={})
            return [got.status, posted.status]

    assert asyncio.run(asked()) == [200, 200]
    assert paths(server) == ["/", "/"]
