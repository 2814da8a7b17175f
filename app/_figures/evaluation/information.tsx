import type { FigureSpec } from "../figure";
import { Axes, Curve, type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label } from "../kit/shapes";
import { entropyOf, surpriseOf } from "./statistics";

const DIE = [1, 2, 3, 4, 5, 6];
const ALL_BITS = entropyOf(DIE.map(() => 1 / 6));
const LEFT_BITS = entropyOf([1 / 3, 1 / 3, 1 / 3]);
const BITS_SCALE = 284 / ALL_BITS;

function Faces({ y, possible }: { y: number; possible: (face: number) => boolean }) {
  return DIE.map((face, index) => (
    <Box
      key={face}
      x={8 + index * 36}
      y={y}
      width={28}
      height={28}
      tone={possible(face) ? "ink-2" : "line"}
      dashed={!possible(face)}
      label={possible(face) ? face : undefined}
    />
  ));
}

const mutualInformation: FigureSpec = {
  name: "mutual-information",
  height: 188,
  caption: {
    zh: "知道是奇数，少掉的那 1 比特疑问就是互信息",
    en: "Knowing that it is odd saves one bit: the mutual information",
  },
  alt: {
    zh: `骰子点数 X 的熵是 ${ALL_BITS.toFixed(3)} 比特；知道奇偶 Y 之后只剩三种可能，熵 ${LEFT_BITS.toFixed(3)} 比特；两者之差为互信息 1 比特。`,
    en: `The roll X of a die has ${ALL_BITS.toFixed(3)} bits of entropy; knowing its parity Y leaves three faces and ${LEFT_BITS.toFixed(3)} bits. The difference, 1 bit, is the mutual information.`,
  },
  draw: (say) => (
    <>
      <Faces y={6} possible={() => true} />
      <Arrow from={[232, 20]} to={[232, 60]} bend={-14} />
      <Label at={[250, 40]} anchor="start">
        {say("奇数", "odd")}
      </Label>
      <Faces y={46} possible={(face) => face % 2 === 1} />
      <Box
        x={8}
        y={92}
        width={ALL_BITS * BITS_SCALE}
        height={24}
        tone="ink-3"
        radius={0}
        label={`H(X) = ${ALL_BITS.toFixed(3)}`}
      />
      <Box
        x={8}
        y={124}
        width={LEFT_BITS * BITS_SCALE}
        height={24}
        tone="ink-3"
        radius={0}
        label={`H(X | Y) = ${LEFT_BITS.toFixed(3)}`}
      />
      <Box
        x={8 + LEFT_BITS * BITS_SCALE}
        y={124}
        width={(ALL_BITS - LEFT_BITS) * BITS_SCALE}
        height={24}
        tone="accent"
        thick={2.5}
        radius={0}
        label={`I = ${(ALL_BITS - LEFT_BITS).toFixed(0)}`}
      />
      <Label at={[150, 168]} size={12} tone="ink-2">
        {say("条的长度：熵，单位比特", "length: entropy in bits")}
      </Label>
    </>
  ),
};

/** Probabilities of "cat" that the model gives to three unlabelled images. */
const UNLABELLED = [0.98, 0.52, 0.1];
const ASK: Frame = { x: 36, y: 26, width: 236, height: 92, xRange: [0, 1], yRange: [0, 1] };

const activeLearning: FigureSpec = {
  name: "active-learning",
  height: 158,
  caption: {
    zh: "曲线是模型的疑惑（熵）：只标一张，就标最疑惑的那张",
    en: "Doubt (entropy) of each image: ask about the one at the top",
  },
  alt: {
    zh: "三张未标注的图在疑惑曲线上：判为猫的概率 0.98 与 0.10 的两张在两侧低处，0.52 的一张在最高处，被选去标注。",
    en: "Three unlabeled images on the curve of doubt: those with a cat probability of 0.98 and 0.10 lie low at the sides; the one at 0.52 is on top and is chosen for labeling.",
  },
  draw: (say) => (
    <>
      <Axes
        frame={ASK}
        xTicks={[{ at: 0 }, { at: 0.5 }, { at: 1 }]}
        xName={say("“猫”的概率", 'probability of "cat"')}
        yName={say("疑惑", "doubt")}
      />
      <Curve frame={ASK} of={(p) => entropyOf([p, 1 - p])} tone="ink-3" />
      {UNLABELLED.map((p) => {
        const chosen = surpriseOf(Math.max(p, 1 - p)) > 0.5;
        const [x, y] = place(ASK, [p, entropyOf([p, 1 - p])]);
        return (
          <g key={p}>
            <Dot at={[x, y]} radius={chosen ? 7 : 5} tone={chosen ? "accent" : "ink-2"} open={!chosen} />
            <Label at={[x + (chosen ? 0 : p > 0.5 ? -22 : 22), y + (chosen ? 20 : 4)]} strong={chosen}>
              {p.toFixed(2)}
            </Label>
          </g>
        );
      })}
      <Label at={[168, 12]} anchor="start" tone="accent" strong>
        {say("请人标这张", "ask for this one")}
      </Label>
    </>
  ),
};

export const informationFigures: readonly FigureSpec[] = [mutualInformation, activeLearning];
