"""A database with something in every table, a protected source, and its name in every field."""

import hashlib
import io
import shutil
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from factcheck.documents.page import Page
from factcheck.exchange import package
from factcheck.exchange.package import Summary
from factcheck.fetch.answers import Answer
from factcheck.looks import Capture, Look
from factcheck.models import (
    Annotation,
    Claim,
    Evidence,
    OutsideRating,
    Rating,
    Revision,
    SignOff,
    Stretch,
)
from factcheck.services import (
    articles,
    claims,
    corrections,
    lifts,
    lookup,
    notes,
    originals,
    people,
    signing,
    skips,
    snapshots,
    sources,
    verdicts,
)
from factcheck.services import evidence as evidence_service
from factcheck.services.articles import NewArticle
from factcheck.services.claims import NewClaim
from factcheck.services.corrections import NewCorrection
from factcheck.services.evidence import NewEvidence
from factcheck.services.lifts import About
from factcheck.services.looking import Seen
from factcheck.services.sources import NewSource
from factcheck.services.verdicts import Decision, NewFix
from factcheck.words import Action, Conclusion, Format
from tests.exchange.copies import Copy

TEXT = "The train has 20 carriages, says Jane Roe. It is slow. Nothing else is known."
OTHER = "Another piece: the train has 20 carriages."
#: What of the protected source may not be said.
SECRETS = ("Jane Roe", "Roe, Jane Quimby", "drawer 7-Q", "https://roe.example.org/jane")
PAGE = b"<html><p>The train has 20 carriages, they say.</p></html>"
LATER = b"<html><p>The train has 21 carriages, they say.</p></html>"
AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def docx(*texts: str) -> bytes:
    """A file of the kind, as far as anybody here looks into it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        runs = "".join(f"<w:t>{text}</w:t>" for text in texts)
        parts.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        parts.writestr(zipfile.ZipInfo("word/document.xml"), f"<w:p>{runs}</w:p>")
    return file.getvalue()


def copied(path: Path, folder: Path) -> Copy:
    """A database of one's own, from a file that is filled once."""
    shutil.copyfile(path, folder / "filled.db")
    return Copy(f"sqlite:///{folder / 'filled.db'}", folder)


def filled_file(template: Path, folder: Path) -> Path:
    filled(copied(template, folder))
    path = folder / "filled.db"
    assert not path.with_name("filled.db-wal").exists()
    return path


def filled(copy: Copy) -> Copy:
    """Two articles, the first closed and corrected, and a claim without any."""
    with copy.writing() as session:
        first = articles.add(session, NewArticle(TEXT, slug="train", authors=["Bo Writer"]))
        other = articles.add(session, NewArticle(OTHER, slug="other", title="The other"))
        _sources(session)
        _claims(session, first, other)
        _about(session, first)
        originals.keep(
            session, _draft(first), originals.File("train.docx", Format.DOCX, docx(TEXT))
        )
    with copy.writing("Bob Second") as session:
        verdict = lookup.claim(session, 1).verdict_id
        bob = people.me(session).id
        session.add(SignOff(claim_id=1, verdict_id=verdict, person_id=bob, at=AT))
        session.add(Stretch(revision_id=1, start=0, end=9, zone="headline"))
    with copy.writing() as session:
        closed = lookup.article(session, "train")
        articles.close(session, closed, "https://paper.example.org/train")
        new = NewCorrection(what="The count.", why="Jane Roe was misheard.", after="21")
        corrections.add(session, lookup.claim(session, 1), new)
    with copy.writing() as session:
        looked(session, AT, PAGE)
    return copy


def _draft(article: Any) -> Revision:
    found: Revision = article.revisions[-1]
    return found


def _sources(session: Session) -> None:
    sources.add(session, NewSource("https://wire.example.org/a", key="wire", title="The wire"))
    sources.add(session, NewSource("https://atlas.example.org/a", key="atlas", origin="wire"))
    sources.add(session, NewSource("https://atlas.example.com/b", key="atlas-2"))
    sources.merge(session, lookup.source(session, "atlas-2"), lookup.source(session, "atlas"))
    protected = NewSource(
        SECRETS[3], key="official", title=SECRETS[0], author=SECRETS[1], kept=SECRETS[2],
        publisher="Roe Press", published="2026-01-02", protected=True, alias="a senior official",
        kind="person", origin="wire",
    )  # fmt: skip
    sources.add(session, protected)
    sources.add(session, NewSource("A book nobody cites", key="book"))
    notes.add(session, "Met Jane Roe in the park.", source=lookup.source(session, "official"))
    notes.add(session, "Jane Roe lent it to me.", source=lookup.source(session, "atlas"))


