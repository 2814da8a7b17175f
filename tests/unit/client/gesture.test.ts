import { describe, expect, it } from "vitest";
import { isSameGesture } from "@/lib/client/gesture";
import { elapsedMs, pauseStopwatch, resumeStopwatch, startStopwatch } from "@/lib/client/stopwatch";

describe("a double tap", () => {
  const first = { timeMs: 10_000, x: 200, y: 700 };
  it("is one gesture when quick and in one place", () => {
    expect(isSameGesture(first, { timeMs: 10_180, x: 206, y: 696 })).toBe(true);
  });
  it("is two taps when later or elsewhere", () => {
    expect(isSameGesture(first, { timeMs: 10_250, x: 200, y: 700 })).toBe(false);
    expect(isSameGesture(first, { timeMs: 10_100, x: 255, y: 700 })).toBe(false);
  });
  it("never involves the keyboard", () => {
    expect(isSameGesture(null, first)).toBe(false);
    expect(isSameGesture(first, null)).toBe(false);
  });
});

describe("the time on a card", () => {
  it("counts from showing, not while paused, and goes on after a reload", () => {
    let watch = startStopwatch({ atMs: 1_000, countedMs: 500 });
    expect(elapsedMs(watch, 3_000)).toBe(2_500);
    watch = pauseStopwatch(watch, 3_000);
    expect(elapsedMs(watch, 90_000)).toBe(2_500);
    watch = resumeStopwatch(watch, 90_000);
    expect(elapsedMs(resumeStopwatch(watch, 91_000), 92_000)).toBe(4_500);
  });
  it("is at most a minute and never negative", () => {
    expect(elapsedMs(startStopwatch({ atMs: 0 }), 3_600_000)).toBe(60_000);
    expect(elapsedMs(startStopwatch({ atMs: 5_000 }), 4_000)).toBe(0);
    expect(elapsedMs(startStopwatch({ atMs: 0, paused: true }), 9_000)).toBe(0);
  });
});
