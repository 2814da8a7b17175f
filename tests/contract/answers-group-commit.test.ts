import { beforeAll, describe, expect, test } from "vitest";
import { recordInTransaction, recordOperations } from "@/lib/data/answers";
import { makeGroupCommit } from "@/lib/data/group-commit";
import { lockLearners } from "@/lib/data/learner-lock";
import type { UserId } from "@/lib/srs/types";
import { describeOnEachEngine } from "./harness";
import { answer, cardId, makeLearner, NOW_MS, writeDeck } from "./small-glossary";

/** Long enough for all that is not waiting for a gate: two turns of the event loop. */
async function turn(): Promise<void> {
  for (let i = 0; i < 2; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A commit that the test lets through by hand. */
function controlled(options: { readonly atOnce?: number; readonly weightLimit?: number; readonly bad?: string } = {}) {
  const groups: string[][] = [];
  const gates: (() => void)[] = [];
  const commitTogether = makeGroupCommit<string, string>({
    async commit(requests) {
      groups.push([...requests]);
      await new Promise<void>((open) => gates.push(open));
      if (requests.some((request) => request === options.bad)) throw new Error("bad request");
      return requests.map((request) => `${request}!`);
    },
    atOnce: () => options.atOnce ?? 1,
    // "a1" and "a2" are both of a.
    ownerOf: (request) => request.replace(/\d$/, ""),
    weightOf: (request) => request.length,
    weightLimit: options.weightLimit ?? 100,
  });
  const openNext = async () => {
    gates.shift()?.();
    await turn();
  };
  return { commitTogether, groups, openNext };
}

describe("makeGroupCommit", () => {
  test("what comes in one turn goes together; what comes during a commit goes together after it", async () => {
    const { commitTogether, groups, openNext } = controlled();
    const results = [commitTogether("a")];
    await turn();
    expect(groups).toEqual([["a"]]);
    results.push(commitTogether("b"));
    await turn();
    results.push(commitTogether("c"));
    expect(groups).toEqual([["a"]]);
    await openNext();
    expect(groups).toEqual([["a"], ["b", "c"]]);
    await openNext();
    expect(await Promise.all(results)).toEqual(["a!", "b!", "c!"]);
    const later = ["d", "e"].map(commitTogether);
    await turn();
    expect(groups.at(-1)).toEqual(["d", "e"]);
    await openNext();
    expect(await Promise.all(later)).toEqual(["d!", "e!"]);
  });

  test("a group is not heavier than the limit, but a heavy request still goes", async () => {
    const { commitTogether, groups, openNext } = controlled({ weightLimit: 3 });
    const results = ["x", "aa", "b", "cc", "dddddd", "e"].map(commitTogether);
    await turn();
    for (let i = 0; i < 6; i += 1) await openNext();
    expect(groups).toEqual([["x", "aa"], ["b", "cc"], ["dddddd"], ["e"]]);
    expect(await Promise.all(results)).toHaveLength(6);
  });

  test("when a group fails each of it is tried alone, so a bad request fails by itself", async () => {
    const { commitTogether, groups, openNext } = controlled({ bad: "bad" });
    const results = ["first", "good", "bad", "fine"].map(commitTogether);
    const settled = Promise.allSettled(results);
    await turn();
    for (let i = 0; i < 6; i += 1) await openNext();
    expect(groups).toEqual([["first", "good", "bad", "fine"], ["first"], ["good"], ["bad"], ["fine"]]);
    expect((await settled).map((result) => result.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  });

  test("tried alone, nobody waits for somebody else, and everybody's requests stay in order", async () => {
    const { commitTogether, groups, openNext } = controlled({ bad: "bad", atOnce: 2 });
    const results = ["a1", "bad", "a2", "c"].map(commitTogether);
    const settled = Promise.allSettled(results);
    await turn();
    await openNext();
    // Of the two at once the first is a's, whose second one waits for it; the other one goes through the rest meanwhile.
    expect(groups.slice(1)).toEqual([["a1"], ["bad"]]);
    for (let i = 0; i < 4; i += 1) await openNext();
    expect(groups.slice(3).sort()).toEqual([["a2"], ["c"]]);
    expect((await settled).map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  });

  test("as many commits at once as allowed", async () => {
    const { commitTogether, groups, openNext } = controlled({ atOnce: 2 });
    const results: Promise<string>[] = [];
    for (const request of ["a", "b", "c", "d"]) {
      results.push(commitTogether(request));
      await turn();
    }
    expect(groups).toEqual([["a"], ["b"]]);
    for (let i = 0; i < 4; i += 1) await openNext();
    expect(groups).toEqual([["a"], ["b"], ["c", "d"]]);
    expect(await Promise.all(results)).toEqual(["a!", "b!", "c!", "d!"]);
  });
});

describeOnEachEngine("answers of several requests in one transaction", (subject) => {
  beforeAll(() => writeDeck(subject.prisma, "core", [{ slug: "iou" }, { slug: "loss" }]));
  const request = (userId: UserId, ...ops: ReturnType<typeof answer>[]) => ({
    userId,
    ops,
    sentAt: NOW_MS,
    receivedAt: NOW_MS,
  });

  test("learners stay apart, and a learner's later request sees the earlier one", async () => {
    const [one, two] = [await makeLearner(subject.prisma), await makeLearner(subject.prisma)];
    const [first, others, second] = [
      answer(cardId("iou")),
      answer(cardId("iou"), { quality: 1 }),
      answer(cardId("loss")),
    ];
    const results = await subject.prisma.$transaction((tx) =>
      recordInTransaction(tx, [
        request(one, first),
        request(two, others),
        request(one, first, { ...first, quality: 1 }, second),
      ]),
    );
    expect(results.map((list) => list.map((result) => result.status))).toEqual([
      ["applied"],
      ["applied"],
      ["duplicate", "rejected", "applied"],
    ]);
    expect(results[1]).toMatchObject([{ id: others.id, state: { progress: { lastQuality: 1 }, version: 1 } }]);
    const states = await subject.prisma.cardState.findMany({
      where: { userId: { in: [one, two] } },
      orderBy: { cardId: "asc" },
    });
    expect(states.map((state) => [state.userId === one, state.cardId, state.lastQuality])).toEqual(
      expect.arrayContaining([
        [true, cardId("iou"), 4],
        [true, cardId("loss"), 4],
        [false, cardId("iou"), 1],
      ]),
    );
    expect(states).toHaveLength(3);
  });

  test("a learner whom somebody else has locked keeps nobody else waiting", async () => {
    if (subject.engine !== "postgresql") return;
    const [locked, free] = [await makeLearner(subject.prisma), await makeLearner(subject.prisma)];
    let letGo = () => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    let hasIt = () => {};
    const held = new Promise<void>((resolve) => (hasIt = resolve));
    const holding = subject.prisma.$transaction(async (tx) => {
      await lockLearners(tx, [locked]);
      hasIt();
      await released;
    });
    await held;
    const record = (userId: UserId) =>
      recordOperations(userId, { ops: [answer(cardId("iou"))], sentAt: NOW_MS, receivedAt: NOW_MS });
    // In one turn, so that they are one group.
    const [waiting, going] = [record(locked), record(free)];
    expect(await going).toMatchObject([{ status: "applied" }]);
    letGo();
    expect(await waiting).toMatchObject([{ status: "applied" }]);
    await holding;
  });

  test("many learners at the same moment, one of them unknown: everybody else's answers are in", async () => {
    const users = await Promise.all(Array.from({ length: 12 }, () => makeLearner(subject.prisma)));
    const outcomes = await Promise.allSettled(
      [...users, "nobody" as UserId].flatMap((userId) =>
        ["iou", "loss"].map((slug) =>
          recordOperations(userId, { ops: [answer(cardId(slug))], sentAt: NOW_MS, receivedAt: NOW_MS }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(24);
    for (const outcome of outcomes.slice(-2)) expect(outcome).toMatchObject({ reason: { code: "not-found" } });
    expect(await subject.prisma.operation.count({ where: { userId: { in: users } } })).toBe(24);
    expect(await subject.prisma.cardState.count({ where: { userId: { in: users }, version: 1, answers: 1 } })).toBe(24);
  });
});
