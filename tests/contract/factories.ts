// Rows for tests, made directly. Times and ids are fixed or counted, so that a failing test fails again.

import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/lib/data/engine/database";
import type { ConceptContent } from "@/lib/glossary/concept";
import { type CardId, type ConceptId, GENERAL_SKILLS, type UserId } from "@/lib/srs/types";

/** 2026-01-15, 08:00 UTC. */
export const TEST_NOW_MS = Date.UTC(2026, 0, 15, 8);

export interface UserFacts {
  readonly kind?: "guest" | "registered";
  readonly username?: string;
  readonly timeZone?: string;
  readonly rolloverHour?: number;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  /** Decks that the learner has chosen. */
  readonly decks?: readonly string[];
  readonly createdAtMs?: number;
}

/** A learner with settings, in UTC with the rollover at 04:00 unless told otherwise, created long before TEST_NOW_MS. */
export async function makeUser(prisma: PrismaClient, facts: UserFacts = {}): Promise<UserId> {
  const id = randomUUID();
  const createdAt = new Date(facts.createdAtMs ?? Date.UTC(2020, 0, 1));
  const kind = facts.kind ?? (facts.username === undefined ? "guest" : "registered");
  await prisma.user.create({
    data: { id, kind, username: facts.username ?? null, createdAt, lastSeenAt: createdAt },
  });
  await prisma.learnerSettings.create({ data: settingsRow(id, facts) });
  for (const deckId of facts.decks ?? []) await prisma.learnerDeck.create({ data: { userId: id, deckId } });
  return id as UserId;
}

/** Settings as a learner has them who never changed any, but for what `facts` says; in UTC. */
export function settingsRow(userId: string, facts: UserFacts = {}) {
  return {
    userId,
    timeZone: facts.timeZone ?? "UTC",
    rolloverHour: facts.rolloverHour ?? 4,
    newPerDay: facts.newPerDay ?? 12,
    reviewsPerDay: facts.reviewsPerDay ?? 200,
    skills: GENERAL_SKILLS.join(","),
    definitionLanguage: "zh",
    interfaceLanguage: "zh-CN",
    theme: "system",
    twoButtons: false,
    extraNewDay: null,
    extraNew: 0,
  };
}

export interface MadeDeck {
  readonly id: string;
  readonly topicId: string;
  /** In learning order. */
  readonly conceptIds: readonly ConceptId[];
  /** Four for each concept, in the order of the ladder. */
  readonly cardIds: readonly CardId[];
}

/** A deck of one topic with `concepts` concepts named "<deck>-0", "<deck>-1", … and their cards. Moves the glossary's version on. */
export async function makeDeck(
  prisma: PrismaClient,
  {
    id = `deck-${randomUUID().slice(0, 8)}`,
    concepts = 3,
    position = 1,
  }: { id?: string; concepts?: number; position?: number } = {},
): Promise<MadeDeck> {
  const topicId = `${id}.basics`;
  const contents = Array.from({ length: concepts }, (_, index) => conceptContent(`${id}-${index}`));
  await prisma.deck.create({
    data: { id, nameZh: "测试", nameEn: "Test", descriptionZh: "供测试用。", descriptionEn: "For tests.", position },
  });
  await prisma.topic.create({
    data: { id: topicId, deckId: id, slug: "basics", nameZh: "基础", nameEn: "Basics", position: 0 },
  });
  await prisma.concept.createMany({
    data: contents.map((content, index) => conceptRow({ content, deckId: id, topicId, index })),
  });
  const conceptIds = contents.map(({ slug }) => `${id}.${slug}` as ConceptId);
  const cards = conceptIds.flatMap((conceptId) =>
    GENERAL_SKILLS.map((skill) => ({ id: `${conceptId}.${skill}` as CardId, conceptId, skill })),
  );
  await prisma.card.createMany({ data: cards });
  const version = { key: "glossary-version", value: randomUUID() };
  await prisma.meta.upsert({ where: { key: version.key }, create: version, update: version });
  return { id, topicId, conceptIds, cardIds: cards.map((card) => card.id) };
}

function conceptRow({
  content,
  deckId,
  topicId,
  index,
}: {
  content: ConceptContent;
  deckId: string;
  topicId: string;
  index: number;
}) {
  const { slug, section, headline, en, zh } = content;
  return {
    id: `${deckId}.${slug}`,
    slug,
    deckId,
    topicId,
    section,
    headline,
    position: index,
    en,
    zh,
    content: JSON.stringify(content),
    checksum: slug,
  };
}

/** Content that is complete and of no interest. */
export function conceptContent(slug: string, changes: Partial<ConceptContent> = {}): ConceptContent {
  return {
    slug,
    section: "A-G",
    headline: false,
    en: `Concept ${slug}`,
    zh: "概念",
    pinyin: "gài niàn",
    abbreviations: [],
    aliases: { en: [], zh: [] },
    definition: {
      zh: "一段足够长的文字，说明这里讲的东西究竟是什么，供测试使用。",
      en: "A text of some length that says what this is, for tests.",
    },
    plain: { zh: "打个比方。", en: "An everyday comparison." },
    figures: [],
    confusable: [],
    prerequisites: [],
    ...changes,
  };
}
