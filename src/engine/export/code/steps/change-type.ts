import { changeType } from '../../../steps/change-type';
import { numberFormatOf, type NumberFormat } from '../../../table/build/number-format';
import type { Kind } from '../../../table/columns';
import { formattedNumberSql, formattedNumbersPython, isSaidFormat } from '../formatted-numbers';
import { momentsFrom } from '../python/reading';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import type { Target } from '../targets';
import { trimmedSql, WHITE_PYTHON } from '../white-space';
import { dateSql, numberSql, truthSql } from '../typed-text';
import { wordsSql } from '../words-of-cells';
import { writerOf, type Said } from '../writer';

type Params = Parameters<typeof changeType.describe>[0];
type ChangeSaid = Said<Params, unknown>;

const fromKind = ({ params, before }: ChangeSaid): Kind => before.kinds.get(params.column) ?? 'text';

/** How the numbers are written, where that is said in full. */
const numbersIn = (params: Params): NumberFormat | null =>
  params.to === 'number' && params.format !== undefined ? numberFormatOf(params.format) : null;

function isSaid(params: Params, target: Target): boolean {
  if (!('format' in params) || params.format === undefined) return true;
  if (params.to === 'date') return target === 'python';
  const format = numbersIn(params);
  return format !== null && isSaidFormat(format);
}

export const changeTypeWriter = writerOf(changeType, {
  cannot: (said) => {
    const { params, target } = said;
    const from = fromKind(said);
    if (from === params.to) return null;
    if (params.to === 'date' && from === 'number') return 'Numbers that are dates are not written as code.';
    if (from === 'text' && !isSaid(params, target))
      return `Cells written as ${'format' in params ? params.format : ''} are not read by this code.`;
    if (from === 'boolean' && params.to === 'text')
      return 'Only the file knows how yes and no are spelt in it.';
    return null;
  },
  differs: (said) => {
    const { params, target } = said;
    if (fromKind(said) === params.to) return [];
    const refuses = params.to !== 'text' && params.otherwise === 'refuse';
    return [
      ...(refuses ? ['A cell that cannot be read becomes blank, where the recipe would stop.'] : []),
      ...(params.to === 'date' && target !== 'python'
        ? ['Dates with the name of the month, and hours with am or pm, become blank.']
        : []),
    ];
  },
  sql(sql, said) {
    const { params } = said;
    if (fromKind(said) === params.to) sql.note();
    else sql.add([[params.column, converted(sql, said)]]);
  },
  python: inPython,
});

function converted(sql: SqlScript, said: ChangeSaid): string {
  const { params, before } = said;
  const cell = sql.ref(params.column);
  const from = fromKind(said);
  if (params.to === 'text') return wordsSql(sql, cell, from, before.clocks.has(params.column));
  if (params.to === 'boolean' && from === 'number')
    return `CASE WHEN ${cell} = 1 THEN TRUE WHEN ${cell} = 0 THEN FALSE END`;
  if (from === 'boolean') return `CASE WHEN ${cell} THEN 1 WHEN NOT ${cell} THEN 0 END`;
  const text = trimmedSql(sql.dialect, cell);
  if (params.to === 'boolean') return truthSql(sql, text);
  const format = numbersIn(params);
  if (format) return formattedNumberSql(sql, cell, format);
  if (params.to === 'number') return numberSql(sql, text, params.decimal ?? '.');
  return dateSql(sql, text, params.order ?? 'ymd');
}

function inPython(python: PythonScript, said: ChangeSaid): void {
  const { params, before } = said;
  const cell = python.column(params.column);
  const from = fromKind(said);
  if (from === params.to) return;
  if (params.to === 'text') {
    python.use('words');
    python.line(`${cell} = words(${cell}, clock=${before.clocks.has(params.column) ? 'True' : 'False'})`);
    return;
  }
  if (from === 'boolean') {
    python.line(`${cell} = ${cell}.astype(float)`);
    return;
  }
  if (from === 'number') {
    python.line(`${cell} = ${cell}.map({0: False, 1: True}).astype("boolean")`);
    return;
  }
  const format = numbersIn(params);
  if (format) {
    python.line(`${cell} = ${formattedNumbersPython(python, cell, format)}`);
    return;
  }
  python.use('each_once');
  if (params.to === 'boolean') {
    python.use('truth_from');
    python.line(`${cell} = each_once(${cell}, truth_from).astype("boolean")`);
  } else if (params.to === 'number') {
    python.use('number_from');
    python.line(
      `${cell} = each_once(${cell}, lambda text: number_from(text, ${python.text(params.decimal ?? '.')})).astype(float)`,
    );
  } else {
    const pattern =
      params.format ?? { ymd: 'YYYY-MM-DD', dmy: 'DD/MM/YYYY', mdy: 'MM/DD/YYYY' }[params.order ?? 'ymd'];
    python.line(
      `${cell} = ${momentsFrom(python, `${cell}.where(~${cell}.str.fullmatch(r"${WHITE_PYTHON}*", na=False))`, pattern)}`,
    );
  }
}
