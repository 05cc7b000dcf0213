import type { Segmentation } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { segmentLetter } from '../../parts/segment-letter';
import { count, fixed } from '../../text/format';

/** One row for each cut that is drawn, from the top: the parts that it parts, and how far they stand apart. */
export function treeTable({ tree, segments }: Segmentation): ChartTable {
  const names = new Map(segments.map(({ id, name }) => [id, `${segmentLetter(id)} ${name}`]));
  const cuts = [...(tree?.merges ?? [])].reverse().map(({ height, first, second }, i) => {
    const within = first.segment === second.segment ? first.segment : null;
    return {
      into: i + 2,
      height,
      sizes: [first.customers, second.customers],
      within: within === null ? '' : (names.get(within) ?? ''),
    };
  });
  return {
    columns: [
      { label: 'Cut into', numeric: true },
      { label: 'Distance', numeric: true },
      { label: 'Customers in one part', numeric: true },
      { label: 'In the other', numeric: true },
      { label: 'Within segment', numeric: false },
    ],
    rows: cuts.map(({ into, height, sizes, within }) => [into, height, ...sizes, within]),
    shown: cuts.map(({ into, height, sizes, within }) => [
      count(into),
      fixed(height, 2),
      ...sizes.map(count),
      within === '' ? '·' : within,
    ]),
  };
}
