// A migrated database with a small glossary, and many learners in it who are signed in already, on either engine.

import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { PrismaClient } from "@/lib/data/engine/database";
import { DEFAULT_DECK } from "@/lib/data/settings-defaults";
import { withDatabase } from "@/lib/data/with-database";
import type { DatabaseLocation } from "@/lib/env";
import type { CardId, UserId } from "@/lib/srs/types";
import { migrate } from "@/prisma/migrate";
import { makeDeck, settingsRow } from "@/tests/contract/factories";
import { APP_SECRET } from "./app-server";

const DAY_MS = 86_400_000;
const CONCEPTS = 12;
/** Rows in one statement. */
const PART = 500;

/** A learner with a session on each of some devices. */
export interface Pupil {
  readonly userId: UserId;
  readonly sessionIds: readonly string[];
}

export interface School {
  readonly cards: readonly CardId[];
  readonly pupils: readonly Pupil[];
}

/** How many learners, each signed in at how many devices. */
export interface SchoolSize {
  readonly pupils: number;
  readonly devices: number;
}

/** Applies the migrations, writes a small glossary, and enrols learners. No server may have the database yet. */
export async function openSchool(location: DatabaseLocation, size: SchoolSize): Promise<School> {
  await migrate({ database: location, nowMs: Date.now });
  return await withDatabase(location, async ({ prisma }) => {
    const { cardIds } = await makeDeck(prisma, { id: DEFAULT_DECK, concepts: CONCEPTS });
    return { cards: cardIds, pupils: await enrol(prisma, size) };
  });
}

/** Writes learners, created long ago and signed in since. Their settings are the defaults. */
async function enrol(prisma: PrismaClient, size: SchoolSize): Promise<readonly Pupil[]> {
  const longAgo = new Date(Date.UTC(2020, 0, 1));
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 30 * DAY_MS);
  const pupils = Array.from({ length: size.pupils }, () => ({
    userId: randomUUID() as string as UserId,
    sessionIds: Array.from({ length: size.devices }, () => randomBytes(32).toString("base64url")),
  }));
  for (let start = 0; start < pupils.length; start += PART) {
    const part = pupils.slice(start, start + PART);
    await prisma.user.createMany({
      data: part.map(({ userId }) => ({ id: userId, kind: "guest", createdAt: longAgo, lastSeenAt: now })),
    });
    await prisma.learnerSettings.createMany({ data: part.map(({ userId }) => settingsRow(userId)) });
    await prisma.session.createMany({
      data: part.flatMap(({ userId, sessionIds }) =>
        sessionIds.map((id) => ({ userId, id, createdAt: longAgo, lastSeenAt: now, expiresAt })),
      ),
    });
  }
  return pupils;
}

/** The session's cookie as the app would have given it, a name and a value. */
export async function sessionCookie({ userId, sessionIds }: Pupil, device: number): Promise<[string, string]> {
  const token = { sub: userId, sid: sessionIds[device] ?? "" };
  return ["termwise.session", await encode({ token, secret: APP_SECRET, maxAge: 30 * 86_400 })];
}
