export const ORDERS = ["topic", "section"] as const;
/** How the glossary is laid out: in learning order by topic, or by letter. */
export type Order = (typeof ORDERS)[number];

/** Longest query that is searched for, UTF-16 units; as the route takes it. */
export const QUERY_MAX = 200;
/** Most results that a search gives; as the route gives them. */
export const RESULTS_MAX = 30;
