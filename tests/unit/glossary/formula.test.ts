import { describe, expect, test } from "vitest";
import { formulaToMathml } from "@/lib/glossary/formula";

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
