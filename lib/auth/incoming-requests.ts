import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { PEER_HEADER } from "./request-address";

const FORWARDED = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
] as const;

/** The parts of a request that are put right before the framework sees it. */
export interface Incoming {
  headers: IncomingHttpHeaders;
  url?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** From now on puts every request that this process receives right, see `prepareRequest`. */
export function prepareIncomingRequests(options: { readonly trustProxyHops: number }): void {
  subscribe("http.server.request.start", (message) => {
    prepareRequest((message as { readonly request: IncomingMessage }).request, options);
  });
}

/**
 * Writes the address of the socket into a header, since route handlers cannot see it otherwise; without a trusted proxy removes what the
 * client says about being forwarded, so that nothing behind believes it; and gives an address that cannot be decoded, for which the
 * framework would answer 500, a form in which it is simply not found.
 */
export function prepareRequest(request: Incoming, { trustProxyHops }: { readonly trustProxyHops: number }): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
  if (trustProxyHops === 0) for (const name of FORWARDED) delete request.headers[name];
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (!isDecodable(path)) request.url = path.replaceAll("%", "%25");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
