import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf } from "@/lib/glossary/excerpt";

describe("an excerpt", () => {
  test.each([
    ["短的整句留着。", 20, "短的整句留着。"],
    ["  two\n  lines ", 20, "two lines"],
    ["第一句说完了。第二句长得放不下，所以不要它。", 12, "第一句说完了。"],
    ["第一句很长，有逗号的地方可以断开，别处不行。", 20, "第一句很长，有逗号的地方可以断开…"],
    ["没有标点的一长串汉字没有任何地方可以断开", 8, "没有标点的一长…"],
    ["One sentence of it. Another that does not fit any more.", 30, "One sentence of it."],
    ["It has v1.5 of something which goes on and on and on", 30, "It has v1.5 of something…"],
    ["ab😀😀😀😀", 4, "ab…"],
  ])("%j in %i is %j", (text, limit, excerpt) => {
    expect(excerptOf(text, limit)).toBe(excerpt);
  });

  test("is never longer than asked for, begins as the text does, and keeps a text that fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 2, max: 120 }), (text, limit) => {
        const excerpt = excerptOf(text, limit);
        const whole = text.trim().replace(/\s+/gu, " ");
        expect(excerpt.length).toBeLessThanOrEqual(limit);
        expect(whole.startsWith(excerpt.replace(/…$/, ""))).toBe(true);
        if (whole.length <= limit) expect(excerpt).toBe(whole);
      }),
    );
  });
});
