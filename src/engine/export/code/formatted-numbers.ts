import { isCurrency } from '../../table/build/currency';
import type { NumberFormat } from '../../table/build/number-format';
import { pythonText } from './python/literals';
import type { PythonScript } from './python/script';
import { all } from './sql/cases';
import type { SqlScript } from './sql/script';

/** Blanks of any width, and those of them that may part digits. */
const PARTING = ' \u00a0\u2007\u2008\u2009\u202f';
const BLANKS = `${PARTING}\t`;

/** Whether code reads numbers written so: their unit is none that may be taken for digits, signs or blanks. */
export const isSaidFormat = ({ unit }: NumberFormat): boolean =>
  unit === null || unit === '%' || isCurrency(unit);

/** A column of texts as numbers; what is not written in that format is blank. */
export function formattedNumbersPython(python: PythonScript, cell: string, format: NumberFormat): string {
  python.use('each_once');
  python.use('written_number');
  const { decimal, unit, lakh } = format;
  const options = [
    pythonText(decimal),
    ...(unit === null ? [] : [pythonText(unit)]),
    ...(lakh ? ['lakh=True'] : []),
  ];
  return `each_once(${cell}, lambda text: written_number(text, ${options.join(', ')})).astype(float)`;
}

/** The number a text says in that format, blank where it says none: the rules of `NumberCells` as patterns. */
export function formattedNumberSql(sql: SqlScript, text: string, format: NumberFormat): string {
  const { dialect } = sql;
  const is = (of: string, pattern: string) => dialect.isLike(of, pattern);
  const mark = format.decimal === '.' ? '[.]' : ',';
  const group = format.decimal === '.' ? ',' : '.';
  const marks = `[${group}'’${PARTING}]`;
  const unit = format.unit === null ? null : patternOf(format.unit);
  const edge = unit === null ? `[${BLANKS}]*` : `([${BLANKS}]|${unit})*`;
  // What stands between signs, brackets, blanks and the unit.
  const core = dialect.replaced(text, `^${edge}([-+−(]${edge})?|${edge}([-−)]${edge})?$`, "''");
  const digit = `${mark}?[0-9](.*[0-9])?${mark}?`;
  const framed = [
    `${edge}([-+−]${edge})?${digit}${edge}`,
    `${edge}[(]${edge}${digit}${edge}[)]${edge}`,
    `${edge}${digit}${edge}[-−]${edge}`,
  ].join('|');
  const whole = ['[0-9]*', ...[`[${group}]`, "['’]", `[${PARTING}]`].map((one) => inGroups(one, format))];
  const spelt = [
    is(text, framed),
    is(core, `(${whole.join('|')})(${mark}[0-9]*)?([eE][-+]?[012]?[0-9]{1,2})?`),
    `NOT ${is(core, `0${marks}?[0-9].*|([0-9]${marks}?){15}[0-9].*`)}`,
    ...(unit === null ? [] : [`NOT ${is(text, `.*${unit}.*${unit}.*`)}`]),
    ...(format.unit === '%' ? [is(text, `.*${unit}.*`)] : []),
    ...(unit === null ? namesInstead(marks, format).map((pattern) => `NOT ${is(text, pattern)}`) : []),
  ];
  const value = valueSql(sql, dialect.replaced(core, marks, "''"), format);
  const less = is(text, '[^0-9]*[-−(].*|.*[-−][^0-9]*');
  // From 0, so that nothing is ever less than nothing.
  return `CASE WHEN ${all(spelt)} THEN CASE WHEN ${less} THEN 0 - ${value} ELSE ${value} END END`;
}

/** Whole numbers in groups with that mark between them. */
const inGroups = (mark: string, { lakh }: NumberFormat): string =>
  lakh ? `[0-9]{1,2}(${mark}[0-9]{2})*${mark}[0-9]{3}` : `[0-9]{1,3}(${mark}[0-9]{3})+`;

/** Numbers of telephones, and addresses of the internet where points part digits. */
function namesInstead(marks: string, { decimal, lakh }: NumberFormat): string[] {
  const phone = `[${BLANKS}]*[+][${BLANKS}]*([0-9]${marks}?){6}[0-9].*`;
  const byte = (short: string) => `(${short}|2[0-4][0-9]|25[0-5])`;
  const bytes = `${byte('[01]?[0-9]?[0-9]')}([.]${byte('[01][0-9][0-9]')}){3}`;
  return decimal === ',' && !lakh ? [phone, `[^0-9]*${bytes}([^.0-9].*)?`] : [phone];
}

/** Digits with their fraction and exponent as a number; shares are hundredths. */
function valueSql({ dialect }: SqlScript, digits: string, { decimal, unit }: NumberFormat): string {
  const cast = (text: string) => `CAST(${text} AS ${dialect.types.number})`;
  const pointed = decimal === '.' ? digits : `REPLACE(${digits}, ',', '.')`;
  if (unit !== '%') return cast(pointed);
  const ended = dialect.replaced(pointed, '[.]$', "''");
  const exponent = dialect.isLike(pointed, '.*[eE].*');
  return `CASE WHEN ${exponent} THEN ${cast(pointed)} / 100 ELSE ${cast(`CONCAT(${ended}, 'e-2')`)} END`;
}

/** A text as a pattern: what is no letter stands in a class. */
const patternOf = (text: string): string => text.replace(/\P{L}/gu, '[$&]');
