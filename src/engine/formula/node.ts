import type { Kind } from '../table/columns';
import { codedConstant, type Coded } from './coded';
import type { CellFault } from './function';

/** Rows evaluated at a time. */
export const BLOCK = 4096;

/** Numbers and dates (NaN: blank), booleans (2: blank), or texts (null: blank). */
export type Block = Float64Array | Uint8Array | (string | null)[];

/** Part of a formula, evaluated block by block. */
export interface Node {
  readonly kind: Kind;
  /**
   * The values of rows `from` up to `to`, from place 0 of the block on; good until the next call.
   * @param live 1 for rows whose faults count, from place 0 on; null: all
   */
  read(from: number, to: number, live: Uint8Array | null): Block;
  /** The same as codes, of texts that are known as such. */
  readonly coded?: Coded;
  /** Whether it has the same value everywhere. */
  readonly constant?: boolean;
}

/** What nodes may tell. */
export interface Surroundings {
  /** A cell with a value gave none. */
  fault(kind: CellFault, row: number): void;
}

/** Room for a block of that kind. */
export function roomFor(kind: Kind): Block {
  if (kind === 'text') return new Array<string | null>(BLOCK).fill(null);
  return kind === 'boolean' ? new Uint8Array(BLOCK) : new Float64Array(BLOCK);
}

export const numbersOf = (block: Block): Float64Array => block as Float64Array;
export const marksOf = (block: Block): Uint8Array => block as Uint8Array;
export const textsOf = (block: Block): (string | null)[] => block as (string | null)[];

/** Marks the blanks of a block with 1; those marked before stay. */
export function markBlanks(kind: Kind, block: Block, marks: Uint8Array, n: number): void {
  if (kind === 'text') {
    const texts = textsOf(block);
    for (let i = 0; i < n; i++) if (texts[i] === null) marks[i] = 1;
  } else if (kind === 'boolean') {
    const values = marksOf(block);
    for (let i = 0; i < n; i++) if (values[i] === 2) marks[i] = 1;
  } else {
    const values = numbersOf(block);
    for (let i = 0; i < n; i++) if (values[i] !== values[i]) marks[i] = 1;
  }
}

/** Writes a blank. */
export function writeBlank(kind: Kind, block: Block, i: number): void {
  if (kind === 'text') textsOf(block)[i] = null;
  else if (kind === 'boolean') marksOf(block)[i] = 2;
  else numbersOf(block)[i] = NaN;
}

/** The same value in every row. */
export function constantNode(kind: Kind, value: number | string | boolean | null): Node {
  const block = roomFor(kind);
  const empty = kind === 'text' ? null : kind === 'boolean' ? 2 : NaN;
  const cell = value === null ? empty : typeof value === 'boolean' ? Number(value) : value;
  (block as (typeof cell)[]).fill(cell);
  const coded = kind === 'text' ? { coded: codedConstant(value === null ? null : String(value)) } : {};
  return { kind, constant: true, read: () => block, ...coded };
}
