// A day's queue for the controller: so many new cards of one concept each.

import type { SessionConcept, SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, ConceptId, StudyDay } from "@/lib/srs/types";

/** 2026-01-01T12:00 in Shanghai. */
export const NOON = Date.UTC(2026, 0, 1, 4);
const STUDY_DAY = (Date.UTC(2026, 0, 1) / 86_400_000) as StudyDay;

export function cardId(n: number): CardId {
  return `core.concept-${n}.en-zh` as CardId;
}

export function payloadOf(cards: number, change: Partial<SessionPayload> = {}): SessionPayload {
  const numbers = Array.from({ length: cards }, (_, index) => index);
  const conceptId = (n: number) => `core.concept-${n}` as ConceptId;
  return {
    studyDay: STUDY_DAY,
    serverNow: NOON,
    dayEndsAt: NOON + 16 * 3_600_000,
    counts: { due: 0, new: cards, drill: 0, waiting: 0 },
    limits: { newPerDay: 12, reviewsPerDay: 200 },
    settings: { timeZone: "Asia/Shanghai", rolloverHour: 4, definitionLanguage: "zh", twoButtons: false },
    queue: numbers.map((n) => ({ cardId: cardId(n), kind: "new" })),
    cards: numbers.map((n) => ({
      cardId: cardId(n),
      conceptId: conceptId(n),
      skill: "en-zh",
      progress: null,
      log: [],
      version: 0,
    })),
    concepts: numbers.map((n) => ({ id: conceptId(n), slug: `concept-${n}` }) as SessionConcept),
    today: [],
    answeredKinds: {},
    next: null,
    moreNew: 0,
    msPerAnswer: 8_000,
    dueTomorrow: 0,
    ...change,
  };
}
