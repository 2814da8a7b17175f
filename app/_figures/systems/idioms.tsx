import { countAt, precisionOf, recallOf, TWENTY_SAMPLES } from "../evaluation/counts";
import { gaussians } from "../evaluation/sampling";
import { gaussianDensity, meanOf } from "../evaluation/statistics";
import type { FigureSpec } from "../figure";
import { shown } from "../kit/evaluation-shapes";
import { Axes, Bars, Curve, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";

const THRESHOLDS: Frame = { x: 34, y: 24, width: 176, height: 112, xRange: [0, 0.95], yRange: [0, 1] };
const CHOSEN = 0.4;
const CHOSEN_COUNTS = countAt(TWENTY_SAMPLES, CHOSEN);

/** A metric as the threshold rises: level between two scores, so that it is drawn in steps. */
function stepsOf(metric: typeof precisionOf): readonly Point[] {
  const scores = TWENTY_SAMPLES.map(({ score }) => score)
    .filter((score) => score <= 0.95)
    .sort((one, other) => one - other);
  let from = 0;
  const points = scores.flatMap((score): readonly Point[] => {
    const value = metric(countAt(TWENTY_SAMPLES, score));
    const level: readonly Point[] = [
      [from, value],
      [score, value],
    ];
    from = score;
    return level;
  });
  const last = metric(countAt(TWENTY_SAMPLES, 0.95));
  return [...points, [from, last], [0.95, last]];
}

const tradeOff: FigureSpec = {
  name: "trade-off",
  height: 176,
  caption: {
    zh: "阈值提高：召回率（虚线）降，精确率大体升",
    en: "A higher threshold: recall (dashed) falls, precision mostly rises",
  },
  alt: {
    zh: `二十个样本的精确率与召回率随阈值变化的两条阶梯线，一条大体上升，一条下降。竖线在 ${CHOSEN}：精确率 ${precisionOf(CHOSEN_COUNTS).toFixed(2)}，召回率 ${recallOf(CHOSEN_COUNTS).toFixed(2)}。`,
    en: `Precision and recall of twenty samples against the threshold: two staircases, one mostly rising, one falling. A line at ${CHOSEN}: precision ${precisionOf(CHOSEN_COUNTS).toFixed(2)}, recall ${recallOf(CHOSEN_COUNTS).toFixed(2)}.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={THRESHOLDS}
        xTicks={[{ at: 0 }, { at: CHOSEN }, { at: 0.8 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        xName={say("阈值", "threshold")}
      />
      <Polyline points={stepsOf(precisionOf).map((point) => place(THRESHOLDS, point))} />
      <Polyline points={stepsOf(recallOf).map((point) => place(THRESHOLDS, point))} tone="ink-2" dashed />
      <Line from={place(THRESHOLDS, [CHOSEN, 0])} to={place(THRESHOLDS, [CHOSEN, 1.08])} tone="ink" />
      <Dot at={place(THRESHOLDS, [CHOSEN, precisionOf(CHOSEN_COUNTS)])} />
      <Dot at={place(THRESHOLDS, [CHOSEN, recallOf(CHOSEN_COUNTS)])} tone="ink-2" />
      <Label at={[218, 26]} anchor="start" tone="accent" strong>
        {say("精确率", "precision")}
      </Label>
      <Label at={[218, 112]} anchor="start" tone="ink-2">
        {say("召回率", "recall")}
      </Label>
    </>
  ),
};

const bottleneck: FigureSpec = {
  name: "bottleneck",
  height: 140,
  caption: {
    zh: "读取占 80 毫秒：计算快一倍，每步也只省 10 毫秒",
    en: "Loading takes 80 ms: twice faster computing saves just 10",
  },
  alt: {
    zh: "两条时间横条。原来：读取 80 毫秒加计算 20 毫秒，共 100。计算快一倍：80 加 10，共 90。",
    en: "Two bars of time. Before: loading 80 ms and computing 20, in all 100. With computing twice as fast: 80 and 10, in all 90.",
  },
  draw: (say) =>
    [20, 10].map((computing, index) => {
      const y = 28 + index * 62;
      const unit = 2.3;
      return (
        <g key={computing}>
          <Label at={[14, y - 14]} anchor="start" tone="ink-2">
            {index === 0 ? say("每步", "each step") : say("计算快一倍之后", "computing twice as fast")}
          </Label>
          <Box
            x={14}
            y={y}
            width={80 * unit}
            height={30}
            tone="accent"
            radius={0}
            label={say("读取 80", "loading 80")}
          />
          <Box x={14 + 80 * unit} y={y} width={computing * unit} height={30} radius={0} label={computing} />
          <Label at={[292, y + 15]} anchor="end" strong>
            {80 + computing}
          </Label>
        </g>
      );
    }),
};

const CELLS = 8;
const FOUND: Point = [5, 2];

const coarseToFine: FigureSpec = {
  name: "coarse-to-fine",
  height: 156,
  caption: {
    zh: "先在粗格里找到大致位置，再只把那一格放大细找",
    en: "Find the rough place first, then look closely at that cell only",
  },
  alt: {
    zh: "左边 8 × 8 的粗格里选中一格，右边把这一格放大成 8 × 8 的细格，再选中其中一格：查 64 + 64 = 128 格，而不是 4096 格。",
    en: "Left, one cell of a coarse 8 × 8 grid is chosen; right, that cell is enlarged to a fine 8 × 8 grid and one of its cells chosen: 64 + 64 = 128 cells looked at, not 4,096.",
  },
  draw: (say) => (
    <>
      {[0, 1].map((level) =>
        Array.from({ length: CELLS * CELLS }, (_, cell) => {
          const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
          const chosen = level === 0 ? column === FOUND[0] && row === FOUND[1] : column === 2 && row === 4;
          return (
            <Box
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              key={cell}
              x={14 + level * 164 + column * 14}
              y={8 + row * 14}
              width={13}
              height={13}
              tone={chosen ? "accent" : "line"}
              thick={chosen ? 2.5 : 1}
              radius={0}
            />
          );
        }),
      )}
      <Line from={[98, 36]} to={[178, 8]} tone="accent" dashed />
      <Line from={[98, 50]} to={[178, 120]} tone="accent" dashed />
      <Label at={[70, 138]} tone="ink-2">
        {say("粗：64 格", "coarse: 64")}
      </Label>
      <Label at={[234, 138]} tone="ink-2">
        {say("细：64 格", "fine: 64")}
      </Label>
    </>
  ),
};

const ORACLE: Frame = { x: 20, y: 22, width: 200, height: 96, xRange: [0, 1], yRange: [0, 80] };

const oracle: FigureSpec = {
  name: "oracle",
  height: 142,
  caption: {
    zh: "虚线是知道答案才有的分数：说明还差多少",
    en: "Dashed: what knowing the answers would give, so much is to gain",
  },
  alt: {
    zh: "两根柱子：我们的重排序模型 65.0%，知道标准答案的理想上界 72.4%（虚线），差 7.4 个百分点。",
    en: "Two bars: our re-ranker at 65.0%, and dashed the oracle that knows the answers at 72.4%, 7.4 points above.",
  },
  draw: (say) => (
    <>
      <Bars
        frame={ORACLE}
        bars={[
          { label: say("我们的", "ours"), value: 65, shown: "65.0", tone: "accent" },
          { label: say("理想上界", "oracle"), value: 0, shown: "" },
        ]}
      />
      <Box
        x={148}
        y={place(ORACLE, [0, 72.4])[1]}
        width={44}
        height={118 - place(ORACLE, [0, 72.4])[1]}
        fill="none"
        dashed
        radius={2}
      />
      <Label at={[170, place(ORACLE, [0, 72.4])[1] - 9]} size={12}>
        72.4
      </Label>
      <Line from={[96, place(ORACLE, [0, 65])[1]]} to={[240, place(ORACLE, [0, 65])[1]]} dashed />
      <Line from={[196, place(ORACLE, [0, 72.4])[1]]} to={[240, place(ORACLE, [0, 72.4])[1]]} dashed />
      <Label at={[246, 35]} anchor="start" strong>
        7.4
      </Label>
    </>
  ),
};

const PICKED = 4;
/** Scores of twenty samples, seeded. */
export const ALL_SCORES: readonly number[] = gaussians(20, 31).map((value) => Math.round(60 + 12 * value));
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
        const bell = (x: number) => gaussianDensity(x, score, SEED_DEVIATION);
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
              {shown(score, 1)}
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
        <Polyline
          points={[
            [252, 58],
            [252, 74],
            [48, 74],
          ]}
          tone="ink-2"
          thick={1.5}
        />
        <Arrow from={[48, 74]} to={[48, 90]} />
        <Label at={[48, 142]} size={12} tone="accent">
          {say("只换这里", "swap me")}
        </Label>
      </>
    );
  },
};

const ABLATION: Frame = { x: 14, y: 24, width: 272, height: 92, xRange: [0, 1], yRange: [70, 79] };

const ablation: FigureSpec = {
  name: "ablation-study",
  height: 140,
  caption: {
    zh: "每次去掉一个部件，看掉多少（纵轴从 70 起）",
    en: "One part out at a time: what is lost? (The axis starts at 70.)",
  },
  alt: {
    zh: "三根柱子，纵轴从 70% 起：完整模型 78.3，去掉注意力 76.1，去掉数据增强 77.9。",
    en: "Three bars on an axis from 70%: full model 78.3, without attention 76.1, without augmentation 77.9.",
  },
  draw: (say) => (
    <>
      <Bars
        frame={ABLATION}
        bars={[
          { label: say("完整", "full"), value: 78.3 },
          { label: say("无注意力", "no attention"), value: 76.1, tone: "accent" },
          { label: say("无增强", "no augment."), value: 77.9 },
        ]}
      />
      {["−2.2", "−0.4"].map((change, index) => (
        <Label key={change} at={[150 + index * 90.7, 104]} strong>
          {change}
        </Label>
      ))}
    </>
  ),
};

export const idiomFigures: readonly FigureSpec[] = [
  tradeOff,
  bottleneck,
  coarseToFine,
  oracle,
  cherryPicking,
  marginalImprovement,
  pipeline,
  ablation,
];
