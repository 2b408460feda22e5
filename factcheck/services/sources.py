"""Sources: recorded once, cited often."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.db.indexing import fold_title
from factcheck.errors import BadInput, Refused
from factcheck.models import Article, Evidence, Note, Source
from factcheck.services import lookup
from factcheck.services.articles import check_version
from factcheck.text import slugs
from factcheck.text.addresses import checked_url, domain, fold_url, looks_like_url
from factcheck.text.plain import bare, check_text
from factcheck.words import SourceKind


@dataclass(slots=True)
class NewSource:
    """What may be said of a source; `what` is its address or title."""

    what: str
    key: str | None = None
    kind: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    tier: str | None = None
    origin: str | None = None
    kept: str | None = None
    terms: str | None = None
    protected: bool = False
    alias: str | None = None


#: Columns taken over as they are given.
_PLAIN = ("publisher", "author", "published", "tier", "kept", "terms", "alias")


def add(session: Session, new: NewSource) -> tuple[Source, bool]:
    """The source, and whether it is new: an address is recorded once however it is written."""
    what = check_text(new.what, "source", limit=8000)
    url = checked_url(what) if looks_like_url(what) else None
    known = _known(session, url, what)
    if known is not None:
        return known, False
    title = check_text(new.title or (domain(url) if url else what), "title", limit=2000)
    check_protection(protected=new.protected, alias=new.alias)
    source = Source(
        key=_new_key(session, new, url or title),
        kind=new.kind or (SourceKind.PAGE if url else SourceKind.OTHER).value,
        title=title,
        url=url,
        protected=new.protected,
        **{name: bare(getattr(new, name)) for name in _PLAIN},
    )
    session.add(source)
    session.flush()
    if new.origin:
        set_origin(session, source, new.origin)
    return source, True


def _known(session: Session, url: str | None, title: str) -> Source | None:
    if url is None:
        _check_name(session, title)
        return lookup.known_source(session, title)
    same = select(Source).where(Source.url_folded == fold_url(url))
    found = session.scalars(same.order_by(Source.hidden, Source.id)).first()
    while found is not None and found.merged_into_id is not None:
        found = session.get(Source, found.merged_into_id)
    return found


def _check_name(session: Session, title: str) -> None:
    """A protected name must not come in again as an open source."""
    wanted = fold_title(title)
    for hidden in session.scalars(select(Source).where(Source.protected)):
        if wanted in {fold_title(name) for name in (hidden.title, hidden.author or "")}:
            msg = "A source of that name is protected."
            raise Refused(msg, hint=f"Cite it as {hidden.key}.")


def _new_key(session: Session, new: NewSource, basis: str) -> str:
    if new.key:
        return check_key(session, new.key)
    # The key of a protected source is shown too, so it must not be made of the name.
    made_of = (new.alias or "source") if new.protected else (new.author or new.title or basis)
    return slugs.key(made_of, _Known(session).has)


class _Known:
    """Keys that are taken; after the first that is, all with its beginning are asked for at once.

    A copy may cite two thousand pages of one publisher.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.stem: str | None = None
        self.keys: set[str] = set()

    def has(self, key: str) -> bool:
        if self.stem is not None and key.startswith(self.stem):
            return key in self.keys
        if key == "author" or not _taken(self.session, key):
            return key == "author"
        self.stem = key
        alike = select(Source.key).where(Source.key.startswith(key, autoescape=True))
        self.keys = set(self.session.scalars(alike))
        return True


def check_key(session: Session, key: str) -> str:
    """A key that can be typed and is free. Raises BadInput or Refused."""
    bare = key.strip().casefold()
    if not bare.replace("-", "").replace("_", "").replace(".", "").isalnum() or bare.isdigit():
        msg = f"{key!r} cannot be a key."
        raise BadInput(msg, hint="Letters, digits and hyphens, not digits alone: atlas, bbc-2.")
    if lookup.number_of(bare, "source") is not None or bare == "author":
        raise BadInput(f"{key!r} cannot be a key.", hint="It means something else already.")
    if _taken(session, bare):
        raise Refused(f"There is a source {bare!r} already.", hint="Choose another --key.")
    return bare


def _taken(session: Session, key: str) -> bool:
    return session.scalar(select(Source.id).where(Source.key == key)) is not None


def check_protection(*, protected: bool, alias: str | None) -> None:
    if protected and not (alias or "").strip():
        msg = "A protected source needs an alias to be shown by."
        raise BadInput(msg, hint="Add --alias 'a senior official'.")


def set_origin(session: Session, source: Source, word: str) -> None:
    """Where it took it from. Raises Refused for a circle."""
    origin = lookup.source(session, word)
    above: Source | None = origin
    while above is not None:
        if above.id == source.id:
            msg = f"{source.key} cannot come from {origin.key}: that one comes from {source.key}."
            raise Refused(msg, hint="Name the first of them as the origin.")
        above = session.get(Source, above.origin_id) if above.origin_id else None
    source.origin_id = origin.id
    session.flush()


