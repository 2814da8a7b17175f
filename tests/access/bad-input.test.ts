import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Client, Method, Reply } from "./client";
import { enterAsGuest, expectFailure, failureOf, freshName, signUp, stranger } from "./people";
import { sendRaw } from "./raw-request";

const baseUrl = inject("baseUrl");
const JSON_TYPE = { "content-type": "application/json" };
/** Every route that takes JSON. Which of them need somebody signed in does not matter here: a guest asks. */
const JSON_ROUTES: [Method, string][] = [
  ["POST", "/api/reviews"],
  ["POST", "/api/session"],
  ["PATCH", "/api/settings"],
  ["POST", "/api/suspensions"],
  ["PUT", "/api/suspensions"],
  ["POST", "/api/guest"],
  ["POST", "/api/account"],
  ["POST", "/api/account/sign-in"],
  ["POST", "/api/account/password"],
];

let client: Client;
beforeAll(async () => {
  ({ client } = await enterAsGuest(baseUrl));
});

describe.each(JSON_ROUTES)("%s %s", (method, path) => {
  const sendBytes = (raw: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
    client.send(method, path, { raw, headers });

  test.each(["{", "", "undefined", "{'a':1}", '{"a":1}{"a":2}', "\u0000", "<html>"])(
    "malformed JSON: %j",
    async (raw) => {
      expectFailure(await sendBytes(raw), 400, "malformed-json");
    },
  );

  test("bytes that are no UTF-8", async () => {
    expectFailure(await sendBytes(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400, "malformed-json");
  });

  test.each(["text/plain", "application/xml", "application/jsonp", "multipart/form-data; boundary=x"])(
    "a body that says it is %s",
    async (type) => {
      expectFailure(await sendBytes("{}", { "content-type": type }), 415, "wrong-content-type");
    },
  );

  test("300 KB, with and without its length told", async () => {
    const large = JSON.stringify({ padding: "x".repeat(300 * 1024) });
    expectFailure(await sendBytes(large), 413, "too-large");
    const inPieces = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 30; piece += 1) controller.enqueue(new Uint8Array(10 * 1024).fill(32));
        controller.close();
      },
    });
    expectFailure(await client.sendStream(method, path, inPieces), 413, "too-large");
  });

  test.each([
    "null",
    "[]",
    "7",
    '"text"',
    "true",
    `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    '{"__proto__":{"admin":true}}',
  ])("JSON of another shape: %s", async (raw) => {
    const reply = await sendBytes(raw);
    expect(reply.status).not.toBe(500);
    if (reply.status >= 400) failureOf(reply);
  });

  test("whatever is sent, the answer is no 500 and of the one shape", async () => {
    const names = fc.constantFrom(
      ...[
        "sentAt",
        "ops",
        "id",
        "kind",
        "cardId",
        "answeredAt",
        "extraNew",
        "timeZone",
        "skills",
        "newPerDay",
        "conceptId",
      ],
      ...["suspended", "name", "password", "currentPassword", "newPassword", "interfaceLanguage", "decks", "x"],
    );
    const leaf = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
    const { body } = fc.letrec((tie) => ({
      body: fc.oneof(leaf, fc.array(tie("body"), { maxLength: 3 }), fc.dictionary(names, tie("body"), { maxKeys: 5 })),
    }));
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const reply = await client.send(method, path, { body: value ?? null });
        expect(reply.status, JSON.stringify(value)).toBeLessThan(500);
        if (reply.status >= 400) failureOf(reply);
      }),
      { numRuns: 25 },
    );
  });
});

describe("bodies that are not what they say", () => {
  const head = (extra: string) =>
    [
      "POST /api/reviews HTTP/1.1",
      `Host: ${new URL(baseUrl).host}`,
      `Origin: ${baseUrl}`,
      `Cookie: ${client.cookieHeader()}`,
      "Content-Type: application/json",
      "Connection: close",
      extra,
      "",
      "",
    ].join("\r\n");
  const statusOf = async (bytes: string) => (await sendRaw(baseUrl, bytes)).status;
  const body = JSON.stringify({ sentAt: 0, ops: [] });

  test("in pieces are read as a whole", async () => {
    const pieces = [...body].map((character) => `1\r\n${character}\r\n`).join("");
    expect(await statusOf(`${head("Transfer-Encoding: chunked")}${pieces}0\r\n\r\n`)).toBe(200);
  });

  test("longer than they say are cut there; the rest is no second request", async () => {
    const smuggled = `POST /api/sign-out HTTP/1.1\r\nHost: x\r\nCookie: ${client.cookieHeader()}\r\n\r\n`;
    expect([200, 400]).toContain(await statusOf(`${head(`Content-Length: ${body.length}`)}${body}${smuggled}`));
    expect((await client.get("/api/session")).status).toBe(200);
  });

  test.each(["-1", "+5", "0x10", "1e3", "5, 6", "99999999999999999999", "five"])("a length of %s", async (length) => {
    expect([400, 413]).toContain(await statusOf(`${head(`Content-Length: ${length}`)}${body}`));
  });

  test.each(["gzip, chunked", "chunked, chunked", "identity", "xchunked", "chunked\r\nContent-Length: 5"])(
    "a transfer encoding of %j",
    async (encoding) => {
      expect([400, 411, 501]).toContain(await statusOf(`${head(`Transfer-Encoding: ${encoding}`)}0\r\n\r\n`));
    },
  );

  test("a piece of 4 GB, and 300 KB of pieces' extensions", async () => {
    expect(await statusOf(`${head("Transfer-Encoding: chunked")}FFFFFFFFF\r\n${"x".repeat(300_000)}`)).toBe(413);
    const extended = `${head("Transfer-Encoding: chunked")}1;${"x".repeat(300_000)}\r\n{\r\n0\r\n\r\n`;
    expect([400, 413]).toContain(await statusOf(extended));
  });

  test("compressed, which nothing here takes", async () => {
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    expectFailure(await client.send("POST", "/api/reviews", { raw: gzipSync(body), headers }), 400, "malformed-json");
  });

  test.each<[string, string]>([
    ["100,000 lists in each other", `{"sentAt":0,"ops":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["40,000 objects in each other", `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`],
    ["20,000 keys", `{"ops":[],${Array.from({ length: 20_000 }, (_, key) => `"k${key}":1`).join(",")}}`],
    ["a number of 100,000 digits", `{"sentAt":${"9".repeat(100_000)},"ops":[]}`],
    ["a number beyond all", '{"sentAt":1e999,"ops":[]}'],
    ["the same key twice", '{"sentAt":"x","sentAt":0,"ops":7}'],
    ["a key of 100,000 characters", `{"${"k".repeat(100_000)}":1}`],
  ])("%s", async (_, raw) => {
    const reply = await client.send("POST", "/api/reviews", { raw, headers: JSON_TYPE });
    expect([200, 400, 413, 422]).toContain(reply.status);
    if (reply.status !== 200) failureOf(reply);
  });

  test.each([
    '{"__proto__":{"newPerDay":1,"kind":"registered"}}',
    '{"constructor":{"prototype":{"newPerDay":1}}}',
    '{"newPerDay":5,"__proto__":{"isAdmin":true}}',
  ])("settings with %s change nothing but what they name", async (raw) => {
    const { client: learner } = await enterAsGuest(baseUrl);
    const before = (await learner.get("/api/settings")).json<object>();
    const reply = await learner.send("PATCH", "/api/settings", { raw, headers: JSON_TYPE });
    expect([200, 422]).toContain(reply.status);
    const after = (await learner.get("/api/settings")).json<object>();
    expect(after).toEqual(reply.status === 200 && raw.includes(":5") ? { ...before, newPerDay: 5 } : before);
    expect((await (await enterAsGuest(baseUrl)).client.get("/api/settings")).json()).toEqual(before);
  });
});

