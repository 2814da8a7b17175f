// `npm run faults -- NAME`: breaks the app on purpose, as often as wished, and checks that no answer is lost or doubled.
//   -- --list              the scenarios          --count=1000   how often          --seed=7   the same chances again
// Exit code 0: everything held; 1: something did not, or could not be tried.

import { parseArgs } from "node:util";
import { SCENARIOS } from "@/tests/faults/scenarios";
import { runCommand } from "./run-command";

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: { type: "boolean" }, count: { type: "string" }, seed: { type: "string" } },
  });
  if (values.list || positionals.length === 0) {
    for (const { name, sentence, counted, defaultCount } of SCENARIOS)
      console.log(
        `${name.padEnd(10)} ${sentence}\n${" ".repeat(11)}--count: ${counted}, ${defaultCount} unless told\n`,
      );
    return values.list ? 0 : 1;
  }
  const [name] = positionals;
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (!scenario) {
    console.error(`There is no scenario “${name}”. Known: ${SCENARIOS.map((each) => each.name).join(", ")}.`);
    return 1;
  }
  const count = wholeNumber("count", values.count) ?? scenario.defaultCount;
  const seed = wholeNumber("seed", values.seed) ?? Math.floor(Math.random() * 2 ** 31);
  if (count === 0) throw new Error("--count must be at least 1");
  console.log(`${name}: ${count} ${scenario.counted}, --seed=${seed}`);
  const start = performance.now();
  const summary = await scenario.run({ count, seed, say: (line) => console.log(`  ${line}`) });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(JSON.stringify({ scenario: name, count, seed, seconds, ...summary }, null, 2));
  return 0;
});

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${option} must be a whole number`);
}
