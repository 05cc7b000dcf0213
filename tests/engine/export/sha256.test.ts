import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256, sha256Of } from '../../../src/engine/export/sha256';

/** FIPS 180-4 examples and the byte-oriented vectors of NIST's CAVP (SHA256ShortMsg, SHA256LongMsg ideas). */
const NIST: readonly (readonly [string, string])[] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];

describe('sha256', () => {
  it.each(NIST)('equals the vectors of NIST (%#)', (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  it('equals the vector of an e-mail address', () => {
    expect(sha256('test@example.com')).toBe(
      '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b',
    );
  });

  it('equals what Node says of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256Of(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('equals what Node says of texts of any script, where a block ends and begins', () => {
    const texts = Array.from({ length: 140 }, (_, length) => 'ä'.repeat(length));
    expect(texts.map(sha256)).toEqual(texts.map((text) => createHash('sha256').update(text).digest('hex')));
  });
});
