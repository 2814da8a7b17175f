import { requireReady } from "@/lib/data/readiness";
import { handle, methods } from "../_handler";

/** The app can do its work: the database answers and is up to date. For load balancers. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async () => {
    await requireReady();
    return Response.json({ status: "ok" });
  }),
});
