import { expect, test } from "vitest";
import { breadcrumbList, definedTerm, serializeJsonLd } from "@/app/glossary/_components/structured-data";

const place = { origin: "https://words.example", locale: "en" } as const;
const concept = {
  slug: "iou",
  en: "IoU",
  zh: "交并比",
  abbreviations: ["IoU"],
  aliases: { en: ["Jaccard index"], zh: ["F1", "F1"] },
  definition: { zh: "释义。", en: "Meaning </script><script>alert(1)</script> <!-- " },
};

test("nothing in a text ends the element that it stands in", () => {
  const json = serializeJsonLd([definedTerm(concept, { name: { zh: "词表", en: "Deck" } }, place)]);
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toMatchObject({ "@context": "https://schema.org", description: concept.definition.en });
});

test("the other names are each said once, and not the name itself", () => {
  const term = definedTerm(concept, { name: { zh: "词表", en: "Deck" } }, place);
  expect(term.alternateName).toEqual(["交并比", "Jaccard index", "F1"]);
});

test("several things become one graph", () => {
  const json = serializeJsonLd([breadcrumbList([], place), breadcrumbList([{ name: "a", path: "/glossary" }], place)]);
  expect(JSON.parse(json)["@graph"]).toHaveLength(2);
});
