// Learning-rate schedules; t and T in the same unit. Pure.

/** Rises in a straight line from `start` to `peak` during the first `length`. */
export function warmUpRate(t: number, length: number, start: number, peak: number): number {
  return length === 0 ? peak : start + (peak - start) * Math.min(1, t / length);
}

/** Half a cosine wave from `highest` at 0 to `lowest` at `length`. */
export function cosineRate(t: number, length: number, highest: number, lowest = 0): number {
  return lowest + ((highest - lowest) / 2) * (1 + Math.cos((Math.PI * t) / length));
}

/** Divided by ten at each of the borders. */
export function stepRate(t: number, highest: number, borders: readonly number[]): number {
  return highest / 10 ** borders.filter((border) => t >= border).length;
}

export type Decay = "none" | "cosine" | "step";

/** Warm-up, then a decay up to `total`; the steps are at a third and two thirds of all. */
export function scheduledRate(
  t: number,
  { length, total, start, peak, decay }: { length: number; total: number; start: number; peak: number; decay: Decay },
): number {
  if (t < length) return warmUpRate(t, length, start, peak);
  switch (decay) {
    case "none":
      return peak;
    case "cosine":
      return cosineRate(t - length, total - length, peak);
    case "step":
      return stepRate(t, peak, [total / 3, (2 * total) / 3]);
  }
}
