import type { Drift, Moves } from '../../../../engine/index';
import type { ChartTable } from '../../../charts/chart-table';
import { count, moneyInFull, number } from '../../../text/format';
import { stabilityFigure, stabilityWords } from '../../../text/since-last';
import type { Faces } from './faces';

const text = (label: string) => ({ label, numeric: false });
const numeric = (label: string) => ({ label, numeric: true });

/** Every flow: who went from where to where, and what they were and are worth. */
export function flowTable({ flows, worth }: Moves, faces: Faces): ChartTable {
  const rows = flows.map((flow) => ({
    ...flow,
    ends: [faces.name('then', flow.from), faces.name('now', flow.to)],
  }));
  return {
    columns: [
      text('Segment then'),
      text('Segment now'),
      numeric('Customers'),
      ...(worth ? [numeric('Worth then'), numeric('Worth now')] : []),
    ],
    rows: rows.map(({ ends, customers, worth: brought }) => [
      ...ends,
      customers,
      ...(brought ? [brought.then, brought.now] : []),
    ]),
    shown: rows.map(({ ends, customers, worth: brought }) => [
      ...ends,
      count(customers),
      ...(brought ? [moneyInFull(brought.then), moneyInFull(brought.now)] : []),
    ]),
  };
}

/** Features and sizes beside those of then. */
export function driftTable({ features, sizes }: Drift): ChartTable {
  const measured = features.map(({ label, stability, median }) => ({ label, stability, ...median }));
  const said = (value: number) => (Number.isNaN(value) ? '·' : number(value, 2));
  return {
    columns: [
      text('Column'),
      numeric('Typical then'),
      numeric('Typical now'),
      numeric('Stability index'),
      text('Meaning'),
    ],
    rows: [
      ...measured.map((row) => [row.label, row.then, row.now, row.stability, stabilityWords(row.stability)]),
      ['Sizes of segments', null, null, sizes.stability, stabilityWords(sizes.stability)],
    ],
    shown: [
      ...measured.map((row) => [
        row.label,
        said(row.then),
        said(row.now),
        stabilityFigure(row.stability),
        stabilityWords(row.stability),
      ]),
      ['Sizes of segments', '', '', stabilityFigure(sizes.stability), stabilityWords(sizes.stability)],
    ],
  };
}
