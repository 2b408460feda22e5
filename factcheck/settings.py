"""Settings of this machine: flag, then environment, then factcheck.toml, then default."""

import getpass
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from factcheck.errors import BadInput

TOML_NAME = "factcheck.toml"
DATABASE_NAME = "factcheck.db"
GIT_SECONDS = 2
#: Seconds between two requests to one host.
LONGEST_INTERVAL = 3600

INIT_TOML = """\
# factcheck.toml: settings for this folder and the folders below it.
# Every line is an example; take away the "#" to use it.

# The database: a file, seen from this one, or the URL of a server.
# --db and FACTCHECK_DB come first.
# database = "factcheck.db"
# database = "postgresql://checker@db.example.org/factcheck"

# Your name in the history. --by and FACTCHECK_USER come first; without any of
# them git's user.name, then your login.
# user = "Maria Keller"

# The article that is meant where none is named. FACTCHECK_ARTICLE comes first.
# article = "kim-train"

# The rules of the house. They go into the database when `factcheck init` makes
# it; after that `factcheck house edit` changes them.
[house]

# What outcomes are called: "line" (OK, CHANGE TO, ASK AUTHOR), for those who
# check a draft, or "desk" (true, false, unproven), for those who rate what
# somebody said in public.
# words = "line"

# The sources that a decision needs, by kind or priority; what blocks keeps the gate shut.
# needs = "any: 1 seen; 1 primary or 2 independent warns / quote: 1 primary"

# Whether a second person must sign a verdict off: never who decided, nor the author.
# second_person = true

# After how many days a verdict is too old, by kind or tag, until the article has run.
# recheck = {title = 30, money = 7, "tag:death-toll" = 1}

# The ratings that are published: "none", "true-false", "five-point", "politifact", or your own.
# scale = "True=5 supported; Half true=3 mixed, conflicting; False=1 refuted"

# Whether `factcheck gate` wants every checkable element in a claim.
# gate_coverage = true

# How grave findings of an audit are here; those to ignore.
# severity = "S303 note, L103 ignore"

# When an address is called gone.
# strikes = "3 failures, 3 days apart"

# The name under which the house publishes.
# publisher = "The Example"
# publisher_url = "https://example.org"
# corrections_url = "https://example.org/corrections"

# Whether the house is a party, a campaign or an office-holder; whether readers see who checked.
# political = false
# name_checkers = false

# What other houses' ratings say here, beside the labels that are known.
# outside_ratings = "Mostly harmless=supported; Schmarrn=refuted"

# Our own sites; citing them is no independent source.
# own_domains = ["example.org"]

# One person, several names: initials and logins.
# people = {"Maria Keller" = ["mk", "mkeller"]}

# How pages are fetched from this machine.
[fetch]

# Servers of one's own network that may be asked: host, or host:port.
# allow_private = ["wiki.example.org"]

# Seconds between two requests to one host.
# interval = 1.0

# Where the owner of a server can complain; sent with every request.
# contact = "desk@example.org"

# Where copies are looked for, and where retractions are.
# archive = "https://web.archive.org"
# crossref = "https://api.crossref.org"
"""


@dataclass(slots=True)
class Settings:
    """What was found, and where."""

    #: An SQLAlchemy URL; None where there is no database.
    database: str | None = None
    #: The file of a SQLite database, as it is on disk, for those who open it themselves.
    path: Path | None = None
    #: For messages: "--db", "FACTCHECK_DB", or the file that names it.
    database_source: str | None = None
    toml_path: Path | None = None
    article: str | None = None
    house: dict[str, Any] = field(default_factory=dict)
    fetch: dict[str, Any] = field(default_factory=dict)
    toml_user: str | None = None

    @property
    def url(self) -> str | None:
        return self.database

    def user(self, by: str | None = None) -> str | None:
        """Who works here; None rather than "root"."""
        named = [by, os.environ.get("FACTCHECK_USER"), self.toml_user]
        for name in named:
            if name and name.strip():
                return " ".join(name.split())
        return _git_name() or _login()


