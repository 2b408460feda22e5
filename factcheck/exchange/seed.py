"""The seed: one real article, its claims, and what other pages report, from TOML files."""

import tomllib
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from factcheck.errors import DatabaseUnavailable
from factcheck.models import Article, Claim
from factcheck.services import articles, claims, lookup, notes, sources, verdicts
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.evidence import NewEvidence
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion


def seed_folder() -> Path:
    """`seed` inside the package (a wheel), or beside pyproject.toml (a checkout)."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seed", package.parent / "seed"):
        if (folder / "claims.toml").is_file():
            return folder
    raise DatabaseUnavailable("The seed files are missing.", hint="Install factcheck again.")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((seed_folder() / f"{name}.toml").read_text(encoding="utf-8"))


def load_article(session: Session) -> Article:
    about = read("article")
    text = (seed_folder() / "article.txt").read_text(encoding="utf-8")
    article = articles.add(
        session,
        NewArticle(
            text=text,
            slug=about["slug"],
            title=about["title"],
            published=about["published"].isoformat(),
            language=about["language"],
        ),
    )
    notes.add(session, about["note"], article=article)
    return article


def load_sources(session: Session) -> None:
    for each in read("sources")["source"]:
        fields = {name: value for name, value in each.items() if name not in {"url", "note"}}
        source, _new = sources.add(
            session, NewSource(what=each.get("url") or each["title"], **fields)
        )
        notes.add(session, each["note"], source=source)


def load_claims(session: Session, article: Article) -> dict[int, Claim]:
    """The claims by the number that the seed gives them."""
    return {each["number"]: _claim(session, article, each) for each in read("claims")["claim"]}


def _claim(session: Session, article: Article, each: dict[str, Any]) -> Claim:
    pieces = [NewEvidence(**piece) for piece in each.get("evidence", ())]
    names = ("text", "quote", "claimant", "claimant_role", "kind", "priority")
    given = {name: each[name] for name in names if name in each}
    new = NewClaim(**given, tags=each.get("tags", ()), evidence=pieces)
    return claims.add(session, new, article)


def load_decision(session: Session, claim: Claim, each: dict[str, Any]) -> None:
    fix = NewFix(Action.CHANGE, wording=each["fix"]) if "fix" in each else None
    decision = Decision(conclusion=Conclusion(each["conclusion"]), because=each["reason"], fix=fix)
    verdicts.decide(session, [claim], decision)
    if "note" in each:
        notes.add(session, each["note"], claim=claim)


def decisions() -> list[dict[str, Any]]:
    return list(read("decisions")["decision"])


def load(session: Session) -> Article:
    """Everything: the article, its sources and claims, and the decisions on them."""
    article = load_article(session)
    load_sources(session)
    loaded = load_claims(session, article)
    for each in decisions():
        load_decision(session, lookup.claim(session, loaded[each["claim"]].id), each)
    return article
