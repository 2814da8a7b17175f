import { describe, expect, test } from "vitest";
import { buildQueue, type QueueInput } from "@/lib/srs/queue";
import { FORMULA_SKILLS, GENERAL_SKILLS, type StudyDay } from "@/lib/srs/types";
import { answered, dueCard, named, newCard, queueInput, TODAY } from "./queue-factory";

const build = (parts: Parameters<typeof queueInput>[0]) => buildQueue(queueInput(parts));
const ids = (parts: Parameters<typeof queueInput>[0]) => build(parts).queue.map((entry) => entry.cardId);
const kinds = (input: QueueInput) => buildQueue(input).queue.map((entry) => entry.kind);

describe("due reviews", () => {
  test("nothing to do is an empty queue", () => {
    expect(build({})).toEqual({
      queue: [],
      counts: { due: 0, new: 0, drill: 0, waiting: 0 },
      deferred: [],
      moreNew: 0,
    });
  });

  test("the most overdue relative to their interval come first", () => {
    const due = [
      dueCard("today", 0, 1),
      dueCard("little", 5, 100),
      dueCard("much", 5, 10),
      dueCard("all", 10, 10),
      dueCard("most", 30, 6),
      dueCard("third", 1, 3),
    ];
    expect(ids({ due })).toEqual(["most", "all", "much", "third", "little", "today"]);
  });

  test("an interval of nothing counts as a day", () => {
    expect(ids({ due: [dueCard("a", 3, 1), dueCard("b", 4, 0), dueCard("c", 9, 2)] })).toEqual(["c", "b", "a"]);
  });

  test("ties stand in an order that is the day's own: not the alphabet's, whatever the order of the input", () => {
    const due = named("c", 30).map((name) => dueCard(name, 0, 7));
    const order = ids({ due });
    expect(ids({ due: [...due].reverse() })).toEqual(order);
    expect(order).not.toEqual([...order].sort());
    expect([...order].sort()).toEqual(due.map((card) => card.cardId).sort());
    const tomorrow = (TODAY + 1) as StudyDay;
    const later = buildQueue({
      ...queueInput({ due: due.map((card) => ({ ...card, dueDay: tomorrow })) }),
      studyDay: tomorrow,
    });
    expect(later.queue.map((entry) => entry.cardId)).not.toEqual(order);
  });

  test("only cards of enabled skills, and none that was answered today", () => {
    const due = [dueCard("a/1"), dueCard("b/2"), dueCard("c/3"), dueCard("d/1")];
    const today = [answered("d/1", "due")];
    expect(ids({ due, today, skills: ["en-zh", "zh-en"] }).sort()).toEqual(["a/1", "c/3"]);
  });

  test("a formula card is a sibling like the others, and asked only of who has switched it on", () => {
    const due = [dueCard("a/1", 0), dueCard("a/5", 4), dueCard("b/6", 0)];
    expect(ids({ due, skills: GENERAL_SKILLS })).toEqual(["a/1"]);
    // Due since earlier, it stays, and the one that falls due today gives way.
    expect(build({ due })).toMatchObject({ queue: [{ cardId: "a/5" }, { cardId: "b/6" }], deferred: ["a/1"] });
    expect(ids({ newCandidates: [newCard("c/5"), newCard("c/1")] })).toEqual(["c/5"]);
    expect(ids({ newCandidates: [newCard("c/5")], skills: FORMULA_SKILLS, due })).toEqual(["a/5", "c/5", "b/6"]);
  });

  test("at most reviewsPerDay a day, those already answered included; the rest waits", () => {
    const due = named("c", 8).map((name, index) => dueCard(name, 10 - index));
    const result = build({
      due,
      reviewsPerDay: 5,
      today: [answered("x", "due"), answered("y", "due"), answered("z", "new")],
    });
    expect(result.queue.map((entry) => entry.cardId)).toEqual(["c0", "c1", "c2"]);
    expect(result.counts).toEqual({ due: 3, new: 0, drill: 0, waiting: 5 });
    const over = build({ due, reviewsPerDay: 1, today: [answered("x", "due"), answered("y", "due")] });
    expect(over.counts).toEqual({ due: 0, new: 0, drill: 0, waiting: 8 });
  });

  test("waiting counts what the bounded list does not name", () => {
    const due = named("c", 4).map((name) => dueCard(name));
    expect(build({ due, dueTotal: 100, reviewsPerDay: 3 }).counts.waiting).toBe(97);
    expect(build({ due, dueTotal: 4, reviewsPerDay: 3 }).counts.waiting).toBe(1);
    expect(build({ due, dueTotal: 2, reviewsPerDay: 3 }).counts.waiting).toBe(1);
  });
});

