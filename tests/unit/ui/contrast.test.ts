import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const APP = join(import.meta.dirname, "../../../app");
const CSS = readFileSync(join(APP, "globals.css"), "utf8");

/** Role → its colour by day and by night. */
const ROLES = new Map(
  [...CSS.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gm)].map(
    ([, role = "", light = "", dark = ""]) => [role, { light, dark }] as const,
  ),
);

function colourOf(role: string, look: "light" | "dark"): string {
  const colours = ROLES.get(role);
  if (!colours) throw new Error(`globals.css has no role --${role}`);
  return colours[look];
}

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const PAGES = ["paper", "surface", "sunken"];
const TEXT: [text: string, grounds: string[]][] = [
  ["ink", [...PAGES, "accent-soft", "good-soft", "warn-soft", "danger-soft"]],
  ["ink-2", PAGES],
  ["accent", ["paper", "surface"]],
  ["accent-ink", ["accent", "accent-strong"]],
  ["good", ["paper", "surface", "good-soft"]],
  ["warn", ["paper", "surface", "warn-soft"]],
  ["danger", ["paper", "surface", "danger-soft"]],
];
const EDGES: [edge: string, grounds: string[]][] = [
  ["ink-3", ["paper", "surface"]],
  ["accent", [...PAGES, "accent-soft"]],
  ["focus", PAGES],
];

describe.each(["light", "dark"] as const)("%s", (look) => {
  const ratio = (one: string, other: string) => contrast(colourOf(one, look), colourOf(other, look));

  test.each(TEXT)("text in %s can be read on %j", (text, grounds) => {
    for (const ground of grounds) expect(ratio(text, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES)("the edge in %s can be seen on %j", (edge, grounds) => {
    for (const ground of grounds) expect(ratio(edge, ground), ground).toBeGreaterThanOrEqual(3);
  });
});

test("the browser's own bars and the home screen have the colour of the page", () => {
  const paper = colourOf("paper", "light");
  expect(readFileSync(join(APP, "layout.tsx"), "utf8")).toContain(
    `{ light: "${paper}", dark: "${colourOf("paper", "dark")}" }`,
  );
  expect(readFileSync(join(APP, "manifest.ts"), "utf8")).toContain(`theme_color: "${paper}"`);
});
