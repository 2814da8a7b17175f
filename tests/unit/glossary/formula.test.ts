import { describe, expect, test } from "vitest";
import { formulaToMathml, formulaView } from "@/lib/glossary/formula";

describe("formulaToMathml", () => {
  test("makes MathML without styles, scripts or links", () => {
    const mathml = formulaToMathml(String.raw`\mathrm{IoU} = \frac{|A \cap B|}{|A \cup B|}`);
    expect(mathml).toContain("<math");
    expect(mathml).toContain("<mfrac>");
    expect(mathml).not.toMatch(/style=|<script|href=/);
  });

  test("refuses links and HTML in TeX", () => {
    for (const tex of [String.raw`\href{javascript:alert(1)}{x}`, String.raw`\htmlStyle{color:red}{x}`, "<b>x</b>"]) {
      expect(formulaToMathml(tex) ?? "").not.toMatch(/href="|style="|<b>/);
    }
  });

  test("is null for wrong TeX", () => {
    expect(formulaToMathml(String.raw`\frac{1`)).toBeNull();
  });
});

describe("formulaView", () => {
  const formula = {
    tex: String.raw`\term{IoU}(A, B) = \frac{|A \cap B|}{|A \cup B|}`,
    reading: { zh: "{term} 等于交集除以并集", en: "{term} is the intersection over the union" },
    symbols: [{ tex: "A", zh: "一个区域", en: "a region" }],
  };
  const view = formulaView(formula, { zh: "交并比", en: "Intersection over Union" });

  test("names the concept", () => {
    expect(view?.mathml).toMatch(/<mi[^>]*>I<\/mi><mi[^>]*>o<\/mi><mi[^>]*>U<\/mi>/);
    expect(view?.reading).toEqual({
      zh: "交并比 等于交集除以并集",
      en: "Intersection over Union is the intersection over the union",
    });
  });

  test("has a question mark instead of the name for the card that asks for it, also where nobody looks", () => {
    expect(view?.asked.mathml).toMatch(/<mi[^>]*>\?<\/mi>/);
    expect(view?.asked.mathml).not.toMatch(/IoU|<mi[^>]*>[IoU]<\/mi>|annotation/);
    expect(view?.asked.mathml).toContain("<mfrac>");
    expect(view?.asked.reading).toEqual({ zh: "什么 等于交集除以并集", en: "what is the intersection over the union" });
  });
});
