import { MISSING, type BooleanColumn, type Column, type TextColumn } from '../../../table/columns';
import type { Work } from '../../../work';
import { inBlocks } from '../../../steps/parts/blocks';
import { DAY, dayOf } from '../../../steps/parts/calendar';
import { firstNotBelow } from '../../first-not-below';
import { weekdayOf } from '../date-summary';
import { barsIn, binFinder, type BrushPicture } from './bars';

const HOUR = 3_600_000;

/** For each row which bar it is part of, in the order of `barsIn`; blanks are `bars`. */
export interface BarCodes {
  bars: number;
  codes: Uint8Array | Uint16Array;
}

/** Which bar of a column's picture each row is part of. */
export async function barCodes(column: Column, picture: BrushPicture, work: Work): Promise<BarCodes> {
  const bars = barsIn(picture);
  const codes = bars < 256 ? new Uint8Array(column.length) : new Uint16Array(column.length);
  await inBlocks(column.length, 'looking', work, fillerFor(column, picture, bars, codes));
  return { bars, codes };
}

type Codes = BarCodes['codes'];
type Fill = (from: number, to: number) => void;

/** Writes the bars of some rows. Each kind has a loop of its own: one for all would call another function for each row. */
function fillerFor(column: Column, picture: BrushPicture, bars: number, codes: Codes): Fill {
  if (picture.shape === 'none') return (from, to) => codes.fill(bars, from, to);
  if (column.kind === 'text') return textBars(column, picture, bars, codes);
  if (column.kind === 'boolean') return booleanBars(column, bars, codes);
  return numberBars(column.values, picture, bars, codes);
}

function numberBars(
  values: Float64Array,
  picture: Exclude<BrushPicture, { shape: 'none' }>,
  bars: number,
  codes: Codes,
): Fill {
  const place = placeIn(picture);
  // Values next to each other are often the same.
  let [last, bar] = [NaN, bars];
  return (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== last) {
        last = value;
        bar = value === value ? place(value) : bars;
      }
      codes[row] = bar;
    }
  };
}

function placeIn(picture: Exclude<BrushPicture, { shape: 'none' }>): (value: number) => number {
  switch (picture.shape) {
    case 'histogram':
      return binFinder({ ...picture, bins: picture.counts.length }, picture.above > 0);
    case 'edges':
      return edgeBefore(picture.edges);
    case 'steps':
      return firstEnd(picture.ends);
    case 'bars':
      return fewNumbers(picture);
    case 'time':
      return startBefore(picture.starts);
    case 'days': {
      const [first, last] = [dayOf(picture.from), picture.days - 1];
      return (value) => Math.max(0, Math.min(last, dayOf(value) - first));
    }
    case 'weekdays':
      return (value) => weekdayOf(dayOf(value));
    case 'hours':
      return (value) => Math.floor((value - dayOf(value) * DAY) / HOUR);
  }
}

type Bars = Extract<BrushPicture, { shape: 'bars' }>;

function edgeBefore(edges: readonly number[]): (value: number) => number {
  const binOf = startBefore(edges);
  const bins = edges.length - 1;
  const [from, to] = [edges[0]!, edges[bins]!];
  return (value) => (value < from ? 0 : value > to ? bins + 1 : Math.min(binOf(value) + 1, bins));
}

function startBefore(starts: readonly number[]): (value: number) => number {
  const rising = Float64Array.from(starts);
  let at = 0;
  return (value) => {
    // Rows next to each other mostly fall into the same period.
    if (value >= rising[at]! && !(value >= rising[at + 1]!)) return at;
    let low = 0;
    let high = rising.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (rising[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    return (at = low);
  };
}

function firstEnd(ends: readonly number[]): (value: number) => number {
  const rising = Float64Array.from(ends);
  return (value) => firstNotBelow(rising, value);
}

function fewNumbers({ bars }: Bars): (value: number) => number {
  const known = new Map(bars.map(({ value }, at) => [Number(value), at]));
  return (value) => known.get(value) ?? bars.length;
}

function textBars(
  { codes: own, dictionary }: TextColumn,
  picture: BrushPicture,
  bars: number,
  codes: Codes,
): Fill {
  const wanted = new Map(picture.shape === 'bars' ? picture.bars.map(({ value }, at) => [value, at]) : []);
  const place = new Uint16Array(dictionary.size).fill(wanted.size);
  let left = wanted.size;
  for (let code = 0; code < dictionary.size && left > 0; code++) {
    const at = wanted.get(dictionary.text(code));
    if (at === undefined) continue;
    place[code] = at;
    left--;
  }
  return (from, to) => {
    for (let row = from; row < to; row++) codes[row] = own[row] === MISSING ? bars : place[own[row]!]!;
  };
}

/** No, then yes, as they are stored. */
function booleanBars({ values }: BooleanColumn, bars: number, codes: Codes): Fill {
  return (from, to) => {
    for (let row = from; row < to; row++) codes[row] = values[row] === 2 ? bars : values[row]!;
  };
}
