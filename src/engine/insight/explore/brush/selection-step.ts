import { DAY, dayOf, isoDay } from '../../../steps/parts/calendar';
import type { Condition, FilterParams } from '../../../steps/filter-rows/params';
import type { ColumnOverview, ColumnPicture } from '../overview-of';
import { barsIn, edgesIn, type BrushPicture } from './bars';
import type { BarChoice, Selection } from './brush';

type Card = Pick<ColumnOverview, 'name' | 'kind' | 'picture'>;

type Conditions = FilterParams['conditions'];

/** As many as a step can hold. */
const MOST_CONDITIONS = 50;

/**
 * The `filter-rows` step that keeps the selected rows. The chosen bars of numbers or of time must lie side by side; null
 * where they do not, where nothing is chosen, where a column is not among the cards, or of more conditions than a step can
 * hold.
 */
export function selectionStep(selection: Selection, cards: readonly Card[]): FilterParams | null {
  const found: Conditions = [];
  for (const choice of selection) {
    if (choice.bars.length === 0) continue;
    const card = cards.find(({ name }) => name === choice.column);
    const conditions = card && conditionsFor(card, choice);
    if (!conditions) return null;
    found.push(...conditions);
  }
  if (found.length === 0 || found.length > MOST_CONDITIONS) return null;
  return { match: 'all', conditions: found, rows: 'keep' };
}

/** What a choice asks of its column, all of which must hold; null where it cannot be said. */
function conditionsFor({ kind, picture: own }: Card, { column, bars, of }: BarChoice): Conditions | null {
  const picture = of ?? own;
  const blanks = barsIn(picture);
  const filled = bars.filter((bar) => bar !== blanks);
  const conditions = filled.length > 0 ? ofFilled(kind, column, picture, filled) : [];
  if (filled.length === bars.length || !conditions) return conditions;
  return conditions.length > 0 ? conditions.flatMap(orBlank) : [{ column, is: 'blank' }];
}

/** Something, or a blank: of several conditions each may be a blank instead. */
function orBlank(one: Conditions[number]): Conditions {
  if ('conditions' in one) {
    const [first] = one.conditions;
    return [{ match: 'any', conditions: [...one.conditions, { column: first!.column, is: 'blank' }] }];
  }
  if (one.is === 'not-blank') return [];
  return [{ match: 'any', conditions: [one, { column: one.column, is: 'blank' }] }];
}

function ofFilled(
  kind: Card['kind'],
  column: string,
  picture: BrushPicture,
  bars: readonly number[],
): Conditions | null {
  if (picture.shape === 'none') return null;
  if (picture.shape === 'bars') return ofValues(kind, column, picture, bars);
  if (picture.shape === 'weekdays' || picture.shape === 'hours') return ofClock(column, picture.shape, bars);
  const rising = [...bars].sort((a, b) => a - b);
  const [first, last] = [rising[0]!, rising.at(-1)!];
  if (last - first !== rising.length - 1) return null;
  switch (picture.shape) {
    case 'time':
      return ofTime(column, picture, first, last);
    case 'days': {
      const day = (at: number) => isoDay(dayOf(picture.from) + at);
      return [{ column, is: 'days', from: day(first), to: day(last) }];
    }
    case 'edges':
      return kind === 'number' ? ofEdges(column, picture.edges, first, last) : null;
    case 'steps':
      return ofSteps(column, picture.ends, first, last);
    case 'histogram':
      return ofBins(column, picture, first, last);
  }
}

/** A condition counts days of the week from 1. */
function ofClock(column: string, is: 'weekdays' | 'hours', bars: readonly number[]): Condition[] {
  if (bars.length === barsIn({ shape: is })) return [{ column, is: 'not-blank' }];
  const first = is === 'weekdays' ? 1 : 0;
  return [{ column, is, values: [...bars].sort((a, b) => a - b).map((bar) => bar + first) }];
}

function ofSteps(column: string, ends: readonly number[], first: number, last: number): Condition[] {
  if (first === 0 && last === ends.length) return [{ column, is: 'not-blank' }];
  return [
    ...(first > 0 ? [{ column, is: 'more' as const, value: ends[first - 1]! }] : []),
    ...(last < ends.length ? [{ column, is: 'at-most' as const, value: ends[last]! }] : []),
  ];
}

function ofEdges(column: string, edges: readonly number[], first: number, last: number): Condition[] {
  const bins = edges.length - 1;
  if (first === 0 && last === bins + 1) return [{ column, is: 'not-blank' }];
  if (first === bins + 1) return [{ column, is: 'more', value: edges[bins]! }];
  const low: Condition[] = first === 0 ? [] : [{ column, is: 'at-least', value: edges[first - 1]! }];
  if (last === bins + 1) return low;
  return [...low, { column, is: last === bins ? 'at-most' : 'less', value: edges[last]! }];
}

function ofBins(
  column: string,
  picture: Extract<ColumnPicture, { shape: 'histogram' }>,
  first: number,
  last: number,
): Condition[] {
  const bins = picture.counts.length;
  const edges = edgesIn({ ...picture, bins });
  if (first === 0 && last === bins + 1) return [{ column, is: 'not-blank' }];
  const tail = picture.above > 0;
  if (first === bins + 1) return [{ column, is: tail ? 'at-least' : 'more', value: picture.to }];
  const low: Condition[] = first === 0 ? [] : [{ column, is: 'at-least', value: edges[first - 1]! }];
  if (last === bins + 1) return low;
  // The last bin has both its ends, unless a tail begins there.
  const high: Condition =
    last === bins && !tail
      ? { column, is: 'at-most', value: picture.to }
      : { column, is: 'less', value: edges[last]! };
  return [...low, high];
}

function ofTime(
  column: string,
  { starts }: Extract<ColumnPicture, { shape: 'time' }>,
  first: number,
  last: number,
): Condition[] {
  const day = (ms: number) => isoDay(dayOf(ms));
  if (first === 0 && last === starts.length - 1) return [{ column, is: 'not-blank' }];
  if (last === starts.length - 1) return [{ column, is: 'after', day: day(starts[first]! - DAY) }];
  if (first === 0) return [{ column, is: 'before', day: day(starts[last + 1]!) }];
  return [{ column, is: 'days', from: day(starts[first]!), to: day(starts[last + 1]! - DAY) }];
}

/** One of some values, or none of the others where "all others" is chosen too. */
function ofValues(
  kind: Card['kind'],
  column: string,
  { bars }: Extract<ColumnPicture, { shape: 'bars' }>,
  chosen: readonly number[],
): FilterParams['conditions'] | null {
  if (kind === 'boolean') return ofAnswers(column, chosen);
  const others = chosen.includes(bars.length);
  const values = bars.map(({ value }) => value).filter((_, at) => chosen.includes(at) !== others);
  if (values.length === 0) return [{ column, is: 'not-blank' }];
  if (kind === 'number') {
    const conditions = values.map((value): Condition => ({
      column,
      is: others ? 'not-equal' : 'equal',
      value: Number(value),
    }));
    return others || conditions.length === 1 ? conditions : [{ match: 'any', conditions }];
  }
  if (!others) return [{ column, is: 'one-of', values }];
  return values.map((value): Condition => ({ column, is: 'not-text', value }));
}

/** The bars of a boolean column are no, then yes. */
function ofAnswers(column: string, chosen: readonly number[]): Condition[] | null {
  const [no, yes] = [chosen.includes(0), chosen.includes(1)];
  if (!no && !yes) return null;
  return [{ column, is: no && yes ? 'not-blank' : yes ? 'yes' : 'no' }];
}
