import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberCells } from '../../../src/engine/table/build/number-cells';
import { numberFormatOf, numberFormatText } from '../../../src/engine/table/build/number-format';
import { columnOf } from '../../../src/engine/table/table';
import { read } from '../../support/files';

/** One column beside a column of letters, read from a file whose cells are kept apart by tabs. */
async function column(cells: readonly string[], name = 'x') {
  const text = [`${name}\tother`, ...cells.map((cell) => `${cell}\tx`)].join('\n');
  const { table, report } = await read(text, { options: { delimiter: '\t' } });
  const { kind, format, unit, stoppers } = report.columns[0]!;
  return { kind, format, unit, stoppers, cells: [...columnOf(table, name)] };
}

describe('readTable: written numbers', () => {
  it.each([
    ['a sign in front', ['$1,234.50', '$7', '-$3.25'], '$1,234.56', '$', [1234.5, 7, -3.25]],
    ['a sign behind', ['1.234,50 €', '7,00 €', '-3,25€'], '1.234,56 €', '€', [1234.5, 7, -3.25]],
    ['a code in front', ['CHF 1’234.50', 'CHF 7'], 'CHF 1,234.56', 'CHF', [1234.5, 7]],
    ['a code behind', ['12.5 USD', '7 USD'], '1,234.56 USD', 'USD', [12.5, 7]],
    ['crowns', ['1 234,50 kr', '7,25 kr'], '1.234,56 kr', 'kr', [1234.5, 7.25]],
    ['zloty', ['1\u00a0234,50 zł', '7 zł'], '1.234,56 zł', 'zł', [1234.5, 7]],
    ['rupees in lakh', ['₹12,34,567.50', '₹1,234'], '₹12,34,567.89', '₹', [1234567.5, 1234]],
    ['yen', ['¥1,200', '¥35'], '¥1,234.56', '¥', [1200, 35]],
    ['another dollar', ['US$5', 'US$6.5'], 'US$1,234.56', 'US$', [5, 6.5]],
    ['brackets for less than nothing', ['1,200.00', '(35.10)'], '1,234.56', null, [1200, -35.1]],
    ['brackets and a sign', ['$1,200.00', '($35.10)', '$(2)'], '$1,234.56', '$', [1200, -35.1, -2]],
    ['a minus behind', ['1,200.00', '35.10-'], '1,234.56', null, [1200, -35.1]],
    ['a typographic minus', ['1200', '\u221235'], '1,234.56', null, [1200, -35]],
    ['per cent', ['12.5 %', '7%', '-0.3%'], '1,234.56 %', '%', [0.125, 0.07, -0.003]],
    ['blanks between thousands', ['1 234', '12 345 678', '950'], '1,234.56', null, [1234, 12345678, 950]],
    ['narrow blanks', ['1\u202f234', '950'], null, null, [1234, 950]],
    ['a sign on some cells', ['0', '€5', '€6'], '€1,234.56', '€', [0, 5, 6]],
    ['whole thousands of euros', ['1.234 €', '12.500 €'], '1.234,56 €', '€', [1234, 12500]],
  ])('reads %s', async (_what, cells, format, unit, values) => {
    const known = await column(cells);
    expect(known).toMatchObject({ kind: 'number', format, unit });
    expect(known.cells).toEqual(values);
  });

  it('judges the decimal mark column by column, also in a file with decimal points', async () => {
    const { table, report } = await read('a,b,c\n1.5,"1,5",x\n2.25,"1.234,75",y\n');
    expect(report.columns.map(({ kind }) => kind)).toEqual(['number', 'number', 'text']);
    expect([...columnOf(table, 'b')]).toEqual([1.5, 1234.75]);
  });

  it('finds the first dollar far behind the sample', async () => {
    const cells = Array.from({ length: 3000 }, (_, at) => String(at));
    const known = await column([...cells, '$5.50']);
    expect(known).toMatchObject({ kind: 'number', unit: '$' });
    expect(known.cells.at(-1)).toBe(5.5);
  });

  it('never adds two currencies up, and says which cells stand in the way', async () => {
    expect(await column(['$5', '$6', '$7', '€8'])).toMatchObject({
      kind: 'text',
      stoppers: { kind: 'number', count: 1, first: [{ row: 4, value: '€8' }] },
    });
  });

  it('counts marks of missing cells among written numbers', async () => {
    expect((await column(['€5', '-', 'NA', '€7'])).cells).toEqual([5, null, null, 7]);
  });

  it.each([
    ['percentages beside plain numbers', ['5%', '7', '8']],
    ['telephone numbers', ['612 345 678', '699 888 777']],
    ['telephone numbers of a country', ['+33 612 345 678', '+33 699 888 777']],
    ['addresses of the internet', ['192.168.100.200', '127.100.100.101']],
    ['versions', ['12.5.1', '1.20.3']],
    ['ranges', ['1-10', '11-20']],
    ['scores', ['3-4', '1-2']],
    ['numbers of a list', ['(1)', '(2)']],
    ['sizes', ['12 cm', '5 cm']],
    ['bad groups', ['1,23', '12,3456,7']],
    ['two kinds of groups', ['12,34,567', '1,234,567']],
    ['Swedish postal codes', ['123 45', '987 65']],
    ['product codes', ['A$12', 'B-7']],
    ['leading zeros', ['€007', '€5']],
    ['fractions', ['1/2', '3/4']],
    ['times', ['12:30', '8:15']],
    ['dimensions', ['10x20', '5x7']],
  ])('leaves %s as text', async (_what, cells) => {
    expect(await column(cells)).toMatchObject({ kind: 'text', cells });
  });
});

