"""What comes of looking at a page: the words for visits, copies and quotations."""

from enum import StrEnum


class Look(StrEnum):
    """What a visit to a source's address amounts to."""

    READ = "read"
    #: The server says that nothing has changed since (304).
    UNCHANGED = "unchanged"
    #: 404 and 410.
    NOT_FOUND = "not-found"
    NO_SUCH_NAME = "no-such-name"
    #: 200, but no longer the page.
    SOFT_404 = "soft-404"
    PARKED = "parked"
    HOME_PAGE = "home-page"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too-slow"
    SERVER_ERROR = "server-error"
    BAD_ANSWER = "bad-answer"
    BAD_REDIRECT = "bad-redirect"
    CERTIFICATE = "certificate"
    UNSAFE = "unsafe"
    BAD_ADDRESS = "bad-address"
    REFUSED = "refused"
    THROTTLED = "throttled"
    ROBOTS = "robots"
    CHALLENGED = "challenged"
    LOGIN = "login"
    CONSENT = "consent"
    PAYWALL = "paywall"
    #: The page came and its text could not be read.
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    #: No network here: it says nothing about the page.
    OFFLINE = "offline"


#: The page was there and could be read.
SEEN = frozenset({Look.READ, Look.UNCHANGED})

#: What counts towards calling a page gone, or unreachable, if it stays so for days.
GONE = frozenset({Look.NOT_FOUND, Look.NO_SUCH_NAME})
DOWN = frozenset({
    Look.UNREACHABLE, Look.TOO_SLOW, Look.SERVER_ERROR, Look.BAD_ANSWER, Look.BAD_REDIRECT,
})  # fmt: skip

#: It answers, but is no longer the page.
REPLACED = frozenset({Look.SOFT_404, Look.PARKED, Look.HOME_PAGE})


class Capture(StrEnum):
    """How a snapshot came here."""

    #: Somebody asked for it.
    FETCHED = "fetched"
    #: An audit came by.
    VISITED = "visited"
    FILE = "file"
    #: A public copy of the page.
    ARCHIVE = "archive"


class Presence(StrEnum):
    """What became of a quotation on the page that it is from."""

    #: Letter for letter, blanks apart.
    EXACT = "exact"
    #: The same words in other typography.
    FOLDED = "folded"
    ALTERED_MINOR = "altered-minor"
    #: A figure, a unit, a date, a name, a negation or a quantifier is another one.
    ALTERED_MATERIAL = "altered-material"
    #: Something like it stands elsewhere, and may be another sentence.
    MOVED_OR_REPLACED = "moved-or-replaced"
    #: The words stand, but under a correction, struck through, or retracted.
    CONTEXT_CHANGED = "context-changed"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"
    NO_QUOTE = "no-quote"
    #: Never the same as absent.
    COULD_NOT_LOOK = "could-not-look"


class PageMark(StrEnum):
    """What the markup of a page says of a stretch of its text."""

    #: <del>, <s>, <strike>, or styled so.
    STRUCK = "struck"
    #: Not shown: display:none, noscript, alt texts, scripts, JSON-LD.
    HIDDEN = "hidden"


class Trouble(StrEnum):
    """Why the text of a page or file could not be read; never a reason to call it gone."""

    EMPTY = "empty"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    UNSUPPORTED = "unsupported"
    TOO_MUCH = "too-much"
    NEEDS_BROWSER = "needs-browser"
    MOJIBAKE = "mojibake"
