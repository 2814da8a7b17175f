// Every kind of fault that the doctor knows: planted, found, left alone when it is told only to look, repaired, and gone.

import { beforeEach, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { conceptChecksum } from "@/lib/data/concept-checksum";
import { examineDatabase, FAULTS, hasDifferences, needsHelp } from "@/lib/data/doctor";
import type { PrismaClient } from "@/lib/data/engine/database";
import { createSession } from "@/lib/data/sessions";
import { getSettings } from "@/lib/data/settings";
import { setSuspension } from "@/lib/data/suspensions";
import type { CardId, ConceptId } from "@/lib/srs/types";
import { answer, undo } from "./answer-operations";
import { REPAIRABLE, TOLD, type World } from "./doctor-plants";
import { makeDeck, makeUser, TEST_NOW_MS } from "./factories";
import { describeOnEachEngine } from "./harness";

const DAY_MS = 86_400_000;
/** In an order in which they can be emptied. */
const TABLES = [
  ...[
    "Session",
    "ProviderAccount",
    "Throttle",
    "LearnerSettings",
    "LearnerDeck",
    "Suspension",
    "Operation",
    "CardState",
  ],
  ...["DayTotal", "User", "Card", "Concept", "Topic", "Deck", "Meta"],
];

/** All rows of a table as text, in an order of their own. */
async function rowsOf(prisma: PrismaClient, table: string): Promise<string[]> {
  const rows = await prisma.$queryRawUnsafe<object[]>(`SELECT * FROM "${table}"`);
  return rows
    .map((row) => JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? `${value}` : value)))
    .sort();
}

async function allRows(prisma: PrismaClient): Promise<Record<string, string[]>> {
  const entries: [string, string[]][] = [];
  for (const table of TABLES) entries.push([table, await rowsOf(prisma, table)]);
  return Object.fromEntries(entries);
}

/** The log without what is derived from it. */
async function truth(prisma: PrismaClient): Promise<string[]> {
  return (await rowsOf(prisma, "Operation")).map((row) => row.replace(/,"role":"\w+"/, ""));
}

test("there is a plant for every kind of fault, and a fault for every plant", () => {
  const names = FAULTS.map(({ name }) => name);
  expect([...Object.keys(REPAIRABLE), ...Object.keys(TOLD)].sort()).toEqual([...names].sort());
  expect(FAULTS.flatMap(({ name, mends }) => (mends === null ? [name] : [])).sort()).toEqual(Object.keys(TOLD).sort());
  for (const { says } of FAULTS) expect(says(2)).toMatch(/^2 .*\.$/);
});

