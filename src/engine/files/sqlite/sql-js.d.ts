/** The little of sql.js (MIT) that is used here. */
declare module 'sql.js/dist/sql-wasm-browser.js' {
  export type SqlValue = number | bigint | string | Uint8Array | null;
  export interface Statement {
    step(): boolean;
    get(params: null, config: { useBigInt: true }): SqlValue[];
    free(): boolean;
  }
  export interface Database {
    exec(
      sql: string,
      params?: null,
      config?: { useBigInt: true },
    ): { columns: string[]; values: SqlValue[][] }[];
    prepare(sql: string): Statement;
    close(): void;
  }
  export interface SqlJs {
    Database: new (bytes: Uint8Array) => Database;
  }
  const initSqlJs: (config: { wasmBinary: Uint8Array<ArrayBuffer> }) => Promise<SqlJs>;
  export default initSqlJs;
}

/** A file as a `data:` address, put there by the build. */
declare module '*.wasm?url&inline' {
  const address: string;
  export default address;
}
