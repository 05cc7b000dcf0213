import type { ColumnFacts } from './column-facts';
import { nameScore } from './role-words';
import type { Money, RoleGuess } from './understanding';

/** What small whole numbers count or name beside pieces. */
const OTHER_WORDS =
  /\b(ages?|alter|ratings?|stars?|scores?|points?|punkte|ranks?|rang|levels?|tiers?|class|size|grosse|years?|jahr|months?|monat|weeks?|woche|days?|tage?|hours?|stunden?|minutes?|quarter|quartal|discount|rabatt|percent|pct|prozent|tax|vat|mwst|rates?|codes?|ids?|nr|lines?|rows?|zeile|positions?|zip|plz|stores?|shops?|branch|filiale|regions?|groups?|cluster|segments?|versions?|weight|gewicht|kids|children|kinder|visits?|index)\b|\bno$/;
const MOST_VALUES = 500;
const SMALL = 100;
const SAYS_UNIT_PRICE = 0.95;

/** Whether the cells may say how many pieces a row is of: small whole numbers that are no key, no yes or no, no age or rating. */
export function couldBeQuantity({
  kind,
  spread,
  identifier,
  derived,
  words,
  ...facts
}: ColumnFacts): boolean {
  if (kind !== 'number' || !spread?.whole || identifier || derived) return false;
  const { distinct, rows, missing, min, max } = facts;
  if (distinct < 2 || distinct > MOST_VALUES || distinct >= rows - missing) return false;
  const isYesOrNo = min === 0 && max === 1;
  return !isYesOrNo && Math.abs(spread.mean) < SMALL && !OTHER_WORDS.test(words);
}

/** The one column that may be the quantity beside a price that is plainly of one piece; null where none or several may. */
export function quantityBeside(price: ColumnFacts, free: readonly ColumnFacts[]): ColumnFacts | null {
  if (nameScore('price', price.words) < SAYS_UNIT_PRICE) return null;
  const [only, another] = free.filter(couldBeQuantity);
  return only && !another ? only : null;
}

/** The quantities and prices that may be multiplied to money, the one in use first; none where no column is a price. */
export function productsOfMoney(
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  money: Money | null,
): { quantity: string; price: string }[] {
  const roleOf = new Map(guesses.map(({ column, role }) => [column, role]));
  const inUse = money?.by === 'product' ? money : null;
  const price = inUse?.price ?? priceAmong(facts, guesses, money);
  if (price === null) return [];
  const said = facts.find(({ name }) => roleOf.get(name) === 'quantity')?.name;
  const mayBe = facts.filter((one) => !roleOf.has(one.name) && couldBeQuantity(one)).map(({ name }) => name);
  const quantities = new Set([...(inUse ? [inUse.quantity] : []), ...(said ? [said] : []), ...mayBe]);
  quantities.delete(price);
  return [...quantities].map((quantity) => ({ quantity, price }));
}

function priceAmong(
  facts: readonly ColumnFacts[],
  guesses: readonly RoleGuess[],
  money: Money | null,
): string | null {
  const said = guesses.find(({ role }) => role === 'price')?.column;
  if (said !== undefined) return said;
  const alone = money?.by === 'amount' ? facts.find(({ name }) => name === money.column) : undefined;
  return alone && nameScore('price', alone.words) > 0 ? alone.name : null;
}
