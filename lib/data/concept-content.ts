import type { ConceptContent, FormulaContent } from "@/lib/glossary/concept";

/** What Concept.content may hold: concepts that were retired under an earlier version are never written again. */
type StoredContent = Omit<ConceptContent, "formula" | "figures"> & {
  /** TeX alone before 0.2. */
  readonly formula?: FormulaContent | string;
  /** Missing before 0.2. */
  readonly figures?: readonly string[];
};

/** The content of a concept's row. */
export function parseContent(json: string): ConceptContent {
  const { formula, figures = [], ...content } = JSON.parse(json) as StoredContent;
  return typeof formula === "object" ? { ...content, formula, figures } : { ...content, figures };
}
