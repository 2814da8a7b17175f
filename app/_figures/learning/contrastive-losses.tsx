import type { FigureSpec } from "../figure";
import { onCircle, sumOf } from "../kit/maths";
import { Bars } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { infoNceLoss, tripletLoss } from "./similarity";

const CENTER: Point = [96, 92];
const RADIUS = 74;
const pointAt = (degrees: number) => onCircle(CENTER, RADIUS, degrees);
const [ANCHOR, MATCH] = [62, 18];
const OTHERS = [130, 205, 262, 318];

export const contrastiveLearning: FigureSpec = {
  name: "contrastive-learning",
  height: 184,
  caption: {
    zh: "同一张图的两个版本拉近，其余的推开",
    en: "Two views of one image are pulled together, all others pushed away",
  },
  alt: {
    zh: "单位圆上的表示：同一张图的两个增强版本（实心点）互相拉近，其余图的表示（空心点）被推开。",
    en: "Representations on a circle: two views of the same image (filled dots) pull each other closer, those of other images (open dots) are pushed away.",
  },
  draw: (say) => (
    <>
      <Dot at={CENTER} radius={RADIUS} tone="line" open />
      <Arrow from={pointAt(ANCHOR - 7)} to={pointAt(ANCHOR - 20)} tone="good" thick={2.5} />
      <Arrow from={pointAt(MATCH + 7)} to={pointAt(MATCH + 20)} tone="good" thick={2.5} />
      {OTHERS.map((degrees) => {
        // Away from the two views along the circle, either way round.
        const away = degrees < 220 ? 1 : -1;
        return (
          <g key={degrees}>
            <Arrow from={pointAt(degrees + away * 7)} to={pointAt(degrees + away * 24)} dashed />
            <Dot at={pointAt(degrees)} tone="ink-2" radius={6} open />
          </g>
        );
      })}
      <Dot at={pointAt(ANCHOR)} radius={6} />
      <Dot at={pointAt(MATCH)} radius={6} />
      <Label at={[190, 26]} anchor="start">
        {say("版本一", "view 1")}
      </Label>
      <Line from={[186, 26]} to={[pointAt(ANCHOR)[0] + 9, pointAt(ANCHOR)[1]]} thick={1} />
      <Label at={[190, 69]} anchor="start">
        {say("版本二", "view 2")}
      </Label>
      <Dot at={[196, 118]} tone="ink-2" radius={6} open />
      <Label at={[208, 118]} anchor="start">
        {say("其他图", "other images")}
      </Label>
      <Arrow from={[188, 142]} to={[206, 142]} tone="good" thick={2.5} />
      <Label at={[212, 142]} anchor="start" size={12}>
        {say("拉近", "pull")}
      </Label>
      <Arrow from={[188, 164]} to={[206, 164]} dashed />
      <Label at={[212, 164]} anchor="start" size={12}>
        {say("推开", "push")}
      </Label>
    </>
  ),
};

const [SAME, MARGIN] = [0.5, 0.2];
const NEGATIVES = [0.6, 0.9];
const alongDistance = (distance: number) => 28 + distance * 250;

