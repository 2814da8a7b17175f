"use client";

import { type ReactNode, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { ConceptRow } from "./concept-row";
import { RESULTS_MAX } from "./limits";
import { NoResults } from "./no-results";
import { SearchField } from "./search-field";
import { useListKeys } from "./use-list-keys";
import { type SearchStart, useSearch } from "./use-search";

interface GlossarySearchProps extends SearchStart {
  /** The whole list, shown while nothing is searched for. */
  readonly children: ReactNode;
}

/** The search field, and below it what it finds or else the whole list. */
export function GlossarySearch({ children, ...start }: GlossarySearchProps) {
  const t = useTranslations("glossary.search");
  const input = useRef<HTMLInputElement>(null);
  const { query, results, failed, composing, search } = useSearch(start);
  const { onKeyDown } = useListKeys(input);
  const clear = () => {
    search("");
    input.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only moves the focus between the field and the links inside
    <div onKeyDown={onKeyDown}>
      <SearchField input={input} query={query} address={start} composing={composing} onType={search} onClear={clear} />
      {failed ? (
        <Notice tone="warn" role="alert" className="mb-6">
          <div className="flex flex-wrap items-center justify-between gap-3">
            {t("failed")}
            <Button size="small" onClick={() => search(query)}>
              {t("retry")}
            </Button>
          </div>
        </Notice>
      ) : null}
      <Results results={results} query={query} glossary={start.glossary} onClear={clear} />
      {results === null ? children : null}
    </div>
  );
}

interface ResultsProps {
  readonly results: SearchStart["initialResults"];
  readonly query: string;
  readonly glossary: string;
  readonly onClear: () => void;
}

/** What was found, best first; how many is read out. Nothing while nothing is searched for. */
function Results({ results, query, glossary, onClear }: ResultsProps) {
  const t = useTranslations("glossary.search");
  const locale = useLocale();
  const count = results?.length ?? 0;
  return (
    <>
      <p role="status" className={results === null ? "sr-only" : "mb-2 text-note text-ink-2"}>
        {results === null ? "" : t(count < RESULTS_MAX ? "found" : "foundMany", { count })}
      </p>
      {results !== null && count === 0 ? (
        <NoResults query={query.trim()} glossary={glossary} onClear={onClear} />
      ) : null}
      {results !== null && count > 0 ? (
        <ul aria-label={t("results")} className="border-line border-t">
          {results.map((concept) => (
            <ConceptRow
              key={concept.id}
              concept={concept}
              glossary={glossary}
              definitionLanguage={locale === "en" ? "en" : "zh"}
              query={query}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}
