import type { ReactNode } from "react";
import { LiveFigure } from "@/app/_figures/live-figure";
import { FigureFrame, StillFigure } from "@/app/_ui/figure-frame";
import { Formula } from "@/app/_ui/formula";
import { FormulaSymbols } from "@/app/_ui/formula-symbols";
import { Notice } from "@/app/_ui/notice";
import { webSearchQuery, webSearchUrl } from "@/app/_ui/web-search";
import { figureView } from "@/lib/data/figures";
import type { Bilingual, ConceptView } from "@/lib/glossary/concept";
import { getLocale, getT } from "@/lib/i18n/server";

/** What the concept is, in both languages, the reader's first. */
export async function ConceptBody({ concept }: { concept: ConceptView }) {
  const [t, locale] = await Promise.all([getT("glossary"), getLocale()]);
  const query = webSearchQuery(concept);
  const englishFirst = locale === "en";
  const language = englishFirst ? "en" : "zh";
  const figures = concept.figures.flatMap((name) => figureView(name, language) ?? []);
  return (
    <>
      <Part title={t("concept.definition")}>
        <Both text={concept.definition} englishFirst={englishFirst} large />
      </Part>
      {concept.formula === null ? null : (
        <Part title={t("concept.formula")}>
          <Formula
            mathml={concept.formula.mathml}
            reading={{ lang: englishFirst ? "en" : "zh-Hans", text: concept.formula.reading[language] }}
          />
          <FormulaSymbols
            symbols={concept.formula.symbols}
            languages={englishFirst ? ["en", "zh"] : ["zh", "en"]}
            className="mt-2"
          />
        </Part>
      )}
      {figures.length === 0 ? null : (
        <Part title={t("concept.figure")}>
          <div className="grid gap-4">
            {figures.map((figure) =>
              figure.interactive ? (
                <LiveFigure key={figure.name} figure={figure} language={language} />
              ) : (
                <FigureFrame key={figure.name} caption={figure.caption}>
                  <StillFigure svg={figure.svg} />
                </FigureFrame>
              ),
            )}
          </div>
        </Part>
      )}
      <Part title={t("concept.plain")}>
        <Both text={concept.plain} englishFirst={englishFirst} />
      </Part>
      {concept.example ? (
        <Part title={t("concept.example")}>
          <Both text={concept.example} englishFirst={englishFirst} />
        </Part>
      ) : null}
      {concept.homonym ? (
        <Notice tone="info" title={t("concept.homonym")} className="mb-8">
          <Both text={concept.homonym} englishFirst={englishFirst} />
        </Notice>
      ) : null}
      {concept.erratum ? (
        <Notice tone="warn" title={t("concept.erratum")} className="mb-8">
          <Both text={concept.erratum} englishFirst={englishFirst} />
        </Notice>
      ) : null}
      <p data-print="hide" className="mb-8 md:pl-[8.5rem]">
        <a
          href={webSearchUrl(query)}
          target="_blank"
          rel="noopener noreferrer"
          title={t("concept.searchNote")}
          className="link"
        >
          {t("concept.search", { query })}
        </a>
        <span aria-hidden="true"> ↗</span>
      </p>
    </>
  );
}

/** One part: its name in the margin where there is room, above it otherwise. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-7 grid grid-cols-1 gap-x-8 gap-y-1.5 border-line border-t pt-6 md:grid-cols-[6.5rem_minmax(0,1fr)]">
      <h2 className="text-small text-ink-2 md:pt-1">{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Both({ text, englishFirst, large = false }: { text: Bilingual; englishFirst: boolean; large?: boolean }) {
  const first = large ? "text-[clamp(18px,2.6vw,21px)] leading-[1.75]" : "";
  const second = `text-ink-2 ${large ? "text-[17px] leading-[1.7]" : "text-[15.5px]"}`;
  const zh = (
    <p lang="zh-Hans" className={englishFirst ? second : first}>
      {text.zh}
    </p>
  );
  const en = (
    <p lang="en" className={englishFirst ? first : second}>
      {text.en}
    </p>
  );
  return (
    <div className="grid max-w-[40em] gap-2">
      {englishFirst ? en : zh}
      {englishFirst ? zh : en}
    </div>
  );
}
