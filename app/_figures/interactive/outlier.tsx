"use client";

import { useState } from "react";
import { FIRST_OUTLIER, OUTLIER_HEIGHT, OutlierDot, WAGE_LINE, WAGES, WageMarks } from "../evaluation/outlier";
import { medianOf } from "../evaluation/statistics";
import { type FigureLanguage, sayIn } from "../figure";
import { meanOf } from "../kit/maths";
import { place } from "../kit/plot";
import type { Point } from "../kit/shapes";
import { DragHandle, Playground } from "./controls";

/** Units of the figure that a thousand takes. */
const UNITS = WAGE_LINE.width / (WAGE_LINE.xRange[1] - WAGE_LINE.xRange[0]);
const HIGHEST = 94;
/** Half of what a finger takes hold of. */
const REACH = 27;

/** The sixth wage is dragged along the line. */
export default function InteractiveOutlier({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [wage, setWage] = useState(FIRST_OUTLIER);
  const wages = [...WAGES, wage];
  const [mean, median] = [meanOf(wages), medianOf(wages)];
  const [x] = place(WAGE_LINE, [wage, 0]);
  const move = ([wanted]: Point) => {
    const thousands = Math.round(WAGE_LINE.xRange[0] + (wanted - WAGE_LINE.x) / UNITS);
    setWage(Math.min(Math.max(thousands, 0), HIGHEST));
  };
  return (
    <Playground
      label={say("拖动第六个人的工资", "Drag the sixth wage")}
      height={OUTLIER_HEIGHT}
      drawing={
        <>
          <WageMarks wages={WAGES} mean={mean} median={median} say={say} />
          <DragHandle
            label={say("第六个人的工资，用左右键移动", "the sixth wage; move it with the left and right keys")}
            shown={String(wage)}
            at={[x, 0]}
            onMove={move}
            step={UNITS}
          >
            <rect x={x - REACH} y={96 - REACH} width={REACH * 2} height={REACH * 2} className="fill-transparent" />
            <OutlierDot wage={wage} />
          </DragHandle>
        </>
      }
      status={say(
        `拖动方块：第六个人挣 ${wage} 千元时，均值 ${mean.toFixed(1)}，中位数 ${median}`,
        `Drag the square: with ${wage} thousand the mean is ${mean.toFixed(1)} and the median ${median}`,
      )}
    />
  );
}
