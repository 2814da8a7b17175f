"use client";

import { useState } from "react";
import { compareStack, Fields, RECEPTIVE_HEIGHT, type Stack } from "../convolution/receptive-field";
import { type FigureLanguage, sayIn } from "../figure";
import { Choice, Playground } from "./controls";

/** Layers are stacked; the field and the number of weights follow. */
export default function InteractiveReceptiveField({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [stack, setStack] = useState<Stack>({ layers: 2, stride: 1 });
  const { field, fields, stackWeights, singleWeights } = compareStack(stack);
  const sum = [1, ...fields.map((each, index) => each - (fields[index - 1] ?? 1))].join(" + ");
  return (
    <Playground
      label={say("叠几层 3×3 卷积", "Stack 3×3 layers")}
      height={RECEPTIVE_HEIGHT}
      drawing={<Fields say={say} {...stack} />}
      controls={
        <>
          <Choice
            label={say("层数", "layers")}
            value={stack.layers}
            options={[1, 2, 3].map((value) => ({ value, label: String(value) }))}
            onChange={(layers) => setStack({ ...stack, layers })}
          />
          <Choice
            label={say("每层步幅", "stride of each")}
            value={stack.stride}
            options={[1, 2].map((value) => ({ value, label: String(value) }))}
            onChange={(stride) => setStack({ ...stack, stride })}
          />
        </>
      }
      status={say(
        `感受野 ${sum} = ${field}；权重 ${stackWeights} 个，一层 ${field}×${field} 要 ${singleWeights} 个`,
        `field ${sum} = ${field}; ${stackWeights} weights, against ${singleWeights} for one ${field}×${field} layer`,
      )}
    />
  );
}
