import "server-only";
import { authSecret, EnvError, env } from "./env";

/**
 * Ends the process with a sentence when the environment is wrong or there is no good secret. The framework by itself would go on listening
 * and answer nothing, which is hard to find out about.
 */
export function requireConfiguration(): void {
  try {
    env();
    authSecret();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`✗ ${error.message}\n`);
    process.exit(1);
  }
}
