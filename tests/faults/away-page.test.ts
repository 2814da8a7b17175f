// While the database is away every page says so, with 503, and comes back by itself; the process lives on.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "@/scripts/embedded-postgres";
import { enterAsGuest, failureOf, type Person } from "../access/people";
import { DESKTOP, launchBrowser, openPage } from "../e2e/browser";
import { type Relay, startRelay } from "../relay";
import { startServer, type TestServer } from "../server";

let postgres: PostgresServer;
let relay: Relay;
let server: TestServer;
let guest: Person;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase("words");
  const url = new URL(postgres.url("words"));
  relay = await startRelay(Number(url.port));
  url.port = String(relay.port);
  const env = { DATABASE_URL: url.href, DATABASE_STATEMENT_TIMEOUT_MS: "1000", DATABASE_CONNECT_TIMEOUT_MS: "1000" };
  server = await startServer({ env });
  guest = await enterAsGuest(server.baseUrl);
});
afterAll(async () => {
  await relay?.restore();
  await server?.stop();
  await relay?.stop();
  await postgres?.stop();
});

const PAGES = [
  "/",
  "/glossary",
  "/glossary/convolution",
  "/en/glossary/convolution",
  "/glossary/topics/core/detection",
  "/review",
  "/progress",
  "/settings",
  "/sign-in",
  "/sitemap.xml",
  "/nothing",
];

/** Until `done` holds of the answer: the database's absence and return are noticed at most half a second late. */
async function until(path: string, done: (status: number) => boolean): Promise<void> {
  while (!done((await guest.client.get(path)).status));
}
const present = () => until("/api/ready", (status) => status === 200);
const away = () => until("/glossary", (status) => status === 503);

describe.each(["cut", "freeze"] as const)("a database that is away (%s)", (how) => {
  beforeAll(async () => {
    await relay[how]();
    await away();
  });
  afterAll(async () => {
    await relay.restore();
    await present();
    await until("/glossary", (status) => status === 200);
  });

  test.each(PAGES)("%s is answered 503 with a page for people, under the usual policy", async (path) => {
    const { status, headers, text } = await guest.client.get(path);
    expect([status, headers.get("retry-after"), headers.get("cache-control")]).toEqual([503, "5", "no-store"]);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(text).toContain("Saved answers are safe");
    const policy = headers.get("content-security-policy");
    const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
    const tags = text.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`]);
    expect(text).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(text).not.toMatch(/postgres|127\.0\.0\.1|ECONN|prisma/i);
  });

  test("the page speaks the reader's language and wears the chosen look", async () => {
    const headers = { "accept-language": "zh-CN", cookie: "theme=dark" };
    const { text } = await guest.client.get("/glossary", { headers });
    expect(text).toContain('<html lang="zh-CN" data-theme="dark">');
    expect(text).toContain("已经保存的答案都安全");
  });

  test("or the one that its address names", async () => {
    const { text } = await guest.client.get("/zh/glossary", { headers: { "accept-language": "en" } });
    expect(text).toContain('<html lang="zh-CN">');
  });

  test("the language can be changed all the same, in this browser", async () => {
    const client = guest.client.copy();
    const changed = await client.send("POST", "/language", { form: { locale: "zh-CN", back: "/glossary" } });
    expect([changed.status, changed.headers.get("location")]).toEqual([303, "/glossary"]);
    expect((await client.get("/glossary")).text).toContain('<html lang="zh-CN">');
  });

  test("the interface answers 503, the process lives, and the app is not ready", async () => {
    const session = await guest.client.get("/api/session");
    expect([session.status, failureOf(session).code]).toEqual([503, "unavailable"]);
    expect(session.headers.get("retry-after")).toBe("5");
    const ready = await guest.client.get("/api/ready");
    expect([ready.status, failureOf(ready).code]).toEqual([503, "unavailable"]);
    expect(ready.headers.get("retry-after")).toBe("5");
    expect((await guest.client.get("/api/health")).status).toBe(200);
    expect((await guest.client.get("/icon.svg")).status).toBe(200);
  });
});

test("a learner who waits gets the page without doing anything", async () => {
  const browser = await launchBrowser();
  try {
    const { page, complaints } = await openPage(browser, server.baseUrl, { viewport: DESKTOP, colorScheme: "dark" });
    await relay.cut();
    await away();
    const answer = await page.goto("/glossary");
    expect(answer?.status()).toBe(503);
    expect(await page.locator("h1").textContent()).toBe("术语通暂时打不开");
    await relay.restore();
    await page.waitForSelector('a[href="/glossary/topics/core/detection"]');
    expect(complaints.filter((text) => !text.includes("503"))).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("afterwards everything works as before, without a restart", async () => {
  for (const path of PAGES) expect((await guest.client.get(path)).status, path).toBe(path === "/nothing" ? 404 : 200);
  expect((await guest.client.get("/api/session")).status).toBe(200);
  expect(server.output()).not.toContain("UnhandledPromiseRejection");
});
