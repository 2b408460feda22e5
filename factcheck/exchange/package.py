"""A hand-over: an article or some claims with all that belongs to them, as one zip.

It holds the records, the texts, the bytes that sources sent, and whatever reports were made of
them; a manifest; and the SHA-256 of every file, so that anybody can see whether it is whole.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from factcheck.db import holdings
from factcheck.db.bulk import images
from factcheck.db.session import as_of_one_moment
from factcheck.errors import DatabaseForeign, NotFound
from factcheck.exchange import part
from factcheck.exchange.forms import Image
from factcheck.exchange.package_files import FileNames, Folder, ending
from factcheck.exchange.package_looks import Looks
from factcheck.exchange.package_readme import readme
from factcheck.exchange.package_veil import Masked
from factcheck.exchange.part import ARTICLE, CLAIM, SOURCE, Chosen
from factcheck.models import Original, Revision
from factcheck.models.base import iso, table_of
from factcheck.services.veils import Veil

FORMAT = "factcheck-package"
VERSION = 1

RECORDS_FILE = "records.jsonl"
LOOKS_FILE = "sources/snapshots.jsonl"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
README = "README.txt"

#: Bytes of one file, but for the records; whoever takes it in takes no more.
LARGEST = 200_000_000

JSON_LINES, PLAIN = "application/jsonl", "text/plain; charset=utf-8"
ENDINGS = {"docx": ".docx", "html": ".html", "markdown": ".md", "pdf": ".pdf", "text": ".txt"}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

revisions, originals = table_of(Revision), table_of(Original)


@dataclass(slots=True)
class Summary:
    """What a hand-over holds."""

    #: The one folder in it.
    folder: str
    #: With all their texts; of others there may be as much as a claim of theirs needs.
    articles: int
    claims: int
    sources: int
    records: int
    snapshots: int = 0
    originals: int = 0
    files: int = 0
    #: Protected sources that are named in full, and those that are called by their alias.
    protected: int = 0
    veiled: int = 0
    #: What should be there and is not, a line each.
    left_out: list[str] = field(default_factory=list)


def write(  # noqa: PLR0913  as many things as it is made of
    out: BinaryIO,
    session: Session,
    *,
    articles: Collection[int] = (),
    claims: Collection[int] = (),
    reveal: bool = False,
    reports: Mapping[str, bytes] | None = None,
    made_by: str | None = None,
    version: str | None = None,
) -> Summary:
    """Write it; articles and claims by number, reports by the names of their files.

    Raises NotFound where there is nothing to hand over. The same database gives the same bytes.
    """
    as_of_one_moment(session)
    veil = Veil(session, reveal=reveal)
    masked = Masked(session.connection(), veil)
    chosen = part.chosen(session, articles, claims, veil.aliases.keys())
    if not (chosen.get(ARTICLE) or chosen.get(CLAIM)):
        raise NotFound("There is nothing to hand over.", hint="Name an article or some claims.")
    chosen, left_out = masked.without(chosen)
    packer = Packer(out, session, chosen, masked, part.whole(session, articles, claims))
    packer.summary.left_out = left_out
    try:
        packer.records()
        packer.texts()
        packer.looks()
        packer.reports(reports or {})
        packer.about(made_by, version)
    finally:
        packer.folder.close()
    return packer.summary


class Packer:
    """Writes one part of the database into a folder, file by file."""

    def __init__(
        self, out: BinaryIO, session: Session, chosen: Chosen, masked: Masked, whole: set[int]
    ) -> None:
        self.session = session
        self.connection: Connection = session.connection()
        self.chosen = chosen
        self.masked = masked
        self.veil = veil = masked.veil
        self.whole = whole
        self.moment = part.newest(session, chosen)
        self._articles = self._masked(ARTICLE)
        self._names = FileNames()
        slugs = [article["slug"] for n, article in self._articles.items() if n in whole]
        name = self._names.take(slugs[0] if slugs else "claims", "article")
        self.folder = Folder(out, f"{name}-handover", self.moment)
        self._told: list[Image] = []
        self._copies: list[Image] = []
        self.summary = Summary(
            self.folder.name,
            articles=len(whole),
            claims=len(chosen.get(CLAIM, ())),
            sources=len(chosen.get(SOURCE, ())),
            records=sum(map(len, chosen.values())),
            veiled=len(chosen.get(SOURCE, set()) & veil.aliases.keys()),
        )
        if not veil.aliases:
            self.summary.protected = part.protected(self.connection, chosen)

    def _masked(self, table: str) -> dict[int, Image]:
        """The records of a table as they leave, by number."""
        found = images(self.connection, table, sorted(self.chosen.get(table, ())))
        numbers = sorted(found)
        left = self.masked.records(table, [found[number] for number in numbers])
        return dict(zip(numbers, left, strict=True))

    # The records

    def records(self) -> None:
        change = self.masked.records if self.masked.needed else None
        lines = part.lines(self.session, self.chosen, change)
        encoded = (line.encode() for line in lines)
        self.folder.stream(RECORDS_FILE, encoded, "all records, one a line", JSON_LINES)

    # The texts of articles

    def texts(self) -> None:
        names = FileNames()
        for number, article in self._articles.items():
            folder = f"articles/{names.take(article['slug'], f'article-{number}')}"
            drafts = [self._draft(folder, row) for row in self._drafts(number)]
            newest = drafts[-1] if drafts else {}
            self._told.append({
                "slug": article["slug"], "title": article["title"], "uid": article["uid"],
                "revision": newest.get("number"), "sha256": newest.get("sha256"),
                "whole": number in self.whole, "drafts": drafts,
            })  # fmt: skip

    def _drafts(self, article: int) -> list[Any]:
        columns = revisions.c
        listed = select(columns.id, columns.number, columns.sha256)
        rows = self.connection.execute(
            listed.where(columns.article_id == article).order_by(columns.number)
        )
        return [row for row in rows if row.id in self.chosen.get("revision", ())]

    def _draft(self, folder: str, row: Any) -> Image:
        text = self.connection.scalar(select(revisions.c.text).where(revisions.c.id == row.id))
        name = f"{folder}/draft-{row.number}"
        self.folder.add(f"{name}.txt", (text or "").encode(), f"draft {row.number}", PLAIN)
        original = self._original(name, row.id)
        return {
            "number": row.number, "sha256": row.sha256, "text": f"{name}.txt",
            "original": original,
        }  # fmt: skip

    def _original(self, name: str, revision: int) -> str | None:
        """The file that a draft came in, where its bytes are here."""
        wanted = select(originals).where(originals.c.revision_id == revision)
        row = self.connection.execute(wanted).first()
        if row is None or row.id not in self.chosen.get("original", ()):
            return None
        data = self._bytes(row.sha256, f"the file of {name.rpartition('/')[2]}")
        if data is None:
            return None
        name += ENDINGS.get(row.format, ".bin")
        media_type = DOCX if row.format == "docx" else "application/octet-stream"
        self.folder.add(name, data, "the file that the draft came in", media_type)
        self.summary.originals += 1
        return name

    def _bytes(self, sha256: str, what: str) -> bytes | None:
        """What was kept; None, and a line of what is left out, where it cannot be given."""
        try:
            data = holdings.load_bytes(self.connection, sha256)
        except (NotFound, DatabaseForeign) as error:
            self.summary.left_out.append(f"{what}: {error.message}")
            return None
        if len(data) > LARGEST:
            self.summary.left_out.append(f"{what}: longer than {LARGEST // 1_000_000} MB")
            return None
        return data

    # What sources said

    def looks(self) -> None:
        looks = Looks(self.connection, self.chosen, self.veil)
        sources = self._masked(SOURCE)
        names, folders, files = FileNames(), dict[int, str](), dict[str, str]()
        for row in list(looks.snapshots.values()):
            key = sources[row.source_id]["key"]
            if row.source_id not in folders:
                folders[row.source_id] = names.take(key, f"source-{row.source_id}")
            if not self._snapshot(f"sources/{folders[row.source_id]}", row, files, key):
                del looks.snapshots[row.id]
        self.summary.snapshots = len(looks.snapshots)
        what = "when and how each copy was made, and what became of quotations"
        self.folder.stream(LOOKS_FILE, looks.lines(), what, JSON_LINES)

    def _snapshot(self, folder: str, row: Any, files: dict[str, str], key: str) -> bool:
        """Write what is not written yet; False for a snapshot whose bytes cannot be given."""
        name = f"{folder}/{row.id}-{iso(row.at)[:10]}"
        wanted = [(row.sha256, name + ending(row.media_type), "a copy of", row.media_type)]
        if row.text_sha256:
            wanted.append((row.text_sha256, f"{name}.text.txt", "the words of", PLAIN))
        for sha256, file, what, media_type in wanted:
            if sha256 in files:
                continue
            data = self._bytes(sha256, f"snapshot {row.id} of {key}")
            if data is None:
                return False
            self.folder.add(file, data, f"{what} {key}", media_type or "application/octet-stream")
            files[sha256] = file
        self._copies.append(self._copy(row, files, key))
        return True

    def _copy(self, row: Any, files: Mapping[str, str], key: str) -> Image:
        told = {
            "uid": row.uid, "source": key, "at": iso(row.at), "how": row.how, "url": row.url,
            "final_url": row.final_url, "status": row.status, "sha256": row.sha256,
            "file": files[row.sha256], "text": files.get(row.text_sha256 or ""),
        }  # fmt: skip
        return {**told, **self.veil.over({n: told[n] for n in ("url", "final_url")})}

    # Reports, and the folder itself

    def reports(self, reports: Mapping[str, bytes]) -> None:
        names = FileNames()
        for name in sorted(reports):
            file = f"reports/{names.take(name, 'report')}"
            stem, dot, last = file.rpartition(".")
            media_type = _REPORTS.get(last.lower(), "application/octet-stream") if dot else PLAIN
            self.folder.add(file, reports[name], f"a report, {stem.rpartition('/')[2]}", media_type)

    def about(self, made_by: str | None, version: str | None) -> None:
        """README, manifest and sums: what was written before them is in each."""
        text = readme(
            what=self._what(),
            folder=self.folder.name,
            articles=[" ".join(each["title"].split()) for each in self._told if each["whole"]],
            as_of=self.moment,
            made_by=made_by,
            veiled=self.summary.veiled,
            protected=self.summary.protected,
            left_out=self.summary.left_out,
        )
        self.folder.add(README, text.encode(), "what this folder is", PLAIN)
        manifest = json.dumps(self._manifest(made_by, version), ensure_ascii=False, indent=1)
        self.folder.add(MANIFEST, f"{manifest}\n".encode(), "what each file is", "application/json")
        sums = "".join(f"{file.sha256}  {file.name}\n" for file in self.folder.files)
        self.folder.add(SUMS, sums.encode(), "the SHA-256 of every other file", PLAIN)
        self.summary.files = len(self.folder.files)

    def _what(self) -> str:
        return ", ".join(_counted(self.summary))

    def _manifest(self, made_by: str | None, version: str | None) -> Image:
        return {
            "format": FORMAT,
            "version": VERSION,
            "what": self._what(),
            "as_of": iso(self.moment) if self.moment else None,
            "made_by": made_by,
            "made_with": f"factcheck {version}" if version else "factcheck",
            "articles": self._told,
            "records": {table: len(ids) for table, ids in self.chosen.items() if ids},
            "protected": {"in_full": self.summary.protected, "by_alias": self.summary.veiled},
            "masked": self.masked.changed > 0,
            "left_out": self.summary.left_out,
            "files": [file._asdict() for file in self.folder.files],
            "snapshots": self._copies,
        }


_REPORTS = {
    "csv": "text/csv; charset=utf-8", "docx": DOCX, "html": "text/html; charset=utf-8",
    "json": "application/json", "jsonld": "application/ld+json", "md": "text/markdown",
    "pdf": "application/pdf", "txt": PLAIN,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def _counted(summary: Summary) -> Iterator[str]:
    for name in ("articles", "claims", "sources", "snapshots"):
        count = getattr(summary, name)
        if count:
            yield f"{count} {name if count > 1 else name[:-1]}"
