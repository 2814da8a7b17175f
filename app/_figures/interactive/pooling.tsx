"use client";

import { useState } from "react";
import { POOLING_HEIGHT, type PoolingState, PoolingWindow, poolingAt, workingOf } from "../convolution/pooling";
import type { Pooling } from "../convolution/resample";
import { type FigureLanguage, sayIn } from "../figure";
import { Choice, Playground, Slider } from "./controls";

/** The window moves over the map; what it keeps, and its stride, are chosen. */
export default function InteractivePooling({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [state, setState] = useState<PoolingState>({ kind: "max", stride: 2, position: 0 });
  const { perRow, values } = poolingAt(state);
  const stops = perRow * perRow;
  return (
    <Playground
      label={say("移动池化的窗口", "Move the pooling window")}
      height={POOLING_HEIGHT}
      drawing={<PoolingWindow say={say} {...state} />}
      controls={
        <>
          <Slider
            label={say("窗口位置", "window position")}
            value={state.position + 1}
            min={1}
            max={stops}
            step={1}
            shown={`${state.position + 1}/${stops}`}
            onChange={(value) => setState({ ...state, position: value - 1 })}
          />
          <Choice<Pooling>
            label={say("取", "keep")}
            value={state.kind}
            options={[
              { value: "max", label: say("最大值", "largest") },
              { value: "average", label: say("平均值", "mean") },
            ]}
            onChange={(kind) => setState({ ...state, kind })}
          />
          <Choice
            label={say("步幅", "stride")}
            value={state.stride}
            options={[1, 2].map((value) => ({ value, label: String(value) }))}
            onChange={(stride) => setState({ ...state, stride, position: 0 })}
          />
        </>
      }
      status={say(
        `${workingOf(state.kind, values)}；4×4 变成 ${perRow}×${perRow}`,
        `${workingOf(state.kind, values)}; 4×4 becomes ${perRow}×${perRow}`,
      )}
    />
  );
}
