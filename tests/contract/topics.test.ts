import { beforeAll, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { getTopic, listConcepts, listDecks } from "@/lib/data/glossary";
import { hasGlossaryPage } from "@/lib/data/glossary-pages";
import { countConcepts } from "@/lib/data/progress-reads";
import { getShortestIntervals } from "@/lib/data/shortest-intervals";
import { coverageOf } from "@/lib/stats/coverage";
import { describeOnEachEngine } from "./harness";
import {
  answer,
  cardId,
  conceptId,
  DAY_MS,
  makeLearner,
  NOW_MS,
  setGlossaryVersion,
  writeDeck,
} from "./small-glossary";

describeOnEachEngine("topics", (subject) => {
  beforeAll(async () => {
    await writeDeck(subject.prisma, "core", [
      { slug: "a" },
      { slug: "b" },
      { slug: "c" },
      { slug: "d" },
      { slug: "old" },
    ]);
    await writeDeck(subject.prisma, "second", [{ slug: "x" }]);
    const topic = { deckId: "core", nameZh: "", nameEn: "" };
    await subject.prisma.topic.createMany({
      data: [
        { ...topic, id: "core.empty", slug: "empty", position: 1 },
        { ...topic, id: "core.late", slug: "late", position: 2 },
      ],
    });
    await subject.prisma.concept.update({ where: { id: "core.d" }, data: { topicId: "core.late" } });
    await subject.prisma.concept.update({ where: { id: "core.old" }, data: { retiredAt: new Date(NOW_MS) } });
    await setGlossaryVersion(subject.prisma, "1");
  });

  test("a topic has its concepts in learning order and its neighbours in the deck, past empty ones", async () => {
    const first = await getTopic({ deckId: "core", slug: "all" });
    expect(first?.concepts.map(({ slug }) => slug)).toEqual(["a", "b", "c"]);
    expect([first?.previous, first?.next?.slug, first?.deck.id]).toEqual([null, "late", "core"]);
    const last = await getTopic({ deckId: "core", slug: "late" });
    expect([last?.previous?.slug, last?.next]).toEqual(["all", null]);
    expect((await getTopic({ deckId: "second", slug: "all" }))?.concepts.map(({ slug }) => slug)).toEqual(["x"]);
  });

  test("there is no topic of another deck's, none that is empty, and none unheard of", async () => {
    for (const address of [
      { deckId: "second", slug: "late" },
      { deckId: "core", slug: "empty" },
      { deckId: "core", slug: "nothing" },
      { deckId: "nothing", slug: "all" },
    ]) {
      expect(await getTopic(address)).toBeNull();
    }
  });

  test("an address leads somewhere exactly if it has something to show", async () => {
    for (const path of [
      "",
      "/a",
      "/d",
      "/%61",
      "/topics/core/all",
      "/topics/second/all",
      "/topics/core",
      "/a/b",
      "/a/b/c/d",
    ])
      expect(await hasGlossaryPage(`/glossary${path}`), path).toBe(true);
    for (const path of [
      "/old",
      "/nothing",
      "/",
      "/A",
      "/topics",
      "/%FF",
      "/topics/core/empty",
      "/topics/core/x",
      "/topics/x/all",
    ])
      expect(await hasGlossaryPage(`/glossary${path}`), path).toBe(false);
  });

  test("every count of concepts is the same count", async () => {
    const decks = await listDecks();
    expect(decks.map(({ id, concepts }) => [id, concepts])).toEqual([
      ["core", 4],
      ["second", 1],
    ]);
    expect(await countConcepts(["core"])).toBe(4);
    expect(await countConcepts(["core", "second"])).toBe((await listConcepts()).length);
    for (const deck of decks) {
      for (const topic of deck.topics.filter(({ concepts }) => concepts > 0)) {
        const page = await getTopic({ deckId: deck.id, slug: topic.slug });
        expect(page?.concepts).toHaveLength(topic.concepts);
      }
    }
  });

  test("a learner's coverage counts concepts, by the answered card that is known least", async () => {
    const [user, stranger] = [await makeLearner(subject.prisma), await makeLearner(subject.prisma)];
    // Answered right on 1, 7 and 22 days: the interval is 6 days, then 15 and more, then above 21.
    const daysAgo = (days: number) => ({ answeredAt: NOW_MS - days * DAY_MS });
    const mature = (slug: string) =>
      [60, 59, 53, 30].map((days) => answer(cardId(slug), { ...daysAgo(days), quality: 5 }));
    const ops = [
      ...mature("a"),
      ...mature("b"),
      answer(cardId("b", "zh-en"), daysAgo(2)),
      answer(cardId("old"), daysAgo(2)),
    ].sort((one, other) => one.answeredAt - other.answeredAt);
    await recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
    const shortest = await getShortestIntervals(user);
    expect(shortest.get(conceptId("core", "a"))).toBeGreaterThanOrEqual(21);
    expect(shortest.get(conceptId("core", "b"))).toBe(1);
    const concepts = (await getTopic({ deckId: "core", slug: "all" }))?.concepts ?? [];
    expect(coverageOf(concepts, shortest)).toEqual({ concepts: 3, started: 2, mature: 1 });
    expect(await getShortestIntervals(stranger)).toEqual(new Map());
  });

  test("a card that the glossary has given up holds no concept down", async () => {
    const user = await makeLearner(subject.prisma);
    await recordOperations(user, { ops: [answer(cardId("c"))], sentAt: NOW_MS, receivedAt: NOW_MS });
    expect(await getShortestIntervals(user)).toEqual(new Map([[conceptId("core", "c"), 1]]));
    const where = { id: cardId("c") };
    await subject.prisma.card.update({ where, data: { retiredAt: new Date(NOW_MS) } });
    expect(await getShortestIntervals(user)).toEqual(new Map());
    await subject.prisma.card.update({ where, data: { retiredAt: null } });
  });
});
