// The two cards that only a concept with a formula has: off until switched on, last in the ladder, and away while the formula is.

import { beforeEach, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { getConceptSkills } from "@/lib/data/concept-skills";
import { examineDatabase } from "@/lib/data/doctor";
import { exportEverything } from "@/lib/data/export";
import { countFormulaConcepts } from "@/lib/data/formula-concepts";
import { getProgress } from "@/lib/data/progress";
import { updateSettings } from "@/lib/data/settings";
import { getSession } from "@/lib/data/study-session";
import { listSuspensions, setSuspension } from "@/lib/data/suspensions";
import type { ConceptContent } from "@/lib/glossary/concept";
import {
  type CardId,
  FORMULA_SKILLS,
  GENERAL_SKILLS,
  type Operation,
  SKILLS,
  type Skill,
  type UserId,
} from "@/lib/srs/types";
import { seedDatabase } from "@/seed/seed-database";
import { conceptContent } from "./factories";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, conceptId, DAY_MS, makeId, makeLearner, NOW_MS } from "./small-glossary";

const FORMULA = {
  tex: String.raw`\term{a}(x) = x^2`,
  reading: { zh: "{term}等于 x 的平方", en: "{term} is x squared" },
  symbols: [{ tex: "x", zh: "一个数", en: "a number" }],
};

/** Concepts of the built-in deck; those in capital letters have a formula and are called by the small one. */
function deckOf(slugs: readonly string[]) {
  const concepts = slugs.map((name): ConceptContent => {
    const slug = name.toLowerCase();
    return conceptContent(slug, name === slug ? {} : { formula: FORMULA });
  });
  const texts = { name: { zh: "词库", en: "Deck" }, description: { zh: "说明", en: "About" } };
  return { slug: "core", ...texts, position: 0, topics: [{ slug: "all", name: texts.name, concepts }] };
}

