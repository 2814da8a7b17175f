// Numbers as they are written in figures, and small sums. Pure.

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
