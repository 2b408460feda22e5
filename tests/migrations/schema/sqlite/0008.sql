CREATE INDEX ix_annotation_claim_id ON annotation (claim_id);
CREATE INDEX ix_annotation_revision_id ON annotation (revision_id);
CREATE INDEX ix_claim_article_id ON claim (article_id);
CREATE INDEX ix_claim_elsewhere ON claim (elsewhere);
CREATE INDEX ix_claim_outcome ON claim (hidden, outcome);
CREATE INDEX ix_claim_part_of_id ON claim (part_of_id);
CREATE INDEX ix_claim_reading ON claim (hidden, article_id, position, id);
CREATE INDEX ix_claim_recheck_by ON claim (recheck_by);
CREATE INDEX ix_claim_same_as_id ON claim (same_as_id);
CREATE INDEX ix_claim_stale ON claim (stale);
CREATE INDEX ix_claim_status ON claim (hidden, status);
CREATE INDEX ix_claim_verdict_id ON claim (verdict_id);
CREATE INDEX ix_closing_article_id ON closing (article_id);
CREATE INDEX ix_correction_article_id ON correction (article_id);
CREATE INDEX ix_correction_claim_id ON correction (claim_id);
CREATE INDEX ix_event_record ON event (record, record_id);
CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);
CREATE INDEX ix_evidence_source_id ON evidence (source_id);
CREATE INDEX ix_finding_code_record_record_id ON finding (code, record, record_id);
CREATE INDEX ix_fix_claim_id ON fix (claim_id);
CREATE INDEX ix_lift_article_id ON lift (article_id);
CREATE INDEX ix_lift_claim_id ON lift (claim_id);
CREATE INDEX ix_note_article_id ON note (article_id);
CREATE INDEX ix_note_claim_id ON note (claim_id);
CREATE INDEX ix_note_source_id ON note (source_id);
CREATE INDEX ix_outside_rating_evidence_id ON outside_rating (evidence_id);
CREATE INDEX ix_query_claim_id ON "query" (claim_id);
CREATE INDEX ix_rating_verdict_id ON rating (verdict_id);
CREATE INDEX ix_recheck_claim_id ON recheck (claim_id);
CREATE INDEX ix_sighting_evidence_id ON sighting (evidence_id);
CREATE INDEX ix_sighting_snapshot_id ON sighting (snapshot_id);
CREATE INDEX ix_sign_off_claim_id ON sign_off (claim_id);
CREATE INDEX ix_sign_off_verdict_id ON sign_off (verdict_id);
CREATE INDEX ix_skip_revision_id ON skip (revision_id);
CREATE INDEX ix_snapshot_sha256 ON snapshot (sha256);
CREATE INDEX ix_snapshot_source_id ON snapshot (source_id);
CREATE INDEX ix_source_article_id ON source (article_id);
CREATE INDEX ix_source_merged_into_id ON source (merged_into_id);
CREATE INDEX ix_source_origin_id ON source (origin_id);
CREATE INDEX ix_source_title_folded ON source (title_folded);
CREATE INDEX ix_source_url_folded ON source (url_folded);
CREATE INDEX ix_span_claim_id ON span (claim_id);
CREATE INDEX ix_span_revision_id ON span (revision_id);
CREATE INDEX ix_stretch_revision_id ON stretch (revision_id);
CREATE INDEX ix_tag_name ON tag (name);
CREATE INDEX ix_verdict_claim_id ON verdict (claim_id);
CREATE INDEX ix_verdict_person_id ON verdict (person_id);
CREATE INDEX ix_visit_run_id ON visit (run_id);
CREATE INDEX ix_visit_source_id ON visit (source_id);
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
CREATE TABLE annotation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	revision_id INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	state TEXT NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	author TEXT,
	"on" TEXT,
	urls TEXT NOT NULL,
	colour TEXT,
	claim_id INTEGER,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_annotation_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE,
	CONSTRAINT fk_annotation_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT uq_annotation_uid UNIQUE (uid)
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
CREATE TABLE blob (
	sha256 TEXT NOT NULL,
	size INTEGER NOT NULL,
	packed BLOB NOT NULL,
	CONSTRAINT pk_blob PRIMARY KEY (sha256)
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
	version INTEGER NOT NULL, "values" TEXT, recheck_by TEXT,
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
CREATE TABLE correction (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	article_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	severity TEXT NOT NULL,
	what TEXT NOT NULL,
	why TEXT NOT NULL,
	"before" TEXT,
	"after" TEXT,
	reported_by TEXT,
	url TEXT,
	at TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT uq_correction_uid UNIQUE (uid),
	CONSTRAINT fk_correction_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_correction_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_correction_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE
);
CREATE TABLE event (
	step_id INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	record TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	action TEXT NOT NULL,
	before_sha256 TEXT,
	after_sha256 TEXT,
	CONSTRAINT pk_event PRIMARY KEY (step_id, ordinal),
	CONSTRAINT fk_event_step_id FOREIGN KEY(step_id) REFERENCES step (id) DEFERRABLE
)
 WITHOUT ROWID

;
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
	version INTEGER NOT NULL, comparison TEXT, presence TEXT,
	CONSTRAINT fk_evidence_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_evidence_source_id FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE,
	CONSTRAINT fk_evidence_seen_by_id FOREIGN KEY(seen_by_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_evidence_retracted_by_id FOREIGN KEY(retracted_by_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_evidence_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_evidence_uid UNIQUE (uid)
);
CREATE TABLE finding (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	code TEXT NOT NULL,
	severity TEXT NOT NULL,
	record TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	place TEXT NOT NULL,
	claim_id INTEGER,
	source_id INTEGER,
	message TEXT NOT NULL,
	detail TEXT NOT NULL,
	basis TEXT NOT NULL,
	first_run_id INTEGER NOT NULL,
	last_run_id INTEGER NOT NULL,
	first_at TEXT NOT NULL,
	last_at TEXT NOT NULL,
	fixed_at TEXT,
	CONSTRAINT uq_finding_uid UNIQUE (uid)
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
CREATE TABLE image (
	sha256 TEXT NOT NULL,
	json TEXT,
	struck_because TEXT,
	CONSTRAINT pk_image PRIMARY KEY (sha256)
)
 WITHOUT ROWID

;
CREATE TABLE lift (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	created_at TEXT NOT NULL,
	code TEXT NOT NULL,
	claim_id INTEGER,
	article_id INTEGER,
	basis TEXT NOT NULL,
	because TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	CONSTRAINT fk_lift_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_lift_article_id FOREIGN KEY(article_id) REFERENCES article (id) DEFERRABLE,
	CONSTRAINT fk_lift_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_lift_uid UNIQUE (uid)
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
CREATE TABLE original (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	revision_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	format TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT uq_original_revision_id UNIQUE (revision_id),
	CONSTRAINT uq_original_uid UNIQUE (uid),
	CONSTRAINT fk_original_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE
);
CREATE TABLE outside_rating (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	evidence_id INTEGER NOT NULL,
	label TEXT NOT NULL,
	number TEXT,
	best TEXT,
	worst TEXT,
	created_at TEXT NOT NULL,
	CONSTRAINT uq_outside_rating_uid UNIQUE (uid),
	CONSTRAINT fk_outside_rating_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id) DEFERRABLE
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
CREATE TABLE rating (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	created_at TEXT NOT NULL,
	verdict_id INTEGER NOT NULL,
	scale TEXT NOT NULL,
	label TEXT NOT NULL,
	number INTEGER,
	best INTEGER,
	worst INTEGER,
	CONSTRAINT fk_rating_verdict_id FOREIGN KEY(verdict_id) REFERENCES verdict (id) DEFERRABLE,
	CONSTRAINT uq_rating_uid UNIQUE (uid)
);
CREATE TABLE recheck (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	created_at TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	"on" TEXT,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	CONSTRAINT fk_recheck_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_recheck_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_recheck_uid UNIQUE (uid)
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
CREATE TABLE run (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	kind TEXT NOT NULL,
	scope TEXT NOT NULL,
	step_id INTEGER,
	started_at TEXT NOT NULL,
	finished_at TEXT,
	summary TEXT,
	CONSTRAINT uq_run_uid UNIQUE (uid)
);
CREATE TABLE sighting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	evidence_id INTEGER NOT NULL,
	snapshot_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	state TEXT NOT NULL,
	basis TEXT NOT NULL,
	start INTEGER,
	"end" INTEGER,
	found TEXT,
	changes TEXT NOT NULL,
	hidden BOOLEAN NOT NULL,
	why TEXT,
	prefix TEXT,
	suffix TEXT,
	CONSTRAINT uq_sighting_uid UNIQUE (uid)
);
CREATE TABLE sign_off (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	created_at TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	verdict_id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	CONSTRAINT fk_sign_off_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id) DEFERRABLE,
	CONSTRAINT fk_sign_off_verdict_id FOREIGN KEY(verdict_id) REFERENCES verdict (id) DEFERRABLE,
	CONSTRAINT fk_sign_off_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_sign_off_uid UNIQUE (uid)
);
CREATE TABLE skip (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	revision_id INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	state TEXT NOT NULL,
	because TEXT,
	person_id INTEGER NOT NULL,
	created_at TEXT NOT NULL,
	updated_at TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT fk_skip_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE,
	CONSTRAINT fk_skip_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT uq_skip_uid UNIQUE (uid)
);
CREATE TABLE snapshot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	how TEXT NOT NULL,
	url TEXT,
	final_url TEXT,
	name TEXT,
	status INTEGER,
	media_type TEXT,
	headers TEXT NOT NULL,
	hops TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	size INTEGER NOT NULL,
	partial BOOLEAN NOT NULL,
	text_sha256 TEXT,
	extractor INTEGER NOT NULL,
	page TEXT NOT NULL,
	CONSTRAINT uq_snapshot_uid UNIQUE (uid)
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
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	person_id INTEGER NOT NULL,
	who TEXT NOT NULL,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	command TEXT NOT NULL,
	why TEXT,
	schema TEXT NOT NULL,
	undoes_id INTEGER,
	finished BOOLEAN NOT NULL,
	before_sha256 TEXT,
	sha256 TEXT NOT NULL,
	CONSTRAINT fk_step_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE,
	CONSTRAINT fk_step_undoes_id FOREIGN KEY(undoes_id) REFERENCES step (id) DEFERRABLE,
	CONSTRAINT uq_step_uid UNIQUE (uid)
);
CREATE TABLE stretch (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	revision_id INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	zone TEXT NOT NULL,
	created_at TEXT NOT NULL,
	CONSTRAINT fk_stretch_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id) DEFERRABLE,
	CONSTRAINT uq_stretch_uid UNIQUE (uid)
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
CREATE TABLE visit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	run_id INTEGER,
	source_id INTEGER NOT NULL,
	at TEXT NOT NULL,
	url TEXT NOT NULL,
	final_url TEXT,
	state TEXT NOT NULL,
	status INTEGER,
	hops TEXT NOT NULL,
	message TEXT,
	snapshot_id INTEGER,
	detail TEXT,
	CONSTRAINT uq_visit_uid UNIQUE (uid)
);
CREATE TRIGGER search_claim_added AFTER INSERT ON "claim" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 0, new.search); END;
CREATE TRIGGER search_claim_changed AFTER UPDATE OF search ON "claim" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 0, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 0, new.search); END;
CREATE TRIGGER search_claim_removed AFTER DELETE ON "claim" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 0, old.search); END;
CREATE TRIGGER search_evidence_added AFTER INSERT ON "evidence" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 3, new.search); END;
CREATE TRIGGER search_evidence_changed AFTER UPDATE OF search ON "evidence" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 3, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 3, new.search); END;
CREATE TRIGGER search_evidence_removed AFTER DELETE ON "evidence" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 3, old.search); END;
CREATE TRIGGER search_note_added AFTER INSERT ON "note" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 6, new.search); END;
CREATE TRIGGER search_note_changed AFTER UPDATE OF search ON "note" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 6, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 6, new.search); END;
CREATE TRIGGER search_note_removed AFTER DELETE ON "note" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 6, old.search); END;
CREATE TRIGGER search_query_added AFTER INSERT ON "query" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 5, new.search); END;
CREATE TRIGGER search_query_changed AFTER UPDATE OF search ON "query" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 5, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 5, new.search); END;
CREATE TRIGGER search_query_removed AFTER DELETE ON "query" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 5, old.search); END;
CREATE TRIGGER search_source_added AFTER INSERT ON "source" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 2, new.search); END;
CREATE TRIGGER search_source_changed AFTER UPDATE OF search ON "source" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 2, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 2, new.search); END;
CREATE TRIGGER search_source_removed AFTER DELETE ON "source" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 2, old.search); END;
CREATE TRIGGER search_span_added AFTER INSERT ON "span" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 1, new.search); END;
CREATE TRIGGER search_span_changed AFTER UPDATE OF search ON "span" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 1, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 1, new.search); END;
CREATE TRIGGER search_span_removed AFTER DELETE ON "span" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 1, old.search); END;
CREATE TRIGGER search_verdict_added AFTER INSERT ON "verdict" BEGIN INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 4, new.search); END;
CREATE TRIGGER search_verdict_changed AFTER UPDATE OF search ON "verdict" WHEN old.search <> new.search BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 4, old.search); INSERT INTO search_index(rowid, words) VALUES (new.id * 8 + 4, new.search); END;
CREATE TRIGGER search_verdict_removed AFTER DELETE ON "verdict" BEGIN INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id * 8 + 4, old.search); END;
CREATE VIEW open_work AS
SELECT c.id AS claim, a.slug AS article, c.outcome, c.stale AS recheck, c.priority, c.text,
       (SELECT min(q.question) FROM query q
        WHERE q.claim_id = c.id AND q.answered_at IS NULL) AS question
