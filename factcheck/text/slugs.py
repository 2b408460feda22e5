"""Short names that people type: slugs of articles, keys of sources."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from itertools import count

from factcheck.text.addresses import domain, looks_like_url
from factcheck.text.letters import bare, without_apostrophes

LONGEST_SLUG = 48
LONGEST_KEY = 24

_WORD = re.compile(r"[^\W_]+")
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_RANGE = re.compile(r"[\d-]+")
# Words that say nothing about which source it is.
_EMPTY_WORDS = frozenset(
    """
    a an the of on in at by for from to with and or how what why when who is are
    le la les l un une de des du der die das ein eine el los las un una il lo gli i
    mr mrs ms dr prof sir
    """.split()  # noqa: SIM905 (a table of words, not fifty lines of quotes)
)
# "bbc.co.uk" is the BBC's.
_SECOND_LEVEL = frozenset(
    ["ac", "co", "com", "edu", "go", "gob", "gov", "govt", "net", "or", "org"]
)


def slug(title: str) -> str:
    """`Kim's armoured train` -> `kims-armoured-train`; never empty, never a number.

    At most 48 characters; letters of any script are kept.
    """
    name = _cut("-".join(_words(title)), LONGEST_SLUG)
    if not name:
        return "article"
    # "8-12" would be read as a range of numbers.
    return _cut(f"article-{name}", LONGEST_SLUG) if _is_number(name) else name


def key(text: str, taken: Callable[[str], bool]) -> str:
    """A short key for a source from its author, title or address, `-2` where it is `taken`."""
    is_host = looks_like_url(text) or _BARE_HOST.fullmatch(text.strip())
    words = _host_words(text) if is_host else _words(text)
    telling = [word for word in words if word not in _EMPTY_WORDS]
    name = next((word for word in telling if not _is_number(word)), None)
    base = (name or "-".join(["source", *telling]))[:LONGEST_KEY].strip("-")
    if not taken(base):
        return base
    return next(name for n in count(2) if not taken(name := f"{base}-{n}"))


def _words(text: str) -> list[str]:
    # A title is short; a pasted book is not folded whole.
    return _WORD.findall(bare(without_apostrophes(text[:1000])))


def _host_words(url: str) -> list[str]:
    """The label of the host that its owner chose, as a list of one."""
    host = _unicode(domain(url))
    if _is_address(host):
        return []
    labels = [label for label in host.split(".") if label]
    labels = labels[:-1] or labels
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return _WORD.findall(bare(labels[-1])) if labels else []


def _unicode(host: str) -> str:
    try:
        return host.encode().decode("idna")
    except UnicodeError:
        return host


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_number(name: str) -> bool:
    return _RANGE.fullmatch(name) is not None or name.replace("-", "").isdigit()


def _cut(name: str, most: int) -> str:
    """At most `most` characters, and the last word whole where there are several."""
    if len(name) <= most:
        return name
    head = name[: most + 1].rpartition("-")[0]
    return head or name[:most]
