// Today's queue: which cards are asked today, and why each one is or is not. In what order is decided in queue-order.ts.

import { interleave, type OrderedCard, spaceOut } from "./queue-order";
import type { QueueCounts, QueueKind } from "./session-payload";
import type { CardId, ConceptId, Quality, Skill, StudyDay } from "./types";

/** A card that could be started today: its rung of the ladder is open, its deck chosen, nothing set aside. */
export interface NewCandidate {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly skill: Skill;
}

/** A card with dueDay ≤ today that may be asked: deck chosen, neither retired nor set aside. */
export interface DueCandidate extends NewCandidate {
  readonly dueDay: StudyDay;
  readonly intervalDays: number;
}

/** A card of which at least one answer of today stands. */
export interface AnsweredToday {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly skill: Skill;
  /** What the card was when it was first asked today; "ahead": neither due nor new. */
  readonly kind: "due" | "new" | "ahead";
  /** Of the last answer that stands. */
  readonly lastQuality: Quality;
  /** Standing answers to other cards since the last answer to this one. */
  readonly answersSince: number;
  /** False when the card must not be asked again: retired, set aside, deck not chosen. */
  readonly askable: boolean;
}

export interface QueueInput {
  readonly studyDay: StudyDay;
  readonly settings: {
    /** Enabled skills. */
    readonly skills: readonly Skill[];
    /** Today's limit, with what the learner asked for on top. */
    readonly newPerDay: number;
    readonly reviewsPerDay: number;
  };
  /** In any order. When bounded: the most overdue relative to their interval, more than reviewsPerDay by what may give way. */
  readonly due: readonly DueCandidate[];
  /** How many there are when `due` is bounded; of enabled skills only. */
  readonly dueTotal?: number;
  /** In learning order. */
  readonly newCandidates: readonly NewCandidate[];
  readonly today: readonly AnsweredToday[];
}

export interface QueueEntry {
  readonly cardId: CardId;
  readonly kind: QueueKind;
}

export interface QueueResult {
  readonly queue: readonly QueueEntry[];
  readonly counts: QueueCounts;
  /** Due cards that give way to a sibling until tomorrow. */
  readonly deferred: readonly CardId[];
  /** How many more of the candidates could be learned today if the limit were higher. */
  readonly moreNew: number;
}

/**
 * The rest of today's session. Pure and deterministic: computed again after the head has been answered, it goes on with the same cards in
 * the same order, as long as the candidates are the same.
 */
export function buildQueue(input: QueueInput): QueueResult {
  const { settings, today } = input;
  const enabled = new Set(settings.skills);
  const answered = new Set(today.map((card) => card.cardId));
  const isOpen = (card: NewCandidate) => enabled.has(card.skill) && !answered.has(card.cardId);
  const asked = new Set(today.map((card) => card.conceptId));

  const ranked = rankByOverdueness(input.due.filter(isOpen), input.studyDay);
  const { stay, deferred } = giveWay({ ranked, studyDay: input.studyDay, asked });
  const dueAnswered = countKind(today, "due");
  const due = stay.slice(0, Math.max(0, settings.reviewsPerDay - dueAnswered));
  const unseen = Math.max(0, (input.dueTotal ?? 0) - ranked.length);

  const fresh = onePerConcept(
    input.newCandidates.filter(isOpen),
    new Set([...asked, ...due.map((card) => card.conceptId)]),
  );
  const newAnswered = countKind(today, "new");
  const chosen = fresh.slice(0, Math.max(0, settings.newPerDay - newAnswered));

  const drill = today.filter((card) => card.lastQuality < 4 && card.askable && enabled.has(card.skill));
  const base = interleave({ due, dueBefore: dueAnswered, fresh: chosen, freshBefore: newAnswered });
  return {
    queue: spaceOut({ base, drill, today }).map(toEntry),
    counts: { due: due.length, new: chosen.length, drill: drill.length, waiting: stay.length - due.length + unseen },
    deferred: deferred.map((card) => card.cardId),
    moreNew: fresh.length - chosen.length,
  };
}

function toEntry({ cardId, kind }: OrderedCard): QueueEntry {
  return { cardId, kind };
}

function countKind(today: readonly AnsweredToday[], kind: AnsweredToday["kind"]): number {
  return today.reduce((count, card) => count + (card.kind === kind ? 1 : 0), 0);
}

/** The most overdue relative to their interval first. Ties in an order that is fixed for the day, but not the alphabet's. */
function rankByOverdueness(due: readonly DueCandidate[], studyDay: StudyDay): DueCandidate[] {
  // A quotient of integers this small is the same double for equal fractions and another one for others.
  const keyed = due.map((card) => ({
    card,
    overdueness: (studyDay - card.dueDay) / Math.max(card.intervalDays, 1),
    shuffle: hashOf(card.cardId, studyDay),
  }));
  keyed.sort(
    (a, b) => b.overdueness - a.overdueness || a.shuffle - b.shuffle || (a.card.cardId < b.card.cardId ? -1 : 1),
  );
  return keyed.map(({ card }) => card);
}

/**
 * Of the cards of one concept, a card that falls due this very day gives way to whichever sibling is asked today; tomorrow it is overdue
 * by a day and gives way no longer.
 */
function giveWay(input: {
  readonly ranked: readonly DueCandidate[];
  readonly studyDay: StudyDay;
  readonly asked: ReadonlySet<ConceptId>;
}): { readonly stay: DueCandidate[]; readonly deferred: DueCandidate[] } {
  const asked = new Set(input.asked);
  const stay: DueCandidate[] = [];
  const deferred: DueCandidate[] = [];
  // Overdue cards rank before those due today, so when one of these comes up, every sibling that it gives way to is known.
  for (const card of input.ranked) {
    if (card.dueDay >= input.studyDay && asked.has(card.conceptId)) deferred.push(card);
    else stay.push(card);
    asked.add(card.conceptId);
  }
  return { stay, deferred };
}

/** The first candidate of each concept that is not in `taken`. */
function onePerConcept(candidates: readonly NewCandidate[], taken: ReadonlySet<ConceptId>): NewCandidate[] {
  const seen = new Set(taken);
  return candidates.filter(({ conceptId }) => !seen.has(conceptId) && seen.add(conceptId));
}

/** FNV-1a over the id, begun with the day and mixed at the end (as MurmurHash3 does), so that one day's order says nothing of the next's. */
function hashOf(cardId: CardId, studyDay: StudyDay): number {
  let hash = 0x811c9dc5 ^ studyDay;
  for (let index = 0; index < cardId.length; index += 1) hash = Math.imul(hash ^ cardId.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
