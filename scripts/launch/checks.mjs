// What can be found wrong in a moment is found before anything that takes minutes.

import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, isIP } from "node:net";
import { join } from "node:path";
import { ROOT, StartError } from "./steps.mjs";

const DATA = join(ROOT, "data");

/** Reads .env files as Next.js does, so that every step sees the same; what is set already wins. */
export function loadEnvFiles() {
  for (const name of [".env.local", ".env"]) {
    if (existsSync(join(ROOT, name))) process.loadEnvFile(join(ROOT, name));
  }
}

/** The port to serve on. */
export function portOf(env) {
  const text = env.PORT?.trim() || "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new StartError("PORT must be a whole number from 1 to 65535.");
  return port;
}

/** The address of this machine to serve on; null: all of them. */
export function hostOf(env) {
  const text = env.LISTEN_HOST?.trim() ?? "";
  if (text === "") return null;
  if (isIP(text) === 0 && text !== "localhost")
    throw new StartError("LISTEN_HOST must be an address of this machine, such as 127.0.0.1.");
  return text;
}

/** How this machine reaches itself when it serves on `host`, as a part of a URL. */
export function addressOf(host) {
  if (host === null || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return isIP(host) === 6 ? `[${host}]` : host;
}

/** Fails when the port cannot be listened on. */
export async function requireFreePort(port, host) {
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen({ port, ...(host === null ? {} : { host }) }, () => probe.close(() => resolve(null)));
  });
  if (error === null) return;
  if (error.code === "EADDRINUSE") {
    throw new StartError(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === "EACCES")
    throw new StartError(`Port ${port} needs more rights than this user has. Choose another: PORT=3000 npm start`);
  if (error.code === "EADDRNOTAVAIL")
    throw new StartError(`LISTEN_HOST is ${host}, which is no address of this machine.`);
  throw new StartError(`Port ${port} cannot be used: ${error.message}`);
}

/** Makes data/, where the database and the secret stand unless the environment names others. */
export function makeDataFolder(env) {
  if (env.DATABASE_URL?.trim() && env.NEXTAUTH_SECRET?.trim()) return;
  try {
    mkdirSync(DATA, { recursive: true });
    accessSync(DATA, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The folder ${DATA}, where the database is kept, cannot be written (${error.code}). Give this user the right to.`,
    );
  }
}

/** Makes the secret that signs sessions, once, readable by this user alone. */
export function makeSecret(env) {
  const file = join(DATA, "secret");
  if (env.NEXTAUTH_SECRET?.trim()) return;
  try {
    // "wx": of two that start at once, one makes it.
    writeFileSync(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw new StartError(`The secret cannot be written to ${file} (${error.code}).`);
  }
}
