import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOperationId, makeOperationId, OPERATION_ID_RANDOM_BYTES } from "@/lib/srs/operation-id";
import type { OperationId } from "@/lib/srs/types";

const NOW_MS = 1_763_929_605_123;
const bytes = (...values: number[]) => Uint8Array.from({ length: 10 }, (_, index) => values[index] ?? 0);
const ALL_SET = Uint8Array.from({ length: 10 }, () => 0xff);

describe("makeOperationId", () => {
  test("has the time first, then version, counter, variant and randomness", () => {
    expect(OPERATION_ID_RANDOM_BYTES).toBe(10);
    expect(makeOperationId({ nowMs: 0, random: bytes() })).toBe("00000000-0000-7000-8000-000000000000");
    expect(makeOperationId({ nowMs: 0x0123456789ab, random: ALL_SET })).toBe("01234567-89ab-77ff-bfff-ffffffffffff");
    const random = bytes(0x12, 0x34, 0x45, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07);
    expect(makeOperationId({ nowMs: 1.9, random })).toBe("00000000-0001-7234-8501-020304050607");
  });

  test("needs its random bytes", () => {
    expect(() => makeOperationId({ nowMs: 0, random: new Uint8Array(9) })).toThrow(/Inconsistent/);
  });

  test("ids made within one millisecond sort as they were made", () => {
    const first = makeOperationId({ nowMs: NOW_MS, random: ALL_SET });
    const second = makeOperationId({ nowMs: NOW_MS, random: bytes(), previous: first });
    expect(second).toBe(`${first.slice(0, 15)}800-8000-000000000000`);
    expect(second > first).toBe(true);
  });

  test("a new millisecond starts a new counter", () => {
    const previous = makeOperationId({ nowMs: NOW_MS, random: ALL_SET });
    expect(makeOperationId({ nowMs: NOW_MS + 1, random: bytes(), previous })).toBe(
      makeOperationId({ nowMs: NOW_MS + 1, random: bytes() }),
    );
    expect(makeOperationId({ nowMs: NOW_MS, random: bytes(), previous: null })).toBe(
      makeOperationId({ nowMs: NOW_MS, random: bytes() }),
    );
  });

  test("a full counter borrows the next millisecond", () => {
    const full = "01234567-89ab-7fff-8000-000000000000" as OperationId;
    const next = makeOperationId({ nowMs: 0x0123456789ab, random: bytes(0, 5), previous: full });
    expect(next).toBe("01234567-89ac-7005-8000-000000000000");
    const almost = "01234567-89ab-7ffe-8000-000000000000" as OperationId;
    expect(makeOperationId({ nowMs: 0, random: bytes(0, 5), previous: almost })).toBe(
      "01234567-89ab-7fff-8000-000000000000",
    );
  });

  test("law: each of a client's ids is one, and sorts after the one before, even when the clock is set back", () => {
    const random = fc.uint8Array({ minLength: 10, maxLength: 16 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), random), { maxLength: 40 }), (calls) => {
        let previous: OperationId | null = null;
        for (const [offset, bytesOfCall] of calls) {
          const id = makeOperationId({ nowMs: NOW_MS + offset, random: bytesOfCall, previous });
          expect(isOperationId(id)).toBe(true);
          if (previous !== null) expect(id > previous).toBe(true);
          previous = id;
        }
      }),
    );
  });
});

describe("isOperationId", () => {
  test("takes only UUIDv7 in lower case", () => {
    expect(isOperationId("018bcfe5-6800-7abc-8def-0123456789ab")).toBe(true);
    for (const variant of ["8", "9", "a", "b"]) {
      expect(isOperationId(`018bcfe5-6800-7abc-${variant}def-0123456789ab`)).toBe(true);
    }
    const bad = [
      "",
      7,
      null,
      undefined,
      {},
      ["018bcfe5-6800-7abc-8def-0123456789ab"],
      "018BCFE5-6800-7ABC-8DEF-0123456789AB",
      "018bcfe5-6800-4abc-8def-0123456789ab",
      "018bcfe5-6800-7abc-cdef-0123456789ab",
      "018bcfe568007abc8def0123456789ab",
      "018bcfe5-6800-7abc-8def-0123456789ab\n",
      " 018bcfe5-6800-7abc-8def-0123456789ab",
      "x018bcfe5-6800-7abc-8def-0123456789ab",
      "018bcfe5-6800-7abc-8def-0123456789abc",
    ];
    for (const value of bad) expect(isOperationId(value)).toBe(false);
  });
});
