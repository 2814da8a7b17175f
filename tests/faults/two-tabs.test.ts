import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withDatabase } from "@/lib/data/with-database";
import { databaseLocation } from "@/lib/env";
import { launchBrowser } from "@/tests/e2e/browser";
import { answerByKeys, CARD, SAVE_STATE, waitUntilSaved } from "@/tests/e2e/review-page";
import { withApps } from "./app-server";
import { openSchool, sessionCookie } from "./school";
import { requireStatesOfLog } from "./stored-answers";
import { withFolder } from "./temporary-folder";

const TABS = 3;
const ANSWERS_PER_TAB = 3;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The tabs answer without a network and get it back at the same moment. Returns how often each operation is in the server's log. */
async function answerOfflineInTabs(prepare: (context: BrowserContext) => Promise<unknown>): Promise<number[]> {
  return await withFolder((folder) =>
    withApps(async (start) => {
      const file = join(folder, "school.db");
      const location = databaseLocation(`file:${file}`, folder);
      const { pupils } = await openSchool(location, { pupils: 1, devices: 1 });
      const [pupil] = pupils;
      if (!pupil) throw new Error("an empty school");
      const app = await start({ databaseUrl: location.url });
      const context = await browser.newContext({ baseURL: app.baseUrl, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
      const [name, value] = await sessionCookie(pupil, 0);
      await context.addCookies([{ name, value, url: app.baseUrl, httpOnly: true, sameSite: "Lax" }]);
      await prepare(context);
      const tabs: Page[] = [];
      while (tabs.length < TABS) tabs.push(await openReview(context));
      await context.setOffline(true);
      for (let round = 0; round < ANSWERS_PER_TAB; round += 1) {
        for (const tab of tabs) {
          await tab.bringToFront();
          await answerByKeys(tab, "3");
        }
      }
      await tabs[0]?.waitForSelector(`${SAVE_STATE}:not([data-state="saved"])`);
      await context.setOffline(false);
      await Promise.all(tabs.map(waitUntilSaved));
      await context.close();
      await app.stop();
      await withDatabase(location, requireStatesOfLog);
      const database = new Database(file, { readonly: true });
      const counts = database.prepare('SELECT COUNT(*) FROM "Operation" GROUP BY "id"').pluck().all() as number[];
      database.close();
      return counts;
    }),
  );
}

async function openReview(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/review");
  await page.waitForSelector(CARD);
  return page;
}

describe("tabs of one browser that send the same outbox at once", () => {
  const once = Array.from({ length: TABS * ANSWERS_PER_TAB }, () => 1);

  test("in turns, as the browser's locks have it", async () => {
    expect(await answerOfflineInTabs(async () => {})).toEqual(once);
  });

  test("all together, where the browser has no locks", async () => {
    const withoutLocks = (context: BrowserContext) =>
      context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    expect(await answerOfflineInTabs(withoutLocks)).toEqual(once);
  });
});
