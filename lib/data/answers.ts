import "server-only";
import type { ReviewResult } from "@/lib/srs/session-payload";
import type { Operation, UserId } from "@/lib/srs/types";
import type { RecordRequest } from "./accept-operations";
import { outcomeOf } from "./answer-outcome";
import { readSlices } from "./answer-reads";
import { findCards } from "./card-directory";
import { reopenFrom, updateStarted, writeStates } from "./card-state-rows";
import { engine, rawDb } from "./client";
import { addToDayTotals } from "./day-totals";
import type { RawTx } from "./engine/raw-database";
import { makeGroupCommit } from "./group-commit";
import { lockLearners, lockLearnersOrFail } from "./learner-lock";
import { insertOperations, updateRoles } from "./operation-rows";

/** Operations in one transaction: bounds how long it holds the database, and the parameters of a statement. */
const OPERATIONS_AT_ONCE = 400;
/** On SQLite a second transaction would only wait for the first. */
const TRANSACTIONS_AT_ONCE = { sqlite: 1, postgresql: 4 };

const commitTogether = makeGroupCommit<RecordRequest, ReviewResult[]>({
  commit: (requests) => rawDb().transaction((tx) => recordInTransaction(tx, requests)),
  atOnce: () => TRANSACTIONS_AT_ONCE[engine()],
  ownerOf: (request) => request.userId,
  weightOf: (request) => request.ops.length,
  weightLimit: OPERATIONS_AT_ONCE,
});

/**
 * Takes a learner's operations into the log and brings the states of their cards up to date, all in one transaction: when this returns,
 * everything it calls "applied" is committed. One result per operation, in the order sent, with the card's state by then. A batch is
 * never refused as a whole: an operation is "rejected" alone, with "operation-conflict" (its id is taken by other content),
 * "unknown-card", or "invalid-input" (an undo of another card's operation; a time zone that does not exist). Retired cards still accept
 * answers. Throws AppError "not-found" for an unknown learner.
 *
 * Requests that come while another one is being written share the next transaction, and its wait for the disk.
 */
export async function recordOperations(
  userId: UserId,
  request: { readonly ops: readonly Operation[]; readonly sentAt: number; readonly receivedAt: number },
): Promise<ReviewResult[]> {
  if (request.ops.length === 0) return [];
  return commitTogether({ userId, ...request });
}

/**
 * The same for several requests, also of several learners. Statements: one to lock (PostgreSQL), one to read, one to append, one to add to
 * the totals of the day, one to write states; two more when a card starts. One list of results for each request.
 */
export async function recordInTransaction(tx: RawTx, requests: readonly RecordRequest[]): Promise<ReviewResult[][]> {
  const userIds = [...new Set(requests.map((request) => request.userId))];
  await (userIds.length > 1 ? lockLearnersOrFail(tx, userIds) : lockLearners(tx, userIds));
  const places = await findCards(tx, [...new Set(requests.flatMap((request) => request.ops.map((op) => op.cardId)))]);
  const slices = await readSlices(tx, requests);
  const results = new Map<RecordRequest, ReviewResult[]>();
  const outcomes = [...slices].map(([userId, slice]) => {
    const own = requests.filter((request) => request.userId === userId);
    const outcome = outcomeOf({ requests: own, slice, places });
    for (const [turn, request] of own.entries()) results.set(request, outcome.results[turn] ?? []);
    return outcome;
  });
  await insertOperations(
    tx,
    outcomes.flatMap((outcome) => outcome.appended),
  );
  await updateRoles(
    tx,
    outcomes.flatMap((outcome) => outcome.changedRoles),
  );
  await addToDayTotals(
    tx,
    outcomes.flatMap((outcome) => outcome.turns),
  );
  const touched = outcomes.flatMap((outcome) => outcome.touched);
  await writeStates(tx, touched);
  const started = touched.filter((card) => card.startedBefore !== (card.progress !== null));
  await updateStarted(
    tx,
    started.map(({ userId, place }) => ({ userId, conceptId: place.conceptId })),
  );
  await reopenFrom(
    tx,
    started.filter((card) => card.progress === null),
  );
  return requests.map((request) => results.get(request) ?? []);
}
