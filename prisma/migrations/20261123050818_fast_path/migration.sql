-- AlterTable
ALTER TABLE "region" ADD COLUMN     "neighbour_code" VARCHAR(4);

-- AlterTable
ALTER TABLE "referral_case" ADD COLUMN     "clock_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalation" JSONB,
ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_rung_at" TIMESTAMPTZ(3),
ADD COLUMN     "page_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "pool_region_code" VARCHAR(4),
ADD COLUMN     "repeat_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "unattended_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ladder" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "ran_at" TIMESTAMPTZ(3),
    "skipped_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_ladder" (
    "id" UUID NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,
    "ladder" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "region_ladder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "region_code" VARCHAR(4) NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "set_by_id" UUID NOT NULL,

    CONSTRAINT "duty_pkey" PRIMARY KEY ("region_code","user_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "away_since" TIMESTAMPTZ(3),

    CONSTRAINT "presence_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "event_outbox" (
    "seq" BIGINT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "event_outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_log" (
    "position" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "payload" JSONB NOT NULL,

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "escalation_case_id_ladder_since_step_key" ON "escalation"("case_id", "ladder", "since", "step");

-- CreateIndex
CREATE INDEX "region_ladder_region_code_at_idx" ON "region_ladder"("region_code", "at");

-- CreateIndex
CREATE INDEX "duty_user_id_idx" ON "duty"("user_id");

-- CreateIndex
CREATE INDEX "event_log_at_idx" ON "event_log"("at");

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_neighbour_code_fkey" FOREIGN KEY ("neighbour_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_ladder" ADD CONSTRAINT "region_ladder_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Open cases get their clock, and the sweep looks at each of them at once.
UPDATE "referral_case" SET "clock_started_at" = "submitted_at" WHERE "submitted_at" IS NOT NULL;
UPDATE "referral_case" SET "repeat_asked_at" = CURRENT_TIMESTAMP WHERE "state" = 'RETURNED_FOR_REPEAT';
UPDATE "referral_case" SET "next_rung_at" = CURRENT_TIMESTAMP WHERE "state" NOT IN ('CLOSED', 'CANCELLED');

-- A case that was sent has a clock.
ALTER TABLE "referral_case" ADD CONSTRAINT case_sent_has_clock CHECK ("submitted_at" IS NULL OR "clock_started_at" IS NOT NULL);
ALTER TABLE "escalation" ADD CONSTRAINT escalation_ends_once CHECK ("ran_at" IS NULL OR "skipped_at" IS NULL);

-- What the sweep asks for every two seconds, and the readers of a neighbouring region.
CREATE INDEX "referral_case_next_rung" ON "referral_case" ("next_rung_at") WHERE "next_rung_at" IS NOT NULL;
CREATE INDEX "referral_case_pool" ON "referral_case" ("pool_region_code", "state", "class", "queue_key_at") WHERE "pool_region_code" IS NOT NULL;
CREATE INDEX "referral_case_unsent" ON "referral_case" ("region_code") WHERE "state" = 'DRAFT' AND "escalation" IS NOT NULL;
CREATE INDEX "escalation_unrun" ON "escalation" ("queued_at") WHERE "ran_at" IS NULL AND "skipped_at" IS NULL;
CREATE INDEX "case_event_claims" ON "case_event" ("region_code", "seq" DESC) WHERE "type" = 'claim';

ALTER TABLE "duty" ADD CONSTRAINT duty_user FOREIGN KEY ("user_id") REFERENCES "app_user"("id");
ALTER TABLE "duty" ADD CONSTRAINT duty_set_by FOREIGN KEY ("set_by_id") REFERENCES "app_user"("id");
ALTER TABLE "presence" ADD CONSTRAINT presence_user FOREIGN KEY ("user_id") REFERENCES "app_user"("id");
ALTER TABLE "region_ladder" ADD CONSTRAINT region_ladder_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
CREATE TRIGGER region_ladder_append_only BEFORE UPDATE OR DELETE ON "region_ladder" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The live channel: an event waits in the outbox until its transaction has committed; the notification is only a hint.
CREATE OR REPLACE FUNCTION announce_case_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at_case record;
BEGIN
  SELECT "class", "reader_id", "pool_region_code" INTO at_case FROM "referral_case" WHERE "id" = NEW."case_id";
  INSERT INTO "event_outbox" ("seq", "payload") VALUES (NEW."seq", jsonb_build_object(
    'id', NEW."id", 'caseId', NEW."case_id", 'type', NEW."type",
    'at', to_char(NEW."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'state', NEW."state_after", 'class', at_case."class", 'facilityId', NEW."facility_id",
    'regionCode', NEW."region_code", 'poolRegionCode', at_case."pool_region_code",
    'actorId', NEW."actor_id", 'readerId', at_case."reader_id",
    'escalation', CASE WHEN NEW."type" = 'escalate' THEN NEW."detail" - 'dueAt' ELSE NULL END));
  -- The same words in one transaction are one notification.
  PERFORM pg_notify('yurak_case', '');
  RETURN NULL;
END $$;

-- Gives what has committed its place in the log. One at a time: whoever holds the lock sees all that committed before,
-- and its numbers are visible before the next one begins. Answers how many.
CREATE FUNCTION place_case_events() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  placed bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('yurak_event_log'));
  WITH taken AS (DELETE FROM "event_outbox" RETURNING "seq", "payload")
  INSERT INTO "event_log" ("payload") SELECT "payload" FROM taken ORDER BY "seq";
  GET DIAGNOSTICS placed = ROW_COUNT;
  RETURN placed;
END $$;
