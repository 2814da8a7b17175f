import assert from "node:assert/strict";
import type { ReviewsResponse } from "@/lib/srs/session-payload";
import type { Operation, OperationId, UserId } from "@/lib/srs/types";
import { Client, type Reply } from "@/tests/access/client";

/**
 * A learner at one device, as far as the promise goes: what was made, what the server has acknowledged, and what has to be sent again
 * until it is.
 */
export class PupilAtWork {
  /** Not acknowledged, the oldest first. */
  readonly pending: Operation[] = [];
  readonly acknowledged = new Set<OperationId>();
  /** Acknowledged as known already: an earlier request had been stored, and only its response was lost. */
  duplicates = 0;
  readonly #client: Client;

  constructor(
    readonly userId: UserId,
    input: { readonly baseUrl: string; readonly cookie: readonly [string, string] },
  ) {
    this.#client = new Client(input.baseUrl, [input.cookie]);
  }

  /** All operations of this device so far. */
  get made(): number {
    return this.pending.length + this.acknowledged.size;
  }

  /** Today's queue, as the review screen asks for it. */
  readSession(): Promise<Reply> {
    return this.#client.get("/api/session");
  }

  /**
   * Sends everything pending in one request and notes what was acknowledged. Returns the response, or null when there was none.
   *
   * @throws AssertionError when a 200 does not name every operation sent, as stored
   */
  async send(): Promise<Reply | null> {
    const sent = [...this.pending];
    let reply: Reply;
    try {
      reply = await this.#client.post("/api/reviews", { sentAt: Date.now(), ops: sent });
    } catch {
      return null;
    }
    if (reply.status !== 200) return reply;
    const { results } = reply.json<ReviewsResponse>();
    assert.deepEqual(
      results.map((result) => result.id),
      sent.map((operation) => operation.id),
    );
    for (const result of results) {
      assert.notEqual(result.status, "rejected", `an operation was refused: ${JSON.stringify(result)}`);
      if (result.status === "duplicate") this.duplicates += 1;
      this.acknowledged.add(result.id);
    }
    this.pending.splice(0, sent.length);
    return reply;
  }
}
