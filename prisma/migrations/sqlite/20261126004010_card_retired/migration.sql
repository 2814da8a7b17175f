-- AlterTable
ALTER TABLE "Card" ADD COLUMN "retiredAt" DATETIME;

-- CreateIndex
CREATE INDEX "Card_retiredAt_idx" ON "Card"("retiredAt");
