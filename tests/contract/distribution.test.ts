// Tables of learners can be spread over machines by userId. The statements for that stand in docs/deploy.md; here they meet functions that
// refuse what Citus refuses (https://docs.citusdata.com/en/stable/develop/reference_workarounds.html), on plain PostgreSQL.

import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Prisma } from "@/lib/data/generated/sqlite/client";
import { type FreshDatabase, makeDatabase } from "./harness";

/** Their keys are looked up before anybody knows whose they are. */
const ON_THE_COORDINATOR = ["User", "Session", "ProviderAccount", "Throttle"];

const CITUS = `
CREATE TABLE placed ("table" regclass PRIMARY KEY, kind text NOT NULL, "column" text, type regtype);

CREATE FUNCTION create_reference_table(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint c LEFT JOIN placed p ON p."table" = c.confrelid
             WHERE c.contype = 'f' AND c.conrelid = table_name AND p.kind IS DISTINCT FROM 'reference') THEN
    RAISE EXCEPTION '% points to a table that is no reference table', table_name;
  END IF;
  INSERT INTO placed VALUES (table_name, 'reference');
END $$;

CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, colocate_with text DEFAULT 'default')
RETURNS void LANGUAGE plpgsql AS $$ DECLARE number smallint; holds regtype; spoilt text; BEGIN
  SELECT attnum, atttypid::regtype INTO STRICT number, holds FROM pg_attribute
    WHERE attrelid = table_name AND attname = distribution_column AND NOT attisdropped;
  SELECT string_agg(indexrelid::regclass::text, ', ') INTO spoilt FROM pg_index
    WHERE indrelid = table_name AND indisunique AND NOT number = ANY (indkey);
  IF spoilt IS NOT NULL THEN RAISE EXCEPTION '% has unique keys without %: %', table_name, distribution_column, spoilt; END IF;
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE contype = 'f' AND table_name IN (conrelid, confrelid)) THEN
    RAISE EXCEPTION '% has a foreign key', table_name;
  END IF;
  IF colocate_with <> 'none' AND NOT EXISTS (SELECT 1 FROM placed p
      WHERE p."table" = colocate_with::regclass AND p.kind = 'distributed' AND p.type = holds) THEN
    RAISE EXCEPTION '% cannot stand beside %', table_name, colocate_with;
  END IF;
  INSERT INTO placed VALUES (table_name, 'distributed', distribution_column, holds);
END $$;`;

/** The statements of the page, as they are to be typed. */
function statements(): string {
  const blocks = [...readFileSync("docs/deploy.md", "utf8").matchAll(/```sql\n(.*?)```/gs)].map(([, sql = ""]) => sql);
  const found = blocks.filter((sql) => sql.includes("create_distributed_table"));
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

let fresh: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  fresh = await makeDatabase("postgresql");
  client = new pg.Client({ connectionString: fresh.location.url });
  await client.connect();
  await client.query(CITUS);
});
afterAll(async () => {
  await client.end();
  await fresh.remove();
});

async function refusal(sql: string): Promise<string | null> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}

describe("the tables of learners", () => {
  test("can be distributed by userId, but for those that are found by another key", async () => {
    const { rows } = await client.query<{ name: string; first: string }>(
      `SELECT c.relname AS name, k.attname AS first FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'userId'
       JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
       JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = i.indkey[0]
       WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { name, first } of rows.filter((row) => !ON_THE_COORDINATOR.includes(row.name))) {
      expect([name, first]).toEqual([name, "userId"]);
      const sql = `SELECT create_distributed_table('"${name}"', 'userId', colocate_with => 'none')`;
      expect([name, await refusal(sql)]).toEqual([name, null]);
    }
  });

  test("are found by another key, those that stay on the coordinator: the reason holds", async () => {
    const distribute = (name: string, column: string) => `SELECT create_distributed_table('"${name}"', '${column}')`;
    expect(await refusal(distribute("User", "id"))).toMatch(/User_username_key.*User_email_key/);
    expect(await refusal(distribute("Session", "userId"))).toContain("Session_id_key");
    expect(await refusal(distribute("ProviderAccount", "userId"))).toContain("ProviderAccount_pkey");
  });
});

describe("the statements of docs/deploy.md", () => {
  test("run, and give every table of the schema its place", async () => {
    await client.query(statements());
    const { rows } = await client.query<{ name: string; kind: string; column: string | null }>(
      `SELECT c.relname AS name, p.kind, p."column" FROM placed p JOIN pg_class c ON c.oid = p."table" ORDER BY c.relname`,
    );
    const placed = [...rows.map(({ name }) => name), ...ON_THE_COORDINATOR].sort();
    expect(placed).toEqual(Object.keys(Prisma.ModelName).sort());
    for (const { name, kind, column } of rows)
      expect([name, column]).toEqual([name, kind === "distributed" ? "userId" : null]);
  });

  test("are refused when one is wrong", async () => {
    const alone = `TRUNCATE placed; SELECT create_reference_table('"Card"')`;
    expect(await refusal(alone)).toContain("points to a table that is no reference table");
    const beside = `SELECT create_distributed_table('"Throttle"', 'key', colocate_with => '"Deck"')`;
    expect(await refusal(beside)).toContain("cannot stand beside");
  });
});
