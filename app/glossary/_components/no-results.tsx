"use client";

import { useTranslations } from "use-intl";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";

interface NoResultsProps {
  readonly query: string;
  /** The glossary's address. */
  readonly glossary: string;
  readonly onClear: () => void;
}

/** Nothing matched: says how else to look, and leads back to the whole list. */
export function NoResults({ query, glossary, onClear }: NoResultsProps) {
  const t = useTranslations("glossary.search");
  return (
    <EmptyState
      title={t("noneTitle", { query })}
      action={
        // A plain link, so that it works without script; with script the list is here already.
        <a
          href={glossary}
          onClick={(event) => {
            event.preventDefault();
            onClear();
          }}
          className={buttonClass({ size: "small" })}
        >
          {t("browseAll")}
        </a>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}
