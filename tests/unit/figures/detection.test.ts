import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorsAt, areaOf, iouOf } from "@/app/_figures/detection/boxes";
import { shareText } from "@/app/_figures/detection/cascade";
import { CHAIR, pointsOn } from "@/app/_figures/detection/chair";
import { focalLoss } from "@/app/_figures/detection/focal";
import { classActivation } from "@/app/_figures/detection/image-models";
import { DOG_BOXES, FIRST_THRESHOLD } from "@/app/_figures/detection/non-maximum-suppression";
import { dice, pixelIou } from "@/app/_figures/detection/overlap";
import { alongRay } from "@/app/_figures/detection/rays";
import { SCENE } from "@/app/_figures/detection/segmentation";
import { type ScoredBox, suppress } from "@/app/_figures/detection/suppression";
import { KEYPOINTS, TRACKED } from "@/app/_figures/detection/tracking";

describe("boxes", () => {
  test("overlap by a third when two 10×10 boxes are shifted by 5", () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    expect(iouOf(box, { ...box, x: 5 })).toBeCloseTo(1 / 3);
    expect(iouOf(box, { ...box, x: 10 })).toBe(0);
    expect(iouOf(box, box)).toBe(1);
  });

  test("of an anchor keep their area and their center at every ratio", () => {
    for (const size of [30, 118]) {
      for (const ratio of [0.5, 1, 2]) {
        const boxes = anchorsAt([50, 40], [size], [ratio]);
        expect(boxes).toHaveLength(1);
        for (const box of boxes) {
          expect(areaOf(box)).toBeCloseTo(size ** 2);
          expect([box.x + box.width / 2, box.y + box.height / 2]).toEqual([50, 40]);
          expect(box.height / box.width).toBeCloseTo(ratio);
        }
      }
    }
  });
});

describe("non-maximum suppression", () => {
  const scoresKept = (threshold: number) =>
    suppress(DOG_BOXES, threshold)
      .filter(({ kept }) => kept)
      .map(({ box }) => box.score);

  test("finds the IoUs of the concept's example and leaves one box per dog", () => {
    const [, second, third] = suppress(DOG_BOXES, FIRST_THRESHOLD);
    expect(second?.rival?.iou).toBeCloseTo(0.7, 2);
    expect(third?.rival?.iou).toBeCloseTo(0.1, 2);
    expect(scoresKept(FIRST_THRESHOLD)).toEqual([0.9, 0.6]);
  });

  test("loses a dog below and keeps doubles above", () => {
    expect(scoresKept(0.05)).toEqual([0.9]);
    expect(scoresKept(0.65)).toEqual([0.9, 0.6, 0.4]);
    expect(scoresKept(0.9)).toEqual([0.9, 0.8, 0.6, 0.4]);
  });

  test("always keeps the best, and no two boxes that overlap by more than the threshold", () => {
    const side = fc.integer({ min: 5, max: 40 });
    const box: fc.Arbitrary<ScoredBox> = fc.record({
      x: side,
      y: side,
      width: side,
      height: side,
      score: fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
    });
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (boxes, limit) => {
          const verdicts = suppress(boxes, limit);
          const kept = verdicts.filter((verdict) => verdict.kept).map((verdict) => verdict.box);
          expect(kept[0]?.score).toBe(Math.max(...boxes.map(({ score }) => score)));
          for (const one of kept) {
            for (const other of kept) if (one !== other) expect(iouOf(one, other)).toBeLessThanOrEqual(limit);
          }
          expect(verdicts).toHaveLength(boxes.length);
        },
      ),
    );
  });
});

describe("regions of pixels", () => {
  test("have the Dice coefficient and the IoU of the texts, which are tied to each other", () => {
    const counts = { truth: 50, predicted: 40, shared: 30 };
    expect(dice(counts)).toBeCloseTo(0.667, 3);
    expect(pixelIou(counts)).toBe(0.5);
    const numbers = fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(numbers, ([onlyTruth, onlyPredicted, shared]) => {
        const some = { truth: onlyTruth + shared, predicted: onlyPredicted + shared, shared };
        const overlap = pixelIou(some);
        expect(dice(some)).toBeCloseTo((2 * overlap) / (1 + overlap));
      }),
    );
  });

  test("of the small scene are counted as its text says", () => {
    const count = (...regions: string[]) => SCENE.flat().filter((region) => regions.includes(region)).length;
    expect([count("sky"), count("road"), count("first", "second")]).toEqual([9, 4, 3]);
  });
});

test("a class activation map adds weighted maps and keeps what is positive", () => {
  const heat = classActivation([[[3, 1]], [[4, 5]]], [0.5, -0.2]);
  expect(heat[0]?.[0]).toBeCloseTo(0.7);
  expect(heat[0]?.[1]).toBe(0);
});

test("samples farther along a ray get only the light that is left", () => {
  const ray = alongRay([
    { opacity: 0.5, brightness: 0.8 },
    { opacity: 0.5, brightness: 0.4 },
    { opacity: 1, brightness: 0 },
  ]);
  expect(ray.map(({ reaching }) => reaching)).toEqual([1, 0.5, 0.25]);
  expect(ray.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(0.5);
});

test("the focal loss spares hard examples and all but drops easy ones", () => {
  const losses = [0.1, 0.9].map((p) => [focalLoss(p, 0), focalLoss(p, 2)].map((loss) => loss.toFixed(3)));
  expect(losses).toEqual([
    ["2.303", "1.865"],
    ["0.105", "0.001"],
  ]);
});

test("people are tracked by the overlaps of the concept's example and drawn with COCO's keypoints", () => {
  expect(iouOf(TRACKED.before, TRACKED.same)).toBeCloseTo(0.8, 1);
  expect(iouOf(TRACKED.before, TRACKED.other)).toBeCloseTo(0.1, 1);
  expect(Object.keys(KEYPOINTS)).toHaveLength(17);
});

test("the points of the chair lie on its parts, most of them on the large ones, the same each time", () => {
  const points = pointsOn(CHAIR, 400, 7);
  expect(points).toEqual(pointsOn(CHAIR, 400, 7));
  const onSeat = points.filter(([, , z]) => z === 0.9);
  const onBack = points.filter(([, y, z]) => y === 1 && z > 0.9);
  const onLegs = points.filter(([, y, z]) => (y === 0 || y === 1) && z < 0.9);
  expect(onSeat.length + onBack.length + onLegs.length).toBe(400);
  expect(onLegs.length).toBeLessThan(onSeat.length);
});

test("a share left by a cascade never reads as nothing", () => {
  expect([0.904, 0.0072, 0.3 ** 10, 0.1 ** 10].map(shareText)).toEqual(["90.4%", "0.7%", "0.000006", "1.0×10⁻¹⁰"]);
});
