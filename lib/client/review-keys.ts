// The keys of the review screen (Anki's) as a pure function: a key press in a situation → what it means, or nothing.

import type { Quality } from "@/lib/srs/types";

export type ReviewKeyAction =
  | { readonly kind: "show-answer" }
  | { readonly kind: "grade"; readonly quality: Quality }
  | { readonly kind: "undo" }
  | { readonly kind: "help" }
  | { readonly kind: "suspend-card" }
  | { readonly kind: "open-concept" }
  /** Nothing is to happen, and the browser's own action (a click, a scroll) must not either. */
  | { readonly kind: "swallow" };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key is held down and this is not its first event. */
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method has the key; the only sign of it in some browsers. */
  readonly keyCode: number;
}

export interface KeySituation {
  /** null when no card is on the screen. */
  readonly phase: "question" | "answer" | null;
  readonly twoButtons: boolean;
  /** Where the focus is: "control" for a button or link of its own, "text" for a field, "dialog" for a dialog, a menu, or a figure that is played with. */
  readonly focus: "page" | "control" | "text" | "dialog";
}

const FOUR_BUTTONS: Readonly<Record<string, Quality>> = { "1": 1, "2": 3, "3": 4, "4": 5 };
const TWO_BUTTONS: Readonly<Record<string, Quality>> = { "1": 1, "2": 4, "3": 4 };

/** The quality that Space and Enter give, and the button that stands out. */
export const DEFAULT_QUALITY: Quality = 4;

/** What a key press means on the review screen; null leaves it to the browser. */
export function readReviewKey(press: KeyPress, situation: KeySituation): ReviewKeyAction | null {
  if (press.isComposing || press.keyCode === 229) return null;
  if (situation.focus === "text" || situation.focus === "dialog") return null;
  const action = readPress(press, situation);
  if (action === null) return null;
  // A held key does its work once. Space and Enter would go on clicking the focused button.
  return press.repeat ? { kind: "swallow" } : action;
}

function readPress(press: KeyPress, situation: KeySituation): ReviewKeyAction | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return key === "z" && !press.shiftKey ? { kind: "undo" } : null;
  switch (key) {
    case " ":
    case "Enter":
      return readConfirm(press, situation);
    case "u":
      return { kind: "undo" };
    case "?":
      return { kind: "help" };
    case "s":
      return situation.phase === null ? null : { kind: "suspend-card" };
    case "o":
      return situation.phase === "answer" ? { kind: "open-concept" } : null;
    default:
      return readGrade(key, situation);
  }
}

/** On a control of its own Space and Enter are that control's, but only for as long as the key is not held. */
function readConfirm(press: KeyPress, { focus, phase }: KeySituation): ReviewKeyAction | null {
  if (focus === "control") return press.repeat ? { kind: "swallow" } : null;
  if (phase === "question") return { kind: "show-answer" };
  return phase === "answer" ? { kind: "grade", quality: DEFAULT_QUALITY } : null;
}

function readGrade(key: string, { phase, twoButtons }: KeySituation): ReviewKeyAction | null {
  const quality = (twoButtons ? TWO_BUTTONS : FOUR_BUTTONS)[key];
  return phase === "answer" && quality !== undefined ? { kind: "grade", quality } : null;
}
