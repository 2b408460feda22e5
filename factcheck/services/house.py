"""The rules of the house: one answer for everybody who shares the database."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput
from factcheck.models import Rule
from factcheck.services import people
from factcheck.words import House, nearest, pick


def _words(value: Any) -> str:
    return pick(House, str(value), what="house").value


def _domains(value: Any) -> list[str]:
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        msg = f"own_domains is {value!r}, not a list of domains."
        raise BadInput(
            msg, hint="For example: factcheck house edit own_domains example.org,example.com"
        )
    return [str(item).strip().casefold() for item in items if str(item).strip()]


def _text(value: Any) -> str:
    return str(value).strip()


#: Every rule with its default, what it means, and how a typed value is read.
RULES: dict[str, tuple[Any, str, Callable[[Any], Any]]] = {
    "words": ("line", "the words that people see: line or desk", _words),
    "own_domains": ([], "domains of the house: citing them is citing oneself", _domains),
    "publisher": ("", "the house's name, for what it publishes", _text),
}


def seed(session: Session, words: str = House.LINE, rules: Mapping[str, Any] | None = None) -> None:
    """Write every rule once, from `[house]` of factcheck.toml where it says something."""
    given = {"words": words, **(rules or {})}
    for name, aliases in dict(given.pop("people", {})).items():
        people.add(session, name, aliases)
    for key in given:
        _known(key)
    for key, (default, _meaning, read) in RULES.items():
        session.add(Rule(key=key, value=read(given.get(key, default))))
    session.flush()


def rules(session: Session) -> dict[str, Any]:
    """Every rule and its value; one that is newer than the database has its default."""
    stored = {rule.key: rule.value for rule in session.scalars(select(Rule))}
    return {key: stored.get(key, default) for key, (default, *_) in RULES.items()}


def words(session: Session) -> str:
    """`line` or `desk`."""
    stored = session.scalar(select(Rule.value).where(Rule.key == "words"))
    return str(stored or House.LINE)


def edit(session: Session, key: str, value: Any) -> Rule:
    """Change one rule. Raises BadInput for an unknown rule or a value it cannot take."""
    _known(key)
    read = RULES[key][2](value)
    rule = session.scalars(select(Rule).where(Rule.key == key)).first()
    if rule is None:
        rule = Rule(key=key, value=read)
        session.add(rule)
    rule.value = read
    session.flush()
    return rule


def _known(key: str) -> None:
    if key not in RULES:
        guess = nearest(key, list(RULES))
        hint = f"Did you mean {guess}?" if guess else f"One of: {', '.join(RULES)}."
        raise BadInput(f"{key!r} is no rule of the house.", hint=hint)
