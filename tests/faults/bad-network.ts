import type { Network } from "./browser-device";

/** What happens to one request on its way. */
export const WEATHER = [
  "clear",
  /** It never arrives. */
  "request lost",
  /** It is carried out, and nobody learns of it. */
  "response lost",
  /** The connection breaks in the middle of the response. */
  "response torn",
  /** Given up for lost, it arrives after what was sent later: the requests change places. */
  "late",
  /** As late, at the same time as the next. */
  "beside the next",
  "slow",
  /** From a gateway that does not reach the server. */
  "502",
  /** From a gateway that has lost the server's response. */
  "502 though done",
  "hotel page",
  /** The session ends just before: the server's own 401. */
  "session ended",
] as const;
export type Weather = (typeof WEATHER)[number];

/** A learner's sessions: one cookie after the other. */
export interface CookieJar {
  /** A Cookie header. */
  current(): string;
  /** Ends the session on the server, unless no other is left to sign in with. */
  end(): Promise<void>;
  /** The next session. */
  signIn(): void;
}

/** A network that treats one request after another as told, and all further ones well. */
export class BadNetwork implements Network {
  /** Requests that the server has carried out or refused. */
  arrived = 0;
  /** Requests that were not simply carried out. */
  mishaps = 0;
  readonly #baseUrl: string;
  readonly #jar: CookieJar;
  readonly #weather: Weather[];
  #late: (() => Promise<unknown>)[] = [];
  #beside: (() => Promise<unknown>)[] = [];

  constructor(input: { readonly baseUrl: string; readonly jar: CookieJar; readonly weather: readonly Weather[] }) {
    this.#baseUrl = input.baseUrl;
    this.#jar = input.jar;
    this.#weather = [...input.weather];
  }

  async fetch(path: string, init: RequestInit): Promise<Response> {
    const beside = this.#beside.splice(0).map((deliver) => deliver());
    try {
      return await this.#carry(path, init);
    } finally {
      await Promise.all(beside);
    }
  }

  /** Delivers what is still under way. */
  async settle(): Promise<void> {
    await Promise.all([...this.#late.splice(0), ...this.#beside.splice(0)].map((deliver) => deliver()));
  }

  async #carry(path: string, init: RequestInit): Promise<Response> {
    const deliver = this.#delivery(path, init);
    const weather = this.#weather.shift() ?? "clear";
    if (weather !== "clear") this.mishaps += 1;
    switch (weather) {
      case "clear":
        return await deliver();
      case "request lost":
        throw new TypeError("Failed to fetch");
      case "response lost":
        await deliver();
        throw new TypeError("Failed to fetch");
      case "response torn":
        return torn(await deliver());
      case "late":
        this.#late.push(deliver);
        throw new TypeError("Failed to fetch");
      case "beside the next":
        this.#beside.push(deliver);
        throw new TypeError("Failed to fetch");
      case "slow":
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return await deliver();
      case "502":
        return gatewayPage();
      case "502 though done":
        await deliver();
        return gatewayPage();
      case "hotel page":
        return new Response("<html>Welcome, please sign in</html>", { status: 200 });
      case "session ended":
        await this.#jar.end();
        return await deliver();
    }
  }

  /** Sends the request as it is now, whenever it is called. What was late goes after it. */
  #delivery(path: string, { method = "GET", headers = {}, body = null }: RequestInit): () => Promise<Response> {
    const cookie = this.#jar.current();
    const all = new Headers(headers);
    all.set("cookie", cookie);
    all.set("origin", this.#baseUrl);
    return async () => {
      const response = await fetch(`${this.#baseUrl}${path}`, { method, headers: all, body, redirect: "error" });
      this.arrived += 1;
      const text = await response.text();
      await Promise.all(this.#late.splice(0).map((deliver) => deliver()));
      return new Response(text, { status: response.status, headers: response.headers });
    };
  }
}

function gatewayPage(): Response {
  return new Response("<h1>Bad gateway</h1>", { status: 502 });
}

/** The first half of the body, and then an end that the sender had not meant. */
async function torn(response: Response): Promise<Response> {
  const bytes = new TextEncoder().encode(await response.text());
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length / 2));
      controller.error(new TypeError("terminated"));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
