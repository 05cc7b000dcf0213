import {
  cellsFit,
  EngineError,
  unpackLabels,
  unpackTable,
  type ByteSource,
  type Model,
  type Recipe,
  type Work,
} from '../../engine/index';
import type { Stored } from '../sessions';
import type { Reused } from '../stored-labels';
import { ContentReader } from './content';
import { descriptionIn, type ModelDescription, type WholeDescription } from './description';
import { HEADER_BYTES, isSame, readHeader } from './header';
import { readPieces } from './pieces';
import { fromPlain } from './plain-values';
import { keyOf, keySeal, sumSeal, type Seal } from './seal';
import { isTooLarge, type SessionSizes } from './too-large';
import { withAnswers } from './answers';
import { withCampaign } from './campaign';
import { withLists } from './lists';

/** What a session file holds; the session has no id yet. */
export type SavedSession =
  | { kind: 'session'; session: Stored; reused: Reused | null }
  | { kind: 'model'; name: string; recipe: Recipe; fits: Model['fits'] | null };

/**
 * Reads a session file to its end. What is taken up is never more than what came in.
 * @param passphrase null: none was given
 * @throws EngineError `not-a-session`, `newer-version`, `older-session`, `needs-passphrase`, `wrong-passphrase`,
 * `truncated-session`, `damaged-session`, `session-too-large`, `unreadable-file`; Stopped
 */
export async function readSessionFile(
  source: ByteSource,
  passphrase: string | null,
  work: Work,
): Promise<SavedSession> {
  return readSealed(source, await sealOf(source, passphrase), work);
}

/** How the pieces of the file are closed. @throws EngineError */
export async function sealOf(source: ByteSource, passphrase: string | null): Promise<Seal> {
  const header = new Uint8Array(await source.read(0, HEADER_BYTES));
  const lock = await readHeader(header, source.name);
  if (!lock) return sumSeal(header);
  if (passphrase === null) throw new EngineError('needs-passphrase', { file: source.name });
  const { key, check } = await keyOf(passphrase, lock);
  if (!isSame(check, lock.check)) throw new EngineError('wrong-passphrase', { file: source.name });
  return keySeal(key, lock.prefix, header);
}

/** What follows the header. @throws EngineError; Stopped */
export async function readSealed(source: ByteSource, seal: Seal, work: Work): Promise<SavedSession> {
  const content = new ContentReader(watched(source, seal, work), source.name);
  const said = described(await content.description(), content);
  if (said.kind === 'model') {
    await content.end();
    const { name, recipe, fits } = said;
    return { kind: 'model', name, recipe: recipe as Recipe, fits };
  }
  const sizes = sizesOf(said);
  if (isTooLarge(sizes, source.size))
    throw new EngineError('session-too-large', { file: source.name, bytes: sizes.cells + sizes.files });
  const files: Stored['files'][number][] = [];
  for (const file of said.files) files.push(await fileIn(file, content));
  const reused = said.reused && { ...said.reused, then: await thenIn(said.reused.then, content) };
  await content.end();
  const { info, history, cursor, understanding, fits } = said;
  const chosen = { ...withCampaign(said), ...withLists(said) };
  const state = { info: { id: '', ...info }, history, cursor, ...withAnswers(said), ...chosen };
  return {
    kind: 'session',
    session: { state, understanding, fits, files },
    reused: reused as Reused | null,
  };
}

async function* watched(source: ByteSource, seal: Seal, work: Work) {
  let done = 0;
  for await (const piece of readPieces(source, seal)) {
    done += piece.length;
    await work.breathe({
      phase: 'restoring',
      done: Math.min(done, source.size),
      total: source.size,
      unit: 'bytes',
    });
    yield piece;
  }
}

function described(plain: unknown, content: ContentReader): WholeDescription | ModelDescription {
  try {
    const said = descriptionIn(fromPlain(plain));
    if (said) return said;
  } catch (error) {
    // A recipe of a newer version in an old file is told as such.
    if (error instanceof EngineError && error.code === 'newer-version') throw error;
  }
  throw content.damaged();
}

function sizesOf({ files, reused }: WholeDescription): SessionSizes {
  const then = reused?.then;
  const cells = files.map(({ sizes }) => sum(sizes.flat()));
  return {
    cells: sum(cells) + (then ? sum(then.sizes) + 9 * then.segments : 0),
    files: sum(files.map(({ file }) => file ?? 0)),
  };
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function fileIn(
  { table, report, sizes, file }: WholeDescription['files'][number],
  content: ContentReader,
): Promise<Stored['files'][number]> {
  const cells: Uint8Array[][] = [];
  for (const [column, some] of sizes.entries())
    cells.push(await cellsIn(table.columns[column]!, some, content));
  const read = { table: unpackTable(table, cells), report };
  return { read, file: file === null ? null : await content.blob(file) };
}

/** The bytes of one column. @throws EngineError where they cannot be its cells */
async function cellsIn(
  column: WholeDescription['files'][number]['table']['columns'][number],
  sizes: readonly number[],
  content: ContentReader,
): Promise<Uint8Array[]> {
  const arrays: Uint8Array[] = [];
  for (const size of sizes) arrays.push(await content.bytes(size));
  if (!cellsFit(column, arrays)) throw content.damaged();
  return arrays;
}

async function thenIn(
  then: NonNullable<WholeDescription['reused']>['then'],
  content: ContentReader,
): Promise<Reused['then']> {
  if (!then) return null;
  const { name, key, names, table, sizes } = then;
  const packed = table as WholeDescription['files'][number]['table'];
  const cells = await cellsIn(packed.columns[0]!, sizes, content);
  const segments = await content.bytes(then.segments);
  if (segments.some((place) => place > names.length)) throw content.damaged();
  const worth = then.worth ? new Float64Array((await content.bytes(8 * then.segments)).buffer) : null;
  return { name, customers: unpackLabels({ key, names, table: packed, cells, segments, worth }) };
}
