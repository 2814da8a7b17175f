import "server-only";
import { AppError } from "@/lib/errors";

interface Limits {
  /** Tasks that run at a time. */
  readonly running: number;
  /** Tasks that may wait; beyond them a task is refused at once, so that a flood of sign-ins does not pile up memory. */
  readonly waiting: number;
}

/** Returns a function that runs tasks, few at a time, first come first served. Throws AppError "unavailable" when too many wait. */
export function limitConcurrency(limits: Limits): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running < limits.running) running += 1;
    else if (waiting.length < limits.waiting) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new AppError("unavailable", { retryAfterSeconds: 5 });
    try {
      return await task();
    } finally {
      // The place is handed on, not given back, when somebody waits: `running` stays as it is.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
