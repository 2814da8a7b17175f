"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { scientific } from "../kit/numbers";
import {
  BEST_DEGREES,
  FIRST_DEGREE,
  FitPlot,
  fitTo,
  judgeFit,
  OVERFITTING_HEIGHT,
  type Shape,
} from "../training/fit-plot";
import { Choice, Playground, Slider } from "./controls";

/** The degree of a polynomial is chosen; training and test error follow. */
export default function InteractiveOverfitting({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [degree, setDegree] = useState(FIRST_DEGREE);
  const [shape, setShape] = useState<Shape>("line");
  const { trainError, testError } = fitTo(shape, degree);
  const [train, test] = [scientific(trainError), scientific(testError)];
  const [zh, en] = verdict(shape, degree);
  return (
    <Playground
      label={say("改次数，看两种误差", "Change the degree and watch both errors")}
      height={OVERFITTING_HEIGHT}
      drawing={<FitPlot shape={shape} degree={degree} say={say} />}
      controls={
        <>
          <Slider label={say("次数", "degree")} value={degree} min={0} max={9} step={1} onChange={setDegree} />
          <Choice
            label={say("数据", "data")}
            value={shape}
            options={[
              { value: "line", label: say("直线", "line") },
              { value: "parabola", label: say("抛物线", "parabola") },
            ]}
            onChange={setShape}
          />
        </>
      }
      status={say(`训练误差 ${train}，测试误差 ${test}。${zh}`, `Training error ${train}, test error ${test}. ${en}`)}
    />
  );
}

function verdict(shape: Shape, degree: number): readonly [zh: string, en: string] {
  const best = BEST_DEGREES[shape];
  switch (judgeFit(shape, degree)) {
    case "underfitting":
      return ["两者都大：欠拟合", "Both are large: underfitting"];
    case "good":
      return ["测试误差最小：正合适", "The test error is lowest: a good fit"];
    case "needless":
      return [
        `比起 ${best} 次，训练误差更小，测试误差没有更小`,
        `Against degree ${best} the training error is lower, the test error is not`,
      ];
    case "overfitting":
      return ["训练误差小，测试误差却大：过拟合", "The training error is low, yet the test error high: overfitting"];
  }
}
