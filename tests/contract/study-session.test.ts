import { beforeEach, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { addExtraNew, updateSettings } from "@/lib/data/settings";
import { getSession } from "@/lib/data/study-session";
import { setSuspension } from "@/lib/data/suspensions";
import { type CardId, GENERAL_SKILLS, type Operation, SKILLS, type UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import {
  answer,
  cardId,
  conceptId,
  DAY_MS,
  makeId,
  makeLearner,
  NOW_MS,
  setGlossaryVersion,
  TODAY,
  writeDeck,
} from "./small-glossary";

const SQUARE = {
  tex: "x^2",
  reading: { zh: "x 的平方", en: "x squared" },
  symbols: [{ tex: "x", zh: "一个数", en: "a number" }],
};
const SLUGS = Array.from({ length: 30 }, (_, i) => `c${String(i).padStart(2, "0")}`);

describeOnEachEngine("getSession", (subject) => {
  let user: UserId;
  let written = false;
  beforeEach(async () => {
    if (!written) {
      const links = { confusable: ["c01", "nowhere"], prerequisites: ["c02"], formula: SQUARE };
      await writeDeck(
        subject.prisma,
        "core",
        SLUGS.map((slug) => (slug === "c00" ? { slug, ...links } : { slug })),
      );
      await writeDeck(subject.prisma, "formulas", [{ slug: "f0", formula: SQUARE }]);
      await writeDeck(subject.prisma, "extra", [{ slug: "e0" }, { slug: "e1" }]);
      await setGlossaryVersion(subject.prisma, "1");
      written = true;
    }
    user = await makeLearner(subject.prisma);
  });
  const send = (ops: readonly Operation[]) => recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
  const session = (days = 0) => getSession(user, { nowMs: NOW_MS + days * DAY_MS });
  const queued = async (days = 0) => (await session(days)).queue.map((entry) => entry.cardId);
  /** An answer `days` days ago. */
  const past = (card: CardId, days: number, quality: 1 | 3 | 4 | 5 = 4) =>
    answer(card, { quality, answeredAt: NOW_MS - days * DAY_MS });

  test("a newcomer gets the first twelve concepts by their first skill, with content", async () => {
    const payload = await session();
    expect(payload.queue).toEqual(SLUGS.slice(0, 12).map((slug) => ({ cardId: cardId(slug), kind: "new" })));
    expect(payload).toMatchObject({
      ...{ studyDay: TODAY, serverNow: NOW_MS, dayEndsAt: (TODAY + 1) * DAY_MS + 4 * 3_600_000 },
      counts: { due: 0, new: 12, drill: 0, waiting: 0 },
      limits: { newPerDay: 12, reviewsPerDay: 200 },
      settings: { timeZone: "UTC", rolloverHour: 4, definitionLanguage: "zh", twoButtons: false },
      ...{ today: [], answeredKinds: {}, next: null, moreNew: 18, msPerAnswer: 8_000, dueTomorrow: 0 },
    });
    expect(payload.cards[0]).toEqual({
      ...{ cardId: cardId("c00"), conceptId: "core.c00", skill: "en-zh", progress: null, log: [], version: 0 },
    });
    expect(payload.concepts).toHaveLength(12);
    expect(payload.concepts[0]).toMatchObject({
      ...{ slug: "c00", id: "core.c00", deckId: "core", topic: { id: "core.all", slug: "all" } },
      confusable: [{ slug: "c01", en: "c01", zh: "术语c01" }],
      prerequisites: [{ slug: "c02" }],
      formula: { mathml: expect.stringContaining("<msup>") },
      figure: null,
    });
  });

  test("what is answered leaves the queue and stands in today's log, oldest first", async () => {
    const [first, second] = [answer(cardId("c00")), answer(cardId("c01"), { answeredAt: NOW_MS - 1_000 })];
    await send([first, second]);
    const payload = await session();
    expect(payload.queue.map((entry) => entry.cardId)).toEqual(SLUGS.slice(2, 12).map((slug) => cardId(slug)));
    expect(payload.today.map((op) => op.id)).toEqual([second.id, first.id]);
    expect(payload.answeredKinds).toEqual({ [cardId("c00")]: "new", [cardId("c01")]: "new" });
    const answered = payload.cards.find((card) => card.cardId === cardId("c00"));
    expect(answered).toMatchObject({
      version: 1,
      log: [{ id: first.id }],
      progress: { answers: 1, dueDay: TODAY + 1 },
    });
    expect(payload).toMatchObject({ next: { studyDay: TODAY + 1, due: 2 }, dueTomorrow: 2 });
  });

  test("a card scored below 4 comes back as drill until it scores 4", async () => {
    await send([answer(cardId("c00"), { quality: 3 })]);
    const before = await session();
    expect(before.counts).toMatchObject({ drill: 1, new: 11 });
    expect(before.queue).toContainEqual({ cardId: cardId("c00"), kind: "drill" });
    await send([answer(cardId("c00"), { answeredAt: NOW_MS + 1_000 })]);
    expect((await session()).counts.drill).toBe(0);
  });

  test("due cards come on their day, the most overdue relative to their interval first", async () => {
    await send([past(cardId("c00"), 4), past(cardId("c01"), 2), past(cardId("c02"), 20), past(cardId("c02"), 19)]);
    await updateSettings(user, { newPerDay: 0 });
    const payload = await session();
    expect(payload.queue).toEqual([
      { cardId: cardId("c00"), kind: "due" },
      { cardId: cardId("c02"), kind: "due" },
      { cardId: cardId("c01"), kind: "due" },
    ]);
    expect(payload.counts).toEqual({ due: 3, new: 0, drill: 0, waiting: 0 });
  });

  test("no more reviews than the limit; the rest waits, also after some are done", async () => {
    await send(SLUGS.slice(0, 10).map((slug) => past(cardId(slug), 3)));
    await updateSettings(user, { newPerDay: 0, reviewsPerDay: 4 });
    const payload = await session();
    expect(payload.counts).toEqual({ due: 4, new: 0, drill: 0, waiting: 6 });
    expect(payload.dueTomorrow).toBe(6);
    const [first] = payload.queue;
    if (!first) throw new Error("no card");
    await send([answer(first.cardId)]);
    const rest = await session();
    expect(rest.counts).toEqual({ due: 3, new: 0, drill: 0, waiting: 6 });
    expect(rest.queue).toEqual(payload.queue.slice(1));
    expect(rest.answeredKinds).toEqual({ [first.cardId]: "due" });
  });

  test("an answer ahead of time is told as such and takes no one's place", async () => {
    await send([past(cardId("c00"), 2), past(cardId("c00"), 1), answer(cardId("c00"))]);
    const payload = await session();
    expect(payload.answeredKinds).toEqual({ [cardId("c00")]: "ahead" });
    expect(payload.counts).toMatchObject({ due: 0, new: 12 });
  });

  test("the ladder: the next skill opens on the day after a pass, before new concepts", async () => {
    await send([past(cardId("c03"), 1, 3), past(cardId("c04"), 1, 1), answer(cardId("c05"))]);
    await updateSettings(user, { reviewsPerDay: 0 });
    const cards = (await session()).queue.filter((entry) => entry.kind === "new").map((entry) => entry.cardId);
    expect(cards[0]).toBe(cardId("c03", "term-definition"));
    expect(cards).not.toContain(cardId("c04", "term-definition"));
    expect(cards).not.toContain(cardId("c05", "term-definition"));
    expect(cards.slice(1, 4)).toEqual([cardId("c00"), cardId("c01"), cardId("c02")]);
  });

  test("the ladder has only the rungs of enabled skills", async () => {
    await send([past(cardId("c03"), 1)]);
    await updateSettings(user, { skills: ["zh-en", "en-zh"], reviewsPerDay: 0, newPerDay: 1 });
    expect(await queued()).toEqual([cardId("c03", "zh-en")]);
    await updateSettings(user, { skills: ["definition-term"] });
    expect(await queued()).toEqual([cardId("c03", "definition-term")]);
  });

  test.each([
    { of: "with a formula", deckId: "formulas", slug: "f0", has: SKILLS, enabledSets: [1, 10, 16, 37, 48, 63] },
    {
      of: "without a formula",
      deckId: "core",
      slug: "c07",
      has: GENERAL_SKILLS,
      enabledSets: [1, 4, 5, 10, 15, 48, 63],
    },
  ])("every set of started and enabled skills of a concept $of opens what the ladder says", async (concept) => {
    const { deckId, slug, has, enabledSets } = concept;
    const setOf = (bits: number) => SKILLS.filter((_, i) => bits & (1 << i));
    for (let bits = 0; bits < 1 << has.length; bits += 1) {
      const learner = await makeLearner(subject.prisma);
      const ops = setOf(bits).map((skill) => past(cardId(slug, skill, deckId), 1));
      await recordOperations(learner, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
      for (const enabled of enabledSets.map(setOf)) {
        await updateSettings(learner, { skills: enabled, newPerDay: 30, reviewsPerDay: 0, decks: [deckId] });
        const payload = await getSession(learner, { nowMs: NOW_MS });
        const opened = payload.queue.filter((entry) => entry.cardId.startsWith(`${deckId}.${slug}.`));
        const expected = has.find((skill) => enabled.includes(skill) && !setOf(bits).includes(skill));
        expect({ bits, enabled, opened }).toEqual({
          ...{ bits, enabled },
          opened: expected ? [{ cardId: cardId(slug, expected, deckId), kind: "new" }] : [],
        });
      }
    }
  });

  test("a card of a skill that is switched off is not asked, due or failed", async () => {
    await send([past(cardId("c00"), 3), answer(cardId("c01"), { quality: 1 })]);
    await updateSettings(user, { skills: ["zh-en"], newPerDay: 0 });
    expect(await queued()).toEqual([]);
  });

  test("decks: only the chosen ones, new cards and due", async () => {
    await send([past(cardId("c00"), 3)]);
    await updateSettings(user, { decks: ["extra"] });
    expect(await queued()).toEqual([cardId("e0", "en-zh", "extra"), cardId("e1", "en-zh", "extra")]);
    await updateSettings(user, { decks: ["extra", "core"], newPerDay: 31 });
    const cards = await queued();
    expect(cards).toContain(cardId("c00"));
    expect(cards.slice(-2)).toEqual([cardId("e0", "en-zh", "extra"), cardId("e1", "en-zh", "extra")]);
  });

  test("a concept or card that is set aside is out, due, new or failed, until it is taken back", async () => {
    await send([past(cardId("c00"), 3), past(cardId("c01"), 3), answer(cardId("c02"), { quality: 1 })]);
    await updateSettings(user, { newPerDay: 2 });
    expect(new Set(await queued())).toEqual(new Set(["c00", "c01", "c02", "c03"].map((slug) => cardId(slug))));
    const aside = async (slug: string, card: CardId | null, suspended: boolean) =>
      setSuspension(user, { conceptId: conceptId("core", slug), cardId: card, suspended, nowMs: NOW_MS });
    for (const slug of ["c00", "c02", "c03"]) await aside(slug, null, true);
    await aside("c01", cardId("c01"), true);
    // c01's first skill is set aside, so its second opens as if it were the first.
    expect(await queued()).toEqual([cardId("c01", "term-definition")]);
    for (const slug of ["c00", "c02", "c03"]) await aside(slug, null, false);
    await aside("c01", cardId("c01"), false);
    expect(new Set(await queued())).toEqual(new Set(["c00", "c01", "c02", "c03"].map((slug) => cardId(slug))));
  });

  test("a retired concept is out", async () => {
    await send([past(cardId("c29"), 3)]);
    const id = "core.c28";
    await subject.prisma.concept.updateMany({
      where: { id: { in: [id, "core.c29"] } },
      data: { retiredAt: new Date(NOW_MS) },
    });
    await updateSettings(user, { newPerDay: 100 });
    const cards = await queued();
    expect(cards).not.toContain(cardId("c28"));
    expect(cards).not.toContain(cardId("c29"));
    expect(cards).toHaveLength(28);
    await subject.prisma.concept.updateMany({ where: { id: { in: [id, "core.c29"] } }, data: { retiredAt: null } });
  });

  test("siblings are not asked on one day where it can be avoided", async () => {
    await send([past(cardId("c00"), 1), past(cardId("c00", "zh-en"), 1)]);
    await updateSettings(user, { newPerDay: 0 });
    expect(await queued()).toHaveLength(1);
    expect(await queued(1)).toHaveLength(2);
  });

  test("more new cards for today only, when asked for", async () => {
    await addExtraNew(user, { count: 5, nowMs: NOW_MS });
    await addExtraNew(user, { count: 2, nowMs: NOW_MS });
    expect(await session()).toMatchObject({ counts: { new: 19 }, limits: { newPerDay: 19 }, moreNew: 11 });
    expect((await session(1)).counts.new).toBe(12);
    for (const count of [0, -1, 1.5, 201, Number.NaN]) {
      await expect(addExtraNew(user, { count, nowMs: NOW_MS })).rejects.toMatchObject({ code: "invalid-input" });
    }
  });

  test("an undone first answer makes the card new again", async () => {
    const op = answer(cardId("c00"));
    await send([op]);
    await send([
      { kind: "undo", id: makeId(), targetId: op.id, cardId: op.cardId, answeredAt: NOW_MS + 1, timeZone: "UTC" },
    ]);
    const payload = await session();
    expect(payload.queue[0]).toEqual({ cardId: cardId("c00"), kind: "new" });
    expect(payload.answeredKinds).toEqual({});
    expect(payload.today).toHaveLength(2);
    expect(payload.cards.find((card) => card.cardId === cardId("c00"))).toMatchObject({ progress: null, version: 2 });
  });

  test("the time per answer is the median of the latest", async () => {
    await send(SLUGS.slice(0, 11).map((slug, i) => answer(cardId(slug), { elapsedMs: 1_000 * (i + 1) })));
    expect((await session()).msPerAnswer).toBe(6_000);
  });

  test("it is the learner's own", async () => {
    await send([answer(cardId("c00"))]);
    const other = await getSession(await makeLearner(subject.prisma), { nowMs: NOW_MS });
    expect(other).toMatchObject({ today: [], counts: { new: 12 }, next: null });
  });
});

describeOnEachEngine("getSession in a large deck", (subject) => {
  test("finds what is new again before the place where the search begins", async () => {
    const slugs = Array.from({ length: 320 }, (_, i) => `d${i}`);
    await writeDeck(
      subject.prisma,
      "core",
      slugs.map((slug) => ({ slug })),
    );
    await setGlossaryVersion(subject.prisma, "1");
    const user = await makeLearner(subject.prisma);
    await updateSettings(user, { newPerDay: 300, reviewsPerDay: 0 });
    const ops = slugs.slice(0, 310).map((slug) => answer(cardId(slug), { answeredAt: NOW_MS }));
    for (let i = 0; i < ops.length; i += 200) {
      await recordOperations(user, { ops: ops.slice(i, i + 200), sentAt: NOW_MS, receivedAt: NOW_MS });
    }
    await addExtraNew(user, { count: 50, nowMs: NOW_MS });
    const fresh = async () => (await getSession(user, { nowMs: NOW_MS })).queue.map((entry) => entry.cardId);
    expect(await fresh()).toEqual(slugs.slice(310).map((slug) => cardId(slug)));
    const stored = () =>
      subject.prisma.learnerDeck.findUnique({ where: { userId_deckId: { userId: user, deckId: "core" } } });
    expect(await stored()).toMatchObject({ openFrom: 310, openVersion: "1" });
    const undone = ops[7];
    if (!undone) throw new Error("no operation");
    const undo = {
      kind: "undo",
      id: makeId(),
      targetId: undone.id,
      cardId: undone.cardId,
      answeredAt: NOW_MS,
      timeZone: "UTC",
    } as const;
    await recordOperations(user, { ops: [undo], sentAt: NOW_MS, receivedAt: NOW_MS });
    expect((await fresh())[0]).toBe(cardId("d7"));
    await setGlossaryVersion(subject.prisma, "2");
    expect((await fresh())[0]).toBe(cardId("d7"));
  });
});
