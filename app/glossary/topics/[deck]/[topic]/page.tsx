import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SiteShell } from "@/app/_ui/site-shell";
import { Breadcrumb } from "@/app/glossary/_components/breadcrumb";
import { ConceptRow } from "@/app/glossary/_components/concept-row";
import { CoverageLine } from "@/app/glossary/_components/coverage-line";
import { JsonLd } from "@/app/glossary/_components/json-ld";
import { NeighbourLinks } from "@/app/glossary/_components/neighbour-links";
import { glossaryMetadata } from "@/app/glossary/_components/page-metadata";
import { breadcrumbList } from "@/app/glossary/_components/structured-data";
import { topicPath } from "@/app/glossary/_components/topic-path";
import { getUser } from "@/lib/auth/current-user";
import { getPublicOrigin } from "@/lib/auth/public-address";
import { getTopic, type TopicPage, type TopicView } from "@/lib/data/glossary";
import { getShortestIntervals } from "@/lib/data/shortest-intervals";
import { glossaryAddress } from "@/lib/i18n/address";
import { getAddressLocale, getLocale, getT } from "@/lib/i18n/server";
import type { UserId } from "@/lib/srs/types";
import { coverageOf } from "@/lib/stats/coverage";

interface TopicPageProps {
  readonly params: Promise<{ readonly deck: string; readonly topic: string }>;
}

/** Read once per request. */
const readTopic = cache((deckId: string, slug: string) => getTopic({ deckId, slug }));
/** How many names a description gives to show what the topic is about. */
const NAMED = 6;

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const { deck, topic: slug } = await params;
  const [found, t, locale] = await Promise.all([readTopic(deck, slug), getT("glossary"), getLocale()]);
  if (found === null) return {};
  const language = locale === "en" ? "en" : "zh";
  const name = found.topic.name[language];
  const names = found.concepts.slice(0, NAMED).map((concept) => concept[language]);
  return glossaryMetadata({
    title: t("topics.pageTitle", { name }),
    description: t("topics.description", {
      name,
      count: found.concepts.length,
      terms: names.join(language === "en" ? ", " : "、"),
    }),
    path: topicPath(found.deck.id, found.topic.slug),
    type: "website",
  });
}

/** The concepts of one topic in learning order. */
export default async function TopicPageScreen({ params }: TopicPageProps) {
  const { deck, topic: slug } = await params;
  const [found, user, locale, named] = await Promise.all([
    readTopic(deck, slug),
    getUser(),
    getLocale(),
    getAddressLocale(),
  ]);
  if (found === null) notFound();
  const language = locale === "en" ? "en" : "zh";
  return (
    <SiteShell current="glossary">
      <TopicHeading found={found} userId={user?.id ?? null} />
      <ol className="border-line border-t">
        {found.concepts.map((concept) => (
          <ConceptRow
            key={concept.id}
            concept={concept}
            glossary={glossaryAddress(named)}
            definitionLanguage={language}
          />
        ))}
      </ol>
      <TopicNeighbours found={found} />
    </SiteShell>
  );
}

async function TopicHeading({ found, userId }: { found: TopicPage; userId: UserId | null }) {
  const [t, locale, origin] = await Promise.all([getT("glossary"), getLocale(), getPublicOrigin()]);
  const language = locale === "en" ? "en" : "zh";
  const name = found.topic.name[language];
  const glossary = { name: t("title"), path: "/glossary" };
  const own = { name, path: topicPath(found.deck.id, found.topic.slug) };
  const coverage = userId === null ? null : coverageOf(found.concepts, await getShortestIntervals(userId));
  return (
    <header className="pt-2 pb-6">
      <JsonLd things={[breadcrumbList([glossary, own], { origin, locale })]} />
      <Breadcrumb above={[glossary]} />
      <p className="text-small text-ink-2">{found.deck.name[language]}</p>
      <h1 className="mt-1 font-heading text-title font-medium">{name}</h1>
      <p className="mt-1 text-ink-2">{t("topics.lead", { count: found.concepts.length })}</p>
      {coverage === null ? null : (
        <div className="mt-4 grid gap-1.5">
          <CoverageLine coverage={coverage} />
          <p className="max-w-[46em] text-note text-ink-2">{t("topics.coverageNote")}</p>
        </div>
      )}
    </header>
  );
}

async function TopicNeighbours({ found }: { found: TopicPage }) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  const target = (topic: TopicView | null, label: string) =>
    topic && {
      path: topicPath(found.deck.id, topic.slug),
      label,
      name: (
        <span className="mt-0.5 block font-heading text-[18px] leading-snug">
          {locale === "en" ? topic.name.en : topic.name.zh}
        </span>
      ),
    };
  return (
    <NeighbourLinks
      label={t("topics.neighbours")}
      previous={target(found.previous, t("topics.previous"))}
      next={target(found.next, t("topics.next"))}
    />
  );
}
