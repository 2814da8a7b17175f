"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { sendJson } from "@/app/_ui/send-json";
import { SkillName } from "@/app/_ui/skill-name";
import { TermText } from "@/app/_ui/term-text";
import { useFailureText } from "@/app/_ui/use-json-form";
import type { ConceptLink } from "@/lib/glossary/concept";
import type { CardId, ConceptId, Skill } from "@/lib/srs/types";

/** A card, or with `skill` null a whole concept, that is set aside. */
export interface SuspendedRow {
  readonly conceptId: ConceptId;
  readonly cardId: CardId | null;
  readonly skill: Skill | null;
  readonly concept: ConceptLink;
}

/** Everything that is set aside, each with the way back. */
export function SuspendedList({ rows, learnerId }: { rows: readonly SuspendedRow[]; learnerId: string }) {
  const t = useTranslations("settings.suspended");
  const failureText = useFailureText();
  const router = useRouter();
  const [sending, setSending] = useState<SuspendedRow | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refreshing, startRefresh] = useTransition();
  const resume = async (row: SuspendedRow) => {
    setSending(row);
    const { conceptId, cardId } = row;
    const outcome = await sendJson("/api/suspensions", {
      method: "POST",
      body: { conceptId, cardId, suspended: false },
      learnerId,
    });
    setSending(null);
    setProblem(outcome.ok ? null : failureText(outcome));
    if (outcome.ok) startRefresh(() => router.refresh());
  };
  if (rows.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-note text-ink-2">{t("hint", { count: rows.length })}</p>
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <ul className="border-line border-t">
        {rows.map((row) => (
          <li
            key={`${row.conceptId} ${row.cardId ?? ""}`}
            className="flex min-h-14 items-center justify-between gap-4 border-line border-b py-1.5"
          >
            <span className="min-w-0">
              <Link
                href={`/glossary/${row.concept.slug}`}
                prefetch={false}
                className="mr-3 no-underline hover:text-accent"
              >
                <TermText lang="en" text={row.concept.en} className="mr-2" />
                <TermText lang="zh" text={row.concept.zh} className="text-ink-2" />
              </Link>
              <span className="text-small whitespace-nowrap text-ink-2">
                {row.skill === null ? t("whole") : <SkillName skill={row.skill} />}
              </span>
            </span>
            <Button
              size="small"
              busy={sending === row}
              disabled={sending !== null || refreshing}
              aria-label={t("resumeLabel", { name: `${row.concept.en} ${row.concept.zh}` })}
              onClick={() => void resume(row)}
            >
              {t("resume")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
