import { expect, test } from "vitest";
import { rungsOf } from "@/lib/data/new-cards";
import { GENERAL_SKILLS, SKILLS } from "@/lib/srs/types";

test("with all six skills one opens from every set that is neither empty nor whole, its predecessor passed", () => {
  const rungs = rungsOf(SKILLS);
  expect(rungs.map(({ started }) => started)).toEqual(Array.from({ length: 62 }, (_, index) => index + 1));
  expect(rungs.find(({ started }) => started === 0b001111)).toEqual({
    ...{ started: 15, skill: "formula-term", anchor: "definition-term", mustBePassed: true },
  });
  expect(rungs.find(({ started }) => started === 0b011111)).toMatchObject({ skill: "term-formula" });
});

test("with the four the ladder ends after four, also where formula cards were started once", () => {
  const rungs = rungsOf(GENERAL_SKILLS);
  expect(rungs.filter(({ started }) => (started & 15) === 15)).toEqual([]);
  expect(rungs.find(({ started }) => started === 0b010000)).toEqual({
    ...{ started: 16, skill: "en-zh", anchor: "formula-term", mustBePassed: false },
  });
});

test("with the two of formulas the first opens at once, whatever was started below", () => {
  expect(rungsOf(["formula-term", "term-formula"]).slice(0, 2)).toEqual([
    { started: 1, skill: "formula-term", anchor: "en-zh", mustBePassed: false },
    { started: 2, skill: "formula-term", anchor: "term-definition", mustBePassed: false },
  ]);
});
