import { beforeEach, describe, expect, test } from "vitest";
import {
  counts,
  currentCard,
  estimateMs,
  grade,
  previews,
  progressFraction,
  resumeAt,
  reveal,
  type Session,
  startSession,
  suspendCard,
  suspendConcept,
  undo,
} from "@/lib/srs/session";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, ConceptId, OperationId, Quality, StudyDay } from "@/lib/srs/types";
import { conceptView, modelServer, NOON_MS } from "./model-server";
import { named, TODAY } from "./queue-factory";
import { answerAll, answerCurrent, currentName, nextId, past, queued, undoLast } from "./session-driver";

const start = (names: readonly string[], parts: Omit<Parameters<typeof modelServer>[0], "names"> = {}) =>
  startSession({ payload: modelServer({ names, ...parts }).payload() });
const at = (answeredAt: number) => ({ operationId: nextId(), answeredAt, timeZone: "Asia/Shanghai" });

describe("asking and grading", () => {
  test("question, answer, next question, done", () => {
    const session = start(["a", "b"]);
    expect([session.phase, currentName(session)]).toEqual(["question", "a"]);
    const shown = reveal(session);
    expect([shown.phase, currentName(shown)]).toEqual(["answer", "a"]);
    expect(reveal(shown)).toBe(shown);
    const second = answerCurrent({ session, sent: [] }, 4);
    expect([second.session.phase, currentName(second.session)]).toEqual(["question", "b"]);
    const { session: end } = answerCurrent(second, 5);
    expect([end.phase, currentCard(end), previews(end)]).toEqual(["done", null, null]);
    expect(reveal(end)).toBe(end);
  });

  test("the current card comes with its kind and content", () => {
    const session = start(["a/1"], { history: [past("a/1", 3)] });
    expect(currentCard(session)).toMatchObject({
      cardId: "a/1",
      kind: "due",
      skill: "en-zh",
      version: 1,
      progress: { repetitions: 1, dueDay: TODAY - 2 },
      concept: conceptView("a" as ConceptId),
    });
  });

  test("the operation says all that the server needs", () => {
    const { operation, session } = grade(reveal(start(["a"])), {
      ...at(NOON_MS),
      operationId: "018bcfe5-6800-7000-8000-0000000000ff" as OperationId,
      quality: 3,
      elapsedMs: 4_321.6,
      mode: "typed",
      typedText: "交并比",
    });
    expect(operation).toEqual({
      kind: "answer",
      id: "018bcfe5-6800-7000-8000-0000000000ff",
      cardId: "a",
      quality: 3,
      answeredAt: NOON_MS,
      timeZone: "Asia/Shanghai",
      elapsedMs: 4_322,
      mode: "typed",
      typedText: "交并比",
    });
    expect(session.given).toEqual([{ ...operation, studyDay: TODAY }]);
  });

  test("a flipped card has no text, and its time is between nothing and a minute", () => {
    const graded = (elapsedMs: number) =>
      grade(reveal(start(["a"])), { ...at(NOON_MS), quality: 4, elapsedMs }).operation;
    expect(graded(1)).toMatchObject({ mode: "flip", elapsedMs: 1 });
    expect(graded(1)).not.toHaveProperty("typedText");
    expect([graded(-5).elapsedMs, graded(59_999.4).elapsedMs, graded(3_600_000).elapsedMs]).toEqual([
      0, 59_999, 60_000,
    ]);
  });

  test("grades only what is shown, so that a double tap grades one card", () => {
    const session = start(["a"]);
    const input = { ...at(NOON_MS), quality: 4, elapsedMs: 1 } as const;
    expect(() => grade(session, input)).toThrow(/Inconsistent/);
    const { session: done } = grade(reveal(session), input);
    expect(() => grade(done, input)).toThrow(/Inconsistent/);
  });

  test("the card's state is folded as on the server, and its version counts", () => {
    const { session } = answerAll(start(["a"], { history: [past("a", 3)] }), [4]);
    expect(session.cards.get("a" as CardId)).toMatchObject({
      version: 2,
      progress: { repetitions: 2, intervalDays: 6, dueDay: TODAY + 6, answers: 2 },
    });
  });

  test("below 4 a card comes again after three others, as a drill", () => {
    const session = start(named("c", 6));
    expect(queued(answerAll(session, [3]).session)).toEqual(["c1", "c2", "c3", "c0", "c4", "c5"]);
    expect(queued(answerAll(session, [1, 0]).session)).toEqual(["c2", "c3", "c0", "c1", "c4", "c5"]);
    expect(answerAll(session, [3]).session.queue[3]).toEqual({ cardId: "c0", kind: "drill" });
    expect(queued(answerAll(session, [4]).session)).toEqual(["c1", "c2", "c3", "c4", "c5"]);
  });

  test("or last when there are fewer, until it scores 4", () => {
    const { session } = answerAll(start(["a", "b"]), [1]);
    expect(queued(session)).toEqual(["b", "a"]);
    const alone = answerAll(session, [4, 3]).session;
    expect(queued(alone)).toEqual(["a"]);
    expect(answerAll(alone, [0, 2, 3, 4]).session.phase).toBe("done");
  });

  test("refuses a payload that asks what it does not bring", () => {
    const payload = modelServer({ names: ["a"] }).payload();
    expect(() => startSession({ payload: { ...payload, cards: [] } })).toThrow(/Inconsistent.*a$/);
    expect(() => startSession({ payload: { ...payload, concepts: [] } })).toThrow(/Inconsistent.*a$/);
    const session = startSession({ payload });
    expect(() => currentCard({ ...session, cards: new Map() })).toThrow(/Inconsistent/);
    expect(() => currentCard({ ...session, concepts: new Map() })).toThrow(/Inconsistent/);
  });

  test("starts done when there is nothing to ask", () => {
    expect(start([]).phase).toBe("done");
  });
});

