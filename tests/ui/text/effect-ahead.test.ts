import { beforeAll, describe, expect, it } from 'vitest';
import type { RecipeFault, StepEffect } from '../../../src/engine/index';
import { belowSaid, movedSaid, withoutSaid } from '../../../src/ui/text/below';
import { cellWords, effectSentences, examplesSaid, sampleSaid } from '../../../src/ui/text/effect-ahead';
import { useLocale } from '../../../src/ui/text/format';

beforeAll(() => useLocale('en-GB'));

const NOTHING: StepEffect = {
  op: 'any',
  describe: '',
  sample: null,
  rows: { before: 401_604, after: 401_604, dropped: 0, added: 0, reordered: false },
  followed: true,
  changed: [],
  columns: { added: [], removed: [], renamed: [], reordered: false },
  counts: {},
  notes: [],
  cells: [],
  dropped: [],
  below: { faults: [], uses: [] },
};
const text = (column: string, cells: number, blanked = 0) =>
  ({ column, from: 'text', to: 'text', cells, blanked }) as const;
const say = (change: Partial<StepEffect>) => effectSentences({ ...NOTHING, ...change });

describe('the effect of a step in words', () => {
  it('counts cells of one column, and of several', () => {
    expect(say({ changed: [text('Description', 85_151)] })).toEqual([
      '85,151 of 401,604 cells would change.',
    ]);
    expect(say({ changed: [text('a', 1), text('b', 7, 2), text('c', 3), text('d', 2)] })).toEqual([
      '13 cells would change: 7 in b, 3 in c, 2 in d and the rest in 1 column. 2 would be blank.',
    ]);
  });

  it('says what is not valid and has no standard form', () => {
    const examples = ['Channel Islands', 'Unspecified'].map((value, row) => ({ column: 'c', row, value }));
    expect(say({ op: 'standardise', counts: { changed: 0, failed: 1204 }, examples })).toEqual([
      'Nothing would change.',
      '1,204 cells are not valid, such as ‘Channel Islands’ and ‘Unspecified’.',
    ]);
  });

  it('counts rows that go, come and change places', () => {
    const rows = { before: 541_909, after: 536_643, dropped: 5268, added: 2, reordered: true };
    expect(say({ rows })).toEqual([
      '5,268 of 541,909 rows would go.',
      '2 rows would be added.',
      'Rows would stand in another order.',
    ]);
  });

  it('says what is read as another kind, and what cannot be', () => {
    const changed = [{ column: 'id', from: 'text', to: 'number', cells: 4, blanked: 1 } as const];
    expect(say({ changed })).toEqual([
      'id would hold numbers: 3 cells are read, 1 cannot be and becomes blank.',
    ]);
  });

  it('names columns that come, go and are called otherwise', () => {
    const columns = {
      added: ['a', 'b'],
      removed: ['c', 'd', 'e', 'f', 'g'],
      renamed: [['x', 'y'] as const],
      reordered: false,
    };
    expect(say({ columns })).toEqual([
      'x would be called y.',
      'a and b would be new columns.',
      'c, d, e and 2 more would be gone.',
    ]);
  });

  it('says so where nothing changes, or rows become something else', () => {
    expect(say({})).toEqual(['Nothing would change.']);
    const rows = { ...NOTHING.rows, after: 4339 };
    expect(say({ followed: false, rows })).toEqual(['401,604 rows would become 4,339.']);
  });

  it('says what a sample and its examples are', () => {
    expect(sampleSaid(20_000, 2e6)).toBe('In a sample of 20,000 rows; all 2,000,000 are being counted.');
    expect([examplesSaid(10, 85_151), examplesSaid(3, 3), examplesSaid(1, 1)]).toEqual([
      'Ten of them:',
      'These:',
      'It is this:',
    ]);
    const said = cellWords([]);
    expect(said({ kind: 'date', value: 0, hasTime: true })).toBe('1 Jan 1970 00:00');
    expect(said({ kind: 'number', value: -2.5 })).toBe('−2.5');
    expect(said({ kind: 'text', value: null })).toBe('');
  });

  it('writes years as years where all numbers of a column are', () => {
    const numbers = (...values: number[]) => values.map((value) => ({ kind: 'number' as const, value }));
    const [born, spent] = [numbers(1893, 1900), numbers(1893, 12)];
    expect([cellWords([...born, null])(born[0]!), cellWords(spent)(spent[0]!)]).toEqual(['1893', '1,893']);
  });
});

