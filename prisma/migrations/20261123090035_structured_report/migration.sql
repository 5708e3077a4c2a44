-- AlterTable
ALTER TABLE "facility" ADD COLUMN     "travel_minutes" INTEGER;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "amend_grade" TEXT,
ADD COLUMN     "amend_kind" TEXT,
ADD COLUMN     "amend_reason" TEXT,
ADD COLUMN     "amends" INTEGER,
ADD COLUMN     "content" JSONB,
ADD COLUMN     "hash" CHAR(64),
ADD COLUMN     "structure" JSONB;

-- CreateTable
CREATE TABLE "report_reader" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_reader_pkey" PRIMARY KEY ("case_id","version","user_id")
);

-- CreateTable
CREATE TABLE "recommendation_override" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "template_id" TEXT NOT NULL,
    "blockers" TEXT[],
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "is_agreed" BOOLEAN,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "recommendation_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_favourite" (
    "user_id" UUID NOT NULL,
    "code" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_favourite_pkey" PRIMARY KEY ("user_id","code")
);

-- CreateIndex
CREATE INDEX "recommendation_override_case_id_asked_at_idx" ON "recommendation_override"("case_id", "asked_at");

-- AddForeignKey
ALTER TABLE "report_reader" ADD CONSTRAINT "report_reader_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_override" ADD CONSTRAINT "recommendation_override_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- An amendment says which version it follows, how, why and how grave.
ALTER TABLE "report" ADD CONSTRAINT report_amendment_whole CHECK (
  ("amends" IS NULL) = ("amend_kind" IS NULL) AND ("amends" IS NULL) = ("amend_reason" IS NULL)
  AND ("amends" IS NULL) = ("amend_grade" IS NULL));
ALTER TABLE "report" ADD CONSTRAINT report_hash_hex CHECK ("hash" IS NULL OR "hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "facility" ADD CONSTRAINT facility_travel CHECK ("travel_minutes" IS NULL OR "travel_minutes" BETWEEN 0 AND 1440);

-- Two people, one answer, never rewritten.
ALTER TABLE "recommendation_override" ADD CONSTRAINT override_two_people CHECK ("answered_by_id" <> "asked_by_id");
ALTER TABLE "recommendation_override" ADD CONSTRAINT override_answer_whole CHECK (
  ("answered_by_id" IS NULL) = ("answered_at" IS NULL) AND ("answered_by_id" IS NULL) = ("is_agreed" IS NULL));
CREATE FUNCTION refuse_answered_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."answered_at" IS NOT NULL THEN
    RAISE EXCEPTION 'an answered override is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER override_answer_is_final BEFORE UPDATE OR DELETE ON "recommendation_override"
  FOR EACH ROW EXECUTE FUNCTION refuse_answered_change();

ALTER TABLE "report_reader" ADD CONSTRAINT report_reader_user FOREIGN KEY ("user_id") REFERENCES "app_user"("id");
ALTER TABLE "recommendation_override" ADD CONSTRAINT override_asked_by FOREIGN KEY ("asked_by_id") REFERENCES "app_user"("id");
ALTER TABLE "recommendation_override" ADD CONSTRAINT override_answered_by FOREIGN KEY ("answered_by_id") REFERENCES "app_user"("id");
ALTER TABLE "statement_favourite" ADD CONSTRAINT statement_favourite_user FOREIGN KEY ("user_id") REFERENCES "app_user"("id");
