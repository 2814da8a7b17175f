-- CreateTable
CREATE TABLE "Deck" (
    "id" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "descriptionZh" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Deck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concept" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "headline" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "en" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Concept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL,
    "conceptId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,

    CONSTRAINT "Card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meta" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Meta_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "username" TEXT,
    "email" TEXT,
    "displayName" TEXT,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderAccount" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProviderAccount_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastFailureAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LearnerSettings" (
    "userId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "rolloverHour" INTEGER NOT NULL,
    "newPerDay" INTEGER NOT NULL,
    "reviewsPerDay" INTEGER NOT NULL,
    "skills" TEXT NOT NULL,
    "definitionLanguage" TEXT NOT NULL,
    "interfaceLanguage" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "twoButtons" BOOLEAN NOT NULL,
    "extraNewDay" INTEGER,
    "extraNew" INTEGER NOT NULL,

    CONSTRAINT "LearnerSettings_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "LearnerDeck" (
    "userId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "openFrom" INTEGER NOT NULL DEFAULT 0,
    "openVersion" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LearnerDeck_pkey" PRIMARY KEY ("userId","deckId")
);

-- CreateTable
CREATE TABLE "Suspension" (
    "userId" TEXT NOT NULL,
    "conceptId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("userId","conceptId","cardId")
);

-- CreateTable
CREATE TABLE "Operation" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "quality" INTEGER,
    "targetId" TEXT,
    "answeredAt" BIGINT NOT NULL,
    "studyDay" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "elapsedMs" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "typedText" TEXT,
    "fingerprint" TEXT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "Operation_pkey" PRIMARY KEY ("userId","id")
);

-- CreateTable
CREATE TABLE "CardState" (
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "conceptId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "skill" TEXT NOT NULL,
    "repetitions" INTEGER NOT NULL,
    "intervalDays" INTEGER NOT NULL,
    "efactorHundredths" INTEGER NOT NULL,
    "dueDay" INTEGER NOT NULL,
    "firstStudyDay" INTEGER NOT NULL,
    "lastStudyDay" INTEGER NOT NULL,
    "lastQuality" INTEGER NOT NULL,
    "lastAnsweredAt" BIGINT NOT NULL,
    "firstPassDay" INTEGER,
    "lapses" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "started" INTEGER NOT NULL,

    CONSTRAINT "CardState_pkey" PRIMARY KEY ("userId","cardId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Topic_deckId_slug_key" ON "Topic"("deckId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Concept_slug_key" ON "Concept"("slug");

-- CreateIndex
CREATE INDEX "Concept_deckId_position_idx" ON "Concept"("deckId", "position");

-- CreateIndex
CREATE INDEX "Concept_topicId_position_idx" ON "Concept"("topicId", "position");

-- CreateIndex
CREATE INDEX "Concept_retiredAt_idx" ON "Concept"("retiredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Card_conceptId_skill_key" ON "Card"("conceptId", "skill");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_kind_lastSeenAt_idx" ON "User"("kind", "lastSeenAt");

-- CreateIndex
CREATE INDEX "ProviderAccount_userId_idx" ON "ProviderAccount"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");

-- CreateIndex
CREATE INDEX "Operation_userId_cardId_answeredAt_id_idx" ON "Operation"("userId", "cardId", "answeredAt", "id");

-- CreateIndex
CREATE INDEX "Operation_userId_studyDay_role_quality_elapsedMs_idx" ON "Operation"("userId", "studyDay", "role", "quality", "elapsedMs");

-- CreateIndex
CREATE INDEX "CardState_userId_dueDay_intervalDays_skill_deckId_conceptId_idx" ON "CardState"("userId", "dueDay", "intervalDays", "skill", "deckId", "conceptId", "cardId");

-- CreateIndex
CREATE INDEX "CardState_userId_conceptId_skill_idx" ON "CardState"("userId", "conceptId", "skill");

-- CreateIndex
CREATE INDEX "CardState_userId_started_skill_deckId_position_idx" ON "CardState"("userId", "started", "skill", "deckId", "position");

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
