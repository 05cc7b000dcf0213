import type { Grain, Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { candidates, type Candidate } from './role-scores';

/** What one row is, and how sure that is, 0 to 1. */
export interface GrainGuess {
  grain: Grain;
  confidence: number;
}

const REPEATS = 1.2;
const PLAINLY_REPEATS = 1.5;

/**
 * Orders where a customer column repeats and there is a date, or where the columns speak of orders and only the
 * customer or the date is wanting; customers otherwise.
 */
export function guessGrain(
  all: readonly ColumnFacts[],
  chosen: ReadonlyMap<string, Role | null>,
  nameless: boolean,
): GrainGuess {
  const find = (role: Role) => bestFor(role, all, chosen, nameless);
  const customer = find('customer');
  const date = find('date');
  const ofOrders = speaksOfOrders(find);
  if (customer && date) return byRepetition(rowsPerCustomer(customer.facts), ofOrders);
  if (customer && rowsPerCustomer(customer.facts) >= REPEATS && ofOrders)
    return { grain: 'orders', confidence: 0.6 };
  if (!customer && date && ofOrders) return { grain: 'orders', confidence: 0.6 };
  return { grain: 'customers', confidence: customer || date ? 0.85 : 0.8 };
}

function byRepetition(perCustomer: number, ofOrders: boolean): GrainGuess {
  if (perCustomer >= PLAINLY_REPEATS) return { grain: 'orders', confidence: 0.97 };
  if (perCustomer >= REPEATS) return { grain: 'orders', confidence: 0.8 };
  if (ofOrders && perCustomer > 1.02) return { grain: 'orders', confidence: 0.7 };
  return { grain: 'customers', confidence: perCustomer > 1.02 ? 0.7 : 0.95 };
}

function bestFor(
  role: Role,
  all: readonly ColumnFacts[],
  chosen: ReadonlyMap<string, Role | null>,
  nameless: boolean,
): Candidate | null {
  const mine = all.find(({ name }) => chosen.get(name) === role);
  if (mine) return { facts: mine, score: 1 };
  const free = all.filter(({ name }) => !chosen.has(name));
  const best = candidates(role, free, nameless)[0];
  return best && best.score >= 0.4 ? best : null;
}

const rowsPerCustomer = ({ rows, missing, distinct }: ColumnFacts) =>
  (rows - missing) / Math.max(1, distinct);

function speaksOfOrders(find: (role: Role) => Candidate | null): boolean {
  const sure = (role: Role) => (find(role)?.score ?? 0) >= 0.75;
  return sure('order') || sure('amount') || (sure('quantity') && sure('price'));
}
