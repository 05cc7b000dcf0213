import { describe, expect, it } from 'vitest';
import { newNotes } from '../../../src/engine/export/export-notes';
import { beginsLikeFormula, FormulaGuard } from '../../../src/engine/export/formula-guard';
import { labelSource } from '../../../src/engine/files/label-source';
import { writeCsv } from '../../../src/engine/files/write-csv';
import { unwatched } from '../../../src/engine/work';
import { fileOf, PLAIN, written } from '../../support/files';
import { table } from '../../support/tables';

describe('beginsLikeFormula', () => {
  it.each([
    '=1+1',
    '=cmd|"/c calc"!A1',
    '+A1',
    '-2+3',
    '-1+cmd|x',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '+49 call me',
    '-',
  ])('sees %j', (text) => expect(beginsLikeFormula(text)).toBe(true));

  it.each([
    '',
    'a=1',
    '-5.00',
    '-5',
    '+1,234.50',
    '-1e-7',
    '-3 %',
    '-€12.50',
    '-12,50 €',
    '+4917012345678',
    '+49 (0) 170 / 123-456',
    '+1.415.555.2671',
    ' =1',
    "'=1",
  ])('leaves %j alone', (text) => expect(beginsLikeFormula(text)).toBe(false));
});

describe('a guarded file', () => {
  it('has an apostrophe before cells and heads that begin like a formula, and counts them', async () => {
    const notes = newNotes();
    const guard = new FormulaGuard(notes);
    const made = table({ '=name': ['=1+1', '-5.00', '@x,y', '=1+1'], n: [-1, 2, -3, 4] });
    const columns = [{ name: '=name' }, { name: 'n', as: '+n' }];
    const text = await written(writeCsv(made, columns, { delimiter: ',', decimal: '.', guard }, unwatched));
    expect(text).toBe(`'=name,'+n\n'=1+1,-1\n-5.00,2\n"'@x,y",-3\n'=1+1,4\n`);
    expect(notes.guarded).toBe(5);
  });

  it('has them in rows that are copied too, in the labels as well', async () => {
    const notes = newNotes();
    const added = { names: ['segment'], cell: () => '=best' };
    const source = fileOf('id,-note,n\n+4917012345678,=1,-2\na,"-x ""y""",-3.5\n');
    const how = { guard: new FormulaGuard(notes) };
    const text = await written(labelSource(source, { ...PLAIN, header: true }, added, unwatched, how));
    expect(text).toBe(`id,'-note,n,segment\n+4917012345678,'=1,-2,'=best\na,"'-x ""y""",-3.5,'=best\n`);
    expect(notes.guarded).toBe(5);
  });
});
