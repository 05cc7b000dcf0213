import type { ColumnTable } from 'arquero';
import { EngineError, type ErrorDetails } from '../errors';
import { cellAt } from '../recipe/effect/examples';
import type { RowExample } from '../recipe/effect/step-effect';
import { kindsOf } from '../recipe/source-table';
import type { Kind } from '../table/columns';
import { metaOf, unitIn } from '../table/meta';
import { columnOf, take } from '../table/table';
import type { Work } from '../work';
import { checkFormula, kindOf } from './check';
import { Evaluation } from './evaluate';
import { learnAll } from './learnt-calls';
import { checkCondition } from './on-table';
import { looksAtOthers } from './looks-at-others';
import { otherCase } from './other-case';
import { columnsIn } from './parse';

/** Rows shown. */
export const TRIED_ROWS = 20;
/** Of more columns the first are shown beside the result. */
const MOST_COLUMNS = 6;

/** A formula to be tried. */
export interface TryFormula {
  /** What its column is called. */
  as: string;
  formula: string;
  /** It must be yes or no. */
  condition?: boolean;
}

/** A formula as it stands, tried on the first rows of a table. */
export interface FormulaTrial {
  /** What is wrong with it, as `bad-formula` says it; null if nothing is. */
  fault: ErrorDetails | null;
  /** A text that its column has in other capitals only, as a fault is told; null if there is none. */
  hint?: ErrorDetails | null;
  /** What it gives. */
  kind: Kind | null;
  /** The first rows: the columns it names, and last, called `as`, what it gives. */
  rows: readonly RowExample[];
  /** What the columns it names are counted in, as written, where something says so. */
  units?: Readonly<Record<string, string>>;
}

/**
 * Reads a formula and computes it for the first twenty rows. One that looks at other rows is computed on all of them.
 * @throws EngineError whatever the table lacks but `bad-formula`; Stopped
 */
export async function tryFormula(
  table: ColumnTable,
  { as, formula, condition = false }: TryFormula,
  work: Work,
): Promise<FormulaTrial> {
  try {
    const kinds = new Map(kindsOf(table).map(({ name, kind }) => [name, kind]));
    const typed = condition ? checkCondition(formula, kinds) : checkFormula(formula, kinds);
    const count = Math.min(TRIED_ROWS, table.numRows());
    const first = Uint32Array.from({ length: count }, (_, row) => row);
    const of = looksAtOthers(formula) ? table : take(table, first);
    const column = await new Evaluation(of, await learnAll(typed, of, work), work).column(typed);
    const named = columnsIn(formula)
      .filter((name) => name !== as)
      .slice(0, MOST_COLUMNS)
      .map((name) => [name, columnOf(table, name)] as const);
    const shown = [...named, [as, column] as const];
    const numbers = metaOf(table).sourceRows;
    const rows = [...first].map((row) => ({
      row: (numbers ? numbers[row]! : row) + 1,
      cells: shown.map(([name, cells]) => ({ column: name, cell: cellAt(cells, row) })),
    }));
    const units = Object.fromEntries(
      named.flatMap(([name]) => {
        const { unit } = unitIn(table, name);
        return unit === undefined ? [] : [[name, unit]];
      }),
    );
    return { fault: null, hint: otherCase(typed, table), kind: kindOf(typed), rows, units };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'bad-formula') throw error;
    return { fault: error.details, kind: null, rows: [] };
  }
}
