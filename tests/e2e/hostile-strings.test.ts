// What is shown again of what somebody typed, in a real browser: nothing of it may run, and the policy must not even be needed.

import Database from "better-sqlite3";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOSTILE_STRINGS, wellFormed } from "../hostile-strings";
import { startServer, type TestServer } from "../server";
import { launchBrowser, openPage, type WatchedPage } from "./browser";
import { freshName } from "./review-page";

let browser: Browser;
let server: TestServer;
let database: Database.Database;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  database = new Database(server.databaseUrl.replace(/^file:/, ""));
  database.pragma("busy_timeout = 10000");
});
afterAll(async () => {
  database.close();
  await Promise.all([browser.close(), server.stop()]);
});

interface Watched extends WatchedPage {
  /** Calls of the functions that the hostile strings try to call. */
  readonly executed: string[];
}

/** A page of somebody with an account, that notes when a hostile string gets to run. */
async function openSignedIn(name: string): Promise<Watched> {
  const watched = await openPage(browser, server.baseUrl);
  const executed: string[] = [];
  await watched.context.exposeBinding("noteExecuted", (_, call: string) => void executed.push(call));
  await watched.context.addInitScript(() => {
    const note = (globalThis as unknown as { noteExecuted(call: string): void }).noteExecuted;
    for (const call of ["pwned", "alert", "prompt", "confirm"]) {
      Object.defineProperty(globalThis, call, { value: () => note(call), writable: false });
    }
  });
  watched.page.on("dialog", (dialog) => {
    executed.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const headers = { origin: server.baseUrl };
  const data = { name, password: "correct horse battery" };
  expect((await watched.page.request.post("/api/account", { headers, data })).status()).toBe(201);
  return { ...watched, executed };
}

/** As if a provider had told this name: those that are typed at a sign-up may hold letters, digits and . _ - only. */
function renameTo(username: string, displayName: string): void {
  const { changes } = database
    .prepare('UPDATE "User" SET "displayName" = ? WHERE "username" = ?')
    .run(displayName, username);
  expect(changes).toBe(1);
}

/** What an address can carry: Node takes 16 KB of it with all headers. */
const inAddress = (text: string) =>
  encodeURIComponent(wellFormed(text))
    .slice(0, 4_000)
    .replace(/%[0-9A-F]?$/, "");

/** The browser tells in its console when a page has rightly a status of failure. */
const isNotAboutStatus = (complaint: string) => !/Failed to load resource.*status of (400|404|431)/.test(complaint);

test("as a name and a way on, 400 strings are shown and nothing of them runs", { timeout: 900_000 }, async () => {
  const name = freshName("mallory");
  const { page, context, executed, complaints, violations } = await openSignedIn(name);
  let shown = 0;
  for (const text of HOSTILE_STRINGS) {
    renameTo(name, text);
    await page.goto(`/sign-in?next=${inAddress(text)}`, { waitUntil: "load" });
    const { said, links } = await page.locator("main").evaluate((main) => ({
      said: main.textContent ?? "",
      links: [...main.querySelectorAll("a")].map((link) => link.href),
    }));
    if (said.includes(text.trim().slice(0, 20))) shown += 1;
    for (const link of links) expect(new URL(link).origin, text).toBe(server.baseUrl);
    expect([...executed, ...violations], text).toEqual([]);
    expect(complaints.filter(isNotAboutStatus), text).toEqual([]);
  }
  // Or else nothing was put to the test.
  expect(shown).toBeGreaterThan(380);
  await context.close();
});

test("as a search, typed and in an address, they find nothing and run nothing", { timeout: 900_000 }, async () => {
  const { page, context, executed, complaints } = await openSignedIn(freshName("mallory"));
  for (const [index, text] of HOSTILE_STRINGS.entries()) {
    if (index % 10 === 0) await page.goto(`/glossary?q=${inAddress(text)}`, { waitUntil: "load" });
    const typed = wellFormed(text).replace(/\s+/g, " ").slice(0, 100);
    await page.locator('input[name="q"]').fill(typed);
  }
  expect(executed).toEqual([]);
  expect(complaints.filter(isNotAboutStatus)).toEqual([]);
  await context.close();
});

test("the settings show a hostile name and still work", async () => {
  const name = freshName("mallory");
  const { page, context, executed, complaints } = await openSignedIn(name);
  for (const text of HOSTILE_STRINGS.filter((_, index) => index % 25 === 0)) {
    renameTo(name, text);
    await page.goto("/settings", { waitUntil: "load" });
    expect(await page.locator("main").textContent()).toContain(text.trim().slice(0, 20));
  }
  expect([...executed, ...complaints]).toEqual([]);
  await context.close();
});

test("the watch notices what does run", async () => {
  const { page, context, executed, violations } = await openSignedIn(freshName("mallory"));
  await page.goto("/");
  await page.evaluate(() => (globalThis as unknown as { pwned(n: number): void }).pwned(1));
  await expect.poll(() => executed).toEqual(["pwned"]);
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.setAttribute("onerror", "pwned(1)");
    image.src = "/nothing.png";
    document.body.append(image);
  });
  // Once by the event, once by the console.
  await expect.poll(() => violations.length).toBe(2);
  expect(executed).toEqual(["pwned"]);
  violations.length = 0;
  await context.close();
});
