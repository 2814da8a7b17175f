// The built-in decks: `npm run glossary:check` has nothing to list.

import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkGlossary } from "@/seed/check-glossary";

const DECKS = fileURLToPath(new URL("../../seed/decks", import.meta.url));
const { decks, problems } = checkGlossary(DECKS);

test("nothing is wrong with any concept or figure", () => {
  expect(problems).toEqual([]);
});

test("the core deck comes first", () => {
  expect(decks[0]?.slug).toBe("core");
});
