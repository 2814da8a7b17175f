// Two servers on one PostgreSQL database, started at the same moment while it is still empty. It never matters which of them gets a request.

import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MIGRATIONS } from "@/lib/data/generated/migrations";
import { skillsOf } from "@/lib/glossary/card-skills";
import type { ReviewsResponse } from "@/lib/srs/session-payload";
import type { AnswerOperation } from "@/lib/srs/types";
import { type PostgresServer, startPostgres } from "@/scripts/embedded-postgres";
import { loadDecks } from "@/seed/load-decks";
import {
  enterAsGuest,
  expectFailure,
  freshName,
  nextAnswer,
  PASSWORD,
  readSession,
  sendAnswers,
  signInElsewhere,
  signUp,
} from "../access/people";
import { type Balancer, startBalancer } from "../balancer";
import { startServer, type TestServer } from "../server";

const DECKS_FOLDER = fileURLToPath(new URL("../../seed/decks", import.meta.url));

let postgres: PostgresServer;
let database: pg.Client;
let servers: readonly TestServer[] = [];
let balancer: Balancer;
let one: string;
let other: string;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase("words");
  const env = { DATABASE_URL: postgres.url("words") };
  servers = await Promise.all([startServer({ env }), startServer({ env })]);
  [one = "", other = ""] = servers.map(({ baseUrl }) => baseUrl);
  balancer = await startBalancer([one, other]);
  database = new pg.Client({ connectionString: postgres.url("words") });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await balancer?.stop();
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
});

async function count(table: string, where = "TRUE", values: readonly unknown[] = []): Promise<number> {
  const { rows } = await database.query(`SELECT COUNT(*)::int AS n FROM "${table}" WHERE ${where}`, [...values]);
  return rows[0].n;
}
const logged = (userId: string) => count("Operation", `"userId" = $1`, [userId]);

test("migrations and glossary are there once, whichever server was first", async () => {
  expect(await count("_prisma_migrations")).toBe(MIGRATIONS.length);
  const decks = loadDecks(DECKS_FOLDER);
  const concepts = decks.flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
  const cards = concepts.flatMap(skillsOf);
  expect(await Promise.all(["Deck", "Concept", "Card"].map((table) => count(table)))).toEqual([
    decks.length,
    concepts.length,
    cards.length,
  ]);
  const applied = servers.map((server) => server.output().includes("Database: applied"));
  const seeded = servers.map((server) => /Glossary: .*added/.test(server.output()));
  expect([applied.filter(Boolean), seeded.filter(Boolean)]).toEqual([[true], [true]]);
});

test("a guest made on one reviews on the other", async () => {
  const { client, id } = await enterAsGuest(one);
  const there = client.copy(other);
  const op = await nextAnswer(there);
  expect((await sendAnswers(there, [op], op.answeredAt)).json()).toMatchObject({ results: [{ status: "applied" }] });
  expect((await readSession(client)).queue[0]?.cardId).not.toBe(op.cardId);
  expect(await logged(id)).toBe(1);
});

test("the same operations sent to both at once count once", async () => {
  const { client, id } = await signUp(one);
  const { queue, serverNow } = await readSession(client);
  const first = await nextAnswer(client);
  const ops = queue
    .slice(0, 8)
    .map((card, index): AnswerOperation => ({ ...first, id: idAfter(first, index), cardId: card.cardId }));
  const replies = await Promise.all(
    [one, other, one, other, other, one].map((baseUrl) => sendAnswers(client.copy(baseUrl), ops, serverNow)),
  );
  const statuses = replies.map((reply) => reply.json<ReviewsResponse>().results.map(({ status }) => status));
  for (const index of ops.keys()) {
    const ofOne = statuses.map((each) => each[index]).sort();
    expect(ofOne).toEqual(["applied", "duplicate", "duplicate", "duplicate", "duplicate", "duplicate"]);
  }
  expect(await logged(id)).toBe(ops.length);
  expect(await count("CardState", `"userId" = $1 AND "version" = 1`, [id])).toBe(ops.length);
});

