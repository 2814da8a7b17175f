// `npm run glossary:check`: lists everything that is wrong with the texts of the built-in decks, with file, line and field. With an argument
// only what concerns files whose name contains it. Exit code 0: nothing is wrong; 1 otherwise.

import { fileURLToPath } from "node:url";
import { figureIssues, figureProblems } from "@/seed/figure-check";
import { readDecks } from "@/seed/load-decks";
import { pinyinIssues } from "@/seed/pinyin-check";
import { runCommand } from "./run-command";

const DECKS_FOLDER = fileURLToPath(new URL("../seed/decks", import.meta.url));

await runCommand(async () => {
  const [part = ""] = process.argv.slice(2);
  const { decks, problems } = readDecks(DECKS_FOLDER, (concepts) => [
    ...pinyinIssues(concepts),
    ...figureIssues(concepts),
  ]);
  const concepts = decks.flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
  const shown = [...problems, ...figureProblems(concepts)].filter((problem) => problem.split(":")[0]?.includes(part));
  for (const problem of shown) console.log(problem);
  console.log(`${concepts.length} concepts in ${decks.length} decks: ${shown.length} problems.`);
  return shown.length === 0 ? 0 : 1;
});
