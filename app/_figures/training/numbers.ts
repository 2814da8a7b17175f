// Numbers as they are written in figures, and small sums. Pure.

/** With so many decimals and a true minus sign; never "−0.0". */
export function written(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** As `written`, without zeros at the end: 0.5, 12, −3. */
export function short(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)) || 0).replace("-", "−");
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

/** 10 to a whole power, as "10⁻⁷"; 1 for the power 0. */
export function powerOfTen(exponent: number): string {
  return exponent === 0 ? "1" : `10${[...String(exponent)].map((sign) => RAISED[sign]).join("")}`;
}

/** One figure before the point: "9.5×10⁻⁷"; plain between 0.001 and 1000. */
export function scientific(value: number): string {
  if (value === 0 || (Math.abs(value) >= 0.001 && Math.abs(value) < 1000)) return String(Number(value.toPrecision(2)));
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return `${(value / 10 ** exponent).toFixed(1)}×${powerOfTen(exponent)}`;
}

/** As English texts write large whole numbers: "1,000". */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** `count` numbers from 0 on. */
export function countTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
