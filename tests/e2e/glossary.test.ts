// The glossary for whoever comes by: without script, in the language of its address, on paper, and without code that it does not need.

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DRAWN_FIGURES } from "@/lib/data/figures";
import { loadDecks } from "@/seed/load-decks";
import { DESKTOP, launchBrowser, openPage, PHONE } from "./browser";
import { answerByKeys, enterAsGuest, waitUntilSaved } from "./review-page";

/** What a page with an interactive figure may load more than one without, gzipped. */
const FIGURE_BUDGET_BYTES = 20 * 1024;
/** WCAG 2.2, and what a thumb hits. CSS px. */
const TARGET_PX = 44;
const DECKS = loadDecks(join(import.meta.dirname, "../../seed/decks"));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = (options: Parameters<typeof openPage>[2] = {}) => openPage(browser, inject("baseUrl"), options);
const langOf = (page: Page) => page.locator("html").getAttribute("lang");

describe("without script", () => {
  test("one gets from the topics to a concept and what it builds on", async () => {
    const { page, context } = await open({ javaScriptEnabled: false, locale: "en" });
    await page.goto("/glossary");
    await page.getByRole("link", { name: /^Convolutional networks/ }).click();
    await page.getByRole("link", { name: /^Convolutional neural network/ }).click();
    expect(new URL(page.url()).pathname).toBe("/glossary/cnn");
    const map = page.getByRole("region", { name: "Where it stands" });
    await map.getByRole("link", { name: /^Pooling/ }).click();
    expect(await page.locator("h1").textContent()).toContain("Pooling");
    await page.locator('a[rel="next"]').click();
    expect(new URL(page.url()).pathname).not.toBe("/glossary/pooling");
    await context.close();
  });

  test.each(["/en/glossary/no-such", "/en/glossary/topics/core/no-such"])(
    "%s says that it is not there",
    async (path) => {
      const { page, context } = await open({ javaScriptEnabled: false });
      expect((await page.goto(path))?.status()).toBe(404);
      expect(await langOf(page)).toBe("en");
      expect(await page.locator("h1").isVisible()).toBe(true);
      expect(await page.locator('main a[href="/en/glossary"]').count()).toBe(1);
      await context.close();
    },
  );

  test("one searches, browses by letter, and turns to the other language, by addresses alone", async () => {
    const { page, context } = await open({ javaScriptEnabled: false, locale: "en" });
    await page.goto("/zh/glossary?by=section");
    const [heading, rows] = [page.locator("#letter-title"), page.locator("section li")];
    expect(await heading.textContent()).toBe("A–G");
    expect(await rows.count()).toBeGreaterThan(20);
    await page.getByRole("link", { name: /^U–Z/ }).click();
    expect(await heading.textContent()).toBe("U–Z");
    expect(await rows.locator('a[href="/zh/glossary/upsampling"]').count()).toBe(1);
    await page.locator('input[name="q"]').fill("iou");
    await page.locator('button[type="submit"]').first().click();
    expect(new URL(page.url()).pathname).toBe("/zh/glossary");
    expect(new URL(page.url()).searchParams.get("by")).toBe("section");
    await page.locator('a[href="/zh/glossary/iou"]').first().click();
    expect(await langOf(page)).toBe("zh-CN");
    await page.getByRole("link", { name: "EN", exact: true }).click();
    expect([new URL(page.url()).pathname, await langOf(page)]).toEqual(["/en/glossary/iou", "en"]);
    await context.close();
  });
});

