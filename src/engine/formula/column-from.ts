import { DAY } from '../steps/parts/calendar';
import { float64, uint32, uint8 } from '../table/buffers';
import { BooleanColumn, DateColumn, MISSING, NumberColumn, TextColumn, type Column } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import type { Work } from '../work';
import type { Coded } from './coded';
import { PHASE } from './groups/by-group';
import { BLOCK, marksOf, numbersOf, textsOf, type Node, type Surroundings } from './node';
import { MOST_MS } from './text-of';

/** Blocks evaluated between two breaths. */
const BLOCKS = 8;

/** A code not met yet; no dictionary is that long. */
const NEW = 0xfffffffe;

/** How this language writes no and yes. */
const SPELLING = ['no', 'yes'] as const;

/** All values of a node. Numbers that are infinite, and dates that there are not, are blanks and told. */
export async function columnFrom(
  node: Node,
  rows: number,
  around: Surroundings,
  work: Work,
): Promise<Column> {
  if (node.kind === 'text') return texts(node, rows, work);
  if (node.kind === 'boolean') {
    const marks = uint8(rows);
    await blocks(rows, work, (from, to) => {
      const block = marksOf(node.read(from, to, null));
      marks.set(block.subarray(0, to - from), from);
    });
    return new BooleanColumn(marks, SPELLING);
  }
  const values = float64(rows);
  const most = node.kind === 'date' ? MOST_MS : Number.MAX_VALUE;
  let hasTime = false;
  await blocks(rows, work, (from, to) => {
    const block = numbersOf(node.read(from, to, null));
    for (let i = 0; i < to - from; i++) {
      let value = block[i]!;
      if (value > most || value < -most) {
        value = NaN;
        around.fault('outside', from + i);
      } else if (node.kind === 'date') {
        value = Math.round(value);
        if (value === value && value % DAY !== 0) hasTime = true;
      }
      values[from + i] = value;
    }
  });
  return node.kind === 'date' ? new DateColumn(values, hasTime) : new NumberColumn(values);
}

async function texts(node: Node, rows: number, work: Work): Promise<TextColumn> {
  if (node.coded) return fromCodes(node.coded, rows, work);
  const codes = uint32(rows);
  const codeOf = new Map<string, number>();
  await blocks(rows, work, (from, to) => {
    const block = textsOf(node.read(from, to, null));
    for (let i = 0; i < to - from; i++) {
      const text = block[i]!;
      if ((text as string | null) === null) {
        codes[from + i] = MISSING;
        continue;
      }
      let code = codeOf.get(text);
      if (code === undefined) codeOf.set(text, (code = codeOf.size));
      codes[from + i] = code;
    }
  });
  return new TextColumn(codes, Dictionary.of([...codeOf.keys()]));
}

/** The same of texts known by codes: each is looked at once. */
async function fromCodes(coded: Coded, rows: number, work: Work): Promise<TextColumn> {
  const codes = uint32(rows);
  const codeOf = new Map<string, number>();
  const known = new Uint32Array(coded.size).fill(NEW);
  const settle = (code: number): number => {
    const text = coded.text(code);
    let found = text === '' ? MISSING : codeOf.get(text);
    if (found === undefined) codeOf.set(text, (found = codeOf.size));
    return (known[code] = found);
  };
  await blocks(rows, work, (from, to) => {
    const block = coded.read(from, to, null);
    for (let i = 0; i < to - from; i++) {
      const code = block[i]!;
      if (code === MISSING) codes[from + i] = MISSING;
      else {
        const found = known[code]!;
        codes[from + i] = found === NEW ? settle(code) : found;
      }
    }
  });
  return new TextColumn(codes, Dictionary.of([...codeOf.keys()]));
}

async function blocks(rows: number, work: Work, block: (from: number, to: number) => void): Promise<void> {
  for (let from = 0, at = 0; from < rows; from += BLOCK, at++) {
    if (at % BLOCKS === 0) {
      const rest = work.breathe({ phase: PHASE, done: from, total: rows, unit: 'rows' });
      if (rest) await rest;
    }
    block(from, Math.min(from + BLOCK, rows));
  }
}
