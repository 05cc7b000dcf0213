import {
  columnNames,
  columnOf,
  packCells,
  packLabels,
  packTable,
  type Model,
  type PackedTable,
  type ReadReport,
  type ReadResult,
  type Understanding,
} from '../../engine/index';
import type { SessionState } from '../api';
import type { Reused } from '../stored-labels';
import { writeContent, type Part } from './content';
import { headerOf, ROUNDS, type Lock } from './header';
import { writePieces } from './pieces';
import { toPlain } from './plain-values';
import { keyOf, keySeal, sumSeal } from './seal';
import { withAnswers } from './answers';
import { withCampaign } from './campaign';
import { withLists } from './lists';

/** A file of a session, wherever its cells lie: on the desk or in the browser's storage. */
export interface FileToSave {
  table: PackedTable;
  report: ReadReport;
  /** Bytes of each array of each column. */
  sizes: readonly (readonly number[])[];
  cells(column: number, array: number): Part['bytes'];
  file: Blob | null;
}

/** A whole session as it is saved. */
export interface SessionToSave {
  state: SessionState;
  understanding: Understanding;
  fits: Readonly<Record<string, unknown>> | null;
  files: readonly FileToSave[];
  reused: Reused | null;
}

/** A recipe, and what it learnt where it ran, as it is saved without rows. */
export interface ModelToSave {
  name: string;
  recipe: Model['recipe'];
  fits: Model['fits'] | null;
}

/** What was read of a file, as it lies on the desk. */
export function fileOnDesk({ table, report }: ReadResult, file: Blob | null): FileToSave {
  const arrays = columnNames(table).map((name) => packCells(columnOf(table, name)));
  return {
    table: packTable(table),
    report,
    sizes: arrays.map((some) => some.map(({ length }) => length)),
    cells: (column, array) => [arrays[column]![array]!],
    file,
  };
}

/** A session file with all there is, in pieces of a megabyte. @param passphrase null: not locked. @throws EngineError */
export function sessionFile(session: SessionToSave, passphrase: string | null): AsyncGenerator<Uint8Array> {
  const { state, understanding, fits, files, reused } = session;
  const { id: _, ...info } = state.info;
  const then = reused?.then ? { name: reused.then.name, ...packLabels(reused.then.customers) } : null;
  const description = {
    format: 'tessera-session',
    kind: 'session',
    info,
    history: state.history,
    cursor: state.cursor,
    ...withAnswers(state),
    ...withCampaign(state),
    ...withLists(state),
    understanding,
    fits,
    files: files.map(({ table, report, sizes, file }) => ({
      table,
      report,
      sizes,
      file: file?.size ?? null,
    })),
    reused: reused && {
      from: reused.from,
      recipe: reused.recipe,
      fits: reused.fits,
      then: then && {
        name: then.name,
        key: then.key,
        names: then.names,
        table: then.table,
        sizes: then.cells.map(({ length }) => length),
        segments: then.segments.length,
        worth: then.worth !== null,
      },
    },
  };
  const last = then ? [...then.cells, then.segments, ...(then.worth ? [bytesOf(then.worth)] : [])] : [];
  const parts = [...files.flatMap(partsOf), ...last.map((bytes) => ({ size: bytes.length, bytes: [bytes] }))];
  return closed(writeContent(toPlain(description), parts), passphrase);
}

/** A session file with recipe and model only. @throws EngineError */
export function modelFile(model: ModelToSave, passphrase: string | null): AsyncGenerator<Uint8Array> {
  const description = { format: 'tessera-session', kind: 'model', ...model };
  return closed(writeContent(toPlain(description), []), passphrase);
}

function partsOf({ sizes, cells, file }: FileToSave): Part[] {
  const arrays = sizes.flatMap((some, column) =>
    some.map((size, array) => ({ size, bytes: cells(column, array) })),
  );
  return file ? [...arrays, { size: file.size, bytes: slicesOf(file) }] : arrays;
}

const SLICE = 4 << 20;

/** A large file is never in memory as a whole. */
async function* slicesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += SLICE)
    yield new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
}

async function* closed(
  content: AsyncIterable<Uint8Array>,
  passphrase: string | null,
): AsyncGenerator<Uint8Array> {
  const lock = passphrase === null ? null : await newLock(passphrase);
  const header = await headerOf(lock);
  yield header;
  yield* writePieces(content, lock ? keySeal(lock.key, lock.prefix, header) : sumSeal(header));
}

async function newLock(passphrase: string): Promise<Lock & { key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const prefix = crypto.getRandomValues(new Uint8Array(7));
  return { rounds: ROUNDS, salt, prefix, ...(await keyOf(passphrase, { salt, rounds: ROUNDS })) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
