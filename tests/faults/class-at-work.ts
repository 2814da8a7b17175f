// A class that answers: every device of every learner at once, each one request at a time.

import assert from "node:assert/strict";
import type { Operation, OperationId } from "@/lib/srs/types";
import type { Reply } from "@/tests/access/client";
import { operationMaker } from "./operations";
import { PupilAtWork } from "./pupil-at-work";
import { type School, sessionCookie } from "./school";

const OPERATIONS_PER_REQUEST = 3;

/** What a learner at one device has made and been told, whatever it is sent with. */
export interface Account {
  readonly pupil: Pick<PupilAtWork, "pending" | "acknowledged" | "made">;
}

export interface Seat extends Account {
  readonly pupil: PupilAtWork;
  /** One to three more. */
  makeOperations(): Operation[];
}

/** Seats every learner at every device. Device n asks server n, in turn. */
export async function seatClass(
  school: School,
  given: { readonly baseUrls: readonly string[]; readonly random: () => number },
): Promise<readonly Seat[]> {
  const { baseUrls, random } = given;
  const seats: Seat[] = [];
  for (const pupil of school.pupils) {
    for (const device of pupil.sessionIds.keys()) {
      const baseUrl = baseUrls[seats.length % baseUrls.length] ?? "";
      const cookie = await sessionCookie(pupil, device);
      const makeOperation = operationMaker({ cards: school.cards, random, nowMs: Date.now });
      seats.push({
        pupil: new PupilAtWork(pupil.userId, { baseUrl, cookie }),
        makeOperations: () => Array.from({ length: 1 + Math.floor(random() * OPERATIONS_PER_REQUEST) }, makeOperation),
      });
    }
  }
  return seats;
}

/** Answers, one request after another, until one gets no response. What that carried stays pending and goes first the next time. */
export async function workUntilCutOff({ pupil, makeOperations }: Seat, onAcknowledged = () => {}): Promise<void> {
  for (;;) {
    if (pupil.pending.length === 0) pupil.pending.push(...makeOperations());
    const reply = await pupil.send();
    if (reply === null) return;
    assert.equal(reply.status, 200, reply.text);
    onAcknowledged();
  }
}

/** What the whole class has been told is stored. */
export function acknowledgedBy(seats: readonly Account[]): OperationId[] {
  return seats.flatMap(({ pupil }) => [...pupil.acknowledged]);
}

/** The sum over all devices. */
export function sumOver<Pupil>(seats: readonly { readonly pupil: Pupil }[], of: (pupil: Pupil) => number): number {
  return seats.reduce((total, { pupil }) => total + of(pupil), 0);
}

/** One request of every device at once, what is pending before anything new. Returns the responses, null where there was none. */
export function sendAll(seats: readonly Seat[]): Promise<(Reply | null)[]> {
  return Promise.all(
    seats.map(({ pupil, makeOperations }) => {
      if (pupil.pending.length === 0) pupil.pending.push(...makeOperations());
      return pupil.send();
    }),
  );
}

/** Sends what is pending, and nothing new. @throws AssertionError unless the server takes all of it */
export async function sendTheRest(seats: readonly Seat[]): Promise<void> {
  const waiting = seats.filter(({ pupil }) => pupil.pending.length > 0);
  for (const reply of await sendAll(waiting)) assert.equal(reply?.status, 200, reply?.text);
}

/** The server refuses for now and says so: a sentence that the answers are safe, and when to try again. */
export function requireUnavailable(reply: Reply | null): void {
  assert.equal(reply?.status, 503, reply?.text);
  assert.match(reply.headers.get("retry-after") ?? "", /^\d+$/);
  const { error } = reply.json<{ error: { code: string; message: string } }>();
  assert.equal(error.code, "unavailable");
  assert.match(error.message, /still on this device/);
}
