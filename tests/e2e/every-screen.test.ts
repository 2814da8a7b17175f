import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DESKTOP, launchBrowser, openPage, PHONE } from "./browser";
import { answerByKeys, enterAsGuest, waitUntilSaved } from "./review-page";

const TOPIC = "/glossary/topics/core/detection";
const PUBLIC_SCREENS = [
  "/",
  "/glossary",
  "/glossary?by=section",
  "/glossary?q=iou",
  TOPIC,
  "/glossary/iou",
  "/glossary/cnn",
  "/sign-in",
  "/sign-up",
  "/no-such-page",
];
const LEARNER_SCREENS = ["/", "/review", "/progress", "/settings", "/glossary", TOPIC, "/glossary/iou"];
const LOOKS = [
  { locale: "zh-CN", colorScheme: "light", viewport: PHONE },
  { locale: "en", colorScheme: "dark", viewport: PHONE },
  { locale: "zh-CN", colorScheme: "dark", viewport: DESKTOP },
  { locale: "en", colorScheme: "light", viewport: DESKTOP },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(LOOKS)("in $locale, $colorScheme, $viewport.width px wide", (look) => {
  test("every screen is in that language, fits, is accessible, and asks nobody else for anything", async () => {
    const { page, context, complaints } = await openPage(browser, inject("baseUrl"), look);
    const visit = async (path: string) => {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(path === "/no-such-page" ? 404 : 200);
      expect(await page.locator("html").getAttribute("lang"), path).toBe(look.locale);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        look.viewport.width,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(
        (violation) => violation.impact === "serious" || violation.impact === "critical",
      );
      expect(
        serious.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`),
        path,
      ).toEqual([]);
    };
    for (const path of PUBLIC_SCREENS) await visit(path);
    await enterAsGuest(page);
    await answerByKeys(page, "1");
    await answerByKeys(page, "3");
    await waitUntilSaved(page);
    for (const path of LEARNER_SCREENS) await visit(path);
    await page.goto("/review");
    await page.keyboard.press("Space");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter((violation) => violation.impact === "serious" || violation.impact === "critical")).toEqual(
      [],
    );
    // The browser reports the status of a page that is rightly missing as an error of the console.
    expect(complaints.filter((complaint) => !complaint.includes("/no-such-page"))).toEqual([]);
    await context.close();
  });
});
