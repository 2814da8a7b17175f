import "server-only";

/** Prisma's codes: not reachable, timed out, connection closed, no connection free in time, no transaction in time, too many connections. */
const AWAY_CODES: ReadonlySet<string> = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
]);
const AWAY_KINDS: ReadonlySet<string> = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TlsConnectionError",
]);
/** PostgreSQL: connection trouble (class 08), shutting or starting up (57P0x), a statement cancelled by its time limit. */
const AWAY_SQLSTATE = /^(08...|57P0.|57014)$/;
const SOCKET_CODES: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EPIPE"]);
/**
 * SQLite: the disk is full or fails, the file cannot be written or opened (a limit of the system, a folder without the right), or another
 * program has it locked (https://www.sqlite.org/rescode.html). All of it can be mended beside the running app.
 */
const AWAY_SQLITE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|BUSY|PROTOCOL)(_|$)/;
/** Another server has the file, for example the one before this, which is still ending. */
const IN_USE = "DatabaseInUseError";
/** From the system, when the folder or the lock file is made. */
const FILE_CODES: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE"]);
/** The PostgreSQL driver names these situations by their sentence only. */
const AWAY_MESSAGE =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|Unable to start a transaction in the given time/;
const DEPTH_MAX = 4;

/**
 * Whether an error means that the database cannot be asked, or cannot take what is to be written, at the moment: the same request may
 * succeed in a while.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEPTH_MAX) return false;
  const { name, code, kind, originalCode, message, cause, meta } = error as Record<string, unknown>;
  if (name === IN_USE || [code, originalCode].some(isAwayCode)) return true;
  if (typeof kind === "string" && AWAY_KINDS.has(kind)) return true;
  if (typeof message === "string" && AWAY_MESSAGE.test(message)) return true;
  const inner = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return inner.some((each) => isDatabaseAway(each, depth + 1));
}

function isAwayCode(code: unknown): boolean {
  if (typeof code !== "string") return false;
  const isKnown = [AWAY_CODES, SOCKET_CODES, FILE_CODES].some((codes) => codes.has(code));
  return isKnown || AWAY_SQLSTATE.test(code) || AWAY_SQLITE.test(code);
}

/**
 * Makes a note on the side of reading, such as when a session was last in use. While the database takes no writes, reading goes on
 * without the note.
 */
export async function noteIfWritable(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
  }
}
