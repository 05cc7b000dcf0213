import * as v from 'valibot';
import { registry, type Registry } from './registry';
import type { Recipe } from './schema';

/** The columns that enabled steps read; those that a step before them adds are among them. */
export function columnsUsed({ steps }: Recipe, known: Registry = registry): Set<string> {
  const used = new Set<string>();
  for (const { op, enabled, params } of steps) {
    const definition = enabled ? known.get(op) : undefined;
    const parsed = definition && v.safeParse(definition.params, params);
    if (parsed?.success) for (const column of definition!.reads(parsed.output)) used.add(column);
  }
  return used;
}
