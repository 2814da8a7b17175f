import "server-only";

/** Gives the lock to the next in line. Calling it again does nothing. */
export type Release = () => void;

/** A lock that is granted strictly in the order in which it was asked for. */
export class FifoLock {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  /** Resolves when everyone who asked earlier has released. */
  acquire(): Promise<Release> {
    if (!this.#held) {
      this.#held = true;
      return Promise.resolve(this.#release());
    }
    return new Promise((resolve) => this.#waiting.push(() => resolve(this.#release())));
  }

  /** Runs the task while holding the lock. */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    const release = await this.acquire();
    try {
      return await task();
    } finally {
      release();
    }
  }

  #release(): Release {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#held = false;
    };
  }
}
