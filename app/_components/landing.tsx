import Link from "next/link";
import { Button } from "@/app/_ui/button";
import { TimeZoneField } from "@/app/_ui/time-zone-field";
import { topicPath } from "@/app/glossary/_components/topic-path";
import { listDecks, topicsWithConcepts } from "@/lib/data/glossary";
import { getLocale, getT } from "@/lib/i18n/server";
import { SampleCards } from "./sample-cards";

const FEATURES = ["skills", "time", "anywhere"] as const;

/** What this is, in five seconds, and the way to the first card. Numbers and cards come from the glossary itself. */
export async function Landing() {
  const [t, locale, decks] = await Promise.all([getT("landing"), getLocale(), listDecks()]);
  const count = decks.reduce((sum, { concepts }) => sum + concepts, 0);
  return (
    <>
      <section className="grid items-center gap-x-16 gap-y-12 py-[clamp(1.5rem,6vw,4.5rem)] lg:grid-cols-[1.12fr_0.88fr]">
        <div>
          <h1 className="text-balance font-heading font-medium text-[clamp(28px,8.6vw,52px)] leading-[1.28] lg:text-[clamp(40px,4.5vw,52px)]">
            {t.rich("heading", { br: () => <br /> })}
          </h1>
          <p className="mt-5 max-w-[30em] text-lead text-ink-2">{t("lead", { count })}</p>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
            <TryForm locale={locale} label={t("try")} />
            <Link href="/glossary" className="link inline-flex min-h-11 items-center">
              {t("browse")}
            </Link>
          </div>
        </div>
        <SampleCards />
      </section>
      <section className="grid gap-x-10 gap-y-8 border-line border-t py-12 md:grid-cols-3">
        {FEATURES.map((feature) => (
          <div key={feature}>
            <h2 className="mb-2 font-heading text-section font-medium">{t(`features.${feature}.title`)}</h2>
            <p className="max-w-[34em] text-ink-2">{t(`features.${feature}.text`)}</p>
          </div>
        ))}
      </section>
      <TopicLinks
        title={t("topics")}
        topics={decks.flatMap((deck) =>
          topicsWithConcepts(deck).map((topic) => ({
            path: topicPath(deck.id, topic.slug),
            name: locale === "en" ? topic.name.en : topic.name.zh,
            count: t("topicCount", { count: topic.concepts }),
          })),
        )}
      />
    </>
  );
}

/** One press to the first card; works without script. */
function TryForm({ locale, label }: { locale: string; label: string }) {
  return (
    <form method="post" action="/api/guest" className="max-sm:w-full">
      <TimeZoneField name="timeZone" />
      <input type="hidden" name="interfaceLanguage" value={locale} />
      <Button type="submit" variant="primary" className="max-sm:w-full">
        {label}
      </Button>
    </form>
  );
}

interface TopicLink {
  readonly path: string;
  readonly name: string;
  readonly count: string;
}

function TopicLinks({ title, topics }: { title: string; topics: readonly TopicLink[] }) {
  return (
    <section className="border-line border-t pt-12">
      <h2 className="mb-5 font-heading text-section font-medium">{title}</h2>
      <ul className="grid border-line border-t sm:grid-cols-2 sm:gap-x-10 lg:grid-cols-4">
        {topics.map((topic) => (
          <li key={topic.path} className="border-line border-b">
            <Link
              href={topic.path}
              prefetch={false}
              className="flex min-h-13 items-center justify-between gap-3 no-underline hover:text-accent"
            >
              <span>{topic.name}</span>
              <span className="text-note text-ink-2 tabular-nums">{topic.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
