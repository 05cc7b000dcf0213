import type { ReadResult } from '../files/read-report';
import { inBlocks } from '../steps/parts/blocks';
import type { Role } from '../table/meta';
import type { Work } from '../work';
import { automaticRecipe } from './automatic-recipe';
import { columnFacts, type ColumnFacts } from './column-facts';
import { columnLists } from './column-lists';
import { findingsOf } from './findings';
import { guessGrain } from './grain';
import { measuredFacts } from './measured-facts';
import { moneyColumns, moneyOf, moneyOfRow } from './money';
import { guessRoles } from './roles';
import type { Choices, ColumnSummary, RoleGuess, Understanding } from './understanding';

/**
 * Everything the check screen says about a file: what each row and column is, how sure that is, what is worth knowing,
 * and the automatic recipe. The person's choices win over the guesses.
 */
export async function understand(read: ReadResult, chosen: Choices, work: Work): Promise<Understanding> {
  const { table, report } = read;
  const facts = await columnFacts(table, report, work);
  const nameless = !report.options.header;
  const chosenRoles = chosen.roles ?? new Map<string, Role | null>();
  const guessed = guessGrain(facts, chosenRoles, nameless);
  const grain = chosen.grain ?? guessed.grain;
  const guesses = guessRoles(facts, grain, chosenRoles, nameless);
  const roles = new Map(guesses.map(({ role, column }) => [role, column]));
  const measured = await measuredFacts(facts, table, report.options.decimal, grain, work);
  const lists =
    grain === 'customers' ? await columnLists(measured, guesses, chosen.lists ?? new Map(), work) : [];
  const money = chosen.money === undefined ? moneyOf(grain, guesses, measured) : chosen.money;
  const rowMoney = money ? moneyOfRow(table, money, report.options.decimal) : null;
  const total = rowMoney ? await sumOf(rowMoney, table.totalRows(), work) : null;
  const needed = new Set([
    ...moneyColumns(money),
    ...[roles.get('date'), roles.get('quantity')].filter((name) => name !== undefined),
  ]);
  const findings = await findingsOf({
    table, report, facts, grain, roles, money: rowMoney, moneyTotal: total, needed, lists, work,
  }); // prettier-ignore
  const unnamed = findings.find(({ code }) => code === 'no-customer')?.details['money'];
  return {
    report,
    columns: summaries(facts, guesses),
    guesses,
    grain,
    grainConfidence: chosen.grain ? 1 : guessed.confidence,
    customers: customersIn(facts, grain === 'orders' ? roles.get('customer') : undefined),
    ...dates(facts, roles.get('date')),
    money,
    moneyTotal: total,
    moneyWithoutCustomer: total === null ? null : typeof unnamed === 'number' ? unnamed : 0,
    lists,
    findings,
    recipe: automaticRecipe({ report, grain, roles, money, lists, facts, measured }),
  };
}

/** The money of all rows; rows whose money is unknown add nothing. */
async function sumOf(money: (row: number) => number, rows: number, work: Work): Promise<number> {
  let sum = 0;
  await inBlocks(rows, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) sum += money(row) || 0;
  });
  return sum;
}

function summaries(facts: readonly ColumnFacts[], guesses: readonly RoleGuess[]): ColumnSummary[] {
  const roleOf = new Map(guesses.map(({ column, role }) => [column, role]));
  return facts.map(({ name, kind, identifier, missing, distinct, histogram, min, max, hasTime }) => {
    const role = roleOf.get(name) ?? null;
    const names = identifier || (kind === 'text' && (role === 'customer' || role === 'order'));
    return { name, kind, role, identifier: names, missing, distinct, histogram, min, max, hasTime };
  });
}

function customersIn(facts: readonly ColumnFacts[], customer: string | undefined): number {
  if (customer === undefined) return facts[0]?.rows ?? 0;
  return facts.find(({ name }) => name === customer)?.distinct ?? 0;
}

function dates(facts: readonly ColumnFacts[], date: string | undefined): Pick<Understanding, 'from' | 'to'> {
  const found = facts.find(({ name, kind }) => name === date && kind === 'date');
  return { from: found?.min ?? null, to: found?.max ?? null };
}
