"""Ratings, sign-offs, dates to look again, findings that were lifted; values and comparisons."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    _rating()
    _sign_off()
    _recheck()
    _lift()
    op.add_column("claim", sa.Column("values", sa.Text()))
    op.add_column("claim", sa.Column("recheck_by", TEXT))
    op.create_index("ix_claim_recheck_by", "claim", ["recheck_by"])
    op.add_column("evidence", sa.Column("comparison", sa.Text()))


def _rating() -> None:
    op.create_table(
        "rating",
        *_record(),
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("scale", TEXT, nullable=False),
        sa.Column("label", TEXT, nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("best", sa.Integer()),
        sa.Column("worst", sa.Integer()),
        *_keys("rating", "verdict"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rating_verdict_id", "rating", ["verdict_id"])


def _sign_off() -> None:
    op.create_table(
        "sign_off",
        *_record(),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_keys("sign_off", "claim", "verdict", "person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sign_off_claim_id", "sign_off", ["claim_id"])
    op.create_index("ix_sign_off_verdict_id", "sign_off", ["verdict_id"])


def _recheck() -> None:
    op.create_table(
        "recheck",
        *_record(),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("on", TEXT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_keys("recheck", "claim", "person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recheck_claim_id", "recheck", ["claim_id"])


def _lift() -> None:
    op.create_table(
        "lift",
        *_record(),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer()),
        sa.Column("article_id", sa.Integer()),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("because", TEXT, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_keys("lift", "claim", "article", "person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lift_claim_id", "lift", ["claim_id"])
    op.create_index("ix_lift_article_id", "lift", ["article_id"])


def _record() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
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
    op.drop_index("ix_claim_recheck_by", "claim")
    for table, column in (("evidence", "comparison"), ("claim", "recheck_by"), ("claim", "values")):
        op.drop_column(table, column)
    for table in ("lift", "recheck", "sign_off", "rating"):
        op.drop_table(table)
