import { expect, test } from "vitest";
import { labelInterval } from "@/app/review/_components/interval-label";

test.each([
  [1, "days", 1],
  [30, "days", 30],
  [31, "months", 1],
  [70, "months", 2.3],
  [364, "years", 1],
  [365, "years", 1],
  [400, "years", 1.1],
  [36_500, "years", 99.9],
])("an interval of %i days is written as %s %f", (days, unit, count) => {
  expect(labelInterval(days)).toEqual({ unit, count });
});