def load(db: str | None = None, *, start: Path | None = None) -> Settings:
    """The settings for a folder, by default the one we are in."""
    folder = start or _here()
    toml_path = _upwards(folder, TOML_NAME)
    table = read_toml(toml_path) if toml_path else {}
    settings = Settings(
        toml_path=toml_path,
        article=os.environ.get("FACTCHECK_ARTICLE") or table.get("article"),
        house=table.get("house", {}),
        fetch=table.get("fetch", {}),
        toml_user=table.get("user"),
    )
    _find_database(settings, db, table, folder)
    return settings


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise BadInput("The folder we are in is gone.", hint="Change to another folder.") from error


def _upwards(folder: Path, name: str) -> Path | None:
    for above in (folder, *folder.parents):
        if os.path.isfile(above / name):  # noqa: PTH113  Path.is_file raises where we may not look
            return above / name
    return None


def _find_database(settings: Settings, db: str | None, table: dict[str, Any], folder: Path) -> None:
    if db is not None and not db.strip():
        raise BadInput("--db is empty.", hint="Give it a file or a URL.")
    if db:
        _use(settings, db, folder, "--db")
    elif in_environment := os.environ.get("FACTCHECK_DB"):
        _use(settings, in_environment, folder, "FACTCHECK_DB")
    elif "database" in table and settings.toml_path:
        _use(settings, table["database"], settings.toml_path.parent, str(settings.toml_path))
    elif found := _upwards(folder, DATABASE_NAME):
        _use(settings, str(found), folder, str(found))


def _use(settings: Settings, named: str, base: Path, source: str) -> None:
    settings.database_source = source
    if "\0" in named:
        raise BadInput(f"{source} holds a NUL character: {named!r}.")
    if "://" in named:
        settings.database = _url(named)
        settings.path = _path_of(settings.database)
        return
    path = _absolute(base / os.path.expanduser(named))  # noqa: PTH111  Path raises for ~nobody
    settings.path = path
    settings.database = sqlite_url(path)


def _absolute(path: Path) -> Path:
    """Without following links: messages name the file as the user did."""
    return Path(os.path.abspath(path))  # noqa: PTH100  Path.resolve follows links


def sqlite_url(path: Path) -> str:
    """A URL from which SQLAlchemy reads the path back, whatever characters are in it."""
    # It decodes %XX, and a "?" would begin the parameters.
    return f"sqlite+pysqlite:///{str(path).replace('%', '%25').replace('?', '%3F')}"


def _url(named: str) -> str:
    for scheme in ("postgres://", "postgresql://"):
        if named.startswith(scheme):
            return f"postgresql+psycopg://{named.removeprefix(scheme)}"
    if named.startswith("sqlite://"):
        return f"sqlite+pysqlite://{named.removeprefix('sqlite://')}"
    return named


def _path_of(url: str) -> Path | None:
    """The file of a SQLite URL; none for a server or a database in memory."""
    if not url.startswith("sqlite"):
        return None
    name = url.partition("://")[2].partition("?")[0].removeprefix("/")
    if name in {"", ":memory:"} or name.startswith("file:"):
        return None
    return _absolute(Path(unquote(name)))


#: What factcheck.toml may hold, and of what type.
KEYS: dict[str, type] = {
    "database": str, "user": str, "article": str, "house": dict, "fetch": dict,
}  # fmt: skip
FETCH_KEYS: dict[str, type | tuple[type, ...]] = {
    "allow_private": list, "interval": (int, float), "contact": str, "archive": str,
    "crossref": str,
}  # fmt: skip
HOUSE_KEYS: dict[str, type | tuple[type, ...]] = {
    "words": str, "needs": (str, dict), "second_person": bool, "recheck": (str, dict),
    "scale": (str, dict), "gate_coverage": bool, "severity": (str, dict), "strikes": str,
    "publisher": str, "publisher_url": str, "corrections_url": str, "political": bool,
    "name_checkers": bool, "outside_ratings": (str, dict), "own_domains": list,
    "people": dict,
}  # fmt: skip
TYPE_NAMES: dict[type | tuple[type, ...], str] = {
    str: "a text in quotes", list: "a list", dict: "a table", bool: "true or false",
    (str, dict): "a text in quotes or a table", (int, float): "a number",
}  # fmt: skip


