"""What a hand-over says to whoever opens it, with factcheck or without."""

from collections.abc import Sequence
from datetime import datetime

from factcheck.models.base import iso


def readme(  # noqa: PLR0913  as many things as it tells of
    *,
    what: str,
    folder: str,
    articles: Sequence[str],
    as_of: datetime | None,
    made_by: str | None,
    veiled: int,
    protected: int,
    left_out: Sequence[str],
) -> str:
    """The text of README.txt."""
    parts = [
        _title(what, articles, as_of, made_by),
        VERIFY.format(folder=folder),
        FILES,
        IMPORT,
        _protected(veiled, protected),
        _left_out(left_out),
    ]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def _title(what: str, articles: Sequence[str], as_of: datetime | None, made_by: str | None) -> str:
    lines = ["A FACT CHECK, HANDED OVER", "", f"This folder holds {what}."]
    lines += [f"  {article}" for article in articles]
    lines += ["", f"Handed over by {made_by}."] if made_by else []
    lines += ["", f"The records are as of {iso(as_of)}."] if as_of else []
    return "\n".join(lines)


VERIFY = """
IS IT WHOLE AND UNCHANGED?

Nothing but this folder is needed to find out. Open a terminal in {folder} and type:

  Linux     sha256sum -c SHA256SUMS
  macOS     shasum -a 256 -c SHA256SUMS
  Windows   certutil -hashfile FILE SHA256
            prints the sum of one file; compare it with its line in SHA256SUMS

Each file must be reported as OK. SHA256SUMS itself is vouched for by whoever gave you this
folder: ask for its own sum by another way, by telephone for example.
"""

FILES = """
WHAT IS IN IT

  README.txt              this page
  SHA256SUMS              the SHA-256 of every other file
  manifest.json           what each file is, and where each copy of a source came from
  records.jsonl           all records, one a line, as JSON: claims, evidence, sources, verdicts,
                          notes, questions to the author, and who decided what, when
  articles/*/draft-N.txt  each text of an article, letter for letter, in UTF-8
  articles/*/draft-N.docx the file that a text came in, where it was kept
  sources/*/              what sources said when they were fetched, byte for byte; beside each,
                          ending in .text.txt, the words that were read in it
  sources/snapshots.jsonl when and how each copy was made, and what became of quotations
  reports/                reports for people, where some were asked for

Pages in sources/ are as they came from the web, scripts and all. To read what they say, open the
.text.txt beside them.
"""

IMPORT = """
TO TAKE IT INTO FACTCHECK

  factcheck import FILE.zip --dry-run    says what would happen
  factcheck import FILE.zip              takes it in, into a new database or into yours

Every sum is checked first. What is in your database already stays as it is, and what differs is
listed.
"""


def _protected(veiled: int, protected: int) -> str:
    if protected:
        many = "source is" if protected == 1 else "sources are"
        return (
            "PROTECTED SOURCES ARE NAMED IN HERE\n\n"
            f"{protected} protected {many} named in full. Keep this folder as you would keep the\n"
            "names, and pass it on to nobody who may not know them."
        )
    if not veiled:
        return ""
    many = "source is" if veiled == 1 else "sources are"
    return (
        "PROTECTED SOURCES\n\n"
        f"{veiled} protected {many} called by an alias. Notes on them, and copies of what they\n"
        "say, are left out; their names are replaced in the words of the records, but not in the\n"
        "texts of articles and not in copies of what others published."
    )


def _left_out(left_out: Sequence[str]) -> str:
    if not left_out:
        return ""
    return "\n".join(["LEFT OUT", "", *(f"  {each}" for each in left_out)])
