import type { FigureSpec } from "../figure";
import { Box, Label, Line } from "../kit/shapes";
import { centeredRow, footOf, Tokens } from "../kit/token-row";

const HEADS = 8;
const KINDS = [
  { zh: "多头：8 套键值", en: "multi-head: 8 sets", sets: 8 },
  { zh: "分组查询：2 套", en: "grouped-query: 2 sets", sets: 2 },
  { zh: "多查询：1 套", en: "multi-query: 1 set", sets: 1 },
];
const PITCH = 70;

/** The query heads with the sets of keys and values that they share. */
function Heads({ y, sets }: { y: number; sets: number }) {
  const row = centeredRow(HEADS, { y, width: 26, height: 18, gap: 8 });
  const perSet = HEADS / sets;
  return (
    <>
      {Array.from({ length: HEADS }, (_, head) => {
        const from = footOf(row, head);
        const group = Math.floor(head / perSet);
        const middle = (footOf(row, group * perSet)[0] + footOf(row, (group + 1) * perSet - 1)[0]) / 2;
        return <Line key={from[0]} from={from} to={[middle, y + 32]} tone="ink-3" thick={1} />;
      })}
      <Tokens row={row} texts={Array.from({ length: HEADS }, () => "q")} size={12} />
      {Array.from({ length: sets }, (_, set) => {
        const left = footOf(row, set * perSet)[0] - 13;
        const right = footOf(row, (set + 1) * perSet - 1)[0] + 13;
        return (
          <Box
            key={left}
            x={left}
            y={y + 32}
            width={right - left}
            height={18}
            tone="accent"
            label="k v"
            labelSize={12}
          />
        );
      })}
    </>
  );
}

export const groupedQueryAttention: FigureSpec = {
  name: "grouped-query-attention",
  height: 212,
  caption: {
    zh: "共用的头越多，生成时要存和读的键、值越少",
    en: "The more heads share a set, the less must be stored and read",
  },
  alt: {
    zh: "三种注意力，各有 8 个查询头：多头注意力每头一套键和值，共 8 套；分组查询注意力每 4 个头共用一套，共 2 套；多查询注意力 8 个头只有 1 套。",
    en: "Three kinds of attention with 8 query heads each: multi-head has 8 sets of keys and values, one per head; grouped-query has 2, each shared by 4 heads; multi-query has 1 for all 8.",
  },
  draw: (say) => (
    <>
      {KINDS.map(({ zh, en, sets }, index) => (
        <g key={en}>
          <Label at={[18, index * PITCH + 9]} anchor="start" size={12} tone="ink-2">
            {say(zh, en)}
          </Label>
          <Heads y={index * PITCH + 19} sets={sets} />
        </g>
      ))}
    </>
  ),
};
