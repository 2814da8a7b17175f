import type { FigureSpec, Say } from "../figure";
import { Legend } from "../kit/marks";
import { scientific } from "../kit/numbers";
import { Axes, type Frame, place } from "../kit/plot";
import { Dot, Label, Polyline } from "../kit/shapes";

export interface Cascade {
  /** 1 to 10. */
  readonly stages: number;
  /** Shares of faces and of everything else that each stage lets through, 0 to 1. */
  readonly faces: number;
  readonly others: number;
}

/** Of the concept's example. */
export const FIRST_CASCADE: Cascade = { stages: 10, faces: 0.99, others: 0.3 };
export const CASCADE_HEIGHT = 222;

/** Where the entries of the legend begin; above the plot, as the curves may go anywhere in it. */
const [LEFT, MIDDLE] = [18, 150];
const FRAME: Frame = { x: 42, y: 46, width: 240, height: 134, xRange: [0, 10], yRange: [0, 1] };

/** A share as a text: percent as long as it is not tiny, and six decimals as long as these say something. */
export function shareText(share: number): string {
  if (share < 1e-6) return scientific(share);
  return share < 0.001 ? share.toFixed(6) : `${Number((100 * share).toFixed(1))}%`;
}

/** What is left of faces and of the rest after each stage. */
export function CascadePlot({ say, stages, faces, others }: Cascade & { say: Say }) {
  const steps = Array.from({ length: stages + 1 }, (_, k) => k);
  const left = (rate: number) => shareText(rate ** stages);
  const curves = [
    { name: "faces", rate: faces, tone: "accent", dashed: false },
    { name: "others", rate: others, tone: "ink-2", dashed: true },
  ] as const;
  return (
    <>
      <Axes
        frame={FRAME}
        xName={say("经过的级数", "stages passed")}
        xTicks={[0, 2, 4, 6, 8, 10].map((at) => ({ at }))}
        yTicks={[
          { at: 0, label: "0" },
          { at: 0.5, label: "50%" },
          { at: 1, label: "100%" },
        ]}
      />
      {curves.map(({ name, rate, tone, dashed }) => (
        <g key={name}>
          <Polyline points={steps.map((k) => place(FRAME, [k, rate ** k]))} {...{ tone, dashed }} />
          {steps.map((k) => (
            <Dot key={k} at={place(FRAME, [k, rate ** k])} radius={3} tone={tone} />
          ))}
        </g>
      ))}
      <Label at={[LEFT, FRAME.y - 16]} anchor="start" size={12} tone="ink-2">
        {say("留下的比例", "share left")}
      </Label>
      <Legend at={[LEFT, 11]} tone="accent">
        {say(`人脸 ${left(faces)}`, `faces ${left(faces)}`)}
      </Legend>
      <Legend at={[MIDDLE, 11]} tone="ink-2" dashed>
        {say(`非人脸 ${left(others)}`, `others ${left(others)}`)}
      </Legend>
    </>
  );
}

export const cascade: FigureSpec = {
  name: "cascade",
  height: CASCADE_HEIGHT,
  caption: {
    zh: "十级之后：人脸还留着约 90%，非人脸几乎全被淘汰",
    en: "After ten stages about 90% of the faces are left and almost nothing else",
  },
  liveCaption: {
    zh: "每一级都再乘一次自己的比例：看级数一多，两条曲线拉开多远",
    en: "Each stage multiplies by its rate once more: watch how far the curves part as stages are added",
  },
  alt: {
    zh: "横轴是经过的级数 0 到 10，纵轴是留下的比例。人脸每级留 99%，曲线缓缓降到 0.99¹⁰ ≈ 90%；非人脸每级留 30%，两三级后就接近 0，最后为 0.000006。",
    en: "Stages passed, 0 to 10, across; share left, up. Faces, 99% a stage, sink slowly to 0.99¹⁰ ≈ 90%; the rest, 30% a stage, is near 0 after two or three stages and 0.000006 in the end.",
  },
  draw: (say) => <CascadePlot say={say} {...FIRST_CASCADE} />,
  interactive: true,
};
