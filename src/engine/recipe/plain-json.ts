import type { Json } from './schema';

/** Far above what any recipe or model needs; a file beyond it was not written by Tessera. */
const DEEPEST = 32;
const MOST_VALUES = 4_000_000;

/** Where a value stopped being plain JSON, and why. */
export interface NotPlain {
  path: string;
  reason: string;
}

/**
 * A copy of the value that shares nothing with it: plain objects, arrays, strings, finite numbers, booleans and null.
 * Properties that are undefined are left out, as JSON would.
 */
export function copyJson(
  input: unknown,
): { ok: true; value: Json | undefined } | { ok: false; fault: NotPlain } {
  let left = MOST_VALUES;
  let fault: NotPlain | null = null;
  const refuse = (path: readonly string[], reason: string): undefined => {
    fault ??= { path: path.join('.'), reason };
    return undefined;
  };
  function copy(value: unknown, path: readonly string[]): Json | undefined {
    if (fault) return undefined;
    if (--left < 0) return refuse(path, 'too-large');
    if (path.length > DEEPEST) return refuse(path, 'too-deep');
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : refuse(path, 'not-a-finite-number');
    if (Array.isArray(value)) return copyArray(value, path);
    if (typeof value !== 'object') return value === undefined ? undefined : refuse(path, 'not-json');
    return copyObject(value, path);
  }
  function copyArray(values: readonly unknown[], path: readonly string[]): Json | undefined {
    if (values.length > left) return refuse(path, 'too-large');
    return values.map((value, i) => copy(value, [...path, String(i)]) ?? null);
  }
  function copyObject(value: object, path: readonly string[]): Json | undefined {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse(path, 'not-json');
    const entries = Object.entries(value).map(([key, of]) => [key, copy(of, [...path, key])] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }
  const value = copy(input, []);
  return fault ? { ok: false, fault } : { ok: true, value };
}
