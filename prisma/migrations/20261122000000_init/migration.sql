-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "FacilityType" AS ENUM ('regional_centre', 'district_hospital', 'polyclinic', 'family_doctor_point', 'ambulance_station', 'private_clinic');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('nurse', 'cardiologist', 'coordinator', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('invitation', 'password_reset');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('male', 'female', 'unknown');

-- CreateEnum
CREATE TYPE "RecordingKind" AS ENUM ('waveform', 'picture');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('DRAFT', 'SUBMITTED', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'RETURNED_FOR_REPEAT', 'SECOND_OPINION', 'RECOMMENDED', 'REPORTED', 'AMENDED', 'ACKNOWLEDGED', 'IN_TRANSFER', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CaseClass" AS ENUM ('EMERGENT', 'URGENT', 'ROUTINE');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('act_now', 'repeat', 'no_emergency');

-- CreateTable
CREATE TABLE "region" (
    "code" VARCHAR(4) NOT NULL,
    "name_uz" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "district" (
    "code" VARCHAR(7) NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,
    "name_uz" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "centre" TEXT,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "facility" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "FacilityType" NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,
    "district_code" VARCHAR(7),
    "address" TEXT,
    "phone" TEXT NOT NULL,
    "centre_id" UUID,
    "backup_centre_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "password_hash" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "facility_id" UUID,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "membership_region" (
    "user_id" UUID NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,

    CONSTRAINT "membership_region_pkey" PRIMARY KEY ("user_id","region_code")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_token" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "email_hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "is_unknown" BOOLEAN NOT NULL,
    "pinfl_sealed" BYTEA,
    "pinfl_hash" BYTEA,
    "pinfl_masked" TEXT,
    "passport" TEXT,
    "family_name" TEXT,
    "given_name" TEXT,
    "patronymic" TEXT,
    "sex" "Sex" NOT NULL,
    "birth_date" DATE,
    "age_years" INTEGER,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blob" (
    "sha256" BYTEA NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "blob_chunk" (
    "sha256" BYTEA NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "blob_chunk_pkey" PRIMARY KEY ("sha256","index")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "facility_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "problem_code" TEXT,
    "problem_text" TEXT,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recording" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" "RecordingKind" NOT NULL,
    "format" TEXT NOT NULL,
    "media_type" TEXT,
    "sample_rate_hz" DOUBLE PRECISION,
    "duration_ms" INTEGER,
    "leads" TEXT[],
    "derived_leads" TEXT[],
    "recorded_local" TEXT,
    "recorded_at" TIMESTAMPTZ(3),
    "in_file" JSONB NOT NULL,
    "warnings" TEXT[],
    "is_synthetic" BOOLEAN NOT NULL,
    "reader_version" TEXT NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "recording_class" "CaseClass" NOT NULL,
    "measurements" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_case" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" "CaseState" NOT NULL,
    "class" "CaseClass" NOT NULL,
    "acuity" INTEGER NOT NULL,
    "queue_key_at" TIMESTAMPTZ(3) NOT NULL,
    "is_emergency" BOOLEAN NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "facility_id" UUID NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,
    "patient_id" UUID,
    "created_by_id" UUID NOT NULL,
    "clinical" JSONB NOT NULL,
    "draft" JSONB,
    "files_expected" INTEGER NOT NULL DEFAULT 0,
    "warnings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "open_due_at" TIMESTAMPTZ(3),
    "answer_due_at" TIMESTAMPTZ(3),
    "reader_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "acknowledge_due_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "case_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("case_id","file_id")
);

-- CreateTable
CREATE TABLE "class_computation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "class" "CaseClass" NOT NULL,
    "acuity" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "class_computation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "note" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "conclusion" TEXT NOT NULL,
    "recommendation" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "state_after" "CaseState" NOT NULL,
    "facility_id" UUID NOT NULL,
    "region_code" VARCHAR(4) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" "Role",
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "facility_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","route","key")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" TEXT NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "district_region_code_idx" ON "district"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "facility_region_code_name_key" ON "facility"("region_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_facility_id_idx" ON "membership"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_token_token_hash_key" ON "personal_token"("token_hash");

-- CreateIndex
CREATE INDEX "personal_token_user_id_idx" ON "personal_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_email_hash_at_idx" ON "sign_in_failure"("email_hash", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "patient_pinfl_hash_key" ON "patient"("pinfl_hash");

-- CreateIndex
CREATE INDEX "patient_passport_idx" ON "patient"("passport");

-- CreateIndex
CREATE INDEX "patient_family_name_idx" ON "patient"("family_name");

-- CreateIndex
CREATE INDEX "stored_file_facility_id_uploaded_at_idx" ON "stored_file"("facility_id", "uploaded_at");

-- CreateIndex
CREATE UNIQUE INDEX "recording_file_id_key" ON "recording"("file_id");

-- CreateIndex
CREATE INDEX "assessment_recording_id_idx" ON "assessment"("recording_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_case_number_key" ON "referral_case"("number");

-- CreateIndex
CREATE INDEX "referral_case_region_code_state_class_queue_key_at_idx" ON "referral_case"("region_code", "state", "class", "queue_key_at");

-- CreateIndex
CREATE INDEX "referral_case_facility_id_created_at_idx" ON "referral_case"("facility_id", "created_at");

-- CreateIndex
CREATE INDEX "referral_case_patient_id_submitted_at_idx" ON "referral_case"("patient_id", "submitted_at");

-- CreateIndex
CREATE INDEX "referral_case_state_lease_until_idx" ON "referral_case"("state", "lease_until");

-- CreateIndex
CREATE INDEX "case_file_file_id_idx" ON "case_file"("file_id");

-- CreateIndex
CREATE INDEX "class_computation_case_id_at_idx" ON "class_computation"("case_id", "at");

-- CreateIndex
CREATE INDEX "verdict_case_id_at_idx" ON "verdict"("case_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "report_case_id_version_key" ON "report"("case_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_seq_key" ON "case_event"("seq");

-- CreateIndex
CREATE INDEX "case_event_case_id_seq_idx" ON "case_event"("case_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_entity_id_at_idx" ON "audit_event"("entity_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "district" ADD CONSTRAINT "district_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_backup_centre_id_fkey" FOREIGN KEY ("backup_centre_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_region" ADD CONSTRAINT "membership_region_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "membership"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_region" ADD CONSTRAINT "membership_region_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_token" ADD CONSTRAINT "personal_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blob_chunk" ADD CONSTRAINT "blob_chunk_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording" ADD CONSTRAINT "recording_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_case" ADD CONSTRAINT "referral_case_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_case" ADD CONSTRAINT "referral_case_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_case" ADD CONSTRAINT "referral_case_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_computation" ADD CONSTRAINT "class_computation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "referral_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
