import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonNumber, pythonText } from '../../../../../src/engine/export/code/python/literals';
import { plainLine } from '../../../../../src/engine/export/code/plain-line';
import { dialects } from '../../../../../src/engine/export/code/sql/dialects';
import { numberLiteral } from '../../../../../src/engine/export/code/sql/dialect';
import { SqlNames } from '../../../../../src/engine/export/code/sql/names';
import { databaseOf } from '../databases';
import { python } from '../run-python';

const HOSTILE = [
  "'", '"', '`', '\\', "\\'", '--', '/*', '*/', ';', "'; DROP TABLE x; --", '$$', '%s', '${x}', '{x}', '\n', '\r\n', '\t',
  '\u2028', '\u0085', 'é', 'ß', '😀', '\u202e', '\ufeff', ' ', 'NULL', 'x'.repeat(300), "'''", '"""', '\\N', '\\u0041', '0',
]; // prettier-ignore
const plainTexts = fc.string({ unit: 'grapheme', maxLength: 20 });
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), plainTexts), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))
  // What reads the answer takes a mark of byte order at its beginning away.
  .filter((made) => made !== '' && !made.includes('\0') && !made.startsWith('\ufeff'));
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0.1, 1 / 3, 1e21, -2.5, 2 ** 53, 5e-324),
);
const samples = <T>(of: fc.Arbitrary<T>): T[] => fc.sample(of, { numRuns: 300, seed: 8 });

describe('literals', () => {
  it.each(['duckdb', 'postgresql'] as const)(
    'are read back by %s as they are',
    { timeout: 120_000 },
    async (target) => {
      const database = await databaseOf(target);
      const dialect = dialects[target];
      const texts = samples(text);
      const numbers = samples(number).filter((value) => value === 0 || Math.abs(value) > 1e-300);
      const rows = await database.query(
        texts.map((one, at) => `SELECT ${at} AS place, ${dialect.text(one)} AS said`).join(' UNION ALL ') +
          ' ORDER BY place',
      );
      expect(rows.map(({ said }) => said)).toEqual(texts);
      const counted = numbers.map(
        (one, at) => `SELECT ${at} AS place, CAST(${numberLiteral(one)} AS ${dialect.types.number}) AS said`,
      );
      const back = await database.query(`${counted.join(' UNION ALL ')} ORDER BY place`);
      expect(back.map(({ said }) => said)).toEqual(numbers.map((one) => one + 0));
    },
  );

  it.each(['duckdb', 'postgresql'] as const)('name columns in %s, whatever the name', async (target) => {
    const database = await databaseOf(target);
    const names = new SqlNames(dialects[target]);
    const wanted = [...new Set(samples(text))].slice(0, 100);
    const list = wanted.map((name, at) => `${at} AS ${names.of(name)}`);
    const [row] = await database.query(`SELECT ${list.join(', ')}`);
    const changed = new Map(names.changed.map(({ column, as }) => [column, as]));
    expect(Object.keys(row!)).toEqual(wanted.map((name) => changed.get(name) ?? name));
    expect(Object.values(row!)).toEqual(wanted.map((_, at) => at));
  });

  it.each(['duckdb', 'postgresql'] as const)('leave comments in %s on their line', async (target) => {
    const database = await databaseOf(target);
    const comments = samples(text).map((one) => `-- ${plainLine(one)}\n`);
    expect(await database.query(`${comments.join('')}SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });

  it.skipIf(python === null)('are read back by Python (ast.literal_eval) as they are', () => {
    const [texts, numbers] = [samples(text), samples(number)];
    const list = [...texts.map(pythonText), ...numbers.map(pythonNumber)].join(',\n');
    const out = execFileSync(
      python!,
      ['-c', 'import ast, json, sys; print(json.dumps(ast.literal_eval(sys.stdin.read())))'],
      {
        input: `[${list}]`,
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(out)).toEqual([...texts, ...numbers.map((one) => one + 0)]);
  });
});

describe('SqlNames', () => {
  it('calls a column otherwise that the database cannot tell from another', () => {
    const names = new SqlNames(dialects.duckdb);
    expect([names.of('Town'), names.of('town'), names.of('Town')]).toEqual(['"Town"', '"town_2"', '"Town"']);
    expect(names.changed).toEqual([{ column: 'town', as: 'town_2' }]);
  });

  it('cuts names at the bytes a database keeps, between characters', () => {
    const names = new SqlNames(dialects.postgresql);
    expect(names.of(`${'x'.repeat(62)}é`)).toBe(`"${'x'.repeat(62)}"`);
    expect(names.of(`${'x'.repeat(62)}è`)).toBe(`"${'x'.repeat(61)}_2"`);
  });
});
