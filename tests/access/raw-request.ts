// Requests that no HTTP client would send: exact bytes on a connection of their own.

import { connect } from "node:net";

export interface RawReply {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const TIMEOUT_MS = 20_000;

/** Sends the bytes and reads until the server closes the connection. */
export function sendRaw(baseUrl: string, bytes: string): Promise<RawReply> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let received = "";
    socket.setEncoding("utf8");
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no answer to ${bytes.slice(0, 80)}`)));
    socket.on("data", (chunk: string) => {
      received += chunk;
    });
    socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? undefined : reject(error)));
    socket.on("close", () => resolve(parse(received)));
    socket.write(bytes);
  });
}

/** A request whose target and method are taken as they are. */
export function rawRequest(
  baseUrl: string,
  line: { readonly method?: string; readonly target: string },
  { headers = {}, body = "" }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<RawReply> {
  const all = { host: new URL(baseUrl).host, connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return sendRaw(baseUrl, [`${line.method ?? "GET"} ${line.target} HTTP/1.1`, ...lines, "", body].join("\r\n"));
}

function parse(received: string): RawReply {
  const end = received.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = received.slice(0, Math.max(0, end)).split("\r\n");
  const headers = new Headers();
  for (const line of lines) headers.append(line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim());
  return { status: Number(statusLine.split(" ")[1] ?? 0), headers, body: end < 0 ? "" : received.slice(end + 4) };
}
