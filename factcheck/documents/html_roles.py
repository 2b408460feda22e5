"""What an element is to the reader: chrome, a zone, a standfirst, a footnote."""

import re
from collections.abc import Iterable
from itertools import islice

from factcheck.documents.html_tree import SILENT, Element, ancestors, is_hidden, walk
from factcheck.words import Zone

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
STRUCK = frozenset({"del", "s", "strike"})

_NEVER = SILENT | frozenset(
    """
    area audio button canvas datalist dialog embed input link map meta meter nav noembed noframes
    optgroup option param progress rp select textarea title track video
    """.split()  # noqa: SIM905  a table of words, not forty lines of quotes
)
_NEVER_ROLES = {
    "alert", "alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "search", "toolbar",
}  # fmt: skip
_WHOLE = {"html", "body", "main", *HEADINGS}
# What may be chrome even where it has no class, id or role.
_DOUBTFUL = {"article", "aside", "footer", "form", "header"}
_ARTICLE = {"article", "main", "section"}


def _named(words: str) -> re.Pattern[str]:
    """Matches a class or id that holds one of `words` between its hyphens and blanks."""
    return re.compile(f"(?:^|[\\s_-])(?:{'|'.join(words.split())})(?:$|[\\s_-])")


_CHROME = _named(
    """
    addthis ads advert advertisement adslot breadcrumb breadcrumbs cookie cookies consent
    gdpr didomi onetrust disqus comments comment-list comment-section commentlist respond
    most-read most-popular most-viewed newsletter newsletters outbrain pagination pager promo
    read-next recirc recirculation recommended recommendations related related-links
    related-articles related-content related-stories see-also-box share sharing share-buttons
    sharedaddy sharebar sidebar signup sign-up site-footer site-header site-nav skip-link
    skip-links social social-links social-share subscribe subscription taboola trending
    visually-hidden visuallyhidden sr-only screen-reader-text noprint navbox mw-editsection
    """
)
_CONSENT = _named("cookie cookies consent gdpr didomi onetrust")
_CARD = _named("comment reply teaser card promo related recommended")
_CAPTION = _named("caption wp-caption-text figcaption")
_DECK = _named(
    "deck dek standfirst subtitle subheadline subhead sub-headline summary description lede intro"
)
_PULLED = _named("pullquote pull-quote pull_quote quote--pull")
_NOTES = {"footnote", "footnotes", "endnote", "endnotes", "references", "reflist"}
_NOTE_ROLES = {"doc-endnote", "doc-endnotes", "doc-footnote", "doc-footnotes"}
_NOTE_ID = re.compile(
    r"_?(?:fn|ftn|edn|footnote|endnote|cite_note|sdfootnote|note)[-:_.]?\w*", re.IGNORECASE
)
_LOGO = _named("logo menu brand branding site-title site-name site-heading masthead-title")
# Far more than any caption, standfirst or pull-quote has.
_LONGEST_ASIDE = 2_000


def is_consent(element: Element) -> bool:
    """A notice about cookies, not a page that says in a class that it shows one."""
    return element.weight < _LONGEST_ASIDE and _CONSENT.search(names(element)) is not None


def names(element: Element) -> str:
    return f"{element.get('class')} {element.get('id')}".lower()


def is_left_out(element: Element, spared: set[Element]) -> bool:
    """Whether no reader of the article reads it; `spared` are the wrappers of the article."""
    if element.tag in _NEVER or is_hidden(element):
        return True
    if element in spared or element.tag in _WHOLE:
        return False
    if not element.attrs and element.tag not in _DOUBTFUL:
        return False
    if element.get("role").lower() in _NEVER_ROLES:
        return True
    if element.tag == "article":
        return _CARD.search(names(element)) is not None or _is_links(element)
    return zone_of(element) not in {Zone.PULL_QUOTE, Zone.FOOTNOTE} and _is_chrome(element)


def _is_chrome(element: Element) -> bool:
    tag = element.tag
    if tag == "form" or (tag == "aside" and _is_links(element)):
        return True
    if tag == "header" and not _tags(islice(ancestors(element), 30)) & _ARTICLE:
        return True
    # The footer of a quotation names who is quoted.
    if tag == "footer" and not _tags(islice(ancestors(element), 1)) & {"blockquote", "figure"}:
        return True
    return _CHROME.search(names(element)) is not None


def _is_links(element: Element) -> bool:
    """Nearly all words in links: a box that leads elsewhere."""
    return element.linked * 10 > element.weight * 7


def zone_of(element: Element) -> Zone | None:
    tag = element.tag
    if tag in HEADINGS:
        return Zone.HEADLINE
    if not element.attrs:
        return Zone.CAPTION if tag in {"figcaption", "caption"} else None
    classes = names(element)
    if is_notes(element):
        return Zone.FOOTNOTE
    short = element.weight < _LONGEST_ASIDE and tag not in {"a", "sup", "body", "main", "article"}
    if element.get("role") == "doc-pullquote" or (short and _PULLED.search(classes)):
        return Zone.PULL_QUOTE
    if tag in {"figcaption", "caption"} or (short and _CAPTION.search(classes)):
        return Zone.CAPTION
    return None


def is_notes(element: Element) -> bool:
    """A footnote, or the place where they stand."""
    if element.get("role").lower() in _NOTE_ROLES or not _NOTES.isdisjoint(element.classes):
        return element.tag not in {"a", "sup", "span"}
    return element.tag in {"li", "dd", "aside"} and _is_numbered(element)


def _is_numbered(element: Element) -> bool:
    name = element.get("id")
    return name[-1:].isdigit() and _NOTE_ID.fullmatch(name) is not None


def is_note_target(element: Element) -> bool:
    """Whether a link to it is a footnote mark."""
    if _NOTE_ID.fullmatch(element.get("id") or element.get("name")):
        return True
    return any(is_notes(one) for one in (element, *islice(ancestors(element), 3)))


def is_deck(element: Element) -> bool:
    if element.tag in {"a", "img", "body", "main", "article", "figure"}:
        return False
    said = (element.get(name) for name in ("class", "id", "itemprop", "data-testid", "data-qa"))
    return element.weight < _LONGEST_ASIDE and any(_DECK.search(one.lower()) for one in said)


def headline(root: Element) -> Element | None:
    """The <h1> of the article: not the site's logo, and inside the article if any is."""
    seen = [one for one in walk(root) if one.tag == "h1" and one.weight and not _is_logo(one)]
    shown = [one for one in seen if not any(map(is_hidden, islice(ancestors(one), 50)))]
    inside = [one for one in shown if _tags(islice(ancestors(one), 50)) & {"article", "main"}]
    return next(iter(inside or shown), None)


def _tags(elements: Iterable[Element]) -> set[str]:
    return {element.tag for element in elements}


def _is_logo(element: Element) -> bool:
    near = [element, *islice(ancestors(element), 2)]
    inner = [one for one in islice(walk(element), 10) if one.tag == "a"]
    home = any(one.get("href") in {"/", "./", "#"} for one in inner)
    return home or any(_LOGO.search(names(one)) for one in near)
