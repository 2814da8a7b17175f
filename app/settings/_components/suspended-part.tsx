import { listFormulaConcepts } from "@/lib/data/formula-concepts";
import { listConcepts } from "@/lib/data/glossary";
import { listSuspensions, type SuspensionView } from "@/lib/data/suspensions";
import { needsFormula } from "@/lib/glossary/card-skills";
import type { ConceptSummary } from "@/lib/glossary/concept";
import { getT } from "@/lib/i18n/server";
import { SKILLS, type UserId } from "@/lib/srs/types";
import { Part } from "./part";
import { SuspendedList, type SuspendedRow } from "./suspended-list";

/** What the learner has set aside. A card whose formula has been withdrawn does not stand here, like a concept that has been. */
export async function SuspendedPart({ userId }: { userId: UserId }) {
  const [t, suspensions, concepts, formulaConcepts] = await Promise.all([
    getT("settings"),
    listSuspensions(userId),
    listConcepts(),
    listFormulaConcepts(),
  ]);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return (
    <Part id="suspended" title={t("suspended.title")}>
      <SuspendedList
        rows={suspensions
          .flatMap((row) => rowOf(row, byId.get(row.conceptId)))
          .filter(({ skill, conceptId }) => skill === null || !needsFormula(skill) || formulaConcepts.has(conceptId))}
        learnerId={userId}
      />
    </Part>
  );
}

/** Nothing for a concept that has been withdrawn: nobody is asked about it anyway. */
function rowOf({ conceptId, cardId }: SuspensionView, concept: ConceptSummary | undefined): SuspendedRow[] {
  if (concept === undefined) return [];
  const { slug, en, zh } = concept;
  const skill = cardId === null ? null : (SKILLS.find((candidate) => cardId === `${conceptId}.${candidate}`) ?? null);
  return [{ conceptId, cardId, skill, concept: { slug, en, zh } }];
}
