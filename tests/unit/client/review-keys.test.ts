import { describe, expect, it, test } from "vitest";
import { type KeyPress, type KeySituation, readReviewKey } from "@/lib/client/review-keys";

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const quiet = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false };
  return { ...quiet, key, keyCode: 0, ...change };
}

const QUESTION: KeySituation = { phase: "question", twoButtons: false, focus: "page" };
const ANSWER: KeySituation = { phase: "answer", twoButtons: false, focus: "page" };

describe("keys on the question", () => {
  test.each([" ", "Enter"])("%j shows the answer", (key) => {
    expect(readReviewKey(press(key), QUESTION)).toEqual({ kind: "show-answer" });
  });
  test.each(["1", "2", "3", "4"])("%s grades nothing yet", (key) => {
    expect(readReviewKey(press(key), QUESTION)).toBeNull();
  });
});

describe("keys on the answer", () => {
  test.each([
    ["1", 1],
    ["2", 3],
    ["3", 4],
    ["4", 5],
    [" ", 4],
    ["Enter", 4],
  ])("%j gives quality %i", (key, quality) => {
    expect(readReviewKey(press(key), ANSWER)).toEqual({ kind: "grade", quality });
  });
  test.each([
    ["1", 1],
    ["2", 4],
    ["3", 4],
  ])("with two buttons %s gives quality %i", (key, quality) => {
    expect(readReviewKey(press(key), { ...ANSWER, twoButtons: true })).toEqual({ kind: "grade", quality });
  });
  it("with two buttons 4 does nothing", () => {
    expect(readReviewKey(press("4"), { ...ANSWER, twoButtons: true })).toBeNull();
  });
});

describe("undo, help, suspend", () => {
  test.each([press("u"), press("U", { shiftKey: true }), press("z", { ctrlKey: true }), press("z", { metaKey: true })])(
    "$key undoes",
    (undo) => {
      expect(readReviewKey(undo, ANSWER)).toEqual({ kind: "undo" });
      expect(readReviewKey(undo, { ...QUESTION, phase: null })).toEqual({ kind: "undo" });
    },
  );
  it("? opens help, s suspends the card on the screen", () => {
    expect(readReviewKey(press("?", { shiftKey: true }), QUESTION)).toEqual({ kind: "help" });
    expect(readReviewKey(press("s"), QUESTION)).toEqual({ kind: "suspend-card" });
    expect(readReviewKey(press("s"), { ...QUESTION, phase: null })).toBeNull();
  });
});

describe("keys that are not ours", () => {
  const ALL = [" ", "Enter", "1", "2", "3", "4", "u", "?", "s", "o"];
  it("does nothing while an input method composes", () => {
    for (const key of ALL) {
      expect(readReviewKey(press(key, { isComposing: true }), ANSWER)).toBeNull();
      expect(readReviewKey(press(key, { keyCode: 229 }), ANSWER)).toBeNull();
    }
  });
  it("does nothing in a field or a dialog", () => {
    for (const key of ALL) {
      expect(readReviewKey(press(key), { ...ANSWER, focus: "text" })).toBeNull();
      expect(readReviewKey(press(key), { ...ANSWER, focus: "dialog" })).toBeNull();
    }
  });
  it("does nothing with Ctrl, Alt or Meta, but for undo", () => {
    for (const key of ALL) {
      for (const modifier of ["ctrlKey", "altKey", "metaKey"] as const) {
        expect(readReviewKey(press(key, { [modifier]: true }), ANSWER)).toBeNull();
      }
    }
  });
  it("leaves Space and Enter to a focused button or link, but grades by digit there", () => {
    expect(readReviewKey(press("Enter"), { ...ANSWER, focus: "control" })).toBeNull();
    expect(readReviewKey(press("2"), { ...ANSWER, focus: "control" })).toEqual({ kind: "grade", quality: 3 });
  });
  it("swallows every repeat of a held key, also on a focused button", () => {
    for (const key of [" ", "Enter", "1", "3", "u"]) {
      expect(readReviewKey(press(key, { repeat: true }), ANSWER)).toEqual({ kind: "swallow" });
    }
    expect(readReviewKey(press("Enter", { repeat: true }), { ...ANSWER, focus: "control" })).toEqual({
      kind: "swallow",
    });
  });
});
