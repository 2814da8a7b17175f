// The only place in the browser that reads the machine's clock. Everything else takes the time as an argument, so that tests fix it.

/** The browser's current instant in milliseconds since 1970-01-01T00:00:00Z. It may be wrong: the server corrects it. */
export function nowMs(): number {
  return Date.now();
}
