import { useTranslations } from "use-intl";
import { Formula } from "@/app/_ui/formula";
import { FormulaSymbols } from "@/app/_ui/formula-symbols";
import { TermText } from "@/app/_ui/term-text";
import type { Bilingual, ConceptView, FormulaView } from "@/lib/glossary/concept";
import type { DefinitionLanguage, SessionConcept } from "@/lib/srs/session-payload";
import type { Skill } from "@/lib/srs/types";
import { AnswerFigure } from "./answer-figure";
import { ConceptLinks } from "./concept-links";

interface AnswerSideProps {
  readonly concept: SessionConcept;
  readonly skill: Skill;
  readonly definitionLanguage: DefinitionLanguage;
}

/** All that helps to check the answer and to keep it: what was asked for first and large, then the rest. */
export function AnswerSide({ concept, skill, definitionLanguage }: AnswerSideProps) {
  const t = useTranslations("review.answer");
  const definitionAsked = skill === "term-definition";
  const formulaAsked = skill === "term-formula";
  const namesAsked = !definitionAsked && !formulaAsked;
  const formula =
    concept.formula === null ? null : (
      <AnswerFormula formula={concept.formula} language={definitionLanguage} large={formulaAsked} />
    );
  return (
    <>
      {namesAsked ? <AskedNames concept={concept} skill={skill} /> : null}
      {formulaAsked ? formula : null}
      {/* Where there is room the picture stands beside the text, in sight without scrolling. */}
      <div className={concept.figure === null ? "" : "lg:grid lg:grid-cols-[minmax(0,1fr)_17.5rem] lg:gap-x-8"}>
        <div>
          {skill === "definition-term" ? null : (
            <BilingualText
              text={concept.definition}
              language={definitionLanguage}
              className={definitionAsked ? "font-term text-[clamp(20px,3.2vw,25px)] leading-[1.75]" : "mt-5 text-lead"}
            />
          )}
          {namesAsked ? null : <OtherNames concept={concept} />}
          {formulaAsked ? null : formula}
        </div>
        {concept.figure === null ? null : <AnswerFigure figure={concept.figure} />}
        <div className="mt-5 grid content-start gap-4">
          <LabelledText label={t("plain")} text={concept.plain} language={definitionLanguage} />
          {concept.example ? (
            <LabelledText label={t("example")} text={concept.example} language={definitionLanguage} />
          ) : null}
        </div>
      </div>
      <ConceptLinks concept={concept} />
    </>
  );
}

interface AnswerFormulaProps {
  readonly formula: FormulaView;
  readonly language: DefinitionLanguage;
  readonly large: boolean;
}

function AnswerFormula({ formula, language, large }: AnswerFormulaProps) {
  const first = language === "en" ? "en" : "zh";
  return (
    <>
      <Formula
        mathml={formula.mathml}
        reading={{ lang: first === "en" ? "en" : "zh-Hans", text: formula.reading[first] }}
        large={large}
        className={large ? "" : "mt-4"}
      />
      <FormulaSymbols
        symbols={formula.symbols}
        languages={language === "both" ? ["zh", "en"] : [first]}
        className="mt-2"
      />
    </>
  );
}

const ASKED_SIZE = "block text-balance text-[clamp(32px,6.5vw,50px)]";

/** The name that was asked for, large; both when the question was the definition. */
function AskedNames({ concept, skill }: { concept: ConceptView; skill: Skill }) {
  return (
    <>
      {skill === "en-zh" ? null : <TermText text={concept.en} lang="en" className={`${ASKED_SIZE} leading-[1.2]`} />}
      {skill === "zh-en" ? null : (
        <TermText
          text={concept.zh}
          lang="zh"
          pinyin={concept.pinyin}
          className={`${ASKED_SIZE} mt-1.5 leading-[1.55]`}
        />
      )}
      <OtherNames concept={concept} {...(skill === "zh-en" ? { pinyin: concept.pinyin } : {})} />
    </>
  );
}

/** Abbreviations and other names, each in its language. */
function OtherNames({ concept, pinyin }: { concept: ConceptView; pinyin?: string }) {
  const names = [
    ...concept.abbreviations.map((text) => ({ text, lang: "en" })),
    ...concept.aliases.en.map((text) => ({ text, lang: "en" })),
    ...concept.aliases.zh.map((text) => ({ text, lang: "zh-Hans" })),
    ...(pinyin ? [{ text: pinyin, lang: "zh-Latn-pinyin" }] : []),
  ];
  if (names.length === 0) return null;
  return (
    <p className="mt-2 text-small text-ink-2">
      {names.map((name, index) => (
        <span key={name.lang + name.text}>
          <span lang={name.lang}>{name.text}</span>
          {/* The dot stays with the name before it. */}
          {index < names.length - 1 ? "\u00a0· " : ""}
        </span>
      ))}
    </p>
  );
}

interface BilingualTextProps {
  readonly text: Bilingual;
  readonly language: DefinitionLanguage;
  readonly className: string;
}

function BilingualText({ text, language, className }: BilingualTextProps) {
  return (
    <div className={`max-w-[38em] ${className}`}>
      {language === "en" ? null : <p lang="zh-Hans">{text.zh}</p>}
      {language === "zh" ? null : (
        <p lang="en" className={language === "both" ? "mt-1.5 text-[0.92em] text-ink-2" : ""}>
          {text.en}
        </p>
      )}
    </div>
  );
}

function LabelledText({ label, ...text }: { label: string } & Omit<BilingualTextProps, "className">) {
  return (
    <div className="border-line border-l-2 pl-4">
      <p className="text-note text-ink-2">{label}</p>
      <BilingualText {...text} className="text-body" />
    </div>
  );
}
