import { describe, expect, it } from 'vitest';
import { storedFindings } from '../../../src/engine/insight/stored-findings';
import { errorText } from '../../../src/ui/text/errors';
import { findingText } from '../../../src/ui/text/findings';

describe('errorText of a columnar file', () => {
  it.each([
    [
      'unknown-codec',
      'parquet',
      'shop.db is packed with lzo, which Tessera cannot unpack. Save it with snappy, zstd or gzip, and choose it again.',
    ],
    ['encrypted', 'parquet', /^shop\.db is encrypted\. Save it without encryption/],
    ['damaged', 'parquet', /^shop\.db begins as a Parquet file does, but the rest is damaged or missing\./],
    ['damaged', 'sqlite', /^shop\.db begins as an SQLite file does, but the rest is damaged or missing\./],
    [
      'not-sqlite',
      undefined,
      /^shop\.db is no SQLite database, or an encrypted one\. Save it without a password/,
    ],
    ['no-tables', 'sqlite', /^shop\.db is an SQLite database without any table\./],
    ['wal-only', 'sqlite', /whose tables lie in the file beside it that ends in -wal\. Close the program/],
    ['no-such-sheet', 'sqlite', /^shop\.db has no table named 'May', and more than one other\./],
  ])('says what to do about %s of %s', (reason, format, sentence) => {
    const details = { file: 'shop.db', reason, codec: 'lzo', sheet: 'May', ...(format && { format }) };
    expect(errorText({ code: 'unreadable-file', details, step: null }).sentence).toMatch(sentence);
  });
});

describe('findingText of a database', () => {
  it('says what may be missing from it', () => {
    const found = storedFindings({
      format: 'sqlite',
      codecs: [],
      rewritten: [],
      leftOut: [],
      wal: true,
      faults: 2,
    }).filter(({ count }) => count > 0);
    expect(found.map((one) => [one.count, findingText(one).sentence])).toEqual([
      [2, 'faults in how the table is stored'],
      [1, 'file beside this one, ending in -wal, may hold newer rows'],
    ]);
  });
});
