import type { FigureSpec } from "../figure";
import { Boxes } from "../kit/boxes";
import { countTo } from "../kit/maths";
import { Bars, type Frame, place } from "../kit/plot";
import { Box, Label, Line, type Point } from "../kit/shapes";

const bottleneck: FigureSpec = {
  name: "bottleneck",
  height: 140,
  caption: {
    zh: "读取占 80 毫秒：计算快一倍，每步也只省 10 毫秒",
    en: "Loading takes 80 ms: twice faster computing saves just 10",
  },
  alt: {
    zh: "两条时间横条。原来：读取 80 毫秒加计算 20 毫秒，共 100。计算快一倍：80 加 10，共 90。",
    en: "Two bars of time. Before: loading 80 ms and computing 20, in all 100. With computing twice as fast: 80 and 10, in all 90.",
  },
  draw: (say) =>
    [20, 10].map((computing, index) => {
      const y = 28 + index * 62;
      const unit = 2.3;
      return (
        <g key={computing}>
          <Label at={[14, y - 14]} anchor="start" tone="ink-2">
            {index === 0 ? say("每步", "each step") : say("计算快一倍之后", "computing twice as fast")}
          </Label>
          <Box
            x={14}
            y={y}
            width={80 * unit}
            height={30}
            tone="accent"
            radius={0}
            label={say("读取 80", "loading 80")}
          />
          <Box x={14 + 80 * unit} y={y} width={computing * unit} height={30} radius={0} label={computing} />
          <Label at={[292, y + 15]} anchor="end" strong>
            {80 + computing}
          </Label>
        </g>
      );
    }),
};

const CELLS = 8;
const FOUND = [5, 2] as const;
/** The cell of the enlarged one. */
const FOUND_WITHIN = [2, 4] as const;

const coarseToFine: FigureSpec = {
  name: "coarse-to-fine",
  height: 156,
  caption: {
    zh: "先在粗格里找到大致位置，再只把那一格放大细找",
    en: "Find the rough place first, then look closely at that cell only",
  },
  alt: {
    zh: "左边 8 × 8 的粗格里选中一格，右边把这一格放大成 8 × 8 的细格，再选中其中一格：查 64 + 64 = 128 格，而不是 4096 格。",
    en: "Left, one cell of a coarse 8 × 8 grid is chosen; right, that cell is enlarged to a fine 8 × 8 grid and one of its cells chosen: 64 + 64 = 128 cells looked at, not 4,096.",
  },
  draw: (say) => (
    <>
      {[FOUND, FOUND_WITHIN].map(([column, row], level) => {
        const cells = countTo(CELLS * CELLS).map(
          (cell): Point => [14 + level * 164 + (cell % CELLS) * 14, 8 + Math.floor(cell / CELLS) * 14],
        );
        const chosen = row * CELLS + column;
        return (
          <g key={row}>
            <Boxes at={cells.filter((_, cell) => cell !== chosen)} width={13} height={13} tone="line" />
            <Boxes at={cells.slice(chosen, chosen + 1)} width={13} height={13} tone="accent" thick={2.5} />
          </g>
        );
      })}
      <Line from={[98, 36]} to={[178, 8]} tone="accent" dashed />
      <Line from={[98, 50]} to={[178, 120]} tone="accent" dashed />
      <Label at={[70, 138]} tone="ink-2">
        {say("粗：64 格", "coarse: 64")}
      </Label>
      <Label at={[234, 138]} tone="ink-2">
        {say("细：64 格", "fine: 64")}
      </Label>
    </>
  ),
};

const ORACLE: Frame = { x: 20, y: 22, width: 200, height: 96, xRange: [0, 1], yRange: [0, 80] };

const oracle: FigureSpec = {
  name: "oracle",
  height: 142,
  caption: {
    zh: "虚线是知道答案才有的分数：说明还差多少",
    en: "Dashed: what knowing the answers would give, so much is to gain",
  },
  alt: {
    zh: "两根柱子：我们的重排序模型 65.0%，知道标准答案的理想上界 72.4%（虚线），差 7.4 个百分点。",
    en: "Two bars: our re-ranker at 65.0%, and dashed the oracle that knows the answers at 72.4%, 7.4 points above.",
  },
  draw: (say) => (
    <>
      <Bars
        frame={ORACLE}
        bars={[
          { label: say("我们的", "ours"), value: 65, shown: "65.0", tone: "accent" },
          { label: say("理想上界", "oracle"), value: 0, shown: "" },
        ]}
      />
      <Box
        x={148}
        y={place(ORACLE, [0, 72.4])[1]}
        width={44}
        height={118 - place(ORACLE, [0, 72.4])[1]}
        fill="none"
        dashed
        radius={2}
      />
      <Label at={[170, place(ORACLE, [0, 72.4])[1] - 9]} size={12}>
        72.4
      </Label>
      <Line from={[96, place(ORACLE, [0, 65])[1]]} to={[240, place(ORACLE, [0, 65])[1]]} dashed />
      <Line from={[196, place(ORACLE, [0, 72.4])[1]]} to={[240, place(ORACLE, [0, 72.4])[1]]} dashed />
      <Label at={[246, 35]} anchor="start" strong>
        7.4
      </Label>
    </>
  ),
};

export const idiomFigures: readonly FigureSpec[] = [bottleneck, coarseToFine, oracle];
