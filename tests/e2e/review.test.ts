import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser, openPage, PHONE } from "./browser";
import {
  answerByKeys,
  CARD,
  currentCardId,
  DONE,
  enterAsGuest,
  readSession,
  SAVE_STATE,
  SHOW_ANSWER,
  waitForNext,
  waitUntilSaved,
} from "./review-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The answers that stand today, as [card, quality]. */
async function answersToday(page: Page): Promise<[string, number][]> {
  const { today } = await readSession(page);
  return today.flatMap((operation) => (operation.kind === "answer" ? [[operation.cardId, operation.quality]] : []));
}

describe("a session by keyboard", () => {
  test("from the first card to the summary, the failed ones drilled until they sit", async () => {
    const { page, complaints, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    const { queue } = await readSession(page);
    expect(queue).toHaveLength(12);
    let presses = 0;
    // The first two are forgotten once; everything else is remembered.
    while ((await page.locator(DONE).count()) === 0) {
      await answerByKeys(page, presses < 2 ? "1" : "3");
      presses += 1;
      expect(presses).toBeLessThanOrEqual(14);
    }
    expect(presses).toBe(14);
    await waitUntilSaved(page);
    const after = await readSession(page);
    expect(after.queue).toEqual([]);
    const first = after.cards.find((card) => card.cardId === queue[0]?.cardId);
    // Forgotten, then drilled: the drill changed no schedule.
    expect(first?.progress).toMatchObject({
      repetitions: 0,
      intervalDays: 1,
      efactorHundredths: 250,
      lastQuality: 4,
      answers: 2,
    });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a held key grades one card", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    await page.keyboard.press("Space");
    await page.keyboard.down("3");
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("3");
    await page.keyboard.up("3");
    await page.keyboard.down("Space");
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("Space");
    await page.keyboard.up("Space");
    await waitUntilSaved(page);
    expect(await answersToday(page)).toHaveLength(1);
    await context.close();
  });

  test("keys are dead while an input method composes", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    await page.evaluate(() =>
      document.dispatchEvent(
        new KeyboardEvent("keydown", { key: " ", code: "Space", isComposing: true, bubbles: true }),
      ),
    );
    expect(await page.locator(CARD).getAttribute("data-phase")).toBe("question");
    await page.keyboard.press("Space");
    await page.waitForSelector(`${CARD}[data-phase="answer"]`);
    await page.evaluate(() =>
      document.dispatchEvent(
        new KeyboardEvent("keydown", { key: "3", code: "Digit3", isComposing: true, bubbles: true }),
      ),
    );
    expect(await page.locator(CARD).getAttribute("data-phase")).toBe("answer");
    await context.close();
  });

  test("undo goes back to any depth, also after a reload", async () => {
    const { page, context, complaints } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    const order: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      order.push(await currentCardId(page));
      await answerByKeys(page, "4");
    }
    await page.keyboard.press("u");
    await page.waitForSelector(`${CARD}[data-card-id="${order[2]}"]`);
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForSelector(CARD);
    for (const cardId of [order[1], order[0]]) {
      await page.keyboard.press("u");
      await page.waitForSelector(`${CARD}[data-card-id="${cardId}"]`);
    }
    await waitUntilSaved(page);
    const session = await readSession(page);
    expect(session.queue).toHaveLength(12);
    expect(session.cards.every((card) => card.progress === null)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a reload in the middle resumes at the same card", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    await answerByKeys(page, "1");
    await answerByKeys(page, "3");
    const cardId = await currentCardId(page);
    await waitUntilSaved(page);
    await page.reload();
    await page.waitForSelector(CARD);
    expect(await currentCardId(page)).toBe(cardId);
    await context.close();
  });
});

describe("a session by touch on a phone", () => {
  test("a double tap grades one card; the whole queue can be done", async () => {
    const { page, context, complaints } = await openPage(browser, inject("baseUrl"), {
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
    });
    await enterAsGuest(page);
    const first = await currentCardId(page);
    await page.tap(SHOW_ANSWER);
    const grade = await page.locator('[data-testid="grade-4"]').boundingBox();
    if (grade === null) throw new Error("no grade button");
    const [x, y] = [grade.x + grade.width / 2, grade.y + grade.height / 2];
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await waitForNext(page, first);
    await waitUntilSaved(page);
    expect(await answersToday(page)).toEqual([[first, 4]]);
    while ((await page.locator(DONE).count()) === 0) {
      const cardId = await currentCardId(page);
      if ((await page.locator(CARD).getAttribute("data-phase")) === "question") await page.tap(SHOW_ANSWER);
      await page.tap('[data-testid="grade-4"]');
      await waitForNext(page, cardId);
    }
    await waitUntilSaved(page);
    expect(await answersToday(page)).toHaveLength(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("without the network", () => {
  test("answers wait on the device, say so, and go out when the network is back", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    await context.setOffline(true);
    for (let count = 0; count < 3; count += 1) await answerByKeys(page, "3");
    await page.waitForSelector(`${SAVE_STATE}:not([data-state="saved"])`);
    expect(await page.locator(SAVE_STATE).textContent()).toContain("3");
    await context.setOffline(false);
    await waitUntilSaved(page);
    expect(await answersToday(page)).toHaveLength(3);
    await context.close();
  });

  test("a lost response is sent again and counts once", async () => {
    const { page, context } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    let lost = 0;
    await page.route("**/api/reviews", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await answerByKeys(page, "3");
    await waitUntilSaved(page);
    expect(lost).toBe(1);
    expect(await answersToday(page)).toHaveLength(1);
    await context.close();
  });
});
