/** Evaluates the rules as the programs do that they are written for; the tiny part of each language that they use. */
export type Cells = Readonly<Record<string, number | null>>;

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const EXCEL_NAME = String.raw`customers\[((?:'.|[^'\]])*)\]`;
const FACTOR = new RegExp(
  String.raw`^(?:ISNUMBER\(${EXCEL_NAME}\)|\(${EXCEL_NAME}(>=|<=)(${NUMBER})\))(?:\*|$)`,
  's',
);

const meets = (value: number, sign: string, bound: number): boolean =>
  sign === '>=' ? value >= bound : value <= bound;

/** `=FILTER(customers,…)`: a product of tests, in which an empty cell counts as 0. */
export function excelKeeps(formula: string, cells: Cells): boolean {
  const [, product = ''] = /^=FILTER\(customers,(.*)\)$/s.exec(formula) ?? [];
  const name = (escaped: string) => escaped.replace(/'(.)/gs, '$1');
  let rest = product;
  let kept = rest !== '';
  while (rest !== '') {
    const found = FACTOR.exec(rest);
    if (!found) throw new Error(`Excel would not understand ${rest}`);
    const [whole, filled, column, sign, bound] = found;
    kept &&=
      filled === undefined
        ? meets(cells[name(column!)] ?? 0, sign!, Number(bound))
        : typeof cells[name(filled)] === 'number';
    rest = rest.slice(whole.length);
  }
  return kept;
}

/** One test a line, joined by AND; an empty field meets none. */
export function crmKeeps(rule: string, cells: Cells): boolean {
  return rule.split('\nAND ').every((line) => {
    const found = new RegExp(`^(.*) is at (least|most) (${NUMBER})$`, 's').exec(line);
    if (!found) throw new Error(`nobody would understand ${line}`);
    const [, column, way, bound] = found;
    const value = cells[column!];
    return typeof value === 'number' && meets(value, way === 'least' ? '>=' : '<=', Number(bound));
  });
}
