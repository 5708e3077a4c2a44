-- What Prisma's schema cannot say, so that the database itself refuses what must never be.

-- Trails are append-only: nobody, the app included, rewrites or deletes what happened.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON "case_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER blob_append_only BEFORE UPDATE OR DELETE ON "blob" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER blob_chunk_append_only BEFORE UPDATE OR DELETE ON "blob_chunk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_no_truncate BEFORE TRUNCATE ON "case_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A signed report stays as it was signed; a new version is a new row.
CREATE FUNCTION refuse_signed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signed_at" IS NOT NULL THEN
    RAISE EXCEPTION 'a signed report is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER report_signed_is_final BEFORE UPDATE OR DELETE ON "report" FOR EACH ROW EXECUTE FUNCTION refuse_signed_change();

-- Keys and sizes.
ALTER TABLE "blob" ADD CONSTRAINT blob_sha256_length CHECK (octet_length("sha256") = 32);
ALTER TABLE "blob" ADD CONSTRAINT blob_size CHECK ("size_bytes" BETWEEN 1 AND 20971520);
ALTER TABLE "session" ADD CONSTRAINT session_hash_length CHECK (octet_length("token_hash") = 32);
ALTER TABLE "personal_token" ADD CONSTRAINT personal_token_hash_length CHECK (octet_length("token_hash") = 32);
ALTER TABLE "one_time_link" ADD CONSTRAINT one_time_link_hash_length CHECK (octet_length("token_hash") = 32);
ALTER TABLE "app_user" ADD CONSTRAINT app_user_email_lower CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "installation" ADD CONSTRAINT installation_one_row CHECK ("id" = 1);

-- Sealed bytes cannot be compressed: do not try.
ALTER TABLE "blob_chunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- A nurse belongs to one facility.
ALTER TABLE "membership" ADD CONSTRAINT membership_nurse_has_facility CHECK ("role" <> 'nurse' OR "facility_id" IS NOT NULL);

-- A person is known by an id or is unknown with an age; a sealed PINFL always has its hash and its mask.
ALTER TABLE "patient" ADD CONSTRAINT patient_pinfl_whole CHECK (
  ("pinfl_sealed" IS NULL) = ("pinfl_hash" IS NULL) AND ("pinfl_sealed" IS NULL) = ("pinfl_masked" IS NULL));
ALTER TABLE "patient" ADD CONSTRAINT patient_age CHECK ("age_years" IS NULL OR "age_years" BETWEEN 0 AND 120);
ALTER TABLE "patient" ADD CONSTRAINT patient_unknown_has_age CHECK (NOT "is_unknown" OR "age_years" IS NOT NULL);

-- A sent case has its clocks and its patient; a held case has a holder and a lease.
ALTER TABLE "referral_case" ADD CONSTRAINT case_acuity CHECK ("acuity" BETWEEN 0 AND 100);
ALTER TABLE "referral_case" ADD CONSTRAINT case_sent_is_whole CHECK (
  "state" IN ('DRAFT', 'CANCELLED')
  OR ("submitted_at" IS NOT NULL AND "patient_id" IS NOT NULL AND "open_due_at" IS NOT NULL AND "answer_due_at" IS NOT NULL));
ALTER TABLE "referral_case" ADD CONSTRAINT case_held_has_lease CHECK (
  "state" NOT IN ('CLAIMED', 'IN_REVIEW') OR ("reader_id" IS NOT NULL AND "claimed_at" IS NOT NULL AND "lease_until" IS NOT NULL));
ALTER TABLE "referral_case" ADD CONSTRAINT case_ended_has_time CHECK (("state" IN ('CLOSED', 'CANCELLED')) = ("ended_at" IS NOT NULL));
ALTER TABLE "referral_case" ADD CONSTRAINT case_closed_has_outcome CHECK ("state" <> 'CLOSED' OR "outcome" IS NOT NULL);
CREATE INDEX "referral_case_open" ON "referral_case" ("region_code", "class", "queue_key_at", "submitted_at", "id")
  WHERE "state" IN ('SUBMITTED', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'SECOND_OPINION');

-- People without a person's row never act.
ALTER TABLE "referral_case" ADD CONSTRAINT case_created_by FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id");
ALTER TABLE "referral_case" ADD CONSTRAINT case_reader FOREIGN KEY ("reader_id") REFERENCES "app_user"("id");
ALTER TABLE "verdict" ADD CONSTRAINT verdict_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
ALTER TABLE "report" ADD CONSTRAINT report_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
ALTER TABLE "stored_file" ADD CONSTRAINT stored_file_by FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id");

-- The live channel: every event of a case is announced when its transaction commits, ids only.
CREATE FUNCTION announce_case_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at_case record;
BEGIN
  SELECT "class", "reader_id" INTO at_case FROM "referral_case" WHERE "id" = NEW."case_id";
  PERFORM pg_notify('yurak_case', json_build_object(
    'id', NEW."id", 'seq', NEW."seq", 'caseId', NEW."case_id", 'type', NEW."type",
    'at', to_char(NEW."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'state', NEW."state_after", 'class', at_case."class", 'facilityId', NEW."facility_id",
    'regionCode', NEW."region_code", 'actorId', NEW."actor_id", 'readerId', at_case."reader_id")::text);
  RETURN NULL;
END $$;
CREATE TRIGGER case_event_announced AFTER INSERT ON "case_event" FOR EACH ROW EXECUTE FUNCTION announce_case_event();
