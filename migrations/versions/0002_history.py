"""The history: steps, events and images."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

#: Text that sorts by code point on both databases, never by locale.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

#: Times: with their zone on PostgreSQL, ISO 8601 text on SQLite.
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("command", TEXT, nullable=False),
        sa.Column("why", TEXT),
        sa.Column("schema", TEXT, nullable=False),
        sa.Column("undoes_id", sa.Integer()),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("before_sha256", TEXT),
        sa.Column("sha256", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_step_person_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["step.id"], name="fk_step_undoes_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sa.UniqueConstraint("uid", name="uq_step_uid"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "event",
        sa.Column("step_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", TEXT, nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("before_sha256", TEXT),
        sa.Column("after_sha256", TEXT),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], name="fk_event_step_id", deferrable=True),
        sa.PrimaryKeyConstraint("step_id", "ordinal", name="pk_event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_record", "event", ["record", "record_id"])
    op.create_table(
        "image",
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("json", TEXT),
        sa.Column("struck_because", TEXT),
        sa.PrimaryKeyConstraint("sha256", name="pk_image"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("image", "event", "step"):
        op.drop_table(table)
