import { TextBuilder } from '../../table/build/text-builder';
import { TextColumn, type Column } from '../../table/columns';
import type { Work } from '../../work';
import type { ByteSource } from '../source';
import type { StoredColumn, StoredTable } from '../stored/stored-table';
import { codecName, unpackers, type Unpack } from './codec';
import { addSpans, BigSink, FloatSink, TextSink, TruthSink, type ColumnSink } from './column-sink';
import { columnsOf, type ParquetColumn } from './columns-of';
import { moments, quantities } from './leaf-numbers';
import { spansOfTexts, texts } from './leaf-texts';
import { parquetFile, type ColumnChunk, type ParquetFile } from './metadata';
import { NestedRows } from './nested';
import { pagesOf, type Page } from './pages';
import { PHYSICAL, leavesOf, type SchemaNode } from './schema';

/**
 * Reads a Parquet file column by column, one column chunk in memory at a time. Row groups follow one another; structs
 * become columns of their own, lists and maps texts of JSON. Byte strings of which the file does not say what they
 * are become text if they are UTF-8 throughout, and are left out if not.
 * @throws EngineError `unreadable-file` (reason `encrypted`, `unknown-codec`), `file-too-large`; Stopped; any other
 * error where the file is damaged
 */
export async function readParquet(source: ByteSource, work: Work): Promise<StoredTable> {
  const file = await parquetFile(source);
  const columns = columnsOf(file.root);
  const shown = columns.filter(({ leftOut }) => leftOut === null);
  const leaves = new Map(leavesOf(file.root).map((leaf, at) => [leaf, at]));
  const chunks = shown.flatMap(({ node }) =>
    leavesOf(node).flatMap((leaf) => file.groups.map((group) => group.chunks[leaves.get(leaf)!]!)),
  );
  const codecs = new Set(chunks.filter(({ values }) => values > 0).map(({ codec }) => codec));
  const reader = new Reader(source, file, leaves, await unpackers(source.name, codecs), work);
  reader.total = chunks.reduce((sum, { from, to }) => sum + to - from, 0);
  const makers = shown.map((column) => ({ column, maker: makerOf(column) }));
  for (let group = 0; group < file.groups.length; group++) {
    for (const { column, maker } of makers) await maker.add(column, group, reader);
  }
  return {
    format: 'parquet',
    rows: file.rows,
    codecs: [...codecs].filter((codec) => codec !== 0).map(codecName),
    columns: makers.map(({ column, maker }) => finished(column, maker.finish())),
    leftOut: columns.flatMap(({ name, leftOut }) =>
      leftOut === null ? [] : [{ column: name, reason: leftOut }],
    ),
  };
}

/** What one column takes from each row group. */
interface ColumnMaker {
  add(column: ParquetColumn, group: number, reader: Reader): Promise<void>;
  finish(): Column;
}

function makerOf(column: ParquetColumn): ColumnMaker {
  if (column.nested) return new NestedMaker();
  const sink = sinkOf(column.node);
  return {
    async add({ node }, group, reader) {
      for await (const page of reader.pages(node, group)) sink.add(page);
    },
    finish: () => sink.finish(),
  };
}

function sinkOf(leaf: SchemaNode): ColumnSink {
  const dates = moments(leaf);
  if (dates) return new FloatSink(leaf, dates, 'date');
  const numbers = quantities(leaf);
  if (numbers) return new FloatSink(leaf, numbers, 'number');
  const spelt = texts(leaf);
  if (spelt) return new TextSink(leaf, spelt);
  if (leaf.type === PHYSICAL.boolean) return new TruthSink(leaf);
  return new BigSink(leaf, leaf.meaning.as === 'integer' && !leaf.meaning.signed);
}

const BLOCK = 2048;

class NestedMaker implements ColumnMaker {
  readonly #builder = new TextBuilder();

  async add({ node }: ParquetColumn, group: number, reader: Reader): Promise<void> {
    const pages: Page[][] = [];
    for (const leaf of leavesOf(node)) {
      const own: Page[] = [];
      for await (const page of reader.pages(leaf, group)) own.push(page);
      pages.push(own);
    }
    const rows = new NestedRows(node, pages);
    const count = reader.file.groups[group]!.rows;
    for (let row = 0; row < count; row += BLOCK) {
      await reader.rest();
      const lines = Array.from({ length: Math.min(BLOCK, count - row) }, () => rows.next());
      const places = Int32Array.from(lines, (line, at) => (line === null ? -1 : at));
      addSpans(this.#builder, spansOfTexts(lines.map((line) => line ?? '')), places);
    }
  }

  finish(): Column {
    return this.#builder.finish();
  }
}

class Reader {
  total = 0;
  #done = 0;
  constructor(
    readonly source: ByteSource,
    readonly file: ParquetFile,
    readonly leaves: ReadonlyMap<SchemaNode, number>,
    readonly unpack: ReadonlyMap<number, Unpack>,
    readonly work: Work,
  ) {}

  async *pages(leaf: SchemaNode, group: number): AsyncGenerator<Page> {
    const chunk = this.file.groups[group]!.chunks[this.leaves.get(leaf)!]!;
    await this.rest();
    if (chunk.values === 0) return;
    const bytes = await this.source.read(chunk.from, chunk.to);
    if (bytes.length < chunk.to - chunk.from) throw new RangeError('shorter than it says');
    for (const page of this.#checked(bytes, chunk)) {
      yield page;
      await this.rest();
    }
    this.#done += chunk.to - chunk.from;
  }

  *#checked(bytes: Uint8Array, chunk: ColumnChunk): Generator<Page> {
    yield* pagesOf(bytes, chunk, this.unpack.get(chunk.codec)!);
  }

  async rest(): Promise<void> {
    const rest = this.work.breathe({ phase: 'reading', done: this.#done, total: this.total, unit: 'bytes' });
    if (rest) await rest;
  }
}

function finished({ name, node, nested }: ParquetColumn, column: Column): StoredColumn {
  const { meaning, type } = node;
  if (nested) return { name, column, as: 'json' };
  if (meaning.as === 'timestamp' && meaning.utc) return { name, column, as: 'utc' };
  if (meaning.as === 'none' && type === PHYSICAL.fixed) return { name, column, as: 'hex' };
  if (meaning.as === 'none' && type === PHYSICAL.bytes && column instanceof TextColumn)
    return { name, column: isText(column) ? column : null, as: 'bytes' };
  return { name, column, as: null };
}

/** Whether every distinct byte string is UTF-8 without control characters. */
function isText({ dictionary: { bytes, offsets, size } }: TextColumn): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let code = 0; code < size; code++) {
      const text = decoder.decode(bytes.slice(offsets[code], offsets[code + 1]));

      if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return false;
    }
    return true;
  } catch {
    return false;
  }
}
