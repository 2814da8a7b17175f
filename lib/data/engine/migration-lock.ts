import "server-only";

/** PostgreSQL's advisory lock that `prisma migrate` takes too: whoever has it is the only one who prepares the database. */
export const MIGRATION_LOCK = 72_707_369;
