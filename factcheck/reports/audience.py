"""What each audience of a report may see.

internal  all of it
author    the queries, and what is proposed for the words
editor    what is not plain OK, fixes, queries, what was let stand; sources by their aliases
public    what was decided and may be printed, with its evidence; no work in progress, and no
          checkers' names unless the house names them

Protected sources go by their aliases in all four; what was said on background, on deep background
or off the record is held back as its terms demand in all but the first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from factcheck.errors import Refused
from factcheck.reports.content import summary
from factcheck.services.straying import strays
from factcheck.services.veils import WITHHELD, Veil
from factcheck.words import Conclusion, Outcome

Shape = dict[str, Any]


class Audience(StrEnum):
    INTERNAL = "internal"
    AUTHOR = "author"
    EDITOR = "editor"
    PUBLIC = "public"


#: Nobody has anything left to say about these.
PLAIN_OK = frozenset({Outcome.OK, Outcome.OK_AS_CHANGED, Outcome.OK_ON_AUTHOR})
#: What is waiting for the author.
FOR_AUTHOR = frozenset({Outcome.ASK, Outcome.CHANGE, Outcome.ATTRIBUTE, Outcome.CUT_ASKED})
#: A verdict stands, and the words that it is about are those that run.
PUBLIC = frozenset({
    Outcome.OK, Outcome.OK_ON_AUTHOR, Outcome.PARTLY, Outcome.WRONG, Outcome.SOURCES_DIFFER,
    Outcome.CANT_CONFIRM, Outcome.NO_FACT,
})  # fmt: skip

#: Words that are printed as they stand: masking them would move every place after them.
PRINTED = ("draft", "span", "also_at")
#: Words of ours, whatever a source may be called.
CODES = (
    "words", "outcome", "status", "kind", "state", "stance", "action", "conclusion", "tier",
    "severity", "code", "uid",
)  # fmt: skip


def cut(session: Session, content: Shape, audience: Audience, *, reveal: bool = False) -> Shape:
    """The content as this audience may see it.

    Raises Refused where the words of a public claim themselves name a protected source.
    """
    internal = audience == Audience.INTERNAL
    veil = Veil(session, reveal=reveal and internal, terms=not internal)
    # First of all, or a source that may not be spoken of would leave its origins behind.
    shown = _SEEN_BY[audience](content if internal else _on_terms(content, veil))
    if audience == Audience.PUBLIC:
        _check_words(shown["claims"], veil)
    masked: Shape = veil.over(shown, PRINTED + CODES)
    return {**masked, "audience": audience.value}


def leaving(session: Session, content: Shape) -> Shape:
    """All of a content that may leave the house: nobody is named whom terms keep unnamed."""
    veil = Veil(session, terms=True)
    masked: Shape = veil.over(_on_terms(content, veil), PRINTED)
    return masked


def named_in_print(session: Session, content: Shape) -> list[int]:
    """The claims whose printed words name a protected source."""
    veil = Veil(session)
    return [claim["id"] for claim in content["claims"] if _is_named(claim, veil)]


def _is_named(claim: Shape, veil: Veil) -> bool:
    places = [claim["span"], *claim["also_at"]]
    return any(veil.names_one(place["exact"]) for place in places if place)


def _check_words(claims: Iterable[Shape], veil: Veil) -> None:
    for claim in claims:
        number = claim["id"]
        for name, what in (("text", "words"), ("claimant", "claimant")):
            if veil.names_one(claim[name] or ""):
                verb = "name" if name == "text" else "is"
                msg = f"The {what} of claim {number} {verb} a source that may not be named."
                hint = f"factcheck edit {number} --{name} 'other words', and verify it again."
                raise Refused(msg, hint=hint, record=f"claim:{number}")


def _internal(content: Shape) -> Shape:
    return content


def _author(content: Shape) -> Shape:
    wanted = [claim for claim in content["claims"] if claim["outcome"] in FOR_AUTHOR]
    return _of(content, [_asked(claim) for claim in wanted], marks=False)


def _asked(claim: Shape) -> Shape:
    """A claim with its questions and its fix alone."""
    waiting = [query for query in claim["queries"] if query["answered_at"] is None]
    return {**_bare(claim), "fix": claim["fix"], "queries": waiting}


def _editor(content: Shape) -> Shape:
    aside = {each["claim"] for each in content["let_stand"]}
    wanted = [c for c in content["claims"] if _concerns_editor(c) or c["id"] in aside]
    shown = _of(content, wanted, marks=True)
    return {**shown, "let_stand": content["let_stand"], "corrections": content["corrections"]}


def _concerns_editor(claim: Shape) -> bool:
    return claim["outcome"] not in PLAIN_OK or claim["stale"]


def why_not_public(claim: Shape, *, second_person: bool = False) -> str | None:
    """Why what was decided about a claim may not be read by everybody yet; None where it may."""
    verdict = claim["verdict"]
    if verdict is None:
        return "it is not decided yet"
    if claim["stale"]:
        return f"it calls for a re-check: {'; '.join(claim['stale_because'])}"
    if told := strays(claim):
        return f"its words in the article say something else: {told}"
    if second_person and claim["sign_off"] is None:
        return "nobody has signed it off, and this house wants a second person"
    # Changed as agreed, and found right since.
    changed = claim["outcome"] == Outcome.OK_AS_CHANGED
    mended = changed and verdict["conclusion"] == Conclusion.SUPPORTED
    if claim["outcome"] in PUBLIC or mended:
        return None
    return "it was decided about words that do not run" if changed else "something is still to do"


def is_public(claim: Shape, *, second_person: bool = False) -> bool:
    return why_not_public(claim, second_person=second_person) is None


def _public(content: Shape) -> Shape:
    named = content["house"]["name_checkers"]
    second = content["house"]["second_person"]
    decided = (claim for claim in content["claims"] if is_public(claim, second_person=second))
    wanted = [_published(claim) for claim in decided]
    corrected = [{**each, "reported_by": None} for each in content["corrections"]]
    shown = {**_of(content, wanted, marks=False), "corrections": corrected}
    # What is to be done about a claim is not for readers.
    shown["summary"] = {**shown["summary"], "must_change": [], "unsettled": []}
    if shown["article"]:
        # What was open when it ran is the house's own business.
        shown["article"]["closed"] = None
    return shown if named else _unnamed(shown)


def _published(claim: Shape) -> Shape:
    verdict = {**claim["verdict"], "exception": None}
    pieces = [
        {**piece, "note": None, "presence": None, "presence_detail": None}
        for piece in claim["evidence"]
        if piece["seen"] and not piece["retracted"]
    ]
    return {
        **_bare(claim),
        "outcome": _outcome(claim),
        "verdict": verdict,
        "evidence": pieces,
        "corrections": [{**each, "reported_by": None} for each in claim["corrections"]],
        "review": claim["review"],
    }


def _outcome(claim: Shape) -> str:
    """That the words were changed before they ran is nobody's business."""
    changed = claim["outcome"] == Outcome.OK_AS_CHANGED
    return Outcome.OK.value if changed else str(claim["outcome"])


