import { getT } from "@/lib/i18n/server";
import type { Coverage } from "@/lib/stats/coverage";

/** How much of some concepts a learner knows: a quiet bar for the eye, and the numbers that it shows. */
export async function CoverageLine({ coverage }: { coverage: Coverage }) {
  const t = await getT("glossary");
  const { concepts, started, mature } = coverage;
  if (started === 0) return <span className="text-note text-ink-2">{t("topics.coverageNone")}</span>;
  return (
    <span className="flex items-center gap-3">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${concepts} 1`}
        preserveAspectRatio="none"
        className="h-1.5 w-24 shrink-0 rounded-full"
      >
        <rect width={concepts} height="1" fill="var(--line)" />
        <rect width={started} height="1" fill="color-mix(in srgb, var(--good) 42%, var(--line))" />
        <rect width={mature} height="1" fill="var(--good)" />
      </svg>
      <span className="text-note text-ink-2 tabular-nums">{t("topics.coverage", { started, mature })}</span>
    </span>
  );
}
