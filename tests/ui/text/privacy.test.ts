import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  inAllWords,
  policyLines,
  removalWords,
  selfTestRows,
  selfTestVerdict,
  STORED,
  workSize,
} from '../../../src/ui/text/privacy';
import type { SelfTest } from '../../../src/workers/self-test/self-test';

const policy = (
  JSON.parse(readFileSync(new URL('../../../src/policy.json', import.meta.url), 'utf8')) as { page: string }
).page;

const tested = (refused: boolean): SelfTest => ({
  page: [
    { way: 'fetch', refused },
    { way: 'image', refused: true },
  ],
  worker: [{ way: 'fetch', refused: true }],
  nested: [{ way: 'fetch', refused: true }],
});

describe('the content policy in words', () => {
  it('says of each directive of the page what it is about and what it allows', () => {
    const lines = policyLines(policy);
    expect(lines).toHaveLength(policy.split(';').length);
    expect(lines.find(({ directive }) => directive === 'connect-src')).toMatchObject({
      allowed: 'this address',
      written: "'self'",
    });
    expect(lines.filter(({ about, directive }) => about === directive)).toEqual([]);
  });

  it('leaves a source it has no word for as it is written', () => {
    expect(policyLines('connect-src https://other.example')).toMatchObject([
      { allowed: 'https://other.example' },
    ]);
  });
});

describe('the self-test in words', () => {
  it('is content only where every attempt was refused', () => {
    expect(selfTestVerdict(tested(true))).toEqual({
      ok: true,
      text: 'All 4 attempts were refused by this browser.',
    });
    expect(selfTestVerdict(tested(false))).toMatchObject({ ok: false });
    expect(selfTestVerdict(tested(false)).text).toContain('1 of 4');
  });

  it('has a row for each way and nothing where a way does not exist', () => {
    expect(selfTestRows(tested(false))).toEqual([
      { way: 'fetch', refused: [false, true, true] },
      { way: 'image', refused: [true, null, null] },
    ]);
  });
});

describe('what is said to be stored', () => {
  it('names all that a stored session holds', () => {
    for (const kept of ['table', 'recipe', 'segments', 'lists', 'campaigns', 'AI'])
      expect(STORED.work).toContain(kept);
  });

  it('has a size, the one before packing, where all sessions have one', () => {
    expect(workSize([{ stored: 3_000_000 }, { stored: 700_000 }])).toMatch(/^, 3\.7.MB before packing,$/);
    expect(workSize([{ stored: 3_000_000 }, {}])).toBe('');
    expect(inAllWords(3_100_000, null)).toMatch(/^3\.1.MB, as it counts them; what it packs counts packed$/);
  });
});

describe('what is asked before everything is removed', () => {
  const all = { sessions: 2, groups: 1, keys: 'for OpenAI', sharing: true, waiting: 3 };

  it('names what goes, item by item', () => {
    expect(removalWords(all).goes).toEqual([
      `Your work: 2 sessions ${STORED.work}`,
      'The steps you kept: 1 group',
      'Keys for an AI: for OpenAI',
      'Files that were shared and not opened: 3',
      'Settings: light or dark goes by the system again, and files that other apps share are refused',
    ]);
  });

  it('names nothing that is not there, and says that the app itself stays', () => {
    const none = { sessions: 0, groups: 0, keys: null, sharing: false, waiting: 0 };
    expect(removalWords(none).goes).toEqual(['Settings: light or dark goes by the system again']);
    expect(removalWords(none).stays).toContain('app’s own files stay too, with the service worker');
  });
});
