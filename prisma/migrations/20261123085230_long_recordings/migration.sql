-- CreateEnum
CREATE TYPE "OverviewState" AS ENUM ('preparing', 'ready', 'failed');

-- CreateTable
CREATE TABLE "parted_upload" (
    "id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "part_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parted_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_chunk" (
    "upload_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "upload_chunk_pkey" PRIMARY KEY ("upload_id","index")
);

-- CreateTable
CREATE TABLE "recording_overview" (
    "recording_id" UUID NOT NULL,
    "state" "OverviewState" NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "run_id" UUID,
    "wrapped_key" BYTEA,
    "sealed" BYTEA,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "alive_at" TIMESTAMPTZ(3),

    CONSTRAINT "recording_overview_pkey" PRIMARY KEY ("recording_id")
);

-- CreateTable
CREATE TABLE "recording_tile" (
    "recording_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "recording_tile_pkey" PRIMARY KEY ("recording_id","run_id","level","index")
);

-- CreateIndex
CREATE INDEX "parted_upload_part_at_idx" ON "parted_upload"("part_at");

-- CreateIndex
CREATE UNIQUE INDEX "parted_upload_uploaded_by_id_sha256_key" ON "parted_upload"("uploaded_by_id", "sha256");

-- CreateIndex
CREATE INDEX "recording_overview_state_alive_at_idx" ON "recording_overview"("state", "alive_at");

-- AddForeignKey
ALTER TABLE "upload_chunk" ADD CONSTRAINT "upload_chunk_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "parted_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording_overview" ADD CONSTRAINT "recording_overview_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a sender may send up to 200 MiB in parts; pictures, PDF and XML stay at 20 MiB (src/server/files/upload-file.ts).
ALTER TABLE "blob" DROP CONSTRAINT blob_size;
ALTER TABLE "blob" ADD CONSTRAINT blob_size CHECK ("size_bytes" BETWEEN 1 AND 209715200);
ALTER TABLE "parted_upload" ADD CONSTRAINT parted_upload_size CHECK ("size_bytes" BETWEEN 1 AND 209715200);
ALTER TABLE "parted_upload" ADD CONSTRAINT parted_upload_sha256_length CHECK (octet_length("sha256") = 32);
ALTER TABLE "parted_upload" ADD CONSTRAINT parted_upload_facility FOREIGN KEY ("facility_id") REFERENCES "facility"("id");
ALTER TABLE "parted_upload" ADD CONSTRAINT parted_upload_by FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id");
ALTER TABLE "recording_tile" ADD CONSTRAINT recording_tile_recording FOREIGN KEY ("recording_id") REFERENCES "recording"("id");
ALTER TABLE "recording_overview" ADD CONSTRAINT recording_overview_percent CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "recording_overview" ADD CONSTRAINT recording_overview_ready
  CHECK ("state" <> 'ready' OR ("run_id" IS NOT NULL AND "wrapped_key" IS NOT NULL AND "sealed" IS NOT NULL));
-- Sealed bytes do not become smaller.
ALTER TABLE "upload_chunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
ALTER TABLE "recording_tile" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
-- Recordings of more than a minute that are here already get their overview too.
INSERT INTO "recording_overview" ("recording_id", "state", "requested_at")
  SELECT "id", 'preparing', now() FROM "recording" WHERE "kind" = 'waveform' AND "duration_ms" > 60000;
