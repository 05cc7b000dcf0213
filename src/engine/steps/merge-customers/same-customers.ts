import type { ColumnTable } from 'arquero';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { textOf } from '../parts/text-of';
import type { Params } from './params';
import type { Pair } from './propose';

/** A pair of keys in either order as one text. */
const pairText = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/** What a person said of pairs, and the rows they said it of. */
export class Decisions {
  readonly #refused: ReadonlySet<string>;
  readonly #rows = new Map<string, number[]>();
  readonly #keyOf: (row: number) => string | null;

  private constructor(params: Params, keyOf: (row: number) => string | null) {
    this.#refused = new Set((params.refused ?? []).map(([a, b]) => pairText(a, b)));
    this.#keyOf = keyOf;
  }

  static async of(table: ColumnTable, params: Params, work: Work): Promise<Decisions> {
    const column = columnOf(table, params.key);
    const made = new Decisions(params, (row) => textOf(column, row));
    const asked = new Set([...(params.accepted ?? []), ...(params.refused ?? [])].flat());
    if (asked.size === 0) return made;
    await inBlocks(column.length, 'comparing-customers', work, (from, to) => {
      for (let row = from; row < to; row++) {
        const key = textOf(column, row);
        if (key === null || !asked.has(key)) continue;
        const rows = made.#rows.get(key);
        if (rows) rows.push(row);
        else made.#rows.set(key, [row]);
      }
    });
    return made;
  }

  /** Rows that have the key. */
  rowsOf(key: string): readonly number[] {
    return this.#rows.get(key) ?? [];
  }

  isRefused(a: number, b: number): boolean {
    if (this.#refused.size === 0) return false;
    const [one, other] = [this.#keyOf(a), this.#keyOf(b)];
    return one !== null && other !== null && this.#refused.has(pairText(one, other));
  }
}

/**
 * Groups of rows that are one customer: those of accepted pairs, then of the others given, best first. Two rows of a refused
 * pair are never in one group, whatever other pairs say. Accepted pairs whose keys are not there are passed over.
 */
export function sameCustomers(params: Params, proposed: readonly Pair[], decisions: Decisions): number[][] {
  const groupOf = new Map<number, number[]>();
  const group = (row: number): number[] => {
    const found = groupOf.get(row) ?? [row];
    groupOf.set(row, found);
    return found;
  };
  const unite = (a: number, b: number): void => {
    const [one, other] = [group(a), group(b)];
    if (one === other) return;
    if (one.some((row) => other.some((against) => decisions.isRefused(row, against)))) return;
    one.push(...other);
    for (const row of other) groupOf.set(row, one);
  };
  for (const [one, other] of params.accepted ?? []) {
    const [a] = decisions.rowsOf(one);
    const [b] = decisions.rowsOf(other);
    if (a !== undefined && b !== undefined) unite(a, b);
  }
  for (const { a, b } of proposed) unite(a, b);
  const groups = [...new Set(groupOf.values())].filter((rows) => rows.length > 1);
  for (const rows of groups) rows.sort((a, b) => a - b);
  return groups.sort((one, other) => one[0]! - other[0]!);
}
