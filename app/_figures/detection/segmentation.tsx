import type { FigureSpec, Say } from "../figure";
import { MarkedGrid } from "../kit/number-grid";
import { Label } from "../kit/shapes";
import type { Tone } from "../kit/tones";

/** The 4×4 image of the concept's example: 9 pixels of sky, 4 of road, 3 of two people. */
export const SCENE = [
  ["sky", "sky", "sky", "sky"],
  ["sky", "first", "sky", "sky"],
  ["sky", "first", "second", "sky"],
  ["road", "road", "road", "road"],
] as const;
type Region = (typeof SCENE)[number][number];

const TONES: Readonly<Record<Region, Tone>> = { sky: "line", road: "ink-3", first: "accent", second: "good" };

interface Task {
  readonly name: readonly [zh: string, en: string];
  readonly textOf: (region: Region, say: Say) => string | null;
  readonly toneOf: (region: Region) => Tone;
}

const isPerson = (region: Region) => region === "first" || region === "second";
const nameOf = (region: Region, say: Say) => {
  if (region === "sky") return say("天", "S");
  return region === "road" ? say("路", "R") : say("人", "P");
};
const numberOf = (region: Region) => (region === "first" ? "1" : "2");

const TASKS: readonly Task[] = [
  { name: ["语义", "semantic"], textOf: nameOf, toneOf: (region) => (isPerson(region) ? "accent" : TONES[region]) },
  {
    name: ["实例", "instance"],
    textOf: (region) => (isPerson(region) ? numberOf(region) : null),
    toneOf: (region) => (isPerson(region) ? TONES[region] : "line"),
  },
  {
    name: ["全景", "panoptic"],
    textOf: (region, say) => (isPerson(region) ? numberOf(region) : nameOf(region, say)),
    toneOf: (region) => TONES[region],
  },
];

export const segmentations: FigureSpec = {
  name: "segmentations",
  height: 164,
  caption: {
    zh: "语义分割不分个体，实例分割不管背景，全景分割两样都要",
    en: "Semantic: no individuals; instance: no background; panoptic: both",
  },
  alt: {
    zh: "同一幅 4×4 的小图三种答案。语义分割：9 个天空、4 个道路、3 个人，两个人不分。实例分割：只有人，一个占 2 个像素，一个占 1 个，分别编号 1、2。全景分割：天空、道路，加上人 1、人 2。",
    en: "Three answers for one 4×4 image. Semantic: 9 sky, 4 road, 3 person, the two people not told apart. Instance: only people, number 1 with 2 pixels and number 2 with 1. Panoptic: sky, road and the people 1 and 2.",
  },
  draw: (say) => (
    <>
      {TASKS.map(({ name, textOf, toneOf }, index) => {
        const x = 8 + index * 98;
        return (
          <g key={name[1]}>
            <Label at={[x + 44, 14]} tone="ink-2">
              {say(...name)}
            </Label>
            <MarkedGrid
              {...{ x, y: 28, cell: 22, size: 12 }}
              values={SCENE.map((row) => row.map((region) => textOf(region, say)))}
              tone={(r, c) => {
                const region = SCENE[r]?.[c];
                return region === undefined ? undefined : toneOf(region);
              }}
            />
          </g>
        );
      })}
      <Label at={[150, 134]} size={12} tone="ink-2">
        {say("天：天空 · 路：道路 · 人：人", "S sky · R road · P person")}
      </Label>
      <Label at={[150, 153]} size={12} tone="ink-2">
        {say("1、2：两个不同的人", "1, 2: two different people")}
      </Label>
    </>
  ),
};
