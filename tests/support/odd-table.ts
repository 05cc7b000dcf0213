import { table } from './tables';

/** Cells that files get wrong: quotes, line ends, formulas, leading zeros, days, emoji, blanks. */
export const ODD = {
  id: ['007', '00420', '1e5', '+4917012345678', '12345678901234567890', 'a'],
  text: ['say "hi", twice', 'two\nlines', 'tab\there', '  blank ends ', '=1+1', '😀 Ünïcode €'],
  formula: ['=HYPERLINK("http://x")', '+A1', '-5.00', '@SUM(A1)', '-', null],
  mark: ['<b>&amp;</b>', '_x0041_', "O'Neill", 'semi;colon', null, 'back\\slash'],
  whole: [0, -3, 999_999_999_999_999, null, 42, 7],
  part: [0.1, -2.5, 1e-7, 1e21, null, 123_456.789],
  day: [
    new Date('2010-12-01Z'),
    new Date('1969-12-31Z'),
    null,
    new Date('2024-02-29Z'),
    new Date('1999-01-02Z'),
    new Date('2038-01-19Z'),
  ],
  moment: [
    new Date('2010-12-01T08:26:00Z'),
    null,
    new Date('1970-01-01T00:00:00Z'),
    new Date('2024-02-29T23:59:59Z'),
    new Date('2011-12-09T12:50:07Z'),
    new Date('2011-12-09T00:00:01Z'),
  ],
  paid: [true, false, null, true, false, true],
} as const;

export const oddTable = (change: Record<string, readonly (string | number | null)[]> = {}) =>
  table({ ...ODD, ...change });

/** The pieces of a written file, end to end. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
