import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser, openPage } from "./browser";
import { answerByKeys, CARD, currentCardId, enterAsGuest, freshName, readSession, waitUntilSaved } from "./review-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("a visitor without an account", () => {
  test("reviews five cards, signs up, and keeps them", async () => {
    const { page, complaints } = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(page);
    const answered: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      answered.push(await currentCardId(page));
      await answerByKeys(page, "3");
    }
    await waitUntilSaved(page);
    const before = await readSession(page);
    expect(before.today.map((operation) => operation.cardId)).toEqual(answered);

    const name = freshName("anna");
    await page.goto("/sign-up");
    await page.fill('input[name="name"]', name);
    await page.fill('input[name="password"]', "correct horse battery");
    await page.locator('form button[type="submit"]').last().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
    expect((await readSession(page)).today).toEqual(before.today);

    // Another browser, the same learner.
    const elsewhere = await openPage(browser, inject("baseUrl"));
    await elsewhere.page.goto("/sign-in");
    await elsewhere.page.fill('input[name="name"]', name);
    await elsewhere.page.fill('input[name="password"]', "correct horse battery");
    await elsewhere.page.locator('form button[type="submit"]').last().click();
    await elsewhere.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect((await readSession(elsewhere.page)).today).toEqual(before.today);
    expect([...complaints, ...elsewhere.complaints]).toEqual([]);
    await page.context().close();
    await elsewhere.context.close();
  });

  test("who signs in to an older account brings the answers along", async () => {
    const { page, complaints } = await openPage(browser, inject("baseUrl"));
    const name = freshName("ben");
    await page.goto("/sign-up");
    await page.fill('input[name="name"]', name);
    await page.fill('input[name="password"]', "correct horse battery");
    await page.locator('form button[type="submit"]').last().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
    await page.goto("/review");
    await page.waitForSelector(CARD);
    await answerByKeys(page, "3");
    await waitUntilSaved(page);

    const guest = await openPage(browser, inject("baseUrl"));
    await enterAsGuest(guest.page);
    await answerByKeys(guest.page, "1");
    await answerByKeys(guest.page, "4");
    await waitUntilSaved(guest.page);
    await guest.page.goto("/sign-in");
    await guest.page.fill('input[name="name"]', name);
    await guest.page.fill('input[name="password"]', "correct horse battery");
    await guest.page.locator('form button[type="submit"]').last().click();
    await guest.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect((await readSession(guest.page)).today).toHaveLength(3);
    expect([...complaints, ...guest.complaints]).toEqual([]);
    await page.context().close();
    await guest.context.close();
  });
});
