import pytest

from factcheck.documents.html import read
from factcheck.errors import BadInput
from tests.documents.pages import PLAN

CLOUDFLARE = """<title>Just a moment...</title><p>Verify you are human by completing the action
below.</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>"""
DATADOME = """<title>news.example</title><p>Please wait.</p>
<script src="https://ct.captcha-delivery.com/c.js"></script>"""
ANUBIS = """<title>Making sure you&#39;re not a bot!</title><p>Loading...</p>
<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>"""


@pytest.mark.parametrize(
    ("markup", "who"),
    [
        (CLOUDFLARE, "Cloudflare"),
        (DATADOME, "DataDome"),
        (ANUBIS, "Anubis"),
        ("<p>Are you a robot?</p>", "it asks whether the reader is human"),
    ],
)
def test_challenges_are_no_articles(markup: str, who: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(markup.encode())
    assert (
        caught.value.message == f"The page is not the article but a check against machines ({who})."
    )
    assert caught.value.hint == "Open it in a browser, save the page as HTML, and give that file."


def test_an_article_about_challenges_is_one() -> None:
    text = f"Cloudflare shows: Just a moment... {PLAN * 20}"
    assert read(f"<article><p>{text}</p></article>".encode()).text == text


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<p>Please enable JavaScript to continue.", "The page shows no text without JavaScript."),
        (
            "<div id=root></div><noscript>Please enable JavaScript to run this app.</noscript>",
            "The page shows no text without JavaScript.",
        ),
        (
            "<div id=root></div><script>x()</script>",
            "The page shows no text: it may need a browser.",
        ),
        ("", "The page shows no text: it may need a browser."),
        ("\0\0", "The page shows no text: it may need a browser."),
        (
            "<div class=cookie-consent>We use cookies. <button>Accept</button></div>",
            "The page shows nothing but a notice about cookies.",
        ),
        (
            '<meta http-equiv="Refresh" content="0; URL=\'https://a.org/new\'"><p>Moved.',
            "The page only sends its readers on to 'https://a.org/new'.",
        ),
    ],
)
def test_pages_without_an_article_are_refused(markup: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(markup.encode())
    assert caught.value.message == message
    assert caught.value.hint
