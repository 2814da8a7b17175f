// PostgreSQL has its own programs for backups. These are the command lines for a database, without its password.

/** What may stand in an address that the programs read; the others are Prisma's. */
const KNOWN_PARAMETERS = ["host", "port", "user", "sslmode", "sslcert", "sslkey", "sslrootcert", "connect_timeout"];

/** Writes the whole database, or the schema that the address names, to a file. */
export function dumpCommand(databaseUrl: string): string {
  const schema = new URL(databaseUrl).searchParams.get("schema");
  const only = schema === null ? "" : ` --schema=${schema}`;
  return `pg_dump --format=custom${only} --file=termwise.dump --dbname=${quoted(withoutPassword(databaseUrl))}`;
}

/** Replaces what is in the database by what is in such a file. */
export function restoreCommand(databaseUrl: string): string {
  return `pg_restore --clean --if-exists --no-owner --single-transaction --dbname=${quoted(withoutPassword(databaseUrl))} termwise.dump`;
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (!KNOWN_PARAMETERS.includes(name)) url.searchParams.delete(name);
  return url.href;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
