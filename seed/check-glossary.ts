import { similarityIssues } from "@/lib/glossary/similarity-check";
import { figureIssues, figureProblems } from "./figure-check";
import { type DeckReading, readDecks } from "./load-decks";
import { pinyinIssues } from "./pinyin-check";

/** All decks with everything that is wrong with their texts, also what does not keep a database from being seeded. */
export function checkGlossary(directory: string): DeckReading {
  const { decks, problems } = readDecks(directory, (concepts) => [
    ...similarityIssues(concepts),
    ...pinyinIssues(concepts),
    ...figureIssues(concepts),
  ]);
  const concepts = decks.flatMap(({ topics }) => topics.flatMap((topic) => topic.concepts));
  return { decks, problems: [...problems, ...figureProblems(concepts)] };
}
