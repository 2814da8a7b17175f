// People: followed from frame to frame, and drawn as skeletons.

import type { FigureSpec } from "../figure";
import { Box, Dot, Label, Line, type Point } from "../kit/shapes";
import { iouOf, type Rectangle } from "./boxes";

const BEFORE: Rectangle = { x: 92, y: 36, width: 60, height: 90 };
/** In the next frame: their IoUs with the box before are those of the concept's example, 0.8 and 0.1. */
export const TRACKED = {
  before: BEFORE,
  same: { ...BEFORE, x: BEFORE.x + 4, y: BEFORE.y + 4 },
  other: { ...BEFORE, x: BEFORE.x + 47, y: BEFORE.y + 14 },
} as const;

export const objectTracking: FigureSpec = {
  name: "object-tracking",
  height: 170,
  caption: {
    zh: "与上一帧的 7 号重合最多的框沿用编号 7，另一个得到新编号 8",
    en: "The box that overlaps number 7 of the last frame most inherits its number; the other becomes 8",
  },
  alt: {
    zh: "虚线是上一帧的 7 号框。这一帧有两个框：一个与它的交并比为 0.80，仍是 7 号；另一个只有 0.10，是新的 8 号。",
    en: "Dashed is box number 7 of the last frame. This frame has two boxes: one has IoU 0.80 with it and stays number 7; the other has only 0.10 and is the new number 8.",
  },
  draw: (say) => {
    const { before, same, other } = TRACKED;
    const label = (box: Rectangle) => `IoU ${iouOf(before, box).toFixed(2)}`;
    return (
      <>
        <Box {...before} tone="ink-2" fill="none" radius={0} dashed />
        <Box {...other} tone="good" fill="none" radius={0} thick={2} />
        <Box {...same} tone="accent" fill="none" radius={0} thick={2.5} />
        <Label at={[before.x + 22, before.y - 12]} tone="ink-2">
          {say("上一帧 7 号", "last frame: 7")}
        </Label>
        <Label at={[same.x + 22, same.y + same.height / 2]} size={22} strong tone="accent">
          7
        </Label>
        <Label at={[other.x + 38, other.y + other.height / 2]} size={22} strong tone="good">
          8
        </Label>
        <Label at={[84, 78]} anchor="end" tone="accent">
          {label(same)}
        </Label>
        <Label at={[84, 98]} anchor="end" size={12} tone="accent">
          {say("沿用编号", "keeps it")}
        </Label>
        <Label at={[208, 88]} anchor="start" tone="good">
          {label(other)}
        </Label>
        <Label at={[208, 108]} anchor="start" size={12} tone="good">
          {say("新编号", "new number")}
        </Label>
        <Label at={[150, 157]} size={12} tone="ink-2">
          {say("虚线：上一帧；实线：这一帧", "dashed: last frame; solid: this frame")}
        </Label>
      </>
    );
  },
};

/** The 17 keypoints of COCO: https://cocodataset.org/#keypoints-2020. A person with one arm raised. */
export const KEYPOINTS = {
  nose: [150, 34],
  leftEye: [156, 28],
  rightEye: [144, 28],
  leftEar: [163, 32],
  rightEar: [137, 32],
  leftShoulder: [175, 62],
  rightShoulder: [125, 62],
  leftElbow: [204, 50],
  rightElbow: [108, 92],
  leftWrist: [216, 20],
  rightWrist: [122, 118],
  leftHip: [167, 118],
  rightHip: [134, 118],
  leftKnee: [176, 156],
  rightKnee: [120, 154],
  leftAnkle: [180, 194],
  rightAnkle: [126, 194],
} as const satisfies Readonly<Record<string, Point>>;

const BONES: readonly (readonly [keyof typeof KEYPOINTS, keyof typeof KEYPOINTS])[] = [
  ["nose", "leftEye"],
  ["nose", "rightEye"],
  ["leftEye", "leftEar"],
  ["rightEye", "rightEar"],
  ["leftShoulder", "rightShoulder"],
  ["leftShoulder", "leftElbow"],
  ["leftElbow", "leftWrist"],
  ["rightShoulder", "rightElbow"],
  ["rightElbow", "rightWrist"],
  ["leftShoulder", "leftHip"],
  ["rightShoulder", "rightHip"],
  ["leftHip", "rightHip"],
  ["leftHip", "leftKnee"],
  ["leftKnee", "leftAnkle"],
  ["rightHip", "rightKnee"],
  ["rightKnee", "rightAnkle"],
];

export const poseKeypoints: FigureSpec = {
  name: "pose-keypoints",
  height: 206,
  caption: {
    zh: "COCO 的 17 个关键点连成骨架：一个人就是 34 个数",
    en: "COCO's 17 keypoints joined to a skeleton: one person is 34 numbers",
  },
  alt: {
    zh: "一个举着一只手的人画成火柴人：鼻、双眼、双耳、双肩、双肘、双腕、双髋、双膝、双踝，共 17 个点，以线相连。",
    en: "A person with one hand raised as a stick figure: nose, eyes, ears, shoulders, elbows, wrists, hips, knees and ankles, 17 points joined by lines.",
  },
  draw: (say) => (
    <>
      {BONES.map(([from, to]) => (
        <Line key={`${from}.${to}`} from={KEYPOINTS[from]} to={KEYPOINTS[to]} tone="ink-2" thick={2.5} />
      ))}
      {Object.entries(KEYPOINTS).map(([name, at]) => (
        <Dot key={name} at={at} radius={4} />
      ))}
      <Label at={[116, 62]} anchor="end" size={12} tone="ink-2">
        {say("肩", "shoulder")}
      </Label>
      <Label at={[214, 52]} anchor="start" size={12} tone="ink-2">
        {say("肘", "elbow")}
      </Label>
      <Label at={[226, 20]} anchor="start" size={12} tone="ink-2">
        {say("腕", "wrist")}
      </Label>
      <Label at={[178, 118]} anchor="start" size={12} tone="ink-2">
        {say("髋", "hip")}
      </Label>
      <Label at={[187, 156]} anchor="start" size={12} tone="ink-2">
        {say("膝", "knee")}
      </Label>
      <Label at={[191, 194]} anchor="start" size={12} tone="ink-2">
        {say("踝", "ankle")}
      </Label>
      <Label at={[8, 172]} anchor="start">
        {say("17 点", "17 points")}
      </Label>
      <Label at={[8, 192]} anchor="start">
        2×17 = <tspan className="font-semibold">{2 * Object.keys(KEYPOINTS).length}</tspan>
        {say(" 个数", "")}
      </Label>
    </>
  ),
};
