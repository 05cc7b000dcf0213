import type { TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { lines } from '../../../src/ui/charts/plain-marks';
import { withoutEmpty } from '../../../src/ui/charts/without-empty';

const spec = (layer: unknown[]) => ({ width: 10, layer }) as unknown as TopLevelSpec;
const line = lines([{ x: 0, y: 0, x2: 1, y2: 1, stroke: 'black' }], 1);

describe('withoutEmpty', () => {
  it('leaves out layers without a mark, and those alone', () => {
    const named = { data: { name: 'later' }, mark: 'rule' };
    expect(withoutEmpty(spec([line, lines([], 1), named]))).toEqual(spec([line, named]));
    const full = spec([line]);
    expect(withoutEmpty(full)).toBe(full);
  });
});
