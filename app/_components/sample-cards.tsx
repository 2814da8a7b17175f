import { SkillName } from "@/app/_ui/skill-name";
import { TermText } from "@/app/_ui/term-text";
import { listConcepts } from "@/lib/data/glossary";
import type { ConceptSummary } from "@/lib/glossary/concept";
import { getLocale, getT } from "@/lib/i18n/server";
import { IntervalLine } from "./interval-line";

/** The concepts that introduce the glossary; whatever comes first stands in for one that has been withdrawn. */
const ANSWERED = "ablation-study";
const ASKED = "receptive-field";

/** Two cards as a learner meets them: one asked by its definition, one answered. */
export async function SampleCards() {
  const [t, locale, concepts] = await Promise.all([getT("landing"), getLocale(), listConcepts()]);
  const answered = concepts.find((concept) => concept.slug === ANSWERED) ?? concepts[0];
  const asked = concepts.find((concept) => concept.slug === ASKED) ?? concepts[1];
  if (!answered || !asked) return null;
  return (
    <section aria-label={t("samples")} className="relative mx-auto w-full max-w-[30rem] pt-29 pb-2">
      <AskedCard concept={asked} chinese={locale === "zh-CN"} />
      <AnsweredCard concept={answered} />
    </section>
  );
}

const CARD = "rounded-card border border-line bg-surface";

function AskedCard({ concept, chinese }: { concept: ConceptSummary; chinese: boolean }) {
  return (
    <article className={`absolute top-0 right-8 left-0 h-40 overflow-hidden p-6 max-sm:right-5 ${CARD}`}>
      <p className="text-note text-ink-2">
        <SkillName skill="definition-term" />
      </p>
      <p
        lang={chinese ? "zh-Hans" : "en"}
        className={`mt-1 line-clamp-2 text-[17px] leading-[1.7] text-ink-2 ${chinese ? "font-term" : "font-latin-term"}`}
      >
        {chinese ? concept.definition.zh : concept.definition.en}
      </p>
    </article>
  );
}

function AnsweredCard({ concept }: { concept: ConceptSummary }) {
  return (
    <article className={`relative ml-8 p-7 max-sm:ml-5 max-sm:p-6 ${CARD}`}>
      <p className="text-note text-ink-2">
        <SkillName skill="en-zh" />
      </p>
      <p className="mt-2 text-[clamp(30px,7vw,38px)] leading-tight">
        <TermText lang="en" text={concept.en} />
      </p>
      <hr className="my-5 border-line border-t" />
      <p className="text-[clamp(28px,6.5vw,36px)] leading-[1.6]">
        <TermText lang="zh" text={concept.zh} pinyin={concept.pinyin} />
      </p>
      <IntervalLine />
    </article>
  );
}
