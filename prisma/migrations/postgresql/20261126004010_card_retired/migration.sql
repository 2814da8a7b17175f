-- AlterTable
ALTER TABLE "Card" ADD COLUMN     "retiredAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Card_retiredAt_idx" ON "Card"("retiredAt");
