"""Web annotations onto an article: each to the words that it was made on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.db.derived import chunks
from factcheck.documents import notes as addresses
from factcheck.documents.document import Annotation as Noted
from factcheck.errors import BadInput, FactcheckError
from factcheck.exchange.webannotations import WebAnnotation
from factcheck.models import Annotation, Article, Claim, Revision
from factcheck.services import articles, drafts, notes
from factcheck.text import anchors
from factcheck.text.addresses import fold_url, looks_like_url
from factcheck.text.folding import Folded, fold, folded
from factcheck.words import AnnotationKind

#: Words that stand more often than this are told apart by nobody.
MOST_PLACES = 5000
#: How many replies deep a thread is followed.
_LONGEST_THREAD = 100

Item = tuple[int, WebAnnotation | BadInput]
Place = tuple[int, int]


@dataclass(slots=True)
class AnnotationsResult:
    """What came onto the article: annotations by number, and how many notes on all of it."""

    added: list[int] = field(default_factory=list)
    notes: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def take(
    session: Session,
    article: Article,
    items: Iterable[Item],
    keep_going: bool = False,  # noqa: FBT001, FBT002  the command's own option, passed by name
) -> AnnotationsResult:
    """Put them on the newest draft; what stands there already is not put there twice.

    A page note, which is about no words, becomes a note on the article. Raises BadInput, with
    the line, for words that are not there or there more than once; with `keep_going` these are
    left out and listed.
    """
    taking = _Taking(session, article, list(items))
    for line, item in taking.items:
        try:
            if isinstance(item, BadInput):
                raise item
            taking.take(item)
        except FactcheckError as error:
            error.line = error.line or line
            if not keep_going:
                raise
            taking.result.refused.append((line, error.message))
    taking.store()
    return taking.result


class _Taking:
    def __init__(self, session: Session, article: Article, items: Sequence[Item]) -> None:
        self.session = session
        self.article = article
        self.items = items
        self.revision: Revision = articles.newest(session, article)
        self.page = fold(self.revision.text)
        self.by_uid = {
            item.uid: item for _, item in items if isinstance(item, WebAnnotation) and item.uid
        }
        named = [_claim_uid(item) for item in self.by_uid.values()]
        self.claims = _known_claims(session, [uid for uid in named if uid])
        known = drafts.annotations(session, self.revision)
        self.before = {row.id for row in known}
        self.known = {_content_of(row) for row in known}
        self.said = {note.text for note in notes.of_article(session, article)}
        self.noted: list[Noted] = []
        self.result = AnnotationsResult()

    def take(self, item: WebAnnotation) -> None:
        if _claim_uid(item) in self.claims:
            # Our own export: what it says is here, and better.
            self.result.unchanged += 1
            return
        first = self._first(item)
        if first.exact is None:
            self._note(item, first)
            return
        start, end = find(first, self.page, self.article.slug)
        each = _noted(item, start, end)
        content = _content(each, self.revision.text)
        if content in self.known:
            self.result.unchanged += 1
        else:
            self.known.add(content)
            self.noted.append(each)

    def _first(self, item: WebAnnotation) -> WebAnnotation:
        """The beginning of the thread: a reply is about the words of what it answers."""
        for _ in range(_LONGEST_THREAD):
            if item.exact is not None or item.answers is None:
                return item
            parent = self.by_uid.get(item.answers)
            if parent is None:
                break
            item = parent
        msg = f'"{_short(item.text)}" answers an annotation that is not in the file.'
        raise BadInput(msg, hint="Export the whole thread.")

    def _note(self, item: WebAnnotation, first: WebAnnotation) -> None:
        """What is about no words of the page is a note on the article."""
        self._check_page(first)
        text = _said(item)
        if not text:
            raise BadInput("The annotation has neither words nor text.", hint="Leave it out.")
        whole = f"{item.author}: {text}" if item.author else text
        if whole in self.said:
            self.result.unchanged += 1
            return
        self.said.add(whole)
        notes.add(self.session, whole, article=self.article, on=item.created)
        self.result.notes += 1

    def _check_page(self, item: WebAnnotation) -> None:
        """An export may hold the notes on many pages; without words only the address tells."""
        ours, theirs = self.article.url, item.source or ""
        if ours and looks_like_url(theirs) and fold_url(theirs) != fold_url(ours):
            msg = f'"{_short(_said(item))}" is a note on another page: {_short(theirs)}'
            raise BadInput(msg, hint=f"The address of {self.article.slug} is {ours}")

    def store(self) -> None:
        drafts.annotate(self.session, self.article, self.revision, self.noted)
        rows = drafts.annotations(self.session, self.revision)
        self.result.added = sorted(row.id for row in rows if row.id not in self.before)
        self.result.unchanged += len(self.noted) - len(self.result.added)


def _claim_uid(item: WebAnnotation) -> str | None:
    """The uid of the claim that an annotation of ours was made of; a further place has a #."""
    name = item.uid or ""
    ours = name.startswith("urn:uuid:")
    return name.removeprefix("urn:uuid:").partition("#")[0].casefold() if ours else None


