/** A backup cannot be restored; the database is as it was. The message is for a person. */
export class RestoreError extends Error {
  override readonly name = "RestoreError";
}
