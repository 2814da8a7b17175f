// The glossary on the narrowest phones, and English words in narrow boxes.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DESKTOP, launchBrowser, openPage, PHONE } from "./browser";
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

/** Runs in the browser: the words of the heading and of the map that stand on more than one line. */
function brokenWords(): string[] {
  for (const rest of document.querySelectorAll("details")) rest.open = true;
  const names = document.querySelectorAll("h1 [lang], [aria-labelledby='map-title'] [lang]");
  return [...names].flatMap((name) => {
    const text = name.firstChild;
    if (!(text instanceof Text)) return [];
    return [...text.data.matchAll(/[\p{Script=Latin}\d]+/gu)].flatMap((word) => {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 ? [`${name.closest("h1") === null ? "map" : "h1"}: ${word[0]}`] : [];
    });
  });
}

/** With the longest words of the glossary, in their names or beside them. */
const LONG_WORDS = [
  "reparameterization-trick",
  "variational-autoencoder",
  "backpropagation",
  "model-parameter",
  "pca",
  "regularization",
];

describe.each([320, 360, PHONE.width, 640, 768, DESKTOP.width])("at %i px", (width) => {
  test("no English word is broken, in the heading or in the map", async () => {
    const { page, context } = await open(width);
    for (const address of LONG_WORDS.flatMap((slug) => [`/en/glossary/${slug}`, `/zh/glossary/${slug}`])) {
      await page.goto(address);
      expect(await page.evaluate(brokenWords), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(width);
    }
    await context.close();
  });
});

/** For every slash between links: whether it stands on the line of the link before it. */
const slashesBehindLinks = (page: Page) =>
  page.locator('header nav li span[aria-hidden="true"]').evaluateAll((slashes) =>
    slashes.map((slash) => {
      const [before, own] = [slash.previousElementSibling, slash].map((element) => element?.getBoundingClientRect());
      return before !== undefined && own !== undefined && own.left >= before.right && own.top < before.bottom;
    }),
  );

test("no line of a breadcrumb begins with a slash", async () => {
  const { page, context } = await open(PHONE.width);
  for (const address of ["/zh/glossary/rlhf", "/en/glossary/rlhf"]) {
    await page.goto(address);
    expect(await slashesBehindLinks(page), address).toEqual([true]);
  }
  await context.close();
});
