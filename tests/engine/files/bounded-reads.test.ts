import { describe, expect, it } from 'vitest';
import { withBoundedReads } from '../../../src/engine/files/spreadsheet/bounded-reads';
import { chainsEnd } from '../../../src/engine/files/spreadsheet/compound-chains';
import { ownSeeds } from '../../support/fuzz/seed-files';

type Blob = Uint8Array & { l: number; read_shift: (size: number, kind?: string) => number };

/** Bytes as SheetJS prepares them to be read. */
function prepared(length: number): Blob {
  const blob = new Uint8Array(length) as Blob;
  blob.l = 0;
  blob.read_shift = function (size) {
    this.l += size;
    return 0;
  };
  return blob;
}

describe('withBoundedReads', () => {
  it('lets whoever reads within the bytes read', () => {
    const read = () => {
      const blob = prepared(1000);
      while (blob.l < blob.length) blob.read_shift(2);
      return blob.l;
    };
    expect(withBoundedReads(1000, read)).toBe(1000);
  });

  it.each([
    ['goes on behind the end', (blob: Blob) => { for (;;) blob.read_shift(1); }],
    ['waits for a place that never comes', (blob: Blob) => { while (blob.l !== 77) if (blob.l < 78) blob.l = 78; }],
    ['reads less than no letter', (blob: Blob) => blob.read_shift(-3, 'sbcs-cont')],
    ['reads letters of no number', (blob: Blob) => blob.read_shift(NaN, 'cpstr')],
    ['reads four billion letters', (blob: Blob) => blob.read_shift(0xffffffff, 'dbcs')],
  ])('throws where it %s', (_what, round) => {
    expect(() => withBoundedReads(100, () => round(prepared(100)))).toThrow(RangeError);
  }); // prettier-ignore

  it('leaves arrays of bytes as they were', () => {
    expect(() => withBoundedReads(1, () => { throw new Error('broken'); })).toThrow('broken'); // prettier-ignore
    expect('l' in new Uint8Array(1) || 'read_shift' in new Uint8Array(1)).toBe(false);
  });
});

describe('chainsEnd', () => {
  const { bytes } = ownSeeds().find(({ format }) => format === 'xls')!;

  it('is true of a whole workbook', () => {
    expect(chainsEnd(bytes)).toBe(true);
  });

  it('is false where a sector leads back to itself, and where nothing of the file is there', () => {
    const view = new DataView(bytes.slice().buffer);
    const table = (view.getUint32(0x4c, true) + 1) * 512;
    view.setUint32(table + 4 * 3, 3, true);
    expect(chainsEnd(new Uint8Array(view.buffer))).toBe(false);
    expect(chainsEnd(bytes.subarray(0, 100))).toBe(false);
  });
});