/** The same id with its last digits counted on. */
function idAfter({ id }: AnswerOperation, index: number): AnswerOperation["id"] {
  const last = (Number.parseInt(id.slice(-4), 16) + index) % 0x10000;
  return `${id.slice(0, -4)}${last.toString(16).padStart(4, "0")}` as AnswerOperation["id"];
}

test("a name taken on both at once is one person's", async () => {
  const name = freshName();
  const body = { name, password: PASSWORD, timeZone: "UTC" };
  const replies = await Promise.all(
    [one, other].map(async (baseUrl) => (await enterAsGuest(baseUrl)).client.post("/api/account", body)),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await count("User", `"username" = $1`, [name.toLowerCase()])).toBe(1);
});

test("who signs out on one is signed out on the other at the next request", async () => {
  const { client } = await signUp(one);
  const there = client.copy(other);
  expect((await there.get("/api/session")).status).toBe(200);
  expect((await client.post("/api/sign-out")).status).toBe(200);
  expectFailure(await there.get("/api/session"), 401, "sign-in-required");
});

test("a password changed on one ends the sessions on the other, and only the new one opens it", async () => {
  const person = await signUp(one);
  const elsewhere = (await signInElsewhere(person)).copy(other);
  expect((await elsewhere.get("/api/session")).status).toBe(200);
  const newPassword = `${PASSWORD} ${randomUUID()}`;
  const change = { currentPassword: PASSWORD, newPassword };
  expect((await person.client.post("/api/account/password", change)).status).toBe(200);
  expectFailure(await elsewhere.get("/api/session"), 401, "sign-in-required");
  expect((await person.client.copy(other).get("/api/session")).status).toBe(200);
  const signIn = (password: string) => elsewhere.post("/api/account/sign-in", { name: person.name, password });
  expectFailure(await signIn(PASSWORD), 401, "wrong-credentials");
  expect((await signIn(newPassword)).status).toBe(200);
});

test("failed sign-ins are counted together", async () => {
  const { name } = await signUp(one);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const { client } = await enterAsGuest(attempt % 2 === 0 ? one : other);
    statuses.push((await client.post("/api/account/sign-in", { name, password: "wrong" })).status);
  }
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
});

test("a whole day's review through a load balancer that sends each request to the next server", async () => {
  const { client, id } = await enterAsGuest(balancer.baseUrl);
  const before = [...balancer.counts];
  let answers = 0;
  // The day is over when nothing is left to be asked; what is answered "again" comes back the same day.
  for (let session = await readSession(client); session.queue.length > 0; session = await readSession(client)) {
    // A third request each round keeps the two kinds from always meeting the same server.
    if (answers % 3 === 0) expect((await client.get("/api/progress")).status).toBe(200);
    const op = await nextAnswer(client, { quality: answers % 5 === 0 ? 1 : 4 });
    expect((await sendAnswers(client, [op], op.answeredAt)).json()).toMatchObject({ results: [{ status: "applied" }] });
    answers += 1;
  }
  expect(answers).toBeGreaterThan(12);
  expect(await logged(id)).toBe(answers);
  expect((await client.get("/review")).status).toBe(200);
  const served = balancer.counts.map((requests, place) => requests - (before[place] ?? 0));
  expect(Math.min(...served)).toBeGreaterThan(answers / 2);
});

test("what is read on one is what was written on the other", async () => {
  const { client } = await signUp(one);
  const there = client.copy(other);
  expect((await client.send("PATCH", "/api/settings", { body: { newPerDay: 3 } })).status).toBe(200);
  expect((await there.get("/api/settings")).json()).toMatchObject({ newPerDay: 3 });
  expect((await readSession(there)).queue.length).toBeLessThanOrEqual(3);
});
