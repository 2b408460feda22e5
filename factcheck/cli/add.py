"""`factcheck add`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import output
from factcheck.cli.at_entry import Anyway, Capture, Look, look
from factcheck.cli.network import AllowPrivate
from factcheck.cli.options import Article, By, Json, JsonLines, KeepGoing, Tags, Yes
from factcheck.errors import BadInput, FactcheckError, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Claim
    from factcheck.services.claims import NewClaim
    from factcheck.services.intake import Incoming


def command(
    text: Annotated[
        str | None, typer.Argument(help="The claim in full words; - reads many.")
    ] = None,
    article: Article = None,
    quote: o.Quote = None,
    nth: o.Nth = None,
    claimant: o.Claimant = None,
    claimant_role: o.ClaimantRole = None,
    claimant_same_as: o.ClaimantSameAs = None,
    said_on: o.SaidOn = None,
    said_at: o.SaidAt = None,
    first_at: o.FirstAt = None,
    occasion: o.Occasion = None,
    kind: o.KindOption = None,
    priority: o.PriorityOption = None,
    tag: Tags = None,
    note: Annotated[str | None, typer.Option("--note", metavar="NOTE")] = None,
    place: o.From = None,
    source: o.Source = None,
    evidence: o.Passage = None,
    says: o.Says = None,
    stance: o.StanceOption = None,
    locator: o.Locator = None,
    how: o.HowOption = None,
    on: o.On = None,
    tier: o.TierOption = None,
    capture: Capture = False,
    anyway: Anyway = False,
    allow_private: AllowPrivate = None,
    keep_going: KeepGoing = False,
    by: By = None,
    yes: Yes = False,  # noqa: ARG001  accepted everywhere, so that scripts need not know
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck add --quote "up to 37 miles per hour" --claimant Yonhap
    factcheck add "The train has 20 carriages" --from "atlas p. 212"

    Record a claim, from its words in the article to its first piece of evidence.

    --quote must stand in the article, typography apart; the text is the quote unless you give
    it. With - claims come from stdin: one a line, JSON lines with the names of the options, or
    the working sheet as CSV (fact, source, place, OK?). Then the other options hold for all.

    --capture keeps the page that the evidence is from, and refuses a quotation that is not on it.
    """
    from factcheck.services.claims import NewClaim

    piece = o.piece(
        place=place, source=source, quote=evidence, says=says, stance=stance, locator=locator,
        how=how, on=on, tier_word=tier,
    )  # fmt: skip
    new = NewClaim(
        text=text, quote=quote, nth=nth, claimant=claimant, claimant_role=claimant_role,
        claimant_same_as=claimant_same_as, said_on=o.day(said_on), said_at=said_at or (),
        first_at=first_at, occasion=occasion, kind=o.kind(kind), priority=o.priority(priority),
        tags=tag or (), note=note, evidence=[piece] if piece.given else [],
    )  # fmt: skip
    if text == "-":
        if capture or anyway:
            raise Usage("--capture is for one claim.", hint="factcheck source capture --all")
        _add_many(new, article, by, keep_going=keep_going, as_json=as_json, as_jsonl=as_jsonl)
    else:
        first = new.evidence[0] if new.evidence else None
        looked = look(first, article, allow_private, capture=capture, anyway=anyway)
        _add_one(new, article, by, looked, as_json=as_json, as_jsonl=as_jsonl)


def _add_one(
    new: "NewClaim", article: str | None, by: str | None, looked: "Look | None", *,
    as_json: bool, as_jsonl: bool,
) -> None:  # fmt: skip
    from factcheck.cli.context import article_word, writing
    from factcheck.services import claims, evidence, house, lookup, shapes

    if new.text is None and new.quote is None:
        _ask_for_words(new)
    with writing(by) as session:
        named = article_word(article)
        target = (lookup.the_article if new.quote else lookup.an_article)(session, named)
        added = _placed(session, lambda: claims.add(session, new, target), new)
        if looked:
            looked.keep(session, evidence.of_claims(session, [added.id])[0])
        shape = shapes.claim(session, added.id)
        words = house.words(session)
    output.emit(shape, as_json=as_json, as_jsonl=as_jsonl, text=lambda: _told(shape, words))


def _told(shape: dict[str, Any], words: str) -> str:
    from factcheck.cli.views import claim_page

    return claim_page(shape, words)


