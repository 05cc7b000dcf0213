import { limit } from '../../../steps/limit';
import { bounds, type Bounds } from '../../../steps/limit/bounds';
import { momentText } from '../../../steps/parts/calendar';
import { any } from '../sql/cases';
import { writerOf } from '../writer';

/** What lies outside, in words of either language. */
function outside(cell: string, range: Bounds, literal: (value: number) => string): string[] {
  return [
    ...(range.least === -Infinity ? [] : [`${cell} ${range.leastOpen ? '<=' : '<'} ${literal(range.least)}`]),
    ...(range.most === Infinity ? [] : [`${cell} ${range.mostOpen ? '>=' : '>'} ${literal(range.most)}`]),
  ];
}

export const limitWriter = writerOf(limit, {
  sql(sql, { params }) {
    const range = bounds(params)!;
    const cell = sql.ref(params.column);
    const literal = (value: number) =>
      range.dates ? sql.dialect.moment(momentText(value)) : sql.number(value);
    const beyond = any(outside(cell, range, literal));
    if (params.outside === 'blank')
      sql.add([[params.column, `CASE WHEN ${beyond} THEN NULL ELSE ${cell} END`]]);
    else sql.where(`CASE WHEN ${beyond} THEN 0 ELSE 1 END = 1`);
  },
  python(python, { params }) {
    const range = bounds(params)!;
    const cell = python.column(params.column);
    if (range.dates) python.use('day');
    const literal = (value: number) =>
      range.dates ? `day(${python.text(momentText(value))})` : python.number(value);
    const beyond = outside(cell, range, literal)
      .map((one) => `(${one})`)
      .join(' | ');
    python.line(
      params.outside === 'blank' ? `${cell} = ${cell}.mask(${beyond})` : `table = table[~(${beyond})]`,
    );
  },
});
