import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { columnNames } from '../../table/table';
import type { Registry } from '../registry';
import type { Recipe } from '../schema';
import type { Use } from './step-effect';

/**
 * The enabled steps after one that read columns it changes, in order. A step that looks at all columns unless some are
 * named reads them all. What stands after rows become something else reads other columns, whatever they are called.
 */
export function usesBelow(
  { steps }: Recipe,
  index: number,
  after: ColumnTable,
  touched: ReadonlySet<string>,
  known: Registry,
): Use[] {
  const uses: Use[] = [];
  for (const [step, { op, enabled, params }] of steps.entries()) {
    const definition = step > index && enabled ? known.get(op) : undefined;
    const parsed = definition && v.safeParse(definition.params, params);
    if (!definition || !parsed?.success) continue;
    const named = definition.naming?.(parsed.output, columnNames(after)) ?? parsed.output;
    const columns = [...new Set(definition.reads(named))].filter((name) => touched.has(name));
    if (columns.length > 0) uses.push({ step, columns });
    if (definition.replaces) break;
  }
  return uses;
}
