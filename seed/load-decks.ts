import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Bilingual, ConceptContent } from "@/lib/glossary/concept";
import { conceptSchema, deckFileSchema, topicFileSchema } from "@/lib/glossary/concept-schema";
import { checkConcepts, type DeckIssue } from "@/lib/glossary/deck-check";
import { type FieldPath, parsePart, readYaml, SeedError, type YamlFile } from "./yaml-file";

export interface TopicContent {
  readonly slug: string;
  readonly name: Bilingual;
  /** In learning order. */
  readonly concepts: readonly ConceptContent[];
}

/** A deck as its files say it. */
export interface DeckContent {
  readonly slug: string;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly position: number;
  readonly topics: readonly TopicContent[];
}

/** A concept and where it was written. */
interface Located {
  readonly content: ConceptContent;
  readonly file: YamlFile;
  readonly at: FieldPath;
}

/** Decks with everything that is wrong with them. */
export interface DeckReading {
  /** In order. What could not be read is missing. */
  readonly decks: readonly DeckContent[];
  /** Each with file, line and field. */
  readonly problems: readonly string[];
}

/**
 * Reads and checks all decks: one folder each, with a deck.yaml that lists the topic files beside it.
 *
 * @param alsoCheck further checks on the concepts of all decks
 */
export function readDecks(
  directory: string,
  alsoCheck: (concepts: readonly ConceptContent[]) => DeckIssue[] = () => [],
): DeckReading {
  const problems: string[] = [];
  const located: Located[] = [];
  const folders = readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const decks = folders.sort().flatMap((folder) => readDeck({ directory, folder, problems, located }));
  const concepts = located.map(({ content }) => content);
  problems.push(...[...checkConcepts(concepts), ...alsoCheck(concepts)].flatMap(locate(located)));
  return { decks: decks.sort((a, b) => a.position - b.position), problems };
}

/**
 * As readDecks, for those who need decks without faults.
 *
 * @throws SeedError that names every problem with file, line and field
 */
export function loadDecks(directory: string): DeckContent[] {
  const { decks, problems } = readDecks(directory);
  if (problems.length > 0) throw new SeedError(problems);
  return [...decks];
}

interface Reading {
  readonly directory: string;
  readonly folder: string;
  readonly problems: string[];
  readonly located: Located[];
}

/** One deck, or nothing when its deck.yaml is broken; problems are added to `problems`. */
function readDeck({ directory, folder, problems, located }: Reading): DeckContent[] {
  const shownAs = join(folder, "deck.yaml");
  if (!existsSync(join(directory, shownAs))) {
    problems.push(`${shownAs}: is missing`);
    return [];
  }
  const file = collect(problems, () => readYaml(join(directory, shownAs), shownAs));
  const deck = file && take(problems, parsePart(deckFileSchema, { file, part: file.content, at: [] }));
  if (!file || !deck) return [];
  if (deck.slug !== folder) problems.push(file.problem(["slug"], `must be ${folder}, the name of the folder`));
  const listed = new Set(deck.topics.map((topic) => topic.file));
  for (const name of readdirSync(join(directory, folder))) {
    if (name.endsWith(".yaml") && name !== "deck.yaml" && !listed.has(name)) {
      problems.push(file.problem(["topics"], `must list ${name}, which stands in the folder`));
    }
  }
  const topics = deck.topics.map((topic, index): TopicContent => {
    const path = join(folder, topic.file);
    if (!existsSync(join(directory, path))) {
      problems.push(file.problem(["topics", index, "file"], `names ${topic.file}, which does not exist`));
      return { slug: topic.slug, name: topic.name, concepts: [] };
    }
    const concepts = readTopic({ path: join(directory, path), shownAs: path, problems });
    located.push(...concepts);
    return { slug: topic.slug, name: topic.name, concepts: concepts.map(({ content }) => content) };
  });
  return [{ slug: deck.slug, name: deck.name, description: deck.description, position: deck.position, topics }];
}

function readTopic({ path, shownAs, problems }: { path: string; shownAs: string; problems: string[] }): Located[] {
  const file = collect(problems, () => readYaml(path, shownAs));
  if (!file) return [];
  const entries = take(problems, parsePart(topicFileSchema, { file, part: file.content, at: [] })) ?? [];
  return entries.flatMap((part, index): Located[] => {
    const content = take(problems, parsePart(conceptSchema, { file, part, at: [index] }));
    return content ? [{ content, file, at: [index] }] : [];
  });
}

/** Says where in the files an issue stands. */
function locate(located: readonly Located[]): (issue: DeckIssue) => string[] {
  return ({ concept, path, message }) => {
    const place = located[concept];
    return place ? [place.file.problem([...place.at, ...path], `(${place.content.slug}) ${message}`)] : [];
  };
}

/** The value, or null after its problems have been noted. */
function take<Value>(
  problems: string[],
  part: { readonly value: Value } | { readonly problems: readonly string[] },
): Value | null {
  if ("value" in part) return part.value;
  problems.push(...part.problems);
  return null;
}

function collect<Value>(problems: string[], read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
