// Every error a person can meet: a code, its status, and (in lib/i18n) a sentence in the reader's language.

/** Code → HTTP status. The text for a code is `errors.<code>` in the messages. */
export const ERROR_STATUS = {
  "malformed-json": 400,
  "wrong-content-type": 415,
  "cross-origin": 403,
  "sign-in-required": 401,
  "wrong-credentials": 401,
  "wrong-password": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "operation-conflict": 409,
  "name-taken": 409,
  "already-registered": 409,
  "too-large": 413,
  "too-many-operations": 413,
  "invalid-input": 422,
  "unknown-card": 422,
  "weak-password": 422,
  "too-many-requests": 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Field name → code of what is wrong with it; the text is `errors.fields.<code>`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** An expected failure on its way to the reader. Never carries internals: its message is its code. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly fields: FieldErrors | undefined;
  /** Seconds after which another try makes sense, for 429 and 503. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: { fields?: FieldErrors; retryAfterSeconds?: number } = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.status = ERROR_STATUS[code];
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
