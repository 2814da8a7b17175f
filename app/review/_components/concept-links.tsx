import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import type { ConceptLink, ConceptView } from "@/lib/glossary/concept";

const CHIP =
  "rounded-2xl border border-line px-3 py-1 text-small leading-snug text-ink-2 no-underline hover:border-ink-3 hover:text-ink";

/** What is easily confused with the concept, what it rests on, and where to read more. */
export function ConceptLinks({ concept }: { concept: ConceptView }) {
  const t = useTranslations("review.answer");
  const query = searchQuery(concept);
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      {concept.confusable.map((link) => (
        <Chip key={link.slug} link={link} kind="confusable" />
      ))}
      {concept.prerequisites.map((link) => (
        <Chip key={link.slug} link={link} kind="prerequisite" />
      ))}
      <a href={searchUrl(query)} target="_blank" rel="noopener noreferrer" title={t("searchTitle")} className={CHIP}>
        {t("search", { query })}
        <span aria-hidden="true">{"\u00a0↗"}</span>
      </a>
      <Link href={`/glossary/${concept.slug}`} prefetch={false} data-testid="open-concept" className={CHIP}>
        {t("concept")}
        <span aria-hidden="true">{"\u00a0→"}</span>
      </Link>
    </div>
  );
}

function Chip({ link, kind }: { link: ConceptLink; kind: "confusable" | "prerequisite" }) {
  const t = useTranslations("review.answer");
  const chinese = useLocale() === "zh-CN";
  return (
    <Link href={`/glossary/${link.slug}`} prefetch={false} className={CHIP}>
      {t.rich(kind, {
        name: chinese ? link.zh : link.en,
        term: (text) => <span lang={chinese ? "zh-Hans" : "en"}>{text}</span>,
      })}
    </Link>
  );
}

function searchQuery(concept: ConceptView): string {
  return `what is ${concept.abbreviations[0] ?? concept.en} in deep learning`;
}

/** A search engine that is reachable where the learners are. Nothing is sent before the link is followed. */
function searchUrl(query: string): string {
  return `https://www.bing.com/search?q=${encodeURIComponent(query)}`;
}
