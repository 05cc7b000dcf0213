import { describe, expect, it } from 'vitest';
import { checkFormula } from '../../../src/engine/formula/check';
import { FUNCTIONS } from '../../../src/engine/formula/functions';
import type { FormulaFunction, Take } from '../../../src/engine/formula/function';
import { EngineError } from '../../../src/engine/errors';
import {
  BooleanColumn,
  DateColumn,
  NumberColumn,
  TextColumn,
  type Kind,
} from '../../../src/engine/table/columns';
import { Dictionary } from '../../../src/engine/table/dictionary';
import { columnOf, makeTable } from '../../../src/engine/table/table';
import { evaluated } from './evaluated';

const KINDS: readonly Kind[] = ['number', 'text', 'date', 'boolean'];
const COLUMN: Record<Kind, string> = { number: '[n]', text: '[t]', date: '[d]', boolean: '[b]' };

/** So many rows of blanks of every kind. */
const blanks = (rows: number) =>
  makeTable([
    ['n', new NumberColumn(new Float64Array(rows).fill(NaN))],
    ['t', new TextColumn(new Uint32Array(rows).fill(0xffffffff), Dictionary.of([]))],
    ['d', new DateColumn(new Float64Array(rows).fill(NaN), false)],
    ['b', new BooleanColumn(new Uint8Array(rows).fill(2), ['no', 'yes'])],
  ]);
const kinds = new Map<string, Kind>([['n', 'number'], ['t', 'text'], ['d', 'date'], ['b', 'boolean']]); // prettier-ignore

/** Arguments that must be written out. */
const CONSTANTS: Record<string, string> = {
  date: '"2024-01-01"', date_trunc: '"month"', matches: '"a+"', percentile: '0.5', lag: '2', lead: '2',
  to_number: '","', to_date: '"dmy"',
}; // prettier-ignore

const takesIn = ({ takes }: FormulaFunction['forms'][number]): readonly Take[] =>
  typeof takes === 'function' ? takes(5)! : takes;

/** A call with every argument, those of any kind or of each other's kind as `same`. */
function argsFor({ name }: FormulaFunction, takes: readonly Take[], same: Kind = 'number'): string[] {
  return takes.map(({ kind, constant }) => {
    if (constant) return CONSTANTS[name]!;
    return COLUMN[kind === 'any' || kind === 'same' || kind === 'other' ? same : kind];
  });
}

const SIGNS = /^\W+$/;
const call = ({ name }: FormulaFunction, args: readonly string[]): string => {
  if (!SIGNS.test(name)) return `${name}(${args.join(', ')})`;
  return args.length === 1 ? `${name}${args[0]!}` : args.join(` ${name} `);
};

const FORMS = [...FUNCTIONS.values()].flatMap((fn) =>
  fn.forms.map((form) => {
    const takes = takesIn(form);
    return { fn, form, takes, text: call(fn, argsFor(fn, takes)) };
  }),
);

/** What is there although nothing else is. */
const OF_BLANKS: Record<string, unknown> = { is_blank: true, count: 0, count_distinct: 0, row_number: 1 };
/** Those that take nothing but what is written out have a value everywhere. */
const WRITTEN_OUT = ['date("2024-01-01")'];

describe('every function and operator', () => {
  it.each(FORMS.filter(({ text }) => !WRITTEN_OUT.includes(text)))(
    '$text is blank of blanks',
    async ({ fn, text }) => {
      const { cells, counts } = await evaluated(text, blanks(1));
      expect(cells).toEqual([OF_BLANKS[fn.name] ?? null]);
      expect([counts.divided, counts.outside, counts.unread]).toEqual([0, 0, 0]);
    },
  );

  it.each(FORMS)('$text is of its kind on a table without rows', async ({ text }) => {
    const { cells, table } = await evaluated(text, blanks(0));
    expect(cells).toEqual([]);
    expect(columnOf(table, 'new column').kind).toBe(checkFormula(text, kinds).kind);
  });

  it.each(
    FORMS.filter(({ takes }) =>
      takes.some(({ kind, constant }) => !constant && kind !== 'any' && kind !== 'same' && kind !== 'other'),
    ),
  )('$text tells of an argument of another kind where it stands', ({ fn, takes }) => {
    const place = takes.findIndex(({ kind, constant }) => !constant && KINDS.includes(kind as Kind));
    const allowed = new Set(fn.forms.flatMap((form) => takesIn(form)[place] ?? []).map(({ kind }) => kind));
    const others = KINDS.filter((kind) => !allowed.has(kind) && !(fn.name === '+' && kind === 'text'));
    expect(others.length).toBeGreaterThan(0);
    for (const kind of others) {
      const args = argsFor(fn, takes);
      args[place] = COLUMN[kind];
      const text = call(fn, args);
      const { details } = refused(text);
      expect([details.reason, text.slice(Number(details.at), Number(details.to))]).toEqual([
        'wrong-kind',
        COLUMN[kind],
      ]);
    }
  });

  it.each(FORMS.filter(({ takes }) => takes.filter(({ kind }) => kind === 'same').length > 1))(
    '$text wants values of one kind',
    ({ fn, takes }) => {
      const args = argsFor(fn, takes);
      const last = takes.map(({ kind }) => kind).lastIndexOf('same');
      args[last] = COLUMN.date;
      const { details } = refused(call(fn, args));
      expect([details.reason, details.found, details.expected]).toEqual(['other-kind', 'date', ['number']]);
    },
  );

  it.each([...FUNCTIONS.values()].filter(({ name }) => !SIGNS.test(name)))(
    '$name counts its arguments',
    (fn) => {
      const most = Math.max(...fn.forms.map((form) => (typeof form.takes === 'function' ? Infinity : form.takes.some(({ repeated }) => repeated) ? Infinity : form.takes.length))); // prettier-ignore
      const least = Math.min(...fn.forms.map((form) => typeof form.takes === 'function' ? 2 : form.takes.filter(({ optional, repeated }) => !optional && !repeated).length)); // prettier-ignore
      const many = Number.isFinite(most) ? [call(fn, Array<string>(most + 1).fill('1'))] : [];
      const few = least > 0 ? [call(fn, Array<string>(least - 1).fill('1'))] : [];
      const reasons = new Set([...many, ...few].map((text) => refused(text).details.reason));
      expect([...reasons].filter((reason) => !['too-many-arguments', 'too-few-arguments', 'several-values', 'pairs'].includes(String(reason)))).toEqual([]); // prettier-ignore
    },
  );
});

function refused(text: string): EngineError {
  try {
    checkFormula(text, kinds);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}