FROM claim c
LEFT JOIN article a ON a.id = c.article_id
WHERE NOT c.hidden
  AND (c.stale OR c.outcome IN ('ask', 'change', 'attribute', 'cut-asked', 'open'));
CREATE VIEW readable_claims AS
SELECT c.id AS claim, a.slug AS article, c.text, c.kind, c.claimant, c.priority,
       c.status, c.outcome, c.stale AS recheck, v.reason, p.name AS decided_by, v.at AS decided_at,
       c.created_at, c.updated_at
FROM claim c
LEFT JOIN article a ON a.id = c.article_id
LEFT JOIN verdict v ON v.id = c.verdict_id
LEFT JOIN person p ON p.id = v.person_id
WHERE NOT c.hidden;
CREATE VIEW readable_evidence AS
SELECT e.id AS evidence, e.claim_id AS claim, c.text AS claim_text, e.stance, e.quote, e.says,
       e.locator, e.how, e."on", e.tier, CASE WHEN s.protected THEN coalesce(s.alias, 'a protected source') ELSE s.title END AS source,
       CASE WHEN s.protected THEN NULL ELSE s.url END AS url, p.name AS seen_by, e.seen_at,
       e.retracted_at, e.retracted_because
FROM evidence e
JOIN claim c ON c.id = e.claim_id
JOIN source s ON s.id = e.source_id
LEFT JOIN person p ON p.id = e.seen_by_id
WHERE NOT c.hidden;
CREATE VIEW readable_sources AS
SELECT s.id AS source, s."key", s.kind, CASE WHEN s.protected THEN coalesce(s.alias, 'a protected source') ELSE s.title END AS title,
       CASE WHEN s.protected THEN NULL ELSE s.url END AS url,
       CASE WHEN s.protected THEN NULL ELSE s.publisher END AS publisher,
       CASE WHEN s.protected THEN NULL ELSE s.author END AS author,
       s.published, s.tier, s.terms, o."key" AS origin,
       (SELECT count(*) FROM evidence e WHERE e.source_id = s.id) AS cited
FROM source s
LEFT JOIN source o ON o.id = s.origin_id
WHERE NOT s.hidden;
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
