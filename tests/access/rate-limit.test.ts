import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startServer, type TestServer } from "../server";
import type { Client, Reply } from "./client";
import { enterAsGuest, failureOf, stranger } from "./people";

const usual = inject("baseUrl");

test("what a person or a browser with weeks of answers comes to is never too much", async () => {
  const { client } = await enterAsGuest(usual);
  const batches = await Promise.all(
    Array.from({ length: 100 }, () => client.post("/api/reviews", { sentAt: Date.now(), ops: [] })),
  );
  expect(new Set(batches.map(({ status }) => status))).toEqual(new Set([200]));
  for (let times = 0; times < 3; times += 1) expect((await client.get("/api/export")).status).toBe(200);
});

describe("on a server that allows a hundredth of the usual", () => {
  let server: TestServer;
  let offsetMs = 0;
  beforeAll(async () => {
    server = await startServer({ env: { RATE_LIMIT: "0.01" } });
  });
  afterAll(() => server.stop());
  /** Everybody's buckets are full again afterwards. */
  const waitLong = () => {
    offsetMs += 600_000;
    server.setClockOffset(offsetMs);
  };

  async function askUntilRefused(client: Client, path: string): Promise<Reply> {
    for (let times = 0; times < 200; times += 1) {
      const reply = await client.get(path);
      if (reply.status === 429) return reply;
    }
    throw new Error(`${path} was never refused`);
  }

  test("a learner who asks too much is told to wait, in words; others are not", async () => {
    waitLong();
    const [busy, other] = [await enterAsGuest(server.baseUrl), await enterAsGuest(server.baseUrl)];
    const refused = await askUntilRefused(busy.client, "/api/settings");
    expect(failureOf(refused).code).toBe("too-many-requests");
    expect(refused.json<{ error: { message: string } }>().error.message).toMatch(/Wait a little/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await busy.client.post("/api/reviews", { sentAt: 0, ops: [] })).status).toBe(429);
    expect((await other.client.get("/api/settings")).status).toBe(200);
  });

  test("waiting as long as told is enough", async () => {
    waitLong();
    const { client } = await enterAsGuest(server.baseUrl);
    const refused = await askUntilRefused(client, "/api/progress");
    offsetMs += Number(refused.headers.get("retry-after")) * 1000;
    server.setClockOffset(offsetMs);
    expect((await client.get("/api/progress")).status).toBe(200);
  });

  test("a download costs more than an answer", async () => {
    waitLong();
    const { client } = await enterAsGuest(server.baseUrl);
    expect((await client.get("/api/export")).status).toBe(200);
    expect((await client.get("/api/export")).status).toBe(429);
  });

  test("a page is refused in words too, with its headers", async () => {
    waitLong();
    const { client } = await enterAsGuest(server.baseUrl);
    const refused = await askUntilRefused(client, "/progress");
    expect(refused.text).toMatch(/Wait a little/);
    expect(refused.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(refused.headers.get("cache-control")).toBe("no-store");
  });

  test("a page whose address names a language is refused in that language", async () => {
    waitLong();
    const refused = await askUntilRefused(stranger(server.baseUrl), "/zh/glossary");
    expect(refused.text).toMatch(/[\u4e00-\u9fff]/);
    const headers = { "accept-language": "zh-CN" };
    const english = await stranger(server.baseUrl).get("/en/glossary/iou", { headers });
    expect([english.status, english.text]).toEqual([429, expect.stringMatching(/Wait a little/)]);
  });

  test("made-up cookies give an address no more than it has; whether the process lives is always told", async () => {
    waitLong();
    let refused = 0;
    for (let times = 0; times < 100; times += 1) {
      const headers = { cookie: `termwise.session=made-up-${times}` };
      const reply = await stranger(server.baseUrl).get("/api/glossary?q=a", { headers });
      if (reply.status === 429) refused += 1;
    }
    expect(refused).toBeGreaterThan(20);
    for (const path of ["/api/health", "/api/ready"])
      expect((await stranger(server.baseUrl).get(path)).status).toBe(200);
  });

  test("a flood is one line in the log", () => {
    expect(server.output().match(/"too many requests"/g)?.length).toBeLessThanOrEqual(10);
  });
});
