import { SiteLink } from "@/app/_ui/site-link";
import { TermText } from "@/app/_ui/term-text";
import { listConcepts } from "@/lib/data/glossary";
import type { Bilingual, ConceptView } from "@/lib/glossary/concept";
import { getLocale, getT } from "@/lib/i18n/server";

interface Row {
  readonly slug: string;
  readonly en: string;
  readonly zh: string;
  readonly definition: Bilingual;
}

/** The concept beside those that it is taken for. */
export async function ConceptComparison({ concept }: { concept: ConceptView }) {
  const [t, locale, concepts] = await Promise.all([getT("glossary"), getLocale(), listConcepts()]);
  const others = concept.confusable.flatMap((link) => concepts.find((other) => other.slug === link.slug) ?? []);
  if (others.length === 0) return null;
  const language = locale === "en" ? "en" : "zh";
  const rows: readonly Row[] = [concept, ...others];
  return (
    <section className="mb-10 break-inside-avoid border-line border-t pt-6">
      <h2 className="mb-3 text-small text-ink-2">{t("concept.compare")}</h2>
      <dl className="border-line border-t">
        {rows.map((row) => (
          <div
            key={row.slug}
            className={`grid gap-x-6 gap-y-1.5 border-line border-b px-3 py-3.5 sm:grid-cols-[30%_minmax(0,1fr)] ${row.slug === concept.slug ? "bg-accent-soft" : ""}`}
          >
            <dt>
              <CompareName row={row} isThis={row.slug === concept.slug} thisOne={t("concept.thisOne")} />
            </dt>
            <dd lang={language === "en" ? "en" : "zh-Hans"} className="text-[15px] leading-[1.7]">
              {row.definition[language]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function CompareName({ row, isThis, thisOne }: { row: Row; isThis: boolean; thisOne: string }) {
  const names = (
    <>
      <TermText lang="en" text={row.en} className="block text-[17px] leading-snug" />
      <TermText lang="zh" text={row.zh} className="mt-0.5 block text-[16px] leading-snug" />
    </>
  );
  if (!isThis) {
    return (
      <SiteLink href={`/glossary/${row.slug}`} prefetch={false} className="block no-underline hover:text-accent">
        {names}
      </SiteLink>
    );
  }
  return (
    <>
      {names}
      <span className="mt-1 block text-note text-ink-2">{thisOne}</span>
    </>
  );
}
