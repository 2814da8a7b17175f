"use client";

import { useState } from "react";
import { type FigureLanguage, type Say, sayIn } from "../figure";
import type { Point } from "../kit/shapes";
import { assign, moveCenters, withinSum } from "../training/clusters";
import { FIRST_K, K_MEANS_HEIGHT, KMeansPlot, POINTS, STARTS } from "../training/k-means";
import { Actions, Choice, Playground } from "./controls";

interface State {
  readonly centers: readonly Point[];
  readonly groups: readonly number[];
  /** What was done last. */
  readonly phase: "assigned" | "moved" | "settled";
  readonly round: number;
}

function begin(k: number): State {
  const centers = STARTS.slice(0, k);
  return { centers, groups: assign(POINTS, centers), phase: "assigned", round: 1 };
}

function advance({ centers, groups, phase, round }: State): State {
  if (phase === "assigned") return { centers: moveCenters(POINTS, groups, centers), groups, phase: "moved", round };
  const next = assign(POINTS, centers);
  const same = next.every((group, index) => group === groups[index]);
  return { centers, groups: next, phase: same ? "settled" : "assigned", round: same ? round : round + 1 };
}

/** K-means by the step: assign, move, assign, until nothing changes. */
export default function InteractiveKMeans({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [k, setK] = useState(FIRST_K);
  const [state, setState] = useState(() => begin(FIRST_K));
  const restart = (count: number) => {
    setK(count);
    setState(begin(count));
  };
  const targets = state.phase === "assigned" ? moveCenters(POINTS, state.groups, state.centers) : [];
  return (
    <Playground
      label={say("一步一步做 K 均值聚类", "K-means, step by step")}
      height={K_MEANS_HEIGHT}
      drawing={<KMeansPlot centers={state.centers} groups={state.groups} targets={targets} />}
      controls={
        <>
          <Actions
            actions={[
              {
                label: state.phase === "assigned" ? say("移动中心", "Move centers") : say("重新归组", "Assign points"),
                onPress: () => setState(advance),
                disabled: state.phase === "settled",
              },
              { label: say("重来", "Again"), onPress: () => restart(k) },
            ]}
          />
          <Choice
            label={say("组数 K", "groups K")}
            value={k}
            options={[2, 3, 4].map((count) => ({ value: count, label: String(count) }))}
            onChange={restart}
          />
        </>
      }
      status={statusOf(state, say)}
    />
  );
}

function statusOf({ centers, groups, phase, round }: State, say: Say): string {
  const total = Math.round(withinSum(POINTS, groups, centers) / 100);
  const did = {
    assigned: say("每个点归最近的中心", "each point joined its nearest center"),
    moved: say("中心移到了平均位置", "the centers moved to the means"),
    settled: say("归组不再变化，结束", "no point changed its group, done"),
  }[phase];
  return say(
    `第 ${round} 轮：${did}。距离平方和 ${total}`,
    `Round ${round}: ${did}. Sum of squared distances: ${total}`,
  );
}
