-- DropIndex
DROP INDEX "CardState_userId_started_skill_deckId_position_idx";

-- DropIndex
DROP INDEX "Operation_userId_cardId_answeredAt_id_idx";

-- DropIndex
DROP INDEX "Operation_userId_studyDay_role_quality_elapsedMs_idx";

-- CreateTable
CREATE TABLE "DayTotal" (
    "userId" TEXT NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "elapsedMs" BIGINT NOT NULL,
    "reviews" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL,

    CONSTRAINT "DayTotal_pkey" PRIMARY KEY ("userId","studyDay")
);

-- CreateIndex
CREATE INDEX "CardState_userId_started_skill_deckId_position_intervalDays_idx" ON "CardState"("userId", "started", "skill", "deckId", "position", "intervalDays");

-- CreateIndex
CREATE INDEX "CardState_userId_lapses_efactorHundredths_idx" ON "CardState"("userId", "lapses" DESC, "efactorHundredths");

-- CreateIndex
CREATE INDEX "Operation_userId_cardId_idx" ON "Operation"("userId", "cardId");

-- CreateIndex
CREATE INDEX "Operation_userId_studyDay_idx" ON "Operation"("userId", "studyDay");

-- Adds up what the log holds already.
INSERT INTO "DayTotal" ("userId", "studyDay", "answers", "elapsedMs", "reviews", "recalled")
SELECT "userId", "studyDay", COUNT(*), SUM("elapsedMs"),
    SUM(CASE WHEN "role" = 'review' THEN 1 ELSE 0 END),
    SUM(CASE WHEN "role" = 'review' AND "quality" >= 3 THEN 1 ELSE 0 END)
FROM "Operation"
WHERE "role" IN ('learn', 'review', 'drill')
GROUP BY "userId", "studyDay";
