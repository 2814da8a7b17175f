"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ConceptSummary } from "@/lib/glossary/concept";
import type { Order } from "./limits";
import { readQuery } from "./read-query";

/** Who types on within this time has not finished the word. */
const PAUSE_MS = 120;

/** What the server searched for when it made the page. */
export interface SearchStart {
  /** Another one each time: tells a page that was fetched anew from one that merely renders again. */
  readonly visit: string;
  readonly initialQuery: string;
  /** null: nothing was searched for. */
  readonly initialResults: readonly ConceptSummary[] | null;
  /** The glossary's address, with the language when this page's names one. */
  readonly glossary: string;
  readonly order: Order;
  /** The deck that is browsed, as the address names it; "" when it names none. */
  readonly deck: string;
}

/** Searches while somebody types: one request for each pause, the answer to an older query is never shown, the address follows. */
export function useSearch({ visit, initialQuery, initialResults, glossary, order, deck }: SearchStart) {
  const [query, setQuery] = useState(initialQuery);
  const [results, setResults] = useState(initialResults);
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController>(null);
  const isComposing = useRef(false);
  const [seenVisit, setSeenVisit] = useState(visit);
  if (seenVisit !== visit) {
    // A link led here again, for example "Glossary" in the header while results were shown.
    setSeenVisit(visit);
    setQuery(initialQuery);
    setResults(initialResults);
    setFailed(false);
  }

  const ask = async (text: string, pauseMs = PAUSE_MS) => {
    running.current?.abort();
    setFailed(false);
    window.history.replaceState(null, "", addressFor(text, { glossary, order, deck }));
    if (text.trim() === "") return setResults(null);
    const request = new AbortController();
    running.current = request;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (request.signal.aborted) return;
    try {
      const found = await fetchConcepts(text, request.signal);
      if (!request.signal.aborted) setResults(found);
    } catch {
      if (!request.signal.aborted) setFailed(true);
    }
  };
  const search = (text: string) => {
    setQuery(text);
    // Half a syllable in an input method is not a query yet.
    if (!isComposing.current) void ask(text);
  };
  // The page was made for the address that a link led to. Who goes back to it after searching gets it again, at the address of the search.
  const restore = useEffectEvent(() => {
    const asked = readQuery(new URLSearchParams(window.location.search).get("q") ?? "");
    if (asked === initialQuery) return;
    setQuery(asked);
    void ask(asked, 0);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit, of which the effect knows nothing else
  useEffect(() => {
    restore();
    return () => running.current?.abort();
  }, [visit]);
  const composing = {
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: (event: { readonly currentTarget: HTMLInputElement }) => {
      isComposing.current = false;
      void ask(event.currentTarget.value);
    },
  };
  return { query, results, failed, composing, search };
}

function addressFor(
  query: string,
  { glossary, order, deck }: Pick<SearchStart, "glossary" | "order" | "deck">,
): string {
  const parameters = new URLSearchParams({
    ...(order === "topic" ? {} : { by: order }),
    ...(deck === "" ? {} : { deck }),
    ...(query.trim() === "" ? {} : { q: query }),
  }).toString();
  return parameters === "" ? glossary : `${glossary}?${parameters}`;
}

/** GET /api/glossary. @throws Error when it does not answer with concepts */
async function fetchConcepts(query: string, signal: AbortSignal): Promise<readonly ConceptSummary[]> {
  const response = await fetch(`/api/glossary?q=${encodeURIComponent(query)}`, { signal });
  const { concepts } = (await response.json()) as { concepts?: readonly ConceptSummary[] };
  if (!response.ok || !Array.isArray(concepts)) throw new Error("not a list of concepts");
  return concepts;
}
