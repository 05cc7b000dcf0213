import { describe, expect, it } from 'vitest';
import { chartCsv } from '../../../src/ui/charts/chart-table';

const table = (rows: (string | number | null)[][]) => ({
  columns: [
    { label: 'Segment', numeric: false },
    { label: 'Share, of all', numeric: true },
  ],
  rows,
  shown: [],
});

describe('chartCsv', () => {
  it('writes numbers in full and quotes what needs it', () => {
    expect(chartCsv(table([['At risk, big', 0.175_845_240_838_903_2]]))).toBe(
      'Segment,"Share, of all"\r\n"At risk, big",0.1758452408389032\r\n',
    );
  });

  it('leaves blanks empty', () => {
    expect(chartCsv(table([['A', null]]))).toContain('\r\nA,\r\n');
  });

  it('keeps a name from becoming a formula, and a negative number a number', () => {
    expect(chartCsv(table([['=1+1', -5]]))).toContain("'=1+1,-5");
  });
});
