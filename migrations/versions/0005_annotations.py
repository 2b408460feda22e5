"""Zones of a text, what somebody put on words of a copy, and words with nothing to check."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    _stretch()
    _annotation()
    _skip()


def _stretch() -> None:
    op.create_table(
        "stretch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("zone", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        *_keys("stretch", "revision"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stretch_revision_id", "stretch", ["revision_id"])


def _annotation() -> None:
    op.create_table(
        "annotation",
        *_place(),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("author", TEXT),
        sa.Column("on", TEXT),
        sa.Column("urls", sa.Text(), nullable=False),
        sa.Column("colour", TEXT),
        sa.Column("claim_id", sa.Integer()),
        *_changing(),
        *_keys("annotation", "revision", "claim"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_annotation_revision_id", "annotation", ["revision_id"])
    op.create_index("ix_annotation_claim_id", "annotation", ["claim_id"])


def _skip() -> None:
    op.create_table(
        "skip",
        *_place(),
        sa.Column("because", TEXT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        *_changing(),
        *_keys("skip", "revision", "person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_skip_revision_id", "skip", ["revision_id"])


def _place() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", TEXT, nullable=False),
        sa.Column("prefix", TEXT, nullable=False),
        sa.Column("suffix", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
    ]


def _changing() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def _keys(table: str, *others: str) -> list[sa.Constraint]:
    foreign = [
        sa.ForeignKeyConstraint(
            [f"{other}_id"], [f"{other}.id"], name=f"fk_{table}_{other}_id", deferrable=True
        )
        for other in others
    ]
    return [
        *foreign,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("uid", name=f"uq_{table}_uid"),
    ]


def downgrade() -> None:
    for table in ("skip", "annotation", "stretch"):
        op.drop_table(table)
