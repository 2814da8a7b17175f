import "server-only";
import type { ConceptView } from "@/lib/glossary/concept";
import { type AnsweredToday, buildQueue, type QueueResult } from "@/lib/srs/queue";
import type { SessionConcept, SessionPayload } from "@/lib/srs/session-payload";
import { studyDayAt, studyDayEndsAt } from "@/lib/srs/study-day";
import type { CardId, LoggedOperation, UserId } from "@/lib/srs/types";
import { type CardPlace, findCards } from "./card-directory";
import { db } from "./client";
import { getConceptViews } from "./concept-views";
import { countDueCards, type DueCounts, listDueCards } from "./due-cards";
import { figureView } from "./figures";
import { readGlossaryVersion } from "./glossary-version";
import { listNewCards } from "./new-cards";
import type { LogEntry } from "./operation-rows";
import { readSessionCards } from "./session-cards";
import { getQueueSettings, type QueueSettings } from "./settings";
import type { StudyScope } from "./study-scope";
import { answeredOf, findAskable, operationsOf, readLogOfDay } from "./today-answers";

/** Cards in one payload at most, of the queue and of those answered today each; the counts tell of all. */
const CARDS_SENT = 300;
/** How far `moreNew` counts. */
const MORE_NEW_COUNTED = 100;
/** Most due cards that are ranked in memory. */
const DUE_RANKED = 4_000;

/**
 * Today's session of a learner: what is to be asked, with all content and logs that the browser needs to go on without the network.
 * The queue is cut after 300 cards; ask again when it runs out. `moreNew` counts to 100.
 */
export async function getSession(userId: UserId, { nowMs }: { readonly nowMs: number }): Promise<SessionPayload> {
  const [settings, version] = await Promise.all([getQueueSettings(userId), readGlossaryVersion()]);
  const { timeZone, rolloverHour } = settings;
  const studyDay = studyDayAt({ instantMs: nowMs, timeZone, rolloverHour });
  const scope: StudyScope = { userId, today: studyDay, decks: settings.decks, skills: settings.skills };
  const [log, dueCounts, msPerAnswer] = await Promise.all([
    readLogOfDay(userId, studyDay),
    countDueCards(scope),
    medianAnswerMs(userId),
  ]);
  const today = await readAnswered(scope, log);
  const { limits, result } = await planDay({ scope, settings, version, today, dueCounts });
  const queue = result.queue.slice(0, CARDS_SENT);
  const operations = operationsOf(log);
  const sent = await placesOf([...queue.map((entry) => entry.cardId), ...latestCards(operations)]);
  const [cards, views] = await Promise.all([
    readSessionCards(userId, sent),
    getConceptViews([...new Set(sent.map((place) => place.conceptId))], version),
  ]);
  return {
    studyDay,
    serverNow: nowMs,
    dayEndsAt: studyDayEndsAt({ studyDay, timeZone, rolloverHour }),
    counts: result.counts,
    limits,
    settings: {
      timeZone,
      rolloverHour,
      definitionLanguage: settings.definitionLanguage,
      twoButtons: settings.twoButtons,
    },
    queue,
    cards,
    concepts: views.map((view) => withFigure(view, settings.interfaceLanguage)),
    today: operations,
    answeredKinds: Object.fromEntries(today.map((card) => [card.cardId, card.kind])),
    next: dueCounts.next,
    moreNew: Math.min(result.moreNew, MORE_NEW_COUNTED),
    msPerAnswer,
    dueTomorrow: dueCounts.due - result.counts.due + dueCounts.tomorrow,
  };
}

/** The first picture goes with the card, so that the review needs no network. */
function withFigure(view: ConceptView, interfaceLanguage: QueueSettings["interfaceLanguage"]): SessionConcept {
  const [name] = view.figures;
  const language = interfaceLanguage === "en" ? "en" : "zh";
  return { ...view, figure: name === undefined ? null : figureView(name, language) };
}

