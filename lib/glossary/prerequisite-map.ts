// What to know before a concept and what it opens, as rows of boxes with arrows from row to row. Pure; the screen draws it.

import type { ConceptLink } from "./concept";

/** A concept with what it builds on. */
export interface GraphConcept extends ConceptLink {
  /** Slugs; those of concepts that are not there count for nothing. */
  readonly prerequisites: readonly string[];
}

interface Node extends ConceptLink {
  /** In learning order. */
  readonly place: number;
  readonly prerequisites: readonly Node[];
  readonly opens: readonly Node[];
}

/** All concepts by slug, linked both ways. */
export type ConceptGraph = ReadonlyMap<string, Node>;

/** @param concepts of all decks, in learning order */
export function makeConceptGraph(concepts: readonly GraphConcept[]): ConceptGraph {
  const nodes = new Map(
    concepts.map(({ slug, en, zh }, place) => {
      const [prerequisites, opens]: [Node[], Node[]] = [[], []];
      return [slug, { slug, en, zh, place, prerequisites, opens }];
    }),
  );
  for (const { slug, prerequisites } of concepts) {
    const node = nodes.get(slug);
    for (const name of new Set(prerequisites)) {
      const before = nodes.get(name);
      if (node === undefined || before === undefined || before === node) continue;
      node.prerequisites.push(before);
      before.opens.push(node);
    }
  }
  return nodes;
}

/** One row, in learning order. */
export interface MapRow {
  readonly shown: readonly ConceptLink[];
  /** What there was no room for. */
  readonly more: readonly ConceptLink[];
}

/** An arrow from a box of the earlier row to one of the row before the concept, by their places in `shown`. */
export interface MapArrow {
  readonly from: number;
  readonly to: number;
}

export interface PrerequisiteMap {
  /** What the row below builds on; also what the concept names itself when something below builds on it as well. */
  readonly earlier: MapRow;
  /** What the concept builds on directly. */
  readonly before: MapRow;
  /** What builds on the concept directly. */
  readonly after: MapRow;
  readonly arrows: readonly MapArrow[];
}

/** More boxes beside each other could not be read on the width of a page. */
export const ROW_MAX = 4;

/**
 * The map around a concept; null when there is nothing before it and nothing after it, or no such concept. Nobody stands in it twice, also
 * when prerequisites run in a circle: the row nearest to the concept wins, and of those before and after the one before.
 */
export function prerequisiteMap(graph: ConceptGraph, slug: string): PrerequisiteMap | null {
  const self = graph.get(slug);
  if (self === undefined) return null;
  const direct = new Set(self.prerequisites);
  const isBuiltOn = (node: Node, by: Iterable<Node>) => [...by].some((other) => other.prerequisites.includes(node));
  // What another one of the same row builds on is learned before it, so it goes one row up; its own arrow would say nothing more. Only if
  // that other one stays, or the two would pull each other up.
  const liftable = new Set([...direct].filter((node) => isBuiltOn(node, direct)));
  const staying = [...direct].filter((node) => !liftable.has(node));
  const lifted = new Set([...liftable].filter((node) => isBuiltOn(node, staying)));
  const before = rowOf([...direct].filter((node) => !lifted.has(node)));
  const further = before.nodes
    .flatMap((node) => node.prerequisites)
    .filter((node) => node !== self && !direct.has(node));
  // Those that the concept names itself must not be the ones that are cut.
  const earlier = rowOf([...lifted, ...further], { first: lifted });
  const above = new Set([self, ...before.nodes, ...before.rest, ...earlier.nodes, ...earlier.rest]);
  const after = rowOf(self.opens.filter((node) => !above.has(node)));
  if (before.nodes.length + after.nodes.length === 0) return null;
  const arrows = earlier.nodes.flatMap((node, from) =>
    before.nodes.flatMap((other, to) => (other.prerequisites.includes(node) ? [{ from, to }] : [])),
  );
  return { earlier: linksOf(earlier), before: linksOf(before), after: linksOf(after), arrows };
}

interface Row {
  readonly nodes: readonly Node[];
  readonly rest: readonly Node[];
}

/** Cut to what a row holds: `first` before all others, then whoever is learned first. */
function rowOf(candidates: readonly Node[], { first = new Set<Node>() }: { first?: ReadonlySet<Node> } = {}): Row {
  const inOrder = [...new Set(candidates)].sort((one, other) => one.place - other.place);
  const byWeight = [...new Set([...inOrder.filter((node) => first.has(node)), ...inOrder])];
  const chosen = new Set(byWeight.slice(0, ROW_MAX));
  return { nodes: inOrder.filter((node) => chosen.has(node)), rest: inOrder.filter((node) => !chosen.has(node)) };
}

function linksOf({ nodes, rest }: Row): MapRow {
  const link = ({ slug, en, zh }: Node): ConceptLink => ({ slug, en, zh });
  return { shown: nodes.map(link), more: rest.map(link) };
}
