-- CreateTable
CREATE TABLE "caliper_entry" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "caliper_id" UUID NOT NULL,
    "content" JSONB,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caliper_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_caliper" (
    "report_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "report_caliper_pkey" PRIMARY KEY ("report_id","entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "caliper_entry_seq_key" ON "caliper_entry"("seq");

-- CreateIndex
CREATE INDEX "caliper_entry_case_id_seq_idx" ON "caliper_entry"("case_id", "seq");

-- CreateIndex
CREATE INDEX "caliper_entry_caliper_id_seq_idx" ON "caliper_entry"("caliper_id", "seq");

-- AddForeignKey
ALTER TABLE "caliper_entry" ADD CONSTRAINT "caliper_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_caliper" ADD CONSTRAINT "report_caliper_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_caliper" ADD CONSTRAINT "report_caliper_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "caliper_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Steps of measuring are never rewritten, and what a signed report rests on stays.
CREATE TRIGGER caliper_entry_append_only BEFORE UPDATE OR DELETE ON "caliper_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_caliper_append_only BEFORE UPDATE OR DELETE ON "report_caliper" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "caliper_entry" ADD CONSTRAINT caliper_entry_by FOREIGN KEY ("by_id") REFERENCES "app_user"("id");
ALTER TABLE "caliper_entry" ADD CONSTRAINT caliper_entry_recording FOREIGN KEY ("recording_id") REFERENCES "recording"("id");
