import * as v from 'valibot';
import type { Kind } from '../table/columns';
import { registry, type Registry } from './registry';
import type { FreeStep } from './step-group';

/** A column that steps read and none of them made before. */
export interface NeededColumn {
  column: string;
  /** The kinds it may have; null: any. */
  kinds: readonly Kind[] | null;
}

/** The columns that must be there before the first of these steps, in the order they are read; unknown steps need none. */
export function columnsNeeded(steps: readonly FreeStep[], known: Registry = registry): NeededColumn[] {
  const made = new Set<string>();
  /** Steps so far whose columns only the data can tell. */
  const mayHaveMade: ((column: string) => boolean)[] = [];
  /** Columns whose kind a step has changed: what is needed from then on says nothing of the table. */
  const remade = new Set<string>();
  const needed = new Map<string, readonly Kind[] | null>();
  for (const { op, params } of steps) {
    const definition = known.get(op);
    const parsed = definition && v.safeParse(definition.params, params);
    if (!definition || !parsed?.success) continue;
    for (const column of definition.reads(parsed.output)) {
      if (made.has(column) || mayHaveMade.some((may) => may(column))) continue;
      if (!needed.has(column)) needed.set(column, null);
    }
    for (const [column, kinds] of definition.needs?.(parsed.output) ?? []) {
      const before = needed.get(column);
      if (before === undefined || remade.has(column)) continue;
      needed.set(column, before === null ? kinds : before.filter((kind) => kinds.includes(kind)));
    }
    const renamed = definition.renames?.(parsed.output).map(([, as]) => as) ?? [];
    for (const column of [...definition.adds(parsed.output), ...renamed]) made.add(column);
    if (definition.mayAdd) mayHaveMade.push((column) => definition.mayAdd!(parsed.output, column));
    for (const [column] of definition.makes?.(parsed.output, new Map()) ?? []) remade.add(column);
  }
  return [...needed].map(([column, kinds]) => ({ column, kinds }));
}
