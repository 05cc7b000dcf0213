import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockSpans } from '../../../src/engine/files/block-spans';
import { PartBytes } from '../../../src/engine/files/part-bytes';
import { PartTexts } from '../../../src/engine/files/part-texts';
import { closeRoom, openRoom, usePlainKernels } from '../../../src/engine/kernels/room';
import { CellBlock } from '../../../src/engine/table/build/cell-block';
import { TextBuilder } from '../../../src/engine/table/build/text-builder';
import type { TextPart } from '../../../src/engine/table/build/builder-part';
import { fileOf } from '../../support/files';

const plainly = ({ codes, bytes, offsets, hashes }: TextPart) =>
  [codes, bytes, offsets, hashes].map((one) => [...one]);

/** Two blocks of records of one or two cells each, over bytes that hold the texts end to end. */
function blocksOf(texts: readonly string[]) {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  let at = 0;
  let cell = 0;
  const spans = parts.map((part) => [at, (at += part.length)] as const);
  const blocks = [0, 1].map((half) => {
    const own = spans.filter((_, row) => row % 2 === half);
    const block = new CellBlock(own.length, own.length * 2 + 1);
    cell = 0;
    for (const [row, [start, end]] of own.entries()) {
      // Every fifth record lacks the second cell, which is the one that is taken.
      for (let column = 0; column < (row % 5 === 4 ? 1 : 2); column++) {
        block.starts[cell] = start;
        block.ends[cell++] = end;
      }
      block.offsets[++block.rows] = cell;
    }
    return block;
  });
  return { bytes, blocks };
}

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\t \r',
    '\u00a0',
    '\u3000\u2003',
    '\ufeff',
    '\u1680',
    '\u202f\u205f',
    '\u200b',
    'a',
    'b',
  ),
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.nat({ max: 300 }).map((n) => `C-${n}`),
  fc.nat({ max: 3 }).map((n) => `${'long text '.repeat(40)}${n}`),
);

describe('encode', () => {
  it.each([false, true])(
    'numbers texts as the builder in TypeScript does (plain kernels: %s)',
    async (plain) => {
      usePlainKernels(plain);
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 400 }), async (texts) => {
          const { bytes, blocks } = blocksOf(texts);
          fc.pre(bytes.length > 0);
          const room = openRoom();
          const bounds = { from: 0, to: bytes.length, exact: true };
          const held = await PartBytes.read(fileOf(bytes), 'utf-8', bounds, () => room);
          const spans = new BlockSpans(held);
          const found = new PartTexts(room, null);
          const expected = new TextBuilder();
          for (const block of blocks) {
            spans.set(block);
            block.bytes = held.bytes;
            found.add(block, spans, 1);
            block.bytes = bytes;
            expected.add(block, 1);
          }
          expect(plainly(found.part())).toEqual(plainly(expected.part()));
          closeRoom(room);
        }),
        { numRuns: 150 },
      );
      usePlainKernels(false);
    },
  );
});
