import { describe, expect, it } from 'vitest';
import type { EffectCell } from '../../../src/engine/index';
import { evenCellWords } from '../../../src/ui/text/even-cells';
import { useLocale } from '../../../src/ui/text/format';

useLocale('en-GB');
const numbers = (...values: (number | null)[]): EffectCell[] =>
  values.map((value) => ({ kind: 'number', value }) as EffectCell);
const said = (cells: EffectCell[], unit: string | null = null) => cells.map(evenCellWords(cells, unit));

describe('cells below one another', () => {
  it('have as many decimals each, and their unit', () => {
    expect(said(numbers(34.3, 8.5, 38.31))).toEqual(['34.30', '8.50', '38.31']);
    expect(said(numbers(34.3, null, -8), '€')).toEqual(['€34.3', '', '−€8.0']);
    expect(said(numbers(0.1, 0.25), '%')).toEqual(['10\u00a0%', '25\u00a0%']);
    expect(said(numbers(1 / 3, 2))).toEqual(['0.333333', '2.000000']);
    expect(said(numbers(12_000, 3))).toEqual(['12,000', '3']);
  });

  it('are written as ever where they are years, texts or beyond measure', () => {
    expect(said(numbers(1999, 2004))).toEqual(['1999', '2004']);
    expect(said([{ kind: 'text', value: 'a' } as EffectCell])).toEqual(['a']);
    expect(said(numbers(1e300, 0.5))[1]).toBe('0.5');
  });
});
