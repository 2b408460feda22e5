"""The mapped classes, a file an idea."""

from factcheck.models.annotation import Annotation, Skip, Stretch
from factcheck.models.article import Article, Author, Closing, Original, Revision
from factcheck.models.base import Base, Changing, Hideable, Record
from factcheck.models.claim import Claim, Span, Tag
from factcheck.models.correction import Correction
from factcheck.models.evidence import Evidence, OutsideRating
from factcheck.models.history import Event, Image, Step
from factcheck.models.house import Rule
from factcheck.models.note import Note, Query
from factcheck.models.person import Person
from factcheck.models.sighting import Blob, Noticed, Run, Sighting, Snapshot, Visit
from factcheck.models.signing import Lift, Rating, Recheck, SignOff
from factcheck.models.source import Source
from factcheck.models.verdict import Fix, Verdict

#: Every audited class by the name of its table, in the order of creation.
RECORDS: dict[str, type[Record]] = {
    cls.__tablename__: cls
    for cls in (
        Person, Rule, Article, Author, Revision, Closing, Source, Claim, Span, Tag,
        Evidence, Verdict, Fix, Query, Note, Stretch, Annotation, Skip,
        Rating, SignOff, Recheck, Lift, Original, OutsideRating, Correction,
    )
}  # fmt: skip

__all__ = [
    "RECORDS", "Annotation", "Article", "Author", "Base", "Blob", "Changing", "Claim", "Closing",
    "Correction",
    "Event", "Evidence", "Fix", "Hideable", "Image", "Lift", "Note", "Noticed", "Original",
    "OutsideRating", "Person", "Query",
    "Rating", "Recheck", "Record", "Revision", "Rule", "Run", "Sighting", "SignOff", "Skip",
    "Snapshot", "Source", "Span", "Step", "Stretch", "Tag", "Verdict", "Visit",
]  # fmt: skip
