import { beforeAll, expect, it } from 'vitest';
import { useLocale } from '../../../src/ui/text/format';
import { notesTogether, saidOfFile } from '../../../src/ui/text/written-files';

beforeAll(() => useLocale('en-GB'));
const NONE = { guarded: 0, unfit: 0, cut: 0, sheets: 0 };

it('says nothing of a file that is as expected', () => expect(saidOfFile(NONE)).toEqual([]));

it('says what was made of cells', () => {
  expect(saidOfFile({ guarded: 12, unfit: 1, cut: 2, sheets: 3 })).toEqual([
    '12 cells began like a formula and have an apostrophe in front.',
    '1 character is not in windows-1252 and stands as a question mark.',
    '2 texts were longer than a cell can be and were cut at 32,767 characters.',
    'A sheet holds 1,048,576 rows: they go on in 3 sheets.',
  ]);
});

it('says it of several files as of one', () => {
  expect(
    notesTogether([
      { ...NONE, guarded: 1, sheets: 2 },
      { ...NONE, guarded: 2 },
    ]),
  ).toEqual({
    ...NONE,
    guarded: 3,
    sheets: 2,
  });
});
