"""`factcheck review`: one open claim after another, a key each."""

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli import listing, output
from factcheck.cli.context import writing
from factcheck.cli.options import By
from factcheck.cli.review_keys import DECIDING, Back, Desk, Keyboard, Leave, Shape, note, say, used
from factcheck.cli.review_page import View, help_lines, page, size
from factcheck.errors import Conflict, FactcheckError, Usage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.models import Article
    from factcheck.services.verdicts import Decision

#: As many addresses as there are keys to choose by.
MOST_LINKS = 9


def command(
    article: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="Its number or slug.  [FACTCHECK_ARTICLE]"),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="KEY|ID|URL", help="What it is cited for, by place."),
    ] = None,
    status: listing.StatusOption = None,
    outcome: listing.OutcomeOption = None,
    kind: listing.KindOption = None,
    claimant: listing.ClaimantOption = None,
    tag: listing.TagOption = None,
    priority: listing.PriorityOption = None,
    stale: listing.Stale = False,
    zone: listing.ZoneOption = None,
    every: Annotated[bool, typer.Option("--all", help="Also what is decided.")] = False,
    by: By = None,
) -> None:
    """factcheck review kim-train
    factcheck review --source atlas

    Walk through the open claims and those that call for a re-check, a key for each decision.

    Each decision is saved at once, as a step of its own. What is decided does not come again,
    what was skipped does. With --source the claims come in the order of the pages or minutes.
    Press ? for the keys.
    """
    from factcheck.cli.context import name_of, reading, settings
    from factcheck.services import house, reviewing

    if not output.interactive():
        raise Usage("There is nobody here to ask.", hint="factcheck list, or factcheck verify -")
    given = locals() | {"by": None, "since": None, "waiting": False, "hidden": False}
    with reading() as session:
        found = _article(session, article, anywhere=source is not None)
        given["article"] = f"article:{found.id}" if found else None
        decided = every or bool(status or outcome)
        ids = reviewing.chosen(session, listing.filter_of(session, given), every=decided)
        words = house.words(session)
    if not ids:
        what = "No such claim" if decided else "Nothing open"
        output.say(f"{what} in {found.slug}." if found else f"{what}.")
        return
    who = name_of(settings(), by)
    _go(Walk(ids, who, words, article=found.id if found else None, only_open=not decided))


def _article(session: "Session", word: str | None, *, anywhere: bool) -> "Article | None":
    """The article to walk through; None for claims of any, where none is open or it is a source."""
    from factcheck.cli.context import article_word
    from factcheck.services import articles, lookup

    found = lookup.an_article(session, article_word(word))
    if found is None and not anywhere:
        slugs = [each.slug for each in articles.every(session) if each.closed_at is None]
        if slugs:
            hint = f"Name one: factcheck review {slugs[0]}"
            raise Usage("Several articles are open.", hint=hint)
    return found


@dataclass
class Walk:
    """The claims to walk through, and how far it went."""

    ids: list[int]
    who: str
    words: str
    article: int | None
    #: Whether a claim that is decided meanwhile is passed over.
    only_open: bool
    at: int = 0
    decided: set[int] = field(default_factory=set)
    skipped: set[int] = field(default_factory=set)
    #: Decided by others, or hidden, since the walk began.
    passed: set[int] = field(default_factory=set)
    steps: list["Stepped"] = field(default_factory=list)
    message: str = ""
    saving: bool = False

    def summary(self) -> str:
        left = len(self.ids) - len(self.decided | self.skipped | self.passed)
        told = f"Decided {len(self.decided)}, skipped {len(self.skipped)}, {left} left."
        if not (left or self.skipped):
            return told
        from factcheck.cli.context import command_line

        return f"{told} Go on with: factcheck {command_line()}"


@dataclass(frozen=True, slots=True)
class Stepped:
    """A step of this walk: its number, which claim it was on, and whether it decided it."""

    number: int
    at: int
    decided: bool


