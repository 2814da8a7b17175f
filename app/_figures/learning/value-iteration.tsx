import type { FigureSpec, Say } from "../figure";
import { fixed } from "../kit/numbers";
import { Arrow, Box, Label } from "../kit/shapes";
import { bestMoves, COLUMNS, EXIT, ROWS, valuesAfter, WALL } from "./grid-world";

export const VALUE_HEIGHT = 174;
export const FIRST_BACKUPS = 3;
export const FIRST_DISCOUNT = 0.9;

const [LEFT, TOP, WIDTH, HEIGHT] = [6, 6, 72, 54];

/** The maze with the value of each cell and the moves that are best by these values. */
export function ValueDrawing({ backups, discount, say }: { backups: number; discount: number; say: Say }) {
  const values = valuesAfter(backups, discount);
  const before = valuesAfter(Math.max(0, backups - 1), discount);
  return (
    <>
      {values.map((value, cell) => {
        const [x, y] = [LEFT + (cell % COLUMNS) * WIDTH, TOP + Math.floor(cell / COLUMNS) * HEIGHT];
        const key = `${x} ${y}`;
        const place = { x, y, width: WIDTH, height: HEIGHT, radius: 0 };
        if (cell === EXIT) return <Box key={key} {...place} tone="good" label={say("出口", "exit")} />;
        if (cell === WALL) return <Box key={key} {...place} tone="ink-3" label={say("墙", "wall")} />;
        const isNew = backups > 0 && value !== before[cell];
        return (
          <g key={key}>
            <Box {...place} tone={isNew ? "accent" : "line"} fill={isNew ? "ground" : "none"} thick={1} />
            <Label at={[x + WIDTH / 2, y + 17]} strong={isNew}>
              {fixed(value, 2)}
            </Label>
            {bestMoves(values, cell, discount).map(({ name, dx, dy }) => (
              <Arrow
                key={name}
                from={[x + WIDTH / 2 + dx * 3, y + 38 + dy * 2]}
                to={[x + WIDTH / 2 + dx * 17, y + 38 + dy * 12]}
              />
            ))}
          </g>
        );
      })}
    </>
  );
}

const VALUES = valuesAfter(FIRST_BACKUPS, FIRST_DISCOUNT).map((value) => fixed(value, 2));
const rowsText = (separator: string) =>
  Array.from({ length: ROWS }, (_, row) =>
    VALUES.map((value, cell) => ({ value, cell }))
      .filter(({ cell }) => Math.floor(cell / COLUMNS) === row && cell !== EXIT && cell !== WALL)
      .map(({ value }) => value)
      .join(separator),
  );

export const valueIteration: FigureSpec = {
  name: "value-iteration",
  height: VALUE_HEIGHT,
  caption: {
    zh: "每走一步 −1，出口另加 10；好消息每轮从出口传开一格",
    en: "A step costs 1, the exit adds 10; each round the news spreads one cell from the exit",
  },
  liveCaption: {
    zh: "每走一步 −1，出口另加 10；看好消息一轮轮从出口传开，γ 越小传得越弱",
    en: "A step costs 1, the exit adds 10; watch the news spread from the exit, weaker the smaller γ is",
  },
  alt: {
    zh: `3 行 4 列的迷宫，右上角是出口，第 2 行第 2 格是墙。γ = ${FIRST_DISCOUNT}，更新 ${FIRST_BACKUPS} 轮后，各行的价值是：${rowsText("、").join("；")}。箭头是目前最好的走法。`,
    en: `A maze of 3 rows and 4 columns with the exit at the upper right and a wall in row 2, column 2. With γ = ${FIRST_DISCOUNT}, after ${FIRST_BACKUPS} rounds the values by row are ${rowsText(", ").join("; ")}. Arrows are the best moves so far.`,
  },
  draw: (say) => <ValueDrawing backups={FIRST_BACKUPS} discount={FIRST_DISCOUNT} say={say} />,
  interactive: true,
};
