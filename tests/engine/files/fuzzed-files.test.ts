import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fateOf } from '../../support/fuzz/fate';
import { fuzzedFile } from '../../support/fuzz/fuzzed-file';
import { ownSeeds } from '../../support/fuzz/seed-files';

/** A slice of `npm run fuzz`, which opens 20,000 and measures time and memory too: docs/ROBUSTNESS.md. */
const FILES = 400;

const seeds = ownSeeds();

describe('openTable', () => {
  // SheetJS writes what it does not know to the console.
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => vi.restoreAllMocks());

  it.each(seeds)('opens the whole $name ($format)', async ({ name, bytes }) => {
    expect(await fateOf(name, bytes)).toEqual({ kind: 'opened', what: '' });
  });

  it(
    'opens broken files or refuses them with an EngineError, and comes to an end',
    { timeout: 60_000 },
    async () => {
      for (let at = 0; at < FILES; at++) {
        const { name, how, bytes } = fuzzedFile(seeds, 7, at);
        const { kind, what } = await fateOf(name, bytes);
        if (kind === 'thrown') expect({ at, name, how, what }).toBe('opened or refused');
      }
    },
  );

  it('makes the same broken file of the same seed and number', () => {
    const [one, again, other] = [
      fuzzedFile(seeds, 7, 11),
      fuzzedFile(seeds, 7, 11),
      fuzzedFile(seeds, 8, 11),
    ];
    expect(one).toEqual(again);
    expect(one.bytes).not.toEqual(other.bytes);
  });
});
