alembic_version.version_num character varying not null
annotation.author text collate C
annotation.claim_id integer
annotation.colour text collate C
annotation.created_at timestamp with time zone not null
annotation.end integer not null
annotation.exact text collate C not null
annotation.id integer not null default nextval('annotation_id_seq'::regclass)
annotation.kind text collate C not null
annotation.on text collate C
annotation.prefix text collate C not null
annotation.revision_id integer not null
annotation.start integer not null
annotation.state text collate C not null
annotation.suffix text collate C not null
annotation.text text collate C not null
annotation.uid text collate C not null
annotation.updated_at timestamp with time zone not null
annotation.urls text not null
annotation.version integer not null
article.closed_at timestamp with time zone
article.created_at timestamp with time zone not null
article.hidden boolean not null
article.id integer not null default nextval('article_id_seq'::regclass)
article.language text collate C not null
article.published text collate C
article.publisher text collate C
article.slug text collate C not null
article.title text collate C not null
article.uid text collate C not null
article.updated_at timestamp with time zone not null
article.url text collate C
article.version integer not null
article_author.article_id integer not null
article_author.created_at timestamp with time zone not null
article_author.id integer not null default nextval('article_author_id_seq'::regclass)
article_author.ordinal integer not null
article_author.person_id integer not null
article_author.uid text collate C not null
blob.packed bytea not null
blob.sha256 text collate C not null
blob.size integer not null
claim.article_id integer
claim.basis text collate C
claim.claimant text collate C
claim.claimant_folded text collate C
claim.claimant_role text collate C
claim.claimant_same_as text collate C
claim.created_at timestamp with time zone not null
claim.elsewhere boolean not null
claim.first_at text collate C
claim.hidden boolean not null
claim.id integer not null default nextval('claim_id_seq'::regclass)
claim.kind text collate C not null
claim.occasion text collate C
claim.outcome text collate C not null
claim.part_of_id integer
claim.position integer not null
claim.priority text collate C not null
claim.recheck_by text collate C
claim.review_on text collate C
claim.review_url text collate C
claim.said_at text not null
claim.said_on text collate C
claim.same_as_id integer
claim.search text collate C not null
claim.stale boolean not null
claim.status text collate C not null
claim.text text collate C not null
claim.uid text collate C not null
claim.updated_at timestamp with time zone not null
claim.values text
claim.verdict_id integer
claim.version integer not null
closing.article_id integer not null
closing.at timestamp with time zone not null
closing.created_at timestamp with time zone not null
closing.id integer not null default nextval('closing_id_seq'::regclass)
closing.open text not null
closing.person_id integer not null
closing.reopened_at timestamp with time zone
closing.reopened_by_id integer
closing.revision_id integer not null
closing.sha256 text collate C not null
closing.uid text collate C not null
closing.updated_at timestamp with time zone not null
closing.url text collate C
closing.version integer not null
correction.after text collate C
correction.article_id integer not null
correction.at timestamp with time zone not null
correction.before text collate C
correction.claim_id integer not null
correction.created_at timestamp with time zone not null
correction.id integer not null default nextval('correction_id_seq'::regclass)
correction.kind text collate C not null
correction.person_id integer not null
correction.reported_by text collate C
correction.severity text collate C not null
correction.uid text collate C not null
correction.url text collate C
correction.what text collate C not null
correction.why text collate C not null
event.action text collate C not null
event.after_sha256 text collate C
event.before_sha256 text collate C
event.ordinal integer not null
event.record text collate C not null
event.record_id integer not null
event.step_id integer not null
evidence.claim_id integer not null
evidence.comparison text
evidence.created_at timestamp with time zone not null
evidence.how text collate C
evidence.id integer not null default nextval('evidence_id_seq'::regclass)
evidence.locator text collate C
evidence.note text collate C
evidence.on text collate C
evidence.person_id integer not null
evidence.presence text
evidence.quote text collate C
evidence.retracted_at timestamp with time zone
evidence.retracted_because text collate C
evidence.retracted_by_id integer
evidence.says text collate C
evidence.search text collate C not null
evidence.seen_at timestamp with time zone
evidence.seen_by_id integer
evidence.source_id integer not null
evidence.stance text collate C
evidence.tier text collate C
evidence.uid text collate C not null
evidence.updated_at timestamp with time zone not null
evidence.version integer not null
finding.basis text collate C not null
finding.claim_id integer
finding.code text collate C not null
finding.detail text not null
finding.first_at timestamp with time zone not null
finding.first_run_id integer not null
finding.fixed_at timestamp with time zone
finding.id integer not null default nextval('finding_id_seq'::regclass)
finding.last_at timestamp with time zone not null
finding.last_run_id integer not null
finding.message text collate C not null
finding.place text collate C not null
finding.record text collate C not null
finding.record_id integer not null
finding.severity text collate C not null
finding.source_id integer
finding.uid text collate C not null
fix.action text collate C not null
fix.agreed_at timestamp with time zone
fix.agreed_with text collate C
fix.at timestamp with time zone not null
fix.because text collate C
fix.claim_id integer not null
fix.created_at timestamp with time zone not null
fix.id integer not null default nextval('fix_id_seq'::regclass)
fix.person_id integer not null
fix.state text collate C not null
fix.uid text collate C not null
fix.updated_at timestamp with time zone not null
fix.version integer not null
fix.wording text collate C
house.created_at timestamp with time zone not null
house.id integer not null default nextval('house_id_seq'::regclass)
house.key text collate C not null
house.uid text collate C not null
house.updated_at timestamp with time zone not null
house.value text not null
house.version integer not null
image.json text collate C
image.sha256 text collate C not null
image.struck_because text collate C
lift.article_id integer
lift.at timestamp with time zone not null
lift.basis text collate C not null
lift.because text collate C not null
lift.claim_id integer
lift.code text collate C not null
lift.created_at timestamp with time zone not null
lift.id integer not null default nextval('lift_id_seq'::regclass)
lift.person_id integer not null
lift.uid text collate C not null
note.article_id integer
note.at timestamp with time zone not null
note.claim_id integer
note.created_at timestamp with time zone not null
note.id integer not null default nextval('note_id_seq'::regclass)
note.kind text collate C not null
note.next text collate C
note.on text collate C
note.person_id integer not null
note.search text collate C not null
note.source_id integer
note.text text collate C not null
note.uid text collate C not null
original.created_at timestamp with time zone not null
original.format text collate C not null
original.id integer not null default nextval('original_id_seq'::regclass)
original.name text collate C not null
original.revision_id integer not null
original.sha256 text collate C not null
original.uid text collate C not null
outside_rating.best text collate C
outside_rating.created_at timestamp with time zone not null
outside_rating.evidence_id integer not null
outside_rating.id integer not null default nextval('outside_rating_id_seq'::regclass)
outside_rating.label text collate C not null
outside_rating.number text collate C
outside_rating.uid text collate C not null
outside_rating.worst text collate C
person.aliases text not null
person.created_at timestamp with time zone not null
person.id integer not null default nextval('person_id_seq'::regclass)
person.name text collate C not null
person.uid text collate C not null
person.updated_at timestamp with time zone not null
person.version integer not null
query.answer text collate C
query.answered_at timestamp with time zone
query.answered_by text collate C
query.asked_at timestamp with time zone not null
query.claim_id integer not null
query.created_at timestamp with time zone not null
query.id integer not null default nextval('query_id_seq'::regclass)
query.person_id integer not null
query.put_to text collate C
query.question text collate C not null
query.search text collate C not null
query.uid text collate C not null
query.updated_at timestamp with time zone not null
query.version integer not null
rating.best integer
rating.created_at timestamp with time zone not null
rating.id integer not null default nextval('rating_id_seq'::regclass)
rating.label text collate C not null
rating.number integer
rating.scale text collate C not null
rating.uid text collate C not null
rating.verdict_id integer not null
rating.worst integer
recheck.at timestamp with time zone not null
recheck.claim_id integer not null
recheck.created_at timestamp with time zone not null
recheck.id integer not null default nextval('recheck_id_seq'::regclass)
recheck.on text collate C
recheck.person_id integer not null
recheck.uid text collate C not null
revision.article_id integer not null
revision.created_at timestamp with time zone not null
revision.id integer not null default nextval('revision_id_seq'::regclass)
revision.number integer not null
revision.person_id integer
revision.sha256 text collate C not null
revision.text text collate C not null
revision.uid text collate C not null
run.finished_at timestamp with time zone
run.id integer not null default nextval('run_id_seq'::regclass)
run.kind text collate C not null
run.scope text not null
run.started_at timestamp with time zone not null
run.step_id integer
run.summary text
run.uid text collate C not null
sighting.at timestamp with time zone not null
sighting.basis text collate C not null
sighting.changes text not null
sighting.end integer
sighting.evidence_id integer not null
sighting.found text collate C
sighting.hidden boolean not null
sighting.id integer not null default nextval('sighting_id_seq'::regclass)
sighting.prefix text collate C
sighting.snapshot_id integer not null
sighting.start integer
sighting.state text collate C not null
sighting.suffix text collate C
sighting.uid text collate C not null
sighting.why text collate C
sign_off.at timestamp with time zone not null
sign_off.claim_id integer not null
sign_off.created_at timestamp with time zone not null
sign_off.id integer not null default nextval('sign_off_id_seq'::regclass)
sign_off.person_id integer not null
sign_off.uid text collate C not null
sign_off.verdict_id integer not null
skip.because text collate C
skip.created_at timestamp with time zone not null
skip.end integer not null
skip.exact text collate C not null
skip.id integer not null default nextval('skip_id_seq'::regclass)
skip.person_id integer not null
skip.prefix text collate C not null
skip.revision_id integer not null
skip.start integer not null
skip.state text collate C not null
skip.suffix text collate C not null
skip.uid text collate C not null
skip.updated_at timestamp with time zone not null
skip.version integer not null
snapshot.at timestamp with time zone not null
snapshot.extractor integer not null
snapshot.final_url text collate C
snapshot.headers text not null
snapshot.hops text not null
snapshot.how text collate C not null
snapshot.id integer not null default nextval('snapshot_id_seq'::regclass)
snapshot.media_type text collate C
snapshot.name text collate C
snapshot.page text not null
snapshot.partial boolean not null
snapshot.sha256 text collate C not null
snapshot.size integer not null
snapshot.source_id integer not null
snapshot.status integer
snapshot.text_sha256 text collate C
snapshot.uid text collate C not null
snapshot.url text collate C
source.alias text collate C
source.article_id integer
source.author text collate C
source.created_at timestamp with time zone not null
source.hidden boolean not null
source.id integer not null default nextval('source_id_seq'::regclass)
source.kept text collate C
source.key text collate C not null
source.kind text collate C not null
source.merged_into_id integer
source.origin_id integer
source.protected boolean not null
source.published text collate C
source.publisher text collate C
source.search text collate C not null
source.terms text collate C
source.tier text collate C
source.title text collate C not null
source.title_folded text collate C
source.uid text collate C not null
source.updated_at timestamp with time zone not null
source.url text collate C
source.url_folded text collate C
source.version integer not null
span.claim_id integer not null
span.created_at timestamp with time zone not null
span.end integer not null
span.exact text collate C not null
span.id integer not null default nextval('span_id_seq'::regclass)
span.place text collate C not null
span.prefix text collate C not null
span.revision_id integer not null
span.search text collate C not null
span.start integer not null
span.state text collate C not null
span.suffix text collate C not null
span.uid text collate C not null
span.zone text collate C not null
step.at timestamp with time zone not null
step.before_sha256 text collate C
step.command text collate C not null
step.finished boolean not null
step.id integer not null default nextval('step_id_seq'::regclass)
step.kind text collate C not null
step.person_id integer not null
step.schema text collate C not null
step.sha256 text collate C not null
step.uid text collate C not null
step.undoes_id integer
step.who text collate C not null
step.why text collate C
stretch.created_at timestamp with time zone not null
stretch.end integer not null
stretch.id integer not null default nextval('stretch_id_seq'::regclass)
stretch.revision_id integer not null
stretch.start integer not null
stretch.uid text collate C not null
stretch.zone text collate C not null
tag.claim_id integer not null
tag.created_at timestamp with time zone not null
tag.id integer not null default nextval('tag_id_seq'::regclass)
tag.name text collate C not null
tag.uid text collate C not null
verdict.at timestamp with time zone not null
verdict.basis text collate C not null
verdict.claim_id integer not null
verdict.conclusion text collate C not null
verdict.created_at timestamp with time zone not null
verdict.exception text collate C
verdict.grounds text not null
verdict.id integer not null default nextval('verdict_id_seq'::regclass)
verdict.person_id integer not null
verdict.rating text collate C
verdict.reason text collate C
verdict.search text collate C not null
verdict.uid text collate C not null
verdict.why text collate C
visit.at timestamp with time zone not null
visit.detail text
visit.final_url text collate C
visit.hops text not null
visit.id integer not null default nextval('visit_id_seq'::regclass)
visit.message text collate C
visit.run_id integer
visit.snapshot_id integer
visit.source_id integer not null
visit.state text collate C not null
visit.status integer
visit.uid text collate C not null
visit.url text collate C not null

