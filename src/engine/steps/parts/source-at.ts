import { EngineError } from '../../errors';
import type { SourceTable, SourceTables } from '../../recipe/step';

/** The source of that index. @throws EngineError `missing-source` */
export function sourceAt(sources: SourceTables | undefined, index: number): SourceTable {
  const found = sources?.get(index);
  if (!found) throw new EngineError('missing-source', { source: index });
  return found;
}