describe("new cards", () => {
  test("in learning order, at most newPerDay a day, those already answered included", () => {
    const newCandidates = named("n", 9).map(newCard);
    const result = build({ newCandidates, newPerDay: 5, today: [answered("x", "new"), answered("y", "due")] });
    expect(result.queue).toEqual(["n0", "n1", "n2", "n3"].map((cardId) => ({ cardId, kind: "new" })));
    expect(result.counts).toEqual({ due: 0, new: 4, drill: 0, waiting: 0 });
    expect(result.moreNew).toBe(5);
  });

  test("no new card when the limit is spent or 0", () => {
    const newCandidates = named("n", 3).map(newCard);
    expect(build({ newCandidates, newPerDay: 0 })).toMatchObject({ queue: [], moreNew: 3 });
    const today = [answered("x", "new"), answered("y", "new")];
    expect(build({ newCandidates, newPerDay: 1, today })).toMatchObject({ queue: [], moreNew: 3 });
  });

  test("only enabled skills, one of a concept, none that was answered today", () => {
    const newCandidates = ["a/1", "b/2", "c/1", "c/3", "d/1"].map(newCard);
    const result = build({ newCandidates, skills: ["en-zh", "zh-en"], today: [answered("d/1", "new")] });
    expect(result.queue.map((entry) => entry.cardId)).toEqual(["a/1", "c/1"]);
    expect(result.moreNew).toBe(0);
  });

  test("waits while a sibling is asked today: due, answered, or to be drilled", () => {
    const newCandidates = ["a/2", "b/2", "c/2", "d/2"].map(newCard);
    const today = [answered("b/1", "due"), answered("c/1", "ahead", { lastQuality: 1 })];
    const result = build({ newCandidates, due: [dueCard("a/1")], today });
    expect(result.queue.filter((entry) => entry.kind === "new").map((entry) => entry.cardId)).toEqual(["d/2"]);
    expect(result.moreNew).toBe(0);
  });

  test("does not wait for a sibling that is not asked today", () => {
    const due = [dueCard("b/1", 9), dueCard("a/1", 1)];
    expect(ids({ due, newCandidates: [newCard("a/2")], reviewsPerDay: 1 }).sort()).toEqual(["a/2", "b/1"]);
  });

  test("are spread evenly among the reviews", () => {
    const due = named("d", 12).map((name) => dueCard(name));
    const input = queueInput({ due, newCandidates: named("n", 3).map(newCard) });
    const places = kinds(input).flatMap((kind, place) => (kind === "new" ? [place] : []));
    expect(places).toEqual([2, 7, 12]);
    const more = queueInput({ due: due.slice(0, 3), newCandidates: named("n", 9).map(newCard) });
    expect(kinds(more).flatMap((kind, place) => (kind === "due" ? [place] : []))).toEqual([1, 5, 9]);
  });

  test("a review goes first where both have the same share of the day", () => {
    expect(kinds(queueInput({ due: [dueCard("d")], newCandidates: [newCard("n")] }))).toEqual(["due", "new"]);
  });

  test("what was done already counts as part of the day", () => {
    const due = named("d", 4).map((name) => dueCard(name));
    const reviewed = named("x", 8).map((name) => answered(name, "due"));
    const input = queueInput({ due, newCandidates: [newCard("n")], today: reviewed });
    // One new card among twelve reviews belongs after the sixth, of which eight are done: it is late and comes first.
    expect(kinds(input)).toEqual(["new", "due", "due", "due", "due"]);
    const learned = [answered("x", "new"), answered("y", "new"), answered("z", "new")];
    const alsoLearned = queueInput({ due, newCandidates: [newCard("n")], today: learned });
    expect(kinds(alsoLearned)).toEqual(["due", "due", "due", "due", "new"]);
  });
});