describe("settings", () => {
  test.each<[object, Record<string, string>]>([
    [{ timeZone: "Nowhere/Land" }, { timeZone: "unknown-time-zone" }],
    [{ timeZone: "\u0000" }, { timeZone: "unknown-time-zone" }],
    [{ timeZone: 7 }, { timeZone: "unknown-time-zone" }],
    [{ rolloverHour: 24 }, { rolloverHour: "out-of-range" }],
    [{ rolloverHour: -1 }, { rolloverHour: "out-of-range" }],
    [{ newPerDay: 1.5 }, { newPerDay: "not-a-whole-number" }],
    [{ newPerDay: "12" }, { newPerDay: "not-a-whole-number" }],
    [{ reviewsPerDay: 1e9 }, { reviewsPerDay: "out-of-range" }],
    [{ skills: [] }, { skills: "at-least-one" }],
    [{ skills: ["en-zh", "smell"] }, { skills: "unknown-choice" }],
    [{ decks: ["no-such-deck"] }, { decks: "unknown-deck" }],
    [{ decks: ["\u0000"] }, { decks: "unknown-deck" }],
    [{ decks: ["\uD800"] }, { decks: "unknown-deck" }],
    [{ interfaceLanguage: "fr" }, { interfaceLanguage: "unknown-choice" }],
    [{ theme: "<b>" }, { theme: "unknown-choice" }],
    [{ twoButtons: "yes" }, { twoButtons: "unknown-choice" }],
    [{ kind: "registered" }, { kind: "unknown-field" }],
    [{ newPerDay: 5, rolloverHour: 99 }, { rolloverHour: "out-of-range" }],
  ])("%j", async (body, fields) => {
    const before = (await client.get("/api/settings")).text;
    const reply = await client.send("PATCH", "/api/settings", { body });
    expect([reply.status, failureOf(reply)]).toEqual([422, { code: "invalid-input", fields }]);
    expect((await client.get("/api/settings")).text).toBe(before);
  });
});

