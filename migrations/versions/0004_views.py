"""Plain tables for Datasette and any SQL client; protected sources appear by their alias."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SHOWN = "CASE WHEN s.protected THEN coalesce(s.alias, 'a protected source') ELSE {} END"
UNLESS_PROTECTED = "CASE WHEN s.protected THEN NULL ELSE {} END"

CLAIMS = """
CREATE VIEW readable_claims AS
SELECT c.id AS claim, a.slug AS article, c.text, c.kind, c.claimant, c.priority,
       c.status, c.outcome, c.stale AS recheck, v.reason, p.name AS decided_by, v.at AS decided_at,
       c.created_at, c.updated_at
FROM claim c
LEFT JOIN article a ON a.id = c.article_id
LEFT JOIN verdict v ON v.id = c.verdict_id
LEFT JOIN person p ON p.id = v.person_id
WHERE NOT c.hidden
"""

EVIDENCE = f"""
CREATE VIEW readable_evidence AS
SELECT e.id AS evidence, e.claim_id AS claim, c.text AS claim_text, e.stance, e.quote, e.says,
       e.locator, e.how, e."on", e.tier, {SHOWN.format("s.title")} AS source,
       {UNLESS_PROTECTED.format("s.url")} AS url, p.name AS seen_by, e.seen_at,
       e.retracted_at, e.retracted_because
FROM evidence e
JOIN claim c ON c.id = e.claim_id
JOIN source s ON s.id = e.source_id
LEFT JOIN person p ON p.id = e.seen_by_id
WHERE NOT c.hidden
"""

SOURCES = f"""
CREATE VIEW readable_sources AS
SELECT s.id AS source, s."key", s.kind, {SHOWN.format("s.title")} AS title,
       {UNLESS_PROTECTED.format("s.url")} AS url,
       {UNLESS_PROTECTED.format("s.publisher")} AS publisher,
       {UNLESS_PROTECTED.format("s.author")} AS author,
       s.published, s.tier, s.terms, o."key" AS origin,
       (SELECT count(*) FROM evidence e WHERE e.source_id = s.id) AS cited
FROM source s
LEFT JOIN source o ON o.id = s.origin_id
WHERE NOT s.hidden
"""

OPEN_WORK = """
CREATE VIEW open_work AS
SELECT c.id AS claim, a.slug AS article, c.outcome, c.stale AS recheck, c.priority, c.text,
       (SELECT min(q.question) FROM query q
        WHERE q.claim_id = c.id AND q.answered_at IS NULL) AS question
FROM claim c
LEFT JOIN article a ON a.id = c.article_id
WHERE NOT c.hidden
  AND (c.stale OR c.outcome IN ('ask', 'change', 'attribute', 'cut-asked', 'open'))
"""


def upgrade() -> None:
    for view in (CLAIMS, EVIDENCE, SOURCES, OPEN_WORK):
        op.execute(view)


def downgrade() -> None:
    for view in ("open_work", "readable_sources", "readable_evidence", "readable_claims"):
        op.execute(f"DROP VIEW {view}")
