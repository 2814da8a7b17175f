import { beforeAll, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { getConceptSkills } from "@/lib/data/concept-skills";
import { getConcept, getPrerequisiteMap, listConcepts, listDecks, searchConcepts } from "@/lib/data/glossary";
import { setSuspension } from "@/lib/data/suspensions";
import { GENERAL_SKILLS, SKILLS } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, conceptId, makeLearner, NOW_MS, setGlossaryVersion, TODAY, writeDeck } from "./small-glossary";

const NABLA = {
  tex: String.raw`\term{\nabla} f`,
  reading: { zh: "{term} f", en: "{term} f" },
  symbols: [{ tex: "f", zh: "函数", en: "a function" }],
};

describeOnEachEngine("the glossary", (subject) => {
  beforeAll(async () => {
    await writeDeck(subject.prisma, "core", [
      { slug: "iou", en: "Intersection over Union", zh: "交并比", pinyin: "jiāo bìng bǐ", abbreviations: ["IoU"] },
      { slug: "gradient", en: "Gradient", zh: "梯度", formula: NABLA, confusable: ["iou", "old"] },
      { slug: "old", en: "Old term", prerequisites: ["iou"] },
    ]);
    await writeDeck(subject.prisma, "second", [{ slug: "extra", en: "Extra", prerequisites: ["iou", "lost"] }]);
    await writeDeck(subject.prisma, "gone", [{ slug: "lost", en: "Lost" }]);
    const retiredAt = new Date(NOW_MS);
    await subject.prisma.concept.update({ where: { id: "core.old" }, data: { retiredAt } });
    await subject.prisma.deck.update({ where: { id: "gone" }, data: { retiredAt } });
    await setGlossaryVersion(subject.prisma, "1");
  });

  test("decks and topics in order, counting what is not retired", async () => {
    expect(await listDecks()).toEqual([
      {
        ...{ id: "core", name: { zh: "词表 core", en: "Deck core" }, description: { zh: "", en: "" }, concepts: 2 },
        topics: [{ id: "core.all", slug: "all", name: { zh: "全部", en: "All" }, concepts: 2 }],
      },
      expect.objectContaining({ id: "second", concepts: 1 }),
    ]);
  });

  test("all concepts in learning order, without the retired", async () => {
    const concepts = await listConcepts();
    expect(concepts.map((concept) => concept.slug)).toEqual(["iou", "gradient", "extra"]);
    expect(concepts[0]).toEqual({
      ...{
        id: "core.iou",
        topicId: "core.all",
        slug: "iou",
        section: "A-G",
        en: "Intersection over Union",
        zh: "交并比",
      },
      ...{ abbreviations: ["IoU"], pinyin: "jiāo bìng bǐ", definition: { zh: "释义。", en: "Meaning." } },
    });
  });

  test("search in both languages, by abbreviation and by pinyin", async () => {
    for (const query of ["iou", "交并", "jbb", "jiaobing", "union"]) {
      expect((await searchConcepts({ query, limit: 5 })).map((concept) => concept.slug)).toEqual(["iou"]);
    }
    expect(await searchConcepts({ query: "old term", limit: 5 })).toEqual([]);
    expect(await searchConcepts({ query: "meaning", limit: 2 })).toHaveLength(2);
  });

  test("a concept with its links resolved and its formula as MathML; retired links fall away", async () => {
    expect(await getConcept("gradient")).toMatchObject({
      ...{ id: "core.gradient", slug: "gradient", topic: { id: "core.all", name: { en: "All" } } },
      confusable: [{ slug: "iou", en: "Intersection over Union", zh: "交并比" }],
      formula: {
        mathml: expect.stringContaining("∇"),
        reading: { zh: "梯度 f", en: "Gradient f" },
        asked: { mathml: expect.not.stringContaining("∇"), reading: { zh: "什么 f", en: "what f" } },
        symbols: [{ mathml: expect.stringContaining("<mi>f</mi>"), zh: "函数", en: "a function" }],
      },
    });
    expect(await getConcept("iou")).toMatchObject({ formula: null });
  });

  test("what opens up after a concept, over all decks, without what is retired", async () => {
    expect(await getPrerequisiteMap("iou")).toMatchObject({
      before: { shown: [] },
      after: { shown: [{ slug: "extra", en: "Extra", zh: "术语extra" }], more: [] },
    });
    expect(await getPrerequisiteMap("extra")).toMatchObject({ before: { shown: [{ slug: "iou" }] } });
    for (const slug of ["gradient", "old", "nothing"]) expect(await getPrerequisiteMap(slug)).toBeNull();
  });

  test("no concept for an unknown slug or a retired one", async () => {
    for (const slug of ["nothing", "old", "", "Gradient"]) expect(await getConcept(slug)).toBeNull();
  });

  test("a new version of the glossary is seen at once, and only that", async () => {
    const where = { id: "core.gradient" };
    const { content } = await subject.prisma.concept.findUniqueOrThrow({ where });
    const changed = content.replace('"梯度"', '"斜率"');
    await subject.prisma.concept.update({ where, data: { content: changed } });
    await setGlossaryVersion(subject.prisma, "2");
    expect(await getConcept("gradient")).toMatchObject({ zh: "斜率" });
    expect(await searchConcepts({ query: "斜率", limit: 5 })).toMatchObject([{ slug: "gradient" }]);
    await subject.prisma.concept.update({ where, data: { content } });
    await setGlossaryVersion(subject.prisma, "3");
    expect(await searchConcepts({ query: "斜率", limit: 5 })).toEqual([]);
  });

  test("how well a learner knows each skill of a concept", async () => {
    const user = await makeLearner(subject.prisma);
    const ops = [answer(cardId("iou"), { quality: 5 })];
    await recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
    const aside = {
      conceptId: conceptId("core", "iou"),
      cardId: cardId("iou", "zh-en"),
      suspended: true,
      nowMs: NOW_MS,
    };
    await setSuspension(user, aside);
    const skills = await getConceptSkills(user, "iou");
    expect(skills.map((row) => row.skill)).toEqual([...GENERAL_SKILLS]);
    expect((await getConceptSkills(user, "gradient")).map((row) => row.skill)).toEqual([...SKILLS]);
    expect(skills[0]).toEqual({
      ...{ skill: "en-zh", cardId: cardId("iou"), intervalDays: 1, repetitions: 1, dueDay: TODAY + 1 },
      ...{ lastAnsweredAt: NOW_MS, lapses: 0, suspended: false },
    });
    const untouched = { intervalDays: 0, repetitions: 0, dueDay: null, lastAnsweredAt: null, lapses: 0 };
    expect(skills[2]).toEqual({ skill: "zh-en", cardId: cardId("iou", "zh-en"), ...untouched, suspended: true });
    await setSuspension(user, { ...aside, cardId: null });
    expect((await getConceptSkills(user, "iou")).every((row) => row.suspended)).toBe(true);
    const strangers = await getConceptSkills(await makeLearner(subject.prisma), "iou");
    expect(strangers.every((row) => row.dueDay === null && !row.suspended)).toBe(true);
    expect(await getConceptSkills(user, "nothing")).toEqual([]);
  });
});
