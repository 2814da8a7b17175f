import "server-only";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardStateView, ReviewResult } from "@/lib/srs/session-payload";
import type { CardId, LoggedOperation, Operation, OperationId, UserId } from "@/lib/srs/types";
import { judgeOperations, type RecordRequest, type Verdict } from "./accept-operations";
import type { LearnerSlice } from "./answer-reads";
import { foldWithRoles, isStanding, type OperationRole } from "./answer-roles";
import type { CardPlace } from "./card-directory";
import type { CardStateToWrite } from "./card-state-rows";
import type { RoleTurn } from "./day-totals";
import type { NewLogEntry } from "./operation-rows";

export interface TouchedCard extends CardStateToWrite {
  /** Whether an answer stood before. */
  readonly startedBefore: boolean;
}

/** What the requests of one learner do, as values: nothing is written here. */
export interface Outcome {
  /** One list for each request, one result for each of its operations, in the order sent. */
  readonly results: readonly ReviewResult[][];
  readonly appended: readonly NewLogEntry[];
  readonly changedRoles: readonly { readonly userId: UserId; readonly id: OperationId; readonly role: OperationRole }[];
  readonly touched: readonly TouchedCard[];
  /** Of all that is appended or has changed its role. */
  readonly turns: readonly RoleTurn[];
}

type Accepted = Pick<NewLogEntry, "operation" | "fingerprint" | "receivedAt">;

/** `requests`: all of one learner, in the order in which they came; a later one sees what an earlier one did. */
export function outcomeOf(input: {
  readonly requests: readonly RecordRequest[];
  readonly slice: LearnerSlice;
  readonly places: ReadonlyMap<CardId, CardPlace>;
}): Outcome {
  const { requests, slice, places } = input;
  const verdicts = judgeInTurn(requests, slice, (cardId) => places.has(cardId));
  const accepted = acceptedOf(requests, verdicts);
  const oldRoles = new Map(slice.log.map((entry) => [entry.operation.id, entry.role]));
  const logs = logsByCard([...slice.log, ...accepted.values()].map((entry) => entry.operation));
  const views = new Map<CardId, CardStateView>();
  const outcome = {
    appended: [] as NewLogEntry[],
    changedRoles: [] as Outcome["changedRoles"][number][],
    touched: [] as TouchedCard[],
    turns: [] as RoleTurn[],
  };
  for (const [cardId, operations] of logs) {
    const { progress, roles } = foldWithRoles({ operations, scheduler: sm2Scheduler });
    views.set(cardId, { cardId, progress, version: operations.length });
    const place = places.get(cardId);
    const [first] = requests;
    if (!first || !place || !operations.some((operation) => accepted.has(operation.id))) continue;
    const { userId } = first;
    const startedBefore = operations.some((operation) => isStanding(oldRoles.get(operation.id) ?? null));
    outcome.touched.push({ userId, place, progress, version: operations.length, startedBefore });
    for (const operation of operations) {
      const { id } = operation;
      const before = oldRoles.get(id) ?? null;
      const role = roles.get(id);
      if (role === undefined || role === before) continue;
      const entry = accepted.get(id);
      if (entry) outcome.appended.push({ ...entry, userId, role });
      else outcome.changedRoles.push({ userId, id, role });
      outcome.turns.push({ userId, operation, before, after: role });
    }
  }
  const results = requests.map(({ ops }, turn) => ops.map((op, place) => resultOf(op, verdicts[turn]?.[place], views)));
  return { ...outcome, results };
}

function judgeInTurn(
  requests: readonly RecordRequest[],
  slice: LearnerSlice,
  cardExists: (cardId: CardId) => boolean,
): Verdict[][] {
  const known = new Map(slice.known);
  return requests.map((request) => {
    const verdicts = judgeOperations({ request, learner: slice.learner, known, cardExists });
    for (const verdict of verdicts) {
      if (verdict.status !== "applied") continue;
      const { operation, fingerprint } = verdict;
      known.set(operation.id, { cardId: operation.cardId, fingerprint });
    }
    return verdicts;
  });
}

function acceptedOf(requests: readonly RecordRequest[], verdicts: readonly Verdict[][]): Map<OperationId, Accepted> {
  const accepted = new Map<OperationId, Accepted>();
  for (const [turn, { receivedAt }] of requests.entries()) {
    for (const verdict of verdicts[turn] ?? []) {
      if (verdict.status !== "applied") continue;
      const { operation, fingerprint } = verdict;
      accepted.set(operation.id, { operation, fingerprint, receivedAt });
    }
  }
  return accepted;
}

function logsByCard(operations: readonly LoggedOperation[]): Map<CardId, LoggedOperation[]> {
  const logs = new Map<CardId, LoggedOperation[]>();
  for (const operation of operations) {
    const log = logs.get(operation.cardId);
    if (log) log.push(operation);
    else logs.set(operation.cardId, [operation]);
  }
  return logs;
}

function resultOf(
  op: Operation,
  verdict: Verdict | undefined,
  views: ReadonlyMap<CardId, CardStateView>,
): ReviewResult {
  if (!verdict) throw new Error("Inconsistent: an operation without a verdict");
  if (verdict.status === "rejected") return { id: op.id, status: "rejected", code: verdict.code };
  return { id: op.id, status: verdict.status, state: views.get(op.cardId) ?? null };
}
