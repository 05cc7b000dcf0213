import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWindows1252 } from '../../../src/engine/files/from-windows-1252';
import { understand } from '../../../src/engine/insight/understand';
import { MISTAKEN_FOR, undoDecoding } from '../../../src/engine/steps/parts/undo-decoding';
import { repairText } from '../../../src/engine/steps/repair-text';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { makeTable } from '../../../src/engine/table/table';
import { cellsOf, table, tableEqual, textColumn } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const names = () => table({ name: ['JosÃ©', 'José', 'Ann', null, 'Ã©tÃ© é'], n: [1, 2, 3, 4, 5] });
const params = { columns: ['name'], from: 'windows-1252' as const };

/** UTF-8 read as another encoding. */
const mistaken = (text: string, encoding: string): string => {
  const bytes = new TextEncoder().encode(text);
  return encoding === 'windows-1252'
    ? new TextDecoder().decode(fromWindows1252(bytes))
    : new TextDecoder(encoding).decode(bytes);
};

describe('undoDecoding', () => {
  // Letters whose bytes in these encodings never follow one another as UTF-8 asks.
  const letters = fc.array(fc.constantFrom('a', 'b', ' ', 'é', 'ü', 'ñ', '日', 'α', '😀'), { maxLength: 12 });

  it.each(MISTAKEN_FOR)('undoes that UTF-8 was read as %s, also twice, and leaves good text', (encoding) => {
    fc.assert(
      fc.property(letters, (parts) => {
        const text = parts.join('');
        expect(undoDecoding(text, encoding)).toBe(text);
        expect(undoDecoding(mistaken(text, encoding), encoding)).toBe(text);
        expect(undoDecoding(mistaken(mistaken(text, encoding), encoding), encoding)).toBe(text);
      }),
    );
  });

  it('knows the spoilt texts that people meet', () => {
    expect(undoDecoding('donâ€™t', 'windows-1252')).toBe('don’t');
    expect(undoDecoding('a ‚Äî b', 'macintosh')).toBe('a — b');
    expect(undoDecoding('РџСЂРёРІРµС‚', 'windows-1251')).toBe('Привет');
  });
});

describe('repairText', () => {
  it('repairs whole cells alone, and leaves what was read rightly', async () => {
    const before = names();
    const { table: after, counts, fit } = await learnAndApply(repairText, before, params);
    expect(cellsOf(after).name).toEqual(['José', 'José', 'Ann', null, 'Ã©tÃ© é']);
    expect({ counts, fit }).toEqual({ counts: { changed: 1 }, fit: null });
    tableEqual(before, names());
  });

  it.each([
    ['an empty table', [null].slice(1)],
    ['one row', ['Ann']],
    ['a constant column', ['é', 'é', 'é']],
  ])('leaves %s as it is', async (_what, cells) => {
    const before = makeTable([['name', textColumn(cells)]]);
    const { table: after, counts } = await learnAndApply(repairText, before, params);
    expect(counts).toEqual({ changed: 0 });
    tableEqual(after, before);
  });

  it('refuses numbers, and says itself, what it reads and what it makes', async () => {
    expect(await refusal(learnAndApply(repairText, names(), { ...params, columns: ['n'] }))).toEqual({
      code: 'wrong-kind',
      details: { column: 'n', kind: 'number', needed: 'text' },
    });
    expect(repairText.describe(params)).toBe('Repair letters of name that were read as windows-1252');
    expect([repairText.reads(params), repairText.adds(params)]).toEqual([['name'], []]);
  });
});

describe('understand: wrongly decoded text', () => {
  const file = (name: (at: number) => string): string =>
    [
      'customer,name,spend',
      ...Array.from({ length: 40 }, (_, at) => `C${at},${name(at)},${at * 3}`),
      '',
    ].join('\n');
  const found = async (text: string) =>
    (await understand(await read(text), {}, unwatched)).findings.find(
      ({ code }) => code === 'wrongly-decoded',
    );

  it('finds it, with an example and the step that repairs it', async () => {
    const finding = await found(file((at) => (at % 10 === 0 ? `JosÃ© ${at}` : `Ann ${at}`)));
    expect(finding).toMatchObject({
      count: 4,
      details: { column: 'name', value: 'JosÃ© 0', plain: 'José 0', from: 'windows-1252' },
      remedy: { op: 'repair-text', params: { columns: ['name'], from: 'windows-1252' } },
    });
    expect([...finding!.rows!]).toEqual([0, 10, 20, 30]);
    expect((await found(file((at) => `a ‚Äî ${at}`)))?.details.from).toBe('macintosh');
  });

  it('finds none in good text', async () => {
    expect(await found(file((at) => `José Müller ${at}`))).toBeUndefined();
  });
});
