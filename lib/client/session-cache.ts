// What a reload or a crash must not lose: the day's queue, the operations made in this browser since, and the card on the screen.

import type { SessionPayload } from "@/lib/srs/session-payload";
import type { Operation, StudyDay, UserId } from "@/lib/srs/types";
import type { Database, PinRow } from "./database";

export type PinnedCard = Omit<PinRow, "userId">;

export interface CachedSession {
  readonly payload: SessionPayload | null;
  /** Operations of today made in this browser and operations not sent yet, oldest first. */
  readonly operations: readonly Operation[];
  readonly pinned: PinnedCard | null;
}

export interface SessionCache {
  /** Everything kept for this study day, or with null for the day of the kept queue; nothing when storage is refused. */
  load(studyDay: StudyDay | null): Promise<CachedSession>;
  /** Keeps the queue, and forgets what belongs to earlier days or to other learners (never what is unsent). */
  savePayload(payload: SessionPayload): Promise<void>;
  /** Keeps the card on the screen, or with null forgets it. */
  pin(card: PinnedCard | null): Promise<void>;
}

const NOTHING: CachedSession = { payload: null, operations: [], pinned: null };

/** The cache of one learner. It is a convenience: when storage is refused it keeps nothing and says nothing. */
export function openSessionCache(open: () => Promise<Database>, userId: UserId): SessionCache {
  const quietly = async <Result>(run: (database: Database) => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await run(await open());
    } catch {
      return otherwise;
    }
  };
  return {
    load: (studyDay) => quietly((database) => load(database, userId, studyDay), NOTHING),
    savePayload: (payload) => quietly((database) => savePayload(database, userId, payload), undefined),
    pin: (card) =>
      quietly(async (database) => {
        if (card === null) await database.delete("pins", userId);
        else await database.put("pins", { ...card, userId });
      }, undefined),
  };
}

async function load(database: Database, userId: UserId, wanted: StudyDay | null): Promise<CachedSession> {
  const transaction = database.transaction(["sessions", "journal", "outbox", "pins"]);
  const [session, journal, outbox, pin] = await Promise.all([
    transaction.objectStore("sessions").get(userId),
    transaction.objectStore("journal").index("user").getAll(userId),
    transaction.objectStore("outbox").index("user").getAll(userId),
    transaction.objectStore("pins").get(userId),
  ]);
  const studyDay = wanted ?? session?.payload.studyDay;
  const made = journal.filter((row) => row.studyDay === studyDay);
  const unique = new Map([...made, ...outbox].map((row) => [row.operationId, row.operation]));
  return {
    payload: session !== undefined && session.payload.studyDay === studyDay ? session.payload : null,
    operations: [...unique.values()].sort((a, b) => a.answeredAt - b.answeredAt || (a.id < b.id ? -1 : 1)),
    pinned: pin !== undefined && pin.studyDay === studyDay ? pin : null,
  };
}

async function savePayload(database: Database, userId: UserId, payload: SessionPayload): Promise<void> {
  const transaction = database.transaction(["sessions", "journal", "pins"], "readwrite");
  const sessions = transaction.objectStore("sessions");
  const journal = transaction.objectStore("journal");
  const pins = transaction.objectStore("pins");
  for (const key of await sessions.getAllKeys()) if (key !== userId) await sessions.delete(key);
  for (const key of await pins.getAllKeys()) if (key !== userId) await pins.delete(key);
  for (const row of await journal.getAll()) {
    const isNeeded = row.userId === userId && row.studyDay >= payload.studyDay;
    if (!isNeeded) await journal.delete([row.userId, row.operationId]);
  }
  await sessions.put({ userId, payload });
  await transaction.done;
}
