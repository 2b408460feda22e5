"""Pages that are no article: walls against machines, empty shells, signposts."""

import re

from factcheck.documents.html_roles import headline
from factcheck.documents.html_tree import Element, Page, walk, words
from factcheck.errors import BadInput

# An article about a challenge is longer than any challenge.
_SHORT = 1_200
_SHELL = 500
_BARE = 250
_HEAD = 300_000

_WALLS = (
    ("Cloudflare", r"cf[-_]chl|challenge-platform|cf-turnstile|cf-browser-verification|cf-error-"),
    ("DataDome", r"captcha-delivery\.com|datadome"),
    ("Anubis", r"within\.website|anubis_challenge|making sure you(?:'|&#39;|\u2019)re not a bot"),
    ("PerimeterX", r"px-captcha|perimeterx"),
    ("Imperva", r"_incapsula_resource|imperva"),
    ("AWS WAF", r"awswaf|aws-waf"),
    ("Akamai", r"errors\.edgesuite\.net|sec-if-cpt|ak-challenge"),
    ("a CAPTCHA", r"g-recaptcha|h-captcha|hcaptcha\.com|recaptcha/api"),
)
_MARKUP = tuple((who, re.compile(signs, re.IGNORECASE)) for who, signs in _WALLS)
_SAID = re.compile(
    r"just a moment\.\.\.|checking (?:your browser|if the site connection)|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|"
    r"attention required! \| cloudflare|pardon our interruption|ddos protection by|"
    r"(?:prove|making sure) (?:that )?you(?:'|\u2019)re (?:not a (?:ro)?bot|human)|"
    r"unusual traffic from your",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|requires?|needs?|turn on|activate|activez|aktivieren)[^.]{0,40}\bjavascript|"
    r"javascript[^.]{0,40}(?:disabled|required|enable|aktivieren|d[e\u00e9]sactiv)",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)

_OPEN = "Open it in a browser, save the page as HTML, and give that file."


def refuse_wall(page: Page, markup: str, text: str) -> None:
    """Raises BadInput where `text` is not the article but what stands in its way."""
    if len(text) < _BARE and (url := _refresh(page)):
        message = f"The page only sends its readers on to {url[:200]!r}."
        raise BadInput(message, hint="Give that page instead.")
    if len(text) < _SHORT and (who := _wall(page, markup, text)):
        message = f"The page is not the article but a check against machines ({who})."
        raise BadInput(message, hint=_OPEN)
    if len(text) < _SHELL and (_SCRIPT.search(text) or _is_shell(page, text)):
        raise BadInput("The page shows no text without JavaScript.", hint=_OPEN)
    if not text:
        raise _empty(page)


def _empty(page: Page) -> BadInput:
    if _COOKIES.search(words(page.body, 5_000)):
        return BadInput("The page shows nothing but a notice about cookies.", hint=_OPEN)
    return BadInput("The page shows no text: it may need a browser.", hint=_OPEN)


def _wall(page: Page, markup: str, text: str) -> str | None:
    title = next((words(one, 500) for one in walk(page.root) if one.tag == "title"), "")
    who = next((who for who, signs in _MARKUP if signs.search(markup[:_HEAD])), None)
    if _SAID.search(f"{title}\n{text}"):
        return who or "it asks whether the reader is human"
    # A form for comments may hold a CAPTCHA too; then there is a headline beside it.
    return who if len(text) < _BARE and headline(page.root) is None else None


def _is_shell(page: Page, text: str) -> bool:
    """Whether only a <noscript> says why there is hardly any text."""
    hushed = (words(one, 2_000) for one in walk(page.root) if one.tag == "noscript")
    return len(text) < _BARE // 2 and any(_SCRIPT.search(one) for one in hushed)


def _refresh(page: Page) -> str | None:
    for element in walk(page.root):
        if _is_refresh(element) and (match := _REFRESH.match(element.get("content")[:8_000])):
            return match[1].strip()
    return None


def _is_refresh(element: Element) -> bool:
    return element.tag == "meta" and element.get("http-equiv").lower() == "refresh"
