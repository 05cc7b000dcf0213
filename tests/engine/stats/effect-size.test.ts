import { describe, expect, it } from 'vitest';
import { cohensD, shareDifference, type GroupMoments } from '../../../src/engine/stats/effect-size';
import expected from '../../expectations/segments/effects.json';
import iris from '../../expectations/segments/iris.json';

type Species = keyof typeof expected.means;
type Column = keyof (typeof expected.means)[Species];
const SPECIES = Object.keys(expected.means) as Species[];
const COLUMNS = Object.keys(iris.columns) as Column[];

function momentsOf(values: readonly number[]): GroupMoments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    count: values.length,
    mean,
    squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  };
}
const of = (species: Species, column: Column) => {
  const inside = iris.columns[column].filter((_, row) => iris.species[row] === species);
  const outside = iris.columns[column].filter((_, row) => iris.species[row] !== species);
  return cohensD(momentsOf(inside), momentsOf(outside))!;
};

describe('cohensD', () => {
  const cases = SPECIES.flatMap((species) => COLUMNS.map((column) => [species, column] as const));

  it.each(cases)('equals R for %s, %s', (species, column) => {
    const found = of(species, column);
    const wanted = expected.means[species][column];
    expect(found.value).toBeCloseTo(wanted.value, 11);
    expect(found.low).toBeCloseTo(wanted.low, 11);
    expect(found.high).toBeCloseTo(wanted.high, 11);
    // The interval by the non-central t distribution.
    expect(Math.abs(found.low - wanted.exactLow)).toBeLessThan(0.02);
    expect(Math.abs(found.high - wanted.exactHigh)).toBeLessThan(0.02);
  });

  it('turns its sign with the groups', () => {
    const [one, other] = [momentsOf([1, 2, 4]), momentsOf([5, 6, 9, 11])];
    const [there, back] = [cohensD(one, other)!, cohensD(other, one)!];
    expect([back.value, back.low, back.high]).toEqual([-there.value, -there.high, -there.low]);
  });

  it('says nothing of one value, or where nothing varies within the groups', () => {
    const some = momentsOf([1, 2, 3]);
    expect(cohensD(momentsOf([4]), some)).toBeNull();
    expect(cohensD(momentsOf([]), some)).toBeNull();
    expect(cohensD(momentsOf([0.1, 0.1, 0.1]), momentsOf([0.3, 0.3]))).toBeNull();
  });
});

describe('shareDifference', () => {
  it.each(expected.shares)('equals Newcombe’s interval by R for $of', ({ of: counts, ...wanted }) => {
    const [x, n, y, m] = counts as [number, number, number, number];
    const found = shareDifference(x, n, y, m)!;
    expect(found.value).toBeCloseTo(wanted.value, 12);
    expect(found.low).toBeCloseTo(wanted.low, 11);
    expect(found.high).toBeCloseTo(wanted.high, 11);
  });

  it('says nothing of an empty group', () => {
    expect(shareDifference(0, 0, 1, 2)).toBeNull();
    expect(shareDifference(1, 2, 0, 0)).toBeNull();
  });
});
