// One way to plant each kind of fault that the doctor knows, in a sound database.

import Database from "better-sqlite3";
import type { PrismaClient } from "@/lib/data/engine/database";
import type { UserId } from "@/lib/srs/types";
import { type MadeDeck, TEST_NOW_MS } from "./factories";
import type { EngineUnderTest } from "./harness";

export interface World extends EngineUnderTest {
  readonly deck: MadeDeck;
  /** Has chosen the deck and answered cards of its first concept. */
  readonly alice: UserId;
  readonly bob: UserId;
}

type Plant = (world: World) => Promise<unknown>;
const GHOST = "00000000-0000-0000-0000-00000000dead";
const INDEX = "CardState_userId_conceptId_skill_idx";

/** By the name of the fault; one fault each. */
export const REPAIRABLE: Readonly<Record<string, Plant>> = {
  "index-out-of-step": (world) => (world.engine === "sqlite" ? breakSqliteIndex(world) : breakPostgresqlIndex(world)),
  "missing-card": ({ prisma, deck }) => prisma.card.delete({ where: { id: deck.cardIds[9] ?? "" } }),
  "surplus-card": ({ prisma, deck }) => {
    const conceptId = deck.conceptIds[0] ?? "";
    return prisma.card.create({ data: { id: `${conceptId}.formula-term`, conceptId, skill: "formula-term" } });
  },
  "damaged-concept": ({ prisma, deck }) =>
    prisma.concept.update({ where: { id: deck.conceptIds[0] ?? "" }, data: { zh: "概", content: "null" } }),
  "orphan-Session": ({ prisma }) => prisma.session.create({ data: { userId: GHOST, id: "ghost", ...times } }),
  "orphan-ProviderAccount": ({ prisma }) =>
    prisma.providerAccount.create({
      data: { userId: GHOST, provider: "github", providerAccountId: "1", createdAt: times.createdAt },
    }),
  "orphan-LearnerSettings": async ({ prisma, alice }) =>
    prisma.learnerSettings.create({ data: { ...(await settingsOf(prisma, alice)), userId: GHOST } }),
  "orphan-LearnerDeck": ({ prisma, deck }) => prisma.learnerDeck.create({ data: { userId: GHOST, deckId: deck.id } }),
  "orphan-Suspension": ({ prisma, deck }) =>
    prisma.suspension.create({
      data: { userId: GHOST, conceptId: deck.conceptIds[0] ?? "", cardId: "", createdAt: times.createdAt },
    }),
  "orphan-CardState": async ({ prisma, alice }) =>
    prisma.cardState.create({ data: { ...(await stateOf(prisma, alice)), userId: GHOST } }),
  "orphan-DayTotal": ({ prisma }) =>
    prisma.dayTotal.create({
      data: { userId: GHOST, studyDay: 20_000, answers: 1, elapsedMs: 1, reviews: 0, recalled: 0 },
    }),
  "unknown-deck": ({ prisma, bob }) => prisma.learnerDeck.create({ data: { userId: bob, deckId: "nowhere" } }),
  "unknown-suspension": ({ prisma, bob, deck }) =>
    prisma.suspension.create({
      // A card of another concept.
      data: {
        userId: bob,
        conceptId: deck.conceptIds[0] ?? "",
        cardId: deck.cardIds[5] ?? "",
        createdAt: times.createdAt,
      },
    }),
  "passed-over": async ({ prisma, alice, deck }) => {
    const version = await prisma.meta.findUniqueOrThrow({ where: { key: "glossary-version" } });
    const where = { userId_deckId: { userId: alice, deckId: deck.id } };
    return prisma.learnerDeck.update({ where, data: { openFrom: 3, openVersion: version.value } });
  },
  "missing-settings": ({ prisma, bob }) => prisma.learnerSettings.delete({ where: { userId: bob } }),
  "impossible-settings": ({ prisma, bob }) =>
    prisma.learnerSettings.update({
      where: { userId: bob },
      data: { timeZone: "Mars/Olympus", rolloverHour: 99, newPerDay: -1, skills: "en-zh,telepathy", theme: "loud" },
    }),
  "missing-state": async ({ prisma, alice }) => prisma.cardState.delete({ where: keyOf(await stateOf(prisma, alice)) }),
  "wrong-schedule": async ({ prisma, alice }) =>
    prisma.cardState.update({ where: keyOf(await stateOf(prisma, alice)), data: { intervalDays: 99 } }),
  "wrong-place": async ({ prisma, alice }) =>
    prisma.cardState.update({
      where: keyOf(await stateOf(prisma, alice)),
      data: { conceptId: "nowhere", deckId: "elsewhere", skill: "zh-en" },
    }),
  "wrong-version": async ({ prisma, alice }) =>
    prisma.cardState.update({ where: keyOf(await stateOf(prisma, alice)), data: { version: 77 } }),
  "surplus-state": async ({ prisma, alice, bob, deck }) =>
    prisma.cardState.create({
      data: { ...(await stateOf(prisma, alice)), userId: bob, cardId: deck.cardIds[2] ?? "" },
    }),
  "wrong-role": ({ prisma, alice }) =>
    prisma.operation.updateMany({ where: { userId: alice, role: "review" }, data: { role: "drill" } }),
  "wrong-started": ({ prisma, bob }) => prisma.cardState.updateMany({ where: { userId: bob }, data: { started: 15 } }),
  "missing-day": async ({ prisma, alice }) => {
    const day = await prisma.dayTotal.findFirstOrThrow({ where: { userId: alice } });
    return prisma.dayTotal.deleteMany({ where: { userId: alice, studyDay: day.studyDay } });
  },
  "wrong-day": ({ prisma, bob }) => prisma.dayTotal.updateMany({ where: { userId: bob }, data: { answers: 40 } }),
  "surplus-day": ({ prisma, bob }) =>
    prisma.dayTotal.create({ data: { userId: bob, studyDay: 1, answers: 2, elapsedMs: 5, reviews: 0, recalled: 0 } }),
};

