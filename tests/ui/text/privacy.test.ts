import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyLines, selfTestRows, selfTestVerdict, STORED } from '../../../src/ui/text/privacy';
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
});