describe("clocks", () => {
  test("a clock that was set back does not change the order of what was done", () => {
    const session = start(["a", "b"]);
    const first = grade(reveal(session), { ...at(NOON_MS), quality: 4, elapsedMs: 1 });
    const second = grade(reveal(first.session), { ...at(NOON_MS - 60_000), quality: 4, elapsedMs: 1 });
    expect(second.operation.answeredAt).toBe(NOON_MS + 1);
    const undone = undo(second.session, at(NOON_MS - 60_000));
    expect(undone?.operation).toMatchObject({ targetId: second.operation.id, answeredAt: NOON_MS + 2 });
  });

  test("a clock behind the server's is sent as it is, but does not mix up the fold", () => {
    const server = modelServer({ names: ["a"], history: [past("a", 3)] });
    const { sent } = answerAll(startSession({ payload: server.payload() }), [1]);
    server.receive(sent);
    const session = startSession({ payload: server.payload() });
    const { operation, session: after } = grade(reveal(session), {
      ...at(NOON_MS - 600_000),
      quality: 5,
      elapsedMs: 1,
    });
    expect(operation.answeredAt).toBe(NOON_MS - 600_000);
    expect(after.cards.get("a" as CardId)?.progress).toMatchObject({ repetitions: 0, intervalDays: 1, lastQuality: 5 });
    expect(undo(after, at(NOON_MS - 599_000))?.operation.targetId).toBe(operation.id);
  });
});

