"""Signs of pages that stand in the way: walls, errors that answer 200, domains for sale.

Words alone never decide: an article may be about captchas, or say that something has been
removed. So they count only on a page that has little else.
"""

import re
from urllib.parse import urlsplit

from factcheck.documents.page import Page
from factcheck.fetch.answers import Answer
from factcheck.words import Look

#: A page of more words than this is read for what it says, not for what it lacks.
LITTLE = 250
#: Less than this is hardly a page.
SCANT = 120


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_CHALLENGE = _any(
    "just a moment", "attention required", "checking (?:if the site|your browser)",
    "verify(?:ing)? (?:that )?you are (?:a )?human", "are you (?:a )?(?:robot|human)",
    "you(?:'re| are) not a (?:ro)?bot", "enable javascript and cookies to continue",
    "unusual traffic", "access (?:to this page )?(?:has been )?(?:denied|blocked)", "captcha",
    "press (?:&|and) hold", "ddos protection", "pardon our interruption", "request unsuccessful",
)  # fmt: skip
_CHALLENGER = re.compile(
    rb"cf-chl-|_cf_chl_opt|challenges\.cloudflare\.com|captcha-delivery\.com|px-captcha"
    rb"|anubis_challenge|within\.website/x/cmd/anubis|g-recaptcha|h-captcha|_Incapsula_Resource"
)
_PARKED = _any(
    "domain(?: name)? (?:is |may be |has been )?(?:for sale|parked|expired)", "buy this domain",
    "domain (?:is )?parking", "this (?:web ?page|domain) is parked", "inquire about this domain",
    "domain has expired", "sedoparking", "hugedomains",
    "diese domain (?:steht zum verkauf|kaufen)", "ce (?:nom de )?domaine est [àa] vendre",
    "este dominio est[áa] (?:a la venta|en venta)",
)  # fmt: skip
_PARKERS = re.compile(
    r"(?:^|\.)(?:sedoparking|sedo|hugedomains|dan|afternic|bodis|parkingcrew|above)\.(?:com|net)$"
)
_THING = "(?:page|article|file|document|url|content|story|site)"
_MISSING = _any(
    _THING + "(?: (?:that )?you(?:'re| are)? (?:requested|looking for))?"
    "(?: (?:was|is|could|can)(?: ?not|n't)(?: be)? (?:found|available)| not found"
    "| (?:is )?no longer (?:exists|available|here)| does(?: not|n't) exist"
    "| has been (?:removed|deleted))",
    r"(?:^|\W)(?:error )404(?:\W|$)", r"\b404 (?:error|not found)", "^404", "^not found",
    "seite (?:wurde )?nicht gefunden", "page (?:introuvable|non trouv[ée]e)",
    "p[áa]gina no (?:encontrada|existe)",
    "(?:can't|cannot|could not|couldn't) find (?:that|the|this) page",
)  # fmt: skip
_MISSING_PATH = re.compile(
    r"/(?:40[34]|410|error|errors|not-?found|page-?not-?found|missing)(?:[./?_-]|$)", re.IGNORECASE
)
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|signin|sso|auth|accounts?/login|anmelden|connexion)(?:[./?]|$)",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|privacy|guce|cmp)\.")
_CONSENT_PATH = re.compile(r"/(?:consent|cookie-?(?:wall|consent)|privacy-?gate)", re.IGNORECASE)
_CONSENT = re.compile(
    r"(?:accept|agree|reject|manage)\W+(?:all|to|our|your)?\W*(?:the use of )?cookies"
    r"|before you continue|we (?:and our \d* ?partners )?(?:value your privacy|use cookies)"
    r"|alle akzeptieren|tout accepter|aceptar todo",
    re.IGNORECASE,
)


def wall(answer: Answer, page: Page | None) -> tuple[Look, str] | None:
    """What stands between us and the page: a test for robots, a login, a request for consent."""
    if _is_challenge(answer, page):
        return Look.CHALLENGED, "a wall against robots stands before it"
    if not answer.ok:
        return None
    place = urlsplit(answer.final_url)
    led = bool(answer.hops)
    words = page.words if page else 0
    if (led and _LOGIN_PATH.search(place.path)) or (page and page.password and words < SCANT):
        return Look.LOGIN, "it asks for a login"
    if led and (_CONSENT_HOST.match(place.netloc) or _CONSENT_PATH.search(place.path)):
        return Look.CONSENT, "it asks for consent to cookies first"
    if page and words < SCANT and _CONSENT.search(page.text):
        return Look.CONSENT, "it asks for consent to cookies first"
    return None


def _is_challenge(answer: Answer, page: Page | None) -> bool:
    if (answer.header("cf-mitigated") or "").strip().lower() == "challenge":
        return True
    if page is None or page.words > LITTLE:
        return False
    told = _CHALLENGE.search(f"{page.title or ''}\n{page.text[:4000]}") is not None
    armed = _CHALLENGER.search(answer.body[:200_000]) is not None
    return armed if answer.ok and not told else told and (armed or page.words < SCANT)


def parked(answer: Answer, page: Page) -> str | None:
    """Why the domain seems to be in other hands, as a clause."""
    host = urlsplit(answer.final_url).hostname or ""
    if answer.hops and (_PARKERS.search(host) or re.match(r"ww\d+\.", host)):
        return f"the address leads to {host}, where domains are parked"
    if page.words <= LITTLE and _PARKED.search(f"{page.title or ''}\n{page.text[:4000]}"):
        return "the domain seems to be for sale"
    return None


def missing(answer: Answer, page: Page | None) -> str | None:
    """Why a page that answers 200 seems to be an error page, as a clause."""
    if answer.hops and _MISSING_PATH.search(urlsplit(answer.final_url).path):
        return "the address leads to an error page"
    if page is None or page.words > LITTLE:
        return None
    head = " ".join((page.title or "").split())
    if _MISSING.search(head) or (page.words <= SCANT and _MISSING.search(page.text[:1000])):
        return "the page says that there is nothing here"
    return None
