"""`factcheck verify`."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import claim_options as o
from factcheck.cli import listing
from factcheck.cli.options import (
    Article,
    Because,
    By,
    DryRun,
    Json,
    JsonLines,
    KeepGoing,
    Yes,
    parse_day,
)
from factcheck.cli.verify_lines import from_lines
from factcheck.cli.which import Which, which
from factcheck.errors import Usage
from factcheck.words import Action, Conclusion, Why, pick, pick_conclusion

if TYPE_CHECKING:
    from factcheck.services.verdicts import Decision, NewFix

Flag = bool


#: Of more claims at once nobody reads a warning about each.
TOLD = 20


def command(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="CLAIM...", help="Numbers and ranges; - reads lines."),
    ] = None,
    every: Annotated[
        Flag, typer.Option("--all", help="Every claim that the filters leave.")
    ] = False,
    article: Article = None,
    status: listing.StatusOption = None,
    outcome: listing.OutcomeOption = None,
    kind: listing.KindOption = None,
    tag: listing.TagOption = None,
    priority: listing.PriorityOption = None,
    stale: listing.Stale = False,
    zone: listing.ZoneOption = None,
    verdict: Annotated[
        str | None, typer.Option("--verdict", metavar="CONCLUSION", help="In either house's words.")
    ] = None,
    ok: Annotated[Flag, typer.Option("--ok", help="Supported.")] = False,
    wrong: Annotated[Flag, typer.Option("--wrong", help="Refuted.")] = False,
    partly: Annotated[Flag, typer.Option("--partly", help="Mixed.")] = False,
    cant_confirm: Annotated[
        str | None,
        typer.Option("--cant-confirm", metavar="WHY", help="no-answer, refused, no-record ..."),
    ] = None,
    opinion: Annotated[Flag, typer.Option("--opinion", help="Nothing to check.")] = False,
    accept: Annotated[
        Flag,
        typer.Option("--accept", help="Take over what the evidence suggests, as your verdict."),
    ] = False,
    because: Because = None,
    place: o.From = None,
    source: o.Source = None,
    evidence: o.Passage = None,
    says: o.Says = None,
    stance: o.StanceOption = None,
    locator: o.Locator = None,
    how: o.HowOption = None,
    on: o.On = None,
    tier: o.TierOption = None,
    fix: Annotated[
        str | None, typer.Option("--fix", metavar="WORDING", help="Change the words to these.")
    ] = None,
    attribute: Annotated[Flag, typer.Option("--attribute", help="Say who says so.")] = False,
    cut: Annotated[Flag, typer.Option("--cut", help="Take the words out.")] = False,
    stet: Annotated[Flag, typer.Option("--stet", help="The editor lets it stand.")] = False,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="NAME", help="Who agreed to the fix.")
    ] = None,
    overruled: Annotated[
        str | None, typer.Option("--overruled", metavar="NAME", help="Who will not have the fix.")
    ] = None,
    without_evidence: Annotated[
        str | None,
        typer.Option("--without-evidence", metavar="REASON", help="Decide all the same."),
    ] = None,
    exception: Annotated[
        str | None,
        typer.Option(
            "--exception", metavar="REASON", help="Why fewer sources than needed will do."
        ),
    ] = None,
    rating: Annotated[
        str | None, typer.Option("--rating", metavar="LABEL", help="What the house publishes.")
    ] = None,
    recheck: Annotated[
        str | None,
        typer.Option("--recheck", metavar="DATE", help="Look at it again then; never."),
    ] = None,
    reveal: Annotated[Flag, typer.Option("--reveal", help="Show protected sources.")] = False,
    keep_going: KeepGoing = False,
    by: By = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    as_jsonl: JsonLines = False,
) -> None:
    """factcheck verify 117-119 --ok --from "atlas p. 212"
    factcheck verify 11 --wrong --because "the timetable says 21" --fix "21 carriages"
    factcheck verify 11
    factcheck verify --all --status unverified

    Compare claims with their evidence, or record what you conclude.

    Without a verdict nothing changes: each passage is shown with how its figures or words
    compare, and where the evidence points; --accept makes that your verdict. --from takes a
    source's key, number or address, then the place in it; what you give is recorded as seen by
    you. A reason is needed for every conclusion but supported, and to change a verdict. With -
    lines come from stdin:
    "117 ok atlas p. 212", "118 change "14 vents" museum", "119 ask which year?",
    "120 cant-confirm no-answer | two calls".
    """
    from factcheck.services.verdicts import Decision

    piece = o.piece(
        place=place, source=source, quote=evidence, says=says, stance=stance, locator=locator,
        how=how, on=on, tier_word=tier,
    )  # fmt: skip
    conclusion = _conclusion(verdict, ok, wrong, partly, cant_confirm, opinion)
    decision = Decision(
        conclusion=conclusion,
        why=pick(Why, cant_confirm, what="reason for that").value if cant_confirm else None,
        because=because,
        rating=rating,
        exception=_one_exception(without_evidence, exception),
        accepts=accept,
        recheck=_recheck_day(recheck),
        evidence=piece,
        fix=fix_of(fix, attribute=attribute, cut=cut, stet=stet, agreed=agreed),
        agreed_with=agreed,
        overruled_by=overruled,
    )
    filters = {
        "article": article, "status": status, "outcome": outcome, "kind": kind, "tag": tag,
        "priority": priority, "stale": stale, "zone": zone,
    }  # fmt: skip
    chosen = which(claims, every, filters)
    if chosen is None:
        _only_lines(decision, because, decision.exception, rating)
        from_lines(by, keep_going, dry_run, as_json, as_jsonl)
        return
    if accept and conclusion is not None:
        raise Usage("--accept is a verdict already.", hint="Leave the other one out.")
    if conclusion is None and not accept:
        _nothing_to_record(
            ("--without-evidence", without_evidence), ("--exception", exception),
            ("--rating", rating),
        )  # fmt: skip
    if not decision.given:
        _nothing_to_record(("--because", because))
        _show(chosen, reveal, as_json, as_jsonl)
        return
    _record(chosen, decision, by, yes, dry_run, as_json, as_jsonl)


def _one_exception(without_evidence: str | None, exception: str | None) -> str | None:
    if without_evidence is not None and exception is not None:
        msg = "--without-evidence and --exception are both a reason to decide all the same."
        raise Usage(msg, hint="Give one of them.")
    return exception if without_evidence is None else without_evidence


def _recheck_day(word: str | None) -> str | None:
    """An empty text takes the date away."""
    if word is None:
        return None
    return "" if word.strip().casefold() in {"", "never", "no", "off"} else parse_day(word)


def _conclusion(
    verdict: str | None, ok: bool, wrong: bool, partly: bool, cant: str | None, opinion: bool
) -> Conclusion | None:
    given = {
        Conclusion.SUPPORTED: ok,
        Conclusion.REFUTED: wrong,
        Conclusion.MIXED: partly,
        Conclusion.NOT_ENOUGH_EVIDENCE: cant is not None and verdict is None,
        Conclusion.NOT_CHECKABLE: opinion,
    }
    chosen = [conclusion for conclusion, is_given in given.items() if is_given]
    if verdict is not None:
        chosen.append(pick_conclusion(verdict))
    if len(set(chosen)) > 1:
        raise Usage("That is more than one verdict.", hint="Give one of them.")
    return chosen[0] if chosen else None


def fix_of(
    wording: str | None, *, attribute: bool, cut: bool, stet: bool, agreed: str | None
) -> "NewFix | None":
    """The one fix that the options name."""
    from factcheck.services.verdicts import NewFix

    flags = {Action.ATTRIBUTE: attribute, Action.CUT: cut, Action.STET: stet}
    chosen = [action for action, is_given in flags.items() if is_given]
    if wording is not None and not attribute:
        chosen.append(Action.CHANGE)
    if len(chosen) > 1:
        raise Usage("That is more than one fix.", hint="One of --fix, --attribute, --cut, --stet.")
    return NewFix(chosen[0], wording=wording, agreed_with=agreed) if chosen else None


def _only_lines(decision: "Decision", *others: str | None) -> None:
    """With `-` each line says what is decided, so that no option can say it too."""
    if decision.given or any(other is not None for other in others):
        msg = "With - each line says what is decided; the options of a verdict do not go with it."
        raise Usage(msg, hint="As in: 117 ok atlas p. 212")


def _nothing_to_record(*given: tuple[str, str | None]) -> None:
    """Options that say something about a verdict that is not there."""
    for name, value in given:
        if value is not None:
            raise Usage(f"{name} needs a verdict.", hint="Add --ok, --wrong, --verdict ...")


def _show(chosen: Which, reveal: bool, as_json: bool, as_jsonl: bool) -> None:
    from factcheck.cli.context import reading
    from factcheck.cli.show import print_claims
    from factcheck.services import house, shapes

    with reading() as session:
        found = chosen.find(session)
        listed = list(shapes.claims(session, [claim.id for claim in found], reveal=reveal))
        words = house.words(session)
    print_claims(listed, words, single=chosen.single, as_json=as_json, as_jsonl=as_jsonl)


def _record(
    chosen: Which, decision: "Decision", by: str | None, yes: bool, dry_run: bool,
    as_json: bool, as_jsonl: bool,
) -> None:  # fmt: skip
    from factcheck.cli.changing import changing, confirm_many
    from factcheck.cli.show import print_claims
    from factcheck.cli.views import warn_of_strays
    from factcheck.services import house, shapes, verdicts

    with changing(by, dry_run=dry_run, why=decision.because) as session:
        found = chosen.find(session)
        confirm_many(session, f"Decide {len(found)} claims?", len(found), yes=yes, dry_run=dry_run)
        verdicts.decide(session, found, decision)
        listed = list(shapes.claims(session, [claim.id for claim in found]))
        words = house.words(session)
    print_claims(
        listed, words, single=chosen.single, as_json=as_json, as_jsonl=as_jsonl, brief=True
    )
    if decision.conclusion is not None and len(listed) <= TOLD:
        warn_of_strays(listed)
