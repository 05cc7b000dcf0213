import { inBlocks } from '../steps/parts/blocks';
import { MISTAKEN_FOR, undoDecoding, type MistakenFor } from '../steps/parts/undo-decoding';
import { MISSING, type TextColumn } from '../table/columns';
import { columnOf } from '../table/table';
import type { Examined } from './findings';
import { collectRows } from './row-collector';
import type { Finding } from './understanding';

const BEYOND_ASCII = 0x80;

/** Texts that were decoded wrongly before they came into the file, as "Ã©" for "é"; counts cells, all columns together. */
export async function wronglyDecoded({ table, facts, work }: Examined): Promise<Finding[]> {
  const texts = facts.flatMap(({ name }) => {
    const column = columnOf(table, name);
    return column.kind === 'text' ? [{ name, column, codes: candidates(column) }] : [];
  });
  const found = await Promise.all(
    MISTAKEN_FOR.map(async (from) => ({ from, columns: await repairable(texts, from) })),
  );
  const best = found.reduce((one, other) => (texted(other.columns) > texted(one.columns) ? other : one));
  if (best.columns.length === 0) return [];
  const marked = best.columns.map(({ column, codes }) => {
    const marks = new Uint8Array(column.dictionary.size);
    for (const code of codes) marks[code] = 1;
    return { codes: column.codes, marks };
  });
  let cells = 0;
  const { rows } = await collectRows(table.numRows(), work, (row) => {
    const here = marked.filter(
      ({ codes, marks }) => codes[row] !== MISSING && marks[codes[row]!] === 1,
    ).length;
    cells += here;
    return here > 0;
  });
  if (cells === 0) return [];
  const [{ column, codes }] = best.columns as [Repairable];
  const value = column.dictionary.text(codes[0]!);
  const columns = best.columns.map(({ name }) => name);
  return [
    {
      code: 'wrongly-decoded',
      count: cells,
      details: {
        column: columns.length === 1 ? columns[0]! : null,
        columns: columns.length,
        value,
        plain: undoDecoding(value, best.from),
        from: best.from,
      },
      rows,
      remedy: {
        op: 'repair-text',
        params: { columns, from: best.from },
        effect: { count: cells, of: 'cells' },
      },
    },
  ];

  async function repairable(all: readonly Repairable[], from: MistakenFor): Promise<Repairable[]> {
    const kept: Repairable[] = [];
    for (const one of all) {
      const broken: number[] = [];
      await inBlocks(one.codes.length, 'looking', work, (start, end) => {
        for (let at = start; at < end; at++) {
          const text = one.column.dictionary.text(one.codes[at]!);
          if (undoDecoding(text, from) !== text) broken.push(one.codes[at]!);
        }
      });
      if (broken.length > 0) kept.push({ ...one, codes: broken });
    }
    return kept;
  }
}

interface Repairable {
  name: string;
  column: TextColumn;
  /** Distinct texts of the column. */
  codes: number[];
}

const texted = (columns: readonly Repairable[]): number =>
  columns.reduce((sum, { codes }) => sum + codes.length, 0);

/** The texts that hold at least one character beyond ASCII. */
function candidates({ dictionary }: TextColumn): number[] {
  const { bytes, offsets, size } = dictionary;
  const codes: number[] = [];
  for (let code = 0; code < size; code++) {
    for (let at = offsets[code]!; at < offsets[code + 1]!; at++) {
      if (bytes[at]! < BEYOND_ASCII) continue;
      codes.push(code);
      break;
    }
  }
  return codes;
}
