import type { Role } from '../table/meta';
import { moneyColumns } from './money';
import type { RecipeInput } from './automatic-recipe';

/** Who a customer is: a file joined by one of these has one row for each. */
const WHO: readonly Role[] = ['customer', 'email', 'phone'];
/** Columns that adding up makes. */
const MADE = new Set(['recency_days', 'frequency', 'monetary', 'last_purchase']);

/**
 * The columns that came from files joined by the customer: they say who the customers are and go along when orders are
 * added up. Not those that the orders are counted by.
 */
export function joinedColumns({ before, roles, money, facts }: RecipeInput): string[] {
  const who = new Set(WHO.flatMap((role) => roles.get(role) ?? []));
  const there = new Set(facts.map(({ name }) => name));
  const counted = new Set([
    ...moneyColumns(money),
    ...(['customer', 'date', 'order', 'quantity'] as const).flatMap((role) => roles.get(role) ?? []),
  ]);
  const joins = before.filter(
    ({ op, enabled, params }) => op === 'join' && enabled && who.has(String(params['left'])),
  );
  const brought = joins.flatMap(({ params }) => (params['columns'] as { as: string }[]).map(({ as }) => as));
  return brought.filter((name) => there.has(name) && !counted.has(name) && !MADE.has(name));
}
