// A real Chromium for the browser tests, found on the machine, and the watch that each page is under while it runs.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium or Chrome: CHROME_PATH, or the first found on PATH. @throws Error that says what to install. */
export function findChromium(): string {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []), ...onPath, ...MAC_PATHS];
  for (const path of candidates) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here, look further
    }
  }
  throw new Error("No Chromium or Chrome found. Install one (Debian: apt-get install chromium) or set CHROME_PATH.");
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export const PHONE = { width: 390, height: 844 } as const;
export const DESKTOP = { width: 1280, height: 800 } as const;

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions, CSP violations and requests to other hosts so far. Must stay empty. */
  readonly complaints: string[];
  /** Of these the violations of the content security policy. When any are left at its end, the test fails, whatever else it looks at. */
  readonly violations: string[];
}

/** A page in a context of its own (cookies, storage) that notes everything a well-behaved page does not do. */
export async function openPage(
  browser: Browser,
  baseUrl: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: DESKTOP,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...options,
  });
  const complaints: string[] = [];
  const violations: string[] = [];
  onTestFinished(() => expect(violations, "violations of the content security policy").toEqual([]));
  await context.exposeBinding("noteViolation", (_, violation: string) => void violations.push(violation));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { noteViolation } = globalThis as unknown as { noteViolation(violation: string): void };
      noteViolation(`${event.violatedDirective} ${event.blockedURI} on ${event.documentURI} ${event.sample}`);
    });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(baseUrl).origin)
      complaints.push(`request to another host: ${url.href}`);
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    const said = `console: ${message.text()} ${message.location().url}`;
    if (message.type() === "error") complaints.push(said);
    if (/content security policy/i.test(said)) violations.push(said);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  return { page, context, complaints, violations };
}
