import { EngineError } from '../../errors';

/** What was learnt of the column. @throws EngineError `not-learnt` if the fit says nothing of it. */
export function learntFor<F extends { column: string }>(entries: readonly F[], column: string): F {
  const found = entries.find((entry) => entry.column === column);
  if (!found) throw new EngineError('not-learnt', { column });
  return found;
}
