import "server-only";
import type { ConceptContent, ConceptLink, ConceptView } from "@/lib/glossary/concept";
import { formulaView } from "@/lib/glossary/formula";
import type { ConceptId } from "@/lib/srs/types";
import { db } from "./client";
import { parseContent } from "./concept-content";
import { Prisma } from "./generated/sqlite/client";
import { perGlossaryVersion } from "./glossary-version";

interface ConceptRow {
  readonly id: ConceptId;
  readonly deckId: string;
  readonly content: string;
  readonly topicId: string;
  readonly topicSlug: string;
  readonly topicZh: string;
  readonly topicEn: string;
}

/** Views made before, formulas rendered and links resolved. A view is about 4 KB. */
const keptViews = perGlossaryVersion(() => new Map<ConceptId, ConceptView>());
const KEPT_LIMIT = 20_000;

/** Concepts with everything that a screen shows, retired ones too, in the order asked for; those that do not exist are left out. */
export async function getConceptViews(
  conceptIds: readonly ConceptId[],
  version?: string | null,
): Promise<ConceptView[]> {
  const kept = await keptViews(version);
  const missing = conceptIds.filter((id) => !kept.has(id));
  const made = new Map((missing.length > 0 ? await makeViews(missing) : []).map((view) => [view.id, view]));
  const views = conceptIds.flatMap((id) => kept.get(id) ?? made.get(id) ?? []);
  if (kept.size + made.size > KEPT_LIMIT) kept.clear();
  for (const [id, view] of made) kept.set(id, view);
  return views;
}

async function makeViews(ids: readonly ConceptId[]): Promise<ConceptView[]> {
  const rows = await db().$queryRaw<ConceptRow[]>`
    SELECT c."id", c."deckId", c."content", t."id" AS "topicId", t."slug" AS "topicSlug", t."nameZh" AS "topicZh", t."nameEn" AS "topicEn"
    FROM "Concept" c JOIN "Topic" t ON t."id" = c."topicId"
    WHERE c."id" IN (${Prisma.join([...ids])})`;
  const contents = rows.map((row) => ({ row, content: parseContent(row.content) }));
  const slugs = contents.flatMap(({ content }) => [...content.confusable, ...content.prerequisites]);
  const links = await resolveLinks([...new Set(slugs)]);
  return contents.map(({ row, content }) => viewOf(row, content, links));
}

function viewOf(row: ConceptRow, content: ConceptContent, links: ReadonlyMap<string, ConceptLink>): ConceptView {
  const linked = (slugs: readonly string[]) => slugs.flatMap((slug) => links.get(slug) ?? []);
  return {
    ...content,
    id: row.id,
    deckId: row.deckId,
    topic: { id: row.topicId, slug: row.topicSlug, name: { zh: row.topicZh, en: row.topicEn } },
    formula: content.formula === undefined ? null : formulaView(content.formula, content),
    confusable: linked(content.confusable),
    prerequisites: linked(content.prerequisites),
  };
}

async function resolveLinks(slugs: readonly string[]): Promise<Map<string, ConceptLink>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().$queryRaw<ConceptLink[]>`
    SELECT "slug", "en", "zh" FROM "Concept" WHERE "slug" IN (${Prisma.join([...slugs])}) AND "retiredAt" IS NULL`;
  return new Map(rows.map((row) => [row.slug, row]));
}
