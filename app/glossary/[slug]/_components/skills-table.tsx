"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { sendJson } from "@/app/_ui/send-json";
import type { CardId, ConceptId, Skill } from "@/lib/srs/types";
import type { Stage } from "@/lib/stats/stage";
import { SkillRow } from "./skill-row";

export interface SkillRowView {
  readonly skill: Skill;
  readonly cardId: CardId;
  readonly stage: Stage;
  readonly suspended: boolean;
  readonly intervalDays: number;
  /** null while the card is new. */
  readonly dueInDays: number | null;
  readonly lapses: number;
}

interface SkillsTableProps {
  readonly learnerId: string;
  readonly conceptId: ConceptId;
  readonly conceptSuspended: boolean;
  readonly rows: readonly SkillRowView[];
}

/** The skills with their stage, and a way to set a card or the whole concept aside. */
export function SkillsTable({ learnerId, conceptId, conceptSuspended, rows }: SkillsTableProps) {
  const t = useTranslations("glossary.skills");
  const { busy, problem, suspend } = useSuspension({ learnerId, conceptId });
  return (
    <>
      {conceptSuspended ? (
        <Notice tone="warn" className="mb-3">
          {t("conceptSuspended")}
        </Notice>
      ) : null}
      <ul>
        {rows.map((row) => (
          <SkillRow
            key={row.cardId}
            row={row}
            busy={busy}
            onSuspend={conceptSuspended ? null : (suspended) => suspend(row.cardId, suspended)}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[34em] text-note text-ink-2">{t("note")}</p>
        <Button size="small" busy={busy} onClick={() => suspend(null, !conceptSuspended)}>
          {t(conceptSuspended ? "resumeConcept" : "suspendConcept")}
        </Button>
      </div>
      {problem === null ? null : (
        <Notice tone="danger" role="alert" className="mt-3">
          {t("failed", { reason: problem })}
        </Notice>
      )}
    </>
  );
}

/** Sets aside and takes back, then has the server make the page again. */
function useSuspension({ learnerId, conceptId }: { learnerId: string; conceptId: ConceptId }) {
  const t = useTranslations("common.request");
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const suspend = async (cardId: CardId | null, suspended: boolean) => {
    setSending(true);
    const outcome = await sendJson("/api/suspensions", {
      method: "POST",
      body: { conceptId, cardId, suspended },
      learnerId,
    });
    setSending(false);
    setProblem(outcome.ok ? null : (outcome.message ?? t(outcome.code === "offline" ? "offline" : "unexpected")));
    if (outcome.ok) startRefresh(() => router.refresh());
  };
  return { busy: sending || refreshing, problem, suspend };
}
