// A glossary of a few concepts, written straight into the database, and learners to study it.

import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/lib/data/engine/database";
import { createSettings } from "@/lib/data/settings";
import { skillsOf } from "@/lib/glossary/card-skills";
import type { ConceptContent } from "@/lib/glossary/concept";
import type { AnswerOperation, CardId, ConceptId, OperationId, Skill, UserId } from "@/lib/srs/types";

/** Noon in UTC on 2031-05-06, which is this study day with the default rollover hour. */
export const NOW_MS = Date.UTC(2031, 4, 6, 12);
export const TODAY = Math.floor(NOW_MS / 86_400_000);
export const DAY_MS = 86_400_000;

export interface ConceptFixture extends Partial<ConceptContent> {
  readonly slug: string;
}

/** Writes a deck with these concepts, in this order, all in one topic, each with its cards. */
export async function writeDeck(
  prisma: PrismaClient,
  deckId: string,
  concepts: readonly ConceptFixture[],
): Promise<void> {
  const position = await prisma.deck.count();
  const texts = { nameZh: `词表 ${deckId}`, nameEn: `Deck ${deckId}`, descriptionZh: "", descriptionEn: "" };
  await prisma.deck.create({ data: { id: deckId, position, ...texts } });
  const topicId = `${deckId}.all`;
  await prisma.topic.create({ data: { id: topicId, deckId, slug: "all", nameZh: "全部", nameEn: "All", position: 0 } });
  for (const [place, fixture] of concepts.entries()) {
    const content = contentOf(fixture);
    const { slug, section, headline, en, zh } = content;
    const id = conceptId(deckId, slug);
    await prisma.concept.create({
      data: {
        ...{ id, slug, deckId, topicId, section, headline, position: place, en, zh },
        content: JSON.stringify(content),
        checksum: slug,
        cards: { create: skillsOf(content).map((skill) => ({ id: `${id}.${skill}`, skill })) },
      },
    });
  }
}

/** What the seed does at its end when something has changed. */
export async function setGlossaryVersion(prisma: PrismaClient, value: string): Promise<void> {
  await prisma.meta.upsert({
    where: { key: "glossary-version" },
    create: { key: "glossary-version", value },
    update: { value },
  });
}

function contentOf(fixture: ConceptFixture): ConceptContent {
  return {
    section: "A-G",
    headline: false,
    en: fixture.slug,
    zh: `术语${fixture.slug}`,
    pinyin: "shù yǔ",
    abbreviations: [],
    aliases: { en: [], zh: [] },
    definition: { zh: "释义。", en: "Meaning." },
    plain: { zh: "白话。", en: "Plainly." },
    figures: [],
    confusable: [],
    prerequisites: [],
    ...fixture,
  };
}

export function conceptId(deckId: string, slug: string): ConceptId {
  return `${deckId}.${slug}` as ConceptId;
}

export function cardId(slug: string, skill: Skill = "en-zh", deckId = "core"): CardId {
  return `${deckId}.${slug}.${skill}` as CardId;
}

/** A learner in UTC whose account is a hundred days old. */
export async function makeLearner(
  prisma: PrismaClient,
  settings: { readonly timeZone?: string } = {},
): Promise<UserId> {
  const id = randomUUID() as string as UserId;
  const createdAt = new Date(NOW_MS - 100 * DAY_MS);
  await prisma.user.create({ data: { id, kind: "guest", createdAt, lastSeenAt: createdAt } });
  await createSettings(prisma, id, { timeZone: "UTC", ...settings });
  return id;
}

let sequence = 0;

/** Ids in the order in which they are made. */
export function makeId(): OperationId {
  sequence += 1;
  return `01900000-0000-7000-8000-${sequence.toString(16).padStart(12, "0")}` as OperationId;
}

export function answer(card: CardId, fields: Partial<AnswerOperation> = {}): AnswerOperation {
  return {
    id: makeId(),
    kind: "answer",
    cardId: card,
    quality: 4,
    answeredAt: NOW_MS,
    timeZone: "UTC",
    elapsedMs: 3_000,
    mode: "flip",
    ...fields,
  };
}