def _go(walk: Walk) -> None:
    """Claim after claim, until the last or until somebody leaves."""
    from factcheck.cli.context import reading
    from factcheck.services import reviewing

    try:
        with reading() as session:
            last = reviewing.last_place(session, walk.who)
        with Keyboard() as keyboard:
            desk = Desk(keyboard, last)
            while walk.at < len(walk.ids):
                view = _look(walk, desk)
                if view is not None:
                    _show(view)
                    _press(walk, desk, view)
    except Leave:
        pass
    except KeyboardInterrupt:
        if walk.saving:
            _end(walk)
            raise
    except FactcheckError:
        _end(walk)
        raise
    _end(walk)


def _end(walk: Walk) -> None:
    if walk.saving:
        number = walk.ids[walk.at]
        output.say(
            f"\nInterrupted while claim {number} was saved; look at factcheck show {number}."
        )
    output.say(f"\n{walk.summary()}")


def _look(walk: Walk, desk: Desk) -> View | None:
    """The claim as it is now; None, and on to the next, where somebody else was quicker."""
    from factcheck.cli.context import reading
    from factcheck.services import reviewing, shapes

    number = walk.ids[walk.at]
    with reading() as session:
        claim = reviewing.look(session, number)
        if claim is None or (walk.only_open and not reviewing.is_open(claim)):
            _pass_over(walk, desk, claim)
            return None
        passage = reviewing.passage(session, number, walk.article)
        notes = shapes.notes(session, claim_id=number)
    message, walk.message = walk.message, ""
    return View(claim, passage, _progress(walk, claim), walk.words, notes, message)


def _pass_over(walk: Walk, desk: Desk, claim: Shape | None) -> None:
    from factcheck.cli.views import outcome_label

    number = walk.ids[walk.at]
    what = f"decided: {outcome_label(claim, walk.words)}" if claim else "hidden or joined"
    walk.message = f"{walk.message} Claim {number} was meanwhile {what}.".strip()
    walk.passed.add(number)
    walk.skipped.discard(number)
    walk.at += 1
    desk.keyboard.forget()


def _progress(walk: Walk, claim: Shape) -> str:
    article = claim["article"]
    where = f" \N{MIDDLE DOT} {article['slug']}" if article else ""
    decided = len(walk.decided)
    return f"{walk.at + 1} of {len(walk.ids)} \N{MIDDLE DOT} {decided} decided{where}"


def _show(view: View) -> None:
    _clear()
    output.complain(page(view, *size()))


def _clear() -> None:
    """A page of its own, where the terminal can; else a blank line before it."""
    able = os.environ.get("TERM") not in {None, "dumb"}
    output.complain("\x1b[H\x1b[2J" if able else "", end="" if able else "\n")


def _press(walk: Walk, desk: Desk, view: View) -> None:
    """One key, and what it does."""
    key = desk.keyboard.key()
    while key == "b" and not _open(desk, view.claim):
        key = desk.keyboard.key()
    try:
        if key in DECIDING:
            _record(walk, desk, view.claim, DECIDING[key](desk, view.claim, key), on=key != "e")
        elif key == "n":
            _keep_note(walk, desk, view.claim, note(desk, view.claim, key))
        elif key in _MOVING:
            _MOVING[key](walk, desk)
        elif key.isprintable() and key not in {"", "b"}:
            walk.message = f"{key} is no key here; ? shows them."
    except Back:
        walk.message = "Nothing was recorded."


def _record(walk: Walk, desk: Desk, claim: Shape, decision: "Decision", *, on: bool) -> None:
    """Save a decision, and go `on` to the next claim."""
    from factcheck.services import verdicts

    def decide(session: "Session", found: Any) -> None:
        verdicts.decide(session, [found], decision)

    if _save(walk, desk, claim, decide, why=decision.because, decided=on):
        if decision.evidence.given:
            desk.last = used(claim, decision.evidence)
        if on:
            walk.decided.add(claim["id"])
            walk.skipped.discard(claim["id"])
            _next(walk, desk)


