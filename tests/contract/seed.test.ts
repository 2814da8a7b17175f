// Seeding: in place, idempotent, all or nothing, never touching a learner.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { examineDatabase } from "@/lib/data/doctor";
import type { PrismaClient } from "@/lib/data/engine/database";
import type { ConceptContent } from "@/lib/glossary/concept";
import { FORMULA_SKILLS, GENERAL_SKILLS, SKILLS } from "@/lib/srs/types";
import { type DeckContent, loadDecks } from "@/seed/load-decks";
import { type SeedReport, seedDatabase } from "@/seed/seed-database";
import { conceptContent, makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const NOTHING: SeedReport = { added: [], changed: [], retired: [], restored: [], decksAndTopics: [] };

const FORMULA = {
  tex: "x^2",
  reading: { zh: "x 的平方", en: "x squared" },
  symbols: [{ tex: "x", zh: "一个数", en: "a number" }],
};

/** A deck "d" with the topics "one" and "two". */
function deck(one: readonly ConceptContent[], two: readonly ConceptContent[] = []): DeckContent {
  const topics = [
    { slug: "one", name: { zh: "一", en: "One" }, concepts: one },
    { slug: "two", name: { zh: "二", en: "Two" }, concepts: two },
  ];
  return { slug: "d", name: { zh: "词库", en: "Deck" }, description: { zh: "说明", en: "About" }, position: 0, topics };
}

const [a, b, c] = ["a", "b", "c"].map((slug) => conceptContent(slug)) as [
  ConceptContent,
  ConceptContent,
  ConceptContent,
];

describeOnEachEngine("seeding", (subject) => {
  const seed = (...decks: DeckContent[]) => seedDatabase({ prisma: subject.prisma, decks, nowMs: TEST_NOW_MS });
  const version = async () => (await subject.prisma.meta.findUnique({ where: { key: "glossary-version" } }))?.value;
  beforeEach(() => removeAllContent(subject.prisma));

  test("writes decks, topics, concepts in learning order, and four cards each where there is no formula", async () => {
    expect(await seed(deck([a, b], [c]))).toEqual({
      ...NOTHING,
      added: ["a", "b", "c"],
      decksAndTopics: ["d", "d.one", "d.two"],
    });
    const concepts = await subject.prisma.concept.findMany({ orderBy: { position: "asc" } });
    expect(concepts.map(({ id, topicId, position }) => [id, topicId, position])).toEqual([
      ["d.a", "d.one", 0],
      ["d.b", "d.one", 1],
      ["d.c", "d.two", 2],
    ]);
    expect(JSON.parse(concepts[0]?.content ?? "")).toEqual(a);
    const cards = await subject.prisma.card.findMany({ where: { conceptId: "d.a" }, orderBy: { id: "asc" } });
    expect(cards.map(({ id }) => id)).toEqual(["d.a.definition-term", "d.a.en-zh", "d.a.term-definition", "d.a.zh-en"]);
  });

  test("twice writes nothing the second time and leaves the version", async () => {
    await seed(deck([a, b], [c]));
    const before = await version();
    expect(await seed(deck([a, b], [c]))).toEqual(NOTHING);
    expect(await version()).toBe(before);
  });

  test("writes a damaged concept anew once the doctor has marked it", async () => {
    await seed(deck([a, b]));
    const written = await subject.prisma.concept.findMany({ orderBy: { id: "asc" } });
    await subject.prisma.concept.update({ where: { id: "d.a" }, data: { content: "{" } });
    // Its checksum still says what the file says.
    expect(await seed(deck([a, b]))).toEqual(NOTHING);
    const { faults } = await examineDatabase({ repair: true });
    expect(faults.map(({ name, count }) => [name, count])).toEqual([["damaged-concept", 1]]);
    expect(await seed(deck([a, b]))).toEqual({ ...NOTHING, changed: ["a"] });
    expect(await subject.prisma.concept.findMany({ orderBy: { id: "asc" } })).toEqual(written);
  });

  test("six cards where there is a formula; they retire when it goes and come back with it, under the same ids", async () => {
    const withFormula = conceptContent("a", { formula: FORMULA });
    const cards = async () => {
      const rows = await subject.prisma.card.findMany({ where: { conceptId: "d.a" } });
      const standing = rows.flatMap(({ skill, retiredAt }) => (retiredAt === null ? [skill] : []));
      return { rows: rows.length, standing: SKILLS.filter((skill) => standing.includes(skill)) };
    };
    await seed(deck([a, b]));
    expect(await cards()).toEqual({ rows: 4, standing: [...GENERAL_SKILLS] });
    const versions = [await version()];
    for (const [content, standing] of [
      [withFormula, SKILLS],
      [a, GENERAL_SKILLS],
      [withFormula, SKILLS],
    ] as const) {
      expect(await seed(deck([content, b]))).toEqual({ ...NOTHING, changed: ["a"] });
      expect(await cards()).toEqual({ rows: 6, standing: [...standing] });
      expect(await seed(deck([content, b]))).toEqual(NOTHING);
      versions.push(await version());
    }
    expect(new Set(versions).size).toBe(4);
    expect(await subject.prisma.card.count({ where: { conceptId: "d.b" } })).toBe(4);
  });

  test("makes the cards of formulas that were seeded when there were only four", async () => {
    const withFormula = conceptContent("a", { formula: FORMULA });
    await seed(deck([withFormula, b]));
    await subject.prisma.card.deleteMany({ where: { skill: { in: [...FORMULA_SKILLS] } } });
    // The content is the same; the cards are not.
    expect(await seed(deck([withFormula, b]))).toEqual({ ...NOTHING, changed: ["a"] });
    expect(await subject.prisma.card.count()).toBe(10);
    expect(await seed(deck([withFormula, b]))).toEqual(NOTHING);
  });

  test("a concept that is retired with its formula comes back with six cards, or with four", async () => {
    const withFormula = conceptContent("a", { formula: FORMULA });
    await seed(deck([b, withFormula]));
    await seed(deck([b]));
    expect(await seed(deck([b, a]))).toEqual({ ...NOTHING, restored: ["a"] });
    expect(await subject.prisma.card.count({ where: { conceptId: "d.a", retiredAt: null } })).toBe(4);
    await seed(deck([b]));
    expect(await seed(deck([b, withFormula]))).toEqual({ ...NOTHING, restored: ["a"] });
    expect(await subject.prisma.card.count({ where: { conceptId: "d.a", retiredAt: null } })).toBe(6);
  });

  test("updates a changed text in place and moves the version on", async () => {
    await seed(deck([a, b]));
    const before = await version();
    const better = conceptContent("b", { en: "Better" });
    expect(await seed(deck([a, better]))).toEqual({ ...NOTHING, changed: ["b"] });
    expect(await subject.prisma.concept.findUnique({ where: { id: "d.b" }, select: { en: true } })).toEqual({
      en: "Better",
    });
    expect(await version()).not.toBe(before);
    expect(await subject.prisma.card.count()).toBe(8);
  });

  test("a new place or topic counts as a change; the cards stay the same", async () => {
    await seed(deck([a, b]));
    expect(await seed(deck([b], [a]))).toEqual({ ...NOTHING, changed: ["b", "a"] });
    expect(
      await subject.prisma.concept.findUnique({ where: { id: "d.a" }, select: { topicId: true, position: true } }),
    ).toEqual({
      topicId: "d.two",
      position: 1,
    });
  });

  test("retires what is gone, with its cards kept, and brings it back", async () => {
    await seed(deck([a, b]));
    expect(await seed(deck([a]))).toEqual({ ...NOTHING, retired: ["b"] });
    expect((await subject.prisma.concept.findUnique({ where: { id: "d.b" } }))?.retiredAt).toEqual(
      new Date(TEST_NOW_MS),
    );
    expect(await subject.prisma.card.count()).toBe(8);
    expect(await seed(deck([a]))).toEqual(NOTHING);
    expect(await seed(deck([a, b]))).toEqual({ ...NOTHING, restored: ["b"] });
    expect((await subject.prisma.concept.findUnique({ where: { id: "d.b" } }))?.retiredAt).toBeNull();
  });

  test("a concept that moves to another deck keeps its id and cards; a deck that is gone is retired", async () => {
    await seed(deck([a]));
    const other = { ...deck([a]), slug: "e" };
    const report = await seed(other);
    expect(report).toEqual({
      ...NOTHING,
      changed: ["a"],
      decksAndTopics: ["e", "d", "e.one", "e.two", "d.one", "d.two"],
    });
    expect(await subject.prisma.concept.findMany({ select: { id: true, deckId: true } })).toEqual([
      { id: "d.a", deckId: "e" },
    ]);
    expect((await subject.prisma.deck.findUnique({ where: { id: "d" } }))?.retiredAt).not.toBeNull();
  });

  test("touches nothing of a learner", async () => {
    const { prisma } = subject;
    await seed(deck([a, b]));
    const userId = await makeUser(prisma, { decks: ["d"] });
    await prisma.suspension.create({
      data: { userId, conceptId: "d.a", cardId: "", createdAt: new Date(TEST_NOW_MS) },
    });
    const learner = async () => [
      await prisma.learnerDeck.findMany({ where: { userId } }),
      await prisma.learnerSettings.findMany({ where: { userId } }),
      await prisma.suspension.findMany({ where: { userId } }),
      await prisma.user.findMany({ where: { id: userId } }),
    ];
    const before = await learner();
    await seed(deck([conceptContent("a", { zh: "别名" })]));
    expect(await learner()).toEqual(before);
  });

  test("is all or nothing", async () => {
    await seed(deck([a]));
    const broken = { ...b, en: null } as unknown as ConceptContent;
    await expect(seed(deck([conceptContent("a", { en: "Changed" }), broken]))).rejects.toThrow();
    expect(await subject.prisma.concept.findMany({ select: { en: true } })).toEqual([{ en: a.en }]);
  });

  test("two servers that seed at once leave one result", async () => {
    const reports = await Promise.all([seed(deck([a, b], [c])), seed(deck([a, b], [c]))]);
    expect(reports.map(({ added }) => added.length).sort()).toEqual([0, 3]);
    expect(await subject.prisma.concept.count()).toBe(3);
  });

  test("ten thousand concepts are written, and found current, in a few seconds", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => conceptContent(`many-${index}`));
    const startedAt = performance.now();
    expect((await seed(deck(many))).added).toHaveLength(10_000);
    expect(await seed(deck(many))).toEqual(NOTHING);
    expect(await subject.prisma.card.count()).toBe(40_000);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});

describeOnEachEngine("the built-in glossary", (subject) => {
  test("passes its checks and can be seeded", async () => {
    const decks = loadDecks("seed/decks");
    const report = await seedDatabase({ prisma: subject.prisma, decks, nowMs: TEST_NOW_MS });
    expect(report.added.length).toBeGreaterThan(100);
    const concepts = decks.flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
    const cards = concepts.reduce((sum, { formula }) => sum + (formula === undefined ? 4 : 6), 0);
    expect(cards).toBeGreaterThan(concepts.length * 4);
    expect(await subject.prisma.card.count()).toBe(cards);
  });
});

describe("an empty folder of decks", () => {
  test("is no error", () => {
    const folder = mkdtempSync(join(tmpdir(), "termwise-decks-"));
    expect(loadDecks(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

async function removeAllContent(prisma: PrismaClient): Promise<void> {
  await prisma.card.deleteMany();
  await prisma.concept.deleteMany();
  await prisma.topic.deleteMany();
  await prisma.deck.deleteMany();
  await prisma.meta.deleteMany();
}
