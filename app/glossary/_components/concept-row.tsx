import Link from "next/link";
import { TermText } from "@/app/_ui/term-text";
import type { ConceptSummary } from "@/lib/glossary/concept";
import { Marked } from "./marked";

interface ConceptRowProps {
  readonly concept: ConceptSummary;
  /** The glossary's address, with the language when this page's names one. */
  readonly glossary: string;
  readonly definitionLanguage: "zh" | "en";
  /** What was searched for; marked in the definition. */
  readonly query?: string;
}

/** One term in a list: both names, the pinyin, and the beginning of the definition. The whole row leads to the term's page. */
export function ConceptRow({ concept, glossary, definitionLanguage, query = "" }: ConceptRowProps) {
  const { slug, en, zh, abbreviations, pinyin, definition } = concept;
  return (
    <li className="border-line border-b">
      <Link
        href={`${glossary}/${slug}`}
        prefetch={false}
        data-concept-link={slug}
        className="group -mx-3 grid gap-x-6 gap-y-1 rounded-control px-3 py-3.5 no-underline hover:bg-sunken sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)] lg:gap-y-1.5"
      >
        <span className="min-w-0 leading-snug">
          <TermText lang="en" text={en} className="text-[19px] group-hover:text-accent" />
          {abbreviations.length > 0 ? (
            <span lang="en" className="ml-2 whitespace-nowrap text-note text-ink-2">
              {abbreviations.join(" · ")}
            </span>
          ) : null}
        </span>
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 leading-snug">
          <TermText lang="zh" text={zh} className="text-[19px]" />
          <span lang="zh-Latn-pinyin" className="text-note text-ink-2">
            {pinyin}
          </span>
        </span>
        <span
          lang={definitionLanguage === "en" ? "en" : "zh-Hans"}
          className="line-clamp-2 text-small text-ink-2 sm:col-span-2 sm:line-clamp-1"
        >
          <Marked text={definition[definitionLanguage]} query={query} />
        </span>
      </Link>
    </li>
  );
}
