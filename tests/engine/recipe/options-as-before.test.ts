import { describe, expect, it } from 'vitest';
import { optionsAsBefore } from '../../../src/engine/recipe/options-as-before';
import type { RecipeSource } from '../../../src/engine/recipe/schema';
import type { ReadOptions } from '../../../src/engine/files/read-options';
import { unwatched } from '../../../src/engine/work';
import { fileOf, PLAIN } from '../../support/files';

const before = (read: Partial<ReadOptions>, columns = NAMES): RecipeSource => ({
  name: 'may.csv',
  read: { ...PLAIN, header: true, ...read },
  grain: 'orders',
  columns: columns.map(([name, kind]) => ({ name, kind, role: null })),
});
const NAMES = [
  ['kunde', 'text'],
  ['tag', 'date'],
  ['betrag', 'number'],
] as const;

const asBefore = (content: string | Uint8Array, source: RecipeSource) =>
  optionsAsBefore(fileOf(content, 'june.csv'), source, unwatched);

const rows = (mark: string, line: (at: number) => readonly string[]): string =>
  Array.from({ length: 40 }, (_, at) => `${line(at).join(mark)}\n`).join('');
const june = (mark: string, amount: (at: number) => string) =>
  rows(mark, (at) => [`K${at % 9}`, `2024-06-${10 + (at % 20)}`, amount(at)]);

describe('optionsAsBefore', () => {
  it('keeps all of it where the file is like the one before', async () => {
    const source = before({ delimiter: ';', decimal: ',', missing: ['k. A.'] });
    const { options, unlike } = await asBefore(`kunde;tag;betrag\n${june(';', (at) => `${at},50`)}`, source);
    expect(options).toEqual(source.read);
    expect(unlike).toEqual([]);
  });

  it('keeps what the file alone would not say', async () => {
    // Both marks would do; the one before decides.
    const { options } = await asBefore(
      `kunde;tag;betrag\n${june(';', (at) => String(at))}`,
      before({ delimiter: ';', decimal: ',', missing: ['?'] }),
    );
    expect(options).toMatchObject({ decimal: ',', missing: ['?'] });
  });

  it('finds another separator and decimal mark, and says so', async () => {
    const { options, unlike } = await asBefore(
      `kunde,tag,betrag\n${june(',', (at) => `${at}.5`)}`,
      before({ delimiter: ';', decimal: ',' }),
    );
    expect(options.delimiter).toBeUndefined();
    expect(unlike).toEqual([
      { option: 'delimiter', was: ';', is: ',' },
      { option: 'decimal', was: ',', is: '.' },
    ]);
  });

  it('finds the table where more lines stand above it', async () => {
    const { options, unlike } = await asBefore(
      `Report\nJune 2024\nall shops\n\nkunde;tag;betrag\n${june(';', (at) => `${at},5`)}`,
      before({ delimiter: ';', decimal: ',', skip: 2 }),
    );
    expect(options).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(options.skip).toBeUndefined();
    expect(unlike).toContainEqual({ option: 'skip', was: 2, is: 4 });
  });

  it('looks for missing marks anew where those before leave words in a number column', async () => {
    const { options, unlike } = await asBefore(
      `kunde;tag;betrag\n${june(';', (at) => (at % 7 === 0 ? 'n/a' : `${at},5`))}`,
      before({ delimiter: ';', decimal: ',' }),
    );
    expect(options.missing).toBeUndefined();
    expect(options).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(unlike).toEqual([]);
  });

  it('never takes over lines below the table nor a part of it', async () => {
    const { options } = await asBefore(
      `kunde;tag;betrag\n${june(';', (at) => `${at},5`)}`,
      before({ delimiter: ';', decimal: ',', footer: 2, sample: { every: 10 } }),
    );
    expect(options).not.toHaveProperty('footer');
    expect(options).not.toHaveProperty('sample');
  });

  it('believes the bytes rather than an encoding they speak against', async () => {
    const utf8 = `kunde;tag;betrag\n${rows(';', (at) => [`Größe ${at % 5}`, `2024-06-${10 + (at % 9)}`, '1,5'])}`;
    const latin = Uint8Array.from([...utf8].map((letter) => letter.charCodeAt(0)));
    const was = before({ delimiter: ';', decimal: ',', encoding: 'windows-1252' });
    expect((await asBefore(utf8, was)).unlike).toEqual([
      { option: 'encoding', was: 'windows-1252', is: 'utf-8' },
    ]);
    expect((await asBefore(latin, was)).unlike).toEqual([]);
    const [unlike] = (await asBefore(latin, before({ delimiter: ';', decimal: ',' }))).unlike;
    expect(unlike).toMatchObject({ option: 'encoding', was: 'utf-8' });
  });

  it('leaves a file that is no text to its own reader', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, ...Array(200).fill(7)]);
    expect(await asBefore(jpeg, before({}))).toEqual({ options: {}, unlike: [] });
    expect(await asBefore(jpeg, before({ sheet: 'May' }))).toEqual({ options: { sheet: 'May' }, unlike: [] });
  });
});
