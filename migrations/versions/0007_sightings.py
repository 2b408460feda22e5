"""What was seen when somebody looked: runs, visits, snapshots, sightings, findings."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
JSON = sa.Text()

INDEXES = {
    "visit": (("source_id",), ("run_id",)),
    "snapshot": (("source_id",), ("sha256",)),
    "sighting": (("evidence_id",), ("snapshot_id",)),
    "finding": (("code", "record", "record_id"),),
}


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
    )
    for make in (_run, _visit, _snapshot, _sighting, _finding):
        make()
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.add_column("evidence", sa.Column("presence", JSON))


def _run() -> None:
    _table(
        "run",
        _filled("kind", TEXT),
        _filled("scope", JSON),
        sa.Column("step_id", sa.Integer()),
        _filled("started_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        sa.Column("summary", JSON),
    )


def _visit() -> None:
    _table(
        "visit",
        sa.Column("run_id", sa.Integer()),
        _filled("source_id", sa.Integer()),
        _filled("at", MOMENT),
        _filled("url", TEXT),
        sa.Column("final_url", TEXT),
        _filled("state", TEXT),
        sa.Column("status", sa.Integer()),
        _filled("hops", JSON),
        sa.Column("message", TEXT),
        sa.Column("snapshot_id", sa.Integer()),
        sa.Column("detail", JSON),
    )


def _snapshot() -> None:
    _table(
        "snapshot",
        _filled("source_id", sa.Integer()),
        _filled("at", MOMENT),
        _filled("how", TEXT),
        sa.Column("url", TEXT),
        sa.Column("final_url", TEXT),
        sa.Column("name", TEXT),
        sa.Column("status", sa.Integer()),
        sa.Column("media_type", TEXT),
        _filled("headers", JSON),
        _filled("hops", JSON),
        _filled("sha256", TEXT),
        _filled("size", sa.Integer()),
        _filled("partial", sa.Boolean()),
        sa.Column("text_sha256", TEXT),
        _filled("extractor", sa.Integer()),
        _filled("page", JSON),
    )


def _sighting() -> None:
    _table(
        "sighting",
        _filled("evidence_id", sa.Integer()),
        _filled("snapshot_id", sa.Integer()),
        _filled("at", MOMENT),
        _filled("state", TEXT),
        _filled("basis", TEXT),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("found", TEXT),
        _filled("changes", JSON),
        _filled("hidden", sa.Boolean()),
        sa.Column("why", TEXT),
        sa.Column("prefix", TEXT),
        sa.Column("suffix", TEXT),
    )


def _finding() -> None:
    _table(
        "finding",
        _filled("code", TEXT),
        _filled("severity", TEXT),
        _filled("record", TEXT),
        _filled("record_id", sa.Integer()),
        _filled("place", TEXT),
        sa.Column("claim_id", sa.Integer()),
        sa.Column("source_id", sa.Integer()),
        _filled("message", TEXT),
        _filled("detail", JSON),
        _filled("basis", TEXT),
        _filled("first_run_id", sa.Integer()),
        _filled("last_run_id", sa.Integer()),
        _filled("first_at", MOMENT),
        _filled("last_at", MOMENT),
        sa.Column("fixed_at", MOMENT),
    )


def _table(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
        sqlite_autoincrement=True,
    )


def _filled(name: str, kind: object) -> sa.Column[object]:
    return sa.Column(name, kind, nullable=False)  # type: ignore[arg-type]  # a type of SQL


def downgrade() -> None:
    op.drop_column("evidence", "presence")
    for table in ("finding", "sighting", "snapshot", "visit", "run", "blob"):
        op.drop_table(table)
