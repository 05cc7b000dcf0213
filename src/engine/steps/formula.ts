import * as v from 'valibot';
import { checkFormula, kindOf } from '../formula/check';
import { looksAtOthers } from '../formula/looks-at-others';
import {
  applyFormula,
  fitFormula,
  FormulaFit,
  formulaRefusal,
  FormulaText,
  refusalOf,
  shortened,
} from '../formula/on-table';
import { columnsIn, parseFormula, withColumnsCalled } from '../formula/parse';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Applied } from '../recipe/step';
import { countMissing, type Kind } from '../table/columns';
import { metaOf, withMeta } from '../table/meta';
import { withColumns } from '../table/table';

const Params = v.strictObject({
  /** The name of the new column. */
  as: ColumnName,
  formula: FormulaText,
});

/**
 * Adds a column that a formula gives (docs/FORMULA.md): a number, a date, a text or yes and no. **Blanks**: arithmetic
 * with one gives one, conditions take one for no. **Unit**: that of its columns where they have one and it keeps it. Counts: `filled` cells, and blanks because something was divided by 0
 * (`divided`), has no value there (`outside`) or cannot be read (`unread`).
 * @throws EngineError `bad-formula`, `missing-column`; `not-a-model` if a fit is of another formula
 */
export const formula = defineStep({
  op: 'formula',
  version: 1,
  params: Params,
  learnt: FormulaFit,
  reads: ({ formula: text }) => columnsIn(text),
  adds: ({ as }) => [as],
  makes: ({ as, formula: text }, before) => {
    const kind = kindIn(text, before);
    return kind === null ? [] : [[as, kind]];
  },
  refuses: ({ formula: text }) => refusalOf(() => parseFormula(text)),
  checks: ({ formula: text }, kinds) => formulaRefusal(text, kinds),
  called: (params, as) => ({ ...params, formula: withColumnsCalled(params.formula, as) }),
  looksAtAll: ({ formula: text }) => looksAtOthers(text),
  describe: ({ as, formula: text }) => `Calculate ${as} = ${shortened(text)}`,
  fit: (table, { formula: text }, work): Promise<FormulaFit> => fitFormula(table, text, work),
  apply: async (table, { as, formula: text }, fit, work): Promise<Applied> => {
    const { column, faults, unit } = await applyFormula(table, text, fit, work);
    const filled = column.length - countMissing(column);
    const made = withColumns(table, [[as, column]]);
    const units = new Map(metaOf(made).units);
    if (unit !== null) units.set(as, unit);
    return { table: withMeta(made, { units }), counts: { filled, ...faults } };
  },
});

function kindIn(text: string, kinds: ReadonlyMap<string, Kind>): Kind | null {
  let kind: Kind | null = null;
  refusalOf(() => (kind = kindOf(checkFormula(text, kinds))));
  return kind;
}