async function readAnswered(scope: StudyScope, log: readonly LogEntry[]): Promise<AnsweredToday[]> {
  const cardIds = [...new Set(log.map((entry) => entry.operation.cardId))];
  const [places, askable] = await Promise.all([findCards(db(), cardIds), findAskable(scope, cardIds)]);
  return answeredOf({ log, places, askable });
}

/** Finds the candidates, bounded, and lets the pure part choose. */
async function planDay(input: {
  readonly scope: StudyScope;
  readonly settings: QueueSettings;
  readonly version: string | null;
  readonly today: readonly AnsweredToday[];
  readonly dueCounts: DueCounts;
}): Promise<{ limits: SessionPayload["limits"]; result: QueueResult }> {
  const { scope, settings, version, today, dueCounts } = input;
  const { skills, reviewsPerDay } = settings;
  const newPerDay = settings.newPerDay + (settings.extraNewDay === scope.today ? settings.extraNew : 0);
  const reviewed = today.filter((card) => card.kind === "due").length;
  const started = today.filter((card) => card.kind === "new").length;
  const reviewsLeft = Math.max(0, reviewsPerDay - reviewed);
  // A new card is passed over when its concept is asked today anyway, so as many more are looked at.
  const newLimit =
    Math.max(0, newPerDay - started) + MORE_NEW_COUNTED + today.length + Math.min(reviewsLeft, dueCounts.due);
  const [due, newCandidates] = await Promise.all([
    listDueCards(scope, dueLimit({ reviewsPerDay, reviewed, skills: skills.length })),
    listNewCards(scope, newLimit, version),
  ]);
  const limits = { newPerDay, reviewsPerDay };
  const queueSettings = { skills, ...limits };
  const dueTotal = dueCounts.due;
  return {
    limits,
    result: buildQueue({ studyDay: scope.today, settings: queueSettings, due, dueTotal, newCandidates, today }),
  };
}

/**
 * Enough that every concept could be represented, since siblings give way to each other. It shrinks with every card that has been
 * answered, so that the same cards are candidates all day and a reload goes on where it was.
 */
function dueLimit(input: {
  readonly reviewsPerDay: number;
  readonly reviewed: number;
  /** Enabled: the cards that a concept can have due. */
  readonly skills: number;
}): number {
  const { reviewsPerDay, reviewed, skills } = input;
  const ofDay = Math.min(reviewsPerDay * skills, DUE_RANKED) - reviewed;
  const left = reviewsPerDay - reviewed;
  return left <= 0 ? 0 : Math.max(ofDay, Math.min(left, CARDS_SENT) * skills);
}

/** The cards that were answered, or taken back, last. */
function latestCards(operations: readonly LoggedOperation[]): CardId[] {
  return [...new Set(operations.map((operation) => operation.cardId).reverse())].slice(0, CARDS_SENT);
}

/** Each card once, in the order given. */
async function placesOf(cardIds: readonly CardId[]): Promise<CardPlace[]> {
  const places = await findCards(db(), [...new Set(cardIds)]);
  return [...places.values()];
}

/** For a newcomer, of whom nothing is known. */
const USUAL_ANSWER_MS = 8_000;
const ANSWERS_LOOKED_AT = 100;
const ANSWERS_NEEDED = 10;

/** How long this learner's latest answers took, by the median. */
async function medianAnswerMs(userId: UserId): Promise<number> {
  const rows = await db().$queryRaw<{ elapsedMs: number }[]>`
    SELECT "elapsedMs" FROM "Operation" WHERE "userId" = ${userId} AND "role" IN ('learn', 'review', 'drill')
    ORDER BY "studyDay" DESC LIMIT ${ANSWERS_LOOKED_AT}`;
  const sorted = rows.map((row) => row.elapsedMs).sort((a, b) => a - b);
  return sorted.length < ANSWERS_NEEDED ? USUAL_ANSWER_MS : (sorted[Math.floor(sorted.length / 2)] ?? USUAL_ANSWER_MS);
}
