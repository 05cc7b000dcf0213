import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { segment, type SegmentParams } from '../../../src/engine/steps/segment';
import { metaOf, type TableMeta } from '../../../src/engine/table/meta';
import { columnAs, numbers } from '../../../src/engine/table/table';
import { table } from '../../support/tables';
import { planted } from '../stats/planted';
import { learnAndApply } from './apply';

/** The clouds of tests/expectations/edit-segments. */
export const CLOUDS = planted(
  [
    [0, 0],
    [4, 0],
    [0, 4],
    [9, 9],
  ],
  60,
  1,
  5,
);

/** Rows of two features, `a` and `b`, with the money each brings where it is given. */
export function customersOf(rows: readonly (readonly number[])[], spent?: readonly number[]): ColumnTable {
  const meta: Partial<TableMeta> = spent ? { roles: new Map([['spent', 'monetary']]) } : {};
  const features = { a: rows.map(([a]) => a!), b: rows.map((row) => row[1]!) };
  return table(spent ? { ...features, spent } : features, meta);
}

/** The customers, grouped. */
export async function grouped(of: ColumnTable, params: Partial<SegmentParams>): Promise<ColumnTable> {
  const parsed = v.parse(segment.params, { columns: ['a', 'b'], k: 4, maxK: 4, ...params });
  return (await learnAndApply(segment, of, parsed)).table;
}

export const idsIn = (of: ColumnTable): number[] => [...numbers(of, 'segment_id')];
export const namesIn = (of: ColumnTable): (string | null)[] => [...columnAs(of, 'segment', 'text')];
export const knownIn = (of: ColumnTable) => metaOf(of).labels!.known!;

/** Sizes of the segments, the largest first. */
export function sizesIn(of: ColumnTable): number[] {
  const sizes = new Map<number, number>();
  for (const id of idsIn(of)) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => b - a);
}
