import { AppError } from "@/lib/errors";
import { handle, methods } from "../_handler";

/** Addresses under /api that do not exist are told so in the form of all the others. */
const missing = handle(async () => {
  throw new AppError("not-found");
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: missing,
  POST: missing,
  PUT: missing,
  PATCH: missing,
  DELETE: missing,
});
