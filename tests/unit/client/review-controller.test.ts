import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReviewController, type ReviewStart } from "@/lib/client/review-controller";
import type { PinnedCard } from "@/lib/client/session-cache";
import { currentCard, startSession } from "@/lib/srs/session";
import type { Operation, OperationId, Quality } from "@/lib/srs/types";
import { cardId, NOON, payloadOf } from "./session-fixture";

interface Desk {
  readonly controller: ReviewController;
  readonly sent: Operation[];
  readonly events: string[];
  pinned: PinnedCard | null;
  pass(ms: number): void;
  shownId(): OperationId;
  answer(quality: Quality): void;
}

let randomness = 1;

/** The same "random" bytes in every run, other ones at every call. */
function nextByte(): number {
  randomness = (randomness * 75) % 65_537;
  return randomness % 256;
}

function sitDown(change: Partial<ReviewStart> = {}): Desk {
  let now = NOON;
  const desk = { sent: [] as Operation[], events: [] as string[], pinned: null as PinnedCard | null };
  const controller = new ReviewController(
    {
      nowMs: () => now,
      steadyMs: () => now,
      randomBytes: () => Uint8Array.from({ length: 10 }, nextByte),
      enqueue(operations) {
        desk.sent.push(...operations);
        desk.events.push("kept");
      },
      pin(card) {
        desk.pinned = card;
      },
    },
    { payload: payloadOf(4), operations: [], pinned: null, hidden: false, ...change },
  );
  controller.subscribe(() => desk.events.push("shown"));
  const shownId = () => {
    const { shown } = controller.view();
    if (shown === null) throw new Error("no card on the screen");
    return shown.id;
  };
  return Object.assign(desk, {
    controller,
    shownId,
    pass(ms: number) {
      now += ms;
    },
    answer(quality: Quality) {
      controller.reveal(shownId());
      now += 2_000;
      controller.grade(shownId(), quality);
    },
  });
}

const shownCard = ({ controller }: Desk) => currentCard(controller.view().session)?.cardId;

