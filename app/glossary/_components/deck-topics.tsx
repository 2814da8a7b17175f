import { SiteLink } from "@/app/_ui/site-link";
import { type DeckView, type TopicView, topicsWithConcepts } from "@/lib/data/glossary";
import { getLocale, getT } from "@/lib/i18n/server";
import type { Coverage } from "@/lib/stats/coverage";
import { CoverageLine } from "./coverage-line";
import { topicPath } from "./topic-path";

interface DeckTopicsProps {
  readonly deck: DeckView;
  /** By topic id; null for a stranger, who has none. */
  readonly coverage: ReadonlyMap<string, Coverage> | null;
  /** Whether the learner is asked its cards; null for a stranger. */
  readonly chosen: boolean | null;
}

/** A deck as its topics: how many concepts each has, and how many of them the learner knows. */
export async function DeckTopics({ deck, coverage, chosen }: DeckTopicsProps) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  const language = locale === "en" ? "en" : "zh";
  return (
    <section aria-labelledby={`deck-${deck.id}`} className="mb-12">
      <div className="border-ink border-b pb-2">
        <h2
          id={`deck-${deck.id}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 font-heading text-section font-medium"
        >
          {deck.name[language]}
          <span className="font-normal font-ui text-note text-ink-2 tabular-nums">
            {t("topics.count", { count: deck.concepts })}
          </span>
        </h2>
      </div>
      <p className="mt-3 mb-4 max-w-[46em] text-small text-ink-2">{deck.description[language]}</p>
      {chosen === false ? (
        <p className="-mt-2 mb-4 text-small">
          <SiteLink href="/settings#learning" prefetch={false} className="link inline-flex min-h-11 items-center">
            {t("topics.choose")}
          </SiteLink>
        </p>
      ) : null}
      <ol className="grid border-line border-t sm:grid-cols-2 sm:gap-x-10 lg:grid-cols-3">
        {topicsWithConcepts(deck).map((topic) => (
          <li key={topic.id} className="border-line border-b">
            <TopicLink deckId={deck.id} topic={topic} name={topic.name[language]} coverage={coverage?.get(topic.id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface TopicLinkProps {
  readonly deckId: string;
  readonly topic: TopicView;
  readonly name: string;
  readonly coverage: Coverage | undefined;
}

async function TopicLink({ deckId, topic, name, coverage }: TopicLinkProps) {
  const t = await getT("glossary");
  return (
    <SiteLink
      href={topicPath(deckId, topic.slug)}
      prefetch={false}
      data-concept-link={topic.id}
      className="group -mx-3 grid min-h-14 content-center gap-y-1 rounded-control px-3 py-3 no-underline hover:bg-sunken"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-heading text-[17px] leading-snug group-hover:text-accent">{name}</span>
        <span className="shrink-0 text-note text-ink-2 tabular-nums">
          {t("topics.count", { count: topic.concepts })}
        </span>
      </span>
      {coverage === undefined ? null : <CoverageLine coverage={coverage} />}
    </SiteLink>
  );
}
