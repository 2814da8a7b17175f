// A server in a few lines: the log, and a day's payload made from it with the fold and the queue. No database, no clock.

import { foldCard, standingAnswers } from "@/lib/srs/answer-log";
import { type AnsweredToday, buildQueue, type NewCandidate } from "@/lib/srs/queue";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { SessionConcept, SessionPayload } from "@/lib/srs/session-payload";
import {
  type CardId,
  type ConceptId,
  type LoggedOperation,
  type Operation,
  SKILLS,
  type StudyDay,
} from "@/lib/srs/types";
import { newCard, TODAY } from "./queue-factory";

const DAY_MS = 86_400_000;
/** Noon of today: the study days of the tests begin at midnight in UTC. */
export const NOON_MS = TODAY * DAY_MS + DAY_MS / 2;

export function conceptView(id: ConceptId): SessionConcept {
  const text = { zh: "解释", en: "explanation" };
  return {
    id,
    slug: id,
    deckId: "core",
    topic: { id: "core.topic", slug: "topic", name: text },
    section: "A-G",
    headline: false,
    en: id,
    zh: "名",
    pinyin: "míng",
    abbreviations: [],
    aliases: { en: [], zh: [] },
    definition: text,
    plain: text,
    formula: null,
    figures: [],
    figure: null,
    confusable: [],
    prerequisites: [],
  };
}

export interface ModelServer {
  /** Takes operations in, as the real one does when the client's clock is right. */
  receive(operations: readonly Operation[]): void;
  payload(): SessionPayload;
  /** The whole log of a card. */
  logOf(cardId: CardId): LoggedOperation[];
}

/** `names`: cards as in queue-factory, in learning order. */
export function modelServer(input: {
  readonly names: readonly string[];
  readonly history?: readonly LoggedOperation[];
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly dueTomorrow?: number;
}): ModelServer {
  const cards = input.names.map(newCard);
  const log = new Map((input.history ?? []).map((operation) => [operation.id, operation]));
  const logOf = (cardId: CardId) =>
    [...log.values()].filter((operation) => operation.cardId === cardId).sort((a, b) => a.answeredAt - b.answeredAt);
  return {
    receive: (operations) => {
      for (const operation of operations) {
        const studyDay = Math.floor(operation.answeredAt / DAY_MS) as StudyDay;
        if (!log.has(operation.id)) log.set(operation.id, { ...operation, studyDay });
      }
    },
    payload: () => payloadOf({ cards, logOf, ...input }),
    logOf,
  };
}

function payloadOf(input: {
  readonly cards: readonly NewCandidate[];
  readonly logOf: (cardId: CardId) => LoggedOperation[];
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly dueTomorrow?: number;
}): SessionPayload {
  const { newPerDay = 100, reviewsPerDay = 100, dueTomorrow = 0 } = input;
  const states = input.cards.map((card) => {
    const cardLog = input.logOf(card.cardId);
    const progress = foldCard({ operations: cardLog, scheduler: sm2Scheduler });
    return { card, cardLog, progress, today: standingAnswers(cardLog).filter((a) => a.studyDay === TODAY) };
  });
  const answersOfDay = states.flatMap((state) => state.today).sort((a, b) => a.answeredAt - b.answeredAt);
  const today = states.flatMap(({ card, cardLog, today: own }): AnsweredToday[] => {
    const last = own.at(-1);
    if (!last) return [];
    const yesterday = foldCard({ operations: cardLog.filter((op) => op.studyDay < TODAY), scheduler: sm2Scheduler });
    const kind = yesterday === null ? "new" : yesterday.dueDay <= TODAY ? "due" : "ahead";
    const answersSince = answersOfDay.length - 1 - answersOfDay.indexOf(last);
    return [{ ...card, kind, lastQuality: last.quality, answersSince, askable: true }];
  });
  const { queue, counts, moreNew } = buildQueue({
    studyDay: TODAY,
    settings: { skills: SKILLS, newPerDay, reviewsPerDay },
    due: states.flatMap(({ card, progress }) =>
      progress && progress.dueDay <= TODAY
        ? [{ ...card, dueDay: progress.dueDay, intervalDays: progress.intervalDays }]
        : [],
    ),
    newCandidates: states.filter((state) => state.progress === null).map((state) => state.card),
    today,
  });
  const shown = states.filter(
    ({ card, today: own }) => own.length > 0 || queue.some((entry) => entry.cardId === card.cardId),
  );
  return {
    studyDay: TODAY,
    serverNow: NOON_MS,
    dayEndsAt: (TODAY + 1) * DAY_MS,
    counts,
    limits: { newPerDay, reviewsPerDay },
    settings: { timeZone: "UTC", rolloverHour: 0, definitionLanguage: "zh", twoButtons: false },
    queue,
    cards: shown.map(({ card, progress, cardLog }) => ({ ...card, progress, log: cardLog, version: cardLog.length })),
    concepts: [...new Set(shown.map(({ card }) => card.conceptId))].map(conceptView),
    today: shown.flatMap((state) => state.cardLog).filter((operation) => operation.studyDay === TODAY),
    answeredKinds: Object.fromEntries(today.map((card) => [card.cardId, card.kind])),
    next: null,
    moreNew,
    msPerAnswer: 8_000,
    dueTomorrow,
  };
}
