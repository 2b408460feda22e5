"""The records: people, articles, sources, claims and what is said of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: Text that sorts by code point on both databases, never by locale.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

#: Times: with their zone on PostgreSQL, ISO 8601 text on SQLite.
MOMENT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name", name="uq_person_name"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "house",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_house"),
        sa.UniqueConstraint("key", name="uq_house_key"),
        sa.UniqueConstraint("uid", name="uq_house_uid"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("publisher", TEXT),
        sa.Column("published", TEXT),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("url", TEXT),
        sa.Column("closed_at", MOMENT),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("uid", name="uq_article_uid"),
        sa.UniqueConstraint("slug", name="uq_article_slug"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article_author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_author_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_article_author_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_article_author"),
        sa.UniqueConstraint(
            "article_id", "person_id", name="uq_article_author_article_id_person_id"
        ),
        sa.UniqueConstraint("uid", name="uq_article_author_uid"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_revision_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_revision_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("uid", name="uq_revision_uid"),
        sa.UniqueConstraint("article_id", "number", name="uq_revision_article_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "closing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("url", TEXT),
        sa.Column("open", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reopened_at", MOMENT),
        sa.Column("reopened_by_id", sa.Integer()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_closing_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_closing_revision_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_closing_person_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["reopened_by_id"], ["person.id"], name="fk_closing_reopened_by_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_closing"),
        sa.UniqueConstraint("uid", name="uq_closing_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_closing_article_id", "closing", ["article_id"])
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("url", TEXT),
        sa.Column("publisher", TEXT),
        sa.Column("author", TEXT),
        sa.Column("published", TEXT),
        sa.Column("tier", TEXT),
        sa.Column("origin_id", sa.Integer()),
        sa.Column("kept", TEXT),
        sa.Column("terms", TEXT),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("alias", TEXT),
        sa.Column("article_id", sa.Integer()),
        sa.Column("merged_into_id", sa.Integer()),
        sa.Column("url_folded", TEXT),
        sa.Column("title_folded", TEXT),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["origin_id"], ["source.id"], name="fk_source_origin_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_source_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["source.id"], name="fk_source_merged_into_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("key", name="uq_source_key"),
        sa.UniqueConstraint("uid", name="uq_source_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_source_article_id", "source", ["article_id"])
    op.create_index("ix_source_merged_into_id", "source", ["merged_into_id"])
    op.create_index("ix_source_origin_id", "source", ["origin_id"])
    op.create_index("ix_source_title_folded", "source", ["title_folded"])
    op.create_index("ix_source_url_folded", "source", ["url_folded"])
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("article_id", sa.Integer()),
        sa.Column("claimant", TEXT),
        sa.Column("claimant_role", TEXT),
        sa.Column("claimant_same_as", TEXT),
        sa.Column("said_on", TEXT),
        sa.Column("occasion", TEXT),
        sa.Column("first_at", TEXT),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("priority", TEXT, nullable=False),
        sa.Column("review_url", TEXT),
        sa.Column("review_on", TEXT),
        sa.Column("part_of_id", sa.Integer()),
        sa.Column("same_as_id", sa.Integer()),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("outcome", TEXT, nullable=False),
        sa.Column("verdict_id", sa.Integer()),
        sa.Column("basis", TEXT),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("elsewhere", sa.Boolean(), nullable=False),
        sa.Column("claimant_folded", TEXT),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_claim_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["claim.id"], name="fk_claim_part_of_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["same_as_id"], ["claim.id"], name="fk_claim_same_as_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
        sa.UniqueConstraint("uid", name="uq_claim_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_claim_elsewhere", "claim", ["elsewhere"])
    op.create_index("ix_claim_outcome", "claim", ["hidden", "outcome"])
    op.create_index("ix_claim_part_of_id", "claim", ["part_of_id"])
    op.create_index("ix_claim_reading", "claim", ["hidden", "article_id", "position", "id"])
    op.create_index("ix_claim_article_id", "claim", ["article_id"])
    op.create_index("ix_claim_same_as_id", "claim", ["same_as_id"])
    op.create_index("ix_claim_stale", "claim", ["stale"])
    op.create_index("ix_claim_status", "claim", ["hidden", "status"])
    op.create_index("ix_claim_verdict_id", "claim", ["verdict_id"])
    op.create_table(
        "span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", TEXT, nullable=False),
        sa.Column("prefix", TEXT, nullable=False),
        sa.Column("suffix", TEXT, nullable=False),
        sa.Column("zone", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_span_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name="fk_span_revision_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_span"),
        sa.UniqueConstraint("uid", name="uq_span_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_span_claim_id", "span", ["claim_id"])
    op.create_index("ix_span_revision_id", "span", ["revision_id"])
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_tag_claim_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sa.UniqueConstraint("claim_id", "name", name="uq_tag_claim_id_name"),
        sa.UniqueConstraint("uid", name="uq_tag_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tag_name", "tag", ["name"])
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("stance", TEXT),
        sa.Column("quote", TEXT),
        sa.Column("says", TEXT),
        sa.Column("locator", TEXT),
        sa.Column("how", TEXT),
        sa.Column("on", TEXT),
        sa.Column("tier", TEXT),
        sa.Column("note", TEXT),
        sa.Column("seen_by_id", sa.Integer()),
        sa.Column("seen_at", MOMENT),
        sa.Column("retracted_at", MOMENT),
        sa.Column("retracted_by_id", sa.Integer()),
        sa.Column("retracted_because", TEXT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_evidence_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_evidence_source_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["seen_by_id"], ["person.id"], name="fk_evidence_seen_by_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["retracted_by_id"], ["person.id"], name="fk_evidence_retracted_by_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_evidence_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.UniqueConstraint("uid", name="uq_evidence_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_evidence_claim_id", "evidence", ["claim_id"])
    op.create_index("ix_evidence_source_id", "evidence", ["source_id"])
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("conclusion", TEXT, nullable=False),
        sa.Column("why", TEXT),
        sa.Column("rating", TEXT),
        sa.Column("reason", TEXT),
        sa.Column("exception", TEXT),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_verdict_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_verdict_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_verdict"),
        sa.UniqueConstraint("uid", name="uq_verdict_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_verdict_claim_id", "verdict", ["claim_id"])
    op.create_index("ix_verdict_person_id", "verdict", ["person_id"])
    op.create_table(
        "fix",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("wording", TEXT),
        sa.Column("because", TEXT),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("agreed_with", TEXT),
        sa.Column("agreed_at", MOMENT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_fix_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_fix_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_fix"),
        sa.UniqueConstraint("uid", name="uq_fix_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fix_claim_id", "fix", ["claim_id"])
    op.create_table(
        "query",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("question", TEXT, nullable=False),
        sa.Column("put_to", TEXT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answer", TEXT),
        sa.Column("answered_by", TEXT),
        sa.Column("answered_at", MOMENT),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_query_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_query_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_query"),
        sa.UniqueConstraint("uid", name="uq_query_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_query_claim_id", "query", ["claim_id"])
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", TEXT, nullable=False),
        sa.Column("claim_id", sa.Integer()),
        sa.Column("source_id", sa.Integer()),
        sa.Column("article_id", sa.Integer()),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("on", TEXT),
        sa.Column("next", TEXT),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("search", TEXT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name="fk_note_claim_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name="fk_note_source_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_note_article_id", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_note_person_id", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sa.UniqueConstraint("uid", name="uq_note_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_article_id", "note", ["article_id"])
    op.create_index("ix_note_claim_id", "note", ["claim_id"])
    op.create_index("ix_note_source_id", "note", ["source_id"])


def downgrade() -> None:
    for table in (
        "note",
        "query",
        "fix",
        "verdict",
        "evidence",
        "tag",
        "span",
        "claim",
        "source",
        "closing",
        "revision",
        "article_author",
        "article",
        "house",
        "person",
    ):
        op.drop_table(table)
