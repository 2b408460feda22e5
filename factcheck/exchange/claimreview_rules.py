"""What a ClaimReview must hold to be taken by those who gather them.

The rules are those of Google's page on ClaimReview, by number, with what readers may expect of
any check: a claimant, a citation, a policy of corrections. Two of them need more than one
document: 11 compares documents, and 15 knows which sources are protected.

1, 3, 7  what is claimed, how it is rated, where the check is     9      where the claim stands
2        the address of the check                                 10     days
4, 5     the rating in numbers                                    12     what is cited
6, 8     who checks, and that it is not who claims                13, 14 the house
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.codes import Severity
from factcheck.exchange.claimreview_values import (
    TIME,
    Thing,
    folded,
    is_address,
    is_iso,
    is_number,
    is_within,
    listed,
    shown,
    text,
    thing,
)
from factcheck.text.addresses import domain, fold_url

LONGEST_CLAIM = 75
SHORTENERS = frozenset(
    """
    adf.ly bit.do bit.ly buff.ly cutt.ly dlvr.it fb.me goo.gl is.gd j.mp lnkd.in ow.ly rb.gy
    rebrand.ly shorturl.at soo.gd t.co t.ly tiny.cc tinyurl.com trib.al v.gd youtu.be
    """.split()  # noqa: SIM905  a table of words, not twenty lines of quotes
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a document; `claim` is None where it is the house's, or not ours."""

    code: str
    claim: int | None
    severity: Severity
    message: str
    hint: str | None
    #: 1 to 15.
    rule: int


@dataclass(frozen=True, slots=True)
class _Case:
    document: Thing
    house: Thing | None
    claim: int | None

    def error(self, rule: int, code: str, what: str, hint: str | None = None) -> Problem:
        return self._problem(Severity.ERROR, rule, code, what, hint)

    def warning(self, rule: int, code: str, what: str, hint: str | None = None) -> Problem:
        return self._problem(Severity.WARNING, rule, code, what, hint)

    def _problem(
        self, severity: Severity, rule: int, code: str, what: str, hint: str | None
    ) -> Problem:
        who = "The review" if self.claim is None else f"Claim {self.claim}"
        # A command is of use for a claim of ours alone.
        told = hint.replace("CLAIM", str(self.claim)) if hint and self.claim is not None else None
        return Problem(code, self.claim, severity, f"{who}: {what}.", told, rule)

    def of_house(self, rule: int, code: str, message: str, hint: str) -> Problem:
        return Problem(code, None, Severity.WARNING, message, hint, rule)

    @property
    def item(self) -> Thing:
        return thing(self.document.get("itemReviewed"))

    @property
    def rating(self) -> Thing:
        return thing(self.document.get("reviewRating"))

    @property
    def publisher(self) -> Thing:
        return thing(self.document.get("author"))

    @property
    def claimants(self) -> list[Thing]:
        return [thing(each) for each in listed(self.item.get("author"))]

    @property
    def sites(self) -> set[str]:
        """The domains of the house; of a foreign one that of its author."""
        if self.house is None:
            named = [str(self.publisher.get("url") or "")]
        else:
            named = [*self.house["own_domains"], str(self.house["publisher_url"] or "")]
        return {found for found in map(domain, named) if found}


def check(document: Thing, house: Thing | None, *, claim: int | None = None) -> list[Problem]:
    """What is wrong with a ClaimReview, ours or another's, by the rules that see one document.

    `house` is that of a report's content, None for a house that is not ours: its rules on scale,
    corrections and politics are not known. `claim` is the number of a claim of ours.
    """
    case = _Case(document, house, claim)
    return [problem for rule in _RULES for problem in rule(case)]


def check_together(documents: Sequence[tuple[int | None, Thing]]) -> list[Problem]:
    """Rule 11, over the documents of a site with the numbers of their claims."""
    return [*_pages_shared(documents), *_published_twice(documents)]


# What, how and where


def _required(case: _Case) -> Iterator[Problem]:
    if not text(case.document.get("claimReviewed")):
        what = "claimReviewed is missing: what is checked"
        yield case.error(1, "no-claim", what, "factcheck edit CLAIM --text WORDS")
    if not text(case.rating.get("alternateName")):
        what = "there is no rating in words (reviewRating.alternateName)"
        hint = "factcheck verify CLAIM --verdict CONCLUSION --rating LABEL --because REASON"
        if case.house is not None and not case.house["scale"]["labels"]:
            hint = (
                f"The house has no scale yet: factcheck house edit scale five-point. Then: {hint}"
            )
        yield case.error(1, "no-rating", what, hint)
    if not case.document.get("url"):
        what = "there is no address of the page where the check is published (url)"
        yield case.error(
            1, "no-url", what, "factcheck edit CLAIM --review-url URL --review-on DATE"
        )


