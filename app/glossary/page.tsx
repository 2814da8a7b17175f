import type { Metadata } from "next";
import { ClientMessages } from "@/app/_ui/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { SiteShell } from "@/app/_ui/site-shell";
import { type DeckView, listConcepts, listDecks, searchConcepts } from "@/lib/data/glossary";
import { glossaryAddress } from "@/lib/i18n/address";
import { getAddressLocale, getT } from "@/lib/i18n/server";
import { DeckLinks } from "./_components/deck-links";
import { GlossarySearch } from "./_components/glossary-search";
import { LetterList } from "./_components/letter-list";
import { type Order, RESULTS_MAX } from "./_components/limits";
import { OrderToggle } from "./_components/order-toggle";
import { glossaryMetadata } from "./_components/page-metadata";
import { readQuery } from "./_components/read-query";
import { TopicOverview } from "./_components/topic-overview";

interface GlossaryPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ searchParams }: GlossaryPageProps): Promise<Metadata> {
  const [t, asked] = await Promise.all([getT("glossary"), searchParams]);
  const metadata = await glossaryMetadata({
    title: t("title"),
    description: t("description"),
    path: "/glossary",
    type: "website",
  });
  // What somebody searched for is no page of its own, but its links may be followed.
  return queryOf(asked) === "" ? metadata : { ...metadata, robots: { index: false, follow: true } };
}

/** All terms, to browse and to search. Everybody's to read; works without script as well. */
export default async function GlossaryPage({ searchParams }: GlossaryPageProps) {
  const [t, named, decks, asked] = await Promise.all([getT("glossary"), getAddressLocale(), listDecks(), searchParams]);
  const query = queryOf(asked);
  const order: Order = one(asked.by) === "section" ? "section" : "topic";
  const deck = decks.find((candidate) => candidate.id === one(asked.deck)) ?? decks[0];
  const found = query === "" ? null : await searchConcepts({ query, limit: RESULTS_MAX });
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
          glossary={glossaryAddress(named)}
          initialQuery={query}
          initialResults={found}
          order={order}
          deck={deckInAddress}
        >
          {deck === undefined ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <>
              <div className="mb-8 flex">
                <OrderToggle order={order} deck={deckInAddress} />
              </div>
              {order === "topic" ? (
                <TopicOverview decks={decks} />
              ) : (
                <ByLetter decks={decks} deck={deck} letter={one(asked.letter)} />
              )}
            </>
          )}
        </GlossarySearch>
      </ClientMessages>
    </SiteShell>
  );
}

interface ByLetterProps {
  readonly decks: readonly DeckView[];
  readonly deck: DeckView;
  readonly letter: string;
}

async function ByLetter({ decks, deck, letter }: ByLetterProps) {
  return (
    <>
      <DeckLinks decks={decks} current={deck.id} />
      <LetterList deck={deck} concepts={await listConcepts()} asked={letter} />
    </>
  );
}

/** What is searched for; "" for nothing. */
function queryOf(asked: Awaited<GlossaryPageProps["searchParams"]>): string {
  return readQuery(one(asked.q));
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
