// `npm run glossary:check`: lists everything that is wrong with the texts of the built-in decks, with file, line and field. With an argument
// only what concerns files whose name contains it. Exit code 0: nothing is wrong; 1 otherwise.

import { fileURLToPath } from "node:url";
import { checkGlossary } from "@/seed/check-glossary";
import { runCommand } from "./run-command";

const DECKS_FOLDER = fileURLToPath(new URL("../seed/decks", import.meta.url));

await runCommand(async () => {
  const [part = ""] = process.argv.slice(2);
  const { decks, problems } = checkGlossary(DECKS_FOLDER);
  const shown = problems.filter((problem) => problem.split(":")[0]?.includes(part));
  for (const problem of shown) console.log(problem);
  const counts = decks.map(({ slug, topics }) => `${topics.flatMap((topic) => topic.concepts).length} in ${slug}`);
  console.log(`${counts.join(", ")}: ${shown.length} problems.`);
  return shown.length === 0 ? 0 : 1;
});
