import { encode } from '../../../steps/encode';
import { columnNames } from '../../../steps/encode/made';
import { encodedColumn, type EncodeFit } from '../../../steps/encode/params';
import { firstOf } from '../sql/cases';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import { writerOf, type Said } from '../writer';

type Params = Parameters<typeof encode.describe>[0];
type EncodeSaid = Said<Params, EncodeFit>;

export const encodeWriter = writerOf(encode, {
  cannot: ({ params, before }) =>
    before.kinds.get(params.column) === 'boolean'
      ? 'Only the file knows how yes and no are spelt in it.'
      : null,
  made: ({ params, fit }) =>
    params.with === 'one-hot' && 'values' in fit ? columnNames(params, fit.values) : [],
  sql: inSql,
  python: inPython,
});

/** A value as it is compared: numbers as numbers. */
const literalSql = (sql: SqlScript, { before, params }: EncodeSaid, value: string): string =>
  before.kinds.get(params.column) === 'number' ? sql.number(Number(value)) : sql.text(value);

function inSql(sql: SqlScript, said: EncodeSaid): void {
  const { params, fit } = said;
  const cell = sql.ref(params.column);
  const { number } = sql.dialect.types;
  const is = (value: string) => `${cell} = ${literalSql(sql, said, value)}`;
  const flag = (condition: string) => `CAST(CASE WHEN ${condition} THEN 1 ELSE 0 END AS ${number})`;
  if (params.with === 'one-hot' && 'values' in fit) {
    const names = columnNames(params, fit.values);
    const known = fit.values.map((value) => literalSql(sql, said, value)).join(', ');
    const flags = [
      ...fit.values.map((value) => flag(is(value))),
      ...(params.other === 'none'
        ? []
        : [flag(known === '' ? `${cell} IS NOT NULL` : `${cell} NOT IN (${known})`)]),
      ...(params.blanks === 'column' ? [flag(`${cell} IS NULL`)] : []),
    ];
    if (names.length === 0) sql.note();
    else sql.add(names.map((name, i) => [name, flags[i]!]));
    return;
  }
  const cases = valuesOf(fit).map(([value, code]): [string, string] => [is(value), sql.number(code)]);
  if (!('order' in fit)) cases.push([`${cell} IS NOT NULL`, '0']);
  sql.add([[encodedColumn(params)!, `CAST(${firstOf(cases)} AS ${number})`]]);
}

const valuesOf = (fit: EncodeFit): [value: string, code: number][] =>
  'order' in fit
    ? fit.order.map((value, at) => [value, at])
    : 'counts' in fit
      ? fit.counts.map(({ value, count }) => [value, count / fit.cells])
      : [];

function inPython(python: PythonScript, said: EncodeSaid): void {
  const { params, fit, before } = said;
  const cell = python.column(params.column);
  const numbers = before.kinds.get(params.column) === 'number';
  if (params.with === 'one-hot' && 'values' in fit) {
    const names = columnNames(params, fit.values);
    const values = python.learnt('values', numbers ? fit.values.map(Number) : fit.values);
    const own = python.texts(names.slice(0, fit.values.length));
    python.line(`made = {name: (${cell} == value).astype(float) for name, value in zip(${own}, ${values})}`);
    const rest = names.slice(fit.values.length);
    if (params.other !== 'none')
      python.line(
        `made[${python.text(rest.shift()!)}] = (~${cell}.isin(${values}) & ${cell}.notna()).astype(float)`,
      );
    if (params.blanks === 'column')
      python.line(`made[${python.text(rest.shift()!)}] = ${cell}.isna().astype(float)`);
    python.line('table = pd.concat([table, pd.DataFrame(made, index=table.index)], axis=1)');
    return;
  }
  const entries = valuesOf(fit);
  const known = numbers
    ? `dict(zip(${python.learnt(
        'values',
        entries.map(([value]) => Number(value)),
      )}, ${python.learnt(
        'codes',
        entries.map(([, code]) => code),
      )}))`
    : python.learnt('codes', Object.fromEntries(entries));
  const to = python.column(encodedColumn(params)!);
  python.line(`${to} = ${cell}.map(${known}).astype(float)`);
  if (!('order' in fit)) python.line(`${to} = ${to}.mask(${to}.isna() & ${cell}.notna(), 0.0)`);
}