def cited(session: Session, word: str, within: Article | None) -> Source:
    """The source to cite: a known one, or a new address or title.

    One word that is no address is a key, and a key that is unknown is refused, never made
    into a new source: it is a slip of the finger. Raises BadInput with the nearest key.
    """
    bare = check_text(word, "source", limit=8000)
    found = lookup.known_source(session, bare, within)
    if found is not None:
        return found
    if looks_like_url(bare) or (" " in bare and not bare.startswith("source:")):
        return add(session, NewSource(bare))[0]
    return lookup.source(session, bare, within)


def split_place(session: Session, words: str, within: Article | None) -> tuple[Source, str | None]:
    """`atlas p. 212` -> the source atlas, and the place in it.

    A key, number or address comes first; an unknown one is refused with the nearest.
    """
    name, _, place = check_text(words, "source", limit=8000).partition(" ")
    name = name.rstrip(",;") or name
    found = lookup.known_source(session, name, within)
    if found is None:
        if looks_like_url(name):
            found = add(session, NewSource(name))[0]
        else:
            found = lookup.source(session, name, within)
    return found, place.strip() or None


def every(session: Session, *, hidden: bool = False) -> list[Source]:
    listed = select(Source).order_by(Source.id)
    return list(session.scalars(listed if hidden else listed.where(~Source.hidden)))


def edit(
    session: Session, source: Source, changes: dict[str, Any], *, version: int | None = None
) -> Source:
    """Change what is said of a source. Raises Conflict if `version` is older than the record."""
    check_version(source, version)
    changes = {
        name: bare(value) if isinstance(value, str) and name != "origin" else value
        for name, value in changes.items()
    }
    if "title" in changes:
        changes["title"] = check_text(changes["title"] or "", "title", limit=2000)
    origin = changes.pop("origin", None)
    was_protected = source.protected
    protected = changes.get("protected", source.protected)
    check_protection(protected=protected, alias=changes.get("alias", source.alias))
    _check_changes(session, source, changes)
    for name, value in changes.items():
        setattr(source, name, value)
    if protected and not was_protected and "key" not in changes:
        # The old key was made of the name.
        source.key = slugs.key(source.alias or "source", lambda key: _taken(session, key))
    if origin is not None:
        _change_origin(session, source, origin)
    session.flush()
    return source


def _check_changes(session: Session, source: Source, changes: dict[str, Any]) -> None:
    if changes.get("key") and changes["key"] != source.key:
        changes["key"] = check_key(session, changes["key"])
    if changes.get("url"):
        changes["url"] = checked_url(changes["url"])
        same = select(Source).where(
            Source.url_folded == fold_url(changes["url"]), Source.id != source.id
        )
        other = session.scalars(same).first()
        if other is not None:
            msg = f"That address is source {other.key} already."
            raise Refused(msg, hint=f"factcheck source merge {source.key} {other.key}")


def _change_origin(session: Session, source: Source, origin: str) -> None:
    if origin == "":
        source.origin_id = None
    else:
        set_origin(session, source, origin)


def merge(session: Session, old: Source, into: Source) -> Source:
    """Move the evidence, notes and origins of one source to another; the first leaves, hidden."""
    if old.id == into.id:
        raise Refused(f"{old.key} is {into.key} already.", hint="Name two different sources.")
    if old.article_id is not None:
        msg = f"{old.key} is the author of an article and cannot be merged away."
        raise Refused(msg, hint=f"factcheck source merge {into.key} {old.key}")
    for evidence in session.scalars(select(Evidence).where(Evidence.source_id == old.id)):
        evidence.source_id = into.id
    for note in session.scalars(select(Note).where(Note.source_id == old.id)):
        note.source_id = into.id
    for other in session.scalars(select(Source).where(Source.origin_id == old.id)):
        other.origin_id = None if other.id == into.id else into.id
    old.hidden, old.merged_into_id = True, into.id
    session.flush()
    return into


def hide(session: Session, source: Source) -> Source:
    """Out of the lists; refused while evidence rests on it."""
    used = session.scalar(
        select(func.count())
        .select_from(Evidence)
        .where(Evidence.source_id == source.id, Evidence.retracted_at.is_(None))
    )
    if used:
        msg = f"Source {source.key} is cited {used} time{'s' if used > 1 else ''}."
        raise Refused(msg, hint="Retract that evidence, or factcheck source merge it.")
    source.hidden = True
    session.flush()
    return source


def restore(session: Session, source: Source) -> Source:
    """Back into the lists; one that was merged leads elsewhere, and only undo brings it back."""
    if not source.hidden:
        msg = f"Source {source.key} is not hidden."
        raise Refused(msg, hint="factcheck undo takes a merge back.")
    source.hidden, source.merged_into_id = False, None
    session.flush()
    return source


def use_counts(session: Session) -> dict[int, int]:
    """How often each source is cited."""
    grouped = (
        select(Evidence.source_id, func.count())
        .where(Evidence.retracted_at.is_(None))
        .group_by(Evidence.source_id)
    )
    return {row[0]: row[1] for row in session.execute(grouped)}
