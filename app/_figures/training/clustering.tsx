import type { FigureSpec } from "../figure";
import { countTo, meanOf } from "../kit/maths";
import { trimmed } from "../kit/numbers";
import { type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, type Point } from "../kit/shapes";
import { assign, moveCenters, settle } from "./clusters";
import { GroupMark, POINTS, STARTS, toneOf } from "./k-means";

const half = ([x, y]: Point, shift: number): Point => [(x - 26) * 0.52 + shift, y * 0.78 + 10];
const { groups: FOUND } = settle(POINTS, STARTS.slice(0, 3));

export const clustering: FigureSpec = {
  name: "clustering",
  height: 146,
  caption: {
    zh: "没有标签，只凭远近分组；编号不说明每组是什么",
    en: "No labels: groups by closeness alone; the ids do not say what the groups are",
  },
  alt: {
    zh: "左：十六个没有标签的点。右：同样的点按远近分成三组，用三种形状表示，编号 0、1、2",
    en: "Left: sixteen points without labels. Right: the same points divided into three groups by closeness, in three shapes, with the ids 0, 1 and 2",
  },
  draw: () => (
    <>
      {POINTS.map((at) => (
        <Dot key={at.join()} at={half(at, 6)} tone="ink-2" radius={3.5} />
      ))}
      <Arrow from={[138, 66]} to={[162, 66]} />
      {POINTS.map((at, index) => (
        <GroupMark key={at.join()} at={half(at, 170)} group={FOUND[index] ?? 0} size={4} />
      ))}
      {countTo(3).map((group) => {
        const members = POINTS.filter((_, index) => FOUND[index] === group).map((at) => half(at, 170));
        const x = meanOf(members.map(([x]) => x));
        const y = Math.min(...members.map((at) => at[1]));
        return (
          <Label key={group} at={[x + (group === 0 ? 6 : -2), y - 13]} tone={toneOf(group)} strong>
            {group}
          </Label>
        );
      })}
    </>
  ),
};

/** The glossary's example. */
export const LINE_DATA = [1, 2, 9, 10] as const;
export const LINE_CENTERS = [1, 2] as const;

/** The centers before each round of K-means on a line, the start first. */
export function lineRounds(data: readonly number[], start: readonly number[], rounds: number): number[][] {
  const points = data.map((x): Point => [x, 0]);
  return countTo(rounds).reduce<number[][]>(
    (all) => {
      const centers = (all.at(-1) ?? start).map((x): Point => [x, 0]);
      return [...all, moveCenters(points, assign(points, centers), centers).map(([x]) => x)];
    },
    [[...start]],
  );
}

const ROUNDS = lineRounds(LINE_DATA, LINE_CENTERS, 2);

function lineAt(y: number): Frame {
  return { x: 74, y, width: 210, height: 1, xRange: [0, 11], yRange: [0, 1] };
}

export const kMeansLine: FigureSpec = {
  name: "k-means-line",
  height: 166,
  caption: {
    zh: "三角是中心，圆点是数据：两轮之后不再移动",
    en: "Triangles are centers, dots are data: after two rounds nothing moves",
  },
  alt: {
    zh: `数轴上的数据 ${LINE_DATA.join("、")}，K = 2。中心起初在 ${LINE_CENTERS.join(" 和 ")}，第一轮后在 ${ROUNDS[1]?.join(" 和 ")}，第二轮后在 ${ROUNDS[2]?.join(" 和 ")}`,
    en: `The data ${LINE_DATA.join(", ")} on a line, K = 2. The centers start at ${LINE_CENTERS.join(" and ")}; after the first round they are at ${ROUNDS[1]?.join(" and ")}, after the second at ${ROUNDS[2]?.join(" and ")}`,
  },
  draw: (say) => (
    <>
      {ROUNDS.map((centers, round) => {
        const frame = lineAt(28 + round * 50);
        return (
          <g key={frame.y}>
            <Line from={place(frame, [0, 0])} to={place(frame, [11, 0])} />
            <Label at={[8, frame.y]} anchor="start" size={12} tone="ink-2">
              {round === 0 ? say("起初", "start") : say(`第 ${round} 轮后`, `round ${round}`)}
            </Label>
            {LINE_DATA.map((x) => (
              <Dot key={x} at={place(frame, [x, 0])} radius={4} tone="ink-2" />
            ))}
            {centers.map((x, index) => (
              <g key={toneOf(index)}>
                <GroupMark at={[place(frame, [x, 0])[0], frame.y + 12]} group={2} size={6} />
                <Label at={[place(frame, [x, 0])[0] + (round === 0 && index === 1 ? 2 : 0), frame.y + 28]} size={12}>
                  {trimmed(x)}
                </Label>
              </g>
            ))}
            {round === 0
              ? LINE_DATA.map((x) => (
                  <Label key={x} at={[place(frame, [x, 0])[0], frame.y - 14]} size={12} tone="ink-2">
                    {x}
                  </Label>
                ))
              : null}
          </g>
        );
      })}
    </>
  ),
};