def _address(case: _Case) -> Iterator[Problem]:
    url = case.document.get("url")
    if not url:
        return
    hint = "factcheck edit CLAIM --review-url URL"
    if not is_address(url):
        yield case.error(2, "bad-url", f"{shown(url)} is no absolute web address (url)", hint)
        return
    if domain(url) in SHORTENERS:
        what = f"{shown(url)} is a shortened address, which leads elsewhere (url)"
        yield case.warning(2, "short-url", what, hint)
    elif case.sites and not is_within(url, case.sites):
        what = f"{shown(url)} is on none of the house's own domains (url)"
        yield case.warning(2, "foreign-url", what, "factcheck house edit own_domains DOMAIN,...")


def _claim(case: _Case) -> Iterator[Problem]:
    claim = text(case.document.get("claimReviewed"))
    hint = "factcheck edit CLAIM --text WORDS"
    if len(claim) >= LONGEST_CLAIM:
        what = f"claimReviewed has {len(claim)} characters, {LONGEST_CLAIM - 1} are shown at most"
        yield case.warning(3, "long-claim", what, hint)
    label = folded(text(case.rating.get("alternateName")))
    if label.strip() and label in folded(claim):
        yield case.warning(3, "rating-in-claim", "claimReviewed holds the rating itself", hint)


def _item(case: _Case) -> Iterator[Problem]:
    if not case.item:
        what = "itemReviewed is missing: who said it, where and when"
        yield case.warning(7, "no-item", what, "factcheck edit CLAIM --claimant NAME")
    elif "Claim" not in [str(each).rpartition("/")[2] for each in listed(case.item.get("@type"))]:
        yield case.warning(7, "item-not-claim", "itemReviewed is not a Claim")
    for claimant in case.claimants:
        hint = "factcheck edit CLAIM --claimant-same-as URL"
        if not text(claimant.get("name")):
            what = "the claimant has no name (itemReviewed.author)"
            yield case.error(7, "claimant-unnamed", what, "factcheck edit CLAIM --claimant NAME")
        elif not claimant.get("sameAs"):
            what = "no page says who the claimant is (itemReviewed.author.sameAs)"
            yield case.warning(7, "claimant-unknown", what, hint)


# The rating in numbers


def _numbers(case: _Case) -> Iterator[Problem]:
    names = ("ratingValue", "bestRating", "worstRating")
    given = {name: case.rating.get(name) for name in names}
    wrong = {name for name, value in given.items() if value is not None and not is_number(value)}
    for name in sorted(wrong):
        what = f"{shown(given[name])} is no decimal number ({name})"
        yield case.error(5, "bad-number", what)
    sound = {
        name: Decimal(str(value))
        for name, value in given.items()
        if value is not None and name not in wrong
    }
    yield from _range(case, *(sound.get(name) for name in names))
    if given["ratingValue"] is None and text(case.rating.get("alternateName")):
        yield case.warning(4, "no-number", "the rating has no number (ratingValue)")
    if sound and case.house is not None and not case.house["scale"]["labels"]:
        what = "the rating has a number, but the house has no scale"
        yield case.error(4, "no-scale", what, "factcheck house edit scale NAME")


def _range(
    case: _Case, value: Decimal | None, best: Decimal | None, worst: Decimal | None
) -> Iterator[Problem]:
    hint = "factcheck house edit scale NAME, and verify CLAIM again with its --rating"
    if best is not None and worst is not None and best <= worst:
        what = f"the best rating, {best}, is not above the worst, {worst}"
        yield case.error(4, "scale-turned", what, hint)
    if worst is not None and worst < 1:
        yield case.error(4, "scale-low", f"the worst rating is {worst}, not 1 or more", hint)
    if value is None:
        return
    # Without its ends a scale is from 1 to 5 (schema.org).
    low, high = 1 if worst is None else worst, 5 if best is None else best
    if low <= high and not low <= value <= high:
        what = f"the rating {value} is not on its scale of {low} to {high}"
        yield case.error(4, "off-scale", what, hint)
    if value != value.to_integral_value():
        yield case.warning(4, "broken-number", f"the rating {value} is no whole number", hint)


# Who


def _publisher(case: _Case) -> Iterator[Problem]:
    if case.publisher.get("name") or case.publisher.get("url"):
        return
    if case.document.get("author"):
        what = "the author of the review has neither name nor url"
        yield case.error(6, "author-empty", what, "factcheck house edit publisher NAME")
    elif case.house is None:
        yield case.warning(6, "no-author", "the author of the review is missing")
    else:
        message = "The house has no name, so no review says whose it is."
        yield case.of_house(6, "no-author", message, "factcheck house edit publisher NAME")


