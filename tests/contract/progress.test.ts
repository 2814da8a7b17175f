import { beforeAll, beforeEach, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { getProgress } from "@/lib/data/progress";
import { updateSettings } from "@/lib/data/settings";
import { setSuspension } from "@/lib/data/suspensions";
import { type CardId, GENERAL_SKILLS, type Operation, type UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, conceptId, DAY_MS, makeId, makeLearner, NOW_MS, TODAY, writeDeck } from "./small-glossary";

describeOnEachEngine("getProgress", (subject) => {
  let user: UserId;
  beforeAll(async () => {
    await writeDeck(
      subject.prisma,
      "core",
      ["a", "b", "c", "d", "e"].map((slug) => ({ slug })),
    );
    await writeDeck(subject.prisma, "extra", [{ slug: "x" }]);
  });
  beforeEach(async () => {
    user = await makeLearner(subject.prisma);
  });
  const send = (ops: readonly Operation[]) => recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });
  const progress = () => getProgress(user, { nowMs: NOW_MS });
  const past = (card: CardId, days: number, quality: 1 | 3 | 4 | 5 = 4) =>
    answer(card, { quality, answeredAt: NOW_MS - days * DAY_MS });
  /** Day by day, what has been counted in the heat map. */
  const heat = async () =>
    (await progress()).heatMap.flatMap((week) =>
      week.days.flatMap((cell) => (cell && cell.count > 0 ? [[cell.studyDay - TODAY, cell.count]] : [])),
    );

  test("a newcomer's is empty but whole", async () => {
    const view = await progress();
    expect(view).toMatchObject({
      ...{ studyDay: TODAY, today: { answers: 0, elapsedMs: 0, due: 0 }, streak: { days: 0, includesToday: false } },
      ...{ retention: [], hardest: [], concepts: { started: 0, all: 5 } },
    });
    expect(view.heatMap).toHaveLength(53);
    expect(view.forecast).toHaveLength(30);
    expect(view.forecast.every((day) => day.due === 0)).toBe(true);
    expect(view.stages).toEqual(
      GENERAL_SKILLS.map((skill) => ({ skill, enabled: true, new: 5, learning: 0, young: 0, mature: 0 })),
    );
  });

  test("today: answers, time, and what is due", async () => {
    await send([
      past(cardId("a"), 3),
      answer(cardId("b"), { elapsedMs: 2_000 }),
      answer(cardId("c"), { elapsedMs: 5_000 }),
    ]);
    expect((await progress()).today).toEqual({ answers: 2, elapsedMs: 7_000, due: 1 });
  });

  test("the heat map counts answers that stand, drill too, on their study day", async () => {
    const undone = past(cardId("a"), 2);
    const undo = { kind: "undo", id: makeId(), targetId: undone.id, cardId: undone.cardId, timeZone: "UTC" } as const;
    await send([
      ...[undone, { ...undo, answeredAt: undone.answeredAt + 1 }],
      ...[past(cardId("b"), 2, 1), past(cardId("b"), 2), past(cardId("c"), 1), answer(cardId("d"))],
    ]);
    expect(await heat()).toEqual([
      [-2, 2],
      [-1, 1],
      [0, 1],
    ]);
  });

  test("the streak goes on through today when there is an answer, and waits for it when not", async () => {
    await send([past(cardId("a"), 5), past(cardId("a"), 3), past(cardId("b"), 2), past(cardId("c"), 1)]);
    expect((await progress()).streak).toEqual({ days: 3, includesToday: false });
    await send([answer(cardId("d"))]);
    expect((await progress()).streak).toEqual({ days: 4, includesToday: true });
  });

  test("the forecast has overdue cards today and the others on their day", async () => {
    await send([
      past(cardId("a"), 9),
      past(cardId("b"), 1),
      answer(cardId("c")),
      past(cardId("d"), 7),
      past(cardId("d"), 6),
    ]);
    const { forecast } = await progress();
    expect(forecast.filter((day) => day.due > 0)).toEqual([
      { studyDay: TODAY, due: 3 },
      { studyDay: TODAY + 1, due: 1 },
    ]);
  });

  test("stages by skill", async () => {
    await send([
      ...[past(cardId("a"), 1)],
      ...[past(cardId("b"), 10), past(cardId("b"), 9)],
      ...[
        past(cardId("c", "zh-en"), 99),
        past(cardId("c", "zh-en"), 98),
        past(cardId("c", "zh-en"), 90),
        past(cardId("c", "zh-en"), 60),
      ],
    ]);
    await updateSettings(user, { skills: ["en-zh"] });
    const { stages, concepts } = await progress();
    expect(stages[0]).toEqual({ skill: "en-zh", enabled: true, new: 3, learning: 1, young: 1, mature: 0 });
    expect(stages[2]).toEqual({ skill: "zh-en", enabled: false, new: 4, learning: 0, young: 0, mature: 1 });
    expect(concepts).toEqual({ started: 3, all: 5 });
  });

  test("true retention counts due reviews only: neither first answers, nor drill, nor answers ahead", async () => {
    await send([
      ...[
        past(cardId("a"), 20),
        past(cardId("a"), 19, 1),
        past(cardId("a"), 19),
        past(cardId("a"), 18, 3),
        past(cardId("a"), 18),
      ],
      ...[past(cardId("b"), 20), past(cardId("b"), 19), past(cardId("b"), 17)],
    ]);
    const { retention } = await progress();
    expect(retention.reduce((sum, week) => sum + week.n, 0)).toBe(3);
    expect(retention.reduce((sum, week) => sum + week.passed, 0)).toBe(2);
  });

  test("the hardest are those forgotten most, then those of the lowest E-Factor", async () => {
    await send([
      ...[past(cardId("a"), 20), past(cardId("a"), 19, 1), past(cardId("a"), 18, 1)],
      ...[past(cardId("b"), 20), past(cardId("b"), 19, 1)],
      ...[past(cardId("c"), 20, 3), past(cardId("c"), 19, 3), past(cardId("d"), 20, 3), past(cardId("e"), 20)],
    ]);
    const { hardest } = await progress();
    expect(hardest.map(({ slug, lapses, efactorHundredths }) => [slug, lapses, efactorHundredths])).toEqual([
      ["a", 2, 250],
      ["b", 1, 250],
      ["c", 0, 222],
      ["d", 0, 236],
    ]);
    expect(hardest[0]).toMatchObject({ cardId: cardId("a"), skill: "en-zh", zh: "术语a", answers: 3 });
  });

  test("what is set aside, retired or of another deck is not due", async () => {
    await send([past(cardId("a"), 3), past(cardId("b"), 3), past(cardId("x", "en-zh", "extra"), 3)]);
    await setSuspension(user, { conceptId: conceptId("core", "a"), cardId: null, suspended: true, nowMs: NOW_MS });
    const where = { id: "core.b" };
    await subject.prisma.concept.update({ where, data: { retiredAt: new Date(NOW_MS) } });
    const view = await progress();
    expect(view.today.due).toBe(0);
    expect(view.concepts).toEqual({ started: 1, all: 4 });
    await subject.prisma.concept.update({ where, data: { retiredAt: null } });
  });

  test("it is the learner's own", async () => {
    await send([past(cardId("a"), 3, 1), answer(cardId("b"))]);
    const others = await getProgress(await makeLearner(subject.prisma), { nowMs: NOW_MS });
    expect(others).toMatchObject({ today: { answers: 0, due: 0 }, hardest: [], concepts: { started: 0 } });
  });
});
