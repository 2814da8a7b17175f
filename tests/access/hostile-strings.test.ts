// More than 400 hostile strings through every field, on a server of its own that has no limits for scripts.

import { randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import { HOSTILE_STRINGS, wellFormed } from "../hostile-strings";
import { startServer, type TestServer } from "../server";
import type { Client, Reply, Sent } from "./client";
import {
  answerNext,
  enterAsGuest,
  expectFailure,
  failureOf,
  nextAnswer,
  PASSWORD,
  type Person,
  signUp,
  stranger,
} from "./people";

const AT_A_TIME = 8;
const TYPED_MAX = 2_000;
const fits = ({ typedText }: { readonly typedText: string }) => [...typedText].length <= TYPED_MAX;
/** Past every wait after failed sign-ins. */
const LONG_MS = 3_600_000;

let server: TestServer;
let owner: Person;
let asked: Client;
let before: string;
let passedMs = 0;
beforeAll(async () => {
  server = await startServer();
  owner = await signUp(server.baseUrl);
  await answerNext(owner.client);
  before = await everything(owner.client);
  asked = (await enterAsGuest(server.baseUrl)).client;
});
afterAll(() => server.stop());

async function everything(client: Client): Promise<string> {
  const { exportedAt: _, ...rest } = (await client.get("/api/export")).json<Record<string, unknown>>();
  return JSON.stringify(rest).replace(/"(lastSeenAt|lastUsedAt)":"[^"]*"/g, "");
}

/** What no answer does, whatever was sent. */
function expectHarmless(reply: Reply, text: string): void {
  expect(reply.status, text).toBeLessThan(500);
  expect(reply.headers.get("x-injected"), text).toBeNull();
  for (const line of reply.headers.getSetCookie()) expect(line, text).not.toMatch(/^pwned=|[<>]/);
  const location = reply.headers.get("location");
  if (location !== null) expect(new URL(location, server.baseUrl).origin, text).toBe(server.baseUrl);
  expect(reply.headers.get("content-security-policy"), text).toContain("frame-ancestors 'none'");
  if (reply.headers.get("content-type")?.includes("html")) {
    // What could open a tag never stands there as it was sent. What a browser makes of the rest is tried in one (tests/e2e).
    if (/<.*(pwned|alert|evil)/is.test(text)) expect(reply.text, text).not.toContain(text);
    return;
  }
  if (reply.status >= 400) failureOf(reply);
}

const encoded = (text: string) => encodeURIComponent(wellFormed(text));
/** A header holds no control characters and only bytes; the rest is sent as a browser would encode it. */
const inHeader = (text: string) => encoded(text).slice(0, 4_000);

const json =
  (path: string, method: "POST" | "PATCH" | "PUT" | "DELETE", body: (text: string) => object) => (text: string) =>
    asked.copy().send(method, path, { body: body(text) });
const page = (path: (text: string) => string) => (text: string) =>
  asked.copy().get(path(encoded(text).slice(0, 2_500)));
const header = (name: string, path: string) => (text: string) =>
  asked.copy().get(path, { headers: { [name]: inHeader(text) } });
const form = (path: string, fields: (text: string) => NonNullable<Sent["form"]>) => (text: string) =>
  asked.copy().send("POST", path, { form: fields(text) });

const ALL_COOKIES = [
  "termwise.session",
  "termwise.device",
  "locale",
  "theme",
  "next-auth.csrf-token",
  "next-auth.state",
  "next-auth.callback-url",
];
const SAID = ["accept-language", "accept", "user-agent", "referer", "if-none-match", "x-request-id", "x-forwarded-for"];

const FIELDS: [string, (text: string) => Promise<Reply>][] = [
  [
    "the name of a new account",
    (text) => stranger(server.baseUrl).post("/api/account", { name: text, password: "short" }),
  ],
  [
    "the language and zone of a newcomer",
    (text) => stranger(server.baseUrl).post("/api/guest", { timeZone: text, interfaceLanguage: text }),
  ],
  [
    "the name and password of a sign-in",
    (text) => {
      // Each try as if the last one were long ago, or else after a few nothing would be looked at.
      passedMs += LONG_MS;
      server.setClockOffset(passedMs % (20 * LONG_MS));
      return stranger(server.baseUrl).post("/api/account/sign-in", { name: text, password: text || "x" });
    },
  ],
  [
    "the current password",
    json("/api/account/password", "POST", (text) => ({ currentPassword: text, newPassword: text })),
  ],
  [
    "the name at a deletion",
    (text) => owner.client.copy().send("DELETE", "/api/account", { body: { name: text, password: 7 } }),
  ],
  ["a search", page((text) => `/api/glossary?q=${text}`)],
  ["a search on the page, its order and filters", page((text) => `/glossary?q=${text}&order=${text}&deck=${text}`)],
  [
    "the way on after signing in, and the cookies of language and look",
    (text) => {
      const headers = { cookie: `locale=${inHeader(text)}; theme=${inHeader(text)}` };
      return stranger(server.baseUrl).get(`/sign-in?next=${encoded(text).slice(0, 2_500)}`, { headers });
    },
  ],
  [
    "all cookies",
    (text) => {
      const cookie = ALL_COOKIES.map((name) => `${name}=${inHeader(text).slice(0, 1_000)}`).join("; ");
      return stranger(server.baseUrl).get("/api/auth/session", { headers: { cookie } });
    },
  ],
  [
    "what a browser says of itself",
    (text) => {
      const headers = Object.fromEntries(SAID.map((name) => [name, inHeader(text).slice(0, 1_000)]));
      return asked.copy().get("/manifest.webmanifest", { headers });
    },
  ],
  ["a concept's address", page((text) => `/glossary/${text}`)],
  ["a failure's name after signing in", page((text) => `/sign-up?error=${text}&next=/${text}`)],
  ["an address that does not exist", page((text) => `/${text.replace(/^(%2F|\.)+/i, "x")}`)],
  ["an address of the API", page((text) => `/api/${text.replace(/^(%2F|\.)+/i, "x")}`)],
  ["the way on of next-auth", page((text) => `/api/auth/signin?callbackUrl=${text}&error=${text}`)],
  [
    "a provider's name and code",
    page((text) => `/api/auth/callback/${text.replace(/^(%2F|\.)+/i, "x")}?code=${text}&state=${text}`),
  ],
  ["the way back of the language", form("/language", (text) => ({ locale: "en", back: text }))],
  ["the language", form("/language", (text) => ({ locale: text, back: "/" }))],
  ["the form of next-auth", form("/api/auth/signout", (text) => ({ csrfToken: text, callbackUrl: text, json: text }))],
  [
    "the settings",
    json("/api/settings", "PATCH", (text) => ({
      timeZone: text,
      theme: text,
      decks: [text],
      skills: [text],
      interfaceLanguage: text,
      definitionLanguage: text,
    })),
  ],
  ["a setting's name", json("/api/settings", "PATCH", (text) => ({ [text]: text }))],
  [
    "what is set aside",
    json("/api/suspensions", "PUT", (text) => ({ conceptId: text || "x", cardId: text || null, suspended: true })),
  ],
  [
    "the ids of an answer",
    json("/api/reviews", "POST", (text) => ({
      sentAt: 0,
      ops: [
        { kind: "answer", id: text, cardId: text, answeredAt: 0, timeZone: text, quality: 4, elapsedMs: 1, mode: text },
      ],
    })),
  ],
  [
    "an undo",
    json("/api/reviews", "POST", (text) => ({
      sentAt: 0,
      ops: [{ kind: "undo", id: text, targetId: text, cardId: text, answeredAt: 0, timeZone: "UTC" }],
    })),
  ],
  ["more new cards", json("/api/session", "POST", (text) => ({ extraNew: text }))],
  ["the learner that a page names", header("x-termwise-learner", "/api/session")],
];

test("there are more than 400", () => expect(HOSTILE_STRINGS.length).toBeGreaterThan(400));

describe("do no harm as", () => {
  test.each(FIELDS)("%s", async (_, send) => {
    for (let from = 0; from < HOSTILE_STRINGS.length; from += AT_A_TIME) {
      const texts = HOSTILE_STRINGS.slice(from, from + AT_A_TIME);
      const replies = await Promise.all(texts.map(send));
      for (const [index, reply] of replies.entries()) expectHarmless(reply, texts[index] ?? "");
    }
  });

  test("a typed answer, which is kept and given back as it was typed", async () => {
    const { client } = await enterAsGuest(server.baseUrl);
    const first = await nextAnswer(client, { mode: "typed" });
    const ops = HOSTILE_STRINGS.map((typedText) => {
      const random = randomBytes(OPERATION_ID_RANDOM_BYTES);
      return { ...first, id: makeOperationId({ nowMs: first.answeredAt, random }), typedText };
    });
    const send = (some: typeof ops) => client.post("/api/reviews", { sentAt: first.answeredAt, ops: some });
    const [short, long] = [ops.filter(fits), ops.filter((op) => !fits(op))];
    for (let from = 0; from < short.length; from += 100) {
      const reply = await send(short.slice(from, from + 100));
      expect(reply.status, reply.text.slice(0, 300)).toBe(200);
    }
    for (const op of long) expectFailure(await send([op]), 422, "invalid-input");
    const { operations } = (await client.get("/api/export")).json<{
      operations: { id: string; typedText?: string }[];
    }>();
    const storable = (text: string) => text.replace(/[\p{Surrogate}\0]/gu, "");
    const expected = new Map(short.map((op) => [op.id as string, storable(op.typedText)]));
    expect(new Map(operations.map(({ id, typedText }) => [id, typedText ?? ""]))).toEqual(expected);
  });

  test("a password, with which one gets in again, and with no other", async () => {
    for (const text of HOSTILE_STRINGS.filter((_, index) => index % 20 === 0)) {
      passedMs += LONG_MS;
      server.setClockOffset(passedMs % (20 * LONG_MS));
      const password = `${text.slice(0, 200)} and eight more`;
      const client = stranger(server.baseUrl);
      const name = `p-${crypto.randomUUID().slice(0, 12)}`;
      const made = await client.post("/api/account", { name, password });
      expect(made.status, text).toBe(201);
      const again = stranger(server.baseUrl);
      expect((await again.post("/api/account/sign-in", { name, password })).status, text).toBe(200);
      expect((await again.post("/api/account/sign-in", { name, password: `${password}.` })).status, text).toBe(401);
    }
  });
});

test("after all that the owner's data are as they were, and the database is sound", async () => {
  server.setClockOffset(0);
  const again = stranger(server.baseUrl);
  expect((await again.post("/api/account/sign-in", { name: owner.name, password: PASSWORD })).status).toBe(200);
  expect(await everything(again)).toBe(before);
  const database = new Database(server.databaseUrl.replace(/^file:/, ""), { readonly: true });
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
});
