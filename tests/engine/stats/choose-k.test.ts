import { describe, expect, it } from 'vitest';
import { chooseK } from '../../../src/engine/stats/choose-k';

const inertias = [100, 70, 40, 10, 8, 6, 4];
const tried = (overlaps: (number | null)[]) =>
  inertias.map((inertia, i) => ({ k: i + 1, inertia, overlap: overlaps[i]! }));

describe('chooseK', () => {
  it('takes the elbow where all segments hold', () => {
    expect(chooseK(tried([null, 0.9, 0.8, 0.75, 0.9, 0.9, 0.9]))).toEqual({
      k: 4,
      elbow: 4,
      chosenBy: 'elbow',
    });
  });

  it('steps down to the largest number that holds', () => {
    expect(chooseK(tried([null, 0.9, 0.8, 0.74, 0.9, 0.9, 0.9]))).toEqual({
      k: 3,
      elbow: 4,
      chosenBy: 'stability',
    });
    expect(chooseK(tried([null, 0.9, 0.6, 0.6, 0.9, 0.9, 0.9]))).toEqual({
      k: 2,
      elbow: 4,
      chosenBy: 'stability',
    });
  });

  it('says that there are none where nothing holds', () => {
    expect(chooseK(tried([null, 0.7, 0.6, 0.5, 0.9, 0.9, 0.9]))).toEqual({
      k: 1,
      elbow: 4,
      chosenBy: 'none',
    });
  });

  it('says that there are none where the curve does not bend', () => {
    const straight = [4, 3, 2, 1].map((inertia, i) => ({ k: i + 1, inertia, overlap: 0.9 }));
    expect(chooseK(straight)).toEqual({ k: 1, elbow: null, chosenBy: 'none' });
    expect(chooseK([{ k: 1, inertia: 0, overlap: null }])).toEqual({ k: 1, elbow: null, chosenBy: 'none' });
  });
});
