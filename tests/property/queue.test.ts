import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnsweredToday, buildQueue, type DueCandidate, type NewCandidate, type QueueInput } from "@/lib/srs/queue";
import { type CardId, type ConceptId, type Quality, SKILLS, type StudyDay } from "@/lib/srs/types";
import { qualities } from "./arbitraries";

const TODAY = 20_000 as StudyDay;

/** Every card of a few concepts is due, new, answered today, or none of these; the answered ones were so one after another. */
const inputs: fc.Arbitrary<QueueInput> = fc
  .record({
    cards: fc.array(
      fc.record({
        concept: fc.nat({ max: 24 }),
        rung: fc.nat({ max: SKILLS.length - 1 }),
        role: fc.constantFrom("due", "due", "due", "new", "new", "answered"),
        late: fc.nat({ max: 4 }),
        intervalDays: fc.integer({ min: 1, max: 12 }),
        kind: fc.constantFrom("due", "new", "ahead"),
        quality: qualities,
        askable: fc.boolean(),
      }),
      { maxLength: 60 },
    ),
    skills: fc.subarray([...SKILLS], { minLength: 1 }),
    newPerDay: fc.nat({ max: 20 }),
    reviewsPerDay: fc.nat({ max: 50 }),
    unlisted: fc.option(fc.nat({ max: 50 })),
  })
  .map(({ cards, unlisted, ...settings }) => {
    const due: DueCandidate[] = [];
    const newCandidates: NewCandidate[] = [];
    const today: AnsweredToday[] = [];
    const seen = new Set<string>();
    for (const { concept, rung, role, late, intervalDays, kind, quality, askable } of cards) {
      const skill = SKILLS[rung] ?? "en-zh";
      const card = { cardId: `c${concept}/${rung}` as CardId, conceptId: `c${concept}` as ConceptId, skill };
      if (seen.has(card.cardId)) continue;
      seen.add(card.cardId);
      if (role === "due") due.push({ ...card, dueDay: (TODAY - late) as StudyDay, intervalDays });
      else if (role === "new") newCandidates.push(card);
      else today.unshift({ ...card, kind, lastQuality: quality, answersSince: today.length, askable });
    }
    const answers = today.map((card, index) => ({ ...card, answersSince: today.length - 1 - index }));
    const dueTotal =
      unlisted === null ? {} : { dueTotal: due.filter((c) => settings.skills.includes(c.skill)).length + unlisted };
    return { studyDay: TODAY, settings, due, newCandidates, today: answers, ...dueTotal };
  });

const conceptOf = (cardId: CardId) => cardId.split("/")[0];

/** The input after the head of the queue has been answered. */
function answerHead(input: QueueInput, quality: Quality): QueueInput {
  const [head] = buildQueue(input).queue;
  if (!head) throw new Error("the queue is empty");
  const isHead = (card: { cardId: CardId }) => card.cardId === head.cardId;
  const card = [...input.due, ...input.newCandidates, ...input.today].find(isHead);
  if (!card) throw new Error("the queue names an unknown card");
  const before = input.today.find(isHead);
  const kind = before?.kind ?? (head.kind === "new" ? "new" : "due");
  const { cardId, conceptId, skill } = card;
  return {
    ...input,
    due: input.due.filter((other) => !isHead(other)),
    ...(input.dueTotal === undefined || head.kind !== "due" ? {} : { dueTotal: input.dueTotal - 1 }),
    newCandidates: input.newCandidates.filter((other) => !isHead(other)),
    today: [
      ...input.today
        .filter((other) => !isHead(other))
        .map((other) => ({ ...other, answersSince: other.answersSince + 1 })),
      { cardId, conceptId, skill, kind, lastQuality: quality, answersSince: 0, askable: true },
    ],
  };
}