alembic_version: alembic_version_pkc PRIMARY KEY (version_num)
annotation: fk_annotation_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
annotation: fk_annotation_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
annotation: pk_annotation PRIMARY KEY (id)
annotation: uq_annotation_uid UNIQUE (uid)
article: pk_article PRIMARY KEY (id)
article: uq_article_slug UNIQUE (slug)
article: uq_article_uid UNIQUE (uid)
article_author: fk_article_author_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
article_author: fk_article_author_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
article_author: pk_article_author PRIMARY KEY (id)
article_author: uq_article_author_article_id_person_id UNIQUE (article_id, person_id)
article_author: uq_article_author_uid UNIQUE (uid)
blob: pk_blob PRIMARY KEY (sha256)
claim: fk_claim_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
claim: fk_claim_part_of_id FOREIGN KEY (part_of_id) REFERENCES claim(id) DEFERRABLE
claim: fk_claim_same_as_id FOREIGN KEY (same_as_id) REFERENCES claim(id) DEFERRABLE
claim: pk_claim PRIMARY KEY (id)
claim: uq_claim_uid UNIQUE (uid)
closing: fk_closing_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
closing: fk_closing_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
closing: fk_closing_reopened_by_id FOREIGN KEY (reopened_by_id) REFERENCES person(id) DEFERRABLE
closing: fk_closing_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
closing: pk_closing PRIMARY KEY (id)
closing: uq_closing_uid UNIQUE (uid)
correction: fk_correction_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
correction: fk_correction_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
correction: fk_correction_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
correction: pk_correction PRIMARY KEY (id)
correction: uq_correction_uid UNIQUE (uid)
event: fk_event_step_id FOREIGN KEY (step_id) REFERENCES step(id) DEFERRABLE
event: pk_event PRIMARY KEY (step_id, ordinal)
evidence: fk_evidence_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
evidence: fk_evidence_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
evidence: fk_evidence_retracted_by_id FOREIGN KEY (retracted_by_id) REFERENCES person(id) DEFERRABLE
evidence: fk_evidence_seen_by_id FOREIGN KEY (seen_by_id) REFERENCES person(id) DEFERRABLE
evidence: fk_evidence_source_id FOREIGN KEY (source_id) REFERENCES source(id) DEFERRABLE
evidence: pk_evidence PRIMARY KEY (id)
evidence: uq_evidence_uid UNIQUE (uid)
finding: pk_finding PRIMARY KEY (id)
finding: uq_finding_uid UNIQUE (uid)
fix: fk_fix_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
fix: fk_fix_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
fix: pk_fix PRIMARY KEY (id)
fix: uq_fix_uid UNIQUE (uid)
house: pk_house PRIMARY KEY (id)
house: uq_house_key UNIQUE (key)
house: uq_house_uid UNIQUE (uid)
image: pk_image PRIMARY KEY (sha256)
lift: fk_lift_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
lift: fk_lift_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
lift: fk_lift_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
lift: pk_lift PRIMARY KEY (id)
lift: uq_lift_uid UNIQUE (uid)
note: fk_note_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
note: fk_note_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
note: fk_note_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
note: fk_note_source_id FOREIGN KEY (source_id) REFERENCES source(id) DEFERRABLE
note: pk_note PRIMARY KEY (id)
note: uq_note_uid UNIQUE (uid)
original: fk_original_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
original: pk_original PRIMARY KEY (id)
original: uq_original_revision_id UNIQUE (revision_id)
original: uq_original_uid UNIQUE (uid)
outside_rating: fk_outside_rating_evidence_id FOREIGN KEY (evidence_id) REFERENCES evidence(id) DEFERRABLE
outside_rating: pk_outside_rating PRIMARY KEY (id)
outside_rating: uq_outside_rating_uid UNIQUE (uid)
person: pk_person PRIMARY KEY (id)
person: uq_person_name UNIQUE (name)
person: uq_person_uid UNIQUE (uid)
query: fk_query_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
query: fk_query_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
query: pk_query PRIMARY KEY (id)
query: uq_query_uid UNIQUE (uid)
rating: fk_rating_verdict_id FOREIGN KEY (verdict_id) REFERENCES verdict(id) DEFERRABLE
rating: pk_rating PRIMARY KEY (id)
rating: uq_rating_uid UNIQUE (uid)
recheck: fk_recheck_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
recheck: fk_recheck_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
recheck: pk_recheck PRIMARY KEY (id)
recheck: uq_recheck_uid UNIQUE (uid)
revision: fk_revision_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
revision: fk_revision_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
revision: pk_revision PRIMARY KEY (id)
revision: uq_revision_article_id_number UNIQUE (article_id, number)
revision: uq_revision_uid UNIQUE (uid)
run: pk_run PRIMARY KEY (id)
run: uq_run_uid UNIQUE (uid)
sighting: pk_sighting PRIMARY KEY (id)
sighting: uq_sighting_uid UNIQUE (uid)
sign_off: fk_sign_off_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
sign_off: fk_sign_off_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
sign_off: fk_sign_off_verdict_id FOREIGN KEY (verdict_id) REFERENCES verdict(id) DEFERRABLE
sign_off: pk_sign_off PRIMARY KEY (id)
sign_off: uq_sign_off_uid UNIQUE (uid)
skip: fk_skip_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
skip: fk_skip_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
skip: pk_skip PRIMARY KEY (id)
skip: uq_skip_uid UNIQUE (uid)
snapshot: pk_snapshot PRIMARY KEY (id)
snapshot: uq_snapshot_uid UNIQUE (uid)
source: fk_source_article_id FOREIGN KEY (article_id) REFERENCES article(id) DEFERRABLE
source: fk_source_merged_into_id FOREIGN KEY (merged_into_id) REFERENCES source(id) DEFERRABLE
source: fk_source_origin_id FOREIGN KEY (origin_id) REFERENCES source(id) DEFERRABLE
source: pk_source PRIMARY KEY (id)
source: uq_source_key UNIQUE (key)
source: uq_source_uid UNIQUE (uid)
span: fk_span_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
span: fk_span_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
span: pk_span PRIMARY KEY (id)
span: uq_span_uid UNIQUE (uid)
step: fk_step_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
step: fk_step_undoes_id FOREIGN KEY (undoes_id) REFERENCES step(id) DEFERRABLE
step: pk_step PRIMARY KEY (id)
step: uq_step_uid UNIQUE (uid)
stretch: fk_stretch_revision_id FOREIGN KEY (revision_id) REFERENCES revision(id) DEFERRABLE
stretch: pk_stretch PRIMARY KEY (id)
stretch: uq_stretch_uid UNIQUE (uid)
tag: fk_tag_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
tag: pk_tag PRIMARY KEY (id)
tag: uq_tag_claim_id_name UNIQUE (claim_id, name)
tag: uq_tag_uid UNIQUE (uid)
verdict: fk_verdict_claim_id FOREIGN KEY (claim_id) REFERENCES claim(id) DEFERRABLE
verdict: fk_verdict_person_id FOREIGN KEY (person_id) REFERENCES person(id) DEFERRABLE
verdict: pk_verdict PRIMARY KEY (id)
verdict: uq_verdict_uid UNIQUE (uid)
visit: pk_visit PRIMARY KEY (id)
visit: uq_visit_uid UNIQUE (uid)

