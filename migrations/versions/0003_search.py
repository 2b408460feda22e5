"""The search index: one FTS5 table kept by triggers, or GIN indexes on PostgreSQL."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: The order is part of the index: a row of FTS5 is numbered id * 8 + place in this list.
SEARCHED = ("claim", "span", "source", "evidence", "verdict", "query", "note")

INDEX = """
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
)
"""

# An index without content forgets a row only when it is told the old words again.
FORGET = "INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', {old}, old.search)"
LEARN = "INSERT INTO search_index(rowid, words) VALUES ({new}, new.search)"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in SEARCHED:
            op.execute(
                f'CREATE INDEX gin_{table}_search ON "{table}" '
                f"USING gin (array_to_tsvector(string_to_array(search, ' ')))"
            )
        return
    op.execute(INDEX)
    for place, table in enumerate(SEARCHED):
        make_triggers(table, place)
        op.execute(
            f'INSERT INTO search_index(rowid, words) SELECT id * 8 + {place}, search FROM "{table}"'
        )


def make_triggers(table: str, place: int) -> None:
    forget = FORGET.format(old=f"old.id * 8 + {place}")
    learn = LEARN.format(new=f"new.id * 8 + {place}")
    op.execute(f'CREATE TRIGGER search_{table}_added AFTER INSERT ON "{table}" BEGIN {learn}; END')
    op.execute(
        f'CREATE TRIGGER search_{table}_removed AFTER DELETE ON "{table}" BEGIN {forget}; END'
    )
    op.execute(
        f'CREATE TRIGGER search_{table}_changed AFTER UPDATE OF search ON "{table}" '
        f"WHEN old.search <> new.search BEGIN {forget}; {learn}; END"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in SEARCHED:
            op.execute(f"DROP INDEX gin_{table}_search")
        return
    for table in SEARCHED:
        for what in ("added", "removed", "changed"):
            op.execute(f"DROP TRIGGER search_{table}_{what}")
    op.execute("DROP TABLE search_index")
