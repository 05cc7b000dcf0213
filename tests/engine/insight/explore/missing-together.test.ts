import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { missingBy } from '../../../../src/engine/insight/explore/missing-by';
import { blanksPeak } from '../../../../src/engine/insight/explore/missing-by-peak';
import { missingTogether } from '../../../../src/engine/insight/explore/missing-together';
import { pairFindings } from '../../../../src/engine/insight/explore/pair-findings';
import { generator } from '../../../../src/engine/stats/random';
import { unwatched } from '../../../../src/engine/work';
/** By pandas: tests/expectations/explore-pairs/make-missing.py. */
import expected from '../../../expectations/explore-pairs/missing.json';
import { hasRealFiles, realPath } from '../../../support/files';
import { table } from '../../../support/tables';

const pairs = (of: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name.split(' ').sort().join(' '),
      expect.closeTo(value, 10) as number,
    ]),
  );

describe.skipIf(!hasRealFiles)('blanks of credit_data.csv (skipped where ../shared/data is absent)', () => {
  const read = async () =>
    (await readTable(bytesSource('file.csv', readFileSync(realPath(expected.file))), {}, unwatched)).table;

  it('together, as pandas has them', async () => {
    const of = await read();
    const found = await missingTogether(of, of.columnNames(), unwatched);
    expect([found.rows, found.complete]).toEqual([expected.rows, expected.complete]);
    expect(Object.fromEntries(found.columns.map(({ name, missing }) => [name, missing]))).toEqual(
      expected.columns,
    );
    expect(
      Object.fromEntries(found.pairs.map(({ a, b, value }) => [[a, b].sort().join(' '), value])),
    ).toEqual(pairs(expected.pairs));
    const told = found.patterns.map(({ columns, rows }) => [columns.join(' '), rows] as const);
    expect(Object.fromEntries(told)).toEqual(expected.patterns);
    expect(found.otherPatterns).toBe(0);
  });

  it('by a category, as pandas has them', async () => {
    const found = (await missingBy(await read(), 'Home', Object.keys(expected.columns), unwatched))!;
    const levels = found.levels!.map((level, at) => [
      level,
      Object.fromEntries(found.missing.map(({ column, counts }) => [column, counts[at]])),
    ]);
    expect(Object.fromEntries(levels)).toEqual(expected.byHome);
  });
});

describe('findings of pairs', () => {
  const random = generator(5);
  const rows = 2000;
  const draws = () => Array.from({ length: rows }, () => random());
  const [money, noise, gone] = [draws(), draws(), draws()];
  const planted = {
    money,
    spent: money.map((value) => value * 100 + random()),
    noise,
    street: noise.map((_, row) => (gone[row]! < 0.2 ? null : `street ${row % 40}`)),
    town: noise.map((_, row) => (gone[row]! < 0.2 ? null : `town ${row % 30}`)),
    phone: noise.map(() => (random() < 0.2 ? null : 'yes')),
  };
  const findingsOf = async (columns: Parameters<typeof table>[0]) => {
    const of = table(columns);
    const names = of.columnNames();
    const found = pairFindings(
      await associations(of, names, unwatched),
      await missingTogether(of, names, unwatched),
    );
    return found.map((finding) => [finding.kind, [...finding.columns].sort().join(' ')]);
  };

  it('are what was planted', async () => {
    expect(await findingsOf({ money, spent: planted.spent, noise, phone: planted.phone })).toEqual([
      ['correlation', 'money spent'],
    ]);
    expect(
      await findingsOf({ noise, street: planted.street, town: planted.town, phone: planted.phone }),
    ).toContainEqual(['missing-together', 'street town']);
  });

  it('are none of the same columns shuffled', async () => {
    const shuffled = <T>(cells: readonly T[]): T[] => {
      const all = [...cells];
      for (let i = all.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [all[i], all[j]] = [all[j]!, all[i]!];
      }
      return all;
    };
    const apart = Object.fromEntries(
      Object.entries(planted).map(([name, cells]) => [name, shuffled<string | number | null>(cells)]),
    );
    expect(await findingsOf(apart)).toEqual([]);
  });
});

describe('missingBy', () => {
  it('counts along a date, and not by numbers', async () => {
    const of = table({
      day: ['2026-01-05', '2026-01-06', null, '2026-01-08'].map(
        (day) => day && new Date(day),
      ) as (Date | null)[],
      value: [1, null, null, null],
    });
    expect(await missingBy(of, 'day', ['value'], unwatched)).toMatchObject({
      rows: [1, 1, 0, 1],
      missing: [{ column: 'value', counts: [0, 1, 0, 1] }],
    });
    expect(await missingBy(of, 'value', ['day'], unwatched)).toBeNull();
  });

  it('tells where blanks are most unlike the rest, and of two groups the one with more', async () => {
    const shops = ['north', 'south', 'north', 'south'];
    const rows = Array.from({ length: 400 }, (_, i) => i);
    const of = table({
      shop: rows.map((i) => shops[i % 4]!),
      age: rows.map((i) => (i % 8 === 1 ? null : i)),
      size: rows.map((i) => (i % 10 === 0 ? null : i)),
    });
    const { peak } = (await missingBy(of, 'shop', ['age', 'size'], unwatched))!;
    expect(peak).toEqual({ column: 'age', at: 1, share: 0.25, rest: 0 });
  });

  it('tells nothing by chance, of few rows, or of all other values together', () => {
    const next = generator(7);
    const groups = Array.from({ length: 40 }, (_, i) => 20 + 50 * i);
    const blanks = (chance: number) =>
      groups.map((rows) => Array.from({ length: rows }, next).filter((x) => x < chance).length);
    const missing = [0.02, 0.3, 0.9].map((chance) => ({ column: `${chance}`, counts: blanks(chance) }));
    const told = groups.map(() => true);
    expect(blanksPeak(groups, missing, told)).toBeNull();
    expect(blanksPeak([29, 5000], [{ column: 'a', counts: [29, 10] }], [true, true])).toBeNull();
    expect(blanksPeak([100, 50_000], [{ column: 'a', counts: [9, 10] }], [true, true])).toBeNull();
    const two = [{ column: 'a', counts: [90, 10] }];
    expect(blanksPeak([100, 5000], two, [true, true])).toMatchObject({ at: 0, share: 0.9, rest: 0.002 });
    expect(blanksPeak([100, 5000], two, [false, true])).toMatchObject({ at: 1, share: 0.002, rest: 0.9 });
  });
});