describe("undo", () => {
  test("nothing to undo", () => {
    expect(undo(start(["a"], { history: [past("a", 3)] }), at(NOON_MS))).toBeNull();
  });

  test("takes back the last answer; its card is asked again at once", () => {
    const before = start(["a", "b", "c"]);
    const { session, sent } = answerAll(before, [4, 4]);
    const undone = undo(session, { ...at(NOON_MS + 9_000_000), timeZone: "Europe/Berlin" });
    expect(undone?.operation).toEqual({
      kind: "undo",
      id: undone?.operation.id,
      cardId: "b",
      targetId: sent[1]?.id,
      answeredAt: NOON_MS + 9_000_000,
      timeZone: "Europe/Berlin",
    });
    expect(queued(undone?.session ?? session)).toEqual(["b", "c"]);
    expect(undone?.session.phase).toBe("question");
    expect(undone?.session.cards.get("b" as CardId)).toMatchObject({ progress: null, version: 2 });
  });

  test("to any depth, back to the beginning, also from the end and through drills", () => {
    const before = start([...named("c", 4), "d/1"], { history: [past("d/1", 9, 5)] });
    const course = answerAll(before, [4, 1, 3, 5, 0, 1, 2, 5, 4, 4]);
    expect(course.session.phase).toBe("done");
    let back = course;
    for (let step = 0; step < 10; step += 1) back = undoLast(back);
    expect(back.session.queue).toEqual(before.queue);
    expect(back.session.given).toEqual([]);
    for (const [cardId, card] of before.cards) expect(back.session.cards.get(cardId)?.progress).toEqual(card.progress);
    expect(undoLast(back)).toEqual(back);
  });

  test("of a drill answer gives the drill back, and leaves the answer before it", () => {
    const { session } = answerAll(start(["a", "b"]), [1, 4, 3]);
    const back = undoLast({ session, sent: [] }).session;
    expect(back.queue).toEqual([{ cardId: "a", kind: "drill" }]);
    expect(back.given.map((answer) => [answer.cardId, answer.quality])).toEqual([
      ["a", 1],
      ["b", 4],
    ]);
  });

  test("takes away the drill that the answer had asked for", () => {
    const { session } = answerAll(start(["a", "b"]), [1]);
    expect(undoLast({ session, sent: [] }).session.queue).toEqual([
      { cardId: "a", kind: "new" },
      { cardId: "b", kind: "new" },
    ]);
  });

  test("reaches answers given before the reload", () => {
    const server = modelServer({ names: ["a", "b", "c"], history: [past("b", 2)] });
    const before = startSession({ payload: server.payload() });
    server.receive(answerAll(before, [4, 4]).sent);
    const reloaded = startSession({ payload: server.payload() });
    const back = undoLast(undoLast({ session: reloaded, sent: [] }));
    expect(back.sent.map((operation) => operation.cardId)).toEqual(["b", "a"]);
    expect(back.session.queue).toEqual(before.queue);
  });

  test("of two answers of the same millisecond takes back the one with the later id", () => {
    const [first, second] = [past("b", 0), past("a", 0)].map((answer) => ({ ...answer, answeredAt: NOON_MS }));
    if (!first || !second) throw new Error("two answers were made");
    for (const history of [
      [first, second],
      [second, first],
    ]) {
      for (const names of [
        ["a", "b"],
        ["b", "a"],
      ]) {
        const session = startSession({ payload: modelServer({ names, history }).payload() });
        expect(session.given).toEqual([first, second]);
        expect(undo(session, at(NOON_MS))?.operation.targetId).toBe(second.id);
      }
    }
  });

  test("of an answer given ahead of time asks its card as a drill: it would change no schedule", () => {
    const ahead = { ...past("a", 0, 4), answeredAt: NOON_MS };
    const server = modelServer({ names: ["a"], history: [past("a", 2), past("a", 1), ahead] });
    const back = undoLast({ session: startSession({ payload: server.payload() }), sent: [] });
    expect(back.session.queue).toEqual([{ cardId: "a", kind: "drill" }]);
  });
});

