import { describe, expect, it, test } from "vitest";
import { parseRetryAfterMs } from "@/lib/client/backoff";
import { readReviewsResponse } from "@/lib/client/review-response";

const NOW = Date.UTC(2026, 0, 1);
const read = (body: string, status: number, headers: Record<string, string> = {}) =>
  readReviewsResponse(new Response(body, { status, headers }), NOW);

describe("the answer to POST /api/reviews", () => {
  it("is results when it is results", async () => {
    const results = [{ id: "a", status: "applied", state: null }];
    expect(await read(JSON.stringify({ results }), 200)).toEqual({ kind: "answered", results });
  });

  test.each([
    ["a hotel's page", "<html>", 200],
    ["JSON that is not ours", '{"ok":true}', 200],
    ["a result without a status", '{"results":[{"id":"a"}]}', 200],
    ["a gateway's page", "<html>", 502],
    ["a proxy's refusal", "<html>", 422],
    ["our own crash", '{"error":{"code":"internal"}}', 500],
    ["not found", '{"error":{"code":"not-found"}}', 404],
  ])("is a failure when it is %s", async (_name, body, status) => {
    expect(await read(body, status)).toEqual({ kind: "failed", retryAfterMs: null });
  });

  it("is a sign-out at 401", async () => {
    expect(await read("", 401)).toEqual({ kind: "signed-out" });
  });

  it("is a refusal of the whole when our server says so, or when anybody calls it too large", async () => {
    expect(await read('{"error":{"code":"invalid-input"}}', 422)).toEqual({ kind: "refused", code: "invalid-input" });
    expect(await read("<html>", 413)).toEqual({ kind: "refused", code: "too-large" });
  });

  it("asks for patience with Retry-After in seconds or as a date", async () => {
    expect(await read("", 503, { "retry-after": "7" })).toEqual({ kind: "failed", retryAfterMs: 7_000 });
    expect(await read("", 429)).toEqual({ kind: "failed", retryAfterMs: null });
    expect(parseRetryAfterMs("Thu, 01 Jan 2026 00:01:00 GMT", NOW)).toBe(60_000);
    expect(parseRetryAfterMs("soon", NOW)).toBeNull();
  });
});