#: What of a claim tells of the work on it, and what it is where that is not shown.
_WORK: dict[str, Any] = {
    "priority": "normal", "tags": [], "stale": False, "stale_because": [], "recheck_by": None,
    "verdict": None, "fix": None, "queries": [], "sign_off": None, "suggestion": None,
    "evidence": [], "below_need": [], "notes": [], "corrections": [], "sources": None,
}  # fmt: skip


def _bare(claim: Shape) -> Shape:
    return {**claim, **_WORK}


def _of(content: Shape, claims: list[Shape], *, marks: bool) -> Shape:
    """The content with these claims alone, and the sources that they cite."""
    return {
        **content,
        "article": _article(content["article"]),
        "draft": _draft(content["draft"], claims, marks=marks),
        "summary": summary(claims, content["words"]),
        "claims": claims,
        "sources": _cited(content["sources"], claims),
        "let_stand": [],
        "findings": [],
        "audited": None,
        "corrections": [],
    }


def _article(article: Shape | None) -> Shape | None:
    return None if article is None else {**article, "notes": [], "claims": None, "revisions": []}


def _draft(draft: Shape | None, claims: list[Shape], *, marks: bool) -> Shape | None:
    if draft is None:
        return None
    listed = {claim["id"]: claim["outcome"] for claim in claims}
    marked = [
        {
            **mark,
            "listed": mark["claim"] in listed,
            "outcome": listed.get(mark["claim"], mark["outcome"]),
        }
        for mark in draft["marks"]
    ]
    return {**draft, "marks": [mark for mark in marked if marks or mark["listed"]]}


