import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldCard } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import { counts, currentCard, previews, progressFraction, startSession } from "@/lib/srs/session";
import type { Quality } from "@/lib/srs/types";
import { modelServer } from "../unit/srs/model-server";
import { answerCurrent, type Course, past, undoLast } from "../unit/srs/session-driver";
import { qualities } from "./arbitraries";

/** Some new cards, some with a past, of concepts that share cards. */
const servers = fc
  .array(
    fc.record({
      concept: fc.nat({ max: 9 }),
      rung: fc.integer({ min: 1, max: 4 }),
      days: fc.nat({ max: 20 }),
      quality: qualities,
    }),
    {
      maxLength: 25,
    },
  )
  .map((cards) => {
    const unique = new Map(cards.map((card) => [`c${card.concept}/${card.rung}`, card]));
    const history = [...unique].flatMap(([name, { days, quality }]) =>
      days === 0 ? [] : [past(name, days + 9, 4), past(name, days, quality)],
    );
    return modelServer({ names: [...unique.keys()], history });
  });

type Step = { readonly quality: Quality } | "undo";
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ quality: qualities }) },
    { weight: 1, arbitrary: fc.constant("undo" as const) },
  ),
  { maxLength: 40 },
);

function walk(start: Course, course: readonly Step[]): Course {
  return course.reduce<Course>((at, step) => {
    if (step === "undo") return undoLast(at);
    return at.session.phase === "done" ? at : answerCurrent(at, step.quality);
  }, start);
}

describe("a session", () => {
  test("knows of every card what the server folds from the same operations, in whatever order they arrive", () => {
    fc.assert(
      fc.property(servers, steps, fc.boolean(), (server, course, reversed) => {
        const { session, sent } = walk({ session: startSession({ payload: server.payload() }), sent: [] }, course);
        server.receive(reversed ? [...sent].reverse() : sent);
        for (const [cardId, card] of session.cards) {
          const log = server.logOf(cardId);
          expect(card.progress).toEqual(foldCard({ operations: log, scheduler: sm2Scheduler }));
          expect(card.version).toBe(log.length);
        }
      }),
    );
  });

  test("asks what the server would ask after the same operations", () => {
    fc.assert(
      fc.property(servers, steps, (server, course) => {
        const { session, sent } = walk({ session: startSession({ payload: server.payload() }), sent: [] }, course);
        server.receive(sent);
        const fresh = startSession({ payload: server.payload() });
        const byCard = (a: { cardId: string }, b: { cardId: string }) => (a.cardId < b.cardId ? -1 : 1);
        expect([...fresh.queue].sort(byCard)).toEqual([...session.queue].sort(byCard));
        expect(counts(fresh)).toEqual(counts(session));
        expect(fresh.given).toEqual(session.given);
      }),
    );
  });

  test("is the same after a reload that has sent nothing, or a part", () => {
    fc.assert(
      fc.property(servers, steps, (server, course) => {
        const payload = server.payload();
        const { session, sent } = walk({ session: startSession({ payload }), sent: [] }, course);
        expect(startSession({ payload, pending: sent })).toEqual(session);
      }),
    );
  });

  test("undone to its start is the session that it began as", () => {
    fc.assert(
      fc.property(servers, steps, (server, course) => {
        const payload = server.payload();
        const start = startSession({ payload });
        let back = walk({ session: start, sent: [] }, course);
        for (let answers = back.session.given.length; answers > 0; answers -= 1) back = undoLast(back);
        expect(back.session.queue).toEqual(start.queue);
        expect(back.session.phase).toBe(start.phase);
        expect(back.session.given).toEqual([]);
        for (const [cardId, card] of start.cards)
          expect(back.session.cards.get(cardId)?.progress).toEqual(card.progress);
      }),
    );
  });

  test("keeps the order of all that was not answered, and brings a failed card back after three", () => {
    fc.assert(
      fc.property(servers, steps, qualities, (server, course, quality) => {
        const before = walk({ session: startSession({ payload: server.payload() }), sent: [] }, course);
        const [head, ...rest] = before.session.queue;
        fc.pre(head !== undefined);
        const { queue } = answerCurrent(before, quality).session;
        expect(queue.filter((entry) => entry.cardId !== head?.cardId)).toEqual(rest);
        const place = queue.findIndex((entry) => entry.cardId === head?.cardId);
        expect(place).toBe(quality < 4 ? Math.min(3, rest.length) : -1);
      }),
    );
  });

  test("the bar never runs back while answering, and the preview is what happens", () => {
    fc.assert(
      fc.property(servers, fc.array(qualities, { maxLength: 30 }), (server, given) => {
        let course: Course = { session: startSession({ payload: server.payload() }), sent: [] };
        for (const quality of given) {
          const card = currentCard(course.session);
          const preview = previews(course.session)?.[quality];
          if (!card || !preview) return;
          const next = answerCurrent(course, quality);
          expect(progressFraction(next.session)).toBeGreaterThan(progressFraction(course.session));
          const after = next.session.cards.get(card.cardId)?.progress;
          expect(after?.dueDay).toBe(course.session.payload.studyDay + preview.intervalDays);
          if (!preview.changesSchedule) expect(after).toMatchObject({ dueDay: card.progress?.dueDay });
          course = next;
        }
      }),
    );
  });
});
