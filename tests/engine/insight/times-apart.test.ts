import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { cellsOf } from '../../support/tables';
import { finding, lines, rolesOf, understood } from './understood';

const two = (at: number) => String(at).padStart(2, '0');
const day = (at: number) => `2024-${two(1 + (at % 12))}-${two(1 + (at % 28))}`;
const clock = (at: number) => `${at % 24}:${two((at * 7) % 60)}`;
const file = (header: string, line: (at: number) => string) =>
  lines(`customer,${header},amount`, 60, (at) => `C${at % 9},${line(at)},${at}.5`);
const remedyOf = async (text: string) => finding(await understood(text), 'times-apart')?.remedy?.params;

describe('timesApart', () => {
  it('finds times beside their days, with the step that puts them together', async () => {
    const text = file('Date,Time', (at) => `${day(at)},${at === 5 ? '' : clock(at)}`);
    const understanding = await understood(text);
    expect(finding(understanding, 'times-apart')).toEqual({
      code: 'times-apart',
      count: 59,
      details: { date: 'Date', time: 'Time' },
      rows: null,
      remedy: {
        op: 'merge-date-time',
        params: { date: 'Date', time: 'Time' },
        effect: { count: 59, of: 'cells' },
      },
    });
    expect(rolesOf(understanding)).toMatchObject({ date: 'Date' });
    expect(understanding.columns.find(({ name }) => name === 'Time')?.kind).toBe('text');
  });

  it('knows days and times by their names where there are several, in several languages', async () => {
    const several = file(
      'Ship Date,Order Date,Order Time,Ship Time',
      (at) => `${day(at + 3)},${day(at)},${clock(at)},${clock(at + 5)}`,
    );
    expect((await understood(several)).findings.filter(({ code }) => code === 'times-apart')).toMatchObject([
      { details: { date: 'Order Date', time: 'Order Time' } },
      { details: { date: 'Ship Date', time: 'Ship Time' } },
    ]);
    const named = ['Datum,Shop,Uhrzeit', 'jour,magasin,heure', 'Fecha,tienda,Hora'];
    for (const header of named) {
      const [date, , time] = header.split(',');
      expect(await remedyOf(file(header, (at) => `${day(at)},S1,${clock(at)}`))).toEqual({ date, time });
    }
  });

  it('reads clocks of twelve hours, with seconds, and moments of the day on which a program begins', async () => {
    const half = (at: number) => `0${1 + (at % 9)}:15:30 ${at % 2 ? 'PM' : 'am'}`;
    expect(await remedyOf(file('Date,Time', (at) => `${day(at)},${half(at)}`))).toBeDefined();
    const access = (at: number) => `${day(at)} 00:00:00,1899-12-30 ${two(at % 24)}:05:00`;
    expect(await remedyOf(file('Date,Time', access))).toEqual({ date: 'Date', time: 'Time' });
  });

  it('is silent about lengths of time, times without days, days that have times, and words', async () => {
    const silent = [
      file('Date,Duration', (at) => `${day(at)},${clock(at)}`),
      file('Week,Time', (at) => `W${at % 4},${clock(at)}`),
      file('Date,Time', (at) => `${day(at)} 08:00,${clock(at)}`),
      file('Date,Time', (at) => `${day(at)},${at % 9 === 0 ? 'noon' : clock(at)}`),
      file('Date,Time', (at) => `${day(at)},8:00`),
      file('Date,Shop,Best', (at) => `${day(at)},S${at % 3},${clock(at)}`),
    ];
    for (const text of silent) expect(await remedyOf(text)).toBeUndefined();
  });

  it('leaves the segments as they are, whether the step is taken or not', async () => {
    const text = readFileSync(new URL('../../expectations/date-time/orders.csv', import.meta.url), 'utf8');
    const opened = await read(text);
    const before = await understand(opened, {}, unwatched);
    const { op, params } = finding(before, 'times-apart')!.remedy!;
    const steps = [{ id: 'own-1', op, version: 1, enabled: true, params }];
    const source = sourceTable(opened.table, before.source);
    const made = await run(
      { format: 'tessera-recipe', version: 1, sources: [before.source], steps },
      source,
      {
        mode: 'learn',
        work: unwatched,
      },
    );
    const after = await understand(opened, {}, unwatched, { table: made.table, steps });
    expect(finding(after, 'times-apart')).toBeUndefined();
    expect(after.columns.find(({ name }) => name === 'Order Date')?.hasTime).toBe(true);
    expect(after.report.columns[2]).toMatchObject({ format: 'DD/MM/YYYY', ambiguous: false });
    const [plain, merged] = await Promise.all(
      [before, after].map(async ({ recipe }) => {
        if (!recipe.ok) throw new Error(recipe.code);
        return run(recipe.recipe, source, { mode: 'learn', work: unwatched });
      }),
    );
    expect(cellsOf(merged!.table)).toEqual(cellsOf(plain!.table));
    expect(merged!.steps.map(({ op }) => op).slice(0, 2)).toEqual(['merge-date-time', 'drop-duplicates']);
  });
});
