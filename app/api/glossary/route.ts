import { z } from "zod";
import { searchConcepts } from "@/lib/data/glossary";
import { parseWith } from "../_body";
import { handle, methods } from "../_handler";
import { forgivingText } from "../_text";

const QUERY = z.object({ q: forgivingText({ max: 200 }) });
const LIMIT = 30;

/** Search in the glossary, which is everybody's to read. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: handle(async (request) => {
    const { q } = parseWith(QUERY, { q: request.nextUrl.searchParams.get("q") ?? "" });
    return Response.json({ concepts: await searchConcepts({ query: q, limit: LIMIT }) });
  }),
});
