import type { ConceptContent, FormulaContent } from "@/lib/glossary/concept";

/** What Concept.content may hold: concepts that were retired under an earlier version are never written again. */
type StoredContent = Omit<ConceptContent, "formula" | "figures"> & {
  /** TeX alone in 0.1.0. */
  readonly formula?: FormulaContent | string;
  /** Missing in 0.1.0. */
  readonly figures?: readonly string[];
};

/** The content of a concept's row. Throws SyntaxError when it is damaged. */
export function parseContent(json: string): ConceptContent {
  const stored: unknown = JSON.parse(json);
  if (typeof stored !== "object" || stored === null) throw new SyntaxError("A concept's content is no object");
  const { formula, figures = [], ...content } = stored as StoredContent;
  return typeof formula === "object" ? { ...content, formula, figures } : { ...content, figures };
}