describe("today's queue", () => {
  test("asks no card twice, and only cards that it may ask", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { queue } = buildQueue(input);
        expect(new Set(queue.map((entry) => entry.cardId)).size).toBe(queue.length);
        const enabled = (card: NewCandidate) => input.settings.skills.includes(card.skill);
        const allowed = {
          due: new Set(input.due.filter(enabled).map((card) => card.cardId)),
          new: new Set(input.newCandidates.filter(enabled).map((card) => card.cardId)),
          drill: new Set(input.today.filter((c) => enabled(c) && c.askable && c.lastQuality < 4).map((c) => c.cardId)),
        };
        for (const { cardId, kind } of queue) expect(allowed[kind].has(cardId)).toBe(true);
        expect(queue.filter((entry) => entry.kind === "drill")).toHaveLength(allowed.drill.size);
      }),
    );
  });

  test("keeps the day's limits and accounts for every due card", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { queue, counts, deferred } = buildQueue(input);
        const done = (kind: string) => input.today.filter((card) => card.kind === kind).length;
        const left = (kind: string) => queue.filter((entry) => entry.kind === kind).length;
        expect(counts).toMatchObject({ due: left("due"), new: left("new"), drill: left("drill") });
        expect(left("due")).toBeLessThanOrEqual(Math.max(0, input.settings.reviewsPerDay - done("due")));
        expect(left("new")).toBeLessThanOrEqual(Math.max(0, input.settings.newPerDay - done("new")));
        const listed = input.due.filter((card) => input.settings.skills.includes(card.skill)).length;
        expect(counts.due + counts.waiting + deferred.length).toBe(input.dueTotal ?? listed);
      }),
    );
  });

  test("never asks a new card on a day on which a sibling is asked", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { queue } = buildQueue(input);
        const asked = [...queue.map((entry) => entry.cardId), ...input.today.map((card) => card.cardId)];
        for (const { cardId } of queue.filter((entry) => entry.kind === "new")) {
          expect([...new Set(asked)].filter((other) => conceptOf(other) === conceptOf(cardId))).toEqual([cardId]);
        }
      }),
    );
  });

  test("a due card gives way only on its own day, and only to a sibling that is asked or waits before it", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { deferred } = buildQueue(input);
        const gaveWay = new Set(deferred);
        for (const cardId of deferred) {
          expect(input.due.find((card) => card.cardId === cardId)?.dueDay).toBe(TODAY);
          const others = [...input.due.filter((card) => !gaveWay.has(card.cardId)), ...input.today];
          expect(others.some((card) => conceptOf(card.cardId) === conceptOf(cardId))).toBe(true);
        }
      }),
    );
  });

  test("siblings stand ten apart, or at the end among others that could not", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { queue } = buildQueue(input);
        const shown = [
          ...[...input.today]
            .sort((a, b) => b.answersSince - a.answersSince)
            .map((card) => ({ ...card, kind: "past" })),
          ...queue,
        ];
        const tooNear = (place: number) => {
          const card = shown[place];
          if (!card || card.kind === "past" || card.kind === "drill") return false;
          const window = shown.slice(Math.max(0, place - 9), place);
          return window.some((other) => conceptOf(other.cardId) === conceptOf(card.cardId));
        };
        const first = shown.findIndex((_, place) => tooNear(place));
        if (first < 0) return;
        for (let place = first; place < shown.length; place += 1) {
          expect(tooNear(place) || shown[place]?.kind === "drill").toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("a failed card comes after three others, or after all that is no drill", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { queue } = buildQueue(input);
        queue.forEach(({ cardId, kind }, place) => {
          if (kind !== "drill") return;
          const since = input.today.find((card) => card.cardId === cardId)?.answersSince ?? 0;
          if (place + since < 3) expect(queue.slice(place).every((entry) => entry.kind === "drill")).toBe(true);
        });
      }),
    );
  });

  test("goes on in the same order after its head has been remembered", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom<Quality>(4, 5), (input, quality) => {
        const { queue, deferred, counts, moreNew } = buildQueue(input);
        fc.pre(queue.length > 0);
        const next = buildQueue(answerHead(input, quality));
        expect(next.queue).toEqual(queue.slice(1));
        expect(next.moreNew).toBe(moreNew);
        // A card beyond the limit that waited gives way as soon as a new sibling has been asked; nothing else changes sides.
        expect(next.counts.waiting + next.deferred.length).toBe(counts.waiting + deferred.length);
        expect(next.deferred).toEqual(expect.arrayContaining([...deferred]));
      }),
      { numRuns: 500 },
    );
  });

  test("after its head has been failed the others keep their order, and it comes again", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom<Quality>(0, 1, 2, 3), (input, quality) => {
        const { queue } = buildQueue(input);
        const [head] = queue;
        fc.pre(
          head !== undefined &&
            new Set([...input.due, ...input.today].map((card) => card.conceptId)).size ===
              input.due.length + input.today.length,
        );
        const next = buildQueue(answerHead(input, quality)).queue;
        expect(next.filter((entry) => entry.cardId !== head?.cardId && entry.kind !== "drill")).toEqual(
          queue.slice(1).filter((entry) => entry.kind !== "drill"),
        );
        const place = next.findIndex((entry) => entry.cardId === head?.cardId);
        expect(next[place]?.kind).toBe("drill");
        expect(place).toBeGreaterThanOrEqual(Math.min(3, queue.length - 1, next.length - 1));
      }),
    );
  });

  test("is the same whatever order the due cards are listed in", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(buildQueue({ ...input, due: [...input.due].reverse() })).toEqual(buildQueue(input));
      }),
    );
  });
});
