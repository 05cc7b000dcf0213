import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments';
import { UsageError } from '../../src/cli/usage-error';

describe('parseArguments', () => {
  it('resolves paths against the caller and keeps - for standard output', () => {
    const found = parseArguments(
      ['a.csv', '/b.csv', '--out', '../list.csv', '--json', '-', '--k', '4'],
      '/home/me',
    );
    expect(found.files).toEqual(['/home/me/a.csv', '/b.csv']);
    expect([...found.outputs]).toEqual([
      ['out', '/home/list.csv'],
      ['json', '-'],
    ]);
    expect([found.k, found.rows, found.referenceDate, found.recipe, found.model]).toEqual([
      4,
      'customers',
      null,
      null,
      null,
    ]);
  });

  it('takes code for several databases and for Python', () => {
    const found = parseArguments(
      ['a.csv', '--sql', 'duckdb=d.sql', '--python', 'p.py', '--sql', 'spark=s.sql'],
      '/me',
    );
    expect(Object.fromEntries(found.outputs)).toEqual({
      python: '/me/p.py',
      'sql duckdb': '/me/d.sql',
      'sql spark': '/me/s.sql',
    });
  });

  it.each([
    ['no file', []],
    ['an unknown option', ['x.csv', '--ot', 'y.csv']],
    ['an option without its value', ['x.csv', '--out']],
    ['an empty path', ['x.csv', '--out', '']],
    ['k that is no number', ['x.csv', '--k', 'many']],
    ['k of 0', ['x.csv', '--k', '0']],
    ['k below 0', ['x.csv', '--k', '-3']],
    ['half a segment', ['x.csv', '--k', '2.5']],
    ['a day that does not exist', ['x.csv', '--reference-date', '2011-02-30']],
    ['a day written otherwise', ['x.csv', '--reference-date', '10/12/2011']],
    ['rows of another kind', ['x.csv', '--rows', 'all']],
    ['a model and a recipe', ['x.csv', '--model', 'm.json', '--recipe', 'r.json']],
    ['a model and k', ['x.csv', '--model', 'm.json', '--k', '3']],
    ['an output that is an input', ['x.csv', '--out', './x.csv']],
    ['SQL for no database', ['x.csv', '--sql', 'oracle=y.sql']],
    ['SQL without a path', ['x.csv', '--sql', 'duckdb']],
    ['SQL for one database twice', ['x.csv', '--sql', 'duckdb=a', '--sql', 'duckdb=b']],
    ['two outputs at one place', ['x.csv', '--out', 'y', '--json', 'y']],
    ['a labelled file on standard output', ['x.csv', '--out', '-']],
  ])('refuses %s', (_, args) => {
    expect(() => parseArguments(args, '/home/me')).toThrow(UsageError);
  });

  it('asks nothing of somebody who wants help', () => {
    expect(parseArguments(['--help'], '/home/me').help).toBe(true);
  });
});
