// What holds for every figure, as `npm run generate` drew it.

import { describe, expect, test } from "vitest";
import { DRAWN_FIGURES } from "@/lib/data/figures";

const SMALLEST_TEXT = 12;

const drawings = Object.entries(DRAWN_FIGURES).flatMap(([name, { svg, alt }]) =>
  (["zh", "en"] as const).map((language) => ({ name, language, svg: svg[language], alt: alt[language] })),
);

test("there are at least sixty, twelve of them to play with", () => {
  expect(Object.keys(DRAWN_FIGURES).length).toBeGreaterThanOrEqual(60);
  expect(Object.values(DRAWN_FIGURES).filter(({ interactive }) => interactive).length).toBeGreaterThanOrEqual(12);
});

describe.each(drawings)("$name in $language", ({ language, svg, alt }) => {
  test("obeys the content security policy and shares no name with another on the page", () => {
    expect(svg).not.toMatch(/\sstyle=|\sid=|<style|<script|<image|href=|url\(/);
  });

  test("takes its colours from the tokens", () => {
    expect(svg).not.toMatch(/(?:fill|stroke)="(?!none")/);
    expect(svg).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/i);
  });

  test("has no text too small for a phone, nor in the other language", () => {
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes, SMALLEST_TEXT)).toBe(SMALLEST_TEXT);
    if (language === "en") expect(svg).not.toMatch(/[\p{Script=Han}，。：；]/u);
    else expect(alt).toMatch(/\p{Script=Han}/u);
  });

  test("has numbers, no gaps where one could not be computed", () => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});
