import type { FigureSpec } from "../figure";
import { Block } from "../kit/blocks";
import { ShadedGrid } from "../kit/cell-grid";
import { fixed } from "../kit/numbers";
import { Arrow, Box, Label, Polyline } from "../kit/shapes";
import { expectedPayoffs } from "./distributions";

export const gan: FigureSpec = {
  name: "gan",
  height: 178,
  caption: {
    zh: "判别器学着分辨真假，生成器学着骗过它",
    en: "The discriminator learns to tell real from made, the generator to fool it",
  },
  alt: {
    zh: "随机向量 z 送进生成器，造出假的实例；真实数据和假的实例都交给判别器，它给真照片 0.95，给造出的脸 0.10。判别结果沿虚线传回，用来训练生成器。",
    en: "A random vector z goes into the generator, which makes a fake; real data and fakes go to the discriminator, which answers 0.95 for a real photo and 0.10 for a made face. Its verdict goes back along a dashed line to train the generator.",
  },
  draw: (say) => (
    <>
      <Box x={4} y={44} width={36} height={34} tone="line" label="z" />
      <Arrow from={[40, 61]} to={[58, 61]} />
      <Block x={58} y={40} width={88} height={42} lines={[say("生成器 G", "generator")]} tone="accent" />
      <Arrow from={[146, 61]} to={[192, 86]} tone="accent" />
      <Label at={[176, 64]} size={12} tone="accent">
        {say("假", "fake")}
      </Label>
      <Block x={58} y={116} width={88} height={42} lines={[say("真实数据", "real data")]} />
      <Arrow from={[146, 137]} to={[192, 112]} tone="good" />
      <Label at={[176, 138]} size={12} tone="good">
        {say("真", "real")}
      </Label>
      <Block x={192} y={74} width={104} height={50} lines={[say("判别器 D", "discriminator")]} tone="good" />
      <Polyline
        points={[
          [244, 74],
          [244, 24],
          [102, 24],
        ]}
        tone="ink-2"
        thick={1.5}
        dashed
      />
      <Arrow from={[102, 24]} to={[102, 40]} />
      <Label at={[173, 11]} size={12} tone="ink-2">
        {say("训练信号", "training signal")}
      </Label>
      <Label at={[244, 146]}>{say("真照片 0.95", "real: 0.95")}</Label>
      <Label at={[244, 166]}>{say("造的脸 0.10", "made: 0.10")}</Label>
    </>
  ),
};

const STAKE = 10;
/** What the row player gets: wins if both show the same side. */
const PENNIES = [
  [STAKE, -STAKE],
  [-STAKE, STAKE],
];
const bothSides = (payoff: number) => `${fixed(payoff, 0)}, ${fixed(-payoff, 0)}`;

export const zeroSumGame: FigureSpec = {
  name: "zero-sum-game",
  height: 174,
  caption: { zh: "每一格里，两方的得失加起来都是 0", en: "In every cell the two numbers add up to 0" },
  alt: {
    zh: `猜硬币：甲选行，乙选列，相同则甲赢 ${STAKE} 元，不同则乙赢 ${STAKE} 元。四格依次是 10 与 −10、−10 与 10、−10 与 10、10 与 −10，每格之和为 0。`,
    en: `Matching pennies: A picks the row, B the column; if they match A wins ${STAKE}, if not B does. The cells are 10 and −10, −10 and 10, −10 and 10, 10 and −10; each adds up to 0.`,
  },
  draw: (say) => {
    const sides = [say("正面", "heads"), say("反面", "tails")];
    return (
      <>
        <Label at={[160, 10]} size={12} tone="ink-2">
          {say("乙", "B")}
        </Label>
        <Label at={[30, 100]} size={12} tone="ink-2">
          {say("甲", "A")}
        </Label>
        {sides.map((side, index) => (
          <g key={side}>
            <Label at={[128 + index * 64, 28]}>{side}</Label>
            <Label at={[90, 72 + index * 64]} anchor="end">
              {side}
            </Label>
          </g>
        ))}
        <ShadedGrid
          x={96}
          y={40}
          cell={64}
          shades={PENNIES.map((row) => row.map((payoff) => (payoff > 0 ? 0.3 : 0)))}
          texts={PENNIES.map((row) => row.map(bothSides))}
          size={13}
        />
        <Label at={[262, 92]} size={12} tone="ink-2">
          10 + (−10)
        </Label>
        <Label at={[262, 110]} size={12} tone="ink-2">
          = 0
        </Label>
      </>
    );
  },
};

/** Rock, scissors, paper: what the row player gets. */
const MOVES = { zh: ["石头", "剪刀", "布"], en: ["rock", "scissors", "paper"] };
const HANDS = [
  [0, 1, -1],
  [-1, 0, 1],
  [1, -1, 0],
];
const AVERAGES = expectedPayoffs(HANDS, [1 / 3, 1 / 3, 1 / 3]);

export const nashEquilibrium: FigureSpec = {
  name: "nash-equilibrium",
  height: 190,
  caption: {
    zh: "对方各以 1/3 随机出拳时，我怎么改都不会更好",
    en: "If the other plays each with 1/3, no change of mine does better",
  },
  alt: {
    zh: `石头剪刀布的收益表，行是我，列是对方，赢为 1，输为 −1，平为 0。对方三种各出 1/3 时，我出石头、剪刀、布的平均收益都是 ${AVERAGES.map((a) => fixed(a, 0)).join("、")}。`,
    en: `Payoffs of rock, paper, scissors, rows mine, columns the other's: 1 for a win, −1 for a loss, 0 for a draw. Against 1/3 of each, rock, scissors and paper bring ${AVERAGES.map((a) => fixed(a, 0)).join(", ")} on average.`,
  },
  draw: (say) => {
    const names = MOVES.zh.map((zh, index) => say(zh, MOVES.en[index] ?? ""));
    return (
      <>
        {names.map((name, index) => (
          <g key={name}>
            <Label at={[95 + index * 54, 11]} size={12}>
              {name}
            </Label>
            <Label at={[95 + index * 54, 28]} size={12} tone="accent">
              1/3
            </Label>
            <Label at={[62, 62 + index * 46]} anchor="end" size={12}>
              {name}
            </Label>
            {HANDS[index]?.map((payoff, column) => (
              <Box
                key={names[column]}
                x={70 + column * 54}
                y={40 + index * 46}
                width={50}
                height={42}
                tone={payoff > 0 ? "good" : payoff < 0 ? "warn" : "ink-3"}
                label={fixed(payoff, 0)}
              />
            ))}
            <Label at={[266, 61 + index * 46]} strong>
              {`= ${fixed(AVERAGES[index] ?? 0, 0)}`}
            </Label>
          </g>
        ))}
        <Label at={[266, 20]} size={12} tone="ink-2">
          {say("平均", "mean")}
        </Label>
      </>
    );
  },
};
