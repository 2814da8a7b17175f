import type { FigureSpec, Say } from "../figure";
import { Pointer } from "../kit/marks";
import { meanOf } from "../kit/maths";
import { fixed } from "../kit/numbers";
import { type Frame, place } from "../kit/plot";
import { Box, Dot, Label, Line } from "../kit/shapes";
import { medianOf } from "./statistics";

/** Monthly wages in thousands. */
export const WAGES = [5, 6, 6, 6, 7];
export const OUTLIER_HEIGHT = 146;
export const FIRST_OUTLIER = 90;
export const WAGE_LINE: Frame = { x: 14, y: 24, width: 272, height: 88, xRange: [0, 95], yRange: [0, 1] };

/** The wages on their line with mean and median; the last one is far from the rest. */
export function WageMarks({
  wages,
  mean,
  median,
  say,
}: {
  wages: readonly number[];
  mean: number;
  median: number;
  say: Say;
}) {
  const x = (wage: number) => place(WAGE_LINE, [wage, 0])[0];
  return (
    <>
      <Line from={[8, 112]} to={[292, 112]} />
      {[0, 30, 60, 90].map((wage) => (
        <Label key={wage} at={[x(wage), 135]} size={12} tone="ink-2">
          {wage}
        </Label>
      ))}
      <Line from={[x(median), 22]} to={[x(median), 112]} tone="good" dashed thick={2} />
      <Line from={[x(mean), 22]} to={[x(mean), 112]} tone="accent" thick={2} />
      <Pointer at={[x(mean), 114]} tone="accent" />
      <Label at={[8, 10]} anchor="start" tone="good" size={12}>
        {say(`中位数 ${median}（虚线）`, `median ${median} (dashed)`)}
      </Label>
      <Label at={[292, 10]} anchor="end" tone="accent" size={12} strong>
        {say(`均值 ${fixed(mean, 1)}`, `mean ${fixed(mean, 1)}`)}
      </Label>
      {wages.map((wage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three people earn the same
        <Dot key={index} at={[x(wage), 34 + index * 13]} radius={4} tone="ink-2" />
      ))}
    </>
  );
}

/** The sixth wage, which may be dragged. */
export function OutlierDot({ wage }: { wage: number }) {
  const x = place(WAGE_LINE, [wage, 0])[0];
  return (
    <>
      <Box x={x - 6} y={95} width={12} height={12} tone="accent" radius={1} thick={2} />
      <Label at={[Math.min(x, 280), 82]} size={12} strong>
        {wage.toFixed(0)}
      </Label>
    </>
  );
}

export const outlier: FigureSpec = {
  name: "outlier",
  height: OUTLIER_HEIGHT,
  caption: {
    zh: "一位挣 90 的（方块）拉走了均值，中位数没动",
    en: "One wage of 90 (square) drags the mean away, not the median",
  },
  liveCaption: {
    zh: "第六个人的工资离其他人越远，均值被拉得越远，中位数却几乎不动",
    en: "The farther the sixth wage is from the rest, the farther it drags the mean; the median hardly moves",
  },
  alt: {
    zh: "月薪 5、6、6、6、7 的五个点挤在左边，一个 90 的方块远在右边。均值线在 20，那里一个人也没有；中位数线仍在 6。",
    en: "Five dots at 5, 6, 6, 6 and 7 crowd on the left, a square at 90 lies far right. The line of the mean stands at 20, where nobody is; that of the median still at 6.",
  },
  draw: (say) => (
    <>
      <WageMarks
        wages={WAGES}
        mean={meanOf([...WAGES, FIRST_OUTLIER])}
        median={medianOf([...WAGES, FIRST_OUTLIER])}
        say={say}
      />
      <OutlierDot wage={FIRST_OUTLIER} />
    </>
  ),
  interactive: true,
};
