import "server-only";

/** The database cannot be moved as it is. The message is for a person. */
export class MoveError extends Error {
  override readonly name = "MoveError";
}
