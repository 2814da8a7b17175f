import type { FigureSpec } from "../figure";
import { type Frame, place } from "../kit/plot";
import { Arrow, Dot, Label, Line, type Point } from "../kit/shapes";

/** A small map: to the right more royal, upwards more male. */
const MAN: Point = [1, 3];
const WOMAN: Point = [1.2, 1];
const KING: Point = [4, 3.4];
const QUEEN: Point = [4.3, 1.5];
/** king − man + woman */
const SUM: Point = [KING[0] - MAN[0] + WOMAN[0], KING[1] - MAN[1] + WOMAN[1]];
const FRAME: Frame = { x: 8, y: 10, width: 284, height: 152, xRange: [0, 5.6], yRange: [0, 4.2] };
const FRUIT: readonly { readonly zh: string; readonly en: string; readonly at: Point }[] = [
  { zh: "苹果", en: "apple", at: [2.3, 0.5] },
  { zh: "梨", en: "pear", at: [2.75, 0.8] },
];

export const wordEmbedding: FigureSpec = {
  name: "word-embedding",
  height: 172,
  caption: {
    zh: "“男人”到“女人”的一步，从“国王”走出去，就到“女王”旁边",
    en: "The step from man to woman, taken from king, ends beside queen",
  },
  alt: {
    zh: "词的平面示意图：从“男人”到“女人”的箭头，平移到“国王”，终点（圆圈）离“女王”最近；“苹果”和“梨”彼此靠近，离人很远。",
    en: "A sketch of words in a plane: the arrow from man to woman, moved to king, ends in a ring nearest to queen; apple and pear lie close to each other and far from the people.",
  },
  draw: (say) => {
    const words = [
      { name: say("男人", "man"), at: MAN, shift: [0, -13] },
      { name: say("女人", "woman"), at: WOMAN, shift: [0, 14] },
      { name: say("国王", "king"), at: KING, shift: [0, -13] },
      { name: say("女王", "queen"), at: QUEEN, shift: [30, 0] },
      ...FRUIT.map(({ zh, en, at }, index) => ({ name: say(zh, en), at, shift: [0, index === 0 ? 14 : -13] })),
    ];
    return (
      <>
        <Line
          from={[FRAME.x, FRAME.y + FRAME.height]}
          to={[FRAME.x + FRAME.width, FRAME.y + FRAME.height]}
          tone="line"
        />
        <Line from={[FRAME.x, FRAME.y]} to={[FRAME.x, FRAME.y + FRAME.height]} tone="line" />
        <Arrow from={place(FRAME, MAN)} to={place(FRAME, WOMAN)} tone="ink-2" />
        <Arrow from={place(FRAME, KING)} to={place(FRAME, SUM)} tone="accent" thick={2} dashed />
        <Dot at={place(FRAME, SUM)} tone="accent" radius={6} open />
        {words.map(({ name, at, shift: [right = 0, down = 0] }) => {
          const [x, y] = place(FRAME, at);
          return (
            <g key={name}>
              <Dot at={[x, y]} tone="ink" radius={3.5} />
              <Label at={[x + right, y + down]}>{name}</Label>
            </g>
          );
        })}
      </>
    );
  },
};
