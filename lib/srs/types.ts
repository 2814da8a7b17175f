// The words that scheduling is made of. Pure: no imports but types.

declare const brand: unique symbol;
type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A learner. Only lib/auth's requireUser() and the tests' factories make one. */
export type UserId = Branded<string, "UserId">;
/** "<deck>.<concept slug>.<skill>" for built-in decks. */
export type CardId = Branded<string, "CardId">;
export type ConceptId = Branded<string, "ConceptId">;
/** UUIDv7, lower case, made by the client when the card is shown. */
export type OperationId = Branded<string, "OperationId">;
/** Days since 1970-01-01 of the learner's own calendar; a study day begins at the rollover hour. */
export type StudyDay = Branded<number, "StudyDay">;

/** The ways of knowing that every concept has. */
export const GENERAL_SKILLS = ["en-zh", "term-definition", "zh-en", "definition-term"] as const;
/** Those that only a concept with a formula has; off until a learner switches them on. */
export const FORMULA_SKILLS = ["formula-term", "term-formula"] as const;
/**
 * The ways of knowing a concept, in the order in which they open (the ladder). Those that not every concept has come last, so that no
 * other waits for one that is not there.
 */
export const SKILLS = [...GENERAL_SKILLS, ...FORMULA_SKILLS] as const;
export type Skill = (typeof SKILLS)[number];

/** 0 blackout … 5 perfect, as in SM-2. */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5;

/** What SM-2 keeps for a card. */
export interface Schedule {
  /** Successful answers in a row. */
  readonly repetitions: number;
  readonly intervalDays: number;
  /** E-Factor times 100, an integer: 250 is 2.5. */
  readonly efactorHundredths: number;
}

export type AnswerMode = "flip" | "typed" | "choice";

interface OperationBase {
  readonly id: OperationId;
  readonly cardId: CardId;
  /** Milliseconds since the epoch; on the client by its own clock, in the log as the server corrected it. */
  readonly answeredAt: number;
  /** IANA zone of the learner when answering. */
  readonly timeZone: string;
}
export interface AnswerOperation extends OperationBase {
  readonly kind: "answer";
  readonly quality: Quality;
  /** Time from showing to grading, at most 60,000. */
  readonly elapsedMs: number;
  readonly mode: AnswerMode;
  readonly typedText?: string;
}
export interface UndoOperation extends OperationBase {
  readonly kind: "undo";
  /** The answer, or the undo (then this is a redo), that is taken back. */
  readonly targetId: OperationId;
}
/** What a client sends. */
export type Operation = AnswerOperation | UndoOperation;
/** What the log keeps: the study day is fixed at first acceptance. */
export type LoggedOperation = Operation & { readonly studyDay: StudyDay };

/** The fold over one card's operations when at least one answer stands; null otherwise (the card is new). */
export interface CardProgress extends Schedule {
  /** The study day on which the card is to be asked again. */
  readonly dueDay: StudyDay;
  readonly firstStudyDay: StudyDay;
  readonly lastStudyDay: StudyDay;
  /** Of the last answer that stands, drill answers included. */
  readonly lastQuality: Quality;
  readonly lastAnsweredAt: number;
  /** First study day with an answer of quality 3 or more, drill answers included; opens the ladder's next skill on a later day. */
  readonly firstPassDay: StudyDay | null;
  /** Scheduling answers below 3 after the card had been answered 3 or better. */
  readonly lapses: number;
  /** Answers that stand. */
  readonly answers: number;
}
