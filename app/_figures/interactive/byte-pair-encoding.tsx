"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { sumOf } from "../kit/maths";
import { BYTE_PAIR_HEIGHT, BytePairDrawing } from "../language/byte-pair-encoding";
import { afterMerges, pairsOf } from "../language/byte-pairs";
import { Actions, Playground } from "./controls";

/** The merges are made one by one. */
export default function InteractiveBytePairs({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [merges, setMerges] = useState(0);
  const { words, made } = afterMerges(merges);
  const [best] = pairsOf(words);
  const symbols = sumOf(words.map(({ symbols, count }) => symbols.length * count));
  const length = say(`语料现有 ${symbols} 个符号`, `the corpus has ${symbols} symbols`);
  return (
    <Playground
      label={say("一步步合并", "Merge step by step")}
      height={BYTE_PAIR_HEIGHT}
      drawing={<BytePairDrawing merges={merges} say={say} />}
      controls={
        <Actions
          actions={[
            {
              label: say("合并最多的一对", "Merge the top pair"),
              onPress: () => setMerges(merges + 1),
              disabled: best === undefined,
            },
            { label: say("从头来", "Start again"), onPress: () => setMerges(0), disabled: merges === 0 },
          ]}
        />
      }
      status={
        best === undefined
          ? say(`每个词都成了一个符号；${length}`, `Every word is one symbol now; ${length}`)
          : say(
              `已合并 ${made.length} 次，${length}；下一步：${best.left} 与 ${best.right}，相邻 ${best.count} 次`,
              `${made.length} merged, ${length}; next: ${best.left} and ${best.right}, side by side ${best.count} times`,
            )
      }
    />
  );
}
