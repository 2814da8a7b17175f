import type { FigureSpec } from "../figure";
import { Block, shown } from "../kit/model-blocks";
import { Axes, Bars, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, type Point, Polyline } from "../kit/shapes";
import { discountedReturn, upperBound } from "./similarity";

export const reinforcementLearning: FigureSpec = {
  name: "reinforcement-learning",
  height: 164,
  caption: {
    zh: "一步一圈：选动作，得到奖励和新的状态",
    en: "One round a step: choose an action, get a reward and a new state",
  },
  alt: {
    zh: "智能体在上，环境在下。智能体看到状态 s，发出动作 a；环境回以奖励 r 和新的状态，如此循环。",
    en: "The agent above, the environment below. The agent sees the state s and sends an action a; the environment answers with a reward r and a new state, in a loop.",
  },
  draw: (say) => (
    <>
      <Block x={90} y={8} width={120} height={44} lines={[say("智能体", "agent")]} tone="accent" />
      <Block x={90} y={112} width={120} height={44} lines={[say("环境", "environment")]} tone="good" />
      <Polyline
        points={[
          [210, 30],
          [252, 30],
          [252, 134],
        ]}
        tone="ink-2"
        thick={1.5}
      />
      <Arrow from={[252, 134]} to={[210, 134]} />
      <Label at={[246, 82]} anchor="end">
        {say("动作 a", "action a")}
      </Label>
      <Polyline
        points={[
          [90, 144],
          [30, 144],
          [30, 20],
        ]}
        tone="ink-2"
        thick={1.5}
      />
      <Arrow from={[30, 20]} to={[90, 20]} />
      <Polyline
        points={[
          [90, 124],
          [50, 124],
          [50, 40],
        ]}
        tone="warn"
        thick={1.5}
        dashed
      />
      <Arrow from={[50, 40]} to={[90, 40]} tone="warn" />
      <Label at={[58, 98]} anchor="start" tone="warn">
        {say("奖励 r", "reward r")}
      </Label>
      <Label at={[58, 68]} anchor="start">
        {say("← 状态 s", "← state s")}
      </Label>
    </>
  ),
};

const SLIPS = [
  { probability: 0.1, dx: -1, dy: 0 },
  { probability: 0.8, dx: 0, dy: -1 },
  { probability: 0.1, dx: 1, dy: 0 },
];
const CELL = 54;

export const markovDecisionProcess: FigureSpec = {
  name: "markov-decision-process",
  height: 176,
  caption: {
    zh: "选“向前”，结果仍有三种；概率只看现在这一格",
    en: "Having chosen forward, three things may happen; only the present square matters",
  },
  alt: {
    zh: "冰面上的机器人选“向前”：以 0.8 的概率前进一格，以 0.1 滑向左，以 0.1 滑向右，三者合计为 1，与它怎么来到这一格无关。",
    en: "A robot on ice chooses forward: with probability 0.8 it moves ahead, with 0.1 it slides left and with 0.1 right, in total 1, however it came to this square.",
  },
  draw: (say) => {
    const center: Point = [116, 120];
    return (
      <>
        {[0, 1, 2].map((column) => (
          <g key={column}>
            {[0, 1].map((row) => (
              <Box
                key={row}
                x={35 + column * CELL}
                y={39 + row * CELL}
                width={CELL}
                height={CELL}
                tone="line"
                fill="none"
                radius={0}
              />
            ))}
          </g>
        ))}
        {SLIPS.map(({ probability, dx, dy }) => (
          <Arrow
            key={dx}
            from={[center[0] + dx * 16, center[1] + dy * 16]}
            to={[center[0] + dx * 52, center[1] + dy * 58]}
            tone={dy === 0 ? "ink-2" : "accent"}
            thick={1.5 + probability * 3}
          />
        ))}
        <Dot at={center} radius={14} tone="accent" open />
        <Label at={center} italic>
          s
        </Label>
        <Label at={[132, 52]} anchor="start" strong>
          0.8
        </Label>
        <Label at={[52, 140]}>0.1</Label>
        <Label at={[180, 140]}>0.1</Label>
        <Label at={[116, 20]}>{say("动作 a：向前", "action a: forward")}</Label>
        <Label at={[254, 84]}>0.8</Label>
        <Label at={[254, 102]}>+ 0.1</Label>
        <Label at={[254, 120]}>+ 0.1</Label>
        <Line from={[232, 132]} to={[276, 132]} />
        <Label at={[254, 144]} strong>
          = 1
        </Label>
      </>
    );
  },
};

