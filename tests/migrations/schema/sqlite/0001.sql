CREATE INDEX ix_claim_article_id ON claim (article_id);
CREATE INDEX ix_claim_elsewhere ON claim (elsewhere);
CREATE INDEX ix_claim_outcome ON claim (hidden, outcome);
CREATE INDEX ix_claim_part_of_id ON claim (part_of_id);
CREATE INDEX ix_claim_reading ON claim (hidden, article_id, position, id);
CREATE INDEX ix_claim_same_as_id ON claim (same_as_id);
CREATE INDEX ix_claim_stale ON claim (stale);
CREATE INDEX ix_claim_status ON claim (hidden, status);
CREATE INDEX ix_claim_verdict_id ON claim (verdict_id);
CREATE INDEX ix_closing_article_id ON closing (article_id);
CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);
CREATE INDEX ix_evidence_source_id ON evidence (source_id);
CREATE INDEX ix_fix_claim_id ON fix (claim_id);
CREATE INDEX ix_note_article_id ON note (article_id);
CREATE INDEX ix_note_claim_id ON note (claim_id);
CREATE INDEX ix_note_source_id ON note (source_id);
CREATE INDEX ix_query_claim_id ON "query" (claim_id);
CREATE INDEX ix_source_article_id ON source (article_id);
CREATE INDEX ix_source_merged_into_id ON source (merged_into_id);
CREATE INDEX ix_source_origin_id ON source (origin_id);
CREATE INDEX ix_source_title_folded ON source (title_folded);
CREATE INDEX ix_source_url_folded ON source (url_folded);
CREATE INDEX ix_span_claim_id ON span (claim_id);
CREATE INDEX ix_span_revision_id ON span (revision_id);
CREATE INDEX ix_tag_name ON tag (name);
CREATE INDEX ix_verdict_claim_id ON verdict (claim_id);
CREATE INDEX ix_verdict_person_id ON verdict (person_id);
CREATE TABLE "query" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	question TEXT NOT NULL,
	put_to TEXT,
	person_id INTEGER NOT NULL,
	asked_at TEXT NOT NULL,
	answer TEXT,
	answered_by TEXT,
	answered_at TEXT,
	search TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_query_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_query_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_query_uid UNIQUE (uid)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE article (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	slug TEXT NOT NULL,
	title TEXT NOT NULL,
	publisher TEXT,
	published TEXT,
	language TEXT NOT NULL,
	url TEXT,
	closed_at TEXT,
	hidden BOOLEAN NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT uq_article_uid UNIQUE (uid),
	CONSTRAINT uq_article_slug UNIQUE (slug)
);
CREATE TABLE article_author (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_article_author_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_article_author_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_article_author_article_id_person_id UNIQUE (article_id, person_id),
	CONSTRAINT uq_article_author_uid UNIQUE (uid)
);
CREATE TABLE claim (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	text TEXT NOT NULL,
	kind TEXT NOT NULL,
	article_id INTEGER,
	claimant TEXT,
	claimant_role TEXT,
	claimant_same_as TEXT,
	said_on TEXT,
	occasion TEXT,
	first_at TEXT,
	said_at TEXT NOT NULL,
	priority TEXT NOT NULL,
	review_url TEXT,
	review_on TEXT,
	part_of_id INTEGER,
	same_as_id INTEGER,
	status TEXT NOT NULL,
	outcome TEXT NOT NULL,
	verdict_id INTEGER,
	basis TEXT,
	stale BOOLEAN NOT NULL,
	position INTEGER NOT NULL,
	elsewhere BOOLEAN NOT NULL,
	claimant_folded TEXT,
	search TEXT NOT NULL,
	hidden BOOLEAN NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_claim_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_claim_part_of_id FOREIGN KEY(part_of_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_claim_same_as_id FOREIGN KEY(same_as_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT uq_claim_uid UNIQUE (uid)
);
CREATE TABLE closing (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	revision_id INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	url TEXT,
	open TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	reopened_at TEXT,
	reopened_by_id INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_closing_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_closing_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE,
	CONSTRAINT fk_closing_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_closing_reopened_by_id FOREIGN KEY(reopened_by_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_closing_uid UNIQUE (uid)
);
CREATE TABLE evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	stance TEXT,
	quote TEXT,
	says TEXT,
	locator TEXT,
	how TEXT,
	"on" TEXT,
	tier TEXT,
	note TEXT,
	seen_by_id INTEGER,
	seen_at TEXT,
	retracted_at TEXT,
	retracted_by_id INTEGER,
	retracted_because TEXT,
	person_id INTEGER NOT NULL,
	search TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_evidence_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_evidence_source_id FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE,
	CONSTRAINT fk_evidence_seen_by_id FOREIGN KEY(seen_by_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_evidence_retracted_by_id FOREIGN KEY(retracted_by_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_evidence_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_evidence_uid UNIQUE (uid)
);
CREATE TABLE fix (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	action TEXT NOT NULL,
	wording TEXT,
	because TEXT,
	state TEXT NOT NULL,
	agreed_with TEXT,
	agreed_at TEXT,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_fix_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_fix_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_fix_uid UNIQUE (uid)
);
CREATE TABLE house (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT uq_house_key UNIQUE ("key"),
	CONSTRAINT uq_house_uid UNIQUE (uid)
);
CREATE TABLE note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER,
	source_id INTEGER,
	article_id INTEGER,
	text TEXT NOT NULL,
	kind TEXT NOT NULL,
	"on" TEXT,
	next TEXT,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	search TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_note_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_note_source_id FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE,
	CONSTRAINT fk_note_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_note_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_note_uid UNIQUE (uid)
);
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT uq_person_name UNIQUE (name),
	CONSTRAINT uq_person_uid UNIQUE (uid)
);
CREATE TABLE revision (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	text TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	person_id INTEGER,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_revision_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_revision_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_revision_uid UNIQUE (uid),
	CONSTRAINT uq_revision_article_id_number UNIQUE (article_id, number)
);
CREATE TABLE source (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	"key" TEXT NOT NULL,
	kind TEXT NOT NULL,
	title TEXT NOT NULL,
	url TEXT,
	publisher TEXT,
	author TEXT,
	published TEXT,
	tier TEXT,
	origin_id INTEGER,
	kept TEXT,
	terms TEXT,
	protected BOOLEAN NOT NULL,
	alias TEXT,
	article_id INTEGER,
	merged_into_id INTEGER,
	url_folded TEXT,
	title_folded TEXT,
	search TEXT NOT NULL,
	hidden BOOLEAN NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_source_origin_id FOREIGN KEY(origin_id) REFERENCES source (id) DEFERRABLE,
	CONSTRAINT fk_source_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_source_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES source (id) DEFERRABLE,
	CONSTRAINT uq_source_key UNIQUE ("key"),
	CONSTRAINT uq_source_uid UNIQUE (uid)
);
CREATE TABLE span (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	revision_id INTEGER NOT NULL,
	place TEXT NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	zone TEXT NOT NULL,
	state TEXT NOT NULL,
	search TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_span_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_span_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE,
	CONSTRAINT uq_span_uid UNIQUE (uid)
);
CREATE TABLE tag (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_tag_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT uq_tag_claim_id_name UNIQUE (claim_id, name),
	CONSTRAINT uq_tag_uid UNIQUE (uid)
);
CREATE TABLE verdict (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	conclusion TEXT NOT NULL,
	why TEXT,
	rating TEXT,
	reason TEXT,
	exception TEXT,
	grounds TEXT NOT NULL,
	basis TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	search TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_verdict_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_verdict_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_verdict_uid UNIQUE (uid)
);
