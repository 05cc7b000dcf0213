import type { SchemaElement } from 'hyparquet';
import type { ColumnTable } from 'arquero';
import type { WrittenColumn } from '../files/write-csv';
import { MISSING, type Column } from '../table/columns';
import { columnOf } from '../table/table';
import type { Work } from '../work';

const GROUP_ROWS = 100_000;
const GROUP_CELLS = 1_000_000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

type Cell = string | number | bigint | boolean | null;

/** A column as Parquet has it, and its cells from row to row. */
interface ParquetColumn {
  element: SchemaElement;
  cells(from: number, to: number): Cell[];
}

/**
 * The columns as a Parquet file, row group after row group: numbers as INT64 where all of them are whole and exact, else
 * DOUBLE; moments as wall-clock TIMESTAMP in milliseconds; texts as UTF-8; yes and no as BOOLEAN. **Blanks** are nulls.
 * What writes it is loaded when first needed.
 * @throws EngineError `missing-column`; Stopped
 */
export async function* parquetTable(
  table: ColumnTable,
  columns: readonly WrittenColumn[],
  work: Work,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const made = columns.map(({ name, as = name }) => parquetColumn(as, columnOf(table, name)));
  const out = new ByteWriter(1 << 20);
  const take = () => {
    const bytes = new Uint8Array(out.getBuffer());
    (out as unknown as { index: number }).index = 0;
    return bytes;
  };
  const root = { name: 'schema', num_children: made.length };
  const writer = new ParquetWriter({
    writer: out,
    schema: [root, ...made.map(({ element }) => element)],
    createdBy: 'Tessera',
  });
  const rows = table.totalRows();
  const most = Math.max(1000, Math.min(GROUP_ROWS, Math.floor(GROUP_CELLS / Math.max(1, made.length))));
  for (let from = 0; from < rows; from += most) {
    const to = Math.min(rows, from + most);
    const columnData = made.map(({ element, cells }) => ({ name: element.name, data: cells(from, to) }));
    await writer.write({ columnData, rowGroupSize: most });
    yield take();
    const rest = work.breathe({ phase: 'writing', done: to, total: rows, unit: 'rows' });
    if (rest) await rest;
  }
  await writer.finish();
  yield take();
}

function parquetColumn(name: string, column: Column): ParquetColumn {
  const element = (type: SchemaElement['type'], more: Partial<SchemaElement> = {}): SchemaElement => ({
    name,
    ...(type && { type }),
    repetition_type: 'OPTIONAL',
    ...more,
  });
  const cells = (cell: (row: number) => Cell) => (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => cell(from + at));
  switch (column.kind) {
    case 'text':
      return {
        element: element('BYTE_ARRAY', { converted_type: 'UTF8', logical_type: { type: 'STRING' } }),
        cells: (from, to) => textCells(column, from, to),
      };
    case 'boolean':
      return { element: element('BOOLEAN'), cells: cells((row) => truth(column.values[row]!)) };
    case 'date': {
      const { values } = column;
      const logical_type = { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' } as const;
      return { element: element('INT64', { logical_type }), cells: cells((row) => whole(values[row]!)) };
    }
    case 'number': {
      const { values } = column;
      return areWhole(values)
        ? { element: element('INT64'), cells: cells((row) => whole(values[row]!)) }
        : {
            element: element('DOUBLE'),
            cells: cells((row) => (Number.isNaN(values[row]) ? null : values[row]!)),
          };
    }
  }
}

const truth = (value: number): boolean | null => (value === 2 ? null : value === 1);
const whole = (value: number): bigint | null => (Number.isNaN(value) ? null : BigInt(Math.floor(value)));

/** Whether all numbers are whole and exact; −0 is not, for an integer has no sign of 0. */
function areWhole(values: Float64Array): boolean {
  for (const value of values)
    if (!Number.isNaN(value) && (!Number.isSafeInteger(value) || Object.is(value, -0))) return false;
  return true;
}

/** Texts of these rows alone: the dictionary would keep every text it was asked for. */
function textCells(
  { codes, dictionary }: Extract<Column, { kind: 'text' }>,
  from: number,
  to: number,
): Cell[] {
  const texts = new Map<number, string>();
  const { bytes, offsets } = dictionary;
  return Array.from({ length: to - from }, (_, at) => {
    const code = codes[from + at]!;
    if (code === MISSING) return null;
    const known = texts.get(code);
    if (known !== undefined) return known;
    const text = decoder.decode(bytes.slice(offsets[code], offsets[code + 1]));
    texts.set(code, text);
    return text;
  });
}