def read_toml(path: Path) -> dict[str, Any]:
    """The checked contents of a factcheck.toml."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadInput(f"{path}, line {line}, is not UTF-8.", line=line) from error
    except (ValueError, RecursionError) as error:  # ValueError: a number of 5,000 digits
        raise BadInput(f"{path} is no TOML: {error}.", line=_line_in(str(error), text)) from error
    _check(path, text, table)
    return table


def _check(path: Path, text: str, table: dict[str, Any]) -> None:
    _check_keys(path, text, table, KEYS, "")
    house = table.get("house", {})
    _check_keys(path, text, house, HOUSE_KEYS, "house.")
    _check_fetch(path, text, table.get("fetch", {}))
    words = house.get("words", "line")
    if words not in {"line", "desk"}:
        raise _wrong(path, text, "words", f"house.words is {words!r}", 'It is "line" or "desk".')
    for domain in house.get("own_domains", []):
        if not isinstance(domain, str):
            raise _wrong(path, text, "own_domains", f"house.own_domains holds {domain!r}", TEXTS)
    for name, others in house.get("people", {}).items():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise _wrong(path, text, name, f"house.people: {name!r} has {others!r}", TEXTS)


def _check_fetch(path: Path, text: str, fetch: dict[str, Any]) -> None:
    _check_keys(path, text, fetch, FETCH_KEYS, "fetch.")
    for host in fetch.get("allow_private", []):
        if not isinstance(host, str):
            raise _wrong(path, text, "allow_private", f"fetch.allow_private holds {host!r}", TEXTS)
    interval = fetch.get("interval", 0)
    if isinstance(interval, bool) or not 0 <= interval <= LONGEST_INTERVAL:
        hint = f"It takes seconds, from 0 to {LONGEST_INTERVAL}."
        raise _wrong(path, text, "interval", f"fetch.interval is {interval!r}", hint)


TEXTS = "It takes a list of texts in quotes."


def _check_keys(
    path: Path,
    text: str,
    table: dict[str, Any],
    known: Mapping[str, type | tuple[type, ...]],
    where: str,
) -> None:
    for key, value in table.items():
        if key not in known:
            close = get_close_matches(key, known, n=1)
            hint = f"Did you mean {where}{close[0]}?" if close else f"One of: {', '.join(known)}."
            raise _wrong(path, text, key, f"{where}{key} is no setting", hint)
        if not isinstance(value, known[key]):
            needed = TYPE_NAMES[known[key]]
            raise _wrong(path, text, key, f"{where}{key} is {value!r}", f"It takes {needed}.")
        if isinstance(value, str) and not value.strip():
            raise _wrong(path, text, key, f"{where}{key} is empty", "Give it a value, or no line.")


def _wrong(path: Path, text: str, key: str, problem: str, hint: str) -> BadInput:
    line = _line_of(text, key)
    where = f"{path}, line {line}" if line else str(path)
    return BadInput(f"{where}: {problem}.", hint=hint, line=line)


def _line_of(text: str, key: str) -> int | None:
    """No lines come with the values, so the first line that begins with the key, or holds it."""
    name = re.escape(key)
    for pattern in (rf"""\s*\[*["']?{name}["']?\s*[\]=.]""", rf"(?!\s*#).*{name}"):
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(pattern, line):
                return number
    return None


def _line_in(message: str, text: str) -> int | None:
    """The line in what tomllib says: "Invalid value (at line 3, column 8)"."""
    if "at end of document" in message:
        return len(text.splitlines())
    _, _, rest = message.partition("at line ")
    digits = rest.partition(",")[0]
    return int(digits) if digits.isdigit() else None


def _git_name() -> str | None:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607  the user's own git
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    name = " ".join(done.stdout.decode("utf-8", "replace").split())
    return name if name not in {"", "root"} else None


def _login() -> str | None:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
    return None if name == "root" else name