describe("the rest", () => {
  test.each([0, -1, 201, 1.5, "5", null])("%j more new cards", async (extraNew) => {
    expectFailure(await client.post("/api/session", { extraNew }), 422, "invalid-input");
  });

  test.each<[object, number]>([
    [{ conceptId: "core.nothing", cardId: null, suspended: true }, 404],
    [{ conceptId: "core.convolution", cardId: "core.sample.en-zh", suspended: true }, 404],
    [{ conceptId: "\u0000", cardId: null, suspended: true }, 422],
    [{ conceptId: "core.convolution", cardId: null }, 422],
    [{ conceptId: "core.convolution", suspended: true }, 422],
  ])("setting aside %j", async (body, status) => {
    const reply = await client.send("PUT", "/api/suspensions", { body });
    expect(reply.status).toBe(status);
    failureOf(reply);
  });

  test.each(["", "%00", "%FF%FE", "%ED%A0%80", "<b>", "%25", "'%22;--", "卷积", "*", "(", "\\"])(
    "searching for %s",
    async (q) => {
      expect((await stranger(baseUrl).get(`/api/glossary?q=${q}`)).status).toBe(200);
    },
  );

  test("searching for 10,000 characters", async () => {
    expectFailure(await stranger(baseUrl).get(`/api/glossary?q=${"x".repeat(10_000)}`), 422, "invalid-input");
  });

  test.each(["/api/nothing", "/api/reviews/7", "/api/%00", "/api/%FF", "/api/auth"])("the address %s", async (path) => {
    expectFailure(await client.get(path), 404, "not-found");
  });

  test.each(["%00", "%E5%8D%B7", "<script>", "..%2f..%2f", "%ED%A0%80", "%FF", "%", "x".repeat(3_000)])(
    "the concept %s",
    async (slug) => {
      const reply = await stranger(baseUrl).get(`/glossary/${slug}`);
      expect([400, 404]).toContain(reply.status);
      expect(reply.text).not.toMatch(/node_modules|prisma/i);
    },
  );

  test("failures are told in the reader's language", async () => {
    const ask = (language: string) =>
      stranger(baseUrl).get("/api/session", { headers: { "accept-language": language } });
    const messageOf = (reply: Reply) => reply.json<{ error: { message: string } }>().error.message;
    expect(messageOf(await ask("zh-TW,zh;q=0.9"))).toMatch(/登录/);
    expect(messageOf(await ask("en-GB"))).toMatch(/Sign in/);
    expect(messageOf(await ask("fr"))).toMatch(/登录/);
    const chinese = await enterAsGuest(baseUrl);
    await chinese.client.send("PATCH", "/api/settings", { body: { interfaceLanguage: "zh-CN" } });
    expect(messageOf(await chinese.client.post("/api/session", {}))).toMatch(/提示/);
  });

  test("cookies that are none of ours are nobody's", async () => {
    const { client: owner } = await signUp(baseUrl);
    for (const value of ["", "x", "a.b.c.d.e", "x".repeat(3_000), "%00", freshName()]) {
      const reply = await owner.get("/api/session", { headers: { cookie: `termwise.session=${value}` } });
      expectFailure(reply, 401, "sign-in-required");
    }
  });
});