def _cited(sources: Iterable[Shape], claims: Iterable[Shape]) -> list[Shape]:
    """The sources of these claims, and where those were taken from."""
    every = {source["key"]: source for source in sources}
    pieces = [piece for claim in claims for piece in claim["evidence"] if not piece["retracted"]]
    counts = Counter(piece["source"]["key"] for piece in pieces)
    wanted = set(counts)
    while more := {every[key]["origin"] for key in wanted & every.keys()} - wanted - {None}:
        wanted |= more
    return [{**every[key], "cited": counts[key]} for key in every if key in wanted]


#: Where a name stands of somebody who did the work.
_NAMES = frozenset({"by", "agreed_with", "answered_by"})


def _unnamed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: None if name in _NAMES else _unnamed(inner) for name, inner in value.items()}
    return [_unnamed(inner) for inner in value] if isinstance(value, list) else value


# On what terms


def _on_terms(content: Shape, veil: Veil) -> Shape:
    """What may not be passed on left out, and who may not be named called otherwise."""
    passing = [source for source in content["sources"] if _passes(source)]
    keys = {source["key"]: _key(source, veil) for source in passing}
    sources = [{**_veiled(each, veil), "origin": keys.get(each["origin"])} for each in passing]
    claims = [_claim_on_terms(claim, veil) for claim in content["claims"]]
    return {**content, "sources": sources, "claims": claims}


def _claim_on_terms(claim: Shape, veil: Veil) -> Shape:
    pieces = [piece for piece in claim["evidence"] if _passes(piece["source"])]
    return {**claim, "evidence": [_piece(piece, veil) for piece in pieces]}


def _passes(source: Shape) -> bool:
    return source["terms"] not in WITHHELD


def _piece(piece: Shape, veil: Veil) -> Shape:
    source = piece["source"]
    if source["id"] not in veil.aliases:
        return piece
    # Where and how somebody was met may say who it was.
    met = {"link": None, "locator": None, "how": None, "on": None, "note": None}
    return {**piece, **met, "presence_detail": None, "source": _veiled(source, veil)}


def _veiled(source: Shape, veil: Veil) -> Shape:
    alias = veil.aliases.get(source["id"])
    if alias is None:
        return dict(source)
    unsaid = {"url": None, "publisher": None, "author": None, "published": None, "archived": None}
    told = {name: None for name in unsaid if name in source}
    return {**source, **told, "title": alias, "key": _key(source, veil)}


def _key(source: Shape, veil: Veil) -> str:
    """A key that was made of a name gives way to a number."""
    unnamed = source["id"] in veil.aliases and not source["protected"]
    return f"source-{source['id']}" if unnamed else str(source["key"])


_SEEN_BY: dict[Audience, Callable[[Shape], Shape]] = {
    Audience.INTERNAL: _internal,
    Audience.AUTHOR: _author,
    Audience.EDITOR: _editor,
    Audience.PUBLIC: _public,
}
