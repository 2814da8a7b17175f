// What browsers leave out of KaTeX's MathML: they follow MathML Core, which has neither letters by attribute nor space after the sign that
// applies a function. Pure.

/** First letters of the styles in Unicode's block of mathematical letters (U+1D400 to U+1D7FF), and of its digits where there are some. */
const STYLES: Readonly<Record<string, { readonly upper: number; readonly lower: number; readonly digit?: number }>> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
};

/** Letters that Unicode had before that block, which has holes in their places. */
const EARLIER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "double-struck": { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  script: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" },
};

/** KaTeX's MathML as browsers show it rightly. */
export function forBrowsers(mathml: string): string {
  const lettered = mathml.replace(
    /<(m[in]) mathvariant="([a-z-]+)">([A-Za-z0-9])<\/\1>/g,
    (whole, tag: string, style: string, letter: string) => {
      const styled = styledLetter(letter, style);
      // A single letter is set in italics unless it says otherwise.
      return styled === null ? whole : `<${tag} mathvariant="normal">${styled}</${tag}>`;
    },
  );
  // A page in Chinese would set the signs in a face for Chinese, which has neither tall brackets nor norms. On the element around: browsers
  // do not heed the language of <math> itself.
  return withSpaces(lettered).replace('<span class="katex">', '<span class="katex" lang="en">');
}

function styledLetter(letter: string, style: string): string | null {
  const earlier = EARLIER[style]?.[letter];
  const first = STYLES[style];
  if (earlier !== undefined || first === undefined) return earlier ?? null;
  const at = (from: number, base: string) => String.fromCodePoint(from + letter.charCodeAt(0) - base.charCodeAt(0));
  if (/[0-9]/.test(letter)) return first.digit === undefined ? null : at(first.digit, "0");
  return /[A-Z]/.test(letter) ? at(first.upper, "A") : at(first.lower, "a");
}

/** U+2061, "function application", which has no width. */
const APPLIED = "<mo>\u2061</mo>";
const THIN_SPACE = '<mspace width="0.1667em"></mspace>';
/** A bracket, or the end of what the function's name stands in. */
const NOTHING_APPLIED = /^(?:<\/|(?:<m(?:row|style)[^>]*>)*<mo[^>]*>[([{|∣∥])/;
const TAG = /<(\/?)([a-z]+)[^>]*>/;

/** What may stand around a function's name to give it limits or an index. */
const SCRIPTED = /^m(?:sub|sup|subsup|under|over|underover)$/;

interface OpenElement {
  readonly name: string;
  /** It is a function's name with its limits: where it ends the space belongs. */
  isFunction: boolean;
}

/** A thin space between the name of a function and what it is applied to, as in print, unless a bracket parts them. */
function withSpaces(mathml: string): string {
  let done = "";
  let rest = mathml;
  const open: OpenElement[] = [];
  for (let tag = TAG.exec(rest); tag !== null; tag = TAG.exec(rest)) {
    const isSign = rest.startsWith(APPLIED, tag.index);
    const end = tag.index + (isSign ? APPLIED : tag[0]).length;
    done += rest.slice(0, end);
    rest = rest.slice(end);
    if (!isSign && tag[1] !== "/") {
      open.push({ name: tag[2] ?? "", isFunction: false });
      continue;
    }
    const around = open.at(-2);
    const hasLimits = isSign && rest.startsWith("</mrow>") && around !== undefined && SCRIPTED.test(around.name);
    if (hasLimits) around.isFunction = true;
    const isFunction = isSign ? !hasLimits : open.pop()?.isFunction === true;
    if (isFunction && !NOTHING_APPLIED.test(rest)) done += THIN_SPACE;
  }
  return done + rest;
}
