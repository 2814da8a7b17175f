// lib/client is what only a browser runs: the store of unsent answers, sending them, resuming a session. It imports the pure folders,
// lib/clock and idb; the server's code it meets through types alone.
// This file opens the one IndexedDB database of the app.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { CardId, Operation, OperationId, StudyDay, UserId } from "@/lib/srs/types";

/** An operation that the server has not acknowledged. `sequence` is the order of creation in this browser. */
export interface OutboxRow {
  readonly sequence?: number;
  readonly userId: UserId;
  readonly operationId: OperationId;
  readonly operation: Operation;
  /** A guest's answers follow when the guest signs in to an account (see `adoptGuestOperations`). */
  readonly guest: boolean;
}

/** An operation that the server refused for good, kept so that nothing disappears in silence. */
export interface RejectedOperation {
  readonly operationId: OperationId;
  readonly operation: Operation;
  /** The server's reason, a code of lib/errors. */
  readonly code: string;
}
export interface RejectedRow extends RejectedOperation {
  readonly userId: UserId;
}

/** An operation made in this browser on a study day, sent or not: what a stale page lacks. */
export interface JournalRow {
  readonly userId: UserId;
  readonly operationId: OperationId;
  readonly studyDay: StudyDay;
  readonly operation: Operation;
}

/** The last queue that the server gave. */
export interface SessionRow {
  readonly userId: UserId;
  readonly payload: SessionPayload;
}

/** The card on the screen, so that a reload shows it again with the operation id that was prepared for it. */
export interface PinRow {
  readonly userId: UserId;
  readonly studyDay: StudyDay;
  readonly cardId: CardId;
  readonly operationId: OperationId;
  readonly revealed: boolean;
  /** Time the card had been on the screen, ms. */
  readonly elapsedMs: number;
}

export interface TermwiseDatabase extends DBSchema {
  outbox: { key: number; value: OutboxRow; indexes: { user: string; operation: [string, string] } };
  rejected: { key: [string, string]; value: RejectedRow; indexes: { user: string } };
  journal: { key: [string, string]; value: JournalRow; indexes: { user: string } };
  sessions: { key: string; value: SessionRow };
  pins: { key: string; value: PinRow };
}

export type Database = IDBPDatabase<TermwiseDatabase>;

export const DATABASE_NAME = "termwise";
/** 2: a queue kept by version 1 of the app has cards of another shape, and is asked for anew. */
const DATABASE_VERSION = 2;

/**
 * Returns a function that gives the open database, opening it (again) when needed.
 *
 * The returned function rejects when the browser refuses storage, for example in some private windows.
 */
export function databaseOpener(name: string = DATABASE_NAME): () => Promise<Database> {
  let opened: Promise<Database> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    opened ??= open(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}

function open(name: string, forget: () => void): Promise<Database> {
  return openDB<TermwiseDatabase>(name, DATABASE_VERSION, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion >= 1) return await transaction.objectStore("sessions").clear();
      const outbox = database.createObjectStore("outbox", { keyPath: "sequence", autoIncrement: true });
      outbox.createIndex("user", "userId");
      outbox.createIndex("operation", ["userId", "operationId"], { unique: true });
      database.createObjectStore("rejected", { keyPath: ["userId", "operationId"] }).createIndex("user", "userId");
      database.createObjectStore("journal", { keyPath: ["userId", "operationId"] }).createIndex("user", "userId");
      database.createObjectStore("sessions", { keyPath: "userId" });
      database.createObjectStore("pins", { keyPath: "userId" });
    },
    // A tab with a newer version of the app must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      forget();
    },
    terminated: forget,
  });
}