CREATE INDEX gin_claim_search ON public.claim USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_evidence_search ON public.evidence USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_note_search ON public.note USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_query_search ON public.query USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_source_search ON public.source USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_span_search ON public.span USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX gin_verdict_search ON public.verdict USING gin (array_to_tsvector(string_to_array(search, ' '::text)))
CREATE INDEX ix_annotation_claim_id ON public.annotation USING btree (claim_id)
CREATE INDEX ix_annotation_revision_id ON public.annotation USING btree (revision_id)
CREATE INDEX ix_claim_article_id ON public.claim USING btree (article_id)
CREATE INDEX ix_claim_elsewhere ON public.claim USING btree (elsewhere)
CREATE INDEX ix_claim_outcome ON public.claim USING btree (hidden, outcome)
CREATE INDEX ix_claim_part_of_id ON public.claim USING btree (part_of_id)
CREATE INDEX ix_claim_reading ON public.claim USING btree (hidden, article_id, "position", id)
CREATE INDEX ix_claim_recheck_by ON public.claim USING btree (recheck_by)
CREATE INDEX ix_claim_same_as_id ON public.claim USING btree (same_as_id)
CREATE INDEX ix_claim_stale ON public.claim USING btree (stale)
CREATE INDEX ix_claim_status ON public.claim USING btree (hidden, status)
CREATE INDEX ix_claim_verdict_id ON public.claim USING btree (verdict_id)
CREATE INDEX ix_closing_article_id ON public.closing USING btree (article_id)
CREATE INDEX ix_correction_article_id ON public.correction USING btree (article_id)
CREATE INDEX ix_correction_claim_id ON public.correction USING btree (claim_id)
CREATE INDEX ix_event_record ON public.event USING btree (record, record_id)
CREATE INDEX ix_evidence_claim_id ON public.evidence USING btree (claim_id)
CREATE INDEX ix_evidence_source_id ON public.evidence USING btree (source_id)
CREATE INDEX ix_finding_code_record_record_id ON public.finding USING btree (code, record, record_id)
CREATE INDEX ix_fix_claim_id ON public.fix USING btree (claim_id)
CREATE INDEX ix_lift_article_id ON public.lift USING btree (article_id)
CREATE INDEX ix_lift_claim_id ON public.lift USING btree (claim_id)
CREATE INDEX ix_note_article_id ON public.note USING btree (article_id)
CREATE INDEX ix_note_claim_id ON public.note USING btree (claim_id)
CREATE INDEX ix_note_source_id ON public.note USING btree (source_id)
CREATE INDEX ix_outside_rating_evidence_id ON public.outside_rating USING btree (evidence_id)
CREATE INDEX ix_query_claim_id ON public.query USING btree (claim_id)
CREATE INDEX ix_rating_verdict_id ON public.rating USING btree (verdict_id)
CREATE INDEX ix_recheck_claim_id ON public.recheck USING btree (claim_id)
CREATE INDEX ix_sighting_evidence_id ON public.sighting USING btree (evidence_id)
CREATE INDEX ix_sighting_snapshot_id ON public.sighting USING btree (snapshot_id)
CREATE INDEX ix_sign_off_claim_id ON public.sign_off USING btree (claim_id)
CREATE INDEX ix_sign_off_verdict_id ON public.sign_off USING btree (verdict_id)
CREATE INDEX ix_skip_revision_id ON public.skip USING btree (revision_id)
CREATE INDEX ix_snapshot_sha256 ON public.snapshot USING btree (sha256)
CREATE INDEX ix_snapshot_source_id ON public.snapshot USING btree (source_id)
CREATE INDEX ix_source_article_id ON public.source USING btree (article_id)
CREATE INDEX ix_source_merged_into_id ON public.source USING btree (merged_into_id)
CREATE INDEX ix_source_origin_id ON public.source USING btree (origin_id)
CREATE INDEX ix_source_title_folded ON public.source USING btree (title_folded)
CREATE INDEX ix_source_url_folded ON public.source USING btree (url_folded)
CREATE INDEX ix_span_claim_id ON public.span USING btree (claim_id)
CREATE INDEX ix_span_revision_id ON public.span USING btree (revision_id)
CREATE INDEX ix_stretch_revision_id ON public.stretch USING btree (revision_id)
CREATE INDEX ix_tag_name ON public.tag USING btree (name)
CREATE INDEX ix_verdict_claim_id ON public.verdict USING btree (claim_id)
CREATE INDEX ix_verdict_person_id ON public.verdict USING btree (person_id)
CREATE INDEX ix_visit_run_id ON public.visit USING btree (run_id)
CREATE INDEX ix_visit_source_id ON public.visit USING btree (source_id)
CREATE UNIQUE INDEX alembic_version_pkc ON public.alembic_version USING btree (version_num)
CREATE UNIQUE INDEX pk_annotation ON public.annotation USING btree (id)
CREATE UNIQUE INDEX pk_article ON public.article USING btree (id)
CREATE UNIQUE INDEX pk_article_author ON public.article_author USING btree (id)
CREATE UNIQUE INDEX pk_blob ON public.blob USING btree (sha256)
CREATE UNIQUE INDEX pk_claim ON public.claim USING btree (id)
CREATE UNIQUE INDEX pk_closing ON public.closing USING btree (id)
CREATE UNIQUE INDEX pk_correction ON public.correction USING btree (id)
CREATE UNIQUE INDEX pk_event ON public.event USING btree (step_id, ordinal)
CREATE UNIQUE INDEX pk_evidence ON public.evidence USING btree (id)
CREATE UNIQUE INDEX pk_finding ON public.finding USING btree (id)
CREATE UNIQUE INDEX pk_fix ON public.fix USING btree (id)
CREATE UNIQUE INDEX pk_house ON public.house USING btree (id)
CREATE UNIQUE INDEX pk_image ON public.image USING btree (sha256)
CREATE UNIQUE INDEX pk_lift ON public.lift USING btree (id)
CREATE UNIQUE INDEX pk_note ON public.note USING btree (id)
CREATE UNIQUE INDEX pk_original ON public.original USING btree (id)
CREATE UNIQUE INDEX pk_outside_rating ON public.outside_rating USING btree (id)
CREATE UNIQUE INDEX pk_person ON public.person USING btree (id)
CREATE UNIQUE INDEX pk_query ON public.query USING btree (id)
CREATE UNIQUE INDEX pk_rating ON public.rating USING btree (id)
CREATE UNIQUE INDEX pk_recheck ON public.recheck USING btree (id)
CREATE UNIQUE INDEX pk_revision ON public.revision USING btree (id)
CREATE UNIQUE INDEX pk_run ON public.run USING btree (id)
CREATE UNIQUE INDEX pk_sighting ON public.sighting USING btree (id)
CREATE UNIQUE INDEX pk_sign_off ON public.sign_off USING btree (id)
CREATE UNIQUE INDEX pk_skip ON public.skip USING btree (id)
CREATE UNIQUE INDEX pk_snapshot ON public.snapshot USING btree (id)
CREATE UNIQUE INDEX pk_source ON public.source USING btree (id)
CREATE UNIQUE INDEX pk_span ON public.span USING btree (id)
CREATE UNIQUE INDEX pk_step ON public.step USING btree (id)
CREATE UNIQUE INDEX pk_stretch ON public.stretch USING btree (id)
CREATE UNIQUE INDEX pk_tag ON public.tag USING btree (id)
CREATE UNIQUE INDEX pk_verdict ON public.verdict USING btree (id)
CREATE UNIQUE INDEX pk_visit ON public.visit USING btree (id)
CREATE UNIQUE INDEX uq_annotation_uid ON public.annotation USING btree (uid)
CREATE UNIQUE INDEX uq_article_author_article_id_person_id ON public.article_author USING btree (article_id, person_id)
CREATE UNIQUE INDEX uq_article_author_uid ON public.article_author USING btree (uid)
CREATE UNIQUE INDEX uq_article_slug ON public.article USING btree (slug)
CREATE UNIQUE INDEX uq_article_uid ON public.article USING btree (uid)
CREATE UNIQUE INDEX uq_claim_uid ON public.claim USING btree (uid)
CREATE UNIQUE INDEX uq_closing_uid ON public.closing USING btree (uid)
CREATE UNIQUE INDEX uq_correction_uid ON public.correction USING btree (uid)
CREATE UNIQUE INDEX uq_evidence_uid ON public.evidence USING btree (uid)
CREATE UNIQUE INDEX uq_finding_uid ON public.finding USING btree (uid)
CREATE UNIQUE INDEX uq_fix_uid ON public.fix USING btree (uid)
CREATE UNIQUE INDEX uq_house_key ON public.house USING btree (key)
CREATE UNIQUE INDEX uq_house_uid ON public.house USING btree (uid)
CREATE UNIQUE INDEX uq_lift_uid ON public.lift USING btree (uid)
CREATE UNIQUE INDEX uq_note_uid ON public.note USING btree (uid)
CREATE UNIQUE INDEX uq_original_revision_id ON public.original USING btree (revision_id)
CREATE UNIQUE INDEX uq_original_uid ON public.original USING btree (uid)
CREATE UNIQUE INDEX uq_outside_rating_uid ON public.outside_rating USING btree (uid)
CREATE UNIQUE INDEX uq_person_name ON public.person USING btree (name)
CREATE UNIQUE INDEX uq_person_uid ON public.person USING btree (uid)
CREATE UNIQUE INDEX uq_query_uid ON public.query USING btree (uid)
CREATE UNIQUE INDEX uq_rating_uid ON public.rating USING btree (uid)
CREATE UNIQUE INDEX uq_recheck_uid ON public.recheck USING btree (uid)
CREATE UNIQUE INDEX uq_revision_article_id_number ON public.revision USING btree (article_id, number)
CREATE UNIQUE INDEX uq_revision_uid ON public.revision USING btree (uid)
CREATE UNIQUE INDEX uq_run_uid ON public.run USING btree (uid)
CREATE UNIQUE INDEX uq_sighting_uid ON public.sighting USING btree (uid)
CREATE UNIQUE INDEX uq_sign_off_uid ON public.sign_off USING btree (uid)
CREATE UNIQUE INDEX uq_skip_uid ON public.skip USING btree (uid)
CREATE UNIQUE INDEX uq_snapshot_uid ON public.snapshot USING btree (uid)
CREATE UNIQUE INDEX uq_source_key ON public.source USING btree (key)
CREATE UNIQUE INDEX uq_source_uid ON public.source USING btree (uid)
CREATE UNIQUE INDEX uq_span_uid ON public.span USING btree (uid)
CREATE UNIQUE INDEX uq_step_uid ON public.step USING btree (uid)
CREATE UNIQUE INDEX uq_stretch_uid ON public.stretch USING btree (uid)
CREATE UNIQUE INDEX uq_tag_claim_id_name ON public.tag USING btree (claim_id, name)
CREATE UNIQUE INDEX uq_tag_uid ON public.tag USING btree (uid)
CREATE UNIQUE INDEX uq_verdict_uid ON public.verdict USING btree (uid)
CREATE UNIQUE INDEX uq_visit_uid ON public.visit USING btree (uid)

