// Who asks in the access tests. Each test takes people of its own, so that no test depends on another.

import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "vitest";
import { makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { SessionPayload } from "@/lib/srs/session-payload";
import type { AnswerOperation } from "@/lib/srs/types";
import { Client, type Reply } from "./client";

export const PASSWORD = "correct horse battery";

export interface Person {
  readonly client: Client;
  readonly id: string;
  readonly name: string;
}

export function stranger(baseUrl: string): Client {
  return new Client(baseUrl);
}

export function freshName(): string {
  return `t-${randomUUID().slice(0, 13)}`;
}

export async function enterAsGuest(baseUrl: string): Promise<Person> {
  const client = new Client(baseUrl);
  const reply = await client.post("/api/guest", { timeZone: "UTC" });
  expect(reply.status).toBe(201);
  return { client, id: reply.json<{ user: { id: string } }>().user.id, name: "" };
}

export async function signUp(
  baseUrl: string,
  { client = new Client(baseUrl), name = freshName() } = {},
): Promise<Person> {
  const reply = await client.post("/api/account", { name, password: PASSWORD, timeZone: "UTC" });
  expect(reply.status, reply.text).toBe(201);
  return { client, id: reply.json<{ user: { id: string } }>().user.id, name };
}

/** The same person at another browser. */
export async function signInElsewhere({ client, name }: Person): Promise<Client> {
  const elsewhere = new Client(client.baseUrl);
  const reply = await elsewhere.post("/api/account/sign-in", { name, password: PASSWORD });
  expect(reply.status, reply.text).toBe(200);
  return elsewhere;
}

/** A browser whose session has been ended on the server; its cookie is still there. */
export async function revoked(baseUrl: string): Promise<Client> {
  const { client } = await enterAsGuest(baseUrl);
  const stale = client.copy();
  expect((await client.post("/api/sign-out")).status).toBe(200);
  expect(stale.cookieNames()).toContain("termwise.session");
  return stale;
}

export async function readSession(client: Client): Promise<SessionPayload> {
  const reply = await client.get("/api/session");
  expect(reply.status, reply.text).toBe(200);
  return reply.json<SessionPayload>();
}

/** An answer to the next card of the learner's queue, as the browser would make it. */
export async function nextAnswer(client: Client, given: Partial<AnswerOperation> = {}): Promise<AnswerOperation> {
  const session = await readSession(client);
  const cardId = session.queue[0]?.cardId;
  if (cardId === undefined) throw new Error("nothing is left to be asked");
  const nowMs = session.serverNow;
  const id = makeOperationId({ nowMs, random: randomBytes(OPERATION_ID_RANDOM_BYTES) });
  const place = { id, cardId, answeredAt: nowMs, timeZone: "UTC" };
  return { kind: "answer", ...place, quality: 4, elapsedMs: 2_000, mode: "flip", ...given };
}

export function sendAnswers(client: Client, ops: readonly unknown[], sentAt: number = Date.now()) {
  return client.post("/api/reviews", { sentAt, ops });
}

/** Answers the next card of the learner's queue. Returns the operation. */
export async function answerNext(client: Client, given: Partial<AnswerOperation> = {}): Promise<AnswerOperation> {
  const op = await nextAnswer(client, given);
  const reply = await sendAnswers(client, [op], op.answeredAt);
  expect(reply.json()).toMatchObject({ results: [{ id: op.id, status: "applied" }] });
  return op;
}

/** The one shape of every failure; returns its code and the wrong fields. */
export function failureOf(reply: { readonly status: number; readonly text: string }): { code: string; fields: object } {
  const { error } = JSON.parse(reply.text) as { error: { code: string; message: string; fields?: object } };
  expect(Object.keys(error).filter((key) => !["code", "message", "fields"].includes(key))).toEqual([]);
  expect(error.message.length).toBeGreaterThan(10);
  expect(reply.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|prisma|SQLITE/i);
  expect(reply.text).not.toContain(process.cwd());
  return { code: error.code, fields: error.fields ?? {} };
}

/** The reply is this failure and nothing else. */
export function expectFailure(reply: Reply, status: number, code: string): void {
  expect([reply.status, failureOf(reply).code]).toEqual([status, code]);
}
