import type { Metadata } from "next";
import { SiteShell } from "@/app/_ui/site-shell";
import { requireUserOrRedirect } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { getProgress } from "@/lib/data/progress";
import { getSession } from "@/lib/data/study-session";
import { getLocale, getT } from "@/lib/i18n/server";
import { ForecastBars } from "./_components/forecast-bars";
import { HardestList } from "./_components/hardest-list";
import { RetentionLine } from "./_components/retention-line";
import { SkillStages } from "./_components/skill-stages";
import { makeTexts } from "./_components/texts";
import { Tiles } from "./_components/tiles";
import { YearHeatMap } from "./_components/year-heat-map";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("progress");
  return { title: t("title") };
}

/** How far the learner has come. Pictures are drawn on the server; the page needs no script. */
export default async function ProgressPage() {
  const user = await requireUserOrRedirect("/progress");
  const at = { nowMs: nowMs() };
  const [view, session, t, common, locale] = await Promise.all([
    getProgress(user.id, at),
    getSession(user.id, at),
    getT("progress"),
    getT("common"),
    getLocale(),
  ]);
  const texts = makeTexts({ t, common, locale });
  return (
    <SiteShell current="progress">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="font-heading text-title font-medium">{t("title")}</h1>
        <p className="text-note text-ink-2">{t("asOf", { date: texts.day(view.studyDay, "year") })}</p>
      </div>
      <Tiles view={view} left={session.counts} texts={texts} />
      <YearHeatMap weeks={view.heatMap} texts={texts} />
      <div className="grid gap-x-3.5 md:grid-cols-2">
        <ForecastBars days={view.forecast} overdue={view.overdue} texts={texts} />
        <SkillStages skills={view.stages} texts={texts} />
      </div>
      <RetentionLine weeks={view.retention} texts={texts} />
      <HardestList cards={view.hardest} texts={texts} />
    </SiteShell>
  );
}
