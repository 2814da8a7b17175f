// A browser as far as HTTP goes: it keeps cookies, names its origin, and follows no redirect by itself.

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; throws when it is none. */
  json<Body>(): Body;
}

export interface Sent {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is; its content type stands in `headers`. */
  readonly raw?: BodyInit;
  /** null leaves a header out that would be sent otherwise. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export class Client {
  readonly #cookies: Map<string, string>;

  constructor(
    readonly baseUrl: string,
    cookies: Iterable<readonly [string, string]> = [],
  ) {
    this.#cookies = new Map(cookies);
  }

  /** Another browser with the same cookies, before the same server or another one. */
  copy(baseUrl: string = this.baseUrl): Client {
    return new Client(baseUrl, this.#cookies);
  }

  /** Of the cookies, those that are set. */
  cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }

  /** Names and values. */
  cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** As a browser would send them. */
  cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  forget(cookie: string): void {
    this.#cookies.delete(cookie);
  }

  get(path: string, sent: Sent = {}): Promise<Reply> {
    return this.send("GET", path, sent);
  }

  post(path: string, body: unknown = {}, headers: NonNullable<Sent["headers"]> = {}): Promise<Reply> {
    return this.send("POST", path, { body, headers });
  }

  async send(method: Method, path: string, sent: Sent = {}): Promise<Reply> {
    const { body, contentType } = bodyOf(sent);
    const cookie = this.cookieHeader();
    const headers = new Headers({ "accept-language": "en" });
    if (cookie !== "") headers.set("cookie", cookie);
    if (contentType !== null) headers.set("content-type", contentType);
    if (method !== "GET") headers.set("origin", this.baseUrl);
    for (const [name, value] of Object.entries(sent.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const response = await fetch(new URL(path, this.baseUrl), { method, headers, body, redirect: "manual" });
    this.#keepCookies(response.headers);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }

  /** A JSON body whose length is not told beforehand. */
  async sendStream(method: Method, path: string, body: ReadableStream): Promise<Reply> {
    const cookie = this.cookieHeader();
    const headers = { cookie, origin: this.baseUrl, "content-type": "application/json" };
    const init = { method, headers, body, duplex: "half" } satisfies RequestInit & { duplex: "half" };
    const response = await fetch(new URL(path, this.baseUrl), init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
      if (gone || value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

function bodyOf(sent: Sent): { body: BodyInit | null; contentType: string | null } {
  if (sent.raw !== undefined) return { body: sent.raw, contentType: null };
  if (sent.form !== undefined) {
    return { body: new URLSearchParams(sent.form).toString(), contentType: "application/x-www-form-urlencoded" };
  }
  if (sent.body !== undefined) return { body: JSON.stringify(sent.body), contentType: "application/json" };
  return { body: null, contentType: null };
}
