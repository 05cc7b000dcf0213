import { describe, expect, it } from 'vitest';
import { sniffEncoding } from '../../../src/engine/files/sniff-encoding';
import samples from '../../expectations/encoded-names.json';

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

describe('sniffEncoding', () => {
  it.each(samples.map(({ label, base64, text }) => [label, text.split('\n')[1]!, base64]))(
    'reads %s: %s',
    (label, _line, base64) => {
      const bytes = bytesOf(base64);
      const { encoding, why, tried } = sniffEncoding(bytes, true);
      expect([encoding, why]).toEqual([label, 'letters']);
      expect(tried[0]!.score).toBeGreaterThanOrEqual(tried[1]!.score - 0.1);
    },
  );

  it.each([
    ['utf-8', 'mark', [0xef, 0xbb, 0xbf, 0x61]],
    ['utf-16le', 'mark', [0xff, 0xfe, 0x61, 0]],
    ['utf-16be', 'mark', [0xfe, 0xff, 0, 0x61]],
    ['utf-16le', 'pairs', [0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0]],
    ['utf-16be', 'pairs', [0, 0x61, 0, 0x2c, 0, 0x62, 0, 0x0a]],
    ['utf-8', 'ascii', [0x61, 0x2c, 0x62]],
    ['utf-8', 'valid', [0x61, 0xc3, 0xa9]],
  ])('takes %s by %s', (encoding, why, bytes) => {
    expect(sniffEncoding(Uint8Array.from(bytes), true)).toMatchObject({ encoding, why });
  });

  it('knows UTF-16 without a mark by its line ends and blanks in any script', () => {
    const text = 'Имя,Город\nИван Петров,Москва\nАнна,Казань\n';
    const little = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
    expect(sniffEncoding(little, true).encoding).toBe('utf-16le');
    const big = Uint8Array.from(little, (_, at) => little[at ^ 1]!);
    expect(sniffEncoding(big, true).encoding).toBe('utf-16be');
  });

  it('is not led by a letter that stands alone', () => {
    // In windows-1250 and others the pound sign is a letter.
    const bytes = Uint8Array.from([...'cost (_),25\n'].map((c) => (c === '_' ? 0xa3 : c.charCodeAt(0))));
    expect(sniffEncoding(bytes, true).encoding).toBe('windows-1252');
  });
});
