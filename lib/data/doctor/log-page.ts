import "server-only";
import { sm2Scheduler } from "@/lib/srs/scheduler";
import type { CardId, LoggedOperation, OperationId, UserId } from "@/lib/srs/types";
import { type FoldedLog, foldWithRoles } from "../answer-roles";
import { type CardPlace, findCards } from "../card-directory";
import type { Prisma } from "../generated/sqlite/client";
import { type LogEntry, logAsJson, parseLog } from "../operation-rows";
import type { Tx } from "../sql-dialect";
import { parts } from "./check";

/** Cards of one learner whose ids lie in a half-open range, so that a long log is read in parts that hold whole cards. */
export interface CardRange {
  readonly userId: UserId;
  /** Exclusive; "" before the first. */
  readonly after: string;
  /** Inclusive; null: to the end. */
  readonly upTo: string | null;
}

export type StateRow = Prisma.CardStateGetPayload<object>;

/** A card with its log, and what the fold makes of it. */
export interface LoggedCard extends FoldedLog {
  readonly cardId: CardId;
  /** null: no deck has the card. */
  readonly place: CardPlace | null;
  readonly entries: readonly LogEntry[];
  /** Lines that no client could have sent. A card that has any is left as it is. */
  readonly contradictory: readonly OperationId[];
}

/** What the log says of a range of cards, and what is stored of them. */
export interface LogPage {
  readonly tx: Tx;
  readonly userId: UserId;
  readonly cards: readonly LoggedCard[];
  readonly stored: ReadonlyMap<string, StateRow>;
}

/** Reads a range and folds it; writes nothing. */
export async function readLogPage(tx: Tx, range: CardRange): Promise<LogPage> {
  const logs = byCard(await readLog(tx, range));
  const stored = new Map((await readStates(tx, range)).map((row) => [row.cardId, row]));
  const places = await placesOf(tx, [...logs.keys()]);
  const cards = [...logs].map(([cardId, entries]): LoggedCard => {
    const operations = entries.map(({ operation }) => operation);
    const contradictory = operations.filter(contradictsItself).map(({ id }) => id);
    const folded: FoldedLog =
      contradictory.length > 0
        ? { progress: null, roles: new Map() }
        : foldWithRoles({ operations, scheduler: sm2Scheduler });
    return { cardId, place: places.get(cardId) ?? null, entries, contradictory, ...folded };
  });
  return { tx, userId: range.userId, cards, stored };
}

/** An answer without a quality from 0 to 5, or an undo of nothing. */
function contradictsItself(operation: LoggedOperation): boolean {
  if (operation.kind === "undo") return operation.targetId === "";
  const { quality } = operation;
  return !Number.isInteger(quality) || quality < 0 || quality > 5;
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

function byCard(entries: readonly LogEntry[]): Map<CardId, LogEntry[]> {
  const logs = new Map<CardId, LogEntry[]>();
  for (const entry of entries) {
    const log = logs.get(entry.operation.cardId);
    if (log) log.push(entry);
    else logs.set(entry.operation.cardId, [entry]);
  }
  return logs;
}