/** What the doctor can only tell of. */
export const TOLD: Readonly<Record<string, Plant>> = {
  "lost-learner": ({ prisma, bob }) => prisma.user.delete({ where: { id: bob } }),
  "unknown-card": async ({ prisma, bob }) => {
    const line = await prisma.operation.findFirstOrThrow({ where: { userId: bob } });
    const undo = { kind: "undo", role: "undo", quality: null, targetId: line.id };
    return prisma.operation.create({ data: { ...line, ...undo, id: "astray", cardId: "gone.x.en-zh" } });
  },
  "contradictory-line": ({ prisma, bob }) =>
    prisma.operation.updateMany({ where: { userId: bob, role: "learn" }, data: { quality: null } }),
};

const times = {
  createdAt: new Date(TEST_NOW_MS),
  lastSeenAt: new Date(TEST_NOW_MS),
  expiresAt: new Date(TEST_NOW_MS + 86_400_000),
};

/** The state of the learner's first card. */
function stateOf(prisma: PrismaClient, userId: UserId) {
  return prisma.cardState.findFirstOrThrow({ where: { userId }, orderBy: { cardId: "asc" } });
}

function settingsOf(prisma: PrismaClient, userId: UserId) {
  return prisma.learnerSettings.findUniqueOrThrow({ where: { userId } });
}

function keyOf({ userId, cardId }: { readonly userId: string; readonly cardId: string }) {
  return { userId_cardId: { userId, cardId } };
}

/** Writes a row anew while the database knows nothing of the index: what the index says of it is then wrong. */
async function breakSqliteIndex({ location, alice }: World): Promise<void> {
  if (location.engine !== "sqlite") throw new Error("not a file");
  const { file } = location;
  const schemaRow = withoutGuard(file, (database) => {
    const row = database.prepare<[string]>("SELECT * FROM sqlite_schema WHERE name = ?").get(INDEX);
    database.prepare("DELETE FROM sqlite_schema WHERE name = ?").run(INDEX);
    return row;
  });
  const connection = new Database(file);
  const state = connection
    .prepare<[string]>('SELECT * FROM "CardState" WHERE "userId" = ? LIMIT 1')
    .get(alice) as Record<string, unknown>;
  const columns = Object.keys(state);
  connection.transaction(() => {
    connection.prepare('DELETE FROM "CardState" WHERE "userId" = ? AND "cardId" = ?').run(alice, state.cardId);
    const values = columns.map((column) => `@${column}`).join(", ");
    connection
      .prepare(`INSERT INTO "CardState" ("rowid", "${columns.join('", "')}") VALUES (9000, ${values})`)
      .run(state);
  })();
  connection.close();
  withoutGuard(file, (database) =>
    database
      .prepare(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (@type, @name, @tbl_name, @rootpage, @sql)",
      )
      .run(schemaRow),
  );
}

/** On a connection that may write the schema's own table; all connections then read the schema again. */
function withoutGuard<Result>(file: string, act: (database: Database.Database) => Result): Result {
  const database = new Database(file);
  try {
    database.unsafeMode(true);
    database.pragma("writable_schema = ON");
    const result = act(database);
    database.pragma(`schema_version = ${Number(database.pragma("schema_version", { simple: true })) + 1}`);
    return result;
  } finally {
    database.close();
  }
}

/** The same by the catalogue's word that an index is not to be written. */
async function breakPostgresqlIndex({ prisma, alice }: World): Promise<void> {
  await prisma.$executeRawUnsafe("CREATE EXTENSION IF NOT EXISTS amcheck");
  const setReady = (ready: boolean) =>
    prisma.$executeRawUnsafe(`UPDATE pg_index SET indisready = ${ready} WHERE indexrelid = '"${INDEX}"'::regclass`);
  await setReady(false);
  const state = await stateOf(prisma, alice);
  await prisma.cardState.delete({ where: keyOf(state) });
  await prisma.cardState.create({ data: state });
  await setReady(true);
}
