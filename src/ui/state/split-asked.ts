import type { SplitBy } from '../../workers/explore-api';

/** How the address asks for pictures to be split: `?by=Education`, `?split=segments`. */
export function splitAsked(by: SplitBy | null): URLSearchParams {
  if (by === null) return new URLSearchParams();
  return new URLSearchParams(by === 'segments' ? { split: 'segments' } : { by: by.column });
}

/** What the address asks pictures to be split by; null where it asks for nothing. */
export function splitIn(asked: URLSearchParams): SplitBy | null {
  if (asked.get('split') === 'segments') return 'segments';
  const column = asked.get('by');
  return column === null ? null : { column };
}
