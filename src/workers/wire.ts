import type { Outcome } from './api';
import { CannotWrite } from './exports/cannot-write';
import { StorageRefused } from './storage-refused';

/** An error as it crosses the boundary; comlink would keep nothing but its message. */
export interface PlainError {
  code: string;
  details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** Index of the recipe's step, or null. */
  step: number | null;
}

const OUT_OF_MEMORY = /array buffer allocation failed|invalid (typed )?array (buffer )?length|out of memory/i;

/** Runs the work and gives its value or what went wrong as plain data; never throws. */
export async function outcome<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : '';
    if (name === 'Stopped') return { ok: false, stopped: true };
    return { ok: false, error: plain(thrown) };
  }
}

/** Anything thrown as plain data; what is not ours becomes `unexpected` with its message as detail. */
export function plain(thrown: unknown): PlainError {
  if (isEngineError(thrown)) return { code: thrown.code, details: thrown.details, step: thrown.step ?? null };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (OUT_OF_MEMORY.test(message)) return { code: 'out-of-memory', details: {}, step: null };
  if (thrown instanceof StorageRefused || thrown instanceof CannotWrite)
    return { code: thrown.code, details: thrown.details, step: null };
  return { code: 'unexpected', details: { reason: message }, step: null };
}

function isEngineError(
  thrown: unknown,
): thrown is { code: string; details: PlainError['details']; step?: number } {
  return thrown instanceof Error && thrown.name === 'EngineError';
}
