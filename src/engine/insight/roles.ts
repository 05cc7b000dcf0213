import type { Grain, Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { isProduct } from './price-relation';
import { quantityBeside } from './products-of-money';
import { candidates, keyCandidates, type Candidate } from './role-scores';
import type { RoleGuess } from './understanding';

const LEAST = 0.3;
const TO_CHECK = 0.6;
const OF_ORDERS: readonly Role[] = [
  'customer', 'order', 'date', 'amount', 'quantity', 'price', 'product', 'country', 'email', 'phone', 'name', 'consent',
]; // prettier-ignore
const OF_CUSTOMERS: readonly Role[] = [
  'customer', 'recency', 'frequency', 'monetary', 'email', 'phone', 'name', 'country', 'consent',
]; // prettier-ignore

const OF_MONEY: readonly Role[] = ['amount', 'quantity', 'price', 'monetary'];

/**
 * One column per role at most and one role per column; the person's choices come first, with confidence 1
 * (null: the column has no role). Roles are filled in the order of their weight for the job.
 * @param notMoney columns that are not taken for money, a quantity or a price
 */
export function guessRoles(
  all: readonly ColumnFacts[],
  grain: Grain,
  chosen: ReadonlyMap<string, Role | null>,
  nameless: boolean,
  notMoney: ReadonlySet<string> = new Set(),
): RoleGuess[] {
  const guesses = chosenRoles(all, chosen);
  const isProductChosen = (['quantity', 'price'] as const).every((role) =>
    guesses.some((guess) => guess.role === role),
  );
  const free = () =>
    all.filter(({ name }) => !chosen.has(name) && !guesses.some(({ column }) => column === name));
  for (const role of grain === 'orders' ? OF_ORDERS : OF_CUSTOMERS) {
    if (guesses.some((guess) => guess.role === role)) continue;
    if (role === 'amount' && isProductChosen) continue;
    const fit = OF_MONEY.includes(role) ? free().filter(({ name }) => !notMoney.has(name)) : free();
    const best = bestOf(role, fit, grain, nameless);
    if (best) guesses.push({ column: best.facts.name, role, confidence: round(best.score) });
  }
  if (grain === 'customers') return withBuyTillYouDie(guesses, free());
  return withMoneyChecked(
    guesses,
    all,
    free().filter(({ name }) => !notMoney.has(name)),
  );
}

/** Of two columns chosen for one role the later has it. */
function chosenRoles(all: readonly ColumnFacts[], chosen: ReadonlyMap<string, Role | null>): RoleGuess[] {
  const columns = new Map<Role, string>();
  for (const [column, role] of chosen) {
    if (role !== null && all.some(({ name }) => name === column)) columns.set(role, column);
  }
  return [...columns].map(([role, column]) => ({ column, role, confidence: 1 }));
}

function bestOf(role: Role, free: ColumnFacts[], grain: Grain, nameless: boolean): Candidate | null {
  const found =
    grain === 'customers' && role === 'customer' ? keyCandidates(free) : candidates(role, free, nameless);
  const [best, second] = found;
  if (!best || best.score < LEAST) return null;
  // Two columns that say "spent" equally well: none of them is plainly what a customer is worth.
  const tied = grain === 'customers' && second !== undefined && second.score > best.score - 0.05;
  return tied && role !== 'customer' ? { ...best, score: best.score * 0.7 } : best;
}

/**
 * Quantity × price = amount makes all three sure. A price of one piece, without a column called a quantity, is multiplied
 * by the one column that may be it; any other price alone is the amount. Both are to be checked.
 */
function withMoneyChecked(
  guesses: readonly RoleGuess[],
  all: readonly ColumnFacts[],
  free: readonly ColumnFacts[],
): RoleGuess[] {
  const of = (role: Role) => guesses.find((guess) => guess.role === role);
  const factsOf = (role: Role) => all.find(({ name }) => name === of(role)?.column);
  const [total, quantity, price] = [factsOf('amount'), factsOf('quantity'), factsOf('price')];
  if (!total && price && !quantity) {
    const pieces = quantityBeside(price, free);
    if (pieces) return [...guesses, { column: pieces.name, role: 'quantity', confidence: TO_CHECK }];
    return guesses.map((guess) =>
      guess.role === 'price'
        ? { ...guess, role: 'amount', confidence: Math.min(guess.confidence, TO_CHECK) }
        : guess,
    );
  }
  if (!total || !quantity || !price || !isProduct(total, quantity, price)) return [...guesses];
  const sure = new Set([total.name, quantity.name, price.name]);
  return guesses.map((guess) =>
    sure.has(guess.column) ? { ...guess, confidence: Math.max(guess.confidence, 0.99) } : guess,
  );
}

/** The letters of the purchase models of Fader and Hardie: x repeat orders, t_x time of the last, T age, zbar mean money. */
function withBuyTillYouDie(guesses: readonly RoleGuess[], free: readonly ColumnFacts[]): RoleGuess[] {
  const named = (name: string) => free.find((facts) => facts.name === name && facts.kind === 'number');
  if (!named('x') || !named('t_x') || !named('T')) return [...guesses];
  const money = named('zbar') ?? named('m_x');
  const letters: readonly (readonly [Role, ColumnFacts | undefined])[] = [
    ['recency', named('t_x')],
    ['frequency', named('x')],
    ['monetary', money],
  ];
  const added = letters.filter(([role, facts]) => facts && !guesses.some((guess) => guess.role === role));
  return [...guesses, ...added.map(([role, facts]) => ({ column: facts!.name, role, confidence: 0.75 }))];
}

/**
 * The column of each role as the recipe remembers it. In the tables of purchase models (a column T) recency counts from
 * the first purchase, so that more is later: taken for days since the last, it would name segments the wrong way round.
 */
export function rolesForNaming(
  guesses: readonly RoleGuess[],
  all: readonly ColumnFacts[],
): ReadonlyMap<Role, string> {
  const fromFirst = all.some(({ name }) => name === 'T');
  const kept = guesses.filter(({ role, confidence }) => role !== 'recency' || confidence === 1 || !fromFirst);
  return new Map(kept.map(({ role, column }) => [role, column]));
}

const round = (score: number) => Math.round(score * 100) / 100;
