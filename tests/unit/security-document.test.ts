import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "SECURITY.md"), "utf8");

/** How many items of level 1 and 2 each section of ASVS 5.0.0 has; in every section they come before those of level 3. */
const ITEMS: Readonly<Record<string, number>> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2 },
};

/** "4.4.1 to 4.4.3" and "1.2.6, 1.2.7" as single items. */
function itemsOf(cell: string): string[] {
  return cell.split(", ").flatMap((part) => {
    const [from = "", to] = part.split(" to ");
    const section = from.slice(0, from.lastIndexOf("."));
    const [first, last] = [from, to ?? from].map((item) => Number(item.slice(item.lastIndexOf(".") + 1)));
    if (first === undefined || last === undefined) throw new Error(`Inconsistent: ${part}`);
    return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
  });
}

const rows = [...text.matchAll(/^\| ([\d., to]+) \| [12, ]+ \| ([^|]+) \| ([^|]+) \|$/gm)];

test("every item of level 1 and 2 has one row", () => {
  const expected = Object.entries(ITEMS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(expected).toHaveLength(253);
  const listed = rows.flatMap(([, cell = ""]) => itemsOf(cell));
  expect([...listed].sort()).toEqual([...expected].sort());
});

test("every file that it names is there", () => {
  const paths = [...text.matchAll(/`([\w.[\]-]+(?:\/[\w.[\]-]+)+|[\w-]+\.(?:json|js|ts|md))`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("every row says how it stands", () => {
  const states = rows.map(([, , , state = ""]) => state);
  expect(
    states.filter((state) => !/^(Met|Not met|Partly|Operator|Not applicable|Level 1 met|Taken as)/.test(state)),
  ).toEqual([]);
});