describeOnEachEngine("the doctor", (subject) => {
  let world: World;
  beforeEach(async () => {
    const { prisma, engine, location } = subject;
    for (const table of TABLES) await prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    const deck = await makeDeck(prisma, { concepts: 4 });
    for (const { id, checksum: _old, retiredAt: _retired, ...columns } of await prisma.concept.findMany())
      await prisma.concept.update({ where: { id }, data: { checksum: conceptChecksum(columns) } });
    const [alice, bob] = [await makeUser(prisma, { decks: [deck.id] }), await makeUser(prisma, { username: "bob" })];
    const [one, two, three] = deck.cardIds as readonly [CardId, CardId, CardId];
    const at = (cardId: CardId, daysAgo: number, quality: 1 | 4 = 4) =>
      answer({ cardId, quality, answeredAt: TEST_NOW_MS - daysAgo * DAY_MS });
    const mistake = at(three, 3, 1);
    const undone = undo({ cardId: three, answeredAt: mistake.answeredAt + 1, targetId: mistake.id });
    const now = { sentAt: TEST_NOW_MS, receivedAt: TEST_NOW_MS };
    await recordOperations(alice, {
      ops: [at(one, 9), at(one, 8), at(two, 9, 1), at(two, 9), mistake, undone],
      ...now,
    });
    await recordOperations(bob, { ops: [at(one, 5), at(one, 2)], ...now });
    await createSession(alice, { kind: "guest", nowMs: TEST_NOW_MS });
    const conceptId = deck.conceptIds[3] as ConceptId;
    await setSuspension(alice, { conceptId, cardId: null, suspended: true, nowMs: TEST_NOW_MS });
    world = { prisma, engine, location, deck, alice, bob };
  });
  const namesOf = (report: Awaited<ReturnType<typeof examineDatabase>>) => report.faults.map(({ name }) => name);

  test("finds nothing in a sound database", async () => {
    expect(await examineDatabase({ repair: true })).toMatchObject({ damage: [], faults: [], learners: 2 });
  });

  test.each(Object.keys(REPAIRABLE))("repairs: %s", async (name) => {
    const { prisma } = subject;
    const log = await truth(prisma);
    const sound = await rowsOf(prisma, "Operation");
    await REPAIRABLE[name]?.(world);
    const planted = await allRows(prisma);
    const looked = await examineDatabase({ repair: false });
    expect(namesOf(looked)).toContain(name);
    expect([looked.damage, hasDifferences(looked), needsHelp(looked)]).toEqual([[], true, false]);
    expect(await allRows(prisma)).toEqual(planted);
    const report = await examineDatabase({ repair: true });
    expect(namesOf(report)).toContain(name);
    expect([report.damage, report.complete]).toEqual([[], true]);
    expect(await examineDatabase({ repair: true })).toMatchObject({ damage: [], faults: [] });
    expect(await truth(prisma)).toEqual(log);
    expect(await rowsOf(prisma, "Operation")).toEqual(sound);
  });

  test.each(Object.keys(TOLD))("tells of, and leaves alone: %s", async (name) => {
    const { prisma } = subject;
    await TOLD[name]?.(world);
    const planted = await allRows(prisma);
    for (const repair of [false, true, true]) {
      const report = await examineDatabase({ repair });
      expect(namesOf(report)).toEqual([name]);
      expect([hasDifferences(report), needsHelp(report)]).toEqual([false, true]);
      expect(await allRows(prisma)).toEqual(planted);
    }
  });

  test("keeps what is still right of impossible settings", async () => {
    await REPAIRABLE["impossible-settings"]?.(world);
    await examineDatabase({ repair: true });
    expect(await getSettings(world.bob)).toMatchObject({
      ...{ timeZone: "Asia/Shanghai", rolloverHour: 23, newPerDay: 0, reviewsPerDay: 200, skills: ["en-zh"] },
      ...{ theme: "system", definitionLanguage: "zh" },
    });
  });

  test("does not take rows for a ghost's whose account is lost but whose log is there", async () => {
    const { prisma } = subject;
    await createSession(world.bob, { kind: "registered", nowMs: TEST_NOW_MS });
    await prisma.user.delete({ where: { id: world.bob } });
    const before = await allRows(prisma);
    expect(namesOf(await examineDatabase({ repair: true }))).toEqual(["lost-learner"]);
    expect(await allRows(prisma)).toEqual(before);
  });

  test("calls a glossary without its parents damaged, and then looks at nothing else", async () => {
    const { prisma, engine } = subject;
    await prisma.dayTotal.deleteMany();
    const orphan = async (client: Pick<PrismaClient, "$executeRawUnsafe">, off: string, on: string) => {
      await client.$executeRawUnsafe(off);
      await client.$executeRawUnsafe(
        `UPDATE "Card" SET "conceptId" = 'nowhere' WHERE "id" = '${world.deck.cardIds[9]}'`,
      );
      await client.$executeRawUnsafe(on);
    };
    // Each engine's way to look away.
    if (engine === "sqlite") await orphan(prisma, "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON");
    else
      await prisma.$transaction((tx) =>
        orphan(tx, "SET LOCAL session_replication_role = replica", "SET LOCAL session_replication_role = DEFAULT"),
      );
    const report = await examineDatabase({ repair: true });
    expect(report).toMatchObject({ complete: false, faults: [], learners: 0 });
    expect(report.damage).toEqual(["Card.conceptId: 1 rows name no row of Concept. npm run seed may bring it back."]);
    expect(await prisma.dayTotal.count()).toBe(0);
  });
});
