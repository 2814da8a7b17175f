import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { LANGUAGE_HEADER } from "@/lib/i18n/address";
import { completeHeaders, refuseMalformed } from "./outgoing-headers";
import { PEER_HEADER } from "./request-address";

const FORWARDED = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
] as const;
/** All that any address here may allow. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** Answers "method not allowed" to whatever comes, see app/api/refused. */
export const REFUSAL_PATH = "/api/refused";
/** Where the framework serves the files of the build. */
const FILES_PATH = "/_next/";
/** What a client may ask of a part or a version of a file; for many such wishes the framework answers 500 instead of 412 and 416. */
const PARTIAL = ["range", "if-range", "if-match", "if-unmodified-since"] as const;

/** The parts of a request that are put right before the framework sees it. */
export interface Incoming {
  headers: IncomingHttpHeaders;
  method?: string | undefined;
  url?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * From now on puts every request that this process receives right, see `prepareRequest`, and gives every answer, whoever makes it, the
 * headers of lib/auth/security-headers that it lacks: also redirects, files, and what Node answers by itself.
 */
export function prepareIncomingRequests(options: { readonly trustProxyHops: number }): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
    completeHeaders(response, { isFile: pathOf(request).startsWith(FILES_PATH) });
    prepareRequest(request, options);
  });
  const known = new WeakSet<Server>();
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { readonly socket: Socket & { readonly server?: Server } }).socket;
    if (server === undefined || known.has(server)) return;
    known.add(server);
    server.on("clientError", refuseMalformed);
  });
}

/**
 * Writes the address of the socket into a header, since route handlers cannot see it otherwise; removes the header in which proxy.ts names
 * the language of an address, and without a trusted proxy what the client says about being forwarded, so that nothing behind believes it;
 * and gives what the framework would answer with 500 a form for
 * which it has an answer: an address that cannot be decoded is simply not found, a method that nothing here knows and what is no address
 * at all is not allowed, and a file is sent as a whole.
 */
export function prepareRequest(request: Incoming, { trustProxyHops }: { readonly trustProxyHops: number }): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
  delete request.headers[LANGUAGE_HEADER];
  if (trustProxyHops === 0) for (const name of FORWARDED) delete request.headers[name];
  const path = pathOf(request);
  const isFile = path.startsWith(FILES_PATH);
  const method = request.method ?? "GET";
  const isRefused = !METHODS.has(method) || (isFile && method !== "GET" && method !== "HEAD");
  if (isRefused || !isAddress(path)) {
    request.method = "POST";
    request.url = REFUSAL_PATH;
    return;
  }
  if (isFile) for (const name of PARTIAL) delete request.headers[name];
  if (!isDecodable(path)) request.url = path.replaceAll("%", "%25");
}

function pathOf(request: Pick<Incoming, "url">): string {
  return (request.url ?? "/").split("?")[0] ?? "/";
}

/** Not the "*" of OPTIONS, nor the host of CONNECT. */
function isAddress(path: string): boolean {
  return /^(\/|https?:\/\/)/i.test(path);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
