"""What a page says of itself: JSON-LD first, then <meta>, then what its elements show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from factcheck.documents import fields
from factcheck.documents.html_jsonld import Thing, article, strings
from factcheck.documents.html_links import absolute
from factcheck.documents.html_roles import headline
from factcheck.documents.html_tree import Element, Page, walk, words

_TITLES = "og:title twitter:title citation_title dc.title dcterms.title parsely-title"
_AUTHORS = (
    "citation_author article:author author dc.creator dcterms.creator parsely-author "
    "sailthru.author byl byline og:article:author"
)
_PUBLISHERS = "og:site_name citation_publisher dc.publisher dcterms.publisher publisher"
_DAYS = (
    "article:published_time og:article:published_time citation_publication_date citation_date "
    "citation_online_date dc.date.issued dcterms.issued dc.date dcterms.created dcterms.date "
    "parsely-pub-date sailthru.date datepublished pubdate publish-date date"
)
_LANGUAGES = "content-language og:locale dc.language language"
_BYLINES = {"byline", "author", "article-author", "author-name", "byline-name", "p-author"}
_LONGEST_BYLINE = 300
_BETWEEN = (" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " :: ", ": ")


@dataclass(slots=True)
class Metadata:
    title: str | None
    authors: list[str]
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    #: The address that relative links start from.
    base: str | None


def metadata(page: Page) -> Metadata:
    elements = list(walk(page.root))
    meta, thing = _meta(elements), article(page.root) or {}
    url, base = _addresses(elements, meta)
    publisher = _first([*strings(thing.get("publisher")), *_named(meta, _PUBLISHERS)], 200)
    return Metadata(
        title=_title(page, elements, meta, thing, publisher),
        authors=_authors(elements, meta, thing),
        publisher=publisher,
        published=_published(elements, meta, thing),
        language=_language(page, meta, thing),
        url=url,
        base=base,
    )


def _meta(elements: Iterable[Element]) -> dict[str, list[str]]:
    """The contents of the <meta> elements by their name, in lower case."""
    found: dict[str, list[str]] = {}
    for element in elements:
        if element.tag == "meta" and element.get("content"):
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := element.get(key):
                    found.setdefault(name.strip().lower(), []).append(element.get("content"))
    return found


def _named(meta: dict[str, list[str]], order: str) -> Iterator[str]:
    for name in order.split():
        yield from meta.get(name, ())


def _first(values: Iterable[str], limit: int = fields.LONGEST_TITLE) -> str | None:
    return next(filter(None, (fields.tidy(value, limit) for value in values)), None)


def _title(
    page: Page,
    elements: list[Element],
    meta: dict[str, list[str]],
    thing: Thing,
    publisher: str | None,
) -> str | None:
    said = [*strings(thing.get("headline")), *strings(thing.get("name")), *_named(meta, _TITLES)]
    top = headline(page.root)
    shown = [words(one) for one in elements if one.tag == "title"][:1]
    shown += [words(top)] if top else []
    title = _first([*said, *shown])
    return _without_site(title, _first(_named(meta, "og:site_name"), 200) or publisher)


def _without_site(title: str | None, site: str | None) -> str | None:
    """`Rain in Hull | The Site` -> `Rain in Hull`, where the page tells the site's name."""
    if title and site:
        for between in _BETWEEN:
            ending = f"{between}{site}".lower()
            if title.lower().endswith(ending) and len(title) > len(ending):
                return title[: -len(ending)].rstrip()
    return title


def _authors(elements: list[Element], meta: dict[str, list[str]], thing: Thing) -> list[str]:
    """From the first place that names any: several places name the same people differently."""
    by_name = ([*meta.get(name, ())] for name in _AUTHORS.split())
    shown = (_bylines(elements, test) for test in (_is_author, _is_byline))
    for values in (strings(thing.get("author")), *by_name, *shown):
        if found := fields.names(values):
            return found
    return []


def _bylines(elements: list[Element], test: Callable[[Element], bool]) -> list[str]:
    short = (one for one in elements if test(one) and 0 < one.weight <= _LONGEST_BYLINE)
    return [words(one) for one in islice(short, fields.MOST_AUTHORS)]


def _is_author(element: Element) -> bool:
    return "author" in (
        element.get("rel").lower().split() + element.get("itemprop").lower().split()
    )


def _is_byline(element: Element) -> bool:
    return not _BYLINES.isdisjoint(element.classes)


def _published(elements: list[Element], meta: dict[str, list[str]], thing: Thing) -> str | None:
    said = [*strings(thing.get("datePublished")), *_named(meta, _DAYS)]
    times = [one for one in elements if _is_time(one)]
    times.sort(key=lambda one: "pubdate" not in one.attrs and not _is_published(one))
    shown = (one.get("datetime") or one.get("content") or words(one, 100) for one in times)
    return next(filter(None, map(fields.day, [*said, *shown])), None)


def _is_time(element: Element) -> bool:
    return element.tag == "time" or _is_published(element)


def _is_published(element: Element) -> bool:
    return element.tag != "meta" and "datepublished" in element.get("itemprop").lower()


def _language(page: Page, meta: dict[str, list[str]], thing: Thing) -> str | None:
    top = next((one for one in page.root.children if isinstance(one, Element)), page.root)
    attributes = [top.get("lang"), top.get("xml:lang"), page.body.get("lang")]
    said = [*attributes, *_named(meta, _LANGUAGES), *strings(thing.get("inLanguage"))]
    return next(filter(None, map(fields.language, said)), None)


def _addresses(
    elements: list[Element], meta: dict[str, list[str]]
) -> tuple[str | None, str | None]:
    """The canonical address of the page, and the one that relative links start from."""
    links = (one for one in elements if one.tag == "link")
    canonical = (one.get("href") for one in links if "canonical" in one.get("rel").lower().split())
    own = next(filter(None, (absolute(one, None) for one in _named(meta, "og:url"))), None)
    bases = (one.get("href") for one in elements if one.tag == "base" and one.get("href"))
    start = next(bases, "")
    base = absolute(urljoin(own or "", start), None) if start else None
    url = next(filter(None, (absolute(one, base or own) for one in canonical)), None) or own
    return url, base or (absolute(urljoin(url, start), None) if url and start else url)
