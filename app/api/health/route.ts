import { handle, methods } from "../_handler";

/** The process lives. For whoever restarts it when it does not. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async () => Response.json({ status: "ok" })),
});
