"""Runs the scripts on the connection that factcheck hands over."""

from alembic import context

from factcheck.models import Base

#: Tables that FTS5 makes for itself, and what autogenerate cannot see rightly.
HIDDEN = ("search_index", "sqlite_")


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and (name or "").startswith(HIDDEN))


def include_object(_thing: object, name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "index" and (name or "").startswith("gin_"))


connection = context.config.attributes.get("connection")
if connection is None:
    import os

    from factcheck.db.engine import make_engine

    connection = make_engine(os.environ["FACTCHECK_DB"]).connect()

context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_name=include_name,
    include_object=include_object,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    compare_server_default=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
