// The glossary on the narrowest phones.

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser, openPage } from "./browser";
import { enterAsGuest } from "./review-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (width: number) => openPage(browser, inject("baseUrl"), { viewport: { width, height: 800 } });

const PATHS = [
  "/glossary",
  "/glossary?by=section",
  "/glossary?q=iou",
  "/glossary/adam",
  "/glossary/topics/core/detection",
];
const ADDRESSES = ["/", ...["/en", "/zh"].flatMap((language) => PATHS.map((path) => language + path))];

describe.each([320, 352, 360, 384])("at %i px", (width) => {
  test("no page is wider than the screen, for a stranger and for a guest", async () => {
    const { page, context, complaints } = await open(width);
    const expectAllToFit = async () => {
      for (const address of ADDRESSES) {
        await page.goto(address);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
        const app = page.locator("header > nav a").first();
        expect(await app.textContent(), address).toMatch(/Termwise|术语通/);
      }
    };
    await expectAllToFit();
    await enterAsGuest(page);
    await expectAllToFit();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
