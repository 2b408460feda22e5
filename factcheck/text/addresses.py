"""Web addresses: which are the same, which can be taken."""

import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

from factcheck.errors import BadInput

LONGEST = 8000

# Parameters that say where a reader came from, never which page it is.
TRACKING = frozenset(
    """
    __twitter_impression _ga _gl _hsenc _hsmi at_bbc_team at_campaign at_campaign_type at_format
    at_link_id at_link_origin at_link_type at_medium at_ptr_name cmpid dclid fb_action_ids
    fb_action_types fb_ref fb_source fbclid gbraid gclid gclsrc guccounter guce_referrer
    guce_referrer_sig hsctatracking icid igsh igshid li_fat_id mc_cid mc_eid mkt_tok msclkid
    ncid ns_campaign ns_mchannel ns_source oly_anon_id oly_enc_id rb_clickid ref_src ref_url
    s_cid smid smtyp soc_src soc_trk sr_share srsltid ttclid twclid vero_conv vero_id wbraid
    wickedid xtor yclid ymclid
    """.split()  # noqa: SIM905 (a table of words, not forty lines of quotes)
)
TRACKING_PREFIXES = ("utm_", "pk_", "mtm_")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_PORT = re.compile(r"[^/?#:]+:\d+(?:[/?#]|\Z)")
_WITH_PATH = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?/\S*")
_WITHOUT_PATH = re.compile(r"www\.[\w-]+\.\S+", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})?")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_HOST = re.compile(r"[\w-][\w.-]*")
_ASCII = "".join(map(chr, range(128)))


def looks_like_url(text: str) -> bool:
    """Whether `text` is meant as a web address: with a scheme, `www.`, or a host and a path."""
    bare = text.strip()
    if _WEB.match(bare):
        return True
    return bool(_WITHOUT_PATH.fullmatch(bare) or _WITH_PATH.fullmatch(bare))


def fold_url(url: str) -> str:
    """The form in which two spellings of one address are the same.

    `HTTPS://www.tass.com:443/economy/?utm_source=x#top` -> `tass.com/economy`. What is no web
    address comes back as it is, without surrounding blanks.
    """
    text = url.strip()
    if not looks_like_url(text):
        return text
    try:
        parts = _split(text)
        place = _place(parts)
    except ValueError:
        return text
    path = _same_escapes(parts.path).rstrip("/")
    query = _query(parts.query)
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return place + path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def domain(url: str) -> str:
    """The host of `url` without `www.`, in lower case; empty where there is none."""
    try:
        return _host(_split(url.strip()))
    except ValueError:
        return ""


def _split(text: str) -> SplitResult:
    return urlsplit(text if "://" in text[:20] else f"//{text}")


def _place(parts: SplitResult) -> str:
    user, at, _ = parts.netloc.rpartition("@")
    host = _host(parts)
    if ":" in host:
        host = f"[{host}]"
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{user}{at}{host}{port}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    # "www.com" is a host of its own.
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def _query(query: str) -> str:
    kept = [pair for pair in query.split("&") if pair and not _is_tracking(pair)]
    return "&".join(_same_escapes(pair) for pair in kept)


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _same_escapes(text: str) -> str:
    if not text.isascii():
        text = quote(text, safe=_ASCII, errors="replace")
    return _ESCAPE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    if not match[1]:
        return "%25"
    char = chr(int(match[1], 16))
    return char if _UNRESERVED.fullmatch(char) else match[0].upper()


def checked_url(text: str) -> str:
    """`text` as an address that can be fetched: `https://` is added to a bare one.

    Raises BadInput for other schemes, credentials, blanks, control characters, no host, or
    more than 8000 characters.
    """
    url = text.strip()
    _check_characters(url)
    if not _WEB.match(url):
        scheme = _SCHEME.match(url)
        if scheme and not _PORT.match(url):
            hint = "Only http:// and https:// addresses can be a source's address."
            raise BadInput(f"{_shown(url)!r} is no web address.", hint=hint)
        url = f"https://{url.removeprefix('//')}"
    _check_host(url)
    return url


def _check_characters(url: str) -> None:
    if len(url) > LONGEST:
        message = f"The address {_shown(url)!r} is {len(url)} characters long."
        raise BadInput(message, hint=f"At most {LONGEST} characters can be taken.")
    if url.isascii() and url.isprintable() and " " not in url:
        return
    for char in url:
        if char.isspace() or unicodedata.category(char)[0] in "CZ":
            message = f"The address {_shown(url)!r} contains {_named(char)}."
            raise BadInput(message, hint="Give one address without blanks; write %20 for a blank.")


def _check_host(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        message = f"{_shown(url)!r} is no web address: {error}."
        raise BadInput(message, hint="Write it like https://example.org/page.") from error
    if "@" in parts.netloc:
        # The password must not reach a log or a screen.
        shown = f"{parts.scheme}://...@{host}"
        raise BadInput(
            f"The address {_shown(shown)!r} contains a user name or password.",
            hint=f"Leave it out: {_shown(f'{parts.scheme}://{host}')}",
        )
    if not _is_host(host, parts.netloc):
        message = f"The address {_shown(url)!r} names no host."
        raise BadInput(message, hint="Write it like https://example.org/page.")


def _is_host(host: str, netloc: str) -> bool:
    if netloc.startswith("["):
        return True
    named = "." in host.strip(".") or host == "localhost"
    return named and _HOST.fullmatch(host) is not None and ".." not in host


def _named(char: str) -> str:
    return "a blank" if char == " " else f"the character U+{ord(char):04X}"


def _shown(url: str) -> str:
    return url if len(url) <= 80 else f"{url[:77]}..."
