import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { DAY, parseDay } from '../parts/calendar';
import { clockTest } from '../parts/clock';
import { kindOf, RuleSegmentsParams, type Rule, type RuleCondition } from './params';

/** Who meets which rule. */
export interface RulesMatched {
  /** For each row the place of the first rule it meets, from 1; 0 where it meets none. */
  first: Uint8Array;
  /** For each rule how many have it as their first, and how many meet it. */
  taken: Uint32Array;
  met: Uint32Array;
  /** Rows that meet several rules. */
  several: number;
}

/** Holds each row against each rule. **Blanks**: meet no condition. @throws EngineError `missing-column`, `wrong-kind` */
export async function matchRules(
  table: ColumnTable,
  rules: readonly Rule[],
  work: Work,
): Promise<RulesMatched> {
  const tests = rules.map(({ when }) => when.map((condition) => testOf(table, condition)));
  const first = new Uint8Array(table.numRows());
  const [taken, met] = [new Uint32Array(rules.length), new Uint32Array(rules.length)];
  let several = 0;
  await inBlocks(first.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      let meets = 0;
      for (let rule = 0; rule < tests.length; rule++) {
        if (!tests[rule]!.every((test) => test(row))) continue;
        met[rule]!++;
        if (meets++ === 0) first[row] = rule + 1;
      }
      if (meets > 0) taken[first[row]! - 1]!++;
      if (meets > 1) several++;
    }
  });
  return { first, taken, met, several };
}

function testOf(table: ColumnTable, condition: RuleCondition): (row: number) => boolean {
  const kind = kindOf(condition);
  if (kind === 'text') return wordTest(table, condition);
  if (kind === 'boolean') {
    const { values } = columnAs(table, condition.column, 'boolean');
    const wanted = Number(condition.is);
    return (row) => values[row] === wanted;
  }
  const { values } = columnAs(table, condition.column, kind);
  const { weekdays, hours } = condition;
  if (weekdays ?? hours) {
    const meets = weekdays ? clockTest('weekdays', weekdays) : clockTest('hours', hours ?? []);
    return (row) => meets(values[row]!);
  }
  const least = boundOf(condition.from) ?? -Infinity;
  const most = boundOf(condition.to) ?? Infinity;
  // A day lasts until the next one begins.
  const end = kind === 'date' ? most + DAY : most;
  return kind === 'date'
    ? (row) => values[row]! >= least && values[row]! < end
    : (row) => values[row]! >= least && values[row]! <= most;
}

/** A bound as cells are: numbers, or milliseconds at which a day begins. */
const boundOf = (bound: RuleCondition['from']): number | undefined =>
  typeof bound === 'string' ? parseDay(bound)! * DAY : bound;

function wordTest(table: ColumnTable, { column, values }: RuleCondition): (row: number) => boolean {
  const { codes, dictionary } = columnAs(table, column, 'text');
  const wanted = new Set(values);
  const isWanted = Uint8Array.from({ length: dictionary.size }, (_, code) =>
    Number(wanted.has(dictionary.text(code))),
  );
  return (row) => isWanted[codes[row]!] === 1;
}

/** What rules come to, before they are a step. */
export interface RulesCount {
  customers: number;
  /** For each rule how many it has, and how many more meet it that an earlier rule has. */
  rules: readonly { customers: number; earlier: number }[];
  others: number;
}

/** Counts the customers of each rule. @throws EngineError `missing-column`, `wrong-kind` */
export async function countRules(
  table: ColumnTable,
  rules: readonly Rule[],
  work: Work,
): Promise<RulesCount> {
  const parsed = v.parse(RuleSegmentsParams, { rules });
  const { taken, met } = await matchRules(table, parsed.rules, work);
  const customers = table.numRows();
  return {
    customers,
    rules: Array.from(taken, (count, i) => ({ customers: count, earlier: met[i]! - count })),
    others: customers - taken.reduce((sum, count) => sum + count, 0),
  };
}