const AHEAD = 20;
const FACTORS = [
  { factor: 0.99, tone: "accent", dashed: false },
  { factor: 0.9, tone: "ink-2", dashed: true },
] as const;
const WEIGHTS: Frame = { x: 34, y: 24, width: 224, height: 116, xRange: [0, AHEAD], yRange: [0, 1] };

export const discountFactor: FigureSpec = {
  name: "discount-factor",
  height: 178,
  caption: {
    zh: "同样是 1 分，越晚到越不值钱；γ 越小跌得越快",
    en: "The later a point comes the less it is worth; a smaller γ falls faster",
  },
  alt: {
    zh: `横轴是往后数的步数 k，纵轴是权重 γ 的 k 次方。10 步之后，γ = 0.9 时只剩 ${(0.9 ** 10).toFixed(2)}，γ = 0.99 时还有 ${(0.99 ** 10).toFixed(2)}。`,
    en: `The weight γ to the power k over the number of steps ahead, k. Ten steps ahead it is ${(0.9 ** 10).toFixed(2)} with γ = 0.9 and ${(0.99 ** 10).toFixed(2)} with γ = 0.99.`,
  },
  draw: (say) => (
    <>
      <Axes
        frame={WEIGHTS}
        xName={say("步数 k", "steps k")}
        yName="γᵏ"
        xTicks={[{ at: 0 }, { at: 10 }, { at: 20 }]}
        yTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
      />
      <Line from={place(WEIGHTS, [10, 0])} to={place(WEIGHTS, [10, 0.99 ** 10])} dashed thick={1} />
      {FACTORS.map(({ factor, ...look }) => {
        const points = Array.from({ length: AHEAD + 1 }, (_, k) => place(WEIGHTS, [k, factor ** k]));
        const [x, y] = place(WEIGHTS, [10, factor ** 10]);
        return (
          <g key={factor}>
            <Polyline points={points} {...look} />
            <Dot at={[x, y]} tone={look.tone} />
            <Label at={[x + 8, y + (factor > 0.95 ? 14 : -11)]} anchor="start" strong>
              {(factor ** 10).toFixed(2)}
            </Label>
            <Label
              at={[WEIGHTS.x + WEIGHTS.width - 4, place(WEIGHTS, [20, factor ** 20])[1] - 13]}
              size={12}
              tone={look.tone}
            >
              {`γ = ${factor}`}
            </Label>
          </g>
        );
      })}
    </>
  ),
};

const REWARDS = [1, 2, 4];
const HALF = 0.5;

export const discountedSum: FigureSpec = {
  name: "return",
  height: 150,
  caption: {
    zh: "越晚的奖励打折越多，加起来就是回报",
    en: "Later rewards are discounted more; their sum is the return",
  },
  alt: {
    zh: `此后三步的奖励是 ${REWARDS.join("、")}，γ = ${HALF}，依次乘 1、0.5、0.25，各得 1，合计回报 ${discountedReturn(REWARDS, HALF)}；不打折是 ${discountedReturn(REWARDS, 1)}。`,
    en: `The next three rewards are ${REWARDS.join(", ")}; with γ = ${HALF} they are multiplied by 1, 0.5 and 0.25, so each counts 1 and the return is ${discountedReturn(REWARDS, HALF)}; without discounting it would be ${discountedReturn(REWARDS, 1)}.`,
  },
  draw: (say) => (
    <>
      <Label at={[6, 28]} anchor="start" size={12} tone="ink-2">
        {say("奖励", "reward")}
      </Label>
      {REWARDS.map((reward, k) => {
        const x = 60 + k * 62;
        return (
          <g key={reward}>
            <Box x={x} y={12} width={40} height={32} label={reward} />
            <Arrow from={[x + 20, 44]} to={[x + 20, 88]} />
            <Label at={[x + 26, 64]} anchor="start" size={12}>
              × {HALF ** k}
            </Label>
            <Box x={x} y={88} width={40} height={32} tone="accent" label={reward * HALF ** k} />
            {k < 2 ? <Label at={[x + 51, 104]}>+</Label> : null}
          </g>
        );
      })}
      <Label at={[236, 104]}>=</Label>
      <Box x={248} y={86} width={46} height={36} tone="good" label={discountedReturn(REWARDS, HALF)} labelSize={16} />
      <Label at={[271, 136]} size={12} tone="ink-2">
        {say("回报", "return")}
      </Label>
    </>
  ),
};

