import { z } from "zod";

/** Half of a surrogate pair, or the character 0: PostgreSQL stores neither. */
const UNSTORABLE = /[\p{Surrogate}\0]/u;
const ALL_UNSTORABLE = new RegExp(UNSTORABLE, "gu");

/** A text of at most `max` UTF-16 units that every database can store. */
export function text({ max, min = 0 }: { readonly max: number; readonly min?: number }) {
  return z
    .string("invalid")
    .min(min, "required")
    .max(max, "too-long")
    .refine((value) => !UNSTORABLE.test(value), "invalid");
}

/** The same, but what cannot be stored is left out: for what somebody typed as an answer, which is not worth losing for it. */
export function forgivingText({ max }: { readonly max: number }) {
  return z
    .string("invalid")
    .max(max, "too-long")
    .transform((value) => value.replace(ALL_UNSTORABLE, ""));
}

/** A password: any characters, but not without end. That it is long enough is checked where one is chosen. */
export const passwordText = z.string("invalid").max(1024, "password-long");
