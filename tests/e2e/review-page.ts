// What the browser tests know about the review screen: its marks, and how a person gets there.

import type { Page } from "playwright-core";
import type { SessionPayload } from "@/lib/srs/session-payload";

export const CARD = '[data-testid="review-card"]';
export const SHOW_ANSWER = '[data-testid="show-answer"]';
export const SAVE_STATE = '[data-testid="save-state"]';
export const DONE = '[data-testid="queue-done"]';

/** From the landing page to the first card, as a guest. Resolves when the card is there. */
export async function enterAsGuest(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator('form[action="/api/guest"] button').first().click();
  await page.waitForSelector(CARD);
}

export async function currentCardId(page: Page): Promise<string> {
  const id = await page.locator(CARD).getAttribute("data-card-id");
  if (id === null) throw new Error("Inconsistent: a review card without an id");
  return id;
}

/** Waits until the screen shows another presentation than the given card's answer: the next question, or the end. */
export async function waitForNext(page: Page, cardId: string): Promise<void> {
  await page.waitForSelector(`${CARD}:not([data-card-id="${cardId}"]), ${CARD}[data-phase="question"], ${DONE}`);
}

/** Space, then a grade key. Resolves when the next card or the end is on the screen. */
export async function answerByKeys(page: Page, gradeKey: "1" | "2" | "3" | "4"): Promise<void> {
  const cardId = await currentCardId(page);
  await page.keyboard.press("Space");
  await page.waitForSelector(`${CARD}[data-phase="answer"]`);
  await page.keyboard.press(gradeKey);
  await waitForNext(page, cardId);
}

/** Waits until nothing is left to be sent. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.waitForSelector(`${SAVE_STATE}[data-state="saved"]`);
}

/** The day's session as the server sees it for the learner of this browser. */
export async function readSession(page: Page): Promise<SessionPayload> {
  const response = await page.request.get("/api/session");
  if (!response.ok()) throw new Error(`GET /api/session answered ${response.status()}`);
  return (await response.json()) as SessionPayload;
}

/** A name that no other test uses. */
export function freshName(prefix: string): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
}