describe("siblings", () => {
  test("of two that fall due today one gives way", () => {
    const result = build({ due: [dueCard("a/1", 0), dueCard("a/2", 0), dueCard("b/1", 0)] });
    expect(result.counts.due).toBe(2);
    expect(result.deferred).toHaveLength(1);
    expect([...result.queue.map((entry) => entry.cardId), ...result.deferred].sort()).toEqual(["a/1", "a/2", "b/1"]);
    expect(result.counts.waiting).toBe(0);
  });

  test("the one that falls due today gives way to the overdue one", () => {
    const result = build({ due: [dueCard("a/1", 0), dueCard("a/2", 1, 1_000)] });
    expect(result).toMatchObject({ queue: [{ cardId: "a/2", kind: "due" }], deferred: ["a/1"] });
  });

  test("gives way to one that was asked today already, for one day at most", () => {
    const today = [answered("a/1", "ahead")];
    expect(build({ due: [dueCard("a/2", 0)], today })).toMatchObject({ queue: [], deferred: ["a/2"] });
    expect(build({ due: [dueCard("a/2", 1)], today })).toMatchObject({ queue: [{ cardId: "a/2" }], deferred: [] });
  });

  test("overdue siblings are all asked, ten apart", () => {
    const due = [
      ...named("d", 30).map((name) => dueCard(name, 1)),
      dueCard("a/1", 9),
      dueCard("a/2", 8),
      dueCard("a/3", 7),
    ];
    const order = ids({ due });
    expect(["a/1", "a/2", "a/3"].map((cardId) => order.indexOf(cardId as never))).toEqual([0, 10, 20]);
    expect(order).toHaveLength(33);
  });

  test("or last, when there is not enough between them", () => {
    const due = [...named("d", 4).map((name) => dueCard(name, 1)), dueCard("a/1", 9), dueCard("a/2", 8)];
    const order = ids({ due });
    expect([order.indexOf("a/1" as never), order.indexOf("a/2" as never)]).toEqual([0, 5]);
  });

  test("ten apart from one that was answered earlier today", () => {
    const due = [dueCard("a/2", 9), ...named("d", 20).map((name) => dueCard(name, 1))];
    const place = (answersSince: number) =>
      ids({ due, today: [answered("a/1", "due", { answersSince })] }).indexOf("a/2" as never);
    expect([place(0), place(3), place(8), place(9), place(50)]).toEqual([9, 6, 1, 0, 0]);
  });

  test("the sibling that was answered last is the one to keep away from", () => {
    const due = [dueCard("a/3", 9), ...named("d", 20).map((name) => dueCard(name, 1))];
    const today = [answered("a/1", "due", { answersSince: 2 }), answered("a/2", "due", { answersSince: 15 })];
    expect(ids({ due, today }).indexOf("a/3" as never)).toBe(7);
    expect(ids({ due, today: [...today].reverse() }).indexOf("a/3" as never)).toBe(7);
  });

  test("of those that cannot be kept apart, the one whose sibling was longest ago goes first", () => {
    const due = [dueCard("a/2", 9), dueCard("b/2", 8)];
    const order = (a: number, b: number) =>
      ids({ due, today: [answered("a/1", "due", { answersSince: a }), answered("b/1", "due", { answersSince: b })] });
    expect(order(0, 1)).toEqual(["b/2", "a/2"]);
    expect(order(1, 0)).toEqual(["a/2", "b/2"]);
  });

  test("a drill counts as asking the concept", () => {
    const due = [dueCard("a/2", 9), ...named("d", 20).map((name) => dueCard(name, 1))];
    const today = [answered("a/1", "due", { answersSince: 20, lastQuality: 1 })];
    const order = ids({ due, today });
    expect(order[0]).toBe("a/1");
    expect(order.indexOf("a/2" as never)).toBe(10);
  });
});

describe("the drill", () => {
  const failed = (name: string, answersSince: number) => answered(name, "new", { lastQuality: 3, answersSince });

  test("what scored below 4 comes again after three others", () => {
    const due = named("d", 6).map((name) => dueCard(name));
    const place = (answersSince: number) => ids({ due, today: [failed("a", answersSince)] }).indexOf("a" as never);
    expect([place(0), place(1), place(2), place(3), place(40)]).toEqual([3, 2, 1, 0, 0]);
    const result = build({ due, today: [failed("a", 0)] });
    expect(result.queue[3]).toEqual({ cardId: "a", kind: "drill" });
    expect(result.counts).toEqual({ due: 6, new: 0, drill: 1, waiting: 0 });
  });

  test("or last when there are fewer", () => {
    expect(ids({ due: [dueCard("d")], today: [failed("a", 0)] })).toEqual(["d", "a"]);
    expect(ids({ today: [failed("a", 0)] })).toEqual(["a"]);
  });

  test("whoever waits longest comes first", () => {
    const today = [failed("c", 0), failed("a", 2), failed("b", 1)];
    expect(ids({ today })).toEqual(["a", "b", "c"]);
    expect(ids({ today: [failed("y", 9), failed("x", 9)] })).toEqual(["x", "y"]);
    expect(ids({ today: [failed("x", 9), failed("y", 9)] })).toEqual(["x", "y"]);
  });

  test("4 and 5 are done; so is what must not be asked any more", () => {
    const today = [
      answered("a/1", "due", { lastQuality: 4 }),
      answered("b/1", "due", { lastQuality: 5 }),
      answered("c/1", "due", { lastQuality: 0, askable: false }),
      answered("d/2", "due", { lastQuality: 0 }),
      answered("e/1", "ahead", { lastQuality: 0 }),
    ];
    expect(ids({ today, skills: ["en-zh"] })).toEqual(["e/1"]);
  });

  test("siblings in the drill need no distance from each other", () => {
    expect(ids({ today: [failed("a/1", 5), failed("a/2", 4)] })).toEqual(["a/1", "a/2"]);
  });

  test("comes after a due sibling that had to wait for the end", () => {
    const today = [answered("a/1", "due", { answersSince: 1 }), failed("b", 0)];
    expect(ids({ due: [dueCard("a/2", 9)], today })).toEqual(["a/2", "b"]);
  });
});