def _ask_for_words(new: "NewClaim") -> None:
    """On a terminal the claim is asked for; elsewhere it is missing."""
    from factcheck.cli.ask import ask_text

    if not output.interactive():
        raise Usage("A claim needs words.", hint='factcheck add "the claim in full words"')
    new.text = ask_text("Claim, in words that stand alone") or None
    new.quote = ask_text("Its words in the article (Enter: in no article)") or None
    new.claimant = new.claimant or ask_text("Who says so (Enter: the article itself)") or None
    if not new.evidence:
        place = ask_text("Source and place, as in 'atlas p. 212' (Enter: none yet)")
        new.evidence = [o.piece(place=place)] if place else []


def _placed(session: "Session", add: Any, new: "NewClaim") -> "Claim":
    """Add; where the quote stands at several places and somebody is there, ask which."""
    from factcheck.cli.ask import choose
    from factcheck.services.places import Ambiguous

    try:
        claim: Claim = add()
    except Ambiguous as several:
        if not output.interactive():
            raise
        session.rollback()  # nobody else shall wait for the answer
        new.nth = choose("Which place", several.around) + 1
        claim = add()
    return claim


def _add_many(
    common: "NewClaim", article: str | None, by: str | None, *,
    keep_going: bool, as_json: bool, as_jsonl: bool,
) -> None:  # fmt: skip
    from factcheck.cli.changing import leave_out
    from factcheck.cli.context import article_word, writing
    from factcheck.cli.stdin import stdin_lines
    from factcheck.services import intake, shapes

    if common.quote is not None or common.nth is not None:
        raise Usage("--quote is for one claim.", hint="With - it stands in the lines, as quote.")
    refused: list[FactcheckError] = []
    numbers: list[int] = []
    # All of it first: a slow pipe must not hold the database.
    items = intake.read(list(stdin_lines()))
    with writing(by) as session:
        for claim in _each(session, items, common, article_word(article), refused):
            if refused and not keep_going:
                raise refused[0]
            numbers.append(claim.id)
        if refused and not keep_going:
            raise refused[0]
        if not numbers and not refused:
            raise BadInput("There is no claim on stdin.", hint="Give one a line.")
        found = list(shapes.claims(session, numbers))
    output.emit(found, as_json=as_json, as_jsonl=as_jsonl, text=lambda: _told_many(numbers))
    leave_out(refused)


def _each(
    session: "Session", items: Any, common: "NewClaim", article: str | None,
    refused: list[FactcheckError],
) -> "Iterator[Claim]":  # fmt: skip
    """Each good claim; what cannot be taken goes to `refused`, with its line."""
    from factcheck.db.session import attempt

    for number, item in items:
        if isinstance(item, FactcheckError):
            refused.append(_named(item, number))
            continue
        try:
            with attempt(session):
                claim = _take(session, item, common, article)
        except FactcheckError as error:
            refused.append(_named(error, number))
            continue
        yield claim


def _named(error: FactcheckError, number: int) -> FactcheckError:
    """The error with its line, said once."""
    if error.line is None:
        error.line = number
        error.message = f"Line {number}: {error.message}"
    return error


#: Options that hold for every line which does not say otherwise.
COMMON = (
    "claimant", "claimant_role", "claimant_same_as", "kind", "priority", "said_on", "said_at",
    "first_at", "occasion", "note",
)  # fmt: skip


def _take(session: "Session", item: "Incoming", common: "NewClaim", article: str | None) -> "Claim":
    from factcheck.services import claims, lookup, verdicts
    from factcheck.services.verdicts import Decision

    new = item.claim
    for name in COMMON:
        setattr(new, name, getattr(new, name) or getattr(common, name))
    new.said_on = o.day(new.said_on)
    for piece in new.evidence:
        piece.on = o.when(piece.on)
    new.tags = [*common.tags, *new.tags]
    new.evidence = new.evidence or common.evidence
    word = item.article or article
    target = (lookup.the_article if new.quote else lookup.an_article)(session, word)
    claim = claims.add(session, new, target)
    if item.conclusion is not None:
        verdicts.decide(session, [claim], Decision(conclusion=item.conclusion, because=new.note))
    return claim


def _told_many(numbers: list[int]) -> str:
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"Added claim {numbers[0]}."
    return f"Added {len(numbers)} claims, {numbers[0]} to {numbers[-1]}."
