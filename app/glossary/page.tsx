import type { Metadata } from "next";
import { ClientMessages } from "@/app/_ui/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { SiteShell } from "@/app/_ui/site-shell";
import { listConcepts, listDecks, searchConcepts } from "@/lib/data/glossary";
import { getT } from "@/lib/i18n/server";
import { BrowseList } from "./_components/browse-list";
import { DeckLinks } from "./_components/deck-links";
import { GlossarySearch } from "./_components/glossary-search";
import { type Order, QUERY_MAX, RESULTS_MAX } from "./_components/limits";
import { OrderToggle } from "./_components/order-toggle";

interface GlossaryPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("glossary");
  return { title: t("title"), description: t("description") };
}

/** All terms, to browse and to search. Everybody's to read; works without script as well. */
export default async function GlossaryPage({ searchParams }: GlossaryPageProps) {
  const [t, decks, asked] = await Promise.all([getT("glossary"), listDecks(), searchParams]);
  const query = one(asked.q).slice(0, QUERY_MAX);
  const order: Order = one(asked.by) === "section" ? "section" : "topic";
  const deck = decks.find((candidate) => candidate.id === one(asked.deck)) ?? decks[0];
  const found = query.trim() === "" ? null : await searchConcepts({ query, limit: RESULTS_MAX });
  const deckInAddress = deck === undefined || deck === decks[0] ? "" : deck.id;
  return (
    <SiteShell current="glossary">
      <h1 className="mt-4 font-heading text-title font-medium">{t("title")}</h1>
      <p className="mt-1 mb-6 text-ink-2">
        {t("lead", { count: decks.reduce((sum, { concepts }) => sum + concepts, 0) })}
      </p>
      <ClientMessages namespaces={["glossary"]}>
        <GlossarySearch
          visit={crypto.randomUUID()}
          initialQuery={query}
          initialResults={found}
          order={order}
          deck={deckInAddress}
        >
          {deck === undefined ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <>
              <DeckLinks decks={decks} current={deck.id} order={order} />
              <div className="mb-6 flex">
                <OrderToggle order={order} deck={deckInAddress} />
              </div>
              <BrowseList order={order} deck={deck} concepts={await listConcepts()} />
            </>
          )}
        </GlossarySearch>
      </ClientMessages>
    </SiteShell>
  );
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
