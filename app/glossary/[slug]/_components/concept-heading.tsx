import { TermText } from "@/app/_ui/term-text";
import { Breadcrumb } from "@/app/glossary/_components/breadcrumb";
import { sectionLabel } from "@/app/glossary/_components/sections";
import { topicPath } from "@/app/glossary/_components/topic-path";
import type { ConceptView } from "@/lib/glossary/concept";
import { getLocale, getT } from "@/lib/i18n/server";

/** Where the concept stands, and its names: the largest things on the page. */
export async function ConceptHeading({ concept }: { concept: ConceptView }) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  const topicName = locale === "en" ? concept.topic.name.en : concept.topic.name.zh;
  return (
    <header className="pt-2 pb-8">
      <Breadcrumb
        above={[
          { name: t("title"), path: "/glossary" },
          { name: topicName, path: topicPath(concept.deckId, concept.topic.slug) },
        ]}
      >
        <span className="shrink-0 rounded-md bg-accent-soft px-2.5 py-0.5 text-[12px] tracking-wider text-accent">
          {sectionLabel(concept.section)}
        </span>
      </Breadcrumb>
      <h1>
        <TermText lang="en" text={concept.en} className="block text-balance text-term" />
        <TermText
          lang="zh"
          text={concept.zh}
          pinyin={concept.pinyin}
          className="mt-3 block text-[clamp(28px,5.6vw,44px)] leading-[1.65]"
        />
      </h1>
      <OtherNames concept={concept} />
    </header>
  );
}

async function OtherNames({ concept }: { concept: ConceptView }) {
  const t = await getT("glossary");
  const aliases = [
    ...concept.aliases.en.map((text) => ({ text, lang: "en" })),
    // Some, such as "F1", are the same in both languages.
    ...concept.aliases.zh
      .filter((text) => !concept.aliases.en.includes(text))
      .map((text) => ({ text, lang: "zh-Hans" })),
  ];
  if (concept.abbreviations.length + aliases.length === 0) return null;
  return (
    <dl className="mt-4 grid gap-y-1 text-small text-ink-2">
      {concept.abbreviations.length > 0 ? (
        <NameLine
          label={t("concept.abbreviations")}
          names={concept.abbreviations.map((text) => ({ text, lang: "en" }))}
        />
      ) : null}
      {aliases.length > 0 ? <NameLine label={t("concept.aliases")} names={aliases} /> : null}
    </dl>
  );
}

function NameLine({ label, names }: { label: string; names: readonly { text: string; lang: string }[] }) {
  return (
    <div className="flex gap-3">
      <dt className="shrink-0">{label}</dt>
      <dd className="text-ink">
        {names.map((name, index) => (
          <span key={name.lang + name.text}>
            {index === 0 ? "" : " · "}
            <span lang={name.lang}>{name.text}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
