// The shape of the seed's files: seed/decks/<deck>/deck.yaml and the topic files that it lists. Pure; what the texts may say is checked
// in deck-check.ts.

import { z } from "zod";
import { type ConceptContent, SECTIONS } from "./concept";

const text = z.string().trim().min(1, "must not be empty");
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be small letters and digits with hyphens between them");
const bilingual = z.strictObject({ zh: text, en: text });
const names = z.array(text);
const formula = z.strictObject({
  tex: text,
  reading: bilingual,
  symbols: z.array(z.strictObject({ tex: text, zh: text, en: text })).min(1, "must explain at least one symbol"),
});

/** One concept of a topic file. What may be left out is empty in the result. */
export const conceptSchema = z
  .strictObject({
    slug,
    section: z.enum(SECTIONS),
    headline: z.boolean().default(false),
    en: text,
    zh: text,
    pinyin: text,
    abbreviations: names.default([]),
    aliases: z.strictObject({ en: names.default([]), zh: names.default([]) }).default({ en: [], zh: [] }),
    definition: bilingual,
    plain: bilingual,
    example: bilingual.exactOptional(),
    formula: formula.exactOptional(),
    figures: z.array(slug).default([]),
    confusable: z.array(slug).default([]),
    prerequisites: z.array(slug).default([]),
    homonym: bilingual.exactOptional(),
    erratum: bilingual.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ConceptContent>;

/** A topic file. */
export const topicFileSchema = z.array(z.unknown()).min(1, "must list at least one concept");

/** deck.yaml. */
export const deckFileSchema = z.strictObject({
  slug,
  name: bilingual,
  description: bilingual,
  /** Decks are listed in this order. */
  position: z.int().min(0),
  /** In learning order. */
  topics: z
    .array(
      z.strictObject({
        file: z.string().regex(/^[\w-]+\.yaml$/, "must be the name of a .yaml file beside deck.yaml"),
        slug,
        name: bilingual,
      }),
    )
    .min(1, "must list at least one topic")
    .refine(
      (topics) => new Set(topics.map((topic) => topic.slug)).size === topics.length,
      "must not have two topics with one slug",
    )
    .refine(
      (topics) => new Set(topics.map((topic) => topic.file)).size === topics.length,
      "must not list a file twice",
    ),
});
