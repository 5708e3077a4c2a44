-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "description" JSONB,
ADD COLUMN     "needs" JSONB;
