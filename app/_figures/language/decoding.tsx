import type { FigureSpec } from "../figure";
import { ShadedGrid } from "../kit/cell-grid";
import { Arrow, Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { centeredRow, footOf, Tokens, topOf } from "../kit/token-row";
import { countOpen, openCells, seesPast } from "./attention";

const BRANCHES = [
  { name: "A", first: 0.6, second: 0.3 },
  { name: "B", first: 0.4, second: 0.9 },
];
const totalOf = ({ first, second }: { first: number; second: number }) => (first * second).toFixed(2);
const ROOT: Point = [34, 84];

export const beamSearch: FigureSpec = {
  name: "beam-search",
  height: 174,
  caption: {
    zh: "贪心只走第一步较大的 A；束宽为 2 时两支都留，B 的总分更高",
    en: "Greedy follows A, larger at first; a beam of 2 keeps both, and B ends higher",
  },
  alt: {
    zh: `一棵两步的树：第一步 A 0.6、B 0.4；A 之后最大的是 0.3，总概率 ${totalOf({ first: 0.6, second: 0.3 })}；B 之后是 0.9，总概率 ${totalOf({ first: 0.4, second: 0.9 })}。贪心解码选 A，束宽为 2 的束搜索选 B。`,
    en: `A tree of two steps: first A 0.6 or B 0.4; the best after A is 0.3, in total ${totalOf({ first: 0.6, second: 0.3 })}; after B it is 0.9, in total ${totalOf({ first: 0.4, second: 0.9 })}. Greedy decoding takes A, a beam of width 2 takes B.`,
  },
  draw: (say) => (
    <>
      <Dot at={ROOT} tone="ink-2" radius={5} />
      {BRANCHES.map((branch, index) => {
        const y = 36 + index * 96;
        const tone = index === 0 ? "ink-2" : "accent";
        return (
          <g key={branch.name}>
            <Line from={ROOT} to={[104, y]} tone={tone} thick={1 + branch.first * 5} />
            <Label at={[62, index === 0 ? 46 : 122]} anchor="end">
              {branch.first}
            </Label>
            <Box
              x={104}
              y={y - 15}
              width={34}
              height={30}
              tone={index === 0 ? "ink-3" : "accent"}
              label={branch.name}
            />
            <Line from={[138, y]} to={[204, y]} tone={tone} thick={1 + branch.second * 5} />
            <Label at={[171, y - 14]}>{branch.second}</Label>
            <Box
              x={204}
              y={y - 15}
              width={90}
              height={30}
              tone={index === 0 ? "ink-3" : "accent"}
              label={`= ${totalOf(branch)}`}
            />
          </g>
        );
      })}
      <Label at={[249, 66]} size={12} tone="ink-2">
        {say("贪心的结果", "greedy result")}
      </Label>
      <Label at={[249, 164]} size={12} tone="accent">
        {say("束搜索的结果", "beam result")}
      </Label>
    </>
  ),
};

const DRAFT_ROW = centeredRow(4, { y: 28, width: 52, height: 26, gap: 14 });
const CHECK_ROW = { ...DRAFT_ROW, y: 128 };
const DRAFTED = { zh: ["猫", "坐", "在", "床"], en: ["the", "cat", "sat", "in"] };
const KEPT = { zh: ["猫", "坐", "在", "垫"], en: ["the", "cat", "sat", "on"] };

export const speculativeDecoding: FigureSpec = {
  name: "speculative-decoding",
  height: 182,
  caption: {
    zh: "小模型起草 4 个，大模型只运行一次就全部核验",
    en: "The small model drafts 4 tokens; the large one checks all of them in one run",
  },
  alt: {
    zh: "小模型起草 4 个词元；大模型一次并行核验：前 3 个通过，第 4 个被改写，一次运行得到 4 个词元。",
    en: "The small model drafts 4 tokens; the large model checks them in parallel: the first 3 pass, the fourth is replaced, so one run yields 4 tokens.",
  },
  draw: (say) => (
    <>
      <Label at={[150, 12]} size={12} tone="ink-2">
        {say("小模型逐个起草", "drafted by the small model")}
      </Label>
      <Tokens
        row={DRAFT_ROW}
        texts={DRAFTED.zh.map((word, index) => say(word, DRAFTED.en[index] ?? ""))}
        tone={(index) => (index === 3 ? "warn" : undefined)}
        dashed={(index) => index === 3}
      />
      <Box
        x={20}
        y={78}
        width={260}
        height={28}
        tone="accent"
        label={say("大模型并行核验", "large model checks at once")}
      />
      <Tokens
        row={CHECK_ROW}
        texts={KEPT.zh.map((word, index) => say(word, KEPT.en[index] ?? ""))}
        tone={(index) => (index === 3 ? "accent" : "good")}
      />
      {[0, 1, 2, 3].map((index) => (
        <g key={index}>
          <Arrow from={footOf(DRAFT_ROW, index)} to={[footOf(DRAFT_ROW, index)[0], 78]} />
          <Arrow from={[footOf(DRAFT_ROW, index)[0], 106]} to={topOf(CHECK_ROW, index)} />
        </g>
      ))}
      <Label at={[footOf(CHECK_ROW, 1)[0], 170]} size={12} tone="good">
        {say("3 个通过", "3 accepted")}
      </Label>
      <Label at={[footOf(CHECK_ROW, 3)[0], 170]} size={12} tone="accent">
        {say("改写", "replaced")}
      </Label>
    </>
  ),
};

const STEPS = 6;
const CELL = 22;
const LEFT = 60;
/** The last row is what is computed now; those above were computed and need not be again. */
const CELLS = openCells(STEPS, seesPast).map((row, r) =>
  row.map((open) => (open ? (r === STEPS - 1 ? 0.9 : 0.25) : 0)),
);

export const kvCache: FigureSpec = {
  name: "kv-cache",
  height: 178,
  caption: {
    zh: "写第 6 个词元时，前 5 个的键和值从缓存读取，只算一份新的",
    en: "For the sixth token the keys and values of the first five come from the cache; only one is new",
  },
  alt: {
    zh: `生成第 ${STEPS} 个词元：前 ${STEPS - 1} 个词元的键和值已在缓存里，只为新词元算一份，再让它的查询看全部 ${STEPS} 个。没有缓存时，要把三角形里的 ${countOpen(openCells(STEPS, seesPast))} 格全部重算。`,
    en: `At token ${STEPS} the keys and values of the first ${STEPS - 1} are in the cache; only one pair is computed, and the new query looks at all ${STEPS}. Without the cache all ${countOpen(openCells(STEPS, seesPast))} cells of the triangle would be computed again.`,
  },
  draw: (say) => (
    <>
      <Label at={[LEFT + 58, 11]} size={12} tone="ink-2">
        {say("缓存的 k、v", "cached k, v")}
      </Label>
      <Label at={[LEFT + 131, 11]} size={12} tone="accent">
        {say("新的", "new")}
      </Label>
      {Array.from({ length: STEPS }, (_, index) => LEFT + index * (CELL + 2)).map((x, index) => (
        <Box
          key={x}
          x={x}
          y={22}
          width={CELL}
          height={20}
          tone={index === STEPS - 1 ? "accent" : "good"}
          label={index + 1}
          labelSize={12}
        />
      ))}
      {CELLS.map((row, r) => (
        <g key={row.join()}>
          {row.map((shade, c) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            <ShadedGrid key={c} x={LEFT + 2 + c * (CELL + 2)} y={50 + r * 20} cell={18} shades={[[shade]]} />
          ))}
          <Label
            at={[LEFT - 8, 59 + r * 20]}
            anchor="end"
            size={12}
            tone={r === STEPS - 1 ? "accent" : "ink-2"}
            strong={r === STEPS - 1}
          >
            {`q${"₁₂₃₄₅₆"[r]}`}
          </Label>
        </g>
      ))}
      <Label at={[LEFT + 150, 159]} anchor="start" size={12} tone="accent">
        {say("这一步", "this step")}
      </Label>
      <Label at={[LEFT + 150, 108]} anchor="start" size={12} tone="ink-2">
        {say("算过的", "done")}
      </Label>
    </>
  ),
};
