import { pairWithPinyin } from "./pinyin";

interface TermTextProps {
  readonly text: string;
  readonly lang: "zh" | "en";
  /** One syllable per Han character, separated by spaces; shown above the characters. Chinese only. */
  readonly pinyin?: string | undefined;
  readonly className?: string;
}

/** A term in the face of its language, tagged with it, so that screen readers and fonts get it right. */
export function TermText({ text, lang, pinyin, className = "" }: TermTextProps) {
  if (lang === "en") {
    return (
      <span lang="en" className={`term-latin ${className}`}>
        {text}
      </span>
    );
  }
  return (
    <span lang="zh-Hans" className={`term-zh ${className}`}>
      {pinyin ? <Ruby zh={text} pinyin={pinyin} /> : text}
    </span>
  );
}

/** Pinyin is for the eye: a screen reader reads the characters, and a selection copies them alone. */
function Ruby({ zh, pinyin }: { zh: string; pinyin: string }) {
  return pairWithPinyin(zh, pinyin).map((part, index) =>
    part.syllable === null ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a name's characters never move
      <ruby key={index}>
        {part.text}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an rt cannot have the focus */}
        <rt
          aria-hidden="true"
          lang="zh-Latn-pinyin"
          className="select-none px-[0.15em] font-normal font-ui text-[max(11px,0.3em)] leading-none tracking-normal text-ink-2"
        >
          {part.syllable}
        </rt>
      </ruby>
    ),
  );
}