def _origin(case: _Case) -> Iterator[Problem]:
    hint = "factcheck edit CLAIM --claimant NAME"
    if not case.claimants:
        what = "nobody is named who said it (itemReviewed.author)"
        make = case.warning if case.claim is None else case.error
        yield make(8, "no-claimant", what, hint)
    house = folded(text(case.publisher.get("name"))).strip()
    for claimant in case.claimants:
        name = text(claimant.get("name"))
        pages = [each for each in listed(claimant.get("sameAs")) if isinstance(each, str)]
        same = bool(house) and folded(name).strip() == house
        own = case.house is not None and any(is_within(page, case.sites) for page in pages)
        if same or own:
            what = f"{shown(name)}, who said it, is the house that checks it"
            yield case.error(8, "own-claim", what, hint)


# Where and when


def _appearances(case: _Case) -> Iterator[Problem]:
    hint = "factcheck edit CLAIM --said-at URL"
    values = [
        (name, value)
        for name in ("firstAppearance", "appearance")
        for value in listed(case.item.get(name))
    ]
    if not values:
        what = "no place is given where it was said (itemReviewed.appearance)"
        yield case.warning(9, "no-appearance", what, hint)
    for name, value in values:
        url = value.get("url") or value.get("@id") if isinstance(value, Mapping) else value
        if not is_address(url):
            what = f"{shown(url)} is no web address (itemReviewed.{name})"
            yield case.error(9, "bad-appearance", what, hint)
        elif is_within(str(url), case.sites):
            what = f"{shown(url)} is a page of the house itself (itemReviewed.{name})"
            yield case.warning(9, "own-appearance", what, hint)


def _days(case: _Case) -> Iterator[Problem]:
    checked, said = case.document.get("datePublished"), case.item.get("datePublished")
    named = (
        ("datePublished", checked, "factcheck edit CLAIM --review-on DATE"),
        ("itemReviewed.datePublished", said, "factcheck edit CLAIM --said-on DATE"),
    )
    for name, value, hint in named:
        if value is not None and not is_iso(value):
            yield case.error(10, "bad-day", f"{shown(value)} is no ISO 8601 date ({name})", hint)
        elif value is not None and (time := TIME.fullmatch(value)) and not time[1]:
            what = f"{shown(value)} has no time zone ({name})"
            yield case.warning(10, "no-zone", what, hint)
    if checked and said and is_iso(checked) and is_iso(said):
        shorter = min(len(checked), len(said), 10)
        if said[:shorter] > checked[:shorter]:
            what = f"it was said on {said}, after it was checked on {checked}"
            yield case.warning(10, "said-later", what, "factcheck edit CLAIM --said-on DATE")


# What is cited, and the house


def _citations(case: _Case) -> Iterator[Problem]:
    cited = [thing(each) for each in listed(case.document.get("citation"))]
    if not any(each.get("url") or each.get("archivedAt") for each in cited):
        what = "nothing with an address is cited (citation)"
        hint = "factcheck verify CLAIM --source URL --evidence QUOTE"
        yield case.warning(12, "no-citation", what, hint)


def _house(case: _Case) -> Iterator[Problem]:
    if case.house is None:
        return
    if case.house["political"]:
        message = (
            "The house is a party, a campaign or an office-holder, whose checks are not taken."
        )
        yield case.of_house(13, "political", message, "factcheck house edit political no")
    if not case.house["corrections_url"]:
        message = "The house has no public policy of corrections."
        hint = "factcheck house edit corrections_url URL"
        yield case.of_house(14, "no-policy", message, hint)


_RULES: tuple[Callable[[_Case], Iterable[Problem]], ...] = (
    _required, _address, _claim, _numbers, _publisher, _item, _origin, _appearances, _days,
    _citations, _house,
)  # fmt: skip


# Several documents


def _pages_shared(documents: Sequence[tuple[int | None, Thing]]) -> Iterator[Problem]:
    first: dict[str, int | None] = {}
    for claim, document in documents:
        url = text(document.get("url"))
        page = fold_url(url.partition("#")[0])
        if url and page in first:
            what = f"{shown(url)} is the page of {_of(first[page])} too, and one is shown of a page"
            hint = "factcheck edit CLAIM --review-url URL"
            yield _Case(document, None, claim).warning(11, "shared-page", what, hint)
        first.setdefault(page, claim)


def _published_twice(documents: Sequence[tuple[int | None, Thing]]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], tuple[int | None, str]] = {}
    for claim, document in documents:
        case = _Case(document, None, claim)
        url = text(document.get("url"))
        who = [text(each.get("name")) for each in case.claimants]
        what = [text(document.get("claimReviewed")), text(case.item.get("datePublished")), *who]
        same = tuple(folded(each) for each in what)
        earlier, page = first.setdefault(same, (claim, url))
        if url and page and fold_url(url) != fold_url(page):
            told = f"the same claim is checked on {shown(page)}, as {_of(earlier)}"
            hint = "factcheck edit CLAIM --review-url URL, with one page for both"
            yield case.error(11, "two-pages", told, hint)


def _of(claim: int | None) -> str:
    return "another review" if claim is None else f"claim {claim}"