def _claims(session: Session, first: Any, other: Any) -> None:
    seen = NewEvidence("atlas", quote="The train has 20 carriages", stance="supports")
    told = NewEvidence(
        "official", quote="I, Jane Roe, counted 20", says="Jane Roe counted", stance="supports",
        locator="drawer 7-Q", note="Roe, Jane Quimby is her name",
    )  # fmt: skip
    new = NewClaim(
        "The train has 20 carriages, as Jane Roe says", quote="20 carriages",
        claimant="Jane Roe", tags=["train"], evidence=[seen, told], occasion="dinner at Jane Roe's",
        said_at=["https://roe.example.org/jane", "https://paper.example.org/train"],
    )  # fmt: skip
    claim = claims.add(session, new, first)
    same = NewClaim("It has 20 carriages", quote="20 carriages", evidence=[seen])
    claims.join(session, claim, [claims.add(session, same, other)])
    _decided(session, claim, "Jane  roe says so.")
    lone = claims.add(session, NewClaim("A claim of no article"))
    hidden = claims.add(session, NewClaim("It is slow", quote="It is slow"), first)
    claims.hide(session, [hidden])
    claims.add(session, NewClaim("Another piece", quote="Another piece"), other)
    assert (claim.id, lone.id, hidden.id) == (1, 3, 4)


def _decided(session: Session, claim: Claim, because: str) -> None:
    decision = Decision(Conclusion.SUPPORTED, because=because, exception="drawer 7-Q")
    verdicts.decide(session, [claim], decision)
    verdicts.add_fix(session, claim, NewFix(Action.CHANGE, wording="Jane Roe says 20"), because)
    query = notes.ask(session, claim, "Is Jane Roe sure?", "Jane Roe")
    notes.answer(session, query, "Jane Roe is.", "Jane Roe")
    notes.add(session, "Jane Roe rang.", claim=claim)
    signing.recheck(session, claim, "2030-01-01")
    session.add(Rating(verdict_id=claim.verdict_id, scale="ours", label="Roe, Jane Quimby"))
    piece = session.query(Evidence).order_by(Evidence.id).first()
    session.add(OutsideRating(evidence_id=piece.id if piece else 0, label="Jane Roe: true"))
    lifts.add(session, About("S302", claim.id, None), ["0" * 64], "Jane Roe is enough.")


def _about(session: Session, article: Any) -> None:
    notes.add(session, "Ask Jane Roe for a photograph.", article=article)
    lifts.add(session, About("A504", None, article.id), ["1" * 64], "Jane Roe said so.")
    skips.add(session, article, "Nothing else is known", because="Jane Roe's words")
    draft = _draft(article)
    session.add(
        Annotation(
            revision_id=draft.id,
            start=0,
            end=9,
            exact="The train",
            kind="comment",
            text="from Jane Roe",
            author="Jane Roe",
            urls=["https://roe.example.org/jane"],
        )
    )
    session.flush()


def looked(session: Session, at: datetime, body: bytes, key: str = "atlas", **more: Any) -> None:
    """A visit to a source's page, as an audit or a capture writes it down."""
    url = f"https://{key}.example.org/a"
    words = body.decode().partition("<p>")[2].partition("</p>")[0]
    answer = Answer(
        url, url, 200, (("content-type", "text/html"), ("server", "x")), body, (), at, **more
    )
    seen = Seen(
        url, at, Look.READ, answer=answer, page=Page(words, "html", words=len(words.split())),
        how=Capture.FETCHED,
    )  # fmt: skip
    snapshots.keep(session, lookup.source(session, key).id, seen)


def cited(session: Session, claim: int, **fields: Any) -> None:
    evidence_service.add(session, lookup.claim(session, claim), NewEvidence(**fields))


def packed(copy: Copy, **options: Any) -> tuple[bytes, Summary]:
    """A hand-over of the article `train`, unless it is of something else."""
    out = io.BytesIO()
    if not options.keys() & {"articles", "claims"}:
        options["articles"] = [1]
    with copy.reading() as session:
        summary = package.write(out, session, **options)
    return out.getvalue(), summary


def files(data: bytes) -> dict[str, bytes]:
    """Each file of a zip, by its name in the one folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        assert whole.testzip() is None
        return {info.filename.partition("/")[2]: whole.read(info) for info in whole.infolist()}


def zipped(content: Mapping[str, bytes], folder: str = "train-handover") -> bytes:
    """A package with other content, sums and manifest as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in content.items():
            whole.writestr(f"{folder}/{name}" if folder else name, data)
    return out.getvalue()


def later(days: int) -> datetime:
    return AT + timedelta(days=days)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
