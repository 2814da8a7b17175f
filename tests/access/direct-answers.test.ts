// POST /api/reviews is answered in two places: plain requests straight from Node's server, all others by the framework's route. Nobody can
// tell which it was, but for a header that the framework adds.

import { describe, expect, inject, test } from "vitest";
import type { Client, Reply, Sent } from "./client";
import { enterAsGuest, failureOf, nextAnswer, readSession, revoked, sendAnswers, stranger } from "./people";

const baseUrl = inject("baseUrl");
const PATH = "/api/reviews";
const JSON_TYPE = { "content-type": "application/json" };

function wasDirect(reply: Reply): boolean {
  return reply.headers.get("vary") === null;
}

/** The same body, but its length is not told beforehand: such requests go to the route. */
function sendInPieces(client: Client, text: string): Promise<Reply> {
  return client.sendStream("POST", PATH, new Blob([text]).stream());
}

describe("a plain request", () => {
  test("is answered directly, the same in pieces by the route, and both count", async () => {
    const { client } = await enterAsGuest(baseUrl);
    const op = await nextAnswer(client);
    const direct = await sendAnswers(client, [op], op.answeredAt);
    const byRoute = await sendInPieces(client, JSON.stringify({ sentAt: op.answeredAt, ops: [op] }));
    expect([wasDirect(direct), wasDirect(byRoute)]).toEqual([true, false]);
    const [first] = direct.json<{ results: object[] }>().results;
    expect(first).toMatchObject({ id: op.id, status: "applied" });
    expect(byRoute.json()).toEqual({ results: [{ ...first, status: "duplicate" }] });
    expect((await readSession(client)).today).toHaveLength(1);
  });

  test("gets the same headers either way", async () => {
    const { client } = await enterAsGuest(baseUrl);
    const replies = [await sendAnswers(client, []), await sendInPieces(client, '{"sentAt":1,"ops":[]}')];
    for (const { headers } of replies) {
      expect(headers.get("content-type")).toBe("application/json");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test.each([
    ["what is no JSON", "{", 400],
    ["a byte that is no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), 400],
    ["no operations", "{}", 422],
    ["wrong times", '{"sentAt":"now","ops":[]}', 422],
    ["too many operations", JSON.stringify({ sentAt: 1, ops: Array(201).fill({}) }), 413],
  ])("with %s is refused in the same words either way", async (_, raw, status) => {
    const { client } = await enterAsGuest(baseUrl);
    const direct = await client.send("POST", PATH, { raw, headers: JSON_TYPE });
    const byRoute = await client.sendStream("POST", PATH, new Blob([raw]).stream());
    expect([wasDirect(direct), wasDirect(byRoute)]).toEqual([true, false]);
    expect([direct.status, byRoute.status]).toEqual([status, status]);
    expect(direct.json()).toEqual(byRoute.json());
  });

  test("is refused in the learner's language, whatever the browser asks for", async () => {
    const { client } = await enterAsGuest(baseUrl);
    await client.send("PATCH", "/api/settings", { body: { interfaceLanguage: "zh-CN" } });
    const reply = await client.send("POST", PATH, { raw: "{", headers: { ...JSON_TYPE, "accept-language": "en" } });
    expect(reply.text).toMatch(/\p{Script=Han}/u);
  });
});

describe("what is out of the ordinary goes to the route", () => {
  const body = { sentAt: 1, ops: [] };
  const cases: [string, () => Promise<Client>, Sent, number, string][] = [
    ["nobody's", async () => stranger(baseUrl), { body }, 401, "sign-in-required"],
    ["an ended session's", () => revoked(baseUrl), { body }, 401, "sign-in-required"],
    ["from another site", guest, { body, headers: { origin: "https://evil.example" } }, 403, "cross-origin"],
    ["from a page of no site", guest, { body, headers: { origin: "null" } }, 403, "cross-origin"],
    ["without an origin", guest, { body, headers: { origin: null } }, 403, "cross-origin"],
    [
      "as plain text",
      guest,
      { raw: JSON.stringify(body), headers: { "content-type": "text/plain" } },
      415,
      "wrong-content-type",
    ],
    [
      "meant for another learner",
      guest,
      { body, headers: { "x-termwise-learner": "somebody" } },
      401,
      "sign-in-required",
    ],
    ["longer than allowed", guest, { raw: " ".repeat(300_000), headers: JSON_TYPE }, 413, "too-large"],
    [
      "with a cookie that is none of ours",
      guest,
      { body, headers: { cookie: "termwise.session=x" } },
      401,
      "sign-in-required",
    ],
  ];
  test.each(cases)("%s", async (_, who, sent, status, code) => {
    const reply = await (await who()).send("POST", PATH, sent);
    expect([reply.status, failureOf(reply).code, wasDirect(reply)]).toEqual([status, code, false]);
  });

  async function guest(): Promise<Client> {
    return (await enterAsGuest(baseUrl)).client;
  }
});
