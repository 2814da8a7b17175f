import type Database from "better-sqlite3";
import { skillsOf } from "@/lib/glossary/card-skills";
import { inserter } from "./insert-rows";
import { madeUpConcept } from "./large-glossary";

/** Not the built-in deck's id, which a seed would fill. */
export const BENCH_DECK = "bench";

export function conceptIdOf(number: number): string {
  return `${BENCH_DECK}.concept-${number}`;
}

/** One deck of one topic with so many concepts and their cards. */
export function writeGlossary(database: Database.Database, concepts: number): void {
  const topicId = `${BENCH_DECK}.all`;
  const deck = {
    nameZh: "大词表",
    nameEn: "Large glossary",
    descriptionZh: "",
    descriptionEn: "",
    position: 0,
    retiredAt: null,
  };
  inserter(database, "Deck")({ id: BENCH_DECK, ...deck });
  inserter(
    database,
    "Topic",
  )({ id: topicId, deckId: BENCH_DECK, slug: "all", nameZh: "全部", nameEn: "All", position: 0 });
  inserter(database, "Meta")({ key: "glossary-version", value: "bench" });
  const insertConcept = inserter(database, "Concept");
  const insertCard = inserter(database, "Card");
  for (let number = 0; number < concepts; number += 1) {
    const content = madeUpConcept(number);
    const { slug, section, en, zh } = content;
    const id = conceptIdOf(number);
    const row = {
      id,
      slug,
      deckId: BENCH_DECK,
      topicId,
      section,
      headline: Number(content.headline),
      position: number,
      en,
      zh,
    };
    insertConcept({ ...row, content: JSON.stringify(content), checksum: slug, retiredAt: null });
    for (const skill of skillsOf(content)) insertCard({ id: `${id}.${skill}`, conceptId: id, skill });
  }
}
