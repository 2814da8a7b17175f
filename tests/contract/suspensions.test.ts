import { beforeAll, beforeEach, expect, test } from "vitest";
import { listSuspensions, setSuspension } from "@/lib/data/suspensions";
import type { UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { cardId, conceptId, makeLearner, NOW_MS, writeDeck } from "./small-glossary";

const IOU = conceptId("core", "iou");

describeOnEachEngine("suspensions", (subject) => {
  let user: UserId;
  beforeAll(() => writeDeck(subject.prisma, "core", [{ slug: "iou" }, { slug: "loss" }]));
  beforeEach(async () => {
    user = await makeLearner(subject.prisma);
  });

  test("a card and a whole concept are set aside apart from each other, oldest first", async () => {
    await setSuspension(user, { conceptId: IOU, cardId: cardId("iou"), suspended: true, nowMs: NOW_MS });
    await setSuspension(user, { conceptId: IOU, cardId: null, suspended: true, nowMs: NOW_MS + 1 });
    expect(await listSuspensions(user)).toEqual([
      { conceptId: IOU, cardId: cardId("iou"), suspendedAt: NOW_MS },
      { conceptId: IOU, cardId: null, suspendedAt: NOW_MS + 1 },
    ]);
    await setSuspension(user, { conceptId: IOU, cardId: null, suspended: false, nowMs: NOW_MS + 2 });
    expect(await listSuspensions(user)).toMatchObject([{ cardId: cardId("iou") }]);
  });

  test("twice is once, and taking back what was not set aside is nothing", async () => {
    for (const suspended of [false, true, true]) {
      await setSuspension(user, { conceptId: IOU, cardId: null, suspended, nowMs: NOW_MS });
    }
    expect(await listSuspensions(user)).toHaveLength(1);
  });

  test("an unknown concept, an unknown card and another concept's card are not found", async () => {
    const bad = [
      { conceptId: conceptId("core", "nothing"), cardId: null },
      { conceptId: IOU, cardId: cardId("nothing") },
      { conceptId: IOU, cardId: cardId("loss") },
    ];
    for (const target of bad) {
      const attempt = setSuspension(user, { ...target, suspended: true, nowMs: NOW_MS });
      await expect(attempt).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await listSuspensions(user)).toEqual([]);
  });

  test("they are each learner's own", async () => {
    const other = await makeLearner(subject.prisma);
    await setSuspension(other, { conceptId: IOU, cardId: null, suspended: true, nowMs: NOW_MS });
    await setSuspension(user, { conceptId: IOU, cardId: null, suspended: false, nowMs: NOW_MS });
    expect(await listSuspensions(user)).toEqual([]);
    expect(await listSuspensions(other)).toHaveLength(1);
  });
});
