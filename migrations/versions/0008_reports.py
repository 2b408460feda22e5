"""Originals of drafts, other houses' ratings, corrections after publication."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    _table(
        "original",
        ("revision",),
        *_filled("name", "format", "sha256"),
        sa.UniqueConstraint("revision_id", name="uq_original_revision_id"),
    )
    _table(
        "outside_rating",
        ("evidence",),
        *_filled("label"),
        *_empty("number", "best", "worst"),
    )
    op.create_index("ix_outside_rating_evidence_id", "outside_rating", ["evidence_id"])
    _table(
        "correction",
        ("claim", "article", "person"),
        *_filled("kind", "severity", "what", "why"),
        *_empty("before", "after", "reported_by", "url"),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_correction_claim_id", "correction", ["claim_id"])
    op.create_index("ix_correction_article_id", "correction", ["article_id"])


def _table(name: str, targets: tuple[str, ...], *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        *(sa.Column(f"{target}_id", sa.Integer(), nullable=False) for target in targets),
        *parts,
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
        *(_key(name, target) for target in targets),
        sqlite_autoincrement=True,
    )


def _key(table: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{target}_id"
    return sa.ForeignKeyConstraint([f"{target}_id"], [f"{target}.id"], name=name, deferrable=True)


def _filled(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, TEXT, nullable=False) for name in names]


def _empty(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, TEXT) for name in names]


def downgrade() -> None:
    for table in ("correction", "outside_rating", "original"):
        op.drop_table(table)
