import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyOf, sampledFiles } from '../../../src/ui/state/too-much';
import { tooMuchLabel, tooMuchSentence } from '../../../src/ui/text/reading';

const MB = 1e6;
/** Room for a table of 1.2 GB, as where the browser says nothing of the device. */
const onAnyDevice = () => vi.stubGlobal('navigator', {});
const file = (name: string) => new File([], name);

afterEach(() => void vi.unstubAllGlobals());

describe('everyOf', () => {
  it('reads all that fits beside what is open', () => {
    onAnyDevice();
    expect(everyOf({ bytes: [500 * MB, 600 * MB], open: 0, sample: null })).toBe(1);
    expect(everyOf({ bytes: [500 * MB], open: 700 * MB, sample: null })).toBe(1);
  });

  it('leaves room for what is open, and some where nothing is left', () => {
    onAnyDevice();
    expect(everyOf({ bytes: [1200 * MB, 1200 * MB], open: 0, sample: null })).toBe(2);
    expect(everyOf({ bytes: [1200 * MB, 1200 * MB], open: 600 * MB, sample: null })).toBe(4);
    expect(everyOf({ bytes: [600 * MB], open: 1500 * MB, sample: null })).toBe(10);
  });

  it('reads no more customers than a sample that is open has', () => {
    onAnyDevice();
    const sample = { every: 5, by: 'id' };
    expect(everyOf({ bytes: [1 * MB], open: 100 * MB, sample })).toBe(5);
    expect(everyOf({ bytes: [2400 * MB], open: 0, sample: { every: 2 } })).toBe(2);
    expect(everyOf({ bytes: [4800 * MB], open: 0, sample: { every: 2 } })).toBe(4);
  });
});

describe('sampledFiles', () => {
  const files = ['orders.csv', 'people.csv', 'notes.csv'].map(file);

  it('goes by the customer of each file, and reads small ones whole', () => {
    const weighed = { bytes: [900 * MB, 0, 900 * MB], open: 0, sample: null };
    const found = sampledFiles(files, weighed, 2, ['customer', 'id', null]);
    expect(found.map(({ options }) => options)).toEqual([
      { sample: { every: 2, by: 'customer' } },
      {},
      { sample: { every: 2 } },
    ]);
  });

  it('takes of small ones too only the customers of a sample that is open', () => {
    const weighed = { bytes: [0, 0, 0], open: 10 * MB, sample: { every: 3, by: 'customer' } };
    const found = sampledFiles(files, weighed, 3, ['customer', 'id', null]);
    expect(found.map(({ options }) => options)).toEqual([
      { sample: { every: 3, by: 'customer' } },
      { sample: { every: 3, by: 'id' } },
      {},
    ]);
  });
});

describe('tooMuchSentence', () => {
  const asked = {
    files: ['jan.csv', 'feb.csv'].map(file),
    sampled: [],
    expectedBytes: 3.1e9,
    room: 1.2e9,
    every: 3,
    fits: false,
  };

  it('says what the files would take together and what fits', () => {
    expect(tooMuchSentence(asked, '')).toBe(
      'jan.csv and feb.csv would take about 3.1\u00a0GB of memory put together; this tab works well up to about 1.2\u00a0GB. One customer in 3 fits, with all rows of each: always the same ones, in every file.',
    );
    expect(tooMuchLabel(asked)).toBe('Read one customer in 3');
  });

  it('names the files of which rows are read at random', () => {
    const sampled = [{ file: file('feb.csv'), options: { sample: { every: 3 } } }];
    expect(tooMuchSentence({ ...asked, sampled }, '')).toMatch(
      /feb\.csv names no customer: one row in 3 is read\.$/,
    );
  });

  it('says that what is open is a sample', () => {
    expect(tooMuchSentence({ ...asked, fits: true }, 'orders.csv')).toBe(
      'orders.csv is open as a sample: one customer in 3. Of jan.csv and feb.csv the same customers can be read.',
    );
  });
});
