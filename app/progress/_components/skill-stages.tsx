import type { SkillStages as StagesOfSkill } from "@/lib/data/progress";
import type { Stage } from "@/lib/stats/stage";
import { NothingYet, Panel } from "./panel";
import { TableTwin } from "./table-twin";
import type { Texts } from "./texts";

/** From the left: what is safest first. */
const ORDER: readonly Stage[] = ["mature", "young", "learning", "new"];

const FILLS: Readonly<Record<Stage, string>> = {
  mature: "var(--good)",
  young: "color-mix(in srgb, var(--good) 58%, var(--sunken))",
  learning: "color-mix(in srgb, var(--good) 28%, var(--sunken))",
  new: "var(--sunken)",
};

/** How far each way of knowing has come. */
export function SkillStages({ skills, texts }: { skills: readonly StagesOfSkill[]; texts: Texts }) {
  const { t } = texts;
  if (skills.every((row) => totalOf(row) === 0)) {
    return (
      <Panel id="stages" title={t("stages.title")}>
        <NothingYet>{t("stages.empty")}</NothingYet>
      </Panel>
    );
  }
  return (
    <Panel id="stages" title={t("stages.title")} note={t("stages.note")}>
      <ul className="grid gap-3">
        {skills.map((row) => (
          <SkillBar key={row.skill} row={row} texts={texts} />
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2">
        {ORDER.map((stage) => (
          <span key={stage} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" width="12" height="12">
              <rect x="0.5" y="0.5" width="11" height="11" rx="3" fill={FILLS[stage]} stroke="var(--line)" />
            </svg>
            {t(`stages.${stage}`)}
          </span>
        ))}
      </p>
      <TableTwin
        summary={t("showTable")}
        caption={t("stages.title")}
        columns={[t("stages.skill"), ...ORDER.map((stage) => t(`stages.${stage}`))]}
        rows={skills.map((row) => ({
          key: row.skill,
          cells: [texts.skill(row.skill), ...ORDER.map((stage) => texts.number(row[stage]))],
        }))}
      />
    </Panel>
  );
}

function SkillBar({ row, texts }: { row: StagesOfSkill; texts: Texts }) {
  const { t } = texts;
  const all = totalOf(row);
  const name = texts.skill(row.skill);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5 text-small">
      <span>
        {name}
        {row.enabled ? null : <span className="text-note text-ink-2"> · {t("stages.disabled")}</span>}
      </span>
      <span className="text-note text-ink-2 tabular-nums">{t("stages.started", { started: all - row.new, all })}</span>
      <svg
        role="img"
        aria-label={t("stages.picture", {
          skill: name,
          mature: row.mature,
          young: row.young,
          learning: row.learning,
          new: row.new,
        })}
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        className="col-span-2 h-3.5 w-full rounded-full"
      >
        {partsOf(row).map((part) => (
          <rect key={part.stage} x={part.x} width={part.width} height="10" fill={FILLS[part.stage]}>
            <title>{`${t(`stages.${part.stage}`)} ${texts.number(row[part.stage])}`}</title>
          </rect>
        ))}
      </svg>
    </li>
  );
}

/** The stages end to end, in thousandths of the bar. */
function partsOf(row: StagesOfSkill) {
  const all = Math.max(1, totalOf(row));
  return ORDER.map((stage, index) => {
    const before = ORDER.slice(0, index).reduce((sum, earlier) => sum + row[earlier], 0);
    return { stage, x: (1000 * before) / all, width: (1000 * row[stage]) / all };
  });
}

function totalOf(row: StagesOfSkill): number {
  return ORDER.reduce((sum, stage) => sum + row[stage], 0);
}
