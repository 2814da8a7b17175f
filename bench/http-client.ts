import { Agent, type ClientRequest, type OutgoingHttpHeaders, request } from "node:http";

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** One browser as far as a load needs it: one kept connection, one request at a time. */
export class Connection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #baseUrl: string;
  readonly #cookie: string;

  constructor(baseUrl: string, cookie: string) {
    this.#baseUrl = baseUrl;
    this.#cookie = cookie;
  }

  get(path: string): Promise<Reply> {
    return this.#exchange("GET", path, {});
  }

  post(path: string, body: string): Promise<Reply> {
    const length = Buffer.byteLength(body);
    const headers = { origin: this.#baseUrl, "content-type": "application/json", "content-length": length };
    return this.#exchange("POST", path, headers, body);
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(method: string, path: string, own: OutgoingHttpHeaders, body?: string): Promise<Reply> {
    const headers = { cookie: this.#cookie, ...own };
    return exchange(request(`${this.#baseUrl}${path}`, { method, agent: this.#agent, headers }), body);
  }
}

/** Sends a request and reads the whole answer. */
function exchange(sent: ClientRequest, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.end(body);
  });
}
