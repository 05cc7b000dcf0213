import type { SqlValue } from 'sql.js/dist/sql-wasm-browser.js';

/** A cell as text: bytes as hexadecimal digits, a missing one empty. */
export function cellText(value: SqlValue): string {
  if (value === null) return '';
  if (!(value instanceof Uint8Array)) return String(value);
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