describeOnEachEngine("formula cards", (subject) => {
  let user: UserId;
  const seed = (...slugs: string[]) => seedDatabase({ prisma: subject.prisma, decks: [deckOf(slugs)], nowMs: NOW_MS });
  beforeEach(async () => {
    await seed("A", "b", "C");
    user = await makeLearner(subject.prisma);
  });
  const send = (ops: readonly Operation[]) => recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
  const past = (card: CardId, days: number, quality: 1 | 4 = 4) =>
    answer(card, { quality, answeredAt: NOW_MS - days * DAY_MS });
  const passed = (slug: string, skills: readonly Skill[], days: number) =>
    send(skills.map((skill) => past(cardId(slug, skill), days)));
  const session = (days = 0) => getSession(user, { nowMs: NOW_MS + days * DAY_MS });
  const newCards = async (days = 0) =>
    (await session(days)).queue.flatMap(({ cardId: id, kind }) => (kind === "new" ? [id] : []));
  const dueCards = async () => (await session()).queue.flatMap(({ cardId: id, kind }) => (kind === "due" ? [id] : []));
  const choose = (skills: readonly Skill[]) => updateSettings(user, { skills, reviewsPerDay: 0 });
  const stages = async () => {
    const view = await getProgress(user, { nowMs: NOW_MS });
    return Object.fromEntries(view.stages.map(({ skill, new: fresh, learning }) => [skill, [fresh, learning]]));
  };

  test("are not asked of who has not switched them on, whatever was answered", async () => {
    await updateSettings(user, { reviewsPerDay: 0 });
    await passed("a", GENERAL_SKILLS, 5);
    expect(await newCards()).toEqual([cardId("b"), cardId("c")]);
    expect(await session()).toMatchObject({ moreNew: 0 });
  });

  test("open once the definition was told apart on an earlier day, one after the other", async () => {
    await choose(SKILLS);
    await passed("a", GENERAL_SKILLS, 1);
    await passed("b", GENERAL_SKILLS, 1);
    // On the same day: not yet.
    await passed("c", GENERAL_SKILLS, 0);
    expect(await newCards()).toEqual([cardId("a", "formula-term")]);
    expect(await newCards(1)).toEqual([cardId("a", "formula-term"), cardId("c", "formula-term")]);
    await send([past(cardId("a", "formula-term"), 0)]);
    expect(await newCards()).toEqual([]);
    expect(await newCards(1)).toEqual([cardId("a", "term-formula"), cardId("c", "formula-term")]);
    await send([past(cardId("a", "formula-term"), 0, 1)]);
    expect((await session()).counts.drill).toBe(1);
  });

  test("come first where nothing else is chosen, and only of concepts with a formula", async () => {
    await choose(FORMULA_SKILLS);
    expect(await newCards()).toEqual([cardId("a", "formula-term"), cardId("c", "formula-term")]);
    expect(await session()).toMatchObject({ counts: { new: 2 }, moreNew: 0 });
    await updateSettings(user, { newPerDay: 1 });
    expect(await session()).toMatchObject({ counts: { new: 1 }, moreNew: 1 });
    await choose(["term-formula"]);
    expect(await newCards()).toEqual([cardId("a", "term-formula")]);
  });

  test("come with the formula's two faces", async () => {
    await choose(FORMULA_SKILLS);
    const { concepts } = await session();
    expect(concepts[0]).toMatchObject({ slug: "a", formula: { asked: { reading: { en: "what is x squared" } } } });
  });

  test("a concept without a formula waits for nothing and counts for nothing", async () => {
    await choose(SKILLS);
    await passed("b", GENERAL_SKILLS, 1);
    await choose(FORMULA_SKILLS);
    expect(await newCards()).toEqual([cardId("a", "formula-term"), cardId("c", "formula-term")]);
    expect((await getConceptSkills(user, "b")).map(({ skill }) => skill)).toEqual([...GENERAL_SKILLS]);
    expect((await getConceptSkills(user, "a")).map(({ skill }) => skill)).toEqual([...SKILLS]);
    expect(await countFormulaConcepts(["core"])).toBe(2);
    expect(await countFormulaConcepts(["elsewhere"])).toBe(0);
    const missing = { conceptId: conceptId("core", "b"), cardId: cardId("b", "formula-term") };
    await expect(setSuspension(user, { ...missing, suspended: true, nowMs: NOW_MS })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("the progress of a skill is out of the concepts that have its card, and not told to who neither chose nor knows it", async () => {
    expect(Object.keys(await stages())).toEqual([...GENERAL_SKILLS]);
    await choose(SKILLS);
    await passed("a", ["en-zh", "formula-term"], 1);
    expect(await stages()).toMatchObject({ "en-zh": [2, 1], "formula-term": [1, 1], "term-formula": [2, 0] });
    await choose(GENERAL_SKILLS);
    expect(Object.keys(await stages())).toEqual([...GENERAL_SKILLS, "formula-term"]);
    await seed("a", "b", "c");
    await choose(SKILLS);
    expect(Object.keys(await stages())).toEqual([...GENERAL_SKILLS]);
  });

  test("leave every queue with the formula, keep what was learned, and come back with it", async () => {
    await choose(SKILLS);
    await updateSettings(user, { reviewsPerDay: 200, newPerDay: 0 });
    await passed("a", ["formula-term"], 3);
    await passed("b", ["en-zh"], 3);
    await send([past(cardId("c", "formula-term"), 0, 1)]);
    const aside = { conceptId: conceptId("core", "c"), cardId: cardId("c", "term-formula"), nowMs: NOW_MS };
    await setSuspension(user, { ...aside, suspended: true });
    const rows = () => subject.prisma.cardState.findMany({ where: { userId: user }, orderBy: { cardId: "asc" } });
    const [known, before] = [await rows(), await session()];
    const progress = () => getProgress(user, { nowMs: NOW_MS });
    expect(before.counts).toMatchObject({ due: 2, drill: 1 });
    expect((await progress()).concepts).toEqual({ started: 3, all: 3 });

    await seed("a", "b", "c");
    expect(await dueCards()).toEqual([cardId("b")]);
    expect((await session()).counts).toEqual({ due: 1, new: 0, drill: 0, waiting: 0 });
    expect(await progress()).toMatchObject({ today: { due: 1 }, concepts: { started: 1, all: 3 }, hardest: [] });
    expect((await getConceptSkills(user, "a")).map(({ skill }) => skill)).toEqual([...GENERAL_SKILLS]);
    await updateSettings(user, { newPerDay: 9 });
    expect(await newCards()).toEqual([cardId("a")]);
    await updateSettings(user, { newPerDay: 0 });
    expect(await rows()).toEqual(known);
    let exported = "";
    for await (const piece of exportEverything(user)) exported += piece;
    expect(JSON.parse(exported).states).toHaveLength(3);
    // What was set aside meanwhile can still be taken back, and not be set aside anew.
    await setSuspension(user, { ...aside, suspended: false });
    expect(await listSuspensions(user)).toEqual([]);
    await expect(setSuspension(user, { ...aside, suspended: true })).rejects.toMatchObject({ code: "not-found" });
    expect((await examineDatabase({ repair: false })).faults).toEqual([]);

    await seed("A", "b", "C");
    expect(await session()).toEqual(before);
    expect(await rows()).toEqual(known);
  });

  test("are not begun once the formula has gone, neither first nor after the others", async () => {
    await passed("a", GENERAL_SKILLS, 1);
    await choose(SKILLS);
    expect(await newCards()).toContain(cardId("a", "formula-term"));
    await seed("a", "b", "c");
    expect(await newCards()).toEqual([cardId("b"), cardId("c")]);
    await choose(FORMULA_SKILLS);
    expect(await session()).toMatchObject({ queue: [], counts: { new: 0, waiting: 0 }, moreNew: 0 });
    await seed("A", "b", "C");
    expect(await newCards()).toEqual([cardId("a", "formula-term"), cardId("c", "formula-term")]);
  });

  test("a card set aside lets the ladder go on above it, and one that is gone ends it", async () => {
    await choose(FORMULA_SKILLS);
    const first = { conceptId: conceptId("core", "a"), cardId: cardId("a", "formula-term"), nowMs: NOW_MS };
    await setSuspension(user, { ...first, suspended: true });
    expect(await newCards()).toEqual([cardId("a", "term-formula"), cardId("c", "formula-term")]);
    await seed("a", "b", "C");
    expect(await newCards()).toEqual([cardId("c", "formula-term")]);
  });

  test("the doctor derives which of the six skills are started", async () => {
    await passed("a", SKILLS, 2);
    await passed("b", ["en-zh"], 2);
    const undone = past(cardId("c", "term-formula"), 2);
    await send([undone, past(cardId("c", "formula-term"), 2)]);
    await send([
      {
        ...{ kind: "undo", id: makeId(), targetId: undone.id, cardId: undone.cardId },
        ...{ answeredAt: undone.answeredAt + 1, timeZone: "UTC" },
      },
    ]);
    const marks = async () => {
      const rows = await subject.prisma.cardState.findMany({ where: { userId: user } });
      return [...new Set(rows.map((row) => `${row.conceptId} ${row.started}`))].sort();
    };
    const right = ["core.a 63", "core.b 1", "core.c 16"];
    expect(await marks()).toEqual(right);
    await subject.prisma.cardState.updateMany({ where: { userId: user }, data: { started: 15 } });
    const { faults } = await examineDatabase({ repair: true });
    expect(faults.map(({ name, count }) => [name, count])).toEqual([["wrong-started", 8]]);
    expect(await marks()).toEqual(right);
  });

  test("the doctor makes a lost card of a formula again, brings back one retired without a reason, and leaves the rest", async () => {
    await subject.prisma.card.delete({ where: { id: cardId("a", "formula-term") } });
    await subject.prisma.card.update({
      where: { id: cardId("c", "term-formula") },
      data: { retiredAt: new Date(NOW_MS) },
    });
    const { faults } = await examineDatabase({ repair: true });
    expect(faults.map(({ name, count }) => [name, count])).toEqual([["missing-card", 2]]);
    expect(await subject.prisma.card.count({ where: { retiredAt: null } })).toBe(16);
    expect(await countFormulaConcepts(["core"])).toBe(2);
    expect((await examineDatabase({ repair: true })).faults).toEqual([]);
  });
});

describeOnEachEngine("a database from before there were formula cards", (subject) => {
  test("has them after the next seed, and the learners' cards are as they were", async () => {
    const { prisma } = subject;
    const seed = () => seedDatabase({ prisma, decks: [deckOf(["A", "b"])], nowMs: NOW_MS });
    await seed();
    // As it was: four cards each, the formula as TeX alone, and settings that name the four skills.
    await prisma.card.deleteMany({ where: { skill: { in: [...FORMULA_SKILLS] } } });
    const { content } = await prisma.concept.findUniqueOrThrow({ where: { slug: "a" } });
    const old = JSON.stringify({ ...JSON.parse(content), formula: FORMULA.tex, figures: undefined });
    await prisma.concept.update({ where: { slug: "a" }, data: { content: old, checksum: "of the old content" } });
    const user = await makeLearner(prisma);
    const ops = GENERAL_SKILLS.map((skill) => answer(cardId("a", skill), { answeredAt: NOW_MS - DAY_MS }));
    await recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
    const states = () => prisma.cardState.findMany({ orderBy: { cardId: "asc" } });
    const before = await states();
    expect((await examineDatabase({ repair: false })).faults).toEqual([]);

    expect((await seed()).changed).toEqual(["a"]);
    expect(await prisma.card.count()).toBe(10);
    expect(await states()).toEqual(before);
    const newOnes = async () =>
      (await getSession(user, { nowMs: NOW_MS })).queue.flatMap((entry) =>
        entry.kind === "new" ? [entry.cardId] : [],
      );
    expect(await newOnes()).toEqual([cardId("b")]);
    await updateSettings(user, { skills: SKILLS, reviewsPerDay: 0 });
    expect(await newOnes()).toEqual([cardId("a", "formula-term"), cardId("b")]);
    expect((await seed()).changed).toEqual([]);
  });
});

describeOnEachEngine("formula cards far into a large deck", (subject) => {
  test("concepts without a formula stay new for other skills, however far the search has come", async () => {
    const { prisma } = subject;
    const plain = Array.from({ length: 300 }, (_, index) => `p${String(index).padStart(3, "0")}`);
    await seedDatabase({ prisma, decks: [deckOf([...plain, "Z"])], nowMs: NOW_MS });
    const user = await makeLearner(prisma);
    const opened = async () => (await getSession(user, { nowMs: NOW_MS })).queue.map((entry) => entry.cardId);
    await updateSettings(user, { skills: FORMULA_SKILLS, newPerDay: 2 });
    expect(await opened()).toEqual([cardId("z", "formula-term")]);
    // The search has found no place that it could remember.
    expect(await prisma.learnerDeck.findMany({ where: { userId: user } })).toEqual([]);
    await updateSettings(user, { skills: GENERAL_SKILLS });
    expect(await opened()).toEqual([cardId("p000"), cardId("p001")]);
  });
});
