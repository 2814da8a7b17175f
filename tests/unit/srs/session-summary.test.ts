import { describe, expect, test } from "vitest";
import { startSession, summary, suspendCard } from "@/lib/srs/session";
import type { CardId, Quality } from "@/lib/srs/types";
import { modelServer } from "./model-server";
import { named } from "./queue-factory";
import { answerAll, answerCurrent, past, undoLast } from "./session-driver";

const start = (names: readonly string[], parts: Omit<Parameters<typeof modelServer>[0], "names"> = {}) =>
  startSession({ payload: modelServer({ names, ...parts }).payload() });

describe("the summary", () => {
  test("of nothing", () => {
    expect(summary(start([]))).toEqual({
      answered: 0,
      cards: 0,
      elapsedMs: 0,
      firstTryRate: { passed: 0, of: 0 },
      hardest: [],
      dueTomorrow: 0,
    });
  });

  test("counts answers, cards, time, and how many were known at the first try", () => {
    // c0 fails and is drilled; c1 is hard, which is known, and drilled; c2 and c3 are known.
    const { session } = answerAll(start(named("c", 4)), [1, 3, 4, 5, 4, 4]);
    expect(session.phase).toBe("done");
    expect(summary(session)).toMatchObject({
      answered: 6,
      cards: 4,
      elapsedMs: 30_000,
      firstTryRate: { passed: 3, of: 4 },
    });
  });

  test("counts what was answered before a reload, and not what was taken back", () => {
    const server = modelServer({ names: ["a", "b"] });
    server.receive(answerAll(startSession({ payload: server.payload() }), [4]).sent);
    const course = answerCurrent({ session: startSession({ payload: server.payload() }), sent: [] }, 1);
    expect(summary(course.session)).toMatchObject({ answered: 2, firstTryRate: { passed: 1, of: 2 } });
    expect(summary(undoLast(course).session)).toMatchObject({ answered: 1, firstTryRate: { passed: 1, of: 1 } });
  });

  test("names the five hardest: most often failed, then worst, then slowest", () => {
    const session = start(named("c", 8));
    const steps: [Quality, number][] = [
      [3, 1_000],
      [1, 2_000],
      [1, 1_000],
      // c0, again:
      [2, 1_000],
      [3, 9_000],
      [0, 1_000],
    ];
    const course = steps.reduce((before, [quality, elapsedMs]) => answerCurrent(before, quality, elapsedMs), {
      session,
      sent: [],
    } as ReturnType<typeof answerAll>);
    const order = course.sent.map((operation) => operation.cardId);
    expect(order).toEqual(["c0", "c1", "c2", "c3", "c0", "c1"]);
    expect(summary(course.session).hardest).toEqual(["c1", "c0", "c2", "c3"]);
    // c0, c1, c2 fail, c3 is known, the drill of c0 and c1 succeeds, that of c2 fails; then c4, c5 and c6 fail.
    const all = answerAll(session, [0, 0, 0, 4, 4, 4, 1, 1, 1, 1]).session;
    expect(summary(all).hardest).toEqual(["c2", "c0", "c1", "c4", "c5"]);
    expect(summary(answerAll(session, [4, 5]).session).hardest).toEqual([]);
  });

  test("equally often and equally badly failed: the slower one first", () => {
    const session = start(named("c", 3));
    const fast = answerCurrent({ session, sent: [] }, 1, 1_000);
    const slow = answerCurrent(fast, 1, 2_000);
    expect(summary(slow.session).hardest).toEqual(["c1", "c0"]);
  });

  test("due tomorrow: the server's count and what has changed since", () => {
    const session = start(["a", "b", "d"], { history: [past("d", 7), past("d", 6)], dueTomorrow: 7 });
    expect(summary(session).dueTomorrow).toBe(7);
    // Two new cards come tomorrow, the due one in two weeks.
    const { session: after } = answerAll(session, [4, 4, 4]);
    expect(after.phase).toBe("done");
    expect(summary(after).dueTomorrow).toBe(9);
    expect(summary(undoLast({ session: after, sent: [] }).session).dueTomorrow).toBeLessThanOrEqual(9);
    const withoutA = suspendCard(after, "a" as CardId);
    expect(summary(withoutA).dueTomorrow).toBe(8);
  });

  test("due tomorrow: a card of the payload that was to come tomorrow counts once", () => {
    const server = modelServer({ names: ["a"], dueTomorrow: 3 });
    server.receive(answerAll(startSession({ payload: server.payload() }), [4]).sent);
    const reloaded = startSession({ payload: server.payload() });
    expect(summary(reloaded).dueTomorrow).toBe(3);
    expect(summary(undoLast({ session: reloaded, sent: [] }).session).dueTomorrow).toBe(2);
  });
});
