import { beforeAll, describe } from 'vitest';
import type { Written } from '../../recipe/written';
import { givenTheSame } from './given-the-same';
import { step } from './learnt-shop';
import { beginPython } from './run-python';
// PostgreSQL, DuckDB and Python take seconds to begin: what runs code is one file of tests.
import './run/literals';
import './run/formulas';
import './run/joined-contacts';
import './run/online-retail';
import './run/sample-shop';
import './run/saved-recipes';
import './run/two-currencies';
import { FORMATS, WRITTEN } from './numbers-by-hand';
import { caseOfSteps, type Case } from './same-cells';

const column = (name: string, kind: Written['kind'], cells: Written['cells']): Written => ({
  name,
  kind,
  cells,
});

const PEOPLE = [
  column('who', 'text', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
  column('town', 'text', ['Leeds', 'leeds ', null, "O'Neil", 'York', 'York', 'Leeds', null]),
  column('spent', 'number', [10, null, 35.5, -4, 0, 120, 0.25, 4321]),
  column('visits', 'number', [1, 2, 2, null, 5, 8, 1, 3]),
  column('member', 'boolean', [true, false, null, true, false, false, true, null]),
  column('since', 'date', ['2024-02-29', '2023-12-31T23:59:59', null, '2020-01-01', '2024-12-30', '2010-01-03', '2024-02-29', '2021-07-05']),
]; // prettier-ignore

const ORDERS = [
  column('who', 'text', ['b', 'a', 'b', null, 'a', 'c', 'b', 'd', 'a', 'a']),
  column('order', 'text', ['1', '2', '1', '3', null, '4', '5', '6', null, '2']),
  column('at', 'date', ['2024-01-05', '2024-01-07T10:00:00', '2024-01-05', '2024-01-08', '2024-02-01T08:00:00', null, '2024-03-09', '2024-03-01', '2024-02-01T19:00:00', '2024-01-07T10:00:00']),
  column('total', 'number', [50, 20, 50, 9, 0.1, 7, -50, -3, 0.2, 20]),
  column('land', 'text', [null, 'GB', 'FR', 'DE', 'US', 'GB', 'GB', 'GB', 'FR', 'GB']),
  column('vip', 'boolean', [null, false, true, true, true, null, false, true, false, true]),
]; // prettier-ignore

/** Orders of several years, drawn by a plain rule. */
const lines = Array.from({ length: 60 }, (_, i) => (i * 37 + 11) % 61);
const MANY = [
  column('who', 'text', lines.map((n) => (n % 13 === 0 ? null : `c${n % 5}`))),
  column('order', 'text', lines.map((n) => (n % 11 === 0 ? null : `o${n % 17}`))),
  column('at', 'date', lines.map((n, i) => new Date(Date.UTC(2023, 0, 1 + ((n * 13) % 400), n % 24, i)).toISOString().slice(0, 19))),
  column('pieces', 'number', lines.map((n) => (n % 9 === 0 ? -2 : (n % 7) + 1))),
  column('price', 'number', lines.map((n) => (n % 10 === 0 ? null : ((n % 17) * 125 + 10) / 100))),
  column('total', 'number', lines.map((n) => (n % 8 === 0 ? null : (n * 7) % 23 / 4))),
  column('land', 'text', lines.map((n) => [null, 'GB', 'FR', 'gb', 'É'][n % 5]!)),
  column('vip', 'boolean', lines.map((n) => [true, null, false][n % 3]!)),
]; // prettier-ignore

const EVERY_MEASURE = [
  ...['recency', 'frequency', 'monetary', 'last-purchase', 'first-purchase', 'tenure', 'purchase-days', 'mean-gap', 'median-gap', 'deviation-gap', 'order-value', 'basket-size', 'trend', 'returned-share', 'favourite-weekday', 'weekend-share', 'repeats', 'repeat-span', 'seen-days', 'repeat-value', 'rows'].map((measure) => ({ measure })),
  ...[30, 90].flatMap((days) => ['spend-last', 'orders-last'].map((measure) => ({ measure, days }))),
  ...['sum', 'mean', 'median', 'deviation', 'min', 'max', 'first', 'last', 'distinct'].map((measure) => ({ measure, column: 'total' })),
  ...['first', 'last', 'distinct'].flatMap((measure) => ['vip', 'land', 'at'].map((name) => ({ measure, column: name }))),
  ...['min', 'max'].map((measure) => ({ measure, column: 'at' })),
  { measure: 'favourite', column: 'land' },
  ...['share', 'money-share'].map((measure) => ({ measure, column: 'land', value: 'GB' })),
].map((one) => one as { measure: string; column?: string; days?: number; value?: string }); // prettier-ignore

const KEYS = [
  column('key', 'text', ['a ', 'B', '17.0', null, 'z', 'a', 'b', '17', '+5.00', '1.50', 'É']),
  column('number', 'number', [17, null, 1, 0.5, 3, 17, -2, 1e15, 8, 9, 10]),
  column('digits', 'text', ['17', '1', '1', '0.5', '3.0', 'x', null, '-2', '', '8', '9']),
  column('mail', 'text', ['own', 'own', null, 'own', 'own', 'own', 'own', 'own', 'own', 'own', 'own']),
]; // prettier-ignore

/** What is joined to them; some keys stand twice. */
const CONTACTS = [
  column('key', 'text', ['A', 'b ', '17', 'a', null, 'q', 'no', '+5', '1.5', 'é']),
  column('number', 'number', [3, 17, 17, null, 0.5, -2, 8, 1, 1e15, 40]),
  column('mail', 'text', ['A@x.ie', null, '17@x.ie', 'twice', 'none', 'q', 'blank', 'five', 'x', 'e']),
  column('since', 'date', ['2024-02-29', null, '2020-01-01', null, '2023-12-31', '2010-01-03', null, '2021-07-05', null, '2022-02-02']),
  column('member', 'boolean', [true, false, null, true, false, false, true, null, true, false]),
  column('age', 'number', [1.5, 2, null, 4, 5, 6, 7, 8, 9, 10]),
]; // prettier-ignore
const BROUGHT = ['mail', 'since', 'member', 'age'].map((name) => ({
  column: name,
  as: `${name} of contact`,
}));

const joins: Record<string, Record<string, unknown>> = {
  'joined by text': { left: 'key', right: 'key', matching: 'exact', how: 'left' },
  'joined by text, alike': { left: 'key', right: 'key', matching: 'alike', how: 'left' },
  'joined by text, matches only': { left: 'key', right: 'key', matching: 'alike', how: 'inner' },
  'joined by numbers': { left: 'number', right: 'number', matching: 'exact', how: 'left' },
  'joined by numbers, alike, matches only': { left: 'number', right: 'number', matching: 'alike', how: 'inner' },
  'joined by digits and numbers': { left: 'digits', right: 'number', matching: 'exact', how: 'left' },
  'joined by digits and numbers, alike': { left: 'digits', right: 'number', matching: 'alike', how: 'left' },
  'joined by numbers and text': { left: 'number', right: 'key', matching: 'alike', how: 'left' },
  'matches only, nothing brought': { left: 'key', right: 'key', matching: 'exact', how: 'inner', columns: [] },
}; // prettier-ignore

const PHRASES = [
  column('what', 'text', ['a - b - c - d', 'red/blue', null, ' - x', 'a -b', 'Ab3 Anna@Shop.ie', 'x  y\u00a0z', '123', '/', 'ab-cd-ef', '😀a😀b😀c', '-']),
]; // prettier-ignore

const TEXTS = [
  column('number', 'text', ['1,234.50', '-7', '$5', 'x', '1e3', '12 345', ' 8 ', null, '9007199254740993', '.5', '5.', '1,23']),
  column('day', 'text', ['31/12/2023', '1/2/2024 8:05', '30/02/2024', '2024-02-29', '05.06.99', '7-8-2021 23:59:59', '20240229', null, 'soon', '29/02/2023', '1/1/68', '12/31/2023']),
  column('answer', 'text', ['yes', 'No', 'ja', 'perhaps', '1', '0', ' oui ', null, 'TRUE', 'f', 'Y', 'nein']),
]; // prettier-ignore

const ways: Record<string, [readonly Written[], 'orders' | 'customers', [op: string, params: Record<string, unknown>][]]> = {
  'copies, the last': [PEOPLE, 'customers', [['drop-duplicates', { columns: ['visits'], keep: 'last' }]]],
  'copies, the most recent': [PEOPLE, 'customers', [['drop-duplicates', { columns: ['visits'], keep: 'most-recent', date: 'since' }]]],
  'copies, the most complete': [PEOPLE, 'customers', [['drop-duplicates', { columns: ['visits'], keep: 'most-complete' }]]],
  'copies, loosely': [PEOPLE, 'customers', [['drop-duplicates', { columns: ['town'], loosely: true }]]],
  'blanks, a share of them': [PEOPLE, 'customers', [['drop-missing', { columns: ['town', 'spent', 'member'], above: 0.4 }]]],
  'filled by group': [PEOPLE, 'customers', [['fill-missing', { columns: ['spent', 'visits'], with: 'mean', by: 'town', flag: true }], ['fill-missing', { columns: ['town', 'since'], with: 'most-frequent' }]]],
  'filled from before': [PEOPLE, 'customers', [['fill-missing', { columns: ['town', 'member', 'since'], with: 'forward' }]]],
  'filled from behind, by group': [PEOPLE, 'customers', [['fill-missing', { columns: ['spent', 'visits'], with: 'backward', by: 'town' }]]],
  'filled with one value': [PEOPLE, 'customers', [['fill-missing', { columns: ['since'], with: 'constant', value: '2020-02-02' }], ['fill-missing', { columns: ['member'], with: 'constant', value: false }]]],
  'filled on a line': [PEOPLE, 'customers', [['fill-missing', { columns: ['spent'], with: 'linear' }], ['fill-missing', { columns: ['visits'], with: 'time', along: 'since' }]]],
  'every curve': [PEOPLE, 'customers', ['log1p', 'sqrt', 'log', 'box-cox', 'yeo-johnson', 'rank', 'winsorise'].map((way): [string, Record<string, unknown>] => ['transform', { columns: ['spent', 'visits'], with: way }])],
  'every scale': [PEOPLE, 'customers', ['z', 'min-max', 'robust', 'unit-length'].map((way): [string, Record<string, unknown>] => ['scale', { columns: ['spent', 'visits'], with: way }])],
  'orders with totals, columns kept': [ORDERS, 'orders', [['rfm', { customer: 'who', date: 'at', order: 'order', amount: 'total', quantity: null, price: null, keep: ['land', 'vip'] }]]],
  'orders by days, to a day given': [ORDERS, 'orders', [['rfm', { customer: 'who', date: 'at', order: null, amount: 'total', quantity: null, price: null, referenceDate: '2024-03-05' }]]],
'every measure': [ORDERS, 'orders', [['aggregate', { customer: 'who', date: 'at', order: 'order', amount: 'total', quantity: null, price: null, keep: ['vip'], referenceDate: '2024-03-05', measures: EVERY_MEASURE }]]],
  'measures of more orders': [MANY, 'orders', [['aggregate', { customer: 'who', date: 'at', order: 'order', amount: null, quantity: 'pieces', price: 'price', measures: EVERY_MEASURE }]]],
  'measures of totals': [MANY, 'orders', [['aggregate', { customer: 'who', date: 'at', order: 'order', amount: 'price', quantity: null, price: null, measures: EVERY_MEASURE }]]],
  'measures without rows of blank money': [MANY, 'orders', [['aggregate', { customer: 'who', date: 'at', order: 'order', amount: null, quantity: 'pieces', price: 'price', blankMoney: 'set-aside', keep: ['land', 'vip'], keepFrom: 'newest', measures: EVERY_MEASURE }]]],
  'orders without rows of blank money': [MANY, 'orders', [['rfm', { customer: 'who', date: 'at', order: 'order', amount: 'total', quantity: null, price: null, blankMoney: 'set-aside', keep: ['land', 'vip'], keepFrom: 'newest' }]]],
  'measures without a date': [MANY, 'orders', [['aggregate', { customer: 'who', date: null, order: null, amount: null, quantity: 'pieces', price: null, measures: EVERY_MEASURE.filter(({ column }) => column !== undefined).filter(({ measure }) => measure !== 'money-share') }]]],
'texts in parts': [PHRASES, 'customers', [['split-column', { column: 'what', delimiter: ' - ', into: ['one', 'two', 'three'] }], ['split-column', { column: 'what', delimiter: '/', into: ['left', 'what'], original: 'remove' }], ['split-column', { column: 'left', widths: [2, 3], into: ['w1', 'w2', 'w3'] }]]],
  'texts from their end': [PHRASES, 'customers', [['split-column', { column: 'what', delimiter: '-', into: ['one', 'two'], from: 'end' }]]],
  'texts in numbers': [PHRASES, 'customers', [['text-to-numbers', { column: 'what', parts: ['length', 'words', 'digits', 'capitals', 'contains', 'e-mail-domain'], find: 'a' }], ['text-to-numbers', { column: 'what', parts: ['contains'], find: 'AB', case: 'any' }]]],
  'columns below one another': [PEOPLE, 'customers', [['unpivot', { columns: ['spent', 'visits'], name: 'what', value: 'how much' }], ['fill-missing', { columns: ['how much'], with: 'forward' }]]],
  'columns below one another, without blanks': [PEOPLE, 'customers', [['unpivot', { columns: ['who', 'town'], name: 'what', value: 'said', blanks: 'set-aside' }]]],
'taken out of texts': [PHRASES, 'customers', [['extract', { column: 'what', as: 'domain', what: 'e-mail-domain' }]]],
  'words and numbers taken out': [PHRASES, 'customers', [['extract', { column: 'what', as: 'first', what: 'first-word' }], ['extract', { column: 'what', as: 'last', what: 'last-word' }], ['extract', { column: 'what', as: 'n', what: 'number' }]]],
  'numbers taken out': [TEXTS, 'customers', [['extract', { column: 'number', as: 'n', what: 'number', decimal: ',' }], ['extract', { column: 'day', as: 'd', what: 'number' }]]],
  'numbers from text': [TEXTS, 'customers', [['change-type', { column: 'number', to: 'number' }], ['change-type', { column: 'answer', to: 'boolean' }]]],
  'days from text': [TEXTS, 'customers', [['change-type', { column: 'day', to: 'date', order: 'dmy' }]]],
  'rows that meet': [PEOPLE, 'customers', [['filter-rows', { match: 'any', rows: 'set-aside', conditions: [{ column: 'town', is: 'starts', value: 'L' }, { match: 'all', conditions: [{ column: 'spent', is: 'less', value: 1 }, { column: 'since', is: 'after', day: '2021-07-04' }] }, { column: 'member', is: 'no' }] }]]],
  'numbers as they are written': [FORMATS.map((format) => column(format, 'text', WRITTEN)), 'customers', FORMATS.map((format) => ['change-type', { column: format, to: 'number', format }])],
  'rows by the clock': [PEOPLE, 'customers', [['filter-rows', { match: 'any', rows: 'set-aside', conditions: [{ column: 'since', is: 'weekdays', values: [1, 7] }, { column: 'since', is: 'hours', values: [9, 20] }] }]]],
  'texts that hold others': [PEOPLE, 'customers', [['filter-rows', { match: 'all', rows: 'keep', conditions: [{ column: 'town', is: 'lacks', value: 'X' }, { column: 'town', is: 'ends', value: 'S ', case: 'any' }] }]]],
  'segments, weighed, outliers apart': [PEOPLE, 'customers', [['fill-missing', { columns: ['spent', 'visits'], with: 'median' }], ['scale', { columns: ['spent', 'visits'], with: 'z' }], ['segment', { columns: ['spent_z', 'visits_z'], k: 2, weights: { visits_z: 2 }, outliers: { beyond: 5 }, names: { 1: "D'Or" } }]]],
  'segments by names': [PEOPLE, 'customers', [['scale', { columns: ['visits'], with: 'z' }], ['segment', { columns: ['visits_z'], k: 'auto', by: 'town' }]]],
  'dates, to days and parts': [PEOPLE, 'customers', [['days-since', { column: 'since' }], ['date-parts', { column: 'since', parts: ['week', 'iso-year', 'age', 'season', 'fiscal-quarter'], fiscalStart: 4, referenceDate: '2025-03-01' }], ['split-date-time', { column: 'since' }]]],
}; // prettier-ignore

beginPython();
const cases = new Map<string, Case>();

describe('code of the ways of steps', () => {
  beforeAll(async () => {
    for (const [name, [table, grain, steps]] of Object.entries(ways))
      cases.set(
        name,
        await caseOfSteps(
          table,
          grain,
          steps.map(([op, params], at) => step(`s${at}`, op, params)),
        ),
      );
    for (const [name, params] of Object.entries(joins)) {
      const how = { source: 1, columns: BROUGHT, repeated: 'first', ...params };
      cases.set(name, await caseOfSteps(KEYS, 'customers', [step('s0', 'join', how)], CONTACTS));
    }
    const twice = ['key', 'number'].map((key, at) =>
      step(`s${at}`, 'join', {
        source: 1, left: key, right: key, matching: 'alike', how: 'left', repeated: 'first',
        columns: [{ column: 'age', as: `age by ${key}` }],
      }),
    ); // prettier-ignore
    const blank = step('s2', 'replace-text', {
      columns: ['key'],
      find: 'z',
      with: ' ',
      as: 'text',
      where: 'whole',
    });
    cases.set('joined twice', await caseOfSteps(KEYS, 'customers', [blank, ...twice], CONTACTS));
  }, 120_000);

  givenTheSame(
    () => cases,
    ['filled on a line', 'texts from their end', 'words and numbers taken out', 'numbers taken out'],
  );
});