describe("one answer for one showing", () => {
  it("ignores a second grade for the same showing", () => {
    const desk = sitDown();
    const id = desk.shownId();
    desk.controller.reveal(id);
    desk.controller.grade(id, 4);
    desk.controller.grade(id, 1);
    desk.controller.reveal(id);
    expect(desk.sent).toMatchObject([{ id, kind: "answer", cardId: cardId(0), quality: 4 }]);
    expect(desk.controller.view().session.phase).toBe("question");
    expect(shownCard(desk)).toBe(cardId(1));
  });

  it("ignores a late grade for an earlier card while the next answer is shown", () => {
    const desk = sitDown();
    const id = desk.shownId();
    desk.answer(4);
    desk.controller.reveal(desk.shownId());
    desk.controller.grade(id, 1);
    expect(desk.sent).toHaveLength(1);
    expect(shownCard(desk)).toBe(cardId(1));
  });

  it("ignores a grade while the question is shown", () => {
    const desk = sitDown();
    desk.controller.grade(desk.shownId(), 4);
    expect(desk.sent).toEqual([]);
  });

  it("ignores a grade for a showing that an undo has ended", () => {
    const desk = sitDown();
    desk.answer(4);
    const id = desk.shownId();
    desk.controller.reveal(id);
    desk.controller.undo();
    desk.controller.grade(id, 4);
    expect(desk.sent.map((operation) => operation.kind)).toEqual(["answer", "undo"]);
    expect(shownCard(desk)).toBe(cardId(0));
  });

  it("hands the answer over to be kept before it shows the next card", () => {
    const desk = sitDown();
    desk.controller.reveal(desk.shownId());
    desk.events.length = 0;
    desk.controller.grade(desk.shownId(), 4);
    expect(desk.events).toEqual(["kept", "shown"]);
  });

  it("whatever the order of acts: each id once, and the session is the fold of what was sent", () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant("answer" as const), quality: fc.constantFrom<Quality>(1, 3, 4, 5) }),
      fc.record({ kind: fc.constantFrom("reveal" as const, "undo" as const, "reload" as const) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const payload = payloadOf(5);
        let desk = sitDown({ payload });
        const sent: Operation[] = [];
        for (const each of acts) {
          const hasCard = desk.controller.view().shown !== null;
          if (each.kind === "answer" && hasCard) desk.answer(each.quality);
          if (each.kind === "reveal" && hasCard) desk.controller.reveal(desk.shownId());
          if (each.kind === "undo") desk.controller.undo();
          sent.push(...desk.sent.splice(0));
          if (each.kind === "reload") {
            const before = desk.controller.view();
            desk = sitDown({ payload, operations: sent, pinned: desk.pinned });
            expect(desk.controller.view().shown).toEqual(before.shown);
            expect(desk.controller.view().session.phase).toBe(before.session.phase);
          }
        }
        expect(new Set(sent.map((operation) => operation.id)).size).toBe(sent.length);
        const folded = startSession({ payload, pending: sent });
        expect(desk.controller.view().session.cards).toEqual(folded.cards);
        expect(desk.controller.view().session.given).toEqual(folded.given);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a reload", () => {
  it("shows the same card with the answer as it was left, its prepared id and its time", () => {
    const desk = sitDown();
    desk.answer(1);
    desk.pass(3_000);
    desk.controller.reveal(desk.shownId());
    const again = sitDown({ operations: desk.sent, pinned: desk.pinned });
    expect(again.controller.view().shown).toEqual(desk.controller.view().shown);
    expect(again.controller.view().session.phase).toBe("answer");
    again.pass(1_000);
    again.controller.grade(again.shownId(), 4);
    expect(again.sent).toMatchObject([{ elapsedMs: 4_000 }]);
  });

  it("does not show a card again whose answer was given just before the crash", () => {
    const desk = sitDown();
    const pinnedBefore = desk.pinned;
    desk.answer(4);
    const again = sitDown({ operations: desk.sent, pinned: pinnedBefore });
    expect(shownCard(again)).toBe(cardId(1));
    expect(again.shownId()).not.toBe(pinnedBefore?.operationId);
  });
});

describe("the time on a card", () => {
  it("does not run while the page is hidden", () => {
    const desk = sitDown();
    desk.pass(5_000);
    desk.controller.setHidden(true);
    desk.pass(600_000);
    desk.controller.setHidden(false);
    desk.answer(4);
    expect(desk.sent).toMatchObject([{ elapsedMs: 7_000 }]);
  });
});

describe("another tab", () => {
  const answerElsewhere = (n: number): Operation => {
    const other = sitDown();
    for (let index = 0; index <= n; index++) other.answer(4);
    const last = other.sent.at(-1);
    if (!last) throw new Error("nothing sent");
    return last;
  };

  it("takes a card that it has answered from this one", () => {
    const desk = sitDown();
    desk.controller.reveal(desk.shownId());
    const id = desk.shownId();
    desk.controller.foldElsewhere([answerElsewhere(0)]);
    expect(shownCard(desk)).toBe(cardId(1));
    desk.controller.grade(id, 1);
    expect(desk.sent).toEqual([]);
  });

  it("leaves the card on the screen alone when it answered another", () => {
    const desk = sitDown();
    desk.controller.reveal(desk.shownId());
    const before = desk.controller.view().shown;
    desk.controller.foldElsewhere([answerElsewhere(2)]);
    expect(desk.controller.view().shown).toEqual(before);
    expect(desk.controller.view().session.phase).toBe("answer");
    expect(desk.controller.view().session.queue.map((entry) => entry.cardId)).not.toContain(cardId(2));
  });
});

describe("a newer queue", () => {
  it("keeps the card on the screen and what has not been sent", () => {
    const desk = sitDown();
    desk.answer(4);
    desk.controller.reveal(desk.shownId());
    const before = desk.controller.view().shown;
    desk.controller.replacePayload(payloadOf(6));
    expect(desk.controller.view().shown).toEqual(before);
    expect(desk.controller.view().session.phase).toBe("answer");
    expect(desk.controller.view().session.queue.map((entry) => entry.cardId)).toEqual([1, 2, 3, 4, 5].map(cardId));
  });

  it("is needed when a long queue has come to the end of its first piece", () => {
    const desk = sitDown({ payload: payloadOf(1, { counts: { due: 0, new: 3, drill: 0, waiting: 0 } }) });
    expect(desk.controller.needsMore()).toBe(false);
    desk.answer(4);
    expect(desk.controller.needsMore()).toBe(true);
    desk.controller.replacePayload(payloadOf(3));
    expect(shownCard(desk)).toBe(cardId(1));
  });

  it("is needed when another device has answered", () => {
    const desk = sitDown();
    desk.answer(4);
    expect(desk.controller.isBehind([{ cardId: cardId(0), progress: null, version: 1 }])).toBe(false);
    expect(desk.controller.isBehind([{ cardId: cardId(0), progress: null, version: 2 }])).toBe(true);
  });
});