describe("resuming with what was not sent yet", () => {
  const history = [past("d", 5), past("e", 2)];
  const qualities: Quality[] = [4, 1, 3, 4];
  let payload: SessionPayload;
  beforeEach(() => {
    payload = modelServer({ names: ["a", "b", "c", "d", "e"], history }).payload();
  });

  test("gives the session as it was", () => {
    const course = undoLast(answerAll(startSession({ payload }), qualities));
    const resumed = startSession({ payload, pending: course.sent });
    expect(resumed).toEqual(course.session);
  });

  test("what the server has already counts once", () => {
    const course = answerAll(startSession({ payload }), qualities);
    const half = modelServer({ names: ["a", "b", "c", "d", "e"], history });
    half.receive(course.sent.slice(0, 2));
    const resumed = startSession({ payload: half.payload(), pending: course.sent });
    expect(resumed.given).toEqual(course.session.given);
    for (const [cardId, { version }] of resumed.cards) expect(course.session.cards.get(cardId)?.version).toBe(version);
    expect(queued(resumed).sort()).toEqual(queued(course.session).sort());
    expect(resumed.cards.get("e" as CardId)).toEqual(course.session.cards.get("e" as CardId));
  });

  test("what is not of this session's cards is left to the server", () => {
    const stranger = { ...past("z", 0), cardId: "z" as CardId };
    expect(startSession({ payload, pending: [stranger] })).toEqual(startSession({ payload }));
  });

  test("an answer of yesterday that was not sent counts for yesterday", () => {
    const session = startSession({ payload, pending: [past("e", 1)] });
    expect(queued(session)).not.toContain("e");
    expect(session.given).toEqual([]);
    expect(session.cards.get("e" as CardId)?.progress).toMatchObject({ repetitions: 2, dueDay: TODAY + 5 });
    const failed = startSession({ payload, pending: [past("e", 1, 1)] });
    expect(failed.queue).toEqual(payload.queue);
    expect(failed.cards.get("e" as CardId)?.progress).toMatchObject({ repetitions: 0, dueDay: TODAY });
  });

  test("a new card that was answered yesterday stands in its place as due", () => {
    const session = startSession({ payload, pending: [past("b", 1)] });
    expect(session.queue).toEqual(
      payload.queue.map((entry) => (entry.cardId === "b" ? { cardId: "b", kind: "due" } : entry)),
    );
  });

  test("yesterday's answer to a card that was answered today moves nothing", () => {
    const { sent } = answerAll(startSession({ payload }), [1]);
    const [answer] = sent;
    const resumed = startSession({ payload, pending: sent });
    const late = startSession({ payload, pending: [...sent, past(String(answer?.cardId), 1)] });
    expect(late.queue).toEqual(resumed.queue);
  });

  test("a clock that ran ahead to tomorrow gives no answer of tomorrow", () => {
    const ahead = { ...past("a", -1) };
    const session = startSession({ payload, pending: [ahead] });
    expect(session.given.map((answer) => answer.studyDay)).toEqual([TODAY]);
    expect(grade(reveal(session), { ...at(NOON_MS), quality: 4, elapsedMs: 1 }).operation.answeredAt).toBe(
      ahead.answeredAt + 1,
    );
  });

  test("the study day of what was not sent begins at the learner's rollover hour", () => {
    const early = { ...past("a", 0), answeredAt: (TODAY as StudyDay) * 86_400_000 + 2 * 3_600_000 };
    const settings = { ...payload.settings, rolloverHour: 4 };
    expect(startSession({ payload: { ...payload, settings }, pending: [early] }).given).toEqual([]);
    expect(startSession({ payload, pending: [early] }).given).toHaveLength(1);
  });

  test("a redo from elsewhere counts as an answer", () => {
    const session = startSession({ payload });
    const course = undoLast(answerAll(session, [1]));
    const last = course.sent.at(-1);
    const redo = { ...last, kind: "undo", id: nextId(), targetId: last?.id, answeredAt: NOON_MS * 2 } as never;
    const redone = startSession({ payload, pending: [...course.sent, redo] });
    expect(redone.queue).toEqual(answerAll(session, [1]).session.queue);
  });
});

describe("previews", () => {
  test("a new card: a day for each grade; below 4 it comes again today", () => {
    const shown = previews(start(["a"]));
    for (const quality of [0, 1, 2, 3, 4, 5] as const) {
      expect(shown?.[quality]).toEqual({ changesSchedule: true, intervalDays: 1, askedAgainToday: quality < 4 });
    }
  });

  test("are what the grade then does", () => {
    const session = start(["a"], { history: [past("a", 60, 5), past("a", 59, 5), past("a", 40, 3)] });
    const shown = previews(session);
    expect(shown?.[1].intervalDays).toBe(1);
    expect(shown?.[4].intervalDays).toBeGreaterThan(17);
    for (const quality of [0, 1, 2, 3, 4, 5] as const) {
      const { session: after } = answerAll(session, [quality]);
      expect(after.cards.get("a" as CardId)?.progress?.dueDay).toBe(TODAY + (shown?.[quality].intervalDays ?? 0));
      expect(after.queue.length > 0).toBe(shown?.[quality].askedAgainToday);
    }
  });

  test("a drill changes no schedule and says so", () => {
    const { session } = answerAll(start(["a"]), [1]);
    for (const quality of [0, 1, 2, 3, 4, 5] as const) {
      expect(previews(session)?.[quality]).toEqual({
        changesSchedule: false,
        intervalDays: 1,
        askedAgainToday: quality < 4,
      });
    }
  });
});

