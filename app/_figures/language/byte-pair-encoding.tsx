import type { FigureSpec, Say } from "../figure";
import { Box, Label } from "../kit/shapes";
import { afterMerges, pairsOf } from "./byte-pairs";

export const BYTE_PAIR_HEIGHT = 176;

const SYMBOL = 22;
const widthOf = (symbol: string) => SYMBOL + (symbol.length - 1) * 9;

/** A word as the symbols that it is made of now; the given pair is marked. */
function Symbols({ x, y, symbols, marked }: { x: number; y: number; symbols: readonly string[]; marked: string }) {
  let left = x;
  return (
    <>
      {symbols.map((symbol, index) => {
        const here = left;
        left += widthOf(symbol) + 3;
        const isMarked = `${symbol} ${symbols[index + 1]}` === marked || `${symbols[index - 1]} ${symbol}` === marked;
        return (
          <Box
            key={here}
            x={here}
            y={y}
            width={widthOf(symbol)}
            height={24}
            tone={isMarked ? "accent" : symbol.length > 1 ? "good" : "ink-3"}
            label={symbol}
          />
        );
      })}
    </>
  );
}

/** The corpus after a number of merges, the pairs that are counted then, and the symbols made so far. */
export function BytePairDrawing({ merges, say }: { merges: number; say: Say }) {
  const { words, made } = afterMerges(merges);
  const pairs = pairsOf(words);
  const [best] = pairs;
  return (
    <>
      <Label at={[6, 11]} anchor="start" size={12} tone="ink-2">
        {say("语料", "corpus")}
      </Label>
      {words.map(({ symbols, count }, index) => (
        <g key={count}>
          <Symbols x={6} y={24 + index * 34} symbols={symbols} marked={best ? `${best.left} ${best.right}` : ""} />
          <Label at={[112, 36 + index * 34]} anchor="start">
            × {count}
          </Label>
        </g>
      ))}
      <Label at={[172, 11]} anchor="start" size={12} tone="ink-2">
        {say("相邻的一对", "neighbors")}
      </Label>
      {pairs.map(({ left, right, count }, index) => (
        <g key={`${left} ${right}`}>
          <Label at={[172, 34 + index * 25]} anchor="start" strong={index === 0} tone={index === 0 ? "accent" : "ink"}>
            {`${left} + ${right}`}
          </Label>
          <Label at={[290, 34 + index * 25]} anchor="end" strong={index === 0}>
            {count}
          </Label>
        </g>
      ))}
      {best ? null : (
        <Label at={[172, 34]} anchor="start">
          {say("没有了", "none left")}
        </Label>
      )}
      <Label at={[6, 150]} anchor="start" size={12} tone="ink-2">
        {say("新符号", "new symbols")}
      </Label>
      <Symbols x={88} y={138} symbols={made} marked="" />
    </>
  );
}

const [FIRST] = pairsOf(afterMerges(0).words);

export const bytePairEncoding: FigureSpec = {
  name: "byte-pair-encoding",
  height: BYTE_PAIR_HEIGHT,
  caption: {
    zh: "每一步合并最常相邻的一对（框出的），它就成了一个新符号",
    en: "Each step merges the most frequent neighbors (marked) into a new symbol",
  },
  alt: {
    zh: `语料是 cat 10 次、hat 5 次、cats 4 次，都拆成字母。相邻的一对里 ${FIRST?.left} 与 ${FIRST?.right} 最多，共 ${FIRST?.count} 次，将先合并；其次是 c 与 a 14 次、h 与 a 5 次、t 与 s 4 次。`,
    en: `The corpus has cat 10 times, hat 5 times and cats 4 times, all in letters. Of the neighbors, ${FIRST?.left} and ${FIRST?.right} are most frequent, ${FIRST?.count} times, and merge first; then c and a 14, h and a 5, t and s 4.`,
  },
  draw: (say) => <BytePairDrawing merges={0} say={say} />,
  interactive: true,
};