describe('what a change means for the steps below', () => {
  const below = (change: Partial<StepEffect>, segments = true) =>
    belowSaid({ ...NOTHING, ...change }, 4, segments);
  const fault = (step: number, code: RecipeFault['code'], details: RecipeFault['details']): RecipeFault => ({
    step,
    code,
    details,
  });

  it('says that segments stay where no step uses what changes', () => {
    expect(below({ changed: [text('Description', 1)] })).toEqual({
      is: 'fine',
      sentence: 'The segments stay as they are: no step below uses Description.',
    });
    expect(below({ changed: [text('Description', 1)] }, false)?.sentence).toBe(
      'No step below uses Description.',
    );
    expect(belowSaid(NOTHING, 0, false)).toBeNull();
  });

  it('names the steps that use it, by their numbers in the recipe', () => {
    const uses = [
      { step: 1, columns: ['id'] },
      { step: 4, columns: ['id', 'day'] },
    ];
    expect(below({ below: { faults: [], uses } })).toEqual({
      is: 'again',
      sentence: 'Steps 3 and 6 use id and day. The segments would be found again.',
    });
    const rows = { ...NOTHING.rows, dropped: 3 };
    expect(below({ rows })?.sentence).toBe(
      'Other rows would reach the steps below. The segments would be found again.',
    );
  });

  it('names the step that breaks', () => {
    const faults = [
      fault(4, 'missing-column', { column: 'Description' }),
      fault(5, 'missing-column', { column: 'id' }),
    ];
    const columns = { ...NOTHING.columns, removed: ['Description'] };
    expect(below({ columns, below: { faults, uses: [] } })).toEqual({
      is: 'broken',
      sentence: 'Two steps could not run:',
      lines: [
        'Step 6 uses Description, which this step takes away.',
        'Step 7 uses id, which would not be there.',
      ],
    });
    const kinds = [fault(4, 'wrong-kind', { column: 'spent', kind: 'text', needed: 'number' })];
    expect(below({ below: { faults: kinds, uses: [] } })?.sentence).toBe(
      'Step 6 needs numbers in spent, which would hold words.',
    );
  });

  it('says what a step is needed for, and why it cannot move', () => {
    const gone = [fault(2, 'missing-column', { column: 'day' })];
    expect(withoutSaid(gone, 1)?.sentence).toBe('Needed below: step 5 uses day, which this step makes.');
    expect(withoutSaid([], 1)).toBeNull();
    expect(withoutSaid(gone, 1, [fault(3, 'missing-column', { column: 'month' })])).toBeNull();
    expect(movedSaid(gone, 'down')).toBe('It cannot move down: step 4 uses day, which would not be there.');
  });

  it('lists all that could not run without a step, each with the step it hangs on', () => {
    const gone = [
      fault(2, 'missing-column', { column: 'day' }),
      { ...fault(4, 'missing-column', { column: 'week' }), because: 2 },
      { ...fault(6, 'wrong-grain', { grain: 'orders', needed: 'customers' }), because: 4 },
    ];
    expect(withoutSaid(gone, 1)).toEqual({
      sentence: 'Without it three steps could not run:',
      lines: [
        'Step 5 uses day, which this step makes.',
        'Step 7 uses week, which step 5 makes.',
        'Step 9 needs one row per customer, which step 7 makes.',
      ],
    });
    expect(movedSaid(gone, 'up')).toBe(
      'It cannot move up: step 4 uses day, which would not be there, and 2 more steps could not run.',
    );
  });
});

describe('cells of rows that are made', () => {
  const cell = (value: number) => ({ kind: 'number', value }) as const;
  const values = [1234.56789, 12.3456789, 0.000123456, -3.14159, 0, 541_909];

  it('have four figures, and all of what is before the point', () => {
    const of = values.map(cell);
    expect(of.map(cellWords(of, true))).toEqual(['1,235', '12.35', '0.000123', '−3.142', '0', '541,909']);
    expect(cellWords(of)(cell(12.3456789))).toBe('12.345679');
  });
});
