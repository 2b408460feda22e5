"""The rules of the house: one answer for everybody who shares the database."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import BadInput
from factcheck.models import Rule
from factcheck.services import outside_ratings, people, rules
from factcheck.words import House, nearest


class Known(NamedTuple):
    """A rule: what it means, how a typed value is read, and what each house begins with."""

    meaning: str
    read: Callable[[Any], Any]
    line: Any
    desk: Any


#: One source that somebody saw; below a primary one or two independent ones is worth a word.
_ONE_SEEN = "any: 1 seen; 1 primary or 2 independent warns"
_WELL_SOURCED = "1 primary or 2 independent"

RULES: dict[str, Known] = {
    "words": Known("the words that people see: line or desk", rules.words, "line", "desk"),
    "needs": Known(
        "the sources that a decision needs, by kind or priority",
        rules.needs,
        rules.needs(f"{_ONE_SEEN} / high: 1 seen; {_WELL_SOURCED}"),
        rules.needs(_WELL_SOURCED),
    ),
    "second_person": Known(
        "whether a second person must sign a verdict off", rules.switch, line=False, desk=True
    ),
    "recheck": Known(
        "after how many days a verdict is too old, by kind or tag",
        rules.intervals,
        {},
        rules.intervals("title 30, money 7, tag:death-toll 1"),
    ),
    "scale": Known(
        "the ratings that the house publishes",
        rules.scale,
        rules.SCALES["none"],
        rules.SCALES["five-point"],
    ),
    "gate_coverage": Known(
        "whether the gate wants every checkable element in a claim",
        rules.switch,
        line=False,
        desk=False,
    ),
    "severity": Known(
        "how grave a finding is here, by code; ignored ones are not looked for",
        rules.severities,
        {},
        {},
    ),
    "strikes": Known(
        "how often, and how many days apart, an address must fail to be called gone",
        rules.strikes,
        rules.DEFAULT_STRIKES,
        rules.DEFAULT_STRIKES,
    ),
    "own_domains": Known(
        "domains of the house: citing them is citing oneself", rules.domains, [], []
    ),
    "publisher": Known("the house's name, for what it publishes", rules.text, "", ""),
    "publisher_url": Known("the house's address, for what it publishes", rules.address, "", ""),
    "corrections_url": Known("where readers find the policy of corrections", rules.address, "", ""),
    "political": Known(
        "whether the house is a party, a campaign or an office-holder",
        rules.switch,
        line=False,
        desk=False,
    ),
    "outside_ratings": Known(
        "what other houses' ratings say here, beside the labels that are known",
        outside_ratings.read,
        {},
        {},
    ),
    "name_checkers": Known(
        "whether what is public names the checkers", rules.switch, line=False, desk=False
    ),
}


def default(key: str, words: str) -> Any:
    """What a house of these words begins with."""
    return RULES[key].desk if words == House.DESK else RULES[key].line


def seed(session: Session, words: str = House.LINE, told: Mapping[str, Any] | None = None) -> None:
    """Write every rule once, from `[house]` of factcheck.toml where it says something."""
    given = {"words": words, **(told or {})}
    for name, aliases in dict(given.pop("people", {})).items():
        people.add(session, name, aliases)
    for key in given:
        _known(key)
    words = rules.words(given["words"])
    for key, known in RULES.items():
        value = known.read(given[key]) if key in given else default(key, words)
        session.add(Rule(key=key, value=value))
    session.flush()


def every(session: Session) -> dict[str, Any]:
    """Every rule and its value; one that is newer than the database has its default."""
    stored = {rule.key: rule.value for rule in session.scalars(select(Rule))}
    words = stored.get("words", House.LINE)
    return {key: stored.get(key, default(key, words)) for key in RULES}


def needs(session: Session) -> dict[str, Any]:
    """What a decision needs, by kind, priority or `any`."""
    return dict(every(session)["needs"])


def words(session: Session) -> str:
    """`line` or `desk`."""
    stored = session.scalar(select(Rule.value).where(Rule.key == "words"))
    return str(stored or House.LINE)


def edit(session: Session, key: str, value: Any) -> Rule:
    """Change one rule. Raises BadInput for an unknown rule or a value it cannot take."""
    _known(key)
    read = RULES[key].read(value)
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
