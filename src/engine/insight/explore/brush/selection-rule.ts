import type { ColumnTable } from 'arquero';
import { isMissing, type Column } from '../../../table/columns';
import { columnAs, columnOf } from '../../../table/table';
import { conditionTest, type RowTest } from '../../../steps/filter-rows/condition-test';
import type { Condition, FilterParams } from '../../../steps/filter-rows/params';
import { dayOf, isoDay, parseDay } from '../../../steps/parts/calendar';
import type { RuleCondition } from '../../../steps/rule-segments/params';

/** As many as a rule can hold. */
const MOST_COLUMNS = 4;
/** More values than these are no list that a person reads. */
const MOST_VALUES = 100;

type Fault = 'blanks' | 'apart' | 'many-values' | 'many-columns' | 'all';

/** The conditions of a rule that the selected rows meet and no others; or why there are none. */
export type SelectionRule = { ok: true; when: readonly RuleCondition[] } | { ok: false; why: Fault };

type Asked = FilterParams['conditions'];

/**
 * A selection as a rule that makes a segment (step `rule-segments`), from the step that keeps its rows. What ends below an
 * edge ends at the greatest value below it. **Blanks**: a rule cannot ask for them. Cannot be said: values with others
 * between them (`apart`), more than 100 values, more than four columns, all rows.
 */
export function selectionRule(table: ColumnTable, step: FilterParams | null): SelectionRule {
  const byColumn = new Map<string, Asked>();
  for (const one of step?.conditions ?? []) {
    const { column } = 'conditions' in one ? one.conditions[0]! : one;
    byColumn.set(column, [...(byColumn.get(column) ?? []), one]);
  }
  const when: RuleCondition[] = [];
  for (const [name, asked] of byColumn) {
    const found = ruleCondition(table, name, asked);
    if (typeof found === 'string') return { ok: false, why: found };
    if (found) when.push(found);
  }
  if (when.length === 0) return { ok: false, why: 'all' };
  return when.length > MOST_COLUMNS ? { ok: false, why: 'many-columns' } : { ok: true, when };
}

/** Null where every row meets it. */
function ruleCondition(table: ColumnTable, name: string, asked: Asked): RuleCondition | Fault | null {
  const flat = asked.flatMap((one) => ('conditions' in one ? one.conditions : [one]));
  if (flat.some(({ is }) => is === 'blank')) return 'blanks';
  const column = columnOf(table, name);
  if (flat.every(({ is }) => is === 'not-blank') && !hasBlanks(column)) return null;
  switch (column.kind) {
    case 'text':
      return valuesOf(table, name, flat);
    case 'boolean':
      return flat.some(({ is }) => is === 'not-blank')
        ? 'apart'
        : { column: name, is: flat.every(({ is }) => is === 'yes') };
    case 'date':
      return daysOf(name, flat, column.values);
    case 'number':
      return rangeOf(table, name, asked);
  }
}

function hasBlanks(column: Column): boolean {
  for (let row = 0; row < column.length; row++) if (isMissing(column, row)) return true;
  return false;
}

function valuesOf(table: ColumnTable, column: string, asked: readonly Condition[]): RuleCondition | Fault {
  const { codes, dictionary } = columnAs(table, column, 'text');
  const [first] = asked;
  if (first?.is === 'one-of') return { column, values: first.values };
  const not = new Set(asked.flatMap((one) => (one.is === 'not-text' ? [one.value] : [])));
  const used = new Uint8Array(dictionary.size);
  // A blank's code is none of the dictionary's.
  for (let row = 0; row < codes.length; row++) used[codes[row]!] = 1;
  const values: string[] = [];
  for (let code = 0; code < used.length && values.length <= MOST_VALUES; code++) {
    if (used[code] && !not.has(dictionary.text(code))) values.push(dictionary.text(code));
  }
  return values.length > MOST_VALUES || values.length === 0 ? 'many-values' : { column, values };
}

function daysOf(column: string, asked: readonly Condition[], values: Float64Array): RuleCondition {
  const day = (iso: string, by: number) => isoDay(parseDay(iso)! + by);
  const [one] = asked;
  switch (one?.is) {
    case 'days':
      return { column, from: one.from, to: one.to };
    case 'before':
      return { column, to: day(one.day, -1) };
    case 'after':
      return { column, from: day(one.day, 1) };
    case 'weekdays':
    case 'hours':
      return { column, [one.is]: one.values };
    default:
      return { column, from: isoDay(dayOf(extremes(values, () => true).least)) };
  }
}

function rangeOf(table: ColumnTable, column: string, asked: Asked): RuleCondition | Fault {
  const { values } = columnAs(table, column, 'number');
  const tests = asked.map((one) => {
    if (!('conditions' in one)) return conditionTest(table, one);
    const some = one.conditions.map((each) => conditionTest(table, each));
    return (row: number) => some.some((test) => test(row));
  });
  const meets: RowTest = (row) => tests.every((test) => test(row));
  const { least, most } = extremes(values, meets);
  if (least > most) return 'apart';
  for (let row = 0; row < values.length; row++)
    if (values[row]! >= least && values[row]! <= most && !meets(row)) return 'apart';
  const ways = new Map(
    asked.flatMap((one) => ('value' in one ? [[one.is, Number(one.value)] as const] : [])),
  );
  const set = {
    above: ways.has('less') || ways.has('at-most'),
    below: ways.has('at-least') || ways.has('more'),
  };
  return {
    column,
    // An end that nobody set is left open.
    ...((set.below || !set.above) && { from: ways.get('at-least') ?? least }),
    ...((set.above || !set.below) && { to: ways.get('at-most') ?? most }),
  };
}

/** The least and the greatest of the values in rows that pass. */
function extremes(values: Float64Array, passes: RowTest): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value || !passes(row)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
