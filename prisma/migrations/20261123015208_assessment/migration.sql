-- Only demo data had assessments, made up without an engine; recordings without one are analysed anew.
DELETE FROM "assessment";

-- AlterTable
ALTER TABLE "assessment" DROP COLUMN "measurements",
ADD COLUMN     "analysis" JSONB,
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "rules_version" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "class_computation" ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "finding_review" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "finding_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "is_agreed" BOOLEAN NOT NULL,
    "reason" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_setting" (
    "id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_review_case_id_at_idx" ON "finding_review"("case_id", "at");

-- CreateIndex
CREATE INDEX "rule_setting_rule_id_at_idx" ON "rule_setting"("rule_id", "at");

-- AddForeignKey
ALTER TABLE "finding_review" ADD CONSTRAINT "finding_review_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Opinions and settings are trails: a change of mind is a new row, by a person who exists.
ALTER TABLE "finding_review" ADD CONSTRAINT finding_review_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
ALTER TABLE "finding_review" ADD CONSTRAINT finding_review_reason CHECK ("is_agreed" OR "reason" IS NOT NULL);
ALTER TABLE "rule_setting" ADD CONSTRAINT rule_setting_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
CREATE TRIGGER finding_review_append_only BEFORE UPDATE OR DELETE ON "finding_review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_setting_append_only BEFORE UPDATE OR DELETE ON "rule_setting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