CREATE VIEW open_work AS
 SELECT c.id AS claim,
    a.slug AS article,
    c.outcome,
    c.stale AS recheck,
    c.priority,
    c.text,
    ( SELECT min(q.question) AS min
           FROM query q
          WHERE ((q.claim_id = c.id) AND (q.answered_at IS NULL))) AS question
   FROM (claim c
     LEFT JOIN article a ON ((a.id = c.article_id)))
  WHERE ((NOT c.hidden) AND (c.stale OR (c.outcome = ANY (ARRAY['ask'::text, 'change'::text, 'attribute'::text, 'cut-asked'::text, 'open'::text]))));
CREATE VIEW readable_claims AS
 SELECT c.id AS claim,
    a.slug AS article,
    c.text,
    c.kind,
    c.claimant,
    c.priority,
    c.status,
    c.outcome,
    c.stale AS recheck,
    v.reason,
    p.name AS decided_by,
    v.at AS decided_at,
    c.created_at,
    c.updated_at
   FROM (((claim c
     LEFT JOIN article a ON ((a.id = c.article_id)))
     LEFT JOIN verdict v ON ((v.id = c.verdict_id)))
     LEFT JOIN person p ON ((p.id = v.person_id)))
  WHERE (NOT c.hidden);
CREATE VIEW readable_evidence AS
 SELECT e.id AS evidence,
    e.claim_id AS claim,
    c.text AS claim_text,
    e.stance,
    e.quote,
    e.says,
    e.locator,
    e.how,
    e."on",
    e.tier,
        CASE
            WHEN s.protected THEN COALESCE(s.alias, 'a protected source'::text)
            ELSE s.title
        END AS source,
        CASE
            WHEN s.protected THEN NULL::text
            ELSE s.url
        END AS url,
    p.name AS seen_by,
    e.seen_at,
    e.retracted_at,
    e.retracted_because
   FROM (((evidence e
     JOIN claim c ON ((c.id = e.claim_id)))
     JOIN source s ON ((s.id = e.source_id)))
     LEFT JOIN person p ON ((p.id = e.seen_by_id)))
  WHERE (NOT c.hidden);
CREATE VIEW readable_sources AS
 SELECT s.id AS source,
    s.key,
    s.kind,
        CASE
            WHEN s.protected THEN COALESCE(s.alias, 'a protected source'::text)
            ELSE s.title
        END AS title,
        CASE
            WHEN s.protected THEN NULL::text
            ELSE s.url
        END AS url,
        CASE
            WHEN s.protected THEN NULL::text
            ELSE s.publisher
        END AS publisher,
        CASE
            WHEN s.protected THEN NULL::text
            ELSE s.author
        END AS author,
    s.published,
    s.tier,
    s.terms,
    o.key AS origin,
    ( SELECT count(*) AS count
           FROM evidence e
          WHERE (e.source_id = s.id)) AS cited
   FROM (source s
     LEFT JOIN source o ON ((o.id = s.origin_id)))
  WHERE (NOT s.hidden);

