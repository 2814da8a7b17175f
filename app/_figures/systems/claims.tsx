import { seededRandom } from "@/lib/seeded-random";
import type { FigureSpec } from "../figure";
import { meanOf, normalDensity } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { Curve, type Frame, place } from "../kit/plot";
import { normals } from "../kit/random";
import { Arrow, Box, Dot, Elbow, Label, Line } from "../kit/shapes";

const PICKED = 4;
/** Scores of twenty samples, seeded. */
export const ALL_SCORES: readonly number[] = normals(20, seededRandom(31)).map((value) => Math.round(60 + 12 * value));
const LINE_UP: Frame = { x: 20, y: 30, width: 260, height: 84, xRange: [0, 20], yRange: [30, 90] };
const BEST = [...ALL_SCORES].sort((one, other) => other - one).slice(0, PICKED);
const [ALL_MEAN, PICKED_MEAN] = [meanOf(ALL_SCORES), meanOf(BEST)];

const cherryPicking: FigureSpec = {
  name: "cherry-picking",
  height: 150,
  caption: {
    zh: "只展示最好的四个（红点），平均就从虚线跳到了实线",
    en: "Show only the best four (filled), and the mean leaps up",
  },
  alt: {
    zh: `二十个样本的得分，平均 ${ALL_MEAN.toFixed(0)}（虚线）；只挑最好的四个，平均就成了 ${PICKED_MEAN.toFixed(0)}（实线）。`,
    en: `Scores of twenty samples with mean ${ALL_MEAN.toFixed(0)} (dashed); the best four alone have mean ${PICKED_MEAN.toFixed(0)} (solid).`,
  },
  draw: (say) => (
    <>
      <Line from={place(LINE_UP, [0, ALL_MEAN])} to={place(LINE_UP, [20, ALL_MEAN])} dashed tone="ink-2" />
      <Line from={place(LINE_UP, [0, PICKED_MEAN])} to={place(LINE_UP, [20, PICKED_MEAN])} tone="accent" />
      {ALL_SCORES.map((score, index) => {
        const picked = BEST.includes(score);
        return (
          <Dot
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its place
            key={index}
            at={place(LINE_UP, [index + 0.5, score])}
            tone={picked ? "accent" : "ink-2"}
            open={!picked}
            radius={picked ? 5 : 4}
          />
        );
      })}
      <Label at={[20, 12]} anchor="start" tone="accent" strong>
        {say(`展示的：平均 ${PICKED_MEAN.toFixed(0)}`, `shown: mean ${PICKED_MEAN.toFixed(0)}`)}
      </Label>
      <Label at={[20, 138]} anchor="start" tone="ink-2">
        {say(`全部：平均 ${ALL_MEAN.toFixed(0)}`, `all: mean ${ALL_MEAN.toFixed(0)}`)}
      </Label>
    </>
  ),
};

const MARGINAL: Frame = { x: 16, y: 20, width: 268, height: 92, xRange: [79, 81.4], yRange: [0, 1.5] };
const SCORES = [80.1, 80.2];
const SEED_DEVIATION = 0.3;

const marginalImprovement: FigureSpec = {
  name: "marginal-improvement",
  height: 150,
  caption: {
    zh: "换个种子就波动 0.3，提升 0.1 说明不了什么",
    en: "Seeds alone move it by 0.3; a gain of 0.1 proves little",
  },
  alt: {
    zh: "两条钟形曲线，中心在 80.1 与 80.2，标准差都是 0.3，绝大部分重叠。",
    en: "Two bell curves centered at 80.1 and 80.2, both with standard deviation 0.3, overlap almost entirely.",
  },
  draw: (say) => (
    <>
      {SCORES.map((score, index) => {
        const bell = (x: number) => normalDensity(x, score, SEED_DEVIATION);
        return (
          <g key={score}>
            <Curve frame={MARGINAL} of={bell} tone={index === 0 ? "ink-2" : "accent"} dashed={index === 0} />
            <Line
              from={place(MARGINAL, [score, 0])}
              to={place(MARGINAL, [score, bell(score)])}
              tone={index === 0 ? "ink-2" : "accent"}
              dashed={index === 0}
            />
            <Label
              at={[place(MARGINAL, [score, 0])[0] + (index === 0 ? -16 : 16), 125]}
              size={12}
              tone={index === 0 ? "ink-2" : "accent"}
            >
              {fixed(score, 1)}
            </Label>
          </g>
        );
      })}
      <Line from={[10, 112]} to={[290, 112]} />
      <Label at={[62, 44]} tone="ink-2">
        {say("基线", "baseline")}
      </Label>
      <Label at={[232, 44]} tone="accent" strong>
        {say("新方法", "new")}
      </Label>
      <Label at={[150, 142]} size={12} tone="ink-2">
        {say("准确率（%），σ = 0.3", "accuracy in %, σ = 0.3")}
      </Label>
    </>
  ),
};

const pipeline: FigureSpec = {
  name: "pipeline",
  height: 152,
  caption: {
    zh: "一环接一环；要换模型，只动“训练模型”这一环",
    en: "Station after station; another model changes only one of them",
  },
  alt: {
    zh: "六个方框依次相连：读取数据、清洗、提取特征、训练模型、评估、部署；“训练模型”一环标出，表示可以单独替换。",
    en: "Six boxes in a chain: load data, clean, extract features, train, evaluate, deploy; the training box is marked as the one that can be exchanged alone.",
  },
  draw: (say) => {
    const steps = [
      say("读取数据", "load data"),
      say("清洗", "clean"),
      say("提取特征", "features"),
      say("训练模型", "train"),
      say("评估", "evaluate"),
      say("部署", "deploy"),
    ];
    return (
      <>
        {steps.map((step, index) => {
          const [column, row] = [index % 3, Math.floor(index / 3)];
          const [x, y] = [8 + column * 102, 16 + row * 76];
          const chosen = index === 3;
          return (
            <g key={step}>
              <Box
                x={x}
                y={y}
                width={80}
                height={40}
                tone={chosen ? "accent" : "ink-3"}
                thick={chosen ? 2.5 : 1.5}
                label={step}
              />
              {column < 2 ? <Arrow from={[x + 82, y + 20]} to={[x + 100, y + 20]} /> : null}
            </g>
          );
        })}
        <Elbow
          points={[
            [252, 58],
            [252, 74],
            [48, 74],
            [48, 90],
          ]}
        />
        <Label at={[48, 142]} size={12} tone="accent">
          {say("只换这里", "swap me")}
        </Label>
      </>
    );
  },
};

export const claimFigures: readonly FigureSpec[] = [cherryPicking, marginalImprovement, pipeline];
