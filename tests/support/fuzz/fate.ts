import { bytesSource, EngineError, openTable, type Work } from '../../../src/engine/index';

/** What became of a file: `opened`, the code it was refused with, or what was thrown that must not be. */
export interface Fate {
  kind: 'opened' | 'refused' | 'thrown';
  what: string;
}

/** So many breaths no small file needs. */
const MOST_BREATHS = 200_000;

/** Opens the bytes as the app would. Work that goes round and round is thrown out by the number of its breaths. */
export async function fateOf(name: string, bytes: Uint8Array): Promise<Fate> {
  let breaths = 0;
  const work: Work = {
    now: () => 0,
    breathe: () => {
      if (++breaths > MOST_BREATHS) throw new Error('does not end');
      return undefined;
    },
  };
  try {
    await openTable(bytesSource(name, bytes), {}, work);
    return { kind: 'opened', what: '' };
  } catch (error) {
    if (error instanceof EngineError) {
      const { reason } = error.details;
      return { kind: 'refused', what: typeof reason === 'string' ? `${error.code} (${reason})` : error.code };
    }
    return { kind: 'thrown', what: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
