import "server-only";
import { foldAnswer, standingAnswers } from "@/lib/srs/answer-log";
import type { Scheduler } from "@/lib/srs/scheduler";
import type { CardProgress, LoggedOperation, OperationId } from "@/lib/srs/types";

/**
 * What an operation does in its card's fold. "learn" and "review" are the answers that schedule: the first of a card, and those of a due
 * card. Stored beside the log so that retention and the heat map are one GROUP BY instead of a fold over everything.
 */
export type OperationRole = "learn" | "review" | "drill" | "undone" | "undo";

/** Whether this is the role of an answer that stands. null: of what is not in the log. */
export function isStanding(role: OperationRole | null): boolean {
  return role === "learn" || role === "review" || role === "drill";
}

export interface FoldedLog {
  /** As foldCard gives it. */
  readonly progress: CardProgress | null;
  readonly roles: ReadonlyMap<OperationId, OperationRole>;
}

/** The state of ONE card and the role of each of its operations, whatever the order they come in. */
export function foldWithRoles(input: {
  readonly operations: readonly LoggedOperation[];
  readonly scheduler: Scheduler;
}): FoldedLog {
  const { operations, scheduler } = input;
  const roles = new Map<OperationId, OperationRole>();
  for (const operation of operations) roles.set(operation.id, operation.kind === "undo" ? "undo" : "undone");
  let progress: CardProgress | null = null;
  for (const answer of standingAnswers(operations)) {
    roles.set(answer.id, roleOf(progress, answer.studyDay));
    progress = foldAnswer({ progress, answer, scheduler });
  }
  return { progress, roles };
}

function roleOf(before: CardProgress | null, studyDay: number): OperationRole {
  if (before === null) return "learn";
  return studyDay < before.dueDay ? "drill" : "review";
}

/** Only the roles. */
export function rolesOf(input: {
  readonly operations: readonly LoggedOperation[];
  readonly scheduler: Scheduler;
}): ReadonlyMap<OperationId, OperationRole> {
  return foldWithRoles(input).roles;
}
