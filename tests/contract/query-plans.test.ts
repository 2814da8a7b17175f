// What a learner does every day must cost the same after ten answers and after a million. So no statement may walk over a learner's log: each
// finds the lines that it wants by an index, whatever SQLite's planner makes of it without statistics.

import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordOperations } from "@/lib/data/answers";
import { useDatabase } from "@/lib/data/client";
import type { PrismaClient } from "@/lib/data/engine/database";
import { rawThroughClient } from "@/lib/data/engine/raw-database";
import { PrismaClient as SqliteClient } from "@/lib/data/generated/sqlite/client";
import { getProgress } from "@/lib/data/progress";
import { updateSettings } from "@/lib/data/settings";
import { getShortestIntervals } from "@/lib/data/shortest-intervals";
import { sqliteAdapterFactory } from "@/lib/data/sqlite-adapter";
import { getSession } from "@/lib/data/study-session";
import { setSuspension } from "@/lib/data/suspensions";
import { GENERAL_SKILLS, type Operation, SKILLS, type UserId } from "@/lib/srs/types";
import { type FreshDatabase, makeDatabase } from "./harness";
import {
  answer,
  cardId,
  conceptId,
  DAY_MS,
  makeId,
  makeLearner,
  NOW_MS,
  setGlossaryVersion,
  writeDeck,
} from "./small-glossary";

let fresh: FreshDatabase;
let prisma: PrismaClient;
let file: string;
let user: UserId;
const statements: string[] = [];
const many = Array.from({ length: 40 }, (_, index) => `m${index}`);

/** Notes every statement that reaches the database. */
function noting(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const noted = <Target extends Pick<SqlDriverAdapter, "queryRaw" | "executeRaw">>(target: Target): Target => {
    for (const method of ["queryRaw", "executeRaw"] as const) {
      const original = target[method].bind(target) as (query: SqlQuery) => Promise<never>;
      target[method] = (query: SqlQuery) => {
        statements.push(query.sql);
        return original(query);
      };
    }
    return target;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = noted(await factory.connect());
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (level) => noted(await start(level));
      return adapter;
    },
  };
}

beforeAll(async () => {
  fresh = await makeDatabase("sqlite");
  if (fresh.location.engine !== "sqlite") throw new Error("not a file");
  file = fresh.location.file;
  prisma = new SqliteClient({ adapter: noting(sqliteAdapterFactory(file)) });
  // Through the client, so that every statement is noted.
  useDatabase({ prisma, raw: rawThroughClient(prisma), engine: "sqlite", close: () => prisma.$disconnect() });
  await writeDeck(
    prisma,
    "core",
    ["a", "b", "c", ...many].map((slug) => ({ slug })),
  );
  await setGlossaryVersion(prisma, "1");
  user = await makeLearner(prisma);
  await setSuspension(user, { conceptId: conceptId("core", "c"), cardId: cardId("c"), suspended: true, nowMs: NOW_MS });
});

afterAll(async () => {
  useDatabase(null);
  await prisma.$disconnect();
  await fresh.remove();
});

/** The plan of each statement that `act` sends and that touches the table, by statement. */
async function plansOf(table: string, act: () => Promise<unknown>): Promise<Map<string, string[]>> {
  statements.length = 0;
  await act();
  const sent = [...new Set(statements)].filter((sql) => sql.includes(`"${table}"`) || sql.includes(`\`${table}\``));
  const reader = new Database(file, { readonly: true });
  try {
    const plan = (sql: string) => {
      const parameters = Array.from({ length: sql.split("?").length - 1 }, () => "");
      return reader.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    };
    return new Map(sent.map((sql) => [sql, plan(sql).map(({ detail }) => detail)]));
  } finally {
    reader.close();
  }
}

const past = (days: number, quality: 1 | 4 = 4) => answer(cardId("a"), { quality, answeredAt: NOW_MS - days * DAY_MS });
const record = (ops: readonly Operation[]) => recordOperations(user, { ops, sentAt: NOW_MS, receivedAt: NOW_MS });

