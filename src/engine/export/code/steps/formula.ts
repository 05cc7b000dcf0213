import { formula } from '../../../steps/formula';
import {
  formulaCannot,
  formulaDiffers,
  formulaHasClock,
  formulaNeedsOrder,
  formulaOf,
} from '../formula/formula-said';
import { kindOf } from '../../../formula/check';
import type { Typed } from '../../../formula/typed';
import { outer } from '../formula/outer';
import { columnPython } from '../formula/python-formula';
import { SqlFormula } from '../formula/sql-formula';
import type { FormulaFit } from '../../../formula/on-table';
import type { Target } from '../targets';
import type { State } from '../state';
import { writerOf } from '../writer';

const KEEPS = new Set(['+', '-', '*', '/', 'floor', 'ceil', 'abs', 'sqrt']);

/** Whether it is a 64-bit number as it stands: where whole numbers are written out, databases take others. */
const isDouble = (of: Typed): boolean =>
  of.type === 'column' || (of.type === 'call' && KEEPS.has(of.fn.name) && of.args.some(isDouble));

interface FormulaSaid {
  fit: FormulaFit;
  before: State;
  target: Target;
}

const known = ({ fit, before, target }: FormulaSaid) => ({ fit, kinds: before.kinds, target });

export const formulaWriter = writerOf(formula, {
  cannot: (said) => formulaCannot(said.params.formula, known(said)),
  differs: (said) => formulaDiffers(said.params.formula, known(said)),
  needsOrder: (said) => formulaNeedsOrder(said.params.formula, known(said)),
  clocks: (said) =>
    formulaHasClock(said.params.formula, known(said), said.before.clocks) ? [said.params.as] : [],
  sql(sql, said) {
    const { as } = said.params;
    const typed = formulaOf(said.params.formula, known(said));
    const words = new SqlFormula(sql, said.before.kinds);
    const value = outer(words.value(typed));
    const cell = kindOf(typed) === 'number' && !isDouble(typed) ? words.number(value) : value;
    if (!words.writeParts()) sql.add([[as, cell]]);
    else {
      const others = sql.columns.filter((column) => column !== as);
      const all = sql.columns.includes(as) ? sql.columns : [...others, as];
      sql.select(all.map((column) => [column, column === as ? cell : sql.ref(column)]));
    }
  },
  python(python, said) {
    columnPython(python, said.params.as, formulaOf(said.params.formula, known(said)));
  },
});
