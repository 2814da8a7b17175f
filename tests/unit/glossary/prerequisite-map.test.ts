import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type GraphConcept,
  type MapRow,
  makeConceptGraph,
  type PrerequisiteMap,
  prerequisiteMap,
  ROW_MAX,
} from "@/lib/glossary/prerequisite-map";

/** Concepts in learning order: "c: a b" builds on a and b. */
function graphOf(...lines: string[]) {
  return makeConceptGraph(
    lines.map((line): GraphConcept => {
      const [slug = "", prerequisites = ""] = line.split(":");
      return { slug, en: slug, zh: slug, prerequisites: prerequisites.split(" ").filter((name) => name !== "") };
    }),
  );
}

const slugs = (row: MapRow) => row.shown.map(({ slug }) => slug).join(" ");
const cut = (row: MapRow) => row.more.map(({ slug }) => slug).join(" ");
function shown(map: PrerequisiteMap | null) {
  return map && { earlier: slugs(map.earlier), before: slugs(map.before), after: slugs(map.after) };
}

describe("the rows", () => {
  test("are two levels before and one after, each in learning order", () => {
    const graph = graphOf("x", "y", "b: y x", "a: x", "self: a b", "q: self", "p: q self", "far: q");
    const map = prerequisiteMap(graph, "self");
    expect(shown(map)).toEqual({ earlier: "x y", before: "b a", after: "q p" });
    expect(map?.arrows).toEqual([
      { from: 0, to: 0 },
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ]);
  });

  test("put a prerequisite above another one that builds on it", () => {
    const map = prerequisiteMap(graphOf("a", "b: a", "self: a b"), "self");
    expect(shown(map)).toEqual({ earlier: "a", before: "b", after: "" });
    expect(map?.arrows).toEqual([{ from: 0, to: 0 }]);
  });

  test("are none for a concept that stands alone or does not exist", () => {
    const graph = graphOf("a", "b: nowhere");
    expect(prerequisiteMap(graph, "a")).toBeNull();
    expect(prerequisiteMap(graph, "b")).toBeNull();
    expect(prerequisiteMap(graph, "nowhere")).toBeNull();
  });
});

describe("a row that is too long", () => {
  test("keeps what is learned first and tells the rest", () => {
    const map = prerequisiteMap(
      graphOf("self", "e: self", "d: self", "c: self", "b: self", "a: self", "z: self"),
      "self",
    );
    expect([map && slugs(map.after), map && cut(map.after)]).toEqual(["e d c b", "a z"]);
  });

  test("never hides what the concept names itself behind what it does not", () => {
    const map = prerequisiteMap(graphOf("u", "v", "w", "x", "a", "b: u v w x a", "self: a b"), "self");
    expect([map && slugs(map.earlier), map && cut(map.earlier)]).toEqual(["u v w a", "x"]);
  });
});

describe("prerequisites in a circle", () => {
  test("of two", () => {
    expect(shown(prerequisiteMap(graphOf("a: self", "self: a"), "self"))).toEqual({
      earlier: "",
      before: "a",
      after: "",
    });
  });
  test("of two that a third names", () => {
    const map = prerequisiteMap(graphOf("a: b", "b: a", "self: a b"), "self");
    expect(shown(map)).toEqual({ earlier: "", before: "a b", after: "" });
  });
  test("of three", () => {
    const map = prerequisiteMap(graphOf("a: c", "b: a", "c: b"), "b");
    expect(shown(map)).toEqual({ earlier: "c", before: "a", after: "" });
  });
  test("of one", () => {
    expect(prerequisiteMap(graphOf("self: self"), "self")).toBeNull();
  });
});

test("whatever the prerequisites: nobody stands twice, every direct link is there, rows are short and in order", () => {
  const names = [..."abcdefgh"];
  const links = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 30 });
  fc.assert(
    fc.property(links, fc.constantFrom(...names), (pairs, slug) => {
      const namedBy = (name: string) => pairs.filter(([from]) => from === name).map(([, to]) => to);
      const map = prerequisiteMap(graphOf(...names.map((name) => `${name}: ${namedBy(name).join(" ")}`)), slug);
      const direct = new Set(namedBy(slug).filter((name) => name !== slug));
      const opened = new Set(pairs.filter(([from, to]) => to === slug && from !== slug).map(([from]) => from));
      if (map === null) {
        expect(direct.size + opened.size).toBe(0);
        return;
      }
      const rows = [map.earlier, map.before, map.after].map((row) =>
        [...row.shown, ...row.more].map((link) => link.slug),
      );
      const all = rows.flat();
      expect(new Set([slug, ...all]).size).toBe(all.length + 1);
      const [earlier = [], before = [], after = []] = rows;
      expect([...direct].filter((name) => !before.includes(name) && !earlier.includes(name))).toEqual([]);
      expect([...opened].filter((name) => !all.includes(name))).toEqual([]);
      expect(after.filter((name) => !opened.has(name))).toEqual([]);
      for (const { shown, more } of [map.earlier, map.before, map.after]) {
        expect(shown.length).toBeLessThanOrEqual(ROW_MAX);
        if (shown.length < ROW_MAX) expect(more).toEqual([]);
        expect(shown.map((link) => link.slug)).toEqual(shown.map((link) => link.slug).sort());
      }
      for (const { from, to } of map.arrows) {
        expect(namedBy(map.before.shown[to]?.slug ?? "")).toContain(map.earlier.shown[from]?.slug);
      }
    }),
  );
});