describe("in the language of its address", () => {
  test("the glossary stays while one goes about in it, and the reader's own comes back outside", async () => {
    const { page, context, complaints } = await open({ locale: "zh-CN" });
    await page.goto("/en/glossary");
    await page.getByRole("link", { name: /^Object detection/ }).click();
    await page.getByRole("link", { name: /^Anchor box/ }).click();
    await page.waitForURL("/en/glossary/anchor-box");
    expect(await page.locator("main h2").first().textContent()).toBe("Definition");
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.waitForURL("/sign-in");
    expect(await langOf(page)).toBe("zh-CN");
    await page.goBack();
    await page.waitForURL("/en/glossary/anchor-box");
    expect(await langOf(page)).toBe("en");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("typing a search keeps it, in the address and in what is found", async () => {
    const { page, context, complaints } = await open({ locale: "zh-CN" });
    await page.goto("/en/glossary");
    await page.locator('input[name="q"]').fill("交并");
    await page.locator('a[href="/en/glossary/iou"]').waitFor();
    expect(page.url()).toMatch(/\/en\/glossary\?q=/);
    await page.locator('a[href="/en/glossary/iou"]').click();
    await page.waitForURL("/en/glossary/iou");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("going back leads to what was searched for, and to the whole list where nothing was", async () => {
    const { page, context, complaints } = await open({ locale: "zh-CN" });
    const [field, found] = [page.locator('input[name="q"]'), page.locator('ul a[href="/zh/glossary/iou"]')];
    await page.goto("/zh/glossary");
    await field.fill("iou");
    await found.first().click();
    await page.waitForURL("/zh/glossary/iou");
    await page.goBack();
    await found.first().waitFor();
    expect([await field.inputValue(), new URL(page.url()).search]).toEqual(["iou", "?q=iou"]);
    // The same page in another order, and back again.
    await field.fill("");
    await page.getByRole("link", { name: "按字母" }).click();
    await page.waitForURL("/zh/glossary?by=section");
    await field.fill("iou");
    await found.first().waitFor();
    await page.goBack();
    await page.getByRole("link", { name: /^目标检测/ }).waitFor();
    expect([await field.inputValue(), new URL(page.url()).search]).toEqual(["", ""]);
    await page.goForward();
    await found.first().waitFor();
    expect([await field.inputValue(), new URL(page.url()).search]).toEqual(["iou", "?by=section&q=iou"]);
    // Between two pages the icon's link is gone for a moment, and the browser may look for one at the usual address.
    expect(complaints.filter((complaint) => !complaint.endsWith("/favicon.ico"))).toEqual([]);
    await context.close();
  });
});

test("a learner's overview says in words how much of a topic is known", async () => {
  const { page, context } = await open({ locale: "en" });
  await page.goto("/");
  await enterAsGuest(page);
  await answerByKeys(page, "3");
  await waitUntilSaved(page);
  await page.goto("/glossary");
  expect(await page.getByText("1 started · 0 mature").count()).toBe(1);
  const topics = DECKS.reduce((sum, deck) => sum + deck.topics.length, 0);
  expect(await page.getByText("not started", { exact: true }).count()).toBe(topics - 1);
  expect(await page.getByText("Counted in terms.").count()).toBe(1);
  await context.close();
});

describe.each([320, PHONE.width, DESKTOP.width])("the map of prerequisites at %i px", (width) => {
  test("fits, and every box can be hit and shows the focus", async () => {
    const { page, context } = await open({ viewport: { width, height: 800 }, locale: "zh-CN" });
    await page.goto("/glossary/cnn");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const links = page.getByRole("region", { name: "来龙去脉" }).locator("ul > li > a:visible");
    expect(await links.count()).toBeGreaterThan(6);
    for (const link of await links.all()) {
      const box = await link.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(TARGET_PX);
    }
    await links.first().focus();
    await page.keyboard.press("Tab");
    expect(await links.nth(1).evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
    await context.close();
  });

  if (width === DESKTOP.width) {
    test("has its arrows end in the middle of the boxes", async () => {
      const { page, context } = await open({ viewport: { width, height: 800 } });
      await page.goto("/glossary/cnn");
      const region = page.getByRole("region", { name: "来龙去脉" });
      const middles = (selector: string) =>
        region.locator(selector).evaluateAll((nodes) =>
          nodes.map((node) => {
            const { left, right } = node.getBoundingClientRect();
            return (left + right) / 2;
          }),
        );
      const boxes = await middles("ul > li > a");
      const drawn = await region.locator("svg[preserveAspectRatio] path").evaluateAll((paths) =>
        (paths as unknown as SVGPathElement[]).flatMap((path) => {
          const matrix = path.getScreenCTM();
          return [0, path.getTotalLength()].map(
            (at) => path.getPointAtLength(at).matrixTransform(matrix ?? undefined).x,
          );
        }),
      );
      const self = await middles("[aria-current]");
      for (const x of drawn)
        expect(Math.min(...[...boxes, ...self].map((middle) => Math.abs(middle - x)))).toBeLessThan(1);
      await context.close();
    });
  }
});

describe("on paper", () => {
  const PRINTED = ["/zh/glossary/iou", "/zh/glossary/cnn", "/zh/glossary/k-means"];
  test.each(PRINTED)("%s is light and has nothing to press", async (path) => {
    const { page, context } = await open({ colorScheme: "dark" });
    await context.addCookies([{ name: "theme", value: "dark", url: inject("baseUrl") }]);
    await page.goto(path, { waitUntil: "networkidle" });
    const controls = page.locator('figure :is([role="group"], label):has(> :is(button, input))');
    if (path.endsWith("k-means")) await controls.first().waitFor();
    await page.emulateMedia({ media: "print" });
    // Nor the name of what cannot be pressed.
    expect(await controls.locator("visible=true").count()).toBe(0);
    const look = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return { ground: style.backgroundColor, ink: getComputedStyle(document.body).color };
    });
    expect(look).toEqual({ ground: "rgb(255, 255, 255)", ink: "rgb(29, 27, 24)" });
    for (const kind of ["nav", "header > nav", "button", "input", "summary"]) {
      expect(await page.locator(`${kind}:visible`).count(), kind).toBe(0);
    }
    for (const figure of await page.locator("figure, math, section[aria-labelledby='map-title']").all()) {
      expect(await figure.evaluate((node) => getComputedStyle(node).breakInside)).toBe("avoid");
    }
    await context.close();
  });
});

/** The scripts that a page makes the browser load until it is still, by address, with their gzipped size. */
async function scriptsOf(path: string): Promise<Map<string, number>> {
  const { page, context } = await open();
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(
      new URL(response.url()).pathname,
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = await Promise.all([...scripts].map(async ([url, size]) => [url, await size] as const));
  await context.close();
  return new Map(sizes);
}

const bytesOf = (scripts: ReadonlyMap<string, number>) => [...scripts.values()].reduce((sum, size) => sum + size, 0);

/** For every interactive figure a concept that shows it, of several the one with the fewest figures. */
function conceptsWithInteractiveFigures(): string[] {
  const isInteractive = (name: string) => DRAWN_FIGURES[name]?.interactive === true;
  const concepts = DECKS.flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
  const names = Object.keys(DRAWN_FIGURES).filter(isInteractive);
  const chosen = names.flatMap((name) => {
    const showing = concepts.filter(({ figures }) => figures.includes(name));
    return showing.sort((one, other) => one.figures.length - other.figures.length)[0]?.slug ?? [];
  });
  return [...new Set(chosen)];
}

test("a figure that can be played with costs little script, and a page without one loads none of it", async () => {
  const slugs = conceptsWithInteractiveFigures();
  expect(slugs.length).toBeGreaterThan(0);
  const plain = await scriptsOf("/glossary/baseline");
  for (const slug of slugs) {
    const interactive = await scriptsOf(`/glossary/${slug}`);
    expect([...interactive.keys()].filter((url) => !plain.has(url)).length, slug).toBeGreaterThan(0);
    expect(
      [...plain.keys()].filter((url) => !interactive.has(url)),
      slug,
    ).toEqual([]);
    expect(bytesOf(interactive) - bytesOf(plain), slug).toBeLessThan(FIGURE_BUDGET_BYTES);
  }
});
