// Figures in a real browser: texts that fit, and versions that react to keys, mouse and touch.

import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DRAWN_FIGURES } from "@/lib/data/figures";
import { loadDecks } from "@/seed/load-decks";
import { launchBrowser, openPage, PHONE } from "./browser";
import { answerByKeys, CARD, currentCardId, enterAsGuest, readSession, waitForNext } from "./review-page";

const DECKS = fileURLToPath(new URL("../../seed/decks", import.meta.url));
const concepts = loadDecks(DECKS).flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
/** The width at which everything must still be readable. */
const SMALL_PHONE = { width: 320, height: 640 } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(["zh", "en"] as const)("in %s no text leaves its figure or lies on another", async (language) => {
  // Within a page of the app, for its faces.
  const { page, context } = await openPage(browser, inject("baseUrl"), { viewport: SMALL_PHONE });
  await page.goto(`/${language}/glossary`);
  const figures = Object.entries(DRAWN_FIGURES).map(
    ([name, { svg }]) => `<div data-name="${name}">${svg[language]}</div>`,
  );
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, figures.join(""));
  expect(await page.evaluate(misplacedTexts)).toEqual([]);
  await context.close();
});

/** Runs in the browser. A few units are the leading of a line, not its letters. */
function misplacedTexts(): string[] {
  const LEADING = 4;
  return [...document.querySelectorAll("[data-name]")].flatMap((figure) => {
    const svg = figure.querySelector("svg");
    if (svg === null) return [`${figure.getAttribute("data-name")} is empty`];
    const { width, height } = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map((element) => ({
      said: `${figure.getAttribute("data-name")}: “${element.textContent}”`,
      box: element.getBBox(),
    }));
    const outside = texts.filter(
      ({ box }) => box.x < 0 || box.y < -1 || box.x + box.width > width || box.y + box.height > height + 1,
    );
    const onOthers = texts.filter(({ box }, index) =>
      texts.slice(0, index).some(({ box: other }) => {
        const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
        const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
        return across > 1 && down > LEADING;
      }),
    );
    return [...outside.map(({ said }) => `${said} leaves it`), ...onOthers.map(({ said }) => `${said} overlaps`)];
  });
}

/** A figure's own place on the page of a concept that shows it. */
async function openFigure(page: Page, name: string) {
  const concept = concepts.find(({ figures }) => figures.includes(name));
  if (concept === undefined) throw new Error(`no concept shows ${name}`);
  await page.goto(`/glossary/${concept.slug}`);
  const figure = page.locator("figure").nth(concept.figures.indexOf(name));
  await figure.locator("output").waitFor();
  return figure;
}

const interactive = Object.entries(DRAWN_FIGURES).flatMap(([name, figure]) => (figure.interactive ? [name] : []));

describe.each(interactive)("%s", (name) => {
  test("reacts to the keyboard, and fits a small phone", async () => {
    const { page, context, complaints } = await openPage(browser, inject("baseUrl"), { viewport: SMALL_PHONE });
    const figure = await openFigure(page, name);
    const status = figure.locator("output");
    const before = await status.textContent();
    const controls = figure.locator("input, button:not([disabled]), svg [role=button]");
    expect(await controls.count()).toBeGreaterThan(0);
    for (const control of await controls.all()) {
      await control.focus();
      // A slider may begin at an end, and a step may be too small to change what is said.
      const isButton = (await control.evaluate((element) => element.localName)) === "button";
      for (const key of isButton ? ["Enter"] : ["ArrowRight", "Home", "End"]) {
        if ((await status.textContent()) === before) await page.keyboard.press(key);
      }
    }
    expect(await status.textContent()).not.toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL_PHONE.width);
    for (const control of await figure.locator("input, button").all()) {
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("the overlap of two boxes", () => {
  test("follows the mouse", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    const figure = await openFigure(page, "iou");
    const box = await figure.locator("svg [role=button]").boundingBox();
    if (box === null) throw new Error("Inconsistent: a box that cannot be seen");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 400, y - 400, { steps: 4 });
    await page.mouse.up();
    // Pushed into the upper left corner.
    expect(await figure.locator("output").textContent()).toMatch(/= 0\.\d\d$/);
    const atCorner = await figure.locator("output").textContent();
    await page.mouse.move(x, y);
    expect(await figure.locator("output").textContent()).toBe(atCorner);
    await context.close();
  });

  test("follows a finger, and the page does not scroll away under it", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"), { viewport: SMALL_PHONE, hasTouch: true });
    const figure = await openFigure(page, "iou");
    const handle = figure.locator("svg [role=button]");
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error("Inconsistent: a box that cannot be seen");
    const before = await figure.locator("output").textContent();
    const scrolled = await page.evaluate(() => window.scrollY);
    const client = await context.newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    for (const step of [10, 20, 30]) {
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x - step, y: y - step }] });
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    expect(await figure.locator("output").textContent()).not.toBe(before);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    await context.close();
  });
});

test("on the answer of a card a figure needs no network, and keys do not grade while it is played with", async () => {
  const { page, context } = await openPage(browser, inject("baseUrl"), { viewport: PHONE });
  await enterAsGuest(page);
  const saved = await page.evaluate(async () => {
    const body = JSON.stringify({ newPerDay: 40 });
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/settings", { method: "PATCH", headers, body })).status;
  });
  expect(saved).toBe(200);
  await page.goto("/review");
  await page.waitForSelector(CARD);
  const { queue, cards, concepts } = await readSession(page);
  const playable = new Set(concepts.filter(({ figure }) => figure?.interactive).map(({ id }) => id));
  const first = queue.find(({ cardId }) =>
    cards.some((card) => card.cardId === cardId && playable.has(card.conceptId)),
  );
  if (first === undefined) throw new Error("no card of today has a figure to play with");
  while ((await currentCardId(page)) !== first.cardId) await answerByKeys(page, "3");

  await context.setOffline(true);
  await page.keyboard.press("Space");
  const card = page.locator(`${CARD}[data-phase="answer"]`);
  await card.locator("figure svg").waitFor();
  const play = card.getByRole("button", { name: "动手试试" });
  await play.click();
  await card.locator("output", { hasText: "没能载入" }).waitFor();
  expect(await card.locator("figure svg").count()).toBe(1);

  await context.setOffline(false);
  await play.click();
  await card.locator("figure output").waitFor();
  expect(await page.evaluate(() => document.activeElement?.querySelector("figure") !== null)).toBe(true);
  for (const key of ["Space", "3", "u"]) await page.keyboard.press(key);
  expect([await currentCardId(page), await card.count()]).toEqual([first.cardId, 1]);

  await card
    .locator("section")
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("3");
  await waitForNext(page, first.cardId);
  expect(await currentCardId(page)).not.toBe(first.cardId);
  await context.close();
});
