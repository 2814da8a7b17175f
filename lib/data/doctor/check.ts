// What `npm run doctor` looks for: one list of checks a file, each check of the shape below. Part of lib/data; only lib/data/doctor.ts imports it.
import "server-only";

/** A kind of fault, as a person is told of it. */
export interface Fault {
  readonly name: string;
  /** A sentence about so many of them, at least one. */
  readonly says: (count: number) => string;
  /** A sentence: what repairing does. null: it cannot be repaired here, and `says` ends with what to do. */
  readonly mends: string | null;
}

/** Looks for one kind of fault in something, for example a learner. */
export interface Check<Scope> extends Fault {
  /** Returns how many there are; with `repair` there are none afterwards, unless `mends` is null. */
  readonly run: (scope: Scope, options: { readonly repair: boolean }) => Promise<number>;
}

/** How one kind of fault is found and repaired. */
export interface CheckSteps<Scope, Item> extends Fault {
  readonly find: (scope: Scope) => readonly Item[] | Promise<readonly Item[]>;
  /** null for what cannot be repaired. */
  readonly repair: ((scope: Scope, found: readonly Item[]) => Promise<void>) | null;
}

/** A check from its steps, whatever it finds. */
export function checkOf<Scope, Item>(steps: CheckSteps<Scope, Item>): Check<Scope> {
  const { name, says, mends, find, repair: mend } = steps;
  return {
    ...{ name, says, mends },
    async run(scope, { repair }) {
      const found = await find(scope);
      if (repair && found.length > 0) await mend?.(scope, found);
      return found.length;
    },
  };
}

/** `plural(1, "card has", "cards have")` is "1 card has". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Few enough for one statement's parameters on either engine. */
const PART_SIZE = 500;

export function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += PART_SIZE) yield items.slice(start, start + PART_SIZE);
}
