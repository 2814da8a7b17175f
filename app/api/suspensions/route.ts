import { z } from "zod";
import { requireUser } from "@/lib/auth/current-user";
import { nowMs } from "@/lib/clock";
import { setSuspension } from "@/lib/data/suspensions";
import type { CardId, ConceptId } from "@/lib/srs/types";
import { type Handler, handle, methods, readJson } from "../_handler";
import { text } from "../_text";

const SCHEMA = z.object({
  conceptId: text({ min: 1, max: 300 }).transform((id) => id as ConceptId),
  cardId: text({ min: 1, max: 300 })
    .transform((id) => id as CardId)
    .nullable(),
  suspended: z.boolean("invalid"),
});

/** Sets a card, or with `cardId` null a whole concept, aside or takes it back. Asking twice is asking once. */
const suspend: Handler = handle(async (request) => {
  const user = await requireUser();
  const suspension = await readJson(request, SCHEMA);
  await setSuspension(user.id, { ...suspension, nowMs: nowMs() });
  return Response.json({ suspended: suspension.suspended });
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: suspend, PUT: suspend });
