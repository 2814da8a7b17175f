import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

// PostgreSQL's system catalogues, which the schema engine reads, are full of the internal type "char". The engine wants it as a character;
// the adapter does not know it and refuses. So the driver passes it off as text, and the adapter's answer is set right afterwards.

/** Type numbers of PostgreSQL (pg_type.oid). */
const CHAR_TYPE = 18;
const TEXT_TYPE = 25;

class CatalogPool extends pg.Pool {
  /** Rows of a result → the columns that are of type "char". */
  readonly charColumns = new WeakMap<object, readonly number[]>();

  // The driver has six overloads for one behaviour; the adapter uses the one that returns a promise.
  override query = (async (config: pg.QueryConfig) => {
    const client = await this.connect();
    try {
      const { fields, rows, ...rest } = await client.query(config);
      this.charColumns.set(
        rows,
        fields.flatMap((field, index) => (field.dataTypeID === CHAR_TYPE ? [index] : [])),
      );
      const shown = fields.map((field) =>
        field.dataTypeID === CHAR_TYPE ? { ...field, dataTypeID: TEXT_TYPE } : field,
      );
      return { ...rest, rows, fields: shown };
    } finally {
      client.release();
    }
  }) as pg.Pool["query"];
}

/** The stock adapter's factory, able to answer the schema engine's questions about a database. */
export function catalogAdapterFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const pool = new CatalogPool({ connectionString: url });
  const stock = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = stock.connect.bind(stock);
  stock.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of pool.charColumns.get(result.rows) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return stock;
}