export const triplet: FigureSpec = {
  name: "triplet-loss",
  height: 184,
  caption: {
    zh: "异类 n 落在同类距离加间隔（虚线）之外，损失才是 0",
    en: "The loss is 0 only if n lies beyond p's distance plus the margin (dashed)",
  },
  alt: {
    zh: `从锚点 a 量起，同类 p 在 ${SAME}，加上间隔 ${MARGIN} 到 ${SAME + MARGIN}。上：异类 n 在 0.6，损失 ${tripletLoss(SAME, 0.6, MARGIN).toFixed(1)}。下：n 在 0.9，损失 ${tripletLoss(SAME, 0.9, MARGIN)}。`,
    en: `Measured from the anchor a, the same kind p is at ${SAME}, with the margin ${MARGIN} up to ${SAME + MARGIN}. Above, the other kind n is at 0.6 and the loss ${tripletLoss(SAME, 0.6, MARGIN).toFixed(1)}; below, n is at 0.9 and the loss ${tripletLoss(SAME, 0.9, MARGIN)}.`,
  },
  draw: (say) => (
    <>
      {NEGATIVES.map((other, index) => {
        const y = 54 + index * 88;
        const loss = tripletLoss(SAME, other, MARGIN);
        const border = alongDistance(SAME + MARGIN);
        return (
          <g key={other}>
            <Line from={[alongDistance(0), y]} to={[alongDistance(1), y]} />
            <Box
              x={alongDistance(SAME)}
              y={y - 12}
              width={border - alongDistance(SAME)}
              height={24}
              tone="warn"
              radius={0}
              dashed
            />
            {loss > 0 ? <Line from={[alongDistance(other), y]} to={[border, y]} tone="accent" thick={5} /> : null}
            <Dot at={[alongDistance(0), y]} tone="ink" radius={5} />
            <Dot at={[alongDistance(SAME), y]} tone="good" radius={5} />
            <Dot at={[alongDistance(other), y]} radius={5} tone="accent" />
            <Label at={[alongDistance(0), y + 20]} italic>
              a
            </Label>
            <Label at={[alongDistance(SAME) - (index === 0 ? 10 : 0), y + 22]}>{`p ${SAME}`}</Label>
            <Label at={[alongDistance(other) + (index === 0 ? 12 : 0), y + 22]}>{`n ${other}`}</Label>
            <Label at={[alongDistance(0), y - 30]} anchor="start" strong>
              {say(`损失 ${loss === 0 ? 0 : loss.toFixed(1)}`, `loss ${loss === 0 ? 0 : loss.toFixed(1)}`)}
            </Label>
            <Label at={[(alongDistance(SAME) + border) / 2, y - 22]} size={12} tone="ink-2">
              {say(`间隔 ${MARGIN}`, `margin ${MARGIN}`)}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const SIMILARITIES = [0.8, 0.2, 0];
const TAU = 0.5;
const RAISED = SIMILARITIES.map((similarity) => Math.exp(similarity / TAU));
const RAISED_SUM = sumOf(RAISED);
const LOSS = infoNceLoss(SIMILARITIES, TAU).toFixed(2);

export const infoNce: FigureSpec = {
  name: "info-nce",
  height: 176,
  caption: {
    zh: "相配者占的份额越大，损失越小",
    en: "The larger the match's share, the smaller the loss",
  },
  alt: {
    zh: `三个候选的相似度为 ${SIMILARITIES.join("、")}，第一个相配；除以 τ = ${TAU} 取指数得 ${RAISED.map((value) => value.toFixed(2)).join("、")}，相配者的概率是 ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)}，损失 ${LOSS}。`,
    en: `Three candidates have the similarities ${SIMILARITIES.join(", ")}, the first is the match; divided by τ = ${TAU} and exponentiated they give ${RAISED.map((value) => value.toFixed(2)).join(", ")}; the match has probability ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)} and the loss is ${LOSS}.`,
  },
  draw: (say) => (
    <>
      <Label at={[102, 11]} size={12} tone="ink-2">
        exp(s / τ)
      </Label>
      <Bars
        frame={{ x: 6, y: 36, width: 192, height: 92, xRange: [0, 3], yRange: [0, 5] }}
        bars={RAISED.map((value, index) => ({
          value,
          label: `s = ${SIMILARITIES[index]}`,
          shown: value.toFixed(2),
          tone: index === 0 ? "accent" : "ink-3",
        }))}
      />
      <Label at={[38, 160]} size={12} tone="accent">
        {say("相配", "match")}
      </Label>
      <Label at={[134, 160]} size={12} tone="ink-2">
        {say("不相配", "others")}
      </Label>
      <Label at={[250, 48]} size={12} tone="ink-2">
        {say("相配者的概率", "share of match")}
      </Label>
      <Label at={[250, 68]}>{`${RAISED[0]?.toFixed(2)} / ${RAISED_SUM.toFixed(2)}`}</Label>
      <Label at={[250, 88]} strong>{`= ${((RAISED[0] ?? 0) / RAISED_SUM).toFixed(3)}`}</Label>
      <Label at={[250, 122]} strong tone="accent">
        {say(`损失 ${LOSS}`, `loss ${LOSS}`)}
      </Label>
    </>
  ),
};
