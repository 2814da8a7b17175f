// Formulas as MathML, made on the server: KaTeX's HTML output needs inline styles, which our content security policy refuses.

import katex from "katex";
import type { Bilingual, FormulaContent, FormulaView } from "./concept";
import { forBrowsers } from "./mathml";

/** What stands where the formula has `\term{…}`: the name itself, or a question mark when the name is asked for. */
export type FormulaFace = "named" | "asked";

const TERM_MACRO: Readonly<Record<FormulaFace, string>> = {
  named: String.raw`\mathrm{#1}`,
  // Takes the name and drops it: KaTeX counts a macro's arguments in its text. No space after the mark: an index would belong to it.
  asked: String.raw`\@secondoftwo{#1}{\mathord{?}}`,
};

/**
 * TeX → MathML (a `<span class="katex"><math>…</math></span>` without styles or links), or null when the TeX is wrong: a page without
 * its formula is better than no page, and the check of the seed has refused wrong TeX before.
 */
export function formulaToMathml(tex: string, face: FormulaFace = "named"): string | null {
  return render(tex, { displayMode: true, face });
}

/** The same for a symbol in a line of text. */
export function symbolToMathml(tex: string): string | null {
  return render(tex, { displayMode: false, face: "named" });
}

/** The formula with all that screens show of it; null when its TeX is wrong. */
export function formulaView(formula: FormulaContent, names: Bilingual): FormulaView | null {
  const mathml = formulaToMathml(formula.tex);
  const asked = formulaToMathml(formula.tex, "asked");
  if (mathml === null || asked === null) return null;
  const symbols = formula.symbols.flatMap(({ tex, zh, en }) => {
    const symbol = symbolToMathml(tex);
    return symbol === null ? [] : [{ mathml: symbol, zh, en }];
  });
  return {
    mathml,
    reading: readingWith(formula.reading, names),
    asked: { mathml: asked, reading: readingWith(formula.reading, ASKED_READING) },
    symbols,
  };
}

const ASKED_READING: Bilingual = { zh: "什么", en: "what" };

function readingWith(reading: Bilingual, names: Bilingual): Bilingual {
  return { zh: reading.zh.replaceAll("{term}", names.zh), en: reading.en.replaceAll("{term}", names.en) };
}

function render(tex: string, { displayMode, face }: { displayMode: boolean; face: FormulaFace }): string | null {
  try {
    const mathml = katex.renderToString(tex, {
      output: "mathml",
      displayMode,
      throwOnError: true,
      trust: false,
      // A new object each time: KaTeX adds to it what the TeX defines.
      macros: { "\\term": TERM_MACRO[face] },
    });
    // Commands that are not trusted come out as their names in red.
    return mathml.includes("mathcolor=") ? null : forBrowsers(withoutSource(mathml));
  } catch (error) {
    if (error instanceof katex.ParseError) return null;
    throw error;
  }
}

/** Without the TeX that KaTeX adds for programs: it doubles the size, and the name that is asked for still stands in it. */
function withoutSource(mathml: string): string {
  return mathml.replace(/<annotation .*<\/annotation>/s, "");
}
