import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import type { Benchmark } from "./context";
import { summarize } from "./summary";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
];
const ARGUMENTS = [
  ...["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const CARDS = 60;
const ATTEMPTS = 30;
const CARD = '[data-testid="review-card"]';

declare global {
  interface Window {
    /** Set by watch-keys.js. */
    keyToPaintMs: number | null;
  }
}

/** From the key press that grades a card to the next card on the screen, and from the one that shows the answer, in Chromium. */
export const measureKeyToCard: Benchmark = async (context) => {
  const executablePath = process.env.CHROMIUM_PATH ?? BROWSERS.find((path) => existsSync(path));
  if (!executablePath) return { skipped: "No Chromium found; name one in CHROMIUM_PATH." };
  const server = await context.server();
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const [name = "", ...value] = (await server.cookie(8)).split("=");
    await page.context().addCookies([{ name, value: value.join("="), url: server.baseUrl }]);
    await page.addInitScript({ path: fileURLToPath(new URL("watch-keys.js", import.meta.url)) });
    await page.goto(`${server.baseUrl}/review`);
    await untilItListens(page);
    const shown: number[] = [];
    const graded: number[] = [];
    for (let card = 0; card < CARDS; card += 1) {
      shown.push(await press(page, "Space"));
      graded.push(await press(page, "3"));
    }
    return { nextCardMs: summarize(graded), answerMs: summarize(shown), targetP95Ms: 50 };
  } finally {
    await browser.close();
  }
};

/** The page is there before its scripts are: shows and grades a card, pressing again until something happens. */
async function untilItListens(page: Page): Promise<void> {
  const reached = (phase: string) => page.waitForSelector(`${CARD}[data-phase="${phase}"]`, { timeout: 1_000 });
  await page.waitForSelector(CARD);
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press("Space");
    const answer = await reached("answer").catch(() => null);
    if (answer) break;
    if (attempt === ATTEMPTS) throw new Error("The review screen does not react to the space bar");
  }
  await press(page, "3");
}

async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  const painted = await page.waitForFunction(() => window.keyToPaintMs);
  return Number(await painted.jsonValue());
}
