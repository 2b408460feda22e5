"""The log: who changed what, when and why, for people and as JSON."""

import re
import shlex
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.history import Key, load_image
from factcheck.errors import BadInput, NotFound
from factcheck.models import RECORDS, Base, Claim, Event, Image, Source, Step
from factcheck.services import lookup
from factcheck.services.lookup import BIGGEST
from factcheck.services.shapes import Shape, time
from factcheck.services.source_shapes import ALWAYS_SHOWN
from factcheck.text.addresses import fold_url

#: Tables whose records belong to a claim, and are part of its story.
OF_CLAIM = ("span", "tag", "evidence", "verdict", "fix", "query", "note")


def step(session: Session, number: int) -> Step:
    found = session.get(Step, number) if 0 < number <= BIGGEST else None
    if found is None:
        msg = f"There is no step {number}."
        raise NotFound(msg, hint="Run factcheck log to see the steps.", record=f"step:{number}")
    return found


def undone(session: Session) -> dict[int, int]:
    """Which steps are taken back, and by which step."""
    undoing = select(Step.id, Step.undoes_id).where(Step.undoes_id.is_not(None))
    taken: dict[int, int] = {}
    # The newest first: an undo that was itself undone counts no more.
    for number, target in session.execute(undoing.order_by(Step.id.desc())):
        if number not in taken:
            taken.setdefault(int(target or 0), number)
    return taken


def events_of(session: Session, target: Step) -> list[Event]:
    of_step = select(Event).where(Event.step_id == target.id).order_by(Event.ordinal)
    return list(session.scalars(of_step))


def log(
    session: Session, *, about: Iterable[Key] | None = None, limit: int | None = None
) -> list[Shape]:
    """Steps, the newest first, each with its events; those about some records alone if asked."""
    listed = select(Step).order_by(Step.id.desc())
    keys = None if about is None else set(about)
    if keys is not None:
        listed = listed.where(Step.id.in_(_steps_about(session, keys)))
    taken = undone(session)
    steps = session.scalars(listed.limit(limit) if limit is not None else listed).all()
    return [step_shape(session, each, taken, keys) for each in steps]


def _steps_about(session: Session, keys: set[Key]) -> set[int]:
    found: set[int] = set()
    for table, number in keys:
        about = select(Event.step_id).where(Event.record == table, Event.record_id == number)
        found |= set(session.scalars(about.distinct()))
    return found


def about(session: Session, word: str) -> set[Key]:
    """The records that a word of the command line names, for the log.

    Raises NotFound or BadInput as the look-ups do.
    """
    noun, colon, name = word.partition(":")
    if not colon or noun == "claim":
        number = lookup.number_of(word, "claim")
        if number is None:
            msg = f"{word!r} names no record."
            raise BadInput(msg, hint="12, article:SLUG, source:KEY, evidence:4 or step:9.")
        found = lookup.by_number(session, Claim, number)
        assert isinstance(found, Claim)  # noqa: S101 - tells mypy what by_number gave
        return about_claim(session, found)
    if noun == "article":
        return about_article(session, lookup.article(session, name).id)
    if noun == "source":
        return {("source", lookup.source(session, name).id)}
    if noun in RECORDS:
        number = lookup.number_of(word, noun)
        lookup.by_number(session, RECORDS[noun], number or 0)
        return {(noun, number or 0)}
    raise BadInput(f"{word!r} names no record.", hint="12, article:SLUG, source:KEY or step:9.")


def about_article(session: Session, number: int) -> set[Key]:
    """The article, its drafts, authors and closings."""
    keys: set[Key] = {("article", number)}
    for table in ("revision", "article_author", "closing", "note"):
        rows = Base.metadata.tables[table]
        owned = session.scalars(select(rows.c.id).where(rows.c.article_id == number))
        keys |= {(table, each) for each in owned}
    return keys


def about_claim(session: Session, claim: Claim) -> set[Key]:
    """The claim and everything that belongs to it, or did until it was undone."""
    keys: set[Key] = {("claim", claim.id)}
    for table in OF_CLAIM:
        rows = Base.metadata.tables[table]
        owned = session.scalars(select(rows.c.id).where(rows.c.claim_id == claim.id))
        keys |= {(table, number) for number in owned}
    return keys | _removed(session, claim)


def _removed(session: Session, claim: Claim) -> set[Key]:
    """Records of the claim that an undo took away: only their images still name it."""
    gone = (
        select(Event.record, Event.record_id)
        .join(Image, Image.sha256 == Event.before_sha256)
        # Canonical JSON has one spelling, and claim_id is never its last key.
        .where(Event.action == "removed", Image.json.contains(f'"claim_id":{claim.id},'))
    )
    return {(record, number) for record, number in session.execute(gone)}


