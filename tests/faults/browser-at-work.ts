import assert from "node:assert/strict";
import type { CardId, Operation, OperationId, UserId } from "@/lib/srs/types";
import { type Device, type DeviceClock, makeStorage, type Network, openDevice, untilSent } from "./browser-device";
import { operationMaker } from "./operations";

const ANSWERS = 3;
const OUTBOX_SHOWN = 10_000;

/** A learner at a browser with the app's own outbox. What left the outbox counts as acknowledged. */
export class BrowserAtWork {
  readonly pupil = { pending: [] as Operation[], acknowledged: new Set<OperationId>(), made: 0 };
  readonly #clock: DeviceClock = { nowMs: Date.now() };
  readonly #device: Device;
  readonly #makeOperation: () => Operation;
  readonly #all: Operation[] = [];

  constructor(given: {
    readonly userId: UserId;
    readonly cards: readonly CardId[];
    readonly network: Network;
    readonly random: () => number;
  }) {
    this.#device = openDevice({ ...given, storage: makeStorage(), clock: this.#clock });
    this.#makeOperation = operationMaker({ ...given, nowMs: () => this.#clock.nowMs });
  }

  /** Answers, and waits until nothing goes on. Returns how many answers the outbox keeps. */
  async answer(): Promise<number> {
    const answered = Array.from({ length: ANSWERS }, this.#makeOperation);
    this.#all.push(...answered);
    await this.#device.sync.enqueue(answered);
    await this.#device.atRest();
    await this.#look();
    const { phase, pending } = this.#device.sync.status();
    assert.equal(pending, this.pupil.pending.length);
    assert.equal(phase, pending === 0 ? "idle" : "waiting");
    return pending;
  }

  /** Lets time pass until the outbox is empty. */
  async deliver(): Promise<void> {
    const sent = await untilSent(this.#device, () => assert.fail("signed out"));
    assert.ok(sent, `never at peace: ${JSON.stringify(this.#device.sync.status())}`);
    assert.deepEqual(await this.#device.store.counts(), { pending: 0, rejected: 0 });
    await this.#look();
  }

  async #look(): Promise<void> {
    const kept = await this.#device.store.peek(OUTBOX_SHOWN);
    const keptIds = new Set(kept.map(({ id }) => id));
    this.pupil.pending.splice(0, this.pupil.pending.length, ...kept);
    for (const { id } of this.#all) if (!keptIds.has(id)) this.pupil.acknowledged.add(id);
    this.pupil.made = this.#all.length;
  }
}