const [ACTIONS, EPSILON] = [4, 0.1];
const CHANCES = Array.from({ length: ACTIONS }, (_, action) => (action === 0 ? 1 - EPSILON : 0) + EPSILON / ACTIONS);

export const epsilonGreedy: FigureSpec = {
  name: "epsilon-greedy",
  height: 166,
  caption: {
    zh: "多数时候选最好的，也给其余的留一点机会",
    en: "Mostly the best action, with a small chance for the others",
  },
  alt: {
    zh: `ε = ${EPSILON}、4 个动作：最好的动作被选中的概率是 ${CHANCES[0]?.toFixed(3)}，其余三个各 ${CHANCES[1]?.toFixed(3)}。`,
    en: `With ε = ${EPSILON} and 4 actions the best one is chosen with probability ${CHANCES[0]?.toFixed(3)}, each of the other three with ${CHANCES[1]?.toFixed(3)}.`,
  },
  draw: (say) => (
    <>
      <Bars
        frame={{ x: 10, y: 26, width: 280, height: 104, xRange: [0, ACTIONS], yRange: [0, 1] }}
        bars={CHANCES.map((value, action) => ({
          value,
          label: action === 0 ? say("最好的", "the best") : say(`其他 ${action}`, `other ${action}`),
          shown: value.toFixed(3),
          tone: action === 0 ? "accent" : "ink-3",
        }))}
      />
      <Label at={[284, 40]} anchor="end" size={12} tone="ink-2">
        {say("探索：ε ÷ 4", "explore: ε / 4")}
      </Label>
    </>
  ),
};

const PLACES = [
  { zh: "甲馆", en: "A", visits: 20, mean: 8 },
  { zh: "乙馆", en: "B", visits: 1, mean: 6 },
];
/** Half the width of what the true level may be: a standard deviation of 3 over the root of the visits. */
const doubt = (visits: number) => 3 / Math.sqrt(visits);
const alongPoints = (points: number) => 62 + (points - 2) * 28;

export const explorationExploitation: FigureSpec = {
  name: "exploration-exploitation",
  height: 140,
  caption: {
    zh: "乙馆只去过一次：平均分低，却可能更好",
    en: "B was tried once: its average is lower, but it may be better",
  },
  alt: {
    zh: `分数轴上两家餐馆：甲去过 20 次，平均 8 分，真实水平大致在 ${(8 - doubt(20)).toFixed(1)} 到 ${(8 + doubt(20)).toFixed(1)} 之间；乙去过 1 次，6 分，可能在 ${(6 - doubt(1)).toFixed(0)} 到 ${(6 + doubt(1)).toFixed(0)} 之间（单次的标准差设为 3）。`,
    en: `Two restaurants on a scale of points: A, 20 visits, mean 8, is likely between ${(8 - doubt(20)).toFixed(1)} and ${(8 + doubt(20)).toFixed(1)}; B, 1 visit, 6 points, between ${(6 - doubt(1)).toFixed(0)} and ${(6 + doubt(1)).toFixed(0)} (taking the standard deviation of a visit to be 3).`,
  },
  draw: (say) => (
    <>
      {PLACES.map(({ zh, en, visits, mean }, index) => {
        const y = 30 + index * 50;
        const tone = index === 0 ? "ink-2" : "accent";
        const [from, to] = [alongPoints(mean - doubt(visits)), alongPoints(mean + doubt(visits))];
        return (
          <g key={en}>
            <Label at={[10, y]} anchor="start">
              {say(zh, en)}
            </Label>
            <Line from={[from, y]} to={[to, y]} tone={tone} thick={3} />
            <Line from={[from, y - 6]} to={[from, y + 6]} tone={tone} />
            <Line from={[to, y - 6]} to={[to, y + 6]} tone={tone} />
            <Dot at={[alongPoints(mean), y]} tone={tone} radius={5} />
            <Label at={[alongPoints(mean), y - 17]} size={12}>
              {say(`${visits} 次，均 ${mean}`, `${visits} ×, mean ${mean}`)}
            </Label>
          </g>
        );
      })}
      <Line from={[alongPoints(2), 106]} to={[alongPoints(10), 106]} />
      {[2, 4, 6, 8, 10].map((points) => (
        <Label key={points} at={[alongPoints(points), 120]} size={12} tone="ink-2">
          {points}
        </Label>
      ))}
    </>
  ),
};

