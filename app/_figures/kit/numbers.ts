// Numbers as figures write them: with a true minus sign, and as the texts of the language do. Pure.

import type { Say } from "../figure";

/** With so many decimals: 0.50, −3.0. What rounds to zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** With at most so many decimals, without zeros at the end: 0.5, 12, −3. */
export function trimmed(value: number, decimals = 2): string {
  return String(Number(value.toFixed(decimals)) || 0).replace("-", "−");
}

/** A share of 1 in percent: 0.125 is "12.5%" with one decimal. */
export function percent(share: number, decimals = 0): string {
  return `${fixed(share * 100, decimals)}%`;
}

/** A whole number as English texts write it: "1,000". */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number of things in English: "1 step", "3 steps". */
export function numbered(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** A count, with commas between its thousands in English only. */
export function counted(say: Say, value: number): string {
  return say(String(value), thousands(value));
}

const RAISED: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/** A whole number as an exponent: "⁻⁷". */
export function raised(exponent: number): string {
  return [...String(exponent)].map((sign) => RAISED[sign]).join("");
}

/** 10 to a whole power, as "10⁻⁷"; 1 for the power 0. */
export function powerOfTen(exponent: number): string {
  return exponent === 0 ? "1" : `10${raised(exponent)}`;
}

function isPlain(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= 0.001 && size < 1000);
}

/** One figure before the point: "9.5×10⁻⁷"; plain between 0.001 and 1000. */
export function scientific(value: number): string {
  if (isPlain(value)) return String(Number(value.toPrecision(2))).replace("-", "−");
  const [figures = "", exponent] = value.toExponential(1).split("e");
  return `${figures.replace("-", "−")}×${powerOfTen(Number(exponent))}`;
}

/** With at most three decimals, and as a power of ten where these would say nothing: 0.107, 2.4×10⁻⁴. */
export function trimmedOrScientific(value: number): string {
  return isPlain(value) ? trimmed(value, 3) : scientific(value);
}
