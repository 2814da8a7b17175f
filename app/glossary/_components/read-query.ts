import { QUERY_MAX } from "./limits";

/** What is searched for, from what an address says: no control characters, which nobody can type; "" for nothing. */
export function readQuery(asked: string): string {
  const query = asked.replace(/\p{Cc}/gu, "").slice(0, QUERY_MAX);
  return query.trim() === "" ? "" : query;
}
