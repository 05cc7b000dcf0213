import { describe, expect, it } from 'vitest';
import { cycleTest, twoWay } from '../../../src/engine/stats/cycle';
import { friedman } from '../../../src/engine/stats/friedman';
import expectations from '../../expectations/explore/cycle.json';

describe('places of a cycle', () => {
  it.each(Object.entries(expectations))('are tested as R does: %s', (_, { rounds, agreement, rankF, f }) => {
    expect(friedman(rounds)!.agreement).toBeCloseTo(agreement, 12);
    expect(friedman(rounds)!.f).toBeCloseTo(rankF, 10);
    expect(twoWay(rounds).f / f).toBeCloseTo(1, 10);
    expect(cycleTest(rounds)!.f).toBe(Math.max(friedman(rounds)!.f, twoWay(rounds).f));
  });

  it('say nothing where nothing differs, and all where all rounds are the same', () => {
    expect(
      cycleTest([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(cycleTest([[1, 2, 3]])).toBeNull();
    expect(cycleTest([])).toBeNull();
    expect(
      cycleTest([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toEqual({ f: Infinity, strength: 1 });
  });
});
