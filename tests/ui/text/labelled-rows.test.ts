import { describe, expect, it } from 'vitest';
import { addedSaid, cellsSaid, moreColumns, setAsideSaid } from '../../../src/ui/text/labelled-rows';

const READ = { format: 'csv', encoding: 'utf-8', guard: false, stored: false } as const;

describe('cells of a labelled file', () => {
  it('are exactly as they were read where nothing changes them', () => {
    expect(cellsSaid(READ)).toBe('cells exactly as they were read');
    expect(cellsSaid({ ...READ, encoding: 'utf-8-bom' })).toBe('cells exactly as they were read');
  });

  it('are not called so where formulas are made harmless or letters are lost', () => {
    expect(cellsSaid({ ...READ, guard: true })).toBe(
      'cells as they were read, but those that begin like a formula get an apostrophe in front',
    );
    expect(cellsSaid({ ...READ, guard: true, encoding: 'windows-1252' })).toBe(
      'cells as they were read, but those that begin like a formula get an apostrophe in front and characters that windows-1252 does not have become question marks',
    );
  });

  it('have kinds in other formats, whatever was chosen for CSV', () =>
    expect(cellsSaid({ ...READ, format: 'xlsx', guard: true })).toBe('cells with their kinds'));
});

it('names the columns as they are in the file, and counts them', () => {
  const names = ['tessera_segment_id', 'tessera_segment'];
  expect(moreColumns(2)).toBe('Your file with two columns more');
  expect(addedSaid(names)).toBe('with tessera_segment_id and tessera_segment');
  expect(setAsideSaid(names)).toBe('Rows of customers who were set aside keep these two blank.');
  expect(addedSaid([])).toBe('without its segment');
  expect(setAsideSaid([])).toBe('');
});
