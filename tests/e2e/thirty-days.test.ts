import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Quality } from "@/lib/srs/types";
import { startServer, type TestServer } from "../server";
import { launchBrowser, openPage } from "./browser";
import { CARD, currentCardId, DONE, enterAsGuest, readSession, waitForNext, waitUntilSaved } from "./review-page";

const DAYS = 30;
const DAY_MS = 86_400_000;
const KEY_OF: Readonly<Record<string, "1" | "2" | "3" | "4">> = { 1: "1", 3: "2", 4: "3", 5: "4" };

interface Step {
  readonly quality: Quality;
  readonly repetitions: number;
  readonly intervalDays: number;
  readonly efactorHundredths: number;
}
const vectors = JSON.parse(readFileSync(new URL("../fixtures/sm2.json", import.meta.url), "utf8")) as {
  readonly cases: readonly { readonly name: string; readonly steps: readonly Step[] }[];
};
/** Sequences that the four buttons can give; a drill takes those below 4 to their end each day. */
const scripts = vectors.cases.filter((candidate) => candidate.steps.every((step) => step.quality in KEY_OF));

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
});

/**
 * Thirty days in a browser whose clock and the server's move together. Each concept's first card follows one of the worked sequences:
 * on every day on which it is due it gets the sequence's next quality, and afterwards the server must hold what the sequence says.
 */
test("thirty simulated days give the intervals of the worked sequences", { timeout: 600_000 }, async () => {
  const { page, context, complaints } = await openPage(browser, server.baseUrl);
  const start = Date.now();
  await page.clock.install({ time: start });
  await enterAsGuest(page);
  await page.request.patch("/api/settings", {
    headers: { origin: server.baseUrl },
    data: { skills: ["en-zh"], newPerDay: scripts.length, rolloverHour: 4 },
  });
  const scriptOf = new Map<string, { steps: readonly Step[]; next: number }>();
  let checked = 0;
  for (let day = 0; day < DAYS; day += 1) {
    server.setClockOffset(day * DAY_MS);
    await page.clock.setSystemTime(start + day * DAY_MS);
    const { queue } = await readSession(page);
    const dueToday = new Set(queue.map((entry) => entry.cardId as string));
    await page.goto("/review");
    await page.waitForSelector(`${CARD}, ${DONE}`);
    const scheduledToday = new Set<string>();
    while ((await page.locator(DONE).count()) === 0 && (await page.locator(CARD).count()) > 0) {
      const cardId = await currentCardId(page);
      if (!scriptOf.has(cardId)) {
        if (scriptOf.size < scripts.length)
          scriptOf.set(cardId, { steps: scripts[scriptOf.size]?.steps ?? [], next: 0 });
        else scriptOf.set(cardId, { steps: [], next: 0 });
      }
      const script = scriptOf.get(cardId);
      const step = scheduledToday.has(cardId) ? undefined : script?.steps[script.next];
      scheduledToday.add(cardId);
      if (step && script) script.next += 1;
      await page.keyboard.press("Space");
      await page.waitForSelector(`${CARD}[data-phase="answer"]`);
      await page.keyboard.press(KEY_OF[step?.quality ?? 4] ?? "3");
      await waitForNext(page, cardId);
    }
    await waitUntilSaved(page);
    const { cards } = await readSession(page);
    for (const card of cards) {
      const script = scriptOf.get(card.cardId);
      const expected = script?.steps[script.next - 1];
      if (!expected || !dueToday.has(card.cardId) || card.progress === null) continue;
      expect(card.progress).toMatchObject({
        repetitions: expected.repetitions,
        intervalDays: expected.intervalDays,
        efactorHundredths: expected.efactorHundredths,
      });
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(15);
  expect(complaints).toEqual([]);
  await context.close();
});
