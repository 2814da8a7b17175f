import type { Bilingual, FormulaView } from "@/lib/glossary/concept";

interface FormulaSymbolsProps {
  readonly symbols: FormulaView["symbols"];
  /** In this order. */
  readonly languages: readonly (keyof Bilingual)[];
  readonly className?: string;
}

/** What each letter of a formula stands for. */
export function FormulaSymbols({ symbols, languages, className = "" }: FormulaSymbolsProps) {
  return (
    <dl
      className={`mx-auto grid w-fit max-w-full grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-small ${className}`}
    >
      {symbols.map((symbol) => (
        <div key={symbol.en} className="col-span-2 grid grid-cols-subgrid items-baseline">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's output with trust off, from the seed's own TeX */}
          <dt className="text-right text-[1.1em]" dangerouslySetInnerHTML={{ __html: symbol.mathml }} />
          <dd>
            {languages.map((language, index) => (
              <span
                key={language}
                lang={language === "en" ? "en" : "zh-Hans"}
                className={index === 0 ? "block" : "block text-ink-2"}
              >
                {symbol[language]}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