def _keep_note(walk: Walk, desk: Desk, claim: Shape, text: str) -> None:
    from factcheck.services import notes

    _save(walk, desk, claim, lambda session, found: notes.add(session, text, claim=found))


def _save(
    walk: Walk, desk: Desk, claim: Shape, work: Any, *, why: str | None = None,
    decided: bool = False,
) -> bool:  # fmt: skip
    """One step of the history; False, and the sentence that says why, if it was refused."""
    from factcheck.cli.views import outcome_label
    from factcheck.db.history import pending
    from factcheck.services import reviewing, shapes

    walk.saving = True  # Ctrl-C leaves it so: nobody knows then how far it came
    try:
        with writing(walk.who, why=why) as session:
            work(session, reviewing.the_same(session, claim))
            session.flush()
            label = outcome_label(shapes.claim(session, claim["id"]), walk.words)
            step = pending(session)
    except FactcheckError as error:
        walk.saving = False
        _refused(walk, desk, error)
        return False
    walk.saving = False
    if step.number is not None:
        walk.steps.append(Stepped(step.number, walk.at, decided))
    walk.message = f"Saved. Claim {claim['id']}" + (f": {label}." if label != "-" else ".")
    desk.kept.clear()
    return True


def _refused(walk: Walk, desk: Desk, error: FactcheckError) -> None:
    """What a rule says; a hint that names options is for the command line."""
    hint = error.hint if error.hint and "--" not in error.hint else ""
    walk.message = output.one_line(f"{error.message} {hint}".strip())
    if isinstance(error, Conflict):
        desk.keyboard.forget()


# Keys that decide nothing


def _next(walk: Walk, desk: Desk) -> None:
    desk.kept.clear()
    walk.at += 1


def _skip(walk: Walk, desk: Desk) -> None:
    walk.skipped.add(walk.ids[walk.at])
    _next(walk, desk)


def _undo(walk: Walk, desk: Desk) -> None:
    """Take back the last step of this walk, and go to its claim."""
    from factcheck.services import history
    from factcheck.services import undo as service

    if not walk.steps:
        walk.message = "Nothing to take back in this walk; factcheck undo goes further back."
        return
    last = walk.steps[-1]
    try:
        with writing(walk.who, kind="undo") as session:
            service.undo(session, history.step(session, last.number))
    except FactcheckError as error:
        _refused(walk, desk, error)
        return
    walk.steps.pop()
    walk.at = last.at
    if last.decided:
        walk.decided.discard(walk.ids[last.at])
    desk.kept.clear()
    walk.message = f"Step {last.number} was taken back."


def _leave(_walk: Walk, _desk: Desk) -> None:
    raise Leave


def _help(walk: Walk, desk: Desk) -> None:
    columns, rows = size()
    lines = help_lines(walk.words, columns - 1)
    for start in range(0, len(lines), rows - 2):
        _clear()
        output.complain("\n".join([*lines[start : start + rows - 2], "Any key goes on."]))
        desk.keyboard.key()


_MOVING = {"s": _skip, "u": _undo, "q": _leave, "?": _help}


def _open(desk: Desk, claim: Shape) -> bool:
    """Whether the source was opened; its address is under the page where it was not."""
    found = {
        piece["link"]: f"{piece['source']['key']}  {piece['source']['url']}"
        for piece in claim["evidence"]
        if not piece["retracted"] and str(piece["link"]).startswith(("http://", "https://"))
    }
    if not found:
        say("No source of this claim has an address.")
        return False
    links = list(found)[:MOST_LINKS]
    try:
        at = 0 if len(links) == 1 else desk.choice("Which one?", list(found.values())[:MOST_LINKS])
    except Back:
        return False
    return _browse(links[at])


def _browse(link: str) -> bool:
    import webbrowser

    from factcheck.cli.views import clean

    try:
        opened = webbrowser.open(link)
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        output.complain(f"There is no browser here. The address is:\n{clean(link)}")
    return opened
