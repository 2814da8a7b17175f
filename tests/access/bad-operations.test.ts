import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Client } from "./client";
import { answerNext, enterAsGuest, expectFailure, nextAnswer, readSession, sendAnswers } from "./people";

const baseUrl = inject("baseUrl");
const JSON_TYPE = { "content-type": "application/json" };

let client: Client;
beforeAll(async () => {
  ({ client } = await enterAsGuest(baseUrl));
});

describe("operations", () => {
  test.each<[string, object]>([
    ["no id", { id: undefined }],
    ["an id of another kind", { id: "12345678-1234-4234-8234-123456789012" }],
    ["an id in capitals", { id: "01890A5D-AC96-774B-BCCE-B302099A8057" }],
    ["a card that is a number", { cardId: 7 }],
    ["a card with the character 0", { cardId: "core\u0000" }],
    ["a card with half a surrogate pair", { cardId: "core\uD800" }],
    ["a card of 10,000 characters", { cardId: "x".repeat(10_000) }],
    ["quality 6", { quality: 6 }],
    ["quality -1", { quality: -1 }],
    ["quality 3.5", { quality: 3.5 }],
    ["quality as text", { quality: "4" }],
    ["a time as text", { answeredAt: "today" }],
    ["no time", { answeredAt: null }],
    ["no zone", { timeZone: "" }],
    ["a zone of 10,000 characters", { timeZone: "x".repeat(10_000) }],
    ["an unknown mode", { mode: "guess" }],
    ["an unknown kind", { kind: "erase" }],
    ["an elapsed time as text", { elapsedMs: "7" }],
    ["a typed text of 10,000 characters", { typedText: "x".repeat(10_000) }],
    ["an undo without a target", { kind: "undo" }],
  ])("%s: refused as a whole, nothing stored", async (_, change) => {
    const person = await enterAsGuest(baseUrl);
    const good = await nextAnswer(person.client);
    const bad = { ...(await nextAnswer(person.client)), ...change };
    expectFailure(await sendAnswers(person.client, [good, bad]), 422, "invalid-input");
    expect((await readSession(person.client)).today).toEqual([]);
  });

  test.each([
    '{"sentAt":1e309,"ops":[]}',
    '{"sentAt":"now","ops":[]}',
    '{"ops":[]}',
    '{"sentAt":1}',
    '{"sentAt":1,"ops":{}}',
  ])("%s", async (raw) => {
    expectFailure(await client.send("POST", "/api/reviews", { raw, headers: JSON_TYPE }), 422, "invalid-input");
  });

  test("201 are too many, 200 are not, none are fine", async () => {
    const op = await nextAnswer(client);
    expectFailure(await sendAnswers(client, Array(201).fill(op)), 413, "too-many-operations");
    const person = await enterAsGuest(baseUrl);
    const repeated = await sendAnswers(person.client, Array(200).fill(await nextAnswer(person.client)));
    const statuses = repeated.json<{ results: { status: string }[] }>().results.map((result) => result.status);
    expect([statuses.length, statuses.filter((status) => status === "applied").length]).toEqual([200, 1]);
    expect((await sendAnswers(client, [])).json()).toEqual({ results: [] });
  });

  test.each<[string, object, string]>([
    ["a card that does not exist", { cardId: "core.nothing.en-zh" }, "unknown-card"],
    ["a zone that does not exist", { timeZone: "Nowhere/Land" }, "invalid-input"],
    ["a zone with markup", { timeZone: "<b>" }, "invalid-input"],
  ])("%s: that one alone is refused", async (_, change, code) => {
    const person = await enterAsGuest(baseUrl);
    const good = await nextAnswer(person.client);
    const bad = { ...(await nextAnswer(person.client)), ...change };
    const reply = await sendAnswers(person.client, [good, bad]);
    expect(reply.json()).toMatchObject({ results: [{ status: "applied" }, { id: bad.id, status: "rejected", code }] });
    expect((await readSession(person.client)).today.map((op) => op.id)).toEqual([good.id]);
  });

  test("the same id with another content is refused and changes nothing", async () => {
    const person = await enterAsGuest(baseUrl);
    const op = await answerNext(person.client);
    const reply = await sendAnswers(person.client, [{ ...op, quality: 1 }]);
    expect(reply.json()).toMatchObject({ results: [{ status: "rejected", code: "operation-conflict" }] });
    expect((await readSession(person.client)).today).toMatchObject([{ id: op.id, quality: 4 }]);
  });

  test("another learner's operation id is nobody's business: mine is taken, theirs stays", async () => {
    const [owner, other] = [await enterAsGuest(baseUrl), await enterAsGuest(baseUrl)];
    const op = await answerNext(owner.client);
    const reply = await sendAnswers(other.client, [{ ...op, quality: 1 }]);
    expect(reply.json()).toMatchObject({ results: [{ status: "applied" }] });
    expect((await readSession(owner.client)).today).toMatchObject([{ id: op.id, quality: 4 }]);
  });

  test.each<[string, object]>([
    ["far in the future", { answeredAt: 8e15 }],
    ["ancient", { answeredAt: -8e15 }],
    ["at an absurd number", { answeredAt: 1.7e308 }],
    ["with a negative duration", { elapsedMs: -5 }],
    ["with an endless duration", { elapsedMs: 1e300 }],
  ])("an answer %s is taken with a time that can be", async (_, change) => {
    const person = await enterAsGuest(baseUrl);
    const op = { ...(await nextAnswer(person.client)), ...change };
    const reply = await sendAnswers(person.client, [op]);
    expect(reply.json()).toMatchObject({ results: [{ status: "applied" }] });
    const { today, serverNow } = await readSession(person.client);
    const [stored] = today;
    if (stored?.kind !== "answer") throw new Error("the answer is not there");
    expect(Math.abs(stored.answeredAt - serverNow)).toBeLessThan(6 * 60_000);
    expect(stored.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(stored.elapsedMs).toBeLessThanOrEqual(60_000);
  });

  test("what was typed is kept as it was, markup and direction marks included, but for what no database stores", async () => {
    const person = await enterAsGuest(baseUrl);
    await answerNext(person.client, { mode: "typed", typedText: "<script>\u202E卷积\u0000\uD800</script>" });
    const exported = (await person.client.get("/api/export")).json<{ operations: object[] }>();
    expect(exported.operations).toMatchObject([{ typedText: "<script>\u202E卷积</script>" }]);
  });

  test("undos that lead in circles or nowhere harm nothing", async () => {
    const person = await enterAsGuest(baseUrl);
    const op = await answerNext(person.client);
    const [a, b, c] = [
      await nextAnswer(person.client),
      await nextAnswer(person.client),
      await nextAnswer(person.client),
    ];
    const undo = (id: string, targetId: string) => ({ ...op, kind: "undo", id, targetId });
    const reply = await sendAnswers(person.client, [undo(a.id, b.id), undo(b.id, a.id), undo(c.id, c.id)]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({
      results: [{ status: "applied" }, { status: "applied" }, { status: "rejected" }],
    });
    expect((await readSession(person.client)).today.filter((each) => each.kind === "answer")).toMatchObject([
      { id: op.id },
    ]);
  });
});
