// `npm run screenshots`: starts the app on a database of its own and takes the pictures of the README into docs/screenshots.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DESKTOP, launchBrowser, PHONE } from "../tests/e2e/browser";
import { answerByKeys, CARD, currentCardId, enterAsGuest } from "../tests/e2e/review-page";
import { startServer } from "../tests/server";

const FOLDER = join(import.meta.dirname, "../docs/screenshots");
const LOOKS = [
  { name: "desktop-light", viewport: DESKTOP, colorScheme: "light" },
  { name: "phone-dark", viewport: PHONE, colorScheme: "dark" },
] as const;

mkdirSync(FOLDER, { recursive: true });
const [browser, server] = await Promise.all([launchBrowser(), startServer()]);
try {
  for (const { name, ...look } of LOOKS) {
    const options = { baseURL: server.baseUrl, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...look };
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const shoot = (screen: string) => page.screenshot({ path: join(FOLDER, `${screen}-${name}.png`) });
    await page.goto("/");
    await shoot("home");
    await page.goto("/glossary/iou");
    await page.waitForSelector("figure output");
    await shoot("concept");
    await enterAsGuest(page);
    await page.evaluate(async () => {
      const body = JSON.stringify({ newPerDay: 30 });
      await fetch("/api/settings", { method: "PATCH", headers: { "content-type": "application/json" }, body });
    });
    await page.goto("/review");
    await page.waitForSelector(CARD);
    // Past the newcomer's notes, with something done, to a card with a figure.
    for (const key of ["3", "1", "4"] as const) await answerByKeys(page, key);
    while (!(await currentCardId(page)).includes(".overfitting.")) await answerByKeys(page, "3");
    const gotIt = page.locator('[data-testid="notice-guest"] button');
    if ((await gotIt.count()) > 0) await gotIt.click();
    await page.keyboard.press("Space");
    await page.waitForSelector(`${CARD}[data-phase="answer"]`);
    await shoot("review");
    await context.close();
  }
} finally {
  await Promise.all([browser.close(), server.stop()]);
}
