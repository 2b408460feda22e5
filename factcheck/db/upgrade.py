"""The schema: which revision a database has, which we have, and the way from one to the other."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import DBAPIError

from factcheck.db.engine import APPLICATION_ID, make_engine, translated
from factcheck.errors import DatabaseAhead, DatabaseBehind, DatabaseForeign, DatabaseUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

#: Kept by PostgreSQL while one process upgrades.
UPGRADE_LOCK = 0x46414355


def migrations_folder() -> Path:
    """`migrations` inside the package (a wheel), or beside pyproject.toml (a checkout)."""
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "migrations", package.parent / "migrations"
    if (inside / "env.py").is_file():
        return inside
    # Without pyproject.toml next to it this might be a stranger's folder in site-packages.
    if (beside / "env.py").is_file() and (package.parent / "pyproject.toml").is_file():
        return beside
    msg = f"The migrations are missing: neither {inside} nor {beside} holds them."
    raise DatabaseUnavailable(msg, hint="Install factcheck again.")


@cache
def newest_revision() -> str:
    """The number of the last script, found without importing Alembic."""
    names = (path.name for path in (migrations_folder() / "versions").iterdir())
    return max(match[1] for name in names if (match := re.match(r"(\d{4})_\w+\.py$", name)))


def current_revision(connection: Connection) -> str | None:
    """The revision of this database; None where there is none."""
    try:
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    except DBAPIError as error:
        if "alembic_version" in str(error.orig):
            return None
        raise
    return None if found is None else str(found)


def require_ours(connection: Connection, where: str) -> str:
    """The revision of a database of ours, of this factcheck or an older one."""
    have, need = current_revision(connection), newest_revision()
    if have is None or not re.fullmatch(r"\d{4}", have):
        msg = f"{where} is no factcheck database."
        raise DatabaseForeign(msg, hint="Run factcheck init, or name another with --db.")
    if have > need:
        msg = f"{where} was made by a newer factcheck: schema {have}, this one knows {need}."
        raise DatabaseAhead(msg, hint="Install the newer factcheck.")
    return have


def require_current(connection: Connection, where: str) -> str:
    """The revision, if it is ours; otherwise an error that says which way the two differ."""
    have, need = require_ours(connection, where), newest_revision()
    if have == need:
        return need
    msg = f"{where} has schema {have}; this factcheck needs {need}."
    raise DatabaseBehind(msg, hint="Run factcheck db upgrade.")


def upgrade(url: str | URL, revision: str = "head") -> None:
    """Bring the database to a revision; a script that fails leaves no trace."""
    _run(url, lambda command, config: command.upgrade(config, revision))


def downgrade(url: str | URL, revision: str) -> None:
    """Back to an earlier revision, for the tests of migrations."""
    _run(url, lambda command, config: command.downgrade(config, revision))


def configuration(connection: Connection) -> "Config":
    """Alembic's settings, made in code: there is no ini file to lose."""
    from alembic.config import Config

    config = Config()
    folder = str(migrations_folder()).replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.attributes["connection"] = connection
    return config


def _run(url: str | URL, work: Callable[..., None]) -> None:
    from alembic import command

    with translated(), migrating(url) as connection:
        work(command, configuration(connection))


@contextmanager
def migrating(url: str | URL) -> Iterator[Connection]:
    """One transaction for all scripts; on SQLite foreign keys are off and checked at the end."""
    engine = make_engine(url)
    with engine.connect() as connection:
        lite = connection.dialect.name == "sqlite"
        if lite:
            # Inside a transaction this pragma does nothing, and begin comes by itself.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # it is connected
        with connection.begin():
            _lock(connection)
            yield connection
            if lite:
                _check_foreign_keys(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        msg = f"The upgrade would leave a row of {broken[0]} without its {broken[2]}."
        raise DatabaseUnavailable(msg, hint="Nothing was changed; run factcheck db check.")