def step_shape(
    session: Session, step: Step, taken: dict[int, int], keys: set[Key] | None = None
) -> Shape:
    events = events_of(session, step)
    if keys is not None:
        events = [each for each in events if (each.record, each.record_id) in keys]
    return {
        "id": step.id,
        "uid": step.uid,
        "at": time(step.at),
        "by": step.who,
        "kind": step.kind,
        "command": veiled(session, step.command),
        "why": step.why,
        "undoes": step.undoes_id,
        "undone_by": taken.get(step.id),
        "finished": step.finished,
        "sha256": step.sha256,
        "events": [event_shape(session, each) for each in events],
    }


#: Columns that say nothing to a reader of the log, or what its head line says already.
_SILENT = {
    "id", "uid", "created_at", "updated_at", "grounds", "basis", "prefix", "suffix", "place",
    "person_id", "seen_by_id", "retracted_by_id", "reopened_by_id", "at", "asked_at",
}  # fmt: skip


def event_shape(session: Session, event: Event) -> Shape:
    """One change: the record, and what of it was so before and is so after."""
    before = load_image(session.connection(), event.before_sha256) if event.before_sha256 else {}
    after = load_image(session.connection(), event.after_sha256) if event.after_sha256 else {}
    struck = before is None or after is None
    veil = event.record == "source" and _is_protected(session, event, before, after)
    changes = {} if struck else _changes(before or {}, after or {}, veil=veil)
    return {
        "record": {"kind": noun(event.record), "id": event.record_id},
        "action": event.action,
        "struck": struck,
        "changes": changes,
    }


def _changes(before: Shape, after: Shape, *, veil: bool) -> dict[str, Shape]:
    names = [name for name in (after or before) if name not in _SILENT]
    if veil:
        names = [name for name in names if name in ALWAYS_SHOWN and name != "key"]
    changed = {}
    for name in names:
        old, new = before.get(name), after.get(name)
        if old != new and not (not before and new in (None, [], False, "")):
            changed[name.removesuffix("_id")] = {"before": old, "after": new}
    return changed


def _is_protected(
    session: Session, event: Event, before: Shape | None, after: Shape | None
) -> bool:
    """Protected now or then: an old image must not tell the name."""
    source = session.get(Source, event.record_id)
    images = [image for image in (before, after) if image]
    return bool(source and source.protected) or any(image.get("protected") for image in images)


#: What of a protected source must not be read in a command that was typed.
_NAMES = ("title", "url", "author", "publisher", "kept", "key")


def veiled(session: Session, command: str) -> str:
    """A command as it was typed, protected names by their alias."""
    if "veil" not in session.info:
        session.info["veil"] = _veil(session)
    for name, alias in session.info["veil"]:
        command = re.sub(re.escape(name), alias.replace("\\", r"\\"), command, flags=re.IGNORECASE)
    return command


def _veil(session: Session) -> list[tuple[str, str]]:
    """Every name that a protected source has had, and what is shown for it, the longest first."""
    found: dict[str, str] = {}
    for image in _protected_images(session):
        alias = image.get("alias") or "a protected source"
        names = [image.get(name) for name in _NAMES]
        for value in (*names, fold_url(image.get("url") or "")):
            if value and len(value) > 2:
                found |= {value: alias, shlex.quote(value).strip("'"): alias}
    shown = session.scalars(select(Source.key).where(Source.protected))
    for key in shown:
        found.pop(key, None)
    return sorted(found.items(), key=lambda pair: -len(pair[0]))


def _protected_images(session: Session) -> Iterator[dict[str, Any]]:
    """All images of the sources that are protected, or were when they left."""
    about_sources = select(Event.record_id).where(Event.record == "source")
    left = about_sources.where(Event.action == "removed")
    numbers = {*session.scalars(left), *session.scalars(select(Source.id).where(Source.protected))}
    for number in sorted(numbers):
        of_source = select(Event).where(Event.record == "source", Event.record_id == number)
        events = session.scalars(of_source.order_by(Event.step_id)).all()
        shas = [sha for e in events for sha in (e.before_sha256, e.after_sha256) if sha]
        images = {sha: load_image(session.connection(), sha) for sha in shas}
        last = images[shas[-1]] if shas else None
        if last and last["protected"]:
            yield from ({**image, "alias": last["alias"]} for image in images.values() if image)


def noun(table: str) -> str:
    """A table's name as people say it."""
    return _NOUNS.get(table, table)


_NOUNS = {
    "house": "rule", "article_author": "author", "stretch": "zone",
    "outside_rating": "outside rating",
}  # fmt: skip


def short(command: str) -> str:
    return command if len(command) <= 50 else f"{command[:47]}..."
