import { describe, expect, it } from 'vitest';
import type { FilesPlan, JoinPlan } from '../../../src/engine/index';
import {
  appendSentence,
  differences,
  matchSentence,
  settledLines,
  togetherButton,
  togetherTitle,
  unmatchedLines,
  unrelatedSentence,
} from '../../../src/ui/text/several';

const file = (name: string, rows: number) => ({ name, rows, columns: [], settled: [] });
const files = [file('oct.csv', 70), file('nov.csv', 30), file('people.csv', 9)];
const column = (name: string, ...from: (string | null)[]) => ({
  name,
  kind: 'text' as const,
  blank: false,
  from,
  kinds: [],
});
const months: FilesPlan = {
  first: {
    files: [0, 1],
    rows: [70, 30],
    renamed: [],
    columns: [column('id', 'id', 'ID'), column('shop', 'shop', null)],
  },
  joins: [],
  unrelated: [],
};
const side = { keys: 8, matched: 8, rows: 70, matchedRows: 70, blank: 0, repeated: 0, unmatched: [] };
const join: JoinPlan = {
  file: 2,
  left: 'customer_id',
  right: 'customer_id',
  of: 'customer',
  matching: 'exact',
  how: 'left',
  columns: [],
  match: { left: side, right: { ...side, keys: 9, rows: 9, matchedRows: 8, unmatched: ['C8'] } },
};
const one: FilesPlan['first'] = { files: [0], rows: [70], renamed: [], columns: [column('id', 'id')] };

describe('the words for several files', () => {
  it('say which dates another file settles', () => {
    const dates = [{ column: 'day', format: 'MM/DD/YYYY', like: 'oct.csv' }];
    expect(settledLines([files[0]!, { ...files[1]!, settled: dates }])).toEqual([
      'day in nov.csv could be read day or month first. It is read month first, as in oct.csv.',
    ]);
  });

  it('say that files are read as one, and what differs', () => {
    expect(togetherTitle(files, months)).toBe('2 files of the same shape');
    expect(appendSentence(files, months.first)).toBe(
      'oct.csv and nov.csv have nearly the same columns. They are read as one: 100 rows.',
    );
    expect(differences(files, months.first)).toEqual([
      'id is called ID in nov.csv.',
      'shop is not in nov.csv: blank there.',
    ]);
    expect(
      differences(files, {
        ...months.first,
        columns: [{ ...column('n', 'n', 'n'), kinds: ['number', 'text'] }],
      }),
    ).toEqual(['n is read as words, for the files differ in what it holds.']);
    expect(togetherButton(files, months)).toBe('Read them as one');
  });

  it('say how many match, and what does not on either side', () => {
    const plan = { first: one, joins: [join], unrelated: [] };
    expect(togetherTitle(files, plan)).toBe('oct.csv and people.csv share customer_id');
    expect(matchSentence(join).replaceAll('\u00a0', ' ')).toBe('8 of 8 customers match (100.0 %).');
    expect(unmatchedLines(files, 'oct.csv', join)).toEqual([
      'Each customer of oct.csv is in people.csv.',
      '1 of people.csv has no row in oct.csv (C8).',
    ]);
    const lost = { ...side, matched: 3, matchedRows: 40, blank: 1, unmatched: ['A', 'B', 'C', 'D', 'E'] };
    const worse: JoinPlan = {
      ...join,
      of: null,
      matching: 'alike',
      match: { left: lost, right: { ...side, repeated: 2 } },
    };
    expect(unmatchedLines(files, 'oct.csv', worse)).toEqual([
      '5 values of oct.csv are not in people.csv (A, B, C …): 30 rows.',
      'Each value of people.csv has a row in oct.csv.',
      '1 row of oct.csv has no customer_id.',
      '2 stand more than once in people.csv: the first row is taken.',
      'They are written differently: case, blanks at the ends and a trailing .0 do not count.',
    ]);
    expect(togetherButton(files, plan)).toBe('Put them together');
  });

  it('say why a file is left out', () => {
    const plan: FilesPlan = { first: one, joins: [], unrelated: [] };
    expect(togetherTitle(files, plan)).toBe('These files do not go together');
    expect(unrelatedSentence(files, 'oct.csv', { file: 2, reason: 'nothing-in-common', column: null })).toBe(
      'people.csv has neither the columns of oct.csv nor one in common that names its rows. It is left out.',
    );
    expect(unrelatedSentence(files, 'oct.csv', { file: 2, reason: 'repeats', column: 'id' })).toContain(
      'people.csv shares id with oct.csv, but it repeats in both',
    );
    expect(togetherButton(files, plan)).toBe('Open oct.csv alone');
  });
});
