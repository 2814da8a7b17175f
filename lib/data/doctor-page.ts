import "server-only";
import { foldCard } from "@/lib/srs/answer-log";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardId, CardProgress, ConceptId, OperationId, UserId } from "@/lib/srs/types";
import { type OperationRole, rolesOf } from "./answer-roles";
import { type CardPlace, findCards } from "./card-directory";
import { type CardStateToWrite, progressOf, updateStarted, writeStates } from "./card-state-rows";
import type { Prisma } from "./generated/sqlite/client";
import { type LogEntry, logAsJson, parseLog, updateRoles } from "./operation-rows";
import type { Tx } from "./sql-dialect";

/** Cards of one learner whose ids lie in a half-open range, so that a long log is read in parts that hold whole cards. */
export interface CardRange {
  readonly userId: UserId;
  /** Exclusive; "" before the first. */
  readonly after: string;
  /** Inclusive; null: to the end. */
  readonly upTo: string | null;
}

type StateRow = Prisma.CardStateGetPayload<object>;

/** How the stored caches of a range differ from what its log says. */
export interface PageFindings {
  readonly operations: number;
  readonly cards: number;
  /** States to be made. */
  readonly missing: readonly CardStateToWrite[];
  /** States to be replaced. */
  readonly wrong: readonly CardStateToWrite[];
  /** Cards with a state although no answer stands. */
  readonly surplus: readonly { readonly cardId: string; readonly conceptId: ConceptId }[];
  readonly roles: readonly { readonly userId: UserId; readonly id: OperationId; readonly role: OperationRole }[];
  /** Cards that the log names and no deck has. Nothing can be done about them. */
  readonly unknownCards: readonly string[];
}

/** Folds the range's log and compares; writes nothing. */
export async function examinePage(tx: Tx, range: CardRange): Promise<PageFindings> {
  const logs = byCard(await readLog(tx, range));
  const stored = new Map((await readStates(tx, range)).map((row) => [row.cardId, row]));
  const places = await placesOf(tx, [...logs.keys()]);
  const findings = { missing: [], wrong: [], roles: [] } as {
    missing: CardStateToWrite[];
    wrong: CardStateToWrite[];
    roles: PageFindings["roles"][number][];
  };
  const surplus = new Map(stored);
  for (const [cardId, entries] of logs) {
    const operations = entries.map(({ operation }) => operation);
    const roles = rolesOf({ operations, scheduler: sm2Scheduler });
    for (const { operation, role: before } of entries) {
      const role = roles.get(operation.id);
      if (role !== undefined && role !== before) findings.roles.push({ userId: range.userId, id: operation.id, role });
    }
    const place = places.get(cardId);
    const progress = foldCard({ operations, scheduler: sm2Scheduler });
    if (!place || progress === null) continue;
    surplus.delete(cardId);
    const state = { userId: range.userId, place, progress, version: operations.length };
    const row = stored.get(cardId);
    if (!row) findings.missing.push(state);
    else if (!saysTheSame(row, state, progress)) findings.wrong.push(state);
  }
  const operations = [...logs.values()].reduce((sum, entries) => sum + entries.length, 0);
  const unknownCards = [...logs.keys()].filter((cardId) => !places.has(cardId));
  return { ...findings, operations, cards: logs.size, surplus: [...surplus.values()].map(toRemove), unknownCards };
}

/** Makes the caches what the log says. The log itself is not touched but for its derived column `role`. */
export async function repairPage(tx: Tx, userId: UserId, findings: PageFindings): Promise<void> {
  const { missing, wrong, surplus, roles } = findings;
  for (const part of parts([...surplus, ...wrong.map(({ place }) => place)])) {
    await tx.cardState.deleteMany({ where: { userId, cardId: { in: part.map(({ cardId }) => cardId) } } });
  }
  for (const part of parts([...missing, ...wrong])) await writeStates(tx, part);
  const placed = [...missing, ...wrong].map(({ place }) => place.conceptId);
  const touched = [...placed, ...surplus.map(({ conceptId }) => conceptId)];
  for (const part of parts(touched))
    await updateStarted(
      tx,
      part.map((conceptId) => ({ userId, conceptId })),
    );
  for (const part of parts(roles)) await updateRoles(tx, part);
  // Where the search for new concepts begins may hang on states that were not there, or should not have been.
  if (touched.length > 0)
    await tx.learnerDeck.updateMany({ where: { userId }, data: { openFrom: 0, openVersion: "" } });
}

function toRemove({ cardId, conceptId }: StateRow): PageFindings["surplus"][number] {
  return { cardId, conceptId: conceptId as ConceptId };
}

async function readLog(tx: Tx, { userId, after, upTo }: CardRange): Promise<LogEntry[]> {
  const rows = await (upTo === null
    ? tx.$queryRaw<{ log: string | null }[]>`
        SELECT ${logAsJson()} AS "log" FROM "Operation" o WHERE o."userId" = ${userId} AND o."cardId" > ${after}`
    : tx.$queryRaw<{ log: string | null }[]>`
        SELECT ${logAsJson()} AS "log" FROM "Operation" o WHERE o."userId" = ${userId} AND o."cardId" > ${after} AND o."cardId" <= ${upTo}`);
  return parseLog(rows[0]?.log ?? null);
}

async function readStates(tx: Tx, { userId, after, upTo }: CardRange): Promise<StateRow[]> {
  return await tx.cardState.findMany({
    where: { userId, cardId: { gt: after, ...(upTo === null ? {} : { lte: upTo }) } },
  });
}

async function placesOf(tx: Tx, cardIds: readonly CardId[]): Promise<Map<CardId, CardPlace>> {
  const places = new Map<CardId, CardPlace>();
  for (const part of parts(cardIds)) for (const [id, place] of await findCards(tx, part)) places.set(id, place);
  return places;
}

/** Whether a row is what would be written now. Its `position` may be older than the deck's order: no harm, and no sign of damage. */
function saysTheSame(row: StateRow, { place, version }: CardStateToWrite, progress: CardProgress): boolean {
  const placed = row.conceptId === place.conceptId && row.deckId === place.deckId && row.skill === place.skill;
  const kept = progressOf(row);
  const fields = Object.keys(kept) as (keyof CardProgress)[];
  return placed && row.version === version && fields.every((field) => kept[field] === progress[field]);
}

function byCard(entries: readonly LogEntry[]): Map<CardId, LogEntry[]> {
  const logs = new Map<CardId, LogEntry[]>();
  for (const entry of entries) {
    const log = logs.get(entry.operation.cardId);
    if (log) log.push(entry);
    else logs.set(entry.operation.cardId, [entry]);
  }
  return logs;
}

/** Few enough for one statement's parameters on either engine. */
const PART_SIZE = 500;

function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += PART_SIZE) yield items.slice(start, start + PART_SIZE);
}
