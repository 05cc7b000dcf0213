import { stripBars, STRIP_HEIGHT, STRIP_WIDTH, type StripBar } from '../charts/strip';
import { isOutline } from '../charts/segment-marks';
import { segmentClass, segmentLetter } from '../parts/segment-letter';
import { markup, raw, type Markup, type MarkupValue } from './markup';

/** The face of a segment: its letter on its colour. */
export const badge = (id: number): Markup =>
  markup`<span class="badge ${segmentClass(id)}${isOutline(id) ? ' outline' : ''}">${segmentLetter(id)}</span>`;

/** A drawing with what it shows in words for those who cannot see it. */
export const drawing = (label: string, svg: Markup | null): Markup =>
  svg === null ? raw('') : markup`<div class="drawing" role="img" aria-label="${label}">${svg}</div>`;

/** One that is not made smaller on a phone: it scrolls there, so that keys must reach it. */
export const wideDrawing = (label: string, svg: Markup): Markup =>
  markup`<div class="drawing wide" role="img" aria-label="${label}" tabindex="0">${svg}</div>`;

/** Counts of all customers in grey with those of a segment before them, each to its own height. */
export function stripDrawing(id: number, all: readonly number[], segment: readonly number[]): Markup {
  return markup`<svg class="strip ${segmentClass(id)}" viewBox="0 0 ${STRIP_WIDTH} ${STRIP_HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path class="all" d="${path(stripBars(all, 0.94))}"/><path class="own" d="${path(stripBars(segment, 0.5))}"/></svg>`;
}

const path = (bars: readonly StripBar[]): string =>
  bars
    .map(
      ({ x, y, width, height }) =>
        `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h-${round(width)}z`,
    )
    .join('');
const round = (value: number): number => Number(value.toFixed(2));

export interface Column {
  label: MarkupValue;
  numeric?: boolean;
}

/** A table with heads; the first cell of each row is its head. `id` is where sentences lead to. */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly { id?: string; cells: readonly MarkupValue[] }[],
  kind = 'figures',
): Markup =>
  markup`<table class="${kind}"><caption>${caption}</caption><thead><tr>${columns.map(({ label, numeric }) => markup`<th scope="col"${numeric ? raw(' class="numeric"') : ''}>${label}</th>`)}</tr></thead><tbody>${rows.map(
    ({ id, cells }) =>
      markup`<tr${id === undefined ? '' : markup` id="${id}"`}>${cells.map((cell, i) =>
        i === 0
          ? markup`<th scope="row">${cell}</th>`
          : markup`<td${columns[i]?.numeric ? raw(' class="numeric"') : ''} data-label="${columns[i]?.label}">${cell}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
