import { beforeAll, describe, expect, it } from 'vitest';
import { useLocale } from '../../../src/ui/text/format';
import { roomSentence, sessionSize } from '../../../src/ui/text/sessions';
import type { SessionInfo } from '../../../src/workers/api';

beforeAll(() => useLocale('en-GB'));

const INFO: SessionInfo = {
  id: 'a',
  name: 'Orders',
  file: 'orders.csv',
  bytes: 1_200_000,
  rows: 18_154,
  columns: 7,
  segments: 4,
  changed: 0,
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('sizes of stored work', () => {
  it('are said to be those before packing, beside the browser’s own count', () => {
    expect(plain(sessionSize({ ...INFO, stored: 3_700_000 }))).toBe(
      '18,154 rows × 7 columns · 3.7 MB before packing, on this device',
    );
    expect(plain(roomSentence(3_100_000, 10_700_000_000))).toBe(
      'The browser may pack what it stores: it counts 3.1 MB for all of Tessera, itself included; 10.7 GB are free.',
    );
  });

  it('are those of the file where no other is known', () => {
    expect(plain(sessionSize(INFO))).toBe('18,154 rows × 7 columns · 1.2 MB');
  });
});
