import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Example } from '../recipe/step';
import { float64, uint8 } from '../table/buffers';
import { valueOf } from '../table/build/boolean-builder';
import { dateParserOf } from '../table/build/date-parser-of';
import { numberFormatOf } from '../table/build/number-format';
import {
  BooleanColumn,
  DateColumn,
  isMissing,
  MISSING,
  NumberColumn,
  type Column,
  type Kind,
} from '../table/columns';
import { metaOf, withMeta } from '../table/meta';
import { columnOf, withColumns } from '../table/table';
import type { Work } from '../work';
import { inBlocks } from './parts/blocks';
import { DAY } from './parts/calendar';
import { dateFromText, type DateOrder } from './parts/date-from-text';
import { numberFromText } from './parts/number-from-text';
import { asText, textOf } from './parts/text-of';
import { textReader } from './parts/text-reader';

const MOST_EXAMPLES = 20;
/** A missing cell of a column of yes and no. */
const NO_ANSWER = 2;

/** What becomes of cells that cannot be read; they become blank, if not said. */
const otherwise = v.optional(v.picklist(['blank', 'refuse']));

const Params = v.variant('to', [
  v.strictObject({
    column: ColumnName,
    otherwise,
    to: v.literal('number'),
    /** The mark before the fraction; the point, if not said. */
    decimal: v.optional(v.picklist(['.', ','])),
    /** An example of how the numbers are written (`1.234,56 €`); goes before `decimal`, and other currencies fail. */
    format: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => numberFormatOf(text) !== null, 'no-format'),
      ),
    ),
  }),
  v.strictObject({
    column: ColumnName,
    otherwise,
    to: v.literal('date'),
    /** Year first, if not said. */
    order: v.optional(v.picklist(['ymd', 'dmy', 'mdy'])),
    /** The one pattern of the dates (`DD/MM/YYYY`, `excel-serial`, `epoch-seconds` …); goes before `order`. */
    format: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => dateParserOf(text) !== null, 'no-format'),
      ),
    ),
  }),
  v.strictObject({ column: ColumnName, otherwise, to: v.literal('boolean') }),
  v.strictObject({ column: ColumnName, to: v.literal('text') }),
]);
type Params = v.InferOutput<typeof Params>;

const KINDS_FOR: Record<Params['to'], readonly Kind[]> = {
  number: ['text', 'number', 'boolean'],
  date: ['text', 'date', 'number'],
  boolean: ['text', 'number', 'boolean'],
  text: ['text', 'number', 'date', 'boolean'],
};
const ARTICLE = { number: 'a number', date: 'a date', boolean: 'yes or no', text: 'text' };

/**
 * Reads a column as another kind, in its place. What cannot be read becomes blank, or refuses the step. Blanks and texts of
 * white space stay blank and are not counted. Counts: `converted` and `failed` cells; examples: the first 20 that failed.
 * @throws EngineError `not-readable` with `otherwise` `refuse`, at the first cell that cannot be read
 */
export const changeType = defineStep({
  op: 'change-type',
  version: 1,
  params: Params,
  reads: ({ column }) => [column],
  needs: ({ column, to }) => [[column, KINDS_FOR[to]]],
  adds: () => [],
  makes: ({ column, to }) => [[column, to]],
  describe: ({ column, to }) => `Read ${column} as ${ARTICLE[to]}`,
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const before = columnOf(table, params.column);
    const { column, failed, examples } = await converted(before, params, work, metaOf(table).sourceRows);
    if (failed > 0 && params.to !== 'text' && params.otherwise === 'refuse') {
      const { row, value } = examples[0]!;
      throw new EngineError('not-readable', {
        column: params.column,
        to: params.to,
        row,
        value,
        count: failed,
      });
    }
    let present = 0;
    for (let row = 0; row < column.length; row++) if (!isMissing(column, row)) present++;
    const counts = { converted: before === column ? 0 : present, failed };
    const made = withColumns(table, [[params.column, column]]);
    return { table: withMeta(made, { units: unitsAfter(metaOf(table).units, params) }), counts, examples };
  },
});

/** What the column is counted in afterwards: what its format says, else what was known before; no words and dates are. */
function unitsAfter(before: ReadonlyMap<string, string>, params: Params): Map<string, string> {
  const units = new Map(before);
  if (params.to !== 'number') units.delete(params.column);
  const unit = params.to === 'number' && params.format ? numberFormatOf(params.format)?.unit : null;
  if (unit && before.get(params.column) === undefined) units.set(params.column, unit);
  return units;
}

interface Converted {
  column: Column;
  failed: number;
  examples: Example[];
}

async function converted(
  column: Column,
  params: Params,
  work: Work,
  sourceRows: Uint32Array | null,
): Promise<Converted> {
  if (column.kind === params.to) return { column, failed: 0, examples: [] };
  if (params.to === 'text') return { column: asText(column), failed: 0, examples: [] };
  const read = reader(params);
  const values = float64(column.length);
  const known = new Map<number, number>();
  const examples: Example[] = [];
  let failed = 0;
  await inBlocks(column.length, 'converting', work, (from, to) => {
    for (let row = from; row < to; row++) {
      values[row] = cellValue(column, row, read, known);
      if (values[row] === values[row] || isBlank(column, row)) continue;
      failed++;
      if (examples.length >= MOST_EXAMPLES) continue;
      examples.push({
        column: params.column,
        row: (sourceRows?.[row] ?? row) + 1,
        value: textOf(column, row)!,
      });
    }
  });
  const hasTime = () => values.some((value) => value === value && value % DAY !== 0);
  const made = () => {
    if (params.to === 'boolean') return yesNoColumn(column, values);
    return params.to === 'date' ? new DateColumn(values, hasTime()) : new NumberColumn(values);
  };
  return { column: made(), failed, examples };
}

/** 1 for yes and 0 for no, NaN for neither; the first way each is written is kept. */
function yesNoColumn(before: Column, values: Float64Array): BooleanColumn {
  const spelt = (value: number) => {
    const row = values.indexOf(value);
    return row < 0 ? '' : (textOf(before, row) ?? '');
  };
  return new BooleanColumn(
    uint8(values.length).map((_, row) => (Number.isNaN(values[row]) ? NO_ANSWER : values[row]!)),
    [spelt(0), spelt(1)],
  );
}

type Read = (text: string) => number;

function reader(params: Exclude<Params, { to: 'text' }>): Read {
  if (params.to === 'boolean') return yesNo;
  if (params.format !== undefined) return textReader(params.to, params.format);
  if (params.to === 'number') {
    const decimal = params.decimal ?? '.';
    return (text) => numberFromText(text, decimal);
  }
  const order: DateOrder = params.order ?? 'ymd';
  return (text) => dateFromText(text, order);
}

const yesNo: Read = (text) => {
  const word = text.trim().toLowerCase();
  const value = word === '0' || word === '1' ? Number(word) : valueOf(word);
  return value < 0 ? NaN : value;
};

/** The cell as a number, NaN where it is blank or not understood. Each distinct text is read once. */
function cellValue(column: Column, row: number, read: Read, known: Map<number, number>): number {
  if (column.kind === 'boolean') return column.values[row] === 2 ? NaN : column.values[row]!;
  if (column.kind !== 'text') return isMissing(column, row) ? NaN : read(textOf(column, row)!);
  const code = column.codes[row]!;
  if (code === MISSING) return NaN;
  let value = known.get(code);
  if (value === undefined) known.set(code, (value = read(column.dictionary.text(code))));
  return value;
}

const isBlank = (column: Column, row: number): boolean => (textOf(column, row) ?? '').trim() === '';
