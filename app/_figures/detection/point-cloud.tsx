import type { FigureSpec } from "../figure";
import { counted } from "../kit/numbers";
import { Arrow, Label, type Point, point } from "../kit/shapes";
import { CHAIR, pointsOn, type SpacePoint } from "./chair";

const COUNT = 560;

/** Oblique view: y leads back to the upper right. */
function projected([x, y, z]: SpacePoint): Point {
  return [44 + x * 88 + y * 50, 194 - z * 70 - y * 38];
}

/** Of the concept's example: points of a lidar frame, numbers a point, bytes a number. */
const FRAME = { points: 100_000, numbers: 4, bytes: 4 } as const;

export const pointCloud: FigureSpec = {
  name: "point-cloud",
  height: 206,
  caption: {
    zh: "只有一个个点的坐标，没有次序，也没有面，却看得出一把椅子",
    en: "Nothing but coordinates of points, without order or surfaces, and yet a chair can be seen",
  },
  alt: {
    zh: "560 个点散布在一把椅子的座面、靠背和四条腿上，看得出椅子的形状。右边写着：每点存 x、y、z 和反射强度 4 个数，一帧 100000 个点，共 1.6 MB。",
    en: "560 points scattered over the seat, back and four legs of a chair show its shape. Beside it: each point has x, y, z and reflectance, 4 numbers; a frame of 100,000 points takes 1.6 MB.",
  },
  draw: (say) => (
    <>
      <path
        d={pointsOn(CHAIR, COUNT, 7)
          .map((place) => `M${point(projected(place))}h0`)
          .join("")}
        strokeWidth={2.4}
        strokeLinecap="round"
        className="fill-none stroke-accent"
      />
      <Arrow from={[10, 196]} to={[36, 196]} thick={1.25} />
      <Arrow from={[10, 196]} to={[27, 183]} thick={1.25} />
      <Arrow from={[10, 196]} to={[10, 168]} thick={1.25} />
      <Label at={[40, 189]} size={12} italic tone="ink-2">
        x
      </Label>
      <Label at={[32, 176]} size={12} italic tone="ink-2">
        y
      </Label>
      <Label at={[10, 159]} size={12} italic tone="ink-2">
        z
      </Label>
      <Label at={[200, 64]} anchor="start" size={12} tone="ink-2">
        {say("每点 4 个数", "4 numbers each")}
      </Label>
      <Label at={[200, 84]} anchor="start">
        (<tspan className="italic">x, y, z, r</tspan>)
      </Label>
      <Label at={[200, 118]} anchor="start" size={12} tone="ink-2">
        {counted(say, FRAME.points)}×{FRAME.numbers}×{FRAME.bytes}
      </Label>
      <Label at={[200, 138]} anchor="start" strong>
        = {(FRAME.points * FRAME.numbers * FRAME.bytes) / 1e6} MB
      </Label>
    </>
  ),
};
