import { ClientMessages } from "@/app/_ui/client-messages";
import { nowMs } from "@/lib/clock";
import { type ConceptSkillView, getConceptSkills } from "@/lib/data/concept-skills";
import { getSettings } from "@/lib/data/settings";
import { listSuspensions } from "@/lib/data/suspensions";
import { needsFormula } from "@/lib/glossary/card-skills";
import type { ConceptView } from "@/lib/glossary/concept";
import { getT } from "@/lib/i18n/server";
import { studyDayAt } from "@/lib/srs/study-day";
import type { UserId } from "@/lib/srs/types";
import { stageOf } from "@/lib/stats/stage";
import { SkillsTable } from "./skills-table";

/** How well the learner knows each skill of the concept, and setting aside what should not be asked. */
export async function ConceptSkills({ userId, concept }: { userId: UserId; concept: ConceptView }) {
  const [t, skills, settings, suspensions] = await Promise.all([
    getT("glossary"),
    getConceptSkills(userId, concept.slug),
    getSettings(userId),
    listSuspensions(userId),
  ]);
  const { timeZone, rolloverHour } = settings;
  // Who has not switched formula cards on, and knows none, is not told that they are missing.
  const isShown = ({ skill, dueDay, suspended }: ConceptSkillView) =>
    !needsFormula(skill) || settings.skills.includes(skill) || dueDay !== null || suspended;
  const today = studyDayAt({ instantMs: nowMs(), timeZone, rolloverHour });
  return (
    <section data-print="hide" className="border-line border-t pt-6">
      <h2 className="mb-3 text-small text-ink-2">{t("skills.title")}</h2>
      <ClientMessages namespaces={["glossary"]}>
        <SkillsTable
          learnerId={userId}
          conceptId={concept.id}
          conceptSuspended={suspensions.some((row) => row.conceptId === concept.id && row.cardId === null)}
          rows={skills.filter(isShown).map((skill) => ({
            skill: skill.skill,
            cardId: skill.cardId,
            suspended: skill.suspended,
            intervalDays: skill.intervalDays,
            stage: stageOf(skill.dueDay === null ? null : skill),
            dueInDays: skill.dueDay === null ? null : Math.max(0, skill.dueDay - today),
            lapses: skill.lapses,
          }))}
        />
      </ClientMessages>
    </section>
  );
}
