import type { Segmentation } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import type { HeatRow } from '../../charts/heat';
import { inertiaPoints } from '../../charts/inertia';
import type { MosaicWhole } from '../../charts/mosaic';
import { segmentLetter } from '../../parts/segment-letter';
import { averageText, heatText } from '../../text/charts';
import { count, fixed, moneyInFull, shareInFull } from '../../text/format';

const text = (label: string) => ({ label, numeric: false });
const numeric = (label: string) => ({ label, numeric: true });
const titled = (id: number, name: string) => `${segmentLetter(id)} ${name}`;

/** Customers, and what they bring where the file says it. */
export function sharesWholes({ segments }: Segmentation, moneyTitle: string): MosaicWhole[] {
  const customers = { title: 'Customers', parts: segments.map(({ id, share }) => ({ id, share })) };
  const known = segments.flatMap(({ id, revenueShare }) =>
    revenueShare === null ? [] : [{ id, share: revenueShare }],
  );
  return known.length === segments.length ? [customers, { title: moneyTitle, parts: known }] : [customers];
}

export function sharesTable({ segments, currency }: Segmentation, moneyTitle: string): ChartTable {
  const worth = segments.every(({ revenue }) => revenue !== null);
  const counts = segments.every(({ ordersShare }) => ordersShare !== null);
  return {
    columns: [
      text('Segment'),
      numeric('Customers'),
      numeric('Share of customers'),
      ...(counts ? [numeric('Orders'), numeric('Share of orders')] : []),
      ...(worth
        ? [
            numeric(currency ? `${moneyTitle} in ${currency}` : moneyTitle),
            numeric(`Share of ${moneyTitle.toLowerCase()}`),
          ]
        : []),
    ],
    rows: segments.map(({ id, name, size, share, orders, ordersShare, revenue, revenueShare }) => [
      titled(id, name),
      size,
      share,
      ...(counts ? [orders, ordersShare] : []),
      ...(worth ? [revenue, revenueShare] : []),
    ]),
    shown: segments.map(({ id, name, size, share, orders, ordersShare, revenue, revenueShare }) => [
      titled(id, name),
      count(size),
      shareInFull(share),
      ...(counts ? [count(orders ?? 0), shareInFull(ordersShare ?? 0)] : []),
      ...(worth ? [moneyInFull(revenue ?? 0), shareInFull(revenueShare ?? 0)] : []),
    ]),
  };
}

export function heatTable(rows: readonly HeatRow[], segmentation: Segmentation): ChartTable {
  const { segments, features } = segmentation;
  return {
    columns: [
      text('Column'),
      ...segments.map(({ id, name }) => numeric(titled(id, name))),
      numeric('Average of all'),
    ],
    rows: rows.map((row) => [row.column, ...row.cells.map(({ value }) => value), row.mean]),
    shown: rows.map((row) => [
      row.label,
      ...row.cells.map((cell) => heatText(cell, row)),
      averageText(
        features.find(({ column }) => column === row.column)!,
        segmentation,
      ),
    ]),
  };
}

const optional = (value: number | null, print: (known: number) => string): string =>
  value === null ? '·' : print(value);

export function inertiaTable({ runs }: Segmentation): ChartTable {
  const left = new Map(inertiaPoints(runs).map((point) => [point.k, point.left]));
  return {
    columns: [
      numeric('Segments'),
      numeric('Differences left'),
      numeric('Weakest overlap'),
      numeric('Silhouette'),
      numeric('Sum of squares'),
    ],
    rows: runs.map(({ k, overlap, silhouette, inertia }) => [
      k,
      left.get(k) ?? null,
      overlap,
      silhouette,
      inertia,
    ]),
    shown: runs.map(({ k, overlap, silhouette, inertia }) => [
      count(k),
      optional(left.get(k) ?? null, shareInFull),
      optional(overlap, shareInFull),
      optional(silhouette, (value) => fixed(value, 3)),
      fixed(inertia, 1),
    ]),
  };
}

export function bicTable({ runs }: Segmentation): ChartTable {
  return {
    columns: [
      numeric('Segments'),
      numeric('BIC'),
      numeric('ICL'),
      numeric('Log-likelihood'),
      numeric('Weakest overlap'),
      numeric('Silhouette'),
    ],
    rows: runs.map(({ k, bic = null, icl = null, logLikelihood = null, overlap, silhouette }) => [
      k,
      bic,
      icl,
      logLikelihood,
      overlap,
      silhouette,
    ]),
    shown: runs.map(({ k, bic = null, icl = null, logLikelihood = null, overlap, silhouette }) => [
      count(k),
      optional(bic, (value) => fixed(value, 1)),
      optional(icl, (value) => fixed(value, 1)),
      optional(logLikelihood, (value) => fixed(value, 1)),
      optional(overlap, shareInFull),
      optional(silhouette, (value) => fixed(value, 3)),
    ]),
  };
}
