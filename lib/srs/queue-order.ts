// The order of today's queue: new cards spread among the reviews, siblings apart, failed cards back after three others.

import type { QueueKind } from "./session-payload";
import type { CardId, ConceptId } from "./types";

/** Siblings that have to be asked on the same day stand at least this many places apart. */
export const SIBLING_DISTANCE = 10;
/** At least this many other cards are asked before a failed one comes again. */
export const DRILL_DISTANCE = 3;

export interface PlacedCard {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
}
export interface OrderedCard extends PlacedCard {
  readonly kind: QueueKind;
}
/** A card answered today. */
export interface AnsweredCard extends PlacedCard {
  /** Answers to other cards since its last one. */
  readonly answersSince: number;
}

/**
 * Spreads new cards evenly among the reviews. Each card's place is a share of the whole day, of which `dueBefore` reviews and `freshBefore`
 * new cards are behind: so the rest keeps its order while the day goes on.
 */
export function interleave(input: {
  readonly due: readonly PlacedCard[];
  readonly dueBefore: number;
  readonly fresh: readonly PlacedCard[];
  readonly freshBefore: number;
}): OrderedCard[] {
  const { due, dueBefore, fresh, freshBefore } = input;
  const dueOfDay = dueBefore + due.length;
  const freshOfDay = freshBefore + fresh.length;
  const order: OrderedCard[] = [];
  let nextFresh = 0;
  // The i-th of n stands at (i + ½) / n of the day; compared as integers.
  const freshIsFirst = (dueIndex: number) =>
    (2 * (freshBefore + nextFresh) + 1) * dueOfDay < (2 * (dueBefore + dueIndex) + 1) * freshOfDay;
  for (const [dueIndex, card] of due.entries()) {
    for (let next = fresh[nextFresh]; next !== undefined && freshIsFirst(dueIndex); next = fresh[nextFresh]) {
      order.push(asNew(next));
      nextFresh += 1;
    }
    order.push({ cardId: card.cardId, conceptId: card.conceptId, kind: "due" });
  }
  return [...order, ...fresh.slice(nextFresh).map(asNew)];
}

function asNew({ cardId, conceptId }: PlacedCard): OrderedCard {
  return { cardId, conceptId, kind: "new" };
}

/**
 * Plays the rest of the day, place by place: a failed card as soon as enough others have come, else the first of `base` that does not
 * stand too near a sibling. When nothing fits any more, the rest comes last: first what stands too near a sibling (the farthest first),
 * then the failed cards, the longest-waiting first. Each choice depends only on what is left and how long ago each concept was
 * shown, so playing on from a later place gives the same order.
 */
export function spaceOut(input: {
  readonly base: readonly OrderedCard[];
  readonly drill: readonly AnsweredCard[];
  readonly today: readonly AnsweredCard[];
}): OrderedCard[] {
  const drill = [...input.drill].sort((a, b) => b.answersSince - a.answersSince || (a.cardId < b.cardId ? -1 : 1));
  const shownAt = lastPlaces(input.today);
  const base = new Held(input.base);
  const order: OrderedCard[] = [];
  let drilled = 0;
  while (order.length < input.base.length + drill.length) {
    const place = order.length;
    const waiting = drill[drilled];
    const isApart = (card: OrderedCard) =>
      place - (shownAt.get(card.conceptId) ?? Number.NEGATIVE_INFINITY) >= SIBLING_DISTANCE;
    const isReady = waiting !== undefined && place + waiting.answersSince >= DRILL_DISTANCE;
    const next = (isReady ? undefined : (base.take(isApart) ?? base.takeFarthest(shownAt))) ?? asDrill(waiting);
    if (next.kind === "drill") drilled += 1;
    shownAt.set(next.conceptId, place);
    order.push(next);
  }
  return order;
}

function asDrill(card: AnsweredCard | undefined): OrderedCard {
  if (!card) throw new Error("Inconsistent: a queue with places left and no cards");
  return { cardId: card.cardId, conceptId: card.conceptId, kind: "drill" };
}

/** The place at which each concept was last shown, counted from the queue's head: −1 is the answer just given. */
function lastPlaces(today: readonly AnsweredCard[]): Map<ConceptId, number> {
  const places = new Map<ConceptId, number>();
  for (const { conceptId, answersSince } of today) {
    const place = -1 - answersSince;
    places.set(conceptId, Math.max(place, places.get(conceptId) ?? place));
  }
  return places;
}

/** Cards in order, of which some are held back until they fit. Few are held at a time, so that a step costs little. */
class Held {
  private readonly held: OrderedCard[] = [];
  private next = 0;
  constructor(private readonly cards: readonly OrderedCard[]) {}

  /** Removes and returns the first card that fits. */
  take(fits: (card: OrderedCard) => boolean): OrderedCard | undefined {
    const index = this.held.findIndex(fits);
    if (index >= 0) return this.held.splice(index, 1)[0];
    for (let card = this.cards[this.next]; card !== undefined; card = this.cards[this.next]) {
      this.next += 1;
      if (fits(card)) return card;
      this.held.push(card);
    }
    return undefined;
  }

  /** Removes and returns, of those held back, the first whose concept was shown longest ago. */
  takeFarthest(shownAt: ReadonlyMap<ConceptId, number>): OrderedCard | undefined {
    const placeOf = (card: OrderedCard) => shownAt.get(card.conceptId) ?? 0;
    const farthest = this.held.reduce<OrderedCard | undefined>(
      (best, card) => (best === undefined || placeOf(card) < placeOf(best) ? card : best),
      undefined,
    );
    if (farthest) this.held.splice(this.held.indexOf(farthest), 1);
    return farthest;
  }
}
