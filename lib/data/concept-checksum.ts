import "server-only";
import { createHash } from "node:crypto";

/** What a concept's row says, but for its id and whether it is retired. */
export interface ConceptColumns {
  readonly slug: string;
  readonly deckId: string;
  readonly topicId: string;
  readonly position: number;
  readonly section: string;
  readonly headline: boolean;
  readonly en: string;
  readonly zh: string;
  readonly content: string;
}

/** sha256 in hexadecimal. The seed writes a concept when this differs from what is stored; the doctor finds damaged ones by it. */
export function conceptChecksum(row: ConceptColumns): string {
  const { slug, deckId, topicId, position, section, headline, en, zh, content } = row;
  const text = JSON.stringify({ slug, deckId, topicId, position, section, headline, en, zh, content });
  return createHash("sha256").update(text).digest("hex");
}
