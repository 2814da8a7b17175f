"use client";

import { useTranslations } from "use-intl";
import type { Skill } from "@/lib/srs/types";

/** "英 → 中": a skill in the reader's language, spoken with words instead of the arrow. */
export function SkillName({ skill }: { skill: Skill }) {
  const t = useTranslations("common");
  return (
    <>
      <span aria-hidden="true">{t(`skills.${skill}`)}</span>
      <span className="sr-only">{t(`skillsSpoken.${skill}`)}</span>
    </>
  );
}
