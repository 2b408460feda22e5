"""`factcheck export --package`: all of a piece in one file, for whoever takes it over."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli import output

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from factcheck.exchange.package import Summary

#: The reports that lie in it, each with the name of its file.
REPORTS = {
    "html": "report.html",
    "docx": "report.docx",
    "markdown": "report.md",
    "json": "report.json",
}

#: Bytes written at a time.
CHUNK = 1_000_000


def write(what: list[str], file: Path, *, reveal: bool) -> None:
    """The package of an article, or of some claims."""
    import tempfile

    from factcheck.cli.context import name_of, reading, settings
    from factcheck.cli.main import long_work, version
    from factcheck.exchange import package

    long_work()
    with reading() as session, tempfile.TemporaryFile() as packed:
        articles, claims = _chosen(session, what)
        done = package.write(
            packed, session, articles=articles, claims=claims, reveal=reveal,
            reports=dict(_reports(session, what, reveal=reveal)),
            made_by=name_of(settings(), None), version=version(),
        )  # fmt: skip
        named = _on_terms(session, what)
        packed.seek(0)
        output.write_file(str(file), iter(lambda: packed.read(CHUNK), b""))
    _say(done, file, named)


def _chosen(session: "Session", what: list[str]) -> tuple[list[int], list[int]]:
    """The numbers of articles and claims that are meant."""
    from factcheck.cli.context import article_word
    from factcheck.cli.options import parse_ids
    from factcheck.cli.report import is_article
    from factcheck.services import lookup

    if not what:
        return [lookup.the_article(session, article_word(None)).id], []
    if is_article(what):
        return [lookup.article(session, what[0]).id], []
    ids = parse_ids(what)
    return [], [claim.id for claim in lookup.claims(session, ids.numbers, ids.ranges)]


def _reports(session: "Session", what: list[str], *, reveal: bool) -> Iterator[tuple[str, bytes]]:
    from factcheck.cli.report import gather
    from factcheck.cli.reporting import WRITERS, Report
    from factcheck.reports.audience import Audience

    content = gather(session, what, reveal=reveal)
    report = Report(session, content, Audience.INTERNAL, reveal, embed=False, one=False)
    for form, name in REPORTS.items():
        data = WRITERS[form](report)
        yield name, data.encode() if isinstance(data, str) else data


def _on_terms(session: "Session", what: list[str]) -> int:
    """How many of its sources spoke on terms that do not let them be named to everybody."""
    from factcheck.cli.report import gather
    from factcheck.services.veils import UNNAMED

    sources = gather(session, what)["sources"]
    return sum(each["terms"] in UNNAMED and not each["protected"] for each in sources)


def _say(done: "Summary", file: Path, named: int) -> None:
    if done.protected:
        many = "source is" if done.protected == 1 else "sources are"
        output.warn(f"{done.protected} protected {many} named in full in this package.")
    if done.veiled:
        many = "source goes by its alias" if done.veiled == 1 else "sources go by their aliases"
        output.say(f"{done.veiled} protected {many}; --reveal would name them.")
    if named:
        many = "source" if named == 1 else "sources"
        output.warn(f"{named} {many} on background or off the record: named, and quoted, in it.")
    for line in done.left_out:
        output.warn(f"Left out: {line}")
    output.say(f"Wrote {file}: {done.files} files. Anybody can check it: sha256sum -c SHA256SUMS")
