"""Walls, errors and parked domains are told from pages that only speak of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.documents import pages
from factcheck.documents.page import Page
from factcheck.fetch.answers import Answer
from factcheck.fetch.failures import Hop
from factcheck.looks import Look
from factcheck.services import signs

URL = "https://news.example/2024/story"
#: Thirty words of an article in two paragraphs.
STORY = (
    "<p>The council met on Monday evening and could not agree on a date for the vote.</p>"
    "<p>Its members will meet again next week, said the mayor, who was not there.</p>"
)
SALE = "\u201cthis domain is for sale\u201d"
MENU = "<nav><a>News</a><a>Sport</a><a>Weather</a><a>Culture</a><a>About us</a></nav>"


def answer(
    body: str = "", status: int = 200, url: str = URL, led_from: str | None = None, **headers: str
) -> Answer:
    hops = (Hop(301, led_from),) if led_from else ()
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    when = datetime(2026, 3, 2, tzinfo=UTC)
    return Answer(led_from or url, url, status, named, body.encode(), hops, when)


def read(body: str, title: str = "The Daily Example") -> Page:
    return pages.read(f"<!doctype html><html><title>{title}</title><body>{body}".encode())


def state(body: str, title: str = "The Daily Example", status: int = 200) -> str | None:
    """What a page is taken for."""
    given, page = answer(body, status), read(body, title)
    wall = signs.wall(given, page)
    if wall:
        return wall[0].value
    if signs.parked(given, page):
        return "parked"
    return "missing" if signs.missing(given, page) else None


# What they are for


@pytest.mark.parametrize(
    ("title", "body", "status"),
    [
        ("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>", 403),
        ("Just a moment...", "<p>Verifying you are human. This may take a few seconds.</p>", 200),
        ("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>", 403),
        ("news.example", "<script src='https://ct.captcha-delivery.com/i.js'></script>", 403),
        ("Access Denied", "<p>You don\u2019t have permission to access this on this server.", 403),
        ("Making sure you're not a bot!", "<script id=anubis_challenge>{}</script>", 200),
        ("Robot Check", "<p>Type the characters you see in this image:</p>", 200),
        ("Bloomberg - Are you a robot?", "<p>Click the box below, please.</p>", 200),
        ("Pardon Our Interruption", "<p>Something about your browser made us think.</p>", 200),
        ("Google", "<p>Our systems have detected unusual traffic from your network.</p>", 429),
        ("", "<p>Request unsuccessful. Incapsula incident ID: 1-2</p>", 200),
        ("Security Checkpoint", "<p>We are checking your browser before you enter.</p>", 429),
    ],
)
def test_42_a_wall_against_robots(title: str, body: str, status: int) -> None:
    assert state(body, title, status) == "challenged"


@pytest.mark.parametrize(
    "headers", [{"cf_mitigated": "challenge"}, {"x_amzn_waf_action": " Captcha "}]
)
def test_42_a_wall_that_says_so_itself(headers: dict[str, str]) -> None:
    given = answer("", 200, **headers)
    assert signs.wall(given, None) == (Look.CHALLENGED, "a wall against robots stands before it")


@pytest.mark.parametrize(
    "body",
    [
        "<h1>We value your privacy</h1><p>We and our 812 partners store cookies.</p><p>Accept all",
        "<p>Wir verwenden Cookies f\u00fcr Werbung.</p><p>Alle akzeptieren</p><p>Impressum</p>",
        "<p>Before you continue to the site, agree to cookies.</p><a>English</a><a>Deutsch</a>",
    ],
)
def test_43_a_cookie_wall(body: str) -> None:
    assert state(body) == "consent"


def test_28_a_form_for_a_password_is_a_login() -> None:
    assert state("<h1>Members</h1><form><input name=u><input type=password></form>") == "login"


def test_35_a_page_that_is_not_shown_abroad() -> None:
    body = "<h1>451</h1><p>This content is not available in your country.</p>"
    assert state(body) == "refused"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>This domain is for sale!</h1>",
        "<h1>news.example is for sale</h1><a>Make an offer</a>",
        "<p>The domain news.example may be for sale by its owner!</p>",
        "<p>Click here to inquire about this domain.</p><p>Loans</p><p>Flights</p>",
        "<h1>Diese Domain steht zum Verkauf</h1>",
        "<p>Related searches</p><script src='//www.sedoparking.com/x.js'></script>",
    ],
)
def test_45_a_domain_for_sale(body: str) -> None:
    assert state(body) == "parked"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Page not found | The Daily Example", f"{MENU}<h1>Page not found</h1><p>Try again.</p>"),
        ("404 Not Found", "<h1>Not Found</h1><p>nginx</p>"),
        ("Error 404 (Not Found)!!1", "<p>The requested URL /x was not found on this server.</p>"),
        ("404 - The Daily Example", f"{MENU}<h1>404</h1><p>Here are some stories:</p>{STORY}"),
        ("The Daily Example", "<h1>Oops!</h1><p>Sorry, we couldn\u2019t find that page.</p>"),
        ("The Daily Example", "<p>The page you are looking for might have been removed.</p>"),
        ("The Daily Example", "<h1>404</h1><p>Oops! That page can\u2019t be found.</p>"),
        ("The Daily Example", "<p>This article is no longer available.</p>"),
        ("Seite nicht gefunden - Beispiel", "<p>Zur Startseite</p>"),
        ("Exemple", "<p>La page demand\u00e9e est introuvable.</p>"),
        ("Page not found", "<div id=app></div>"),
    ],
)
def test_37_an_error_that_answers_200(title: str, body: str) -> None:
    assert state(body, title) == "missing"


# What they must not be taken for


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Are you a robot? How the captcha won", f"<h1>Are you a robot?</h1>{STORY * 2}"),
        ("Google retires the captcha", f"<p>The captcha is gone.</p>{STORY}"),
        ("Blocked: the river that was moved", f"<p>Access to the river was blocked.</p>{STORY}"),
        ("News", f"{STORY}<div class=g-recaptcha></div><form>Our letter</form>"),
        ("News", f"{STORY}<script src='/_Incapsula_Resource?x=1'></script>"),
        ("News", f"{STORY}<p>We use cookies.</p><button>Accept all cookies</button>{STORY}"),
        ("Cookies banned", f"<p>Sites must not use cookies, a court said.</p>{STORY * 2}"),
        ("Error 404: the story of a band", f"<h1>Error 404: the story of a band</h1>{STORY}"),
        ("Error 404 - the story of a band", f"<h1>Error 404 - the story of a band</h1>{STORY}"),
        ("404 arrests after protest", f"<p>404 people were arrested.</p>{STORY}"),
        ("Not found: the girl in the photograph", f"<p>She was never found.</p>{STORY}"),
        ("Kettle X200", f"{MENU}<p>This product is no longer available.</p>{STORY}"),
        ("Kettle X200 - No longer available | Shop", f"<p>No longer available</p>{STORY}"),
        ("News", f"<p>Facebook said on Monday that the page has been removed.</p>{STORY}"),
        ("Domain for sale: the end of a paper", f"<p>Its domain name is for sale.</p>{STORY}"),
        (
            "The end of a paper",
            f"<p>Whoever went to its site on Monday only read that {SALE}, for days.</p>{STORY}",
        ),
        ("House for sale", f"<p>The mayor's house is for sale.</p>{STORY}"),
        ("Flash", "<p>Two trains collided near Bern on Monday. Nobody was hurt.</p>"),
        ("Statement", "<p>The ministry does not comment on the case.</p>"),
    ],
)
def test_a_page_that_only_speaks_of_it(title: str, body: str) -> None:
    assert state(body, title) is None


@pytest.mark.parametrize(
    "said",
    [
        "Verify you are human, complete the captcha, press and hold.",
        "We value your privacy. Accept all cookies.",
        "This domain is for sale. Buy this domain!",
        "Page not found. Sorry, the page you requested was not found.",
        "Subscribe to continue reading.",
    ],
)
def test_a_long_page_is_read_for_what_it_says(said: str) -> None:
    body = f"<p>{said}</p>{STORY * 9}"
    assert state(body, said) is None
    assert not signs.teaser(read(body))


def test_a_page_that_is_not_there_is_no_wall_for_naming_one() -> None:
    body = "<h1>Not found</h1><p>Please complete the captcha to write to us.</p>"
    assert signs.wall(answer(body, 404), read(body)) is None


# Addresses


@pytest.mark.parametrize(
    "path",
    [
        "/404", "/404.html", "/error", "/errors/404", "/error404", "/notfound", "/page-not-found/",
        "/NotFound.aspx", "/oops?aspxerrorpath=/a", "/missing", "/error-404-not-found",
    ],
)  # fmt: skip
def test_28_we_were_led_to_an_error(path: str) -> None:
    given = answer(url=f"https://news.example{path}", led_from=URL)
    assert signs.missing(given, read(STORY * 9)) == "the address leads to an error page"


@pytest.mark.parametrize(
    "path",
    [
        "/error-in-the-budget", "/missing-children", "/news/404-arrests", "/errors-and-trials/",
        "/403-people-died", "/terror", "/not-found-in-nature",
    ],
)  # fmt: skip
def test_we_were_led_to_a_page_that_is_called_so(path: str) -> None:
    given = answer(url=f"https://news.example{path}", led_from="https://bit.example/1")
    assert signs.missing(given, read(STORY * 9)) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/account/login?next=/a", Look.LOGIN),
        ("https://news.example/wp-login.php", Look.LOGIN),
        ("https://accounts.example/ServiceLogin", Look.LOGIN),
        ("https://consent.example/?to=a", Look.CONSENT),
        ("https://news.example/privacy-gate?to=a", Look.CONSENT),
        ("https://news.example/login-with-google-is-dangerous", None),
        ("https://news.example/informed-consent-in-medicine", None),
        ("https://news.example/author/smith", None),
    ],
)
def test_28_we_were_led_to_a_door(url: str, expected: Look | None) -> None:
    wall = signs.wall(answer(url=url, led_from=URL), read(STORY * 9))
    assert (wall and wall[0]) == expected


@pytest.mark.parametrize("path", ["/auth/", "/errors", "/consent/", "/login"])
def test_what_was_called_so_from_the_first_is_the_page(path: str) -> None:
    there = answer(url=f"https://docs.example{path}", led_from=f"http://docs.example{path}")
    page = read(STORY * 9)
    assert (signs.wall(there, page), signs.missing(there, page)) == (None, None)


@pytest.mark.parametrize(
    ("led_from", "url", "expected"),
    [
        (URL, "https://news.example/", True),
        (URL, "https://news.example/en/", True),
        (URL, "https://news.example/index.php", True),
        (URL, "https://news.example/?story=7", False),
        (URL, "https://news.example/2024/", False),
        ("http://news.example", "https://news.example/", False),
        ("http://news.example/en", "https://news.example/en/", False),
        (None, "https://news.example/", False),
    ],
)
def test_28_we_were_led_to_a_home_page(*, led_from: str | None, url: str, expected: bool) -> None:
    assert signs.home(answer(url=url, led_from=led_from)) is expected


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://www.hugedomains.com/domain_profile.cfm?d=x", 400, True),
        ("http://ww1.news.example/", 12, True),
        ("https://ww2.kqed.example/news/story", 400, False),
        ("https://notsedo.com/story", 400, False),
    ],
)
def test_45_we_were_led_to_where_domains_are_parked(
    *, url: str, words: int, expected: bool
) -> None:
    page = replace(read(STORY), words=words)
    assert (signs.parked(answer(url=url, led_from=URL), page) is not None) is expected


# Teasers


@pytest.mark.parametrize(
    "said",
    [
        "Subscribe to continue reading.", "Already a subscriber? Log in.",
        "Sign up now to read the full story.", "This article is for subscribers only.",
        "Article r\u00e9serv\u00e9 aux abonn\u00e9s", "Jetzt mit F+ weiterlesen",
        "Exclusivo para suscriptores", "Continue reading with a trial.",
    ],
)  # fmt: skip
def test_44_a_teaser_asks_for_money(said: str) -> None:
    assert signs.teaser(read(f"{STORY}<p>{said}</p>"))


@pytest.mark.parametrize(
    "said", ["Subscribe to our newsletter.", "Log in", "The club is full, its members say."]
)
def test_44_an_offer_is_no_teaser(said: str) -> None:
    assert not signs.teaser(read(f"{STORY}<p>{said}</p>"))


def test_44_what_lost_most_of_its_words_is_a_teaser() -> None:
    page = read(f"{STORY * 12}<p>Subscribe to continue reading.</p>")
    assert [signs.teaser(page, before) for before in (None, page.words, 3000)] == [
        False, False, True,
    ]  # fmt: skip


# Hostile input


@pytest.mark.parametrize(
    "part", [" ", "404 ", "a", "sorry ", "the page ", "|", " - ", "\u201c", "cookies ", "\n"]
)
def test_a_megabyte_of_anything_is_judged(part: str) -> None:
    text = part * (1_000_000 // len(part))
    page = Page(text, "html", title=text, words=10)
    given = answer(text, led_from="https://a.example/b")
    signs.wall(given, page)
    signs.parked(given, page)
    signs.missing(given, page)
    signs.teaser(page)
