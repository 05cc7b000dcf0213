import type { PairView } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import type { CountsGrid } from '../../charts/pair-counts';
import { share, shareInFull } from '../../text/format';
import { levelName } from '../../text/pairs';
import { splitCellWords } from '../../text/split';

type Counts = Extract<PairView['picture'], { shape: 'counts' }>;

/** Share of each value in each group, row by row. */
function sharesOf({ down, across, counts }: Counts): number[] {
  const rowsOf = across.map((_, c) => down.reduce((sum, _, r) => sum + counts[r * across.length + c]!, 0));
  return Array.from(counts, (count, at) => {
    const rows = rowsOf[at % across.length]!;
    return rows > 0 ? count / rows : 0;
  });
}

export function valuesGrid(picture: Counts): CountsGrid {
  const [down, across] = [picture.down.map(levelName), picture.across.map(levelName)];
  const cells = sharesOf(picture).map((part, at) => {
    const [r, c] = [Math.floor(at / across.length), at % across.length];
    const [count, times] = [picture.counts[at]!, picture.times[at]!];
    return {
      count,
      times: Number.isNaN(times) ? null : times,
      text: share(part),
      words: splitCellWords(down[r]!, across[c]!, part, count),
    };
  });
  return { down, across, cells };
}

export function valuesTable(picture: Counts, column: string): ChartTable {
  const shares = sharesOf(picture);
  const lines = picture.down.map((level, r) => ({
    name: levelName(level),
    cells: shares.slice(r * picture.across.length, (r + 1) * picture.across.length),
  }));
  return {
    columns: [
      { label: column, numeric: false },
      ...picture.across.map((level) => ({ label: levelName(level), numeric: true })),
    ],
    rows: lines.map(({ name, cells }) => [name, ...cells]),
    shown: lines.map(({ name, cells }) => [name, ...cells.map(shareInFull)]),
  };
}
