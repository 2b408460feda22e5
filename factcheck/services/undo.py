"""The way back: undo puts the earlier images of a step in place again, as a step of its own."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from factcheck.db.history import LOOK, Key, digest, image_of, load_image, pending
from factcheck.errors import NotFound, Refused
from factcheck.models import RECORDS, Base, Event, Record, Step
from factcheck.models.base import Moment
from factcheck.services import history
from factcheck.services.shapes import Shape

#: Steps of these kinds can be taken back.
UNDOABLE = ("command", "run", "undo")


def newest_of(session: Session, person_id: int | None) -> Step:
    """The newest step of a person that is not yet undone. Raises NotFound."""
    taken = history.undone(session)
    own = select(Step).where(
        Step.person_id == person_id, Step.kind.in_(("command", "run")), Step.undoes_id.is_(None)
    )
    for candidate in session.scalars(own.order_by(Step.id.desc())):
        if candidate.id not in taken:
            return candidate
    raise NotFound("There is nothing to undo.", hint="Run factcheck log to see the steps.")


def undo(session: Session, target: Step) -> list[Shape]:
    """Put back what a step changed; itself a step. Returns the events that were reversed.

    Raises Refused, naming the later step, if the records changed since.
    """
    current = pending(session)
    _check_undoable(session, target, current.schema)
    events = history.events_of(session, target)
    _check_unchanged(session, target, events)
    current.kind, current.undoes_id = "undo", target.id
    current.restoring = True
    _defer_constraints(session.connection())
    for event in reversed(events):
        _reverse(session, event)
    session.flush()
    current.restoring = False
    return [history.event_shape(session, event) for event in events]


def _check_undoable(session: Session, target: Step, schema: str) -> None:
    name = f"step:{target.id}"
    by = history.undone(session).get(target.id)
    if by is not None:
        msg = f"Step {target.id} was undone by step {by} already."
        raise Refused(msg, hint=f"factcheck undo {by} brings it back.", record=name)
    if target.kind == LOOK:
        msg = f"Step {target.id} ({history.veiled(session, target.command)}) only looked."
        raise Refused(msg, hint="There is nothing to take back.", record=name)
    if target.kind not in UNDOABLE:
        msg = f"Step {target.id} ({history.veiled(session, target.command)}) cannot be undone."
        raise Refused(msg, hint="It set the database up.", record=name)
    if target.schema != schema:
        msg = f"Step {target.id} was made before the database was upgraded."
        raise Refused(msg, hint="Change the records by hand instead.", record=name)


def _check_unchanged(session: Session, target: Step, events: Sequence[Event]) -> None:
    ours = {(each.record, each.record_id) for each in events}
    for event in events:
        added = event.action == "added"
        if added and _stays(event):
            continue
        record = _record(session, event)
        now = digest(image_of(record)) if record is not None else None
        if now != event.after_sha256:
            raise _changed_since(session, target, event)
        if added:
            _check_unused(session, target, ours, event)


def _changed_since(session: Session, target: Step, event: Event) -> Refused:
    later = _later_step(session, target, event.record, event.record_id)
    by = _by(session, later)
    what = f"{history.noun(event.record)} {event.record_id}"
    hint = f"factcheck undo {later.id} first." if later else "Run factcheck db check."
    return Refused(
        f"Step {target.id} cannot be undone: {what} was changed since{by}.",
        hint=hint,
        record=f"step:{later.id}" if later else None,
    )


def _by(session: Session, later: Step | None) -> str:
    """` by step 12 (edit 3 ...)`, nothing where no step is known."""
    if later is None:
        return ""
    return f" by step {later.id} ({history.short(history.veiled(session, later.command))})"


def _later_step(session: Session, target: Step, table: str, number: int) -> Step | None:
    taken = history.undone(session)
    later = (
        select(Step)
        .join(Event, Event.step_id == Step.id)
        .where(Event.record == table, Event.record_id == number, Step.id > target.id)
        .order_by(Step.id.desc())
    )
    standing = [each for each in session.scalars(later) if each.id not in taken]
    return next((each for each in standing if each.undoes_id is None), next(iter(standing), None))


def _check_unused(session: Session, target: Step, ours: AbstractSet[Key], event: Event) -> None:
    """A record that the step added may leave only if nothing newer points to it.

    What the step itself added leaves too, and what it changed is pointed back.
    """
    for table, column in _pointing_at(event.record):
        rows = select(table.c.id).where(table.c[column] == event.record_id)
        for number in session.scalars(rows):
            if (table.name, number) not in ours:
                raise _used_since(session, target, event, table.name, number)


@cache
def _pointing_at(table: str) -> tuple[tuple[Any, str], ...]:
    return tuple(
        (rows, column.name)
        for rows in map(Base.metadata.tables.__getitem__, RECORDS)
        for column in rows.columns
        if any(key.column.table.name == table for key in column.foreign_keys)
    )


def _used_since(session: Session, target: Step, event: Event, table: str, number: int) -> Refused:
    later = _later_step(session, target, table, number)
    by = _by(session, later)
    what = f"{history.noun(event.record)} {event.record_id}"
    needs = f"{history.noun(table)} {number}, added since{by}, needs {what}"
    return Refused(
        f"Step {target.id} cannot be undone: {needs}.",
        hint=f"factcheck undo {later.id} first." if later else "Remove that first.",
        record=f"step:{later.id}" if later else None,
    )


def _reverse(session: Session, event: Event) -> None:
    if event.action == "added":
        if not _stays(event):
            session.delete(_record(session, event))
        return
    image = load_image(session.connection(), event.before_sha256 or "")
    if image is None:
        msg = f"The earlier state of {history.noun(event.record)} {event.record_id} was struck out."
        raise Refused(msg, hint="It cannot be brought back.")
    values = from_image(event.record, image)
    record = _record(session, event)
    if record is None:
        session.add(RECORDS[event.record](**values))
        return
    for name, value in values.items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def _stays(event: Event) -> bool:
    """People stay: the step that added them carries their name."""
    return event.record == "person"


def from_image(table: str, image: dict[str, Any]) -> dict[str, Any]:
    """Column values from an image, times as times."""
    columns = RECORDS[table].__table__.columns
    return {
        name: Moment().process_result_value(value, None)  # type: ignore[arg-type]  # no dialect is asked for text
        if isinstance(columns[name].type, Moment)
        else value
        for name, value in image.items()
    }


def _record(session: Session, event: Event) -> Record | None:
    return session.get(RECORDS[event.record], event.record_id)


def _defer_constraints(connection: Connection) -> None:
    """Rows go and come in any order; what they point to is checked at the end."""
    lite = connection.dialect.name == "sqlite"
    statement = "PRAGMA defer_foreign_keys=ON" if lite else "SET CONSTRAINTS ALL DEFERRED"
    connection.execute(text(statement))
