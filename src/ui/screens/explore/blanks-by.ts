import type { ColumnOverview, MissingBy } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import type { ShareGrid } from '../../charts/share-heat';
import { BLANKS_BY, blankCellWords, cellShare, groupNames, groupTicks } from '../../text/blanks-by';
import { count, shareInFull } from '../../text/format';

const MOST_COLUMNS = 24;

/** Columns that blanks can be counted by: dates first, then categories; those that never vary or name each row say nothing. */
export function blanksByChoices(cards: readonly ColumnOverview[]): string[] {
  const telling = cards.filter(
    ({ name, kind, identifier, distinct, rows, missing }) =>
      kind !== 'number' &&
      distinct > 1 &&
      (kind === 'date' || (!identifier && distinct <= (rows - missing) / 2)) &&
      cards.some((other) => other.missing > 0 && other.name !== name),
  );
  const dates = telling.filter(({ kind }) => kind === 'date');
  return [...dates, ...telling.filter(({ kind }) => kind !== 'date')].map(({ name }) => name);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** The columns with most blanks, most first, as a heat map. */
export function blanksGrid(of: MissingBy): ShareGrid {
  const names = groupNames(of);
  const all = total(of.rows);
  const sorted = [...of.missing].sort((a, b) => total(b.counts) - total(a.counts));
  return {
    across: groupTicks(of),
    all: BLANKS_BY.all,
    inOrder: of.periods !== null,
    down: sorted.slice(0, MOST_COLUMNS).map(({ column, counts }) => ({
      name: column,
      all: shareInFull(total(counts) / all),
      cells: counts.map((blank, i) => {
        const share = of.rows[i]! > 0 ? blank / of.rows[i]! : null;
        return {
          share,
          text: cellShare(share),
          words: blankCellWords(column, names[i]!, blank, of.rows[i]!),
        };
      }),
    })),
  };
}

/** A row for each period or value: its rows, and the share of blanks of each column. */
export function blanksByTable(of: MissingBy): ChartTable {
  const shares = of.rows.map((rows, i) =>
    of.missing.map(({ counts }) => (rows > 0 ? counts[i]! / rows : null)),
  );
  const names = groupNames(of);
  return {
    columns: [
      { label: of.by, numeric: false },
      { label: 'Rows', numeric: true },
      ...of.missing.map(({ column }) => ({ label: `${column} blank`, numeric: true })),
    ],
    rows: names.map((name, i) => [name, of.rows[i]!, ...shares[i]!]),
    shown: names.map((name, i) => [
      name,
      count(of.rows[i]!),
      ...shares[i]!.map((share) => (share === null ? '' : shareInFull(share))),
    ]),
  };
}
