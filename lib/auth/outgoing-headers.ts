import "server-only";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { usesHttps } from "./https";
import { dataHeaders, fileHeaders } from "./security-headers";

type Headers = readonly (readonly [name: string, value: string])[];
let known: { readonly data: Headers; readonly file: Headers } | undefined;

/** The same at every answer of a process, so it is put together once. */
function headers(): { readonly data: Headers; readonly file: Headers } {
  const facts = { usesHttps: usesHttps() };
  const uncached = { "cache-control": "no-store" };
  known ??= {
    data: Object.entries({ ...dataHeaders(facts), ...uncached }),
    file: Object.entries({ ...fileHeaders(facts), ...uncached }),
  };
  return known;
}

/**
 * Fills in, at the moment when the headers of an answer go out, those that nobody has set. A page brings its own policy (proxy.ts), which
 * stays.
 */
export function completeHeaders(response: ServerResponse, { isFile }: { readonly isFile: boolean }): void {
  const missing = isFile ? headers().file : headers().data;
  // Of its overloads only the last arguments differ, and all are handed on.
  const writeHead = response.writeHead.bind(response) as (...args: readonly unknown[]) => ServerResponse;
  response.writeHead = (...args: readonly unknown[]) => {
    if (!response.headersSent) {
      // How the framework has led the request inside is nobody's business.
      response.removeHeader("x-middleware-rewrite");
      for (const [name, value] of missing) if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead(...args);
  };
}

const STATUS_OF_CODE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** What Node answers to bytes that are no request, in its own words, with our headers. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  // Node keeps the answer that is under way there, and looks at it itself when nobody listens for malformed requests.
  const underWay = (socket as Socket & { readonly _httpMessage?: ServerResponse | null })._httpMessage;
  if (error.code === "ECONNRESET" || !socket.writable || underWay?.headersSent) {
    socket.destroy();
    return;
  }
  const lines = headers().data.map(([name, value]) => `${name}: ${value}`);
  const status = STATUS_OF_CODE[error.code ?? ""] ?? "400 Bad Request";
  socket.end([`HTTP/1.1 ${status}`, "connection: close", "content-length: 0", ...lines, "", ""].join("\r\n"));
}
