// Number formats and the arithmetic of systems. Pure.

import { meanOf, sumOf } from "../kit/maths";

/** Step of a symmetric quantizer of so many bits for values of −1 to 1: s = 1 / (2^(b−1) − 1). */
export function stepOf(bits: number): number {
  return 1 / (2 ** (bits - 1) - 1);
}

/** x̂ = s · round(x / s), with the integer clipped to the range of the bits; the zero point is 0. */
export function quantized(x: number, bits: number): number {
  const step = stepOf(bits);
  const most = 2 ** (bits - 1) - 1;
  return step * Math.min(most, Math.max(-most, Math.round(x / step)));
}

/** A smooth signal between −1 and 1 for t from 0 to 1. */
export function signal(t: number): number {
  return 0.72 * Math.sin(2 * Math.PI * t) + 0.28 * Math.sin(6 * Math.PI * t + 0.6);
}

/** Mean size of the rounding error over the signal. */
export function meanErrorOf(bits: number): number {
  const steps = 400;
  const errors = Array.from({ length: steps }, (_, index) => {
    const x = signal(index / steps);
    return Math.abs(x - quantized(x, bits));
  });
  return meanOf(errors);
}

/** The share of time that stages of a pipeline stand idle: (p − 1) / (m + p − 1). */
export function bubbleOf(stages: number, portions: number): number {
  return (stages - 1) / (portions + stages - 1);
}

/** The portion (from 1) that a stage works on in a time slot, or null when it is idle. */
export function portionAt(stage: number, slot: number, portions: number): number | null {
  const portion = slot - stage + 1;
  return portion >= 1 && portion <= portions ? portion : null;
}

/** The nearest number with so many bits of fraction, ties to even; exponents are not limited. */
export function withFraction(value: number, fractionBits: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - fractionBits);
  const count = value / unit;
  const down = Math.floor(count);
  const up = count - down > 0.5 || (count - down === 0.5 && down % 2 === 1);
  return (down + (up ? 1 : 0)) * unit;
}

/** Weights averaged in proportion to the numbers of samples they were trained on. */
export function federatedAverage(parties: readonly { readonly samples: number; readonly weight: number }[]): number {
  const total = sumOf(parties.map(({ samples }) => samples));
  return parties.reduce((sum, { samples, weight }) => sum + (samples / total) * weight, 0);
}

/** Arrays summed element by element, as all-reduce leaves them on every device. */
export function allReduce(arrays: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = arrays;
  return first.map((value, index) => others.reduce((sum, array) => sum + (array[index] ?? 0), value));
}
