// Tells a double tap from two taps. The second tap of a double tap lands on whatever stands there by then; it must do nothing.

/** One tap or click, as its `click` event tells it. */
export interface Tap {
  /** ms on the event clock (`event.timeStamp`). */
  readonly timeMs: number;
  /** CSS pixels in the viewport. */
  readonly x: number;
  readonly y: number;
}

/** Nobody reads an answer in this time; an honest second tap comes later. */
const GESTURE_MS = 250;
/** A finger comes down this near to where it was; neighbouring buttons are farther apart. */
const GESTURE_PX = 24;

/** True when a tap belongs to the same gesture as the one before. `null` stands for the keyboard or an assistive device. */
export function isSameGesture(previous: Tap | null, tap: Tap | null): boolean {
  if (previous === null || tap === null) return false;
  const apart = Math.hypot(tap.x - previous.x, tap.y - previous.y);
  return tap.timeMs - previous.timeMs < GESTURE_MS && apart < GESTURE_PX;
}
