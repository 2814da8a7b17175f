// What names of concepts do to one another: one name for two concepts, and English names in Chinese definitions. Pure.

import type { ConceptContent } from "./concept";
import type { DeckIssue } from "./deck-check";
import { namesOf } from "./text-check";

/** Everything wrong with the names of all concepts together. */
export function namesIssues(concepts: readonly ConceptContent[]): DeckIssue[] {
  const owners = ownersOfNames(concepts);
  return [...homonymIssues(concepts, owners), ...englishIssues(concepts, owners)];
}

/** Indices of the concepts that bear a name, by the name in lower case. */
type Owners = ReadonlyMap<string, readonly number[]>;

function ownersOfNames(concepts: readonly ConceptContent[]): Owners {
  const owners = new Map<string, number[]>();
  for (const [index, concept] of concepts.entries()) {
    for (const name of new Set(namesOf(concept).map(nameKey))) {
      owners.set(name, [...(owners.get(name) ?? []), index]);
    }
  }
  return owners;
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[\s-]+/g, " ");
}

/** A learner who meets a name of two concepts is told of both: each links to the other and says what tells them apart. */
function homonymIssues(concepts: readonly ConceptContent[], owners: Owners): DeckIssue[] {
  return [...owners].flatMap(([name, bearers]) =>
    bearers.flatMap((concept): DeckIssue[] => {
      const content = concepts[concept];
      const others = bearers.flatMap((index) => (index === concept ? [] : (concepts[index] ?? [])));
      if (!content || others.length === 0) return [];
      const slugs = others.map(({ slug }) => slug).join(", ");
      const unlinked = others.find(({ slug }) => !content.confusable.includes(slug));
      return [
        ...(content.homonym
          ? []
          : [{ concept, path: ["homonym"], message: `must tell it from ${slugs}: both are called “${name}”` }]),
        ...(unlinked
          ? [{ concept, path: ["confusable"], message: `must name ${unlinked.slug}, which is called “${name}” too` }]
          : []),
      ];
    }),
  );
}

/** Letters and digits with what joins them inside a word. */
const LATIN_RUN = /[A-Za-z][A-Za-z0-9+.'-]*(?: [A-Za-z0-9][A-Za-z0-9+.'-]*)*/g;

/** A Chinese definition uses the Chinese name where the glossary has one, unless that name contains the English. */
function englishIssues(concepts: readonly ConceptContent[], owners: Owners): DeckIssue[] {
  return concepts.flatMap(({ definition }, concept) =>
    [...definition.zh.matchAll(LATIN_RUN)].flatMap(([run]) =>
      phrasesOf(run).flatMap((phrase): DeckIssue[] => {
        // That the definition must not say its own concept's name is told by the text check.
        const others = (owners.get(nameKey(phrase)) ?? []).filter((index) => index !== concept);
        const named = others.flatMap((index) => concepts[index] ?? []);
        const chinese = named.filter((content) => !chineseNames(content).some((name) => contains(name, phrase)));
        const first = chinese[0];
        if (!first || chinese.length < named.length) return [];
        return [{ concept, path: ["definition", "zh"], message: `says “${phrase}”, which is ${first.zh} in Chinese` }];
      }),
    ),
  );
}

function chineseNames(content: ConceptContent): string[] {
  return [content.zh, ...content.aliases.zh];
}

function contains(name: string, phrase: string): boolean {
  return nameKey(name).includes(nameKey(phrase));
}

/** All runs of whole words inside a run of Latin words, but single letters, which are symbols. */
function phrasesOf(run: string): string[] {
  const words = run.split(" ");
  return words
    .flatMap((_, start) => words.slice(start).map((__, length) => words.slice(start, start + length + 1).join(" ")))
    .filter((phrase) => phrase.length > 1);
}
