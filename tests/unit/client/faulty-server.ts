// A server of answers behind a bad network: it applies each operation once, and loses requests and responses as it is told.

import type { ReviewsRequest } from "@/lib/srs/session-payload";
import type { CardId, Operation, OperationId } from "@/lib/srs/types";

/** What goes wrong with one request. */
export type Fault =
  | "none"
  | "request lost"
  | "response lost"
  | "502"
  | "503"
  | "429"
  | "401"
  | "413"
  | "409 without results"
  | "hotel page"
  | "half the results"
  | "results for others";

export class FaultyServer {
  /** Operations in the order in which they were applied, each at its first arrival. */
  readonly applied: Operation[] = [];
  /** Ids of all operations that ever arrived, every arrival. */
  readonly arrivals: string[][] = [];
  readonly #faults: Fault[];
  readonly #refuse: (operation: Operation) => string | null;

  constructor(faults: readonly Fault[] = [], refuse: (operation: Operation) => string | null = () => null) {
    this.#faults = [...faults];
    this.#refuse = refuse;
  }

  get faultsLeft(): number {
    return this.#faults.length;
  }

  /** Answers like fetch. */
  fetch = async (body: string): Promise<Response> => {
    const fault = this.#faults.shift() ?? "none";
    if (fault === "request lost") throw new TypeError("Failed to fetch");
    if (fault === "502") return new Response("<h1>Bad gateway</h1>", { status: 502 });
    if (fault === "503") return json(503, { error: { code: "unavailable", message: "" } }, { "retry-after": "7" });
    if (fault === "429")
      return json(429, { error: { code: "too-many-requests", message: "" } }, { "retry-after": "3" });
    if (fault === "401") return json(401, { error: { code: "sign-in-required", message: "" } });
    if (fault === "hotel page") return new Response("<html>Welcome, please sign in</html>", { status: 200 });
    const request = JSON.parse(body) as ReviewsRequest;
    if (fault === "413" && request.ops.length > 1) return json(413, { error: { code: "too-large", message: "" } });
    if (fault === "409 without results" && request.ops.length > 1)
      return json(409, { error: { code: "operation-conflict", message: "" } });
    if (fault === "results for others")
      return json(200, { results: [{ id: "someone-else", status: "applied", state: null }] });
    const results = this.#apply(request.ops);
    if (fault === "response lost") throw new TypeError("Failed to fetch");
    return json(200, {
      results: fault === "half the results" ? results.slice(0, Math.ceil(results.length / 2)) : results,
    });
  };

  #apply(operations: readonly Operation[]): object[] {
    this.arrivals.push(operations.map((operation) => operation.id));
    return operations.map((operation) => {
      const code = this.#refuse(operation);
      if (code !== null) return { id: operation.id, status: "rejected", code };
      const known = this.applied.some((other) => other.id === operation.id);
      if (!known) this.applied.push(operation);
      return { id: operation.id, status: known ? "duplicate" : "applied", state: null };
    });
  }
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

/** The n-th operation of a learner, one second after the one before. */
export function operation(n: number, change: Partial<Operation> = {}): Operation {
  return {
    id: `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}` as OperationId,
    cardId: `core.concept-${n}.en-zh` as CardId,
    answeredAt: 1_767_225_600_000 + n * 1_000,
    timeZone: "Asia/Shanghai",
    kind: "answer",
    quality: 4,
    elapsedMs: 3_000,
    mode: "flip",
    ...change,
  } as Operation;
}
