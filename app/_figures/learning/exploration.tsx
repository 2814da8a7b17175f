import type { FigureSpec } from "../figure";
import { fixed } from "../kit/numbers";
import { Bars } from "../kit/plot";
import { Arrow, Dot, Label, Line } from "../kit/shapes";
import { upperBound } from "./similarity";

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
              {say(`${visits} 次，均 ${mean}`, `${visits} visit${visits > 1 ? "s" : ""}, mean ${mean}`)}
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
              {`${fixed(mean, 1)} + ${fixed(score - mean, 2)}`}
            </Label>
            <Label at={[x, 134]} strong tone={chosen ? "accent" : "ink"}>
              {`= ${fixed(score, 2)}`}
            </Label>
          </g>
        );
      })}
      <Arrow from={[224, 146]} to={[224, 166]} tone="accent" dashed />
      <Dot at={[224, 184]} radius={18} tone="accent" open />
      <Label at={[224, 184]}>{say("新", "new")}</Label>
      <Arrow from={[206, 182]} to={[110, 182]} dashed />
      <Label at={[104, 182]} anchor="end" size={12} tone="ink-2">
        {say("模拟、回传", "play out, back")}
      </Label>
    </>
  ),
};
