import type { ColumnTable } from 'arquero';
import type { Work } from '../../../work';
import { MOST_LOOKS } from '../associations';
import { differenceOf, FEWEST_ROWS, type TogetherByGroup } from '../together-by-group';
import { rowsIn } from './pair-by-group';
import { matrixAmong, type PairMatrix } from './pair-matrix';
import type { Category } from './pair-view';

/** A scatter matrix of each group by itself. */
export interface MatrixByGroup {
  /** The groups, and how each pair goes together in them; pairs with the column they are made by aside. */
  together: TogetherByGroup;
  /** In the order of the groups: the columns and cells of the matrix of all rows. */
  matrices: readonly PairMatrix[];
}

/**
 * The scatter matrix of each group of 30 rows and more, in the cells of all rows; pairs in which groups differ most first.
 * Rows that lack one of a pair are left out of its square, rows in no group out of all. Null of fewer than two groups.
 * @param whole the matrix of all rows; in `all` of a pair stands what it is there
 * @param of some rows alone, rising, and how many rows × pairs all groups together are worth
 * @throws EngineError `missing-column`, Stopped
 */
export async function matrixByGroup(
  table: ColumnTable,
  whole: PairMatrix,
  { name: by, codes, levels }: Category,
  work: Work,
  { among = null, looks: most = MOST_LOOKS }: { among?: Uint32Array | null; looks?: number } = {},
): Promise<MatrixByGroup | null> {
  const looks = most / Math.max(1, levels.length);
  const groups: { level: string | null; rows: number }[] = [];
  const matrices: PairMatrix[] = [];
  for (const [at, level] of levels.entries()) {
    const own = rowsIn(codes, at, among);
    if (own.length < FEWEST_ROWS) continue;
    groups.push({ level, rows: own.length });
    matrices.push(await matrixAmong(table, whole, own, looks, work));
  }
  if (groups.length < 2) return null;
  const pairs = whole.squares
    .map(({ association: all }, square) => {
      const each = matrices.map(({ squares }) => squares[square]!.association);
      return { all, groups: each, ...differenceOf(each) };
    })
    .filter(({ all: { a, b } }) => a !== by && b !== by)
    .sort(
      (one, other) =>
        other.difference - one.difference || Math.abs(other.all.value ?? 0) - Math.abs(one.all.value ?? 0),
    );
  return {
    together: { groups, pairs: pairs.map(({ difference: _, ...pair }) => pair) },
    matrices,
  };
}
