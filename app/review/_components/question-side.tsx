import { useTranslations } from "use-intl";
import { Formula } from "@/app/_ui/formula";
import { TermText } from "@/app/_ui/term-text";
import { type FacePiece, type Question, questionOf } from "@/lib/glossary/question";
import type { CurrentCard } from "@/lib/srs/session";
import type { DefinitionLanguage } from "@/lib/srs/session-payload";

interface QuestionSideProps {
  readonly question: Question;
  readonly revealed: boolean;
}

/** What the card shows first. The term is the largest thing on the screen. */
export function QuestionSide({ question, revealed }: QuestionSideProps) {
  const t = useTranslations("review");
  return (
    <>
      <h1 className="mt-2.5">
        {question.front.map((piece, index) => (
          <Piece key={piece.lang + piece.role} piece={piece} first={index === 0} />
        ))}
      </h1>
      {revealed ? null : <p className="mt-6 text-small text-ink-2">{t(`asks.${question.asks}`)}</p>}
    </>
  );
}

function Piece({ piece, first }: { piece: FacePiece; first: boolean }) {
  if (piece.role === "formula") {
    return <Formula mathml={piece.mathml} reading={piece} large />;
  }
  if (piece.role === "definition") {
    const size = first ? "text-[clamp(20px,3.2vw,26px)]" : "mt-4 text-[clamp(17px,2.4vw,20px)] text-ink-2";
    return (
      <span
        lang={piece.lang}
        className={`block max-w-[34em] leading-[1.75] ${piece.lang === "en" ? "font-latin-term" : "font-term"} ${size}`}
      >
        {piece.text}
      </span>
    );
  }
  const size = first ? "text-term" : "mt-2 text-[clamp(26px,5vw,40px)] leading-[1.3]";
  return (
    <TermText text={piece.text} lang={piece.lang === "en" ? "en" : "zh"} className={`block text-balance ${size}`} />
  );
}

/** The card's question for a learner. */
export function questionFor(card: CurrentCard, definitionLanguage: DefinitionLanguage): Question {
  return questionOf({ concept: card.concept, skill: card.skill, definitionLanguage });
}

/** The question in one line, for the announcement of a new card. */
export function questionText(question: Question): string {
  return question.front.map((piece) => piece.text).join(" · ");
}
