// Formulas as MathML, made on the server: KaTeX's HTML output needs inline styles, which our content security policy refuses.

import katex from "katex";

/**
 * TeX → MathML (a `<span class="katex"><math>…</math></span>` without styles or links), or null when the TeX is wrong: a page without
 * its formula is better than no page, and the check of the seed has refused wrong TeX before.
 */
export function formulaToMathml(tex: string): string | null {
  try {
    return katex.renderToString(tex, { output: "mathml", displayMode: true, throwOnError: true, trust: false });
  } catch (error) {
    if (error instanceof katex.ParseError) return null;
    throw error;
  }
}
