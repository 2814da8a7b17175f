import { expect, test } from "vitest";
import type { ConceptId } from "@/lib/srs/types";
import { coverageOf } from "@/lib/stats/coverage";

const concepts = ["a", "b", "c", "d"].map((id) => ({ id: id as ConceptId }));

test("a concept counts as mature from 21 days on, and only those of the topic count", () => {
  const shortest = new Map([
    ["a" as ConceptId, 20],
    ["b" as ConceptId, 21],
    ["elsewhere" as ConceptId, 90],
  ]);
  expect(coverageOf(concepts, shortest)).toEqual({ concepts: 4, started: 2, mature: 1 });
  expect(coverageOf(concepts, new Map())).toEqual({ concepts: 4, started: 0, mature: 0 });
  expect(coverageOf([], shortest)).toEqual({ concepts: 0, started: 0, mature: 0 });
});
