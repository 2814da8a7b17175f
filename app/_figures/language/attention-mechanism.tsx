import type { FigureSpec, Say } from "../figure";
import { type Frame, place } from "../kit/plot";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { Tokens } from "../kit/token-row";
import { FIRST_QUERY, outputOf, queryOf, SENTENCE, weightsOf } from "./sentence";

/** Of the plane of keys and the weights beside it, without the sentence above. */
export const ATTENTION_HEIGHT = 150;
/** What the sentence takes in the still picture. */
const ROW_SPACE = 38;

const PLANE: Frame = { x: 4, y: 4, width: 136, height: 140, xRange: [-2.6, 2.6], yRange: [-2.6, 2.6] };
const ROW = { x: 4, y: 4, width: 54, height: 26, gap: 5.5 };
const [BAR_LEFT, BAR_LONGEST, BAR_PITCH] = [196, 66, 26];

const pointOf = ([x = 0, y = 0]: readonly number[]): Point => [x, y];

const namesOf = (say: Say) => SENTENCE.map((word) => say(word.zh, word.en));

/** The plane of keys with the query of one word and what comes out for it, and its weights over all words. */
export function AttentionDrawing({ query, say, top = 0 }: { query: number; say: Say; top?: number }) {
  const names = namesOf(say);
  const plane = { ...PLANE, y: PLANE.y + top };
  const origin = place(plane, [0, 0]);
  return (
    <>
      <Line from={[plane.x, origin[1]]} to={[plane.x + plane.width, origin[1]]} tone="line" />
      <Line from={[origin[0], plane.y]} to={[origin[0], plane.y + plane.height]} tone="line" />
      <Dot at={place(plane, pointOf(outputOf(query)))} tone="good" radius={6} open />
      {SENTENCE.map(({ key, en }, index) => {
        const [x, y] = place(plane, pointOf(key));
        return (
          <g key={en}>
            <Dot at={[x, y]} tone="ink-2" radius={3.5} />
            <Label at={[x, y + ((key[1] ?? 0) < 0 ? 13 : -12)]} size={12}>
              {names[index]}
            </Label>
          </g>
        );
      })}
      <Arrow from={origin} to={place(plane, pointOf(queryOf(query)))} tone="accent" thick={2} />
      {weightsOf(query).map((weight, index) => {
        const y = plane.y + 10 + index * BAR_PITCH;
        return (
          <g key={names[index]}>
            <Label at={[BAR_LEFT - 6, y]} anchor="end">
              {names[index]}
            </Label>
            <Box x={BAR_LEFT} y={y - 8} width={weight * BAR_LONGEST} height={16} tone="accent" radius={1} />
            <Label at={[BAR_LEFT + weight * BAR_LONGEST + 6, y]} anchor="start" size={12}>
              {weight.toFixed(2)}
            </Label>
          </g>
        );
      })}
      <Label at={[298, plane.y + 138]} anchor="end" size={12} tone="ink-2">
        {say("圆圈：输出", "ring: the output")}
      </Label>
    </>
  );
}

const [CAT, CROSS, ROAD, IT, TIRED] = weightsOf(FIRST_QUERY).map((weight) => weight.toFixed(2));

export const attentionMechanism: FigureSpec = {
  name: "attention-mechanism",
  height: ATTENTION_HEIGHT + ROW_SPACE,
  caption: {
    zh: "查询（箭头）越是朝着某个词的键（圆点），那个词的权重越大",
    en: "The more the query (arrow) points to a word's key (dot), the more that word weighs",
  },
  alt: {
    zh: `“猫没过马路，因为它累了”里的五个词，每个词的键是平面上的一点。“它”的查询指向“猫”，权重依次为猫 ${CAT}、过 ${CROSS}、马路 ${ROAD}、它 ${IT}、累 ${TIRED}；输出的圆圈落在“猫”附近。`,
    en: `Five words of "the cat did not cross the road because it was tired", each with a key in the plane. The query of "it" points to "cat"; the weights are cat ${CAT}, cross ${CROSS}, road ${ROAD}, it ${IT}, tired ${TIRED}, and the output, a ring, lies near "cat".`,
  },
  draw: (say) => (
    <>
      <Tokens row={ROW} texts={namesOf(say)} tone={(index) => (index === FIRST_QUERY ? "accent" : undefined)} />
      <AttentionDrawing query={FIRST_QUERY} say={say} top={ROW_SPACE} />
    </>
  ),
  interactive: true,
};
