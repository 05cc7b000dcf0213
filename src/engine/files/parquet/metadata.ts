import { EngineError } from '../../errors';
import type { ByteSource } from '../source';
import { ByteCursor } from './byte-cursor';
import { leavesOf, schemaTree, type SchemaNode } from './schema';
import { numberIn, readStruct, structIn, structsIn, textsIn, type ThriftStruct } from './thrift';

/** One column of one row group: where its pages lie and how they are packed. */
export interface ColumnChunk {
  leaf: SchemaNode;
  /** The format's number of the compression. */
  codec: number;
  /** Values with the missing ones, and with every item of a list. */
  values: number;
  from: number;
  to: number;
  unpacked: number;
}

export interface RowGroup {
  rows: number;
  /** In the order of the leaves. */
  chunks: readonly ColumnChunk[];
}

export interface ParquetFile {
  root: SchemaNode;
  rows: number;
  groups: readonly RowGroup[];
}

const TAIL = 8;
const MOST_ROWS = 200_000_000;
/** Some writers leave the dictionary's head out of the length they give. */
const SLACK = 128;

const marks = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/**
 * What the file's end says about its columns and where they lie.
 * @throws EngineError `unreadable-file` (reason `encrypted`), `file-too-large`; RangeError where it is damaged
 */
export async function parquetFile(source: ByteSource): Promise<ParquetFile> {
  const tail = await source.read(Math.max(0, source.size - TAIL), source.size);
  if (tail.length < TAIL) throw new RangeError('no tail');
  if (marks(tail, 4) === 'PARE')
    throw new EngineError('unreadable-file', { file: source.name, reason: 'encrypted' });
  if (marks(tail, 4) !== 'PAR1') throw new RangeError('no tail');
  const length = new ByteCursor(tail, 0).uint32();
  const start = source.size - TAIL - length;
  if (start < 4) throw new RangeError('no footer');
  const footer = readStruct(new ByteCursor(await source.read(start, source.size - TAIL), 0));
  if (footer.has(8)) throw new EngineError('unreadable-file', { file: source.name, reason: 'encrypted' });
  const root = schemaTree(structsIn(footer, 2));
  const groups = structsIn(footer, 4).map((group) => rowGroup(source, start, group, root));
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows > MOST_ROWS)
    throw new EngineError('file-too-large', { file: source.name, bytes: source.size, limit: 4e9 });
  return { root, rows, groups };
}

function rowGroup(source: ByteSource, last: number, group: ThriftStruct, root: SchemaNode): RowGroup {
  const rows = numberIn(group, 3);
  if (!(rows >= 0)) throw new RangeError('no number of rows');
  const columns = structsIn(group, 1);
  const leaves = root.children.length === 0 ? [] : leavesOf(root);
  if (columns.length !== leaves.length) throw new RangeError('columns differ from the schema');
  const chunks = leaves.map((leaf, at) => {
    const column = columns[at]!;
    const meta = structIn(column, 3);
    if (!meta || column.has(8))
      throw new EngineError('unreadable-file', { file: source.name, reason: 'encrypted' });
    return columnChunk(meta, leaf, rows, last);
  });
  return { rows, chunks };
}

function columnChunk(meta: ThriftStruct, leaf: SchemaNode, rows: number, last: number): ColumnChunk {
  const values = numberIn(meta, 5);
  const data = numberIn(meta, 9);
  const dictionary = numberIn(meta, 11, 0);
  const from = dictionary > 0 && dictionary < data ? dictionary : data;
  const length = numberIn(meta, 7);
  const flat = leaf.maxRepetition === 0;
  if (!(values >= 0) || values > MOST_ROWS || (flat && values !== rows)) throw new RangeError('rows differ');
  if (rows > 0 && !(from >= 4 && length >= 0 && from + length <= last)) throw new RangeError('no such place');
  if (textsIn(meta, 3).join('\0') !== leaf.path.join('\0')) throw new RangeError('columns differ');
  const to = Math.min(from + length + SLACK, last);
  return { leaf, codec: numberIn(meta, 4, 0), values, from, to, unpacked: numberIn(meta, 6, 0) };
}
