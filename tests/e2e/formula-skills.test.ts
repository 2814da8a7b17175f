// Formula cards as a learner meets them: off at first, switched on in the settings, and asked without giving the name away.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { SessionConcept } from "@/lib/srs/session-payload";
import { FORMULA_SKILLS, GENERAL_SKILLS } from "@/lib/srs/types";
import { launchBrowser, openPage, PHONE } from "./browser";
import { answerByKeys, CARD, currentCardId, enterAsGuest, readSession, waitUntilSaved } from "./review-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const box = (page: Page, skill: string) => page.locator(`input[name="skills"][value="${skill}"]`);

/** By the keyboard; resolves when the server has it. */
async function toggle(page: Page, skill: string): Promise<void> {
  const before = await box(page, skill).isChecked();
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/api/settings")),
    box(page, skill).press("Space"),
  ]);
  expect([response.status(), await box(page, skill).isChecked()]).toEqual([200, !before]);
}

async function conceptOf(page: Page, cardId: string): Promise<SessionConcept> {
  const { cards, concepts } = await readSession(page);
  const conceptId = cards.find((card) => card.cardId === cardId)?.conceptId;
  const concept = concepts.find(({ id }) => id === conceptId);
  if (!concept) throw new Error(`Inconsistent: no concept for ${cardId}`);
  return concept;
}

const MARK = /<mi[^>]*>\?<\/mi>/;

test("a guest switches them on, is asked for a name by its formula and for a formula by its name", async () => {
  const { page, context, complaints } = await openPage(browser, inject("baseUrl"), { viewport: PHONE });
  await enterAsGuest(page);
  await page.goto("/settings");
  for (const skill of FORMULA_SKILLS) expect(await box(page, skill).isChecked()).toBe(false);
  expect(await page.locator("main").textContent()).toMatch(/所选的词库里有 \d+ 个概念带公式/);
  for (const skill of [...FORMULA_SKILLS, ...GENERAL_SKILLS]) await toggle(page, skill);

  await page.goto("/review");
  await page.waitForSelector(CARD);
  // The first whose formula has the name in it.
  const { queue, concepts } = await readSession(page);
  expect(queue.every(({ cardId }) => cardId.endsWith(".formula-term"))).toBe(true);
  const named = concepts.find(({ formula }) => formula !== null && MARK.test(formula.asked.mathml));
  if (!named?.formula) throw new Error("no formula among today's has its concept's name in it");
  while ((await currentCardId(page)) !== `${named.id}.formula-term`) await answerByKeys(page, "3");

  const heading = page.locator(`${CARD} h1`);
  expect(await heading.locator("[role=math]").getAttribute("aria-label")).toBe(named.formula.asked.reading.zh);
  expect(await heading.locator("mi", { hasText: "?" }).count()).toBe(1);
  const asked = (await page.locator(CARD).textContent()) ?? "";
  for (const name of [named.en, named.zh, ...named.abbreviations]) expect(asked).not.toContain(name);
  expect(await page.locator(`${CARD} dl`).count()).toBe(0);
  expect(await page.locator('p[aria-live="polite"]').first().textContent()).toContain(named.formula.asked.reading.zh);

  await page.keyboard.press("Space");
  const answer = page.locator(`${CARD}[data-phase="answer"] section`);
  expect(await answer.textContent()).toContain(named.zh);
  expect(await answer.locator("[role=math]").getAttribute("aria-label")).toBe(named.formula.reading.zh);
  expect(await answer.locator("dl dt").count()).toBe(named.formula.symbols.length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.keyboard.press("3");
  await waitUntilSaved(page);

  await page.goto("/settings");
  await toggle(page, "formula-term");
  await page.goto("/review");
  await page.waitForSelector(CARD);
  const cardId = await currentCardId(page);
  expect(cardId).toMatch(/\.term-formula$/);
  const concept = await conceptOf(page, cardId);
  const question = (await page.locator(CARD).textContent()) ?? "";
  for (const name of [concept.en, concept.zh]) expect(question).toContain(name);
  expect(await page.locator(`${CARD} [role=math]`).count()).toBe(0);
  await page.keyboard.press("Space");
  const told = page.locator(`${CARD}[data-phase="answer"] section > *`).first();
  expect(await told.getAttribute("aria-label")).toBe(concept.formula?.reading.zh);
  expect(await page.locator(`${CARD} dl dt`).count()).toBe(concept.formula?.symbols.length);
  expect(await page.locator(CARD).textContent()).toContain(concept.definition.zh);
  await page.keyboard.press("3");
  await waitUntilSaved(page);
  expect(complaints).toEqual([]);
  await context.close();
});
