// A server whose tables go missing under it, with everything in its log that it can be made to write.

import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../server";
import { PAGES, ROUTES } from "./app-routes";
import type { Client, Method, Reply, Sent } from "./client";
import { answerNext, failureOf, stranger } from "./people";

/** What must be found nowhere but in the database. */
const SECRET = {
  name: `marked-name-${crypto.randomUUID().slice(0, 8)}`,
  password: "marked password 5512",
  newPassword: "marked password 5513",
  wrongPassword: "marked password 0000",
  typed: "marked-answer-7781",
  searched: "marked-search-9001",
} as const;
const INTERNALS =
  /[Pp]risma|[Ss][Qq][Ll]ite|node_modules|\bSELECT\b|\bFROM "|no such table|LearnerSettings|\.next\/|\.ts:\d|\bat \w+ \(/;

let server: TestServer;
let owner: Client;
let database: Database.Database;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace", DATABASE_CONNECT_TIMEOUT_MS: "1000" } });
  database = new Database(server.databaseUrl.replace(/^file:/, ""));
  database.pragma("busy_timeout = 10000");
  owner = await live();
});
afterAll(async () => {
  database.close();
  await server.stop();
});

/** Somebody who does everything that involves a secret, wrongly and rightly. */
async function live(): Promise<Client> {
  const client = stranger(server.baseUrl);
  const { name, password, wrongPassword, newPassword } = SECRET;
  await client.post("/api/account/sign-in", { name, password: wrongPassword });
  expect((await client.post("/api/account", { name, password })).status).toBe(201);
  expect((await client.post("/api/account", { name, password })).status).toBe(409);
  await client.post("/api/account/sign-in", { name, password: wrongPassword });
  await answerNext(client, { mode: "typed", typedText: SECRET.typed });
  await client.get(`/api/glossary?q=${SECRET.searched}`);
  await client.get(`/glossary?q=${SECRET.searched}`);
  await client.get(`/nothing/here?password=${encodeURIComponent(SECRET.password)}`);
  await client.get(`/api/nothing?token=${SECRET.searched}`, {
    headers: { authorization: `Bearer ${SECRET.searched}` },
  });
  await client.post("/api/account/password", { currentPassword: wrongPassword, newPassword });
  expect((await client.post("/api/account/password", { currentPassword: password, newPassword })).status).toBe(200);
  const { csrfToken } = (await client.get("/api/auth/csrf")).json<{ csrfToken: string }>();
  const form = { csrfToken, name, password: wrongPassword, json: "true" };
  await client.send("POST", "/api/auth/callback/credentials", { form });
  const elsewhere = stranger(server.baseUrl);
  expect((await elsewhere.post("/api/account/sign-in", { name, password: newPassword })).status).toBe(200);
  await client.send("POST", "/api/reviews", {
    raw: `{"typedText":"${SECRET.typed}`,
    headers: { "content-type": "application/json" },
  });
  return client;
}

const BODIES: Readonly<Record<string, Sent>> = {
  "/api/account": { body: { name: `${SECRET.name}2`, password: SECRET.password } },
  "/api/account/sign-in": { body: { name: SECRET.name, password: SECRET.wrongPassword } },
  "/api/account/password": { body: { currentPassword: SECRET.wrongPassword, newPassword: SECRET.password } },
  "/api/session": { body: { extraNew: 1 } },
  "/api/settings": { body: { newPerDay: 3 } },
  "/api/suspensions": { body: { conceptId: "core.convolution", cardId: null, suspended: true } },
  "/language": { form: { locale: "en", back: "/" } },
  "/api/auth/csrf": { form: {} },
};
const TABLES = ["Session", "User", "LearnerSettings", "LearnerDeck", "CardState", "Operation", "Concept", "Throttle"];

function rename(from: string, to: string): void {
  database.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
}

describe.each(TABLES)("without the table %s", (table) => {
  beforeAll(() => rename(table, `${table}Away`));
  afterAll(() => rename(`${table}Away`, table));

  test.each(ROUTES)("%s tells nothing of what is inside", async (path) => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies readonly Method[]) {
      const sent = method === "GET" ? {} : (BODIES[path] ?? { body: {} });
      const isLeaving = path.includes("sign-out");
      // Of the account nothing is left to fail after it has been deleted.
      if (method === "DELETE" && path === "/api/account") continue;
      const reply = await (isLeaving ? stranger(server.baseUrl) : owner.copy())
        .send(method, path, sent)
        // A download that cannot go on is cut off, so that nobody takes it for the whole.
        .catch((error: unknown) => (path === "/api/export" ? null : Promise.reject(error)));
      if (reply === null) continue;
      expect(reply.text).not.toMatch(INTERNALS);
      if (reply.status >= 400) failureOf(reply);
      if (reply.status >= 500) expect(["internal", "unavailable"]).toContain(failureOf(reply).code);
    }
  });

  test.each(PAGES)("%s is a page that tells nothing of it either", async (path) => {
    const reply = await owner.copy().get(path, { headers: { accept: "text/html" } });
    expect(reply.text).not.toMatch(INTERNALS);
    expect(reply.headers.get("content-security-policy")).toContain("'nonce-");
    const asData = await owner.copy().get(path, { headers: { rsc: "1" } });
    expect(asData.text).not.toMatch(INTERNALS);
  });
});

describe("the log", () => {
  const lines = () =>
    server
      .output()
      .split("\n")
      .slice(
        server
          .output()
          .split("\n")
          .findIndex((line) => line.startsWith("{")),
      );
  const entries = () =>
    lines()
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test("names the failure by the number that its answer carries", async () => {
    rename("LearnerSettings", "LearnerSettingsAway");
    const reply: Reply = await owner.copy().get("/api/settings");
    rename("LearnerSettingsAway", "LearnerSettings");
    expect(reply.status).toBe(500);
    const requestId = reply.headers.get("x-request-id");
    await expect
      .poll(() => entries().filter((entry) => entry.requestId === requestId), { timeout: 10_000 })
      .toContainEqual(
        expect.objectContaining({
          level: 50,
          code: "internal",
          err: expect.objectContaining({ name: expect.any(String) }),
        }),
      );
    await expect
      .poll(() => entries().filter((entry) => entry.requestId === requestId), { timeout: 10_000 })
      .toContainEqual(
        expect.objectContaining({
          msg: "answered",
          method: "GET",
          path: "/api/settings",
          status: 500,
          elapsedMs: expect.any(Number),
        }),
      );
  });

  test("tells who signed in and who failed to, without a name", () => {
    const events = entries()
      .filter((entry) => entry.msg === "security")
      .map((entry) => entry.event);
    expect(new Set(events)).toEqual(
      new Set(["sign-in-failed", "signed-up", "password-wrong", "password-changed", "signed-in"]),
    );
  });

  test("holds no name, password, answer, search, cookie or token", () => {
    const output = server.output();
    expect(entries().length).toBeGreaterThan(50);
    for (const value of [...Object.values(SECRET), "marked"]) expect(output).not.toContain(value);
    for (const pair of owner.cookieHeader().split("; "))
      expect(output).not.toContain(pair.slice(pair.indexOf("=") + 1));
    expect(output).not.toMatch(/argon2id|eyJhbGci/);
  });

  test("is JSON throughout once the server runs", () => {
    const others = lines().filter((line) => line !== "" && !line.startsWith("{"));
    expect(others.filter((line) => !/Termwise|Ctrl\+C/.test(line))).toEqual([]);
  });
});