const units = ['$', '€', '£', '¥', '₹', 'kr', 'zł', 'CHF', 'USD', 'Rs.', '%', null] as const;
const formats = fc.record({
  decimal: fc.constantFrom('.' as const, ',' as const),
  unit: fc.constantFrom(...units),
  unitFirst: fc.boolean(),
  lakh: fc.boolean(),
});

/** Digits in threes, or as India groups them. */
function grouped(digits: string, mark: string, lakh: boolean): string {
  const last = digits.slice(-3);
  const rest = digits.slice(0, -3);
  const size = lakh ? 2 : 3;
  const parts: string[] = [];
  for (let end = rest.length; end > 0; end -= size) parts.unshift(rest.slice(Math.max(0, end - size), end));
  return [...parts, last].join(mark);
}

describe('NumberCells', () => {
  it('reads back every number in every way of writing it', () => {
    fc.assert(
      fc.property(
        formats,
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('', 'group', "'", '\u00a0', '\u202f', ' '),
        fc.constantFrom('plus', '-', '()', 'behind', '\u2212'),
        fc.boolean(),
        (format, whole, part, mark, sign, blank) => {
          const fraction = part === 0 ? '' : String(part).padStart(3, '0');
          const between = mark === 'group' ? (format.decimal === '.' ? ',' : '.') : mark;
          const digits = mark === '' ? String(whole) : grouped(String(whole), between, format.lakh);
          const number = fraction === '' ? digits : `${digits}${format.decimal}${fraction}`;
          const gap = blank ? ' ' : '';
          const first = format.unitFirst && format.unit !== '%';
          const united =
            format.unit === null
              ? number
              : first
                ? `${format.unit}${gap}${number}`
                : `${number}${gap}${format.unit}`;
          const text = {
            plus: united,
            '-': `-${united}`,
            '()': `(${united})`,
            behind: `${united}-`,
            '\u2212': `\u2212${united}`,
          }[sign]!;
          const bytes = new TextEncoder().encode(text);
          const plain = Number(`${whole}.${fraction}e${format.unit === '%' ? -2 : 0}`);
          const value = sign === 'plus' || plain === 0 ? plain : -plain;
          expect(new NumberCells(format).parse(bytes, 0, bytes.length)).toBe(value);
        },
      ),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('has formats that say themselves', () => {
    fc.assert(
      fc.property(formats, (format) => {
        fc.pre(!(format.lakh && format.decimal === ','));
        const text = numberFormatText(format);
        const unitFirst = format.unit !== null && format.unitFirst;
        expect(numberFormatOf(text)).toEqual({ ...format, unitFirst });
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it.each([
    '',
    '$',
    '()',
    '(5',
    '5)',
    '--5',
    '-5-',
    '-(5)',
    '5 5',
    '1,23',
    '$$5',
    '5 $ $',
    '1e',
    'e5',
    '٣',
    '5 €',
  ])('takes %j for no number of dollars', (text) => {
    const bytes = new TextEncoder().encode(text);
    const cells = new NumberCells({ decimal: '.', unit: '$', unitFirst: true, lakh: false });
    expect(cells.parse(bytes, 0, bytes.length)).toBe(NaN);
  });
});
