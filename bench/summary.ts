/** What a series of measurements says, in the unit that it was measured in. */
export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  return { n: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** Runs `measure` `times` times one after another and summarizes the milliseconds; `warmUp` runs before do not count. */
export async function timeRuns(
  { times, warmUp }: { readonly times: number; readonly warmUp: number },
  measure: (run: number) => unknown,
): Promise<Summary> {
  const elapsed: number[] = [];
  for (let run = 0; run < warmUp + times; run += 1) {
    const start = performance.now();
    await measure(run);
    if (run >= warmUp) elapsed.push(performance.now() - start);
  }
  return summarize(elapsed);
}

function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(Math.ceil(sorted.length * share), sorted.length) - 1] ?? Number.NaN;
  return Math.round(value * 1000) / 1000;
}
