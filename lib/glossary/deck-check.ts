// What makes a glossary wrong although its files have the right shape: links, names, texts that give their own answer away. Pure.

import type { ConceptContent } from "./concept";
import { formulaIssues } from "./formula-check";
import { namesIssues } from "./names-check";
import { textIssues } from "./text-check";

/** Something a person must mend. */
export interface DeckIssue {
  /** Index into the concepts that were checked. */
  readonly concept: number;
  /** Where in the concept, e.g. ["definition", "zh"]. */
  readonly path: readonly (string | number)[];
  /** A sentence without a subject: "must …". */
  readonly message: string;
}

/** Everything wrong with the concepts of all decks together; empty when all is well. */
export function checkConcepts(concepts: readonly ConceptContent[]): DeckIssue[] {
  const indexOf = new Map(concepts.map(({ slug }, index) => [slug, index]));
  return [
    ...concepts.flatMap((content, concept) =>
      [...textIssues(content), ...formulaIssues(content)].map((issue) => ({ concept, ...issue })),
    ),
    ...duplicateIssues(concepts),
    ...namesIssues(concepts),
    ...linkIssues(concepts, indexOf),
    ...cycleIssues(concepts, indexOf),
  ];
}

/** Two concepts with one slug, or with one name to teach in one language: a card could not say which it asks for. */
function duplicateIssues(concepts: readonly ConceptContent[]): DeckIssue[] {
  return (["slug", "en", "zh"] as const).flatMap((field) => {
    const seen = new Map<string, string>();
    return concepts.flatMap((content, concept) => {
      const key = content[field].toLowerCase();
      const first = seen.get(key);
      if (first === undefined) seen.set(key, content.slug);
      return first === undefined ? [] : [{ concept, path: [field], message: `is already the ${field} of ${first}` }];
    });
  });
}

function linkIssues(concepts: readonly ConceptContent[], indexOf: ReadonlyMap<string, number>): DeckIssue[] {
  return concepts.flatMap((content, concept) =>
    (["confusable", "prerequisites"] as const).flatMap((field) =>
      content[field].flatMap((target, position): DeckIssue[] => {
        const issue = (message: string) => [{ concept, path: [field, position], message }];
        const other = concepts[indexOf.get(target) ?? -1];
        if (target === content.slug) return issue("must not name the concept itself");
        if (content[field].indexOf(target) !== position) return issue(`names ${target} twice`);
        if (!other) return issue(`names ${target}, which no deck has`);
        if (field === "confusable" && !other.confusable.includes(content.slug)) {
          return issue(`names ${target}, which does not name ${content.slug} in return`);
        }
        return [];
      }),
    ),
  );
}

/** Prerequisites that lead back to where they started. Each cycle is told once, at the concept through which it was entered. */
function cycleIssues(concepts: readonly ConceptContent[], indexOf: ReadonlyMap<string, number>): DeckIssue[] {
  const issues: DeckIssue[] = [];
  const done = new Set<number>();
  for (const start of concepts.keys()) {
    // Depth first without recursion: a chain of ten thousand concepts must not overflow the stack.
    const path: { concept: number; next: number }[] = [{ concept: start, next: 0 }];
    const onPath = new Set([start]);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const target = concepts[step.concept]?.prerequisites[step.next];
      if (target === undefined || done.has(step.concept)) {
        done.add(step.concept);
        onPath.delete(step.concept);
        path.pop();
        continue;
      }
      step.next += 1;
      const concept = indexOf.get(target);
      if (concept === undefined || concept === step.concept || done.has(concept)) continue;
      if (onPath.has(concept)) {
        issues.push({
          concept: step.concept,
          path: ["prerequisites", step.next - 1],
          message: `leads back to this concept through ${target}`,
        });
        continue;
      }
      onPath.add(concept);
      path.push({ concept, next: 0 });
    }
  }
  return issues;
}
