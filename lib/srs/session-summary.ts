// What the end of a session says about the day.

import type { LoggedAnswer } from "./answer-log";
import type { Session } from "./session-state";
import type { CardId, StudyDay } from "./types";

const HARDEST_SHOWN = 5;

export interface SessionSummary {
  /** Answers of today that stand, drill included. */
  readonly answered: number;
  /** Cards that they belong to. */
  readonly cards: number;
  readonly elapsedMs: number;
  /** Cards whose first answer of today was 3 or better, of all cards answered today. */
  readonly firstTryRate: { readonly passed: number; readonly of: number };
  /** At most five cards that scored below 4 today, the most often first. */
  readonly hardest: readonly CardId[];
  /** Cards that will be due on the next study day. */
  readonly dueTomorrow: number;
}

/** The day so far. */
export function summary(session: Session): SessionSummary {
  const { given } = session;
  const byCard = new Map<CardId, LoggedAnswer[]>();
  for (const answer of given) byCard.set(answer.cardId, [...(byCard.get(answer.cardId) ?? []), answer]);
  const passed = [...byCard.values()].filter(([first]) => first !== undefined && first.quality >= 3).length;
  return {
    answered: given.length,
    cards: byCard.size,
    elapsedMs: given.reduce((sum, answer) => sum + answer.elapsedMs, 0),
    firstTryRate: { passed, of: byCard.size },
    hardest: hardestOf(byCard),
    dueTomorrow: dueTomorrow(session),
  };
}

function hardestOf(byCard: ReadonlyMap<CardId, readonly LoggedAnswer[]>): CardId[] {
  return [...byCard]
    .map(([cardId, answers]) => ({
      cardId,
      failures: answers.filter((answer) => answer.quality < 4).length,
      worst: Math.min(...answers.map((answer) => answer.quality)),
      elapsedMs: answers.reduce((sum, answer) => sum + answer.elapsedMs, 0),
    }))
    .filter((card) => card.failures > 0)
    .sort((a, b) => b.failures - a.failures || a.worst - b.worst || b.elapsedMs - a.elapsedMs)
    .slice(0, HARDEST_SHOWN)
    .map((card) => card.cardId);
}

/** The server's count holds today's queue for done; it lacks the cards that have fallen due tomorrow since. */
function dueTomorrow({ payload, cards, suspended }: Session): number {
  const isTomorrow = (dueDay: StudyDay | undefined) => dueDay === payload.studyDay + 1;
  return payload.cards.reduce((count, { cardId, progress }) => {
    const before = isTomorrow(progress?.dueDay);
    const after = isTomorrow(cards.get(cardId)?.progress?.dueDay) && !suspended.has(cardId);
    return count + Number(after) - Number(before);
  }, payload.dueTomorrow);
}
