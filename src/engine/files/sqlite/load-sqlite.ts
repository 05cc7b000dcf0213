// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every project that takes this file needs them
/// <reference path="./sql-js.d.ts" />
import type { SqlJs } from 'sql.js/dist/sql-wasm-browser.js';
import { fromBase64 } from '../../kernels/base64';

/**
 * SQLite compiled to WebAssembly, started anew for each file, so that its memory is given back with the file. Its bytes
 * come with the code, so that nothing has to be fetched and the same way serves in a worker and in Node.
 */
export async function loadSqlite(): Promise<SqlJs> {
  const [{ default: start }, { default: address }] = await Promise.all([
    import('sql.js/dist/sql-wasm-browser.js'),
    import('sql.js/dist/sql-wasm-browser.wasm?url&inline'),
  ]);
  return start({ wasmBinary: fromBase64(address.slice(address.indexOf(',') + 1)) });
}
