"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { SkillName } from "@/app/_ui/skill-name";
import type { SkillRowView } from "./skills-table";
import { StageMark } from "./stage-mark";

interface SkillRowProps {
  readonly row: SkillRowView;
  readonly busy: boolean;
  /** null: the whole concept is set aside, so there is nothing to do for one card. */
  readonly onSuspend: ((suspended: boolean) => void) | null;
}

/** One skill: how far it has come, when it is asked next, and its switch. */
export function SkillRow({ row, busy, onSuspend }: SkillRowProps) {
  const t = useTranslations("glossary.skills");
  const spoken = useTranslations("common.skillsSpoken");
  const skill = spoken(row.skill);
  return (
    <li className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-line border-b py-1.5 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <span>
        <SkillName skill={row.skill} />
      </span>
      <span className="flex flex-wrap items-center gap-x-2.5 text-small text-ink-2 max-sm:col-start-1">
        <StageMark stage={row.stage} suspended={row.suspended} />
        <span className="text-ink">{t(`stages.${row.suspended ? "suspended" : row.stage}`)}</span>
        {row.stage === "new" ? null : <span>{t("interval", { count: row.intervalDays })}</span>}
        {row.lapses > 0 ? <span>{t("lapses", { count: row.lapses })}</span> : null}
        {row.suspended || row.dueInDays === null ? null : <DueText days={row.dueInDays} />}
      </span>
      {onSuspend === null ? null : (
        <Button
          variant="plain"
          size="small"
          disabled={busy}
          aria-label={t(row.suspended ? "resumeLabel" : "suspendLabel", { skill })}
          onClick={() => onSuspend(!row.suspended)}
          className="-mr-4 max-sm:row-span-2 max-sm:row-start-1 max-sm:col-start-2"
        >
          {t(row.suspended ? "resume" : "suspend")}
        </Button>
      )}
    </li>
  );
}

function DueText({ days }: { days: number }) {
  const t = useTranslations("glossary.skills");
  const text = days === 0 ? t("dueToday") : days === 1 ? t("dueTomorrow") : t("dueIn", { count: days });
  return <span>{t("dueText", { when: text })}</span>;
}
