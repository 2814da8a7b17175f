import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "./log";

const PATH_MAX = 200;

interface Begun {
  readonly method: string;
  readonly path: string;
  /** ms of the process's own clock. */
  readonly startedAt: number;
}

/**
 * From now on writes a line for each request that was answered: method, path without what is asked for after it, status, milliseconds, and
 * the id that the answer carries. At the level debug: a proxy in front keeps such a list anyway, and when a learner studies is theirs.
 */
export function logRequests(): void {
  if (!log().isLevelEnabled("debug")) return;
  const begun = new WeakMap<IncomingMessage, Begun>();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    const path = (request.url ?? "").split("?")[0]?.slice(0, PATH_MAX) ?? "";
    begun.set(request, { method: request.method ?? "", path, startedAt: performance.now() });
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
    const start = begun.get(request);
    if (start === undefined) return;
    const { startedAt, ...line } = start;
    const elapsedMs = Math.round((performance.now() - startedAt) * 10) / 10;
    const requestId = response.getHeader("x-request-id");
    log().debug({ ...line, status: response.statusCode, elapsedMs, ...(requestId && { requestId }) }, "answered");
  });
}