def _known_claims(session: Session, uids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(uids):
        found |= set(session.scalars(select(Claim.uid).where(Claim.uid.in_(chunk))))
    return found


def _content_of(row: Annotation) -> tuple[object, ...]:
    return row.kind, row.text, row.author, tuple(row.urls), folded(row.exact), row.start


def _content(each: Noted, text: str) -> tuple[object, ...]:
    """What makes two annotations the same one."""
    exact = folded(text[each.start : each.end])
    return each.kind.value, each.text, each.author, tuple(each.urls), exact, each.start


def _noted(item: WebAnnotation, start: int, end: int) -> Noted:
    text = _said(item)
    kind = AnnotationKind.COMMENT if text else AnnotationKind.HIGHLIGHT
    return Noted(
        start, end, kind, text, author=item.author, on=item.created,
        urls=tuple(addresses.urls(text)),
    )  # fmt: skip


def _said(item: WebAnnotation) -> str:
    """The text, and the tags on a line of their own."""
    tags = f"Tags: {', '.join(item.tags)}" if item.tags else ""
    return "\n".join(part for part in (item.text.strip(), tags) if part)


# The words


def find(item: WebAnnotation, page: Folded, name: str) -> Place:
    """Where the words stand in `page`, the article `name`.

    Among several places the words around decide; where these are the same, too, the position,
    if the words stand exactly there. Raises BadInput for no place, and for several.
    """
    exact = item.exact or ""
    places = anchors.find(exact, page.source, page)
    if not places:
        msg = f'"{_short(exact)}" does not stand in {name}.'
        raise BadInput(msg, hint="The words must stand in the newest draft.")
    if len(places) > 1:
        places = _told_apart(item, page.source, places)
    if len(places) > 1:
        msg = f'"{_short(exact)}" stands more than once in {name}.'
        raise BadInput(msg, hint="What stands around it does not tell which place is meant.")
    return places[0]


def _told_apart(item: WebAnnotation, text: str, places: list[Place]) -> list[Place]:
    """The places that are meant, as few as can be told."""
    best = places if len(places) > MOST_PLACES else _agreeing(item, text, places)
    there = [place for place in best if place == (item.start, item.end)]
    return there if len(best) > 1 and there else best


def _agreeing(item: WebAnnotation, text: str, places: list[Place]) -> list[Place]:
    """The places around which most stands as it stood around the annotation."""
    before, after = folded(item.prefix).strip(), folded(item.suffix).strip()
    sides = [_agreement(text, place, before, after) for place in places]
    most = max(sides)
    return [place for place, count in zip(places, sides, strict=True) if count == most]


def _agreement(text: str, place: Place, before: str, after: str) -> int:
    """How many sides agree; a side of which nothing is known agrees with no place."""
    start, end = place
    # Folding makes a text shorter at most by its blanks and what nobody sees.
    left = folded(text[max(0, start - 4 * len(before) - 8) : start]).strip()
    right = folded(text[end : end + 4 * len(after) + 8]).strip()
    return bool(before and left.endswith(before)) + bool(after and right.startswith(after))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 80 else f"{line[:77]}..."
