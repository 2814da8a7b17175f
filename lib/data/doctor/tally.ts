import "server-only";
import type { Check, Fault } from "./check";

export interface FoundFault extends Fault {
  /** At least one. */
  readonly count: number;
}

/** Counts faults of each kind, in the order in which they were first looked for. */
export class Tally {
  readonly #counts = new Map<Fault, number>();

  add(fault: Fault, count: number): void {
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + count);
  }

  /** Runs checks one after another, each on what the one before has left. */
  async run<Scope>(
    checks: readonly Check<Scope>[],
    scope: Scope,
    options: { readonly repair: boolean },
  ): Promise<void> {
    for (const check of checks) this.add(check, await check.run(scope, options));
  }

  get found(): FoundFault[] {
    return [...this.#counts].flatMap(([{ name, says, mends }, count]) =>
      count > 0 ? [{ name, says, mends, count }] : [],
    );
  }
}
