import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { Arrow, Box, Dot, Elbow, Label, Line, type Point, Polyline } from "../kit/shapes";

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
      <Elbow
        points={[
          [210, 30],
          [252, 30],
          [252, 134],
          [210, 134],
        ]}
      />
      <Label at={[246, 82]} anchor="end">
        {say("动作 a", "action a")}
      </Label>
      <Elbow
        points={[
          [90, 144],
          [30, 144],
          [30, 20],
          [90, 20],
        ]}
      />
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
      <Label at={[58, 82]} anchor="start" tone="warn">
        {say("奖励 r", "reward r")}
      </Label>
      <Label at={[58, 9]}>{say("状态 s", "state s")}</Label>
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
