// What GET /api/session and POST /api/reviews carry: the types that the server and the browser share. Pure: types only.

import type { ConceptView, FigureView } from "../glossary/concept";
import type {
  CardId,
  CardProgress,
  ConceptId,
  LoggedOperation,
  Operation,
  OperationId,
  Skill,
  StudyDay,
} from "./types";

/** Why a card stands in today's queue. */
export type QueueKind = "due" | "new" | "drill";

export type DefinitionLanguage = "zh" | "en" | "both";

/** A card in today's session, with all that is needed to ask, grade and undo it without the network. */
export interface SessionCard {
  readonly cardId: CardId;
  readonly conceptId: ConceptId;
  readonly skill: Skill;
  /** null: never answered. */
  readonly progress: CardProgress | null;
  /** This card's whole log in fold order, so that the browser folds, previews and undoes exactly as the server does. */
  readonly log: readonly LoggedOperation[];
  /** Operations of this card in the log. */
  readonly version: number;
}

/** What a card is made of: the concept, with its first picture in the learner's language. */
export interface SessionConcept extends ConceptView {
  readonly figure: FigureView | null;
}

export interface QueueCounts {
  readonly due: number;
  readonly new: number;
  readonly drill: number;
  /** Due, but beyond today's limit. */
  readonly waiting: number;
}

/** GET /api/session. */
export interface SessionPayload {
  readonly studyDay: StudyDay;
  /** The server's clock, ms; and when the study day ends. */
  readonly serverNow: number;
  readonly dayEndsAt: number;
  readonly counts: QueueCounts;
  readonly limits: { readonly newPerDay: number; readonly reviewsPerDay: number };
  readonly settings: {
    readonly timeZone: string;
    readonly rolloverHour: number;
    readonly definitionLanguage: DefinitionLanguage;
    readonly twoButtons: boolean;
  };
  /** What is to be asked, in order. */
  readonly queue: readonly { readonly cardId: CardId; readonly kind: QueueKind }[];
  /** Cards of the queue and those answered today (for undo and for the summary). */
  readonly cards: readonly SessionCard[];
  readonly concepts: readonly SessionConcept[];
  /** Today's operations, oldest first: progress of the day, undo to any depth, the summary. */
  readonly today: readonly LoggedOperation[];
  /** The kind each card answered today had when it was first asked today. */
  readonly answeredKinds: Readonly<Record<string, "due" | "new" | "ahead">>;
  /** The next study day with something due, and how much; null when nothing is scheduled. */
  readonly next: { readonly studyDay: StudyDay; readonly due: number } | null;
  /** New cards that could still be learned today if the limit were higher. */
  readonly moreNew: number;
  /** Median time per answer of this learner, ms, for the estimate of time left; a default for a newcomer. */
  readonly msPerAnswer: number;
  /** Cards that will be due on the next study day once today's queue is done: those that fall due then and those that wait. */
  readonly dueTomorrow: number;
}

/** POST /api/reviews, request. At most 200 operations and 256 KB. */
export interface ReviewsRequest {
  /** The client's clock when sending, ms. */
  readonly sentAt: number;
  readonly ops: readonly Operation[];
}

export type ReviewResult =
  | { readonly id: OperationId; readonly status: "applied" | "duplicate"; readonly state: CardStateView | null }
  | { readonly id: OperationId; readonly status: "rejected"; readonly code: string };

/** The card after the operation; `progress` null when no answer stands. */
export interface CardStateView {
  readonly cardId: CardId;
  readonly progress: CardProgress | null;
  readonly version: number;
}

/** POST /api/reviews, response: one result per operation, in the order sent. */
export interface ReviewsResponse {
  readonly results: readonly ReviewResult[];
}
