import { beforeAll, describe, expect, it } from 'vitest';
import { useLocale } from '../../../src/ui/text/format';
import { gainWords, scaleWords, voices, voicesNote } from '../../../src/ui/text/voices';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const silent = orders.runs.map((run) => ({ ...run, overlap: null, silhouette: null }));

describe('voices', () => {
  it('lets the bend, the redraws and the distances speak', () => {
    expect(voices(orders)).toEqual([
      {
        name: 'The bend in the curve',
        says: 'three',
        because: 'A further segment explains at most 7\u00a0% more.',
      },
      {
        name: 'Holds when redrawn',
        says: 'up to five',
        because: 'Weakest overlap 94\u00a0% at three, 82\u00a0% at five.',
      },
      {
        name: 'Distance between groups',
        says: 'two',
        because: 'Silhouette 0.43 at two, 0.33 at three; it favours few.',
      },
    ]);
  });

  it('lets the other measures disagree in view', () => {
    const runs = orders.runs.map((run, i) => ({
      ...run,
      gap: [1.66, 1.63, 1.67][i] ?? 1.7,
      gapError: 0.01,
      calinskiHarabasz: run.k > 1 ? 4000 - 100 * run.k : null,
      daviesBouldin: run.k > 1 ? 1 + run.k / 10 : null,
      smallest: run.k > 4 ? 0.004 : 0.2,
    }));
    expect(voices({ ...orders, runs, gapChoice: 1 }).slice(3)).toEqual([
      {
        name: 'Against an even spread',
        says: 'one',
        because: 'Gap statistic 1.66 at one, 1.67 at three.',
      },
      {
        name: 'Between groups against within',
        says: 'two',
        because: 'Calinski–Harabasz 3,800 at two, 3,700 at three.',
      },
      {
        name: 'Unlike its nearest group',
        says: 'two',
        because: 'Davies–Bouldin 1.20 at two, 1.30 at three; less is better.',
      },
      { name: 'Smallest segment', says: '20\u00a0%', because: 'At least 1\u00a0% each up to four.' },
    ]);
  });

  it('leaves out what was not computed', () => {
    expect(voices({ ...orders, runs: silent }).map(({ name }) => name)).toEqual(['The bend in the curve']);
  });

  it('says that nothing holds', () => {
    const runs = orders.runs.map((run) => ({ ...run, overlap: run.k > 1 ? 0.5 : null }));
    expect(voices({ ...orders, runs })[1]!.says).toBe('none');
  });
});

describe('scaleWords', () => {
  it('explains the marks that are there', () => {
    expect(scaleWords(orders)).toBe('Filled: the bend. Ringed: these hold.');
    expect(scaleWords({ ...orders, elbow: null, runs: silent })).toBe('');
  });
});

describe('gainWords', () => {
  it('says what the finest number that holds would set apart', () => {
    expect(gainWords(orders)).toBe(
      'Five sets apart the best 8\u00a0% of customers, who bring 53\u00a0% of revenue.',
    );
  });
});

describe('voicesNote', () => {
  it('says on how many customers', () => {
    expect(voicesNote(orders)).toMatch(/^Silhouette on a sample of 3,000 customers; overlap is /);
    expect(voicesNote({ ...orders, silhouetteSample: 4339 })).toMatch(/^Silhouette on all 4,339 customers/);
  });
});