const BRANCHES = [
  { zh: "甲", en: "A", visits: 80, mean: 0.6 },
  { zh: "乙", en: "B", visits: 20, mean: 0.5 },
].map((branch) => ({ ...branch, score: upperBound(branch.mean, branch.visits, 100) }));

export const monteCarloTreeSearch: FigureSpec = {
  name: "monte-carlo-tree-search",
  height: 210,
  caption: {
    zh: "均值加上“少试”的奖励：这一次轮到乙",
    en: "Mean plus a bonus for few visits: this time it is B's turn",
  },
  alt: {
    zh: `根节点访问 100 次。走法甲 80 次、均值 0.6，得分 ${BRANCHES[0]?.score.toFixed(2)}；乙 20 次、均值 0.5，得分 ${BRANCHES[1]?.score.toFixed(2)}，更高，于是沿乙下行，添一个新节点，模拟其结局再逐级回传。`,
    en: `The root has 100 visits. Move A, 80 visits, mean 0.6, scores ${BRANCHES[0]?.score.toFixed(2)}; B, 20 visits, mean 0.5, scores ${BRANCHES[1]?.score.toFixed(2)}, which is higher, so the search goes down B, adds a new node, plays it out and sends the result back up.`,
  },
  draw: (say) => (
    <>
      <Dot at={[150, 22]} radius={18} tone="ink-2" open />
      <Label at={[150, 22]}>100</Label>
      {BRANCHES.map(({ zh, en, visits, mean, score }, index) => {
        const x = 76 + index * 148;
        const chosen = index === 1;
        return (
          <g key={en}>
            <Arrow
              from={[chosen ? 164 : 136, 35]}
              to={[x + (chosen ? -16 : 16), 68]}
              tone={chosen ? "accent" : "ink-3"}
              thick={chosen ? 2.5 : 1.5}
            />
            <Dot at={[x, 82]} radius={18} tone={chosen ? "accent" : "ink-2"} open />
            <Label at={[x, 82]}>{visits}</Label>
            <Label at={[x - 24, 82]} anchor="end">
              {say(zh, en)}
            </Label>
            <Label at={[x, 116]} size={12} tone="ink-2">
              {`${shown(mean, 1)} + ${shown(score - mean, 2)}`}
            </Label>
            <Label at={[x, 134]} strong tone={chosen ? "accent" : "ink"}>
              {`= ${shown(score, 2)}`}
            </Label>
          </g>
        );
      })}
      <Arrow from={[224, 146]} to={[224, 166]} tone="accent" dashed />
      <Dot at={[224, 182]} radius={15} tone="accent" open />
      <Label at={[224, 182]}>{say("新", "new")}</Label>
      <Arrow from={[206, 182]} to={[110, 182]} dashed />
      <Label at={[104, 182]} anchor="end" size={12} tone="ink-2">
        {say("模拟、回传", "play out, back")}
      </Label>
    </>
  ),
};
