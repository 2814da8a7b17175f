"use client";

import { useState } from "react";
import { transposedRow } from "../convolution/convolve";
import { FIRST_STAMP_STRIDE, Prints, STAMP, STAMPED, TRANSPOSED_HEIGHT } from "../convolution/transposed-convolution";
import { type FigureLanguage, sayIn } from "../figure";
import { Choice, Playground } from "./controls";

/** The stride sets how far apart the prints lie. */
export default function InteractiveTransposedConvolution({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [stride, setStride] = useState(FIRST_STAMP_STRIDE);
  const { sum } = transposedRow(STAMPED, STAMP, stride);
  const overlap = Math.max(0, STAMP.length - stride);
  const length = `(${STAMPED.length} − 1)×${stride} + ${STAMP.length} = ${sum.length}`;
  return (
    <Playground
      label={say("改步幅，看印叠在哪里", "Change the stride and watch where the prints overlap")}
      height={TRANSPOSED_HEIGHT}
      drawing={<Prints say={say} stride={stride} />}
      controls={
        <Choice
          label={say("步幅", "stride")}
          value={stride}
          options={[1, 2, 3].map((value) => ({ value, label: String(value) }))}
          onChange={setStride}
        />
      }
      status={say(
        `输出 ${sum.join("、")}；长度 ${length}；重叠 ${overlap} 格`,
        `output ${sum.join(", ")}; length ${length}; cells that overlap: ${overlap}`,
      )}
    />
  );
}