describe("setting aside", () => {
  let session: Session;
  beforeEach(() => {
    session = start(["a/1", "b/1", "c/1", "c/2"], { history: [past("c/1", 9), past("c/2", 8)] });
  });

  test("a card: it leaves the queue, the next one is asked", () => {
    const [head, ...rest] = queued(session);
    const after = suspendCard(reveal(session), head as CardId);
    expect([queued(after), after.phase]).toEqual([rest, "question"]);
  });

  test("another card than the current one leaves the screen as it is", () => {
    const last = queued(session).at(-1) as CardId;
    const after = suspendCard(reveal(session), last);
    expect([queued(after), after.phase]).toEqual([queued(session).slice(0, -1), "answer"]);
  });

  test("a concept: all its cards, and no other", () => {
    const after = suspendConcept(session, "c" as ConceptId);
    expect(queued(after)).toEqual(queued(session).filter((name) => !name.startsWith("c")));
    expect(queued(after)).toHaveLength(2);
    expect([...after.suspended].sort()).toEqual(["c/1", "c/2"]);
  });

  test("the last card: done", () => {
    expect(suspendCard(start(["a"]), "a" as CardId).phase).toBe("done");
  });

  test("what was set aside does not come back, neither as a drill nor by undo", () => {
    const { session: failed } = answerAll(start(["a", "b"]), [1]);
    const without = suspendCard(failed, "a" as CardId);
    expect(queued(without)).toEqual(["b"]);
    const back = undoLast({ session: without, sent: [] });
    expect(back.sent).toHaveLength(1);
    expect([queued(back.session), back.session.given]).toEqual([["b"], []]);
  });

  test("two, one after the other", () => {
    const both = suspendCard(suspendCard(start(["a", "b", "c"]), "a" as CardId), "b" as CardId);
    expect(queued(both)).toEqual(["c"]);
    expect(both.suspended.size).toBe(2);
  });
});

describe("resumeAt", () => {
  test("puts a card that is still to be asked first, as a question", () => {
    const session = start(["a", "b", "c"]);
    const resumed = resumeAt(reveal(session), "c" as CardId);
    expect([queued(resumed), resumed.phase]).toEqual([["c", "a", "b"], "question"]);
  });

  test("does nothing for the current card or one that is not asked", () => {
    const session = reveal(start(["a", "b"]));
    expect(resumeAt(session, "a" as CardId)).toBe(session);
    expect(resumeAt(session, "z" as CardId)).toBe(session);
  });
});

describe("what the header says", () => {
  test("counts what is left, by kind, and what waits", () => {
    const history = named("d", 3).map((name, index) => past(name, 9 + index));
    const session = start([...named("d", 3), "n0", "n1"], { history, reviewsPerDay: 2 });
    expect(counts(session)).toEqual({ due: 2, new: 2, drill: 0, waiting: 1 });
    const head = currentCard(session)?.kind === "due" ? { due: 1, new: 2 } : { due: 2, new: 1 };
    expect(counts(answerAll(session, [1]).session)).toEqual({ ...head, drill: 1, waiting: 1 });
  });

  test("estimates the time left at the learner's pace", () => {
    const session = start(["a", "b", "c"]);
    expect(estimateMs(session)).toBe(24_000);
    expect(estimateMs(answerAll(session, [4]).session)).toBe(16_000);
  });

  test("the bar grows with every answer, also a failed one, and ends full", () => {
    const session = start(["a", "b"]);
    const fractions = [0, 1, 2, 3].map((n) =>
      progressFraction(answerAll(session, ([1, 4, 4] as Quality[]).slice(0, n)).session),
    );
    expect(fractions).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(progressFraction(start([]))).toBe(1);
  });
});
