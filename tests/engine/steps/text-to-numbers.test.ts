import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { textToNumbers } from '../../../src/engine/steps/text-to-numbers';
import type { Params, Part } from '../../../src/engine/steps/text-to-numbers/params';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const MEASURES = ['length', 'words', 'digits', 'capitals'] as const;
// pandas 1.5: tests/expectations/combine/combine.py
const PANDAS = JSON.parse(
  readFileSync(new URL('../../expectations/combine/combine.json', import.meta.url), 'utf8'),
) as {
  texts: { cells: string[]; made: Record<string, (number | null)[]> };
  files: { texts: { file: string; column: string; made: Record<string, number> } };
};
const of = (parts: Part[], more: Partial<Params> = {}): Params => ({ column: 't', parts, ...more });
const done = async (params: Params, cells: (string | null)[]) => {
  const made = await learnAndApply(textToNumbers, table({ t: cells }), params);
  const { t: _, ...columns } = cellsOf(made.table);
  return { columns, counts: made.counts };
};

describe('text-to-numbers', () => {
  keepsTheLaws(textToNumbers, {
    params: of(['length', 'contains', 'e-mail-domain'], { find: 'x' }),
    cells: { t: ['a@x.org', null, 'box', ''] },
    says: 'Tell of t: length, whether it contains ‘x’ and e-mail domain',
    reads: ['t'],
    adds: ['t_length', 't_contains_x', 't_domain'],
  });

  it.each(MEASURES)('gives what pandas gives: %s', async (part) => {
    const { columns } = await done(of([part]), PANDAS.texts.cells);
    columns[`t_${part}`]!.forEach((cell, row) => {
      const wanted = PANDAS.texts.made[part]![row]!;
      expect(cell).toEqual(wanted === null ? null : expect.closeTo(wanted, 14));
    });
  });

  it('counts the same beyond ASCII', async () => {
    const plain = ['  Two words 12 ', 'A\tb\nC', '7', '!'];
    const parts = [...MEASURES];
    const { columns } = await done(of(parts), plain);
    // A no-break space and a dash: no letters, no digits and no word of their own.
    const beyond = await done(
      of(parts),
      plain.map((text) => `${text}\u00a0—`),
    );
    expect(beyond.columns.t_digits).toEqual(columns.t_digits);
    expect(beyond.columns.t_capitals).toEqual(columns.t_capitals);
    expect(beyond.columns.t_words).toEqual(columns.t_words!.map((words) => Number(words) + 1));
    expect(beyond.columns.t_length).toEqual(columns.t_length!.map((length) => Number(length) + 2));
  });

  it('says whether a text is contained, in capitals or not', async () => {
    const cells = ['URGENT: call', 'not urgent', 'a.b', null];
    const found = async (find: string, more: Partial<Params> = {}) =>
      (await done(of(['contains'], { find, ...more }), cells)).columns[`t_contains_${find}`];
    expect(await found('urgent')).toEqual([0, 1, 0, null]);
    expect(await found('Urgent', { case: 'any' })).toEqual([1, 1, 0, null]);
    // No pattern: a point is a point.
    expect(await found('.')).toEqual([0, 0, 1, null]);
  });

  it('takes the domain of an e-mail address as text', async () => {
    const { columns, counts } = await done(of(['e-mail-domain']), ['Ada <ada@Mail.Example.COM>', 'no', null]);
    expect([columns.t_domain, counts]).toEqual([['mail.example.com', null, null], { blank: 1, without: 1 }]);
  });

  it('refuses numbers, parts that stand twice, and nothing to look for', async () => {
    expect((await refusal(learnAndApply(textToNumbers, table({ t: [1] }), of(['length'])))).code).toBe(
      'wrong-kind',
    );
    expect(v.is(textToNumbers.params, of(['length', 'length']))).toBe(false);
    expect(v.is(textToNumbers.params, of(['contains'], { find: '' }))).toBe(false);
    expect(textToNumbers.refuses!(of(['contains']))?.code).toBe('bad-params');
    expect(textToNumbers.refuses!(of(['length'], { find: 'x' }))?.code).toBe('bad-params');
    expect(textToNumbers.describe(of([...MEASURES]))).toBe('Tell of t: 4 things');
  });
});

describe.skipIf(!hasRealFiles)('texts of a real file, as pandas has them', () => {
  const { file, column, made: expected } = PANDAS.files.texts;
  it.each(Object.keys(expected) as Part[])('%s', async (part) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    const params: Params = {
      column,
      parts: [part],
      ...(part === 'contains' && { find: 'heart', case: 'any' }),
    };
    const { table: after } = await learnAndApply(textToNumbers, read, params);
    const [name] = textToNumbers.adds(params);
    const sum = cellsOf(after)[name!]!.reduce<number>((all, cell) => all + Number(cell), 0);
    expect(sum / expected[part]!).toBeCloseTo(1, 12);
  });
});
