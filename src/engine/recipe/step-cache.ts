import type { ColumnTable } from 'arquero';
import type { Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { StepOutcome } from './outcome';

/** What a step made of the table before it. */
export interface CachedStep {
  table: ColumnTable;
  fit: unknown;
  used: unknown;
  outcome: Omit<StepOutcome, 'id'>;
}

/** At most this many steps … */
const MOST_STEPS = 64;
/** … and about this many bytes of columns that the source does not share. */
const MOST_BYTES = 512 * 2 ** 20;

/**
 * Results of steps by the chain of steps that led to them, for the sources of one recipe at a time.
 * The least recently used go first. A source of the same columns, roles and units counts as the same.
 */
export class StepCache {
  #sources: readonly ColumnTable[] = [];
  #steps = new Map<string, CachedStep>();

  /** Forgets everything that came from other sources. */
  beginWith(sources: readonly ColumnTable[]): void {
    const before = this.#sources;
    const same =
      before.length === sources.length && sources.every((source, i) => sameSource(before[i]!, source));
    if (!same) this.#steps.clear();
    this.#sources = sources;
  }

  get(chain: string): CachedStep | undefined {
    const found = this.#steps.get(chain);
    if (found) {
      this.#steps.delete(chain);
      this.#steps.set(chain, found);
    }
    return found;
  }

  set(chain: string, step: CachedStep): void {
    this.#steps.set(chain, step);
    while (this.#steps.size > 1 && (this.#steps.size > MOST_STEPS || this.#bytes() > MOST_BYTES)) {
      const [oldest] = this.#steps.keys();
      this.#steps.delete(oldest!);
    }
  }

  clear(): void {
    this.#sources = [];
    this.#steps.clear();
  }

  #bytes(): number {
    const columns = new Set<Column>();
    for (const { table } of this.#steps.values()) for (const column of columnsOf(table)) columns.add(column);
    for (const column of this.#sources.flatMap(columnsOf)) columns.delete(column);
    let bytes = 0;
    for (const column of columns) bytes += column.length * BYTES_OF[column.kind];
    return bytes;
  }
}

const BYTES_OF = { number: 8, date: 8, text: 4, boolean: 1 } as const;

const columnsOf = (table: ColumnTable): Column[] => columnNames(table).map((name) => columnOf(table, name));

export function sameSource(a: ColumnTable, b: ColumnTable): boolean {
  if (a === b) return true;
  const names = columnNames(a);
  const others = columnNames(b);
  return (
    names.length === others.length &&
    names.every((name, i) => name === others[i] && columnOf(a, name) === columnOf(b, name)) &&
    knowledge(a) === knowledge(b)
  );
}

function knowledge(table: ColumnTable): string {
  const { grain, key, roles, origins, units } = metaOf(table);
  return JSON.stringify([grain, key, [...roles], [...origins], [...units]]);
}
