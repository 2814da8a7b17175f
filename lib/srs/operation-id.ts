// Names for operations, made by the client before the server knows of them: UUIDv7 (RFC 9562, section 5.7), so that they sort by time.

import type { OperationId } from "./types";

/** How many random bytes an id takes. */
export const OPERATION_ID_RANDOM_BYTES = 10;

const COUNTER_LIMIT = 0x1000;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether this is a UUIDv7 in lower case. */
export function isOperationId(value: unknown): value is OperationId {
  return typeof value === "string" && UUID_V7.test(value);
}

/**
 * A new id. With `previous`, the id that this client made before, the new one sorts after it, also within one millisecond or when the
 * clock was set back: the 12 bits after the time are a counter that starts low and at random (RFC 9562, section 6.2, method 1).
 *
 * @param nowMs ms since the epoch, 0 to 2^48 − 1.
 * @param random at least 10 random bytes, e.g. crypto.getRandomValues(new Uint8Array(10)).
 */
export function makeOperationId(input: {
  readonly nowMs: number;
  readonly random: Uint8Array;
  readonly previous?: OperationId | null;
}): OperationId {
  const { nowMs, random, previous = null } = input;
  if (random.length < OPERATION_ID_RANDOM_BYTES)
    throw new Error("Inconsistent: too few random bytes for an operation id");
  const byte = (index: number) => random[index] ?? 0;
  const { timeMs, counter } = nextPlace({ nowMs, previous, start: ((byte(0) << 8) | byte(1)) & 0x7ff });
  const variant = ((byte(2) & 0x3f) | 0x80).toString(16);
  const tail = [...random.subarray(3, OPERATION_ID_RANDOM_BYTES)].map((value) => hex(value, 2)).join("");
  const time = hex(timeMs, 12);
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
  return id as OperationId;
}

interface Place {
  readonly timeMs: number;
  readonly counter: number;
}

function nextPlace(input: {
  readonly nowMs: number;
  readonly previous: OperationId | null;
  readonly start: number;
}): Place {
  const fresh = { timeMs: Math.floor(input.nowMs), counter: input.start };
  if (input.previous === null) return fresh;
  const last = placeOf(input.previous);
  if (fresh.timeMs > last.timeMs) return fresh;
  if (last.counter + 1 < COUNTER_LIMIT) return { timeMs: last.timeMs, counter: last.counter + 1 };
  return { timeMs: last.timeMs + 1, counter: input.start };
}

function placeOf(id: OperationId): Place {
  return {
    timeMs: Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16),
    counter: Number.parseInt(id.slice(15, 18), 16),
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
