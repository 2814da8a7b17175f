// The checks on one concept's formula. Pure.

import type { ConceptContent } from "./concept";
import { formulaToMathml, symbolToMathml } from "./formula";
import { givesAway, namesOf, type TextIssue } from "./text-check";

/** Everything wrong with a concept's formula; empty when it has none. */
export function formulaIssues(concept: ConceptContent): TextIssue[] {
  const { formula } = concept;
  if (formula === undefined) return [];
  if (formulaToMathml(formula.tex) === null) {
    return [{ path: ["formula", "tex"], message: "is TeX that KaTeX cannot render" }];
  }
  return [...symbolIssues(formula.symbols, formula.tex), ...ownNameIssues(concept, formula)];
}

type Formula = NonNullable<ConceptContent["formula"]>;

/** Every symbol renders and occurs, and every letter of the formula is explained. */
function symbolIssues(symbols: Formula["symbols"], tex: string): TextIssue[] {
  const used = new Set(lettersOf(tex));
  const explained = new Set(symbols.flatMap((symbol) => lettersOf(symbol.tex)));
  const wrong = symbols.flatMap((symbol, index): TextIssue[] => {
    const path = ["formula", "symbols", index, "tex"];
    if (symbolToMathml(symbol.tex) === null) return [{ path, message: "is TeX that KaTeX cannot render" }];
    const strange = lettersOf(symbol.tex).find((letter) => !used.has(letter));
    return strange === undefined ? [] : [{ path, message: `explains ${strange}, which the formula does not have` }];
  });
  const missing = [...used].filter((letter) => !explained.has(letter));
  if (missing.length === 0) return wrong;
  return [...wrong, { path: ["formula", "symbols"], message: `must explain ${missing.join(", ")}` }];
}

/** The card that shows the formula asks for the name: only `\term{…}` and `{term}` may stand for it, and both or neither. */
function ownNameIssues(concept: ConceptContent, { tex, reading }: Formula): TextIssue[] {
  const marked = tex.search(TERM) >= 0;
  const visible = squeezed((formulaToMathml(tex, "asked") ?? "").replace(/<[^>]*>/g, ""));
  const inTex = namesOf(concept)
    // A name of one letter, such as that of a function, is a symbol like others.
    .filter((name) => name.length > 1 && shows(visible, name))
    .map((name) => ({ path: ["formula", "tex"], message: `must not name its own term “${name}”` }));
  const inReading = (["zh", "en"] as const).flatMap((language): TextIssue[] => {
    const path = ["formula", "reading", language];
    const said = reading[language].replaceAll("{term}", " ");
    const names = namesOf(concept).filter((name) => name.length > 1 && givesAway(said, name));
    return [
      ...names.map((name) => ({ path, message: `must not name its own term “${name}”` })),
      ...(reading[language].includes("{term}") === marked
        ? []
        : [
            {
              path,
              message: `must ${marked ? "" : "not "}have {term}, as the formula ${marked ? "has" : "has no"} \\term`,
            },
          ]),
    ];
  });
  return [...inTex, ...inReading];
}

/** Whether the letters of a rendered formula, without the spaces between them, hold the name; a short one in its own capitals. */
function shows(visible: string, name: string): boolean {
  const bare = squeezed(name);
  return name.length < LONG_NAME ? visible.includes(bare) : visible.toLowerCase().includes(bare.toLowerCase());
}

const LONG_NAME = 5;

function squeezed(text: string): string {
  return text.replace(/[\s\u2000-\u200b\u2061-\u2064-]/gu, "");
}

const TERM = /\\term\{[^{}]*\}/g;
/** Words between symbols, named functions, and the double-struck letters of expectations and number sets. */
const NOT_SYMBOLS = /\\(?:text|operatorname\*?|mathbb|begin|end)\{[^{}]*\}/g;
const NAMED = /\\(?:mathrm|mathit|mathsf)\{([^{}]*)\}/g;
const GREEK =
  /\\(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|ell)(?![a-z])/gi;
/** Euler's number and the d of a differential need no explanation. */
const KNOWN = new Set(["e", "d"]);

/** The symbols of a piece of TeX: letters, Greek letters, and names such as \mathrm{TP}; each once. */
function lettersOf(tex: string): string[] {
  const bare = tex.replace(TERM, " ").replace(NOT_SYMBOLS, " ");
  const names = [...bare.matchAll(NAMED)].flatMap((match) => match[1] ?? []).filter((name) => !KNOWN.has(name));
  const rest = bare.replace(NAMED, " ");
  const greek = [...rest.matchAll(GREEK)].map((match) => match[0]);
  const latin = rest.replace(/\\[a-zA-Z]+/g, " ").match(/[A-Za-z]/g) ?? [];
  return [...new Set([...names, ...greek, ...latin.filter((letter) => letter !== "e")])];
}
