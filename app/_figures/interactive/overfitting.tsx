"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { scientific } from "../kit/numbers";
import { FIRST_DEGREE, FitPlot, fitTo, OVERFITTING_HEIGHT, type Shape } from "../training/fit-plot";
import { Choice, Playground, Slider } from "./controls";

/** The degree of a polynomial is chosen; training and test error follow. */
export default function InteractiveOverfitting({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [degree, setDegree] = useState(FIRST_DEGREE);
  const [shape, setShape] = useState<Shape>("line");
  const { trainError, testError } = fitTo(shape, degree);
  const [train, test] = [scientific(trainError), scientific(testError)];
  const [zh, en] = verdict(shape, degree, testError);
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

function verdict(shape: Shape, degree: number, testError: number): readonly [zh: string, en: string] {
  const best = shape === "line" ? 1 : 2;
  if (degree < best) return ["两者都大：欠拟合", "Both are large: underfitting"];
  if (degree === best) return ["两者都小：正合适", "Both are small: a good fit"];
  if (testError > 1.5 * fitTo(shape, best).testError) {
    return ["训练误差更小，测试误差却大：过拟合", "The training error is lower, yet the test error high: overfitting"];
  }
  return ["训练误差再降，测试误差并不跟着降", "The training error falls on, the test error does not"];
}
