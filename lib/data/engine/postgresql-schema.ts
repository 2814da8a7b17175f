import "server-only";

/**
 * The schema that Prisma's addresses may name (`?schema=words`), null for the usual one. The driver does not know that parameter.
 *
 * @throws Error when the name would need quoting
 */
export function schemaOf(url: string): string | null {
  const schema = new URL(url).searchParams.get("schema");
  if (schema !== null && !/^[a-z_][a-z0-9_]*$/.test(schema)) {
    throw new Error("DATABASE_URL names a schema with characters other than small letters, digits and underscores.");
  }
  return schema;
}
