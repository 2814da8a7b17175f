// What breaks the app on purpose: `npm run faults -- NAME --count N` runs one scenario for long, `npm test` a short form of each. A scenario
// imports no test runner; what it finds wrong it throws as an AssertionError of node:assert.

/** What a scenario found out, for a person: what it did and checked, with numbers. */
export type Summary = Readonly<Record<string, number | string>>;

export interface ScenarioOptions {
  /** How often; what is counted is the scenario's to say. */
  readonly count: number;
  /** Decides everything that is left to chance, but for what the machine's scheduling does. */
  readonly seed: number;
  /** Progress, a line at a time. */
  readonly say: (line: string) => void;
}

export interface Scenario {
  readonly name: string;
  /** What is done and what must hold, in a sentence. */
  readonly sentence: string;
  /** What `count` counts, in the plural. */
  readonly counted: string;
  /** Of the command. */
  readonly defaultCount: number;
  /** @throws AssertionError when something does not hold */
  run(options: ScenarioOptions): Promise<Summary>;
}
