"use client";

import { useEffect, useRef } from "react";
import { type KeySituation, type ReviewKeyAction, readReviewKey } from "@/lib/client/review-keys";

export type KeyActions = (action: Exclude<ReviewKeyAction, { kind: "swallow" }>) => void;

/** Listens to the keys of the review screen for as long as it is there. */
export function useReviewKeys(situation: Omit<KeySituation, "focus">, act: KeyActions): void {
  const latest = useRef({ situation, act });
  latest.current = { situation, act };
  useEffect(() => {
    // A key whose press was ours is ours until it is let go: some browsers click the focused button only then.
    let held: string | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = readReviewKey(event, { ...latest.current.situation, focus: focusOf(event.target) });
      held = action === null ? null : event.key;
      if (action === null) return;
      event.preventDefault();
      if (action.kind !== "swallow") latest.current.act(action);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== held) return;
      held = null;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("keyup", onKeyUp);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("keyup", onKeyUp);
    };
  }, []);
}

const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = "a[href], button, summary";

/** What has the focus. "Show answer" counts as the page: there the keys do what the button does. */
function focusOf(target: EventTarget | null): KeySituation["focus"] {
  if (document.querySelector("dialog[open]") !== null) return "dialog";
  if (!(target instanceof Element)) return "page";
  if (target.closest('[data-keys="dialog"]') !== null) return "dialog";
  if (target.closest(FIELDS) !== null) return "text";
  if (target.closest('[data-keys="page"]') !== null) return "page";
  return target.closest(CONTROLS) === null ? "page" : "control";
}