/** The steps of these plans that read `alias`, the table, without narrowing it down beyond the learner. */
function walks(plans: ReadonlyMap<string, readonly string[]>, alias: string): string[] {
  return [...plans.values()].flat().filter((step) => {
    if (!new RegExp(`^(SCAN|SEARCH) ${alias}\\b`).test(step)) return false;
    return !/\(userId=\? AND /.test(step);
  });
}

test("answering, undoing and a late answer find their lines of the log", async () => {
  const today = past(0, 1);
  const undo = { kind: "undo", id: makeId(), cardId: today.cardId, targetId: today.id, timeZone: "UTC" } as const;
  const plans = await plansOf("Operation", async () => {
    await record([past(9), today]);
    await record([{ ...undo, answeredAt: NOW_MS + 1 }]);
    await record([past(8)]);
  });
  const steps = [...plans.values()].flat();
  expect(steps).toContain("SEARCH o USING INDEX Operation_userId_cardId_idx (userId=? AND cardId=?)");
  expect(walks(plans, "(o|p|Operation)")).toEqual([]);
});

test("today's session finds its lines of the log; only the median of the latest answers follows the days backwards", async () => {
  const plans = await plansOf("Operation", () => getSession(user, { nowMs: NOW_MS }));
  expect(plans.size).toBe(3);
  expect(walks(plans, "(o|Operation)")).toEqual([
    "SEARCH Operation USING INDEX Operation_userId_studyDay_idx (userId=?)",
  ]);
  // Stops after a hundred, since the index has them in order.
  expect([...plans.values()].flat().filter((step) => step.includes("ORDER BY"))).toEqual([]);
});

test.each([
  ["of every concept", GENERAL_SKILLS],
  ["of formulas too", SKILLS],
])("today's session walks over no learner's states and over no cards, with the skills %s", async (_which, skills) => {
  await updateSettings(user, { skills });
  // Many on the day: with one card named SQLite would take the primary key whatever else it could take.
  await record([past(7), ...many.map((slug) => answer(cardId(slug), { answeredAt: NOW_MS - 1_000 }))]);
  const plans = await plansOf("CardState", () => getSession(user, { nowMs: NOW_MS }));
  const steps = [...plans.values()].flat();
  const ofCards = [...(await plansOf("Card", () => getSession(user, { nowMs: NOW_MS }))).values()].flat();
  expect(ofCards.filter((step) => /^SEARCH c .*retiredAt/.test(step))).toEqual([]);
  expect(ofCards).toContain("SEARCH c USING INDEX sqlite_autoindex_Card_1 (id=?)");
  expect(walks(plans, "cs")).toEqual([]);
  // The ladder: one look into the index for each set of started skills, then the concepts on the rungs that there are.
  expect(steps).toContainEqual(
    expect.stringMatching(/^SEARCH cs .*COVERING INDEX CardState_userId_started_\w+ \(userId=\? AND started=\?\)/),
  );
  expect(steps.filter((step) => /^SCAN (c|k|Card|Concept)\b/.test(step))).toEqual([]);
  expect(steps.filter((step) => /^SEARCH c /.test(step))).not.toEqual([]);
  const ladder = [...plans.keys()].filter((sql) => sql.includes("UNION ALL") || sql.includes('AS "cards"\n'));
  expect(ladder.join().match(/"started" = /g) ?? []).toHaveLength(1);
  const looksForRetiredCards = steps.some((step) => step.includes("Card_retiredAt_idx"));
  expect(looksForRetiredCards).toBe(skills.length === SKILLS.length);
});

test("progress does not read the log, and of the states only what covering indexes have", async () => {
  expect(await plansOf("Operation", () => getProgress(user, { nowMs: NOW_MS }))).toEqual(new Map());
  const plans = await plansOf("CardState", () => getProgress(user, { nowMs: NOW_MS }));
  expect(plans.size).toBe(3);
  const walked = walks(plans, "cs");
  expect(walked).toHaveLength(2);
  // The hardest cards come first in theirs, and ten are enough.
  expect(walked.filter((step) => !step.includes("COVERING INDEX"))).toEqual([
    "SEARCH cs USING INDEX CardState_userId_lapses_efactorHundredths_idx (userId=?)",
  ]);
});

test("how much of each topic is known is one pass over the states in the order of an index, and none over the log", async () => {
  expect(await plansOf("Operation", () => getShortestIntervals(user))).toEqual(new Map());
  const plans = await plansOf("CardState", () => getShortestIntervals(user));
  const reads = [...plans.values()].map((plan) => plan.filter((line) => /^(SEARCH|SCAN)/.test(line)));
  expect(reads).toEqual([
    [
      "SEARCH cs USING INDEX CardState_userId_conceptId_skill_idx (userId=?)",
      "SEARCH Card USING INDEX Card_retiredAt_idx (retiredAt>?)",
    ],
  ]);
});
