import type { FigureSpec } from "../figure";
import { normalDensity } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Curve, type Frame, place } from "../kit/plot";
import { Area, Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { codeDivergence, divergenceTerms, klDivergence } from "./distributions";

const P = [0.5, 0.5];
const Q = [0.25, 0.75];
const TERMS = divergenceTerms(P, Q);
const DIVERGENCE = klDivergence(P, Q).toFixed(3);
const REVERSED = klDivergence(Q, P).toFixed(3);
const BASE = 104;
const TALLEST = 100;

export const klDivergenceFigure: FigureSpec = {
  name: "kl-divergence",
  height: 172,
  caption: {
    zh: "p 大而 q 小的地方加得多；交换 p 与 q，值就变了",
    en: "It grows where p is large and q small; swapping p and q changes it",
  },
  alt: {
    zh: `两种取值：p 是 0.5、0.5（实框），q 是 0.25、0.75（虚线框）。两项 p ln(p/q) 为 ${TERMS.map((term) => fixed(term, 3)).join(" 和 ")}，合计 ${DIVERGENCE}；反过来是 ${REVERSED}。`,
    en: `Two values: p is 0.5, 0.5 (solid), q is 0.25, 0.75 (dashed). The terms p ln(p/q) are ${TERMS.map((term) => fixed(term, 3)).join(" and ")}, in total ${DIVERGENCE}; the other way round it is ${REVERSED}.`,
  },
  draw: (say) => (
    <>
      {P.map((p, index) => {
        const x = 24 + index * 88;
        const q = Q[index] ?? 0;
        return (
          <g key={q}>
            <Box x={x} y={BASE - p * TALLEST} width={28} height={p * TALLEST} tone="accent" radius={1} />
            <Box x={x + 32} y={BASE - q * TALLEST} width={28} height={q * TALLEST} tone="ink-2" dashed radius={1} />
            <Label at={[x + 14, BASE - p * TALLEST - 10]} size={12}>
              {p}
            </Label>
            <Label at={[x + 46, BASE - q * TALLEST - 10]} size={12}>
              {q}
            </Label>
            <Label at={[x + 14, BASE + 13]} italic tone="accent">
              p
            </Label>
            <Label at={[x + 46, BASE + 13]} italic>
              q
            </Label>
            <Label at={[x + 30, BASE + 38]} strong>
              {fixed(TERMS[index] ?? 0, 3)}
            </Label>
          </g>
        );
      })}
      <Line from={[14, BASE]} to={[182, BASE]} />
      <Label at={[98, BASE + 38]}>+</Label>
      <Label at={[98, BASE + 58]} size={12} tone="ink-2">
        p ln(p/q)
      </Label>
      <Label at={[246, 56]} size={12} tone="ink-2">
        KL(p‖q)
      </Label>
      <Label at={[246, 76]} strong tone="accent" size={15}>
        {DIVERGENCE}
      </Label>
      <Label at={[246, 112]} size={12} tone="ink-2">
        {say("反过来 KL(q‖p)", "KL(q‖p)")}
      </Label>
      <Label at={[246, 132]} size={15}>
        {REVERSED}
      </Label>
    </>
  ),
};

const MEAN = 1;
const FRAME: Frame = { x: 14, y: 16, width: 272, height: 116, xRange: [-3.4, 4.4], yRange: [-0.16, 0.62] };
const code = (x: number) => normalDensity(x, MEAN);
const prior = (x: number) => normalDensity(x);
const integrand = (x: number) => code(x) * Math.log(code(x) / prior(x));

function areaOver(from: number, to: number): readonly Point[] {
  const steps = 60;
  const curve = Array.from({ length: steps + 1 }, (_, i): Point => {
    const x = from + ((to - from) * i) / steps;
    return place(FRAME, [x, integrand(x)]);
  });
  return [place(FRAME, [from, 0]), ...curve, place(FRAME, [to, 0])];
}

export const gaussianDivergence: FigureSpec = {
  name: "gaussian-divergence",
  height: 160,
  caption: {
    zh: "上方的面积减去下方的面积，就是 KL 散度",
    en: "The area above the axis less the area below it is the KL divergence",
  },
  alt: {
    zh: `两条正态曲线，标准差都是 1：编码的分布 p 均值为 ${MEAN}，标准正态 q 均值为 0。p ln(p/q) 与横轴之间的面积，正的减去负的，等于 ${codeDivergence(MEAN, 1)}。`,
    en: `Two normal curves with standard deviation 1: the code's p with mean ${MEAN} and the standard normal q with mean 0. The area between p ln(p/q) and the axis, positive less negative, is ${codeDivergence(MEAN, 1)}.`,
  },
  draw: () => (
    <>
      {/* p ln(p/q) changes sign where both curves cross, in the middle of the two means. */}
      <Area points={areaOver(-3.4, MEAN / 2)} tone="ink-2" />
      <Area points={areaOver(MEAN / 2, 4.4)} />
      <Line from={place(FRAME, [-3.4, 0])} to={place(FRAME, [4.4, 0])} />
      {[0, MEAN].map((mean) => (
        <g key={mean}>
          <Line from={place(FRAME, [mean, 0])} to={place(FRAME, [mean, normalDensity(0)])} dashed thick={1} />
          <Label at={[place(FRAME, [mean, 0])[0], 144]} size={12} tone="ink-2">
            {mean}
          </Label>
        </g>
      ))}
      <Curve frame={FRAME} of={prior} tone="ink-2" dashed />
      <Curve frame={FRAME} of={code} />
      <Label at={place(FRAME, [-1.35, 0.3])} italic>
        q
      </Label>
      <Label at={place(FRAME, [2.4, 0.4])} italic strong tone="accent">
        p
      </Label>
      <Label at={place(FRAME, [3.2, 0.5])} strong>
        {`KL = ${codeDivergence(MEAN, 1)}`}
      </Label>
    </>
  ),
};

const PILES = [
  { to: 5, y: 54 },
  { to: 1, y: 118 },
];
const alongLine = (x: number) => 34 + x * 46;

export const wassersteinDistance: FigureSpec = {
  name: "wasserstein-distance",
  height: 166,
  caption: {
    zh: "像搬土堆：搬的量乘走的路，近了就小",
    en: "Like moving earth: amount times way, smaller when nearer",
  },
  alt: {
    zh: "数轴两条：上，p 全在 0，q 全在 5，距离 1 × 5 = 5；下，q 挪到 1，距离 1 × 1 = 1。两次都毫不重叠，KL 散度都是无穷大。",
    en: "Two number lines: above, all of p at 0 and all of q at 5, distance 1 × 5 = 5; below, q at 1, distance 1 × 1 = 1. Without overlap the KL divergence is infinite both times.",
  },
  draw: (say) => (
    <>
      {PILES.map(({ to, y }) => (
        <g key={to}>
          <Line from={[20, y]} to={[286, y]} />
          {[0, 1, 2, 3, 4, 5].map((x) => (
            <Label key={x} at={[alongLine(x), y + 13]} size={12} tone="ink-2">
              {x}
            </Label>
          ))}
          <Dot at={[alongLine(0), y]} tone="accent" radius={6} />
          <Dot at={[alongLine(to), y]} tone="ink-2" radius={6} open />
          <Label at={[alongLine(0) - 14, y - 12]} italic tone="accent" strong>
            p
          </Label>
          <Label at={[alongLine(to) + 14, y - 12]} italic>
            q
          </Label>
          <Arrow
            from={[alongLine(0) + 4, y - 8]}
            to={[alongLine(to) - 4, y - 8]}
            bend={to === 5 ? 22 : 12}
            tone="accent"
          />
          <Label
            at={[to === 5 ? 149 : alongLine(to) + 60, y - (to === 5 ? 34 : 24)]}
            anchor={to === 5 ? "middle" : "start"}
          >
            {`1 × ${to} = ${to}`}
          </Label>
        </g>
      ))}
      <Label at={[150, 154]} size={12} tone="ink-2">
        {say("KL 两次都是 ∞", "KL is ∞ both times")}
      </Label>
    </>
  ),
};
