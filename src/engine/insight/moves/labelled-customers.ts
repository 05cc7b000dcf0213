import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { MISSING, NumberColumn, type Column, type TextColumn } from '../../table/columns';
import { metaOf } from '../../table/meta';
import { columnNames, columnOf } from '../../table/table';
import { segmentLabels } from '../segment-labels';
import type { Segmentation } from '../segmentation';
import { worthOf } from '../worth';

/** Customers with the segment each is in: of a run, or of a list that was saved. */
export interface LabelledCustomers {
  /** Name of the column they are known by. */
  key: string;
  customers: Column;
  /** By place from 1, the most valuable first. */
  names: readonly string[];
  /** For each customer the place of its segment, 0 for none. */
  segments: Uint8Array;
  /** What each customer is worth, blanks as 0; null where nothing says it. */
  worth: Float64Array | null;
}

/**
 * The customers of a run; null where no column tells customers of one file from those of another.
 * @throws EngineError `missing-column`, `wrong-kind`
 */
export function labelledCustomers(
  table: ColumnTable,
  { segments, money }: SegmentsAndMoney,
): LabelledCustomers | null {
  const { key } = metaOf(table);
  if (key === null) return null;
  const { ids } = segmentLabels(table);
  const places = new Uint8Array(256);
  segments.forEach(({ id }, i) => (places[id] = i + 1));
  return {
    key,
    customers: columnOf(table, key),
    names: segments.map(({ name }) => name),
    segments: ids.map((id) => places[id]!),
    worth: money && worthOf(table, money.columns),
  };
}

/** What is said of the segments of a run, as far as it is needed here. */
export interface SegmentsAndMoney {
  segments: readonly { id: number; name: string }[];
  money: Pick<NonNullable<Segmentation['money']>, 'columns'> | null;
}

/** At most so many names are segments; a column of more is something else. */
const MOST_SEGMENTS = 255;

/**
 * The customers of a labelled file: a customer list, or order rows with labels, of which each customer's first counts and
 * says nothing of money. The segment stands in the last column called `segment`, or `segment` with `tessera_` before it, as this
 * app writes them; the order of segments is that of the `_id` column beside it, else that of their first rows.
 * @param like the customers it is to be held against: the key and the money columns have the same names
 * @throws EngineError `missing-column` where no column has the key's name, or none names segments
 */
export function customersInList(
  list: ColumnTable,
  { key }: Pick<LabelledCustomers, 'key'>,
  money: readonly string[],
): LabelledCustomers {
  const names = columnNames(list);
  const named = names.find((name) => name === key) ?? names.find((name) => plain(name) === plain(key));
  if (named === undefined) throw new EngineError('missing-column', { column: key });
  const label = names.filter((name) => SEGMENT.test(name)).at(-1);
  const texts = label === undefined ? null : columnOf(list, label);
  if (texts?.kind !== 'text') throw new EngineError('missing-column', { column: 'segment' });
  const ids = names.includes(`${label}_id`) ? columnOf(list, `${label}_id`) : null;
  const order = segmentsInOrder(texts, ids);
  if (order.length > MOST_SEGMENTS) throw new EngineError('missing-column', { column: 'segment' });
  const places = new Map(order.map((name, i) => [name, i + 1]));
  const known = money.every((name) => names.includes(name) && columnOf(list, name).kind === 'number');
  return {
    key: named,
    customers: columnOf(list, named),
    names: order,
    segments: Uint8Array.from({ length: texts.length }, (_, row) => places.get(texts.at(row) ?? '') ?? 0),
    worth: money.length > 0 && known ? worthOf(list, money) : null,
  };
}

const SEGMENT = /^(tessera_)?segment(_\d+)?$/i;
const plain = (name: string): string => name.trim().toLowerCase();

function segmentsInOrder(texts: TextColumn, ids: Column | null): string[] {
  const first = new Map<string, number>();
  for (let row = 0; row < texts.length && first.size <= MOST_SEGMENTS; row++) {
    const text = texts.codes[row] === MISSING ? null : texts.at(row);
    if (text !== null && !first.has(text)) first.set(text, row);
  }
  if (!(ids instanceof NumberColumn)) return [...first.keys()];
  return [...first].sort(([, a], [, b]) => ids.values[a]! - ids.values[b]!).map(([name]) => name);
}
