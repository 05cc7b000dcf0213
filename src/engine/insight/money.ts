import type { Grain, Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { columnWords } from './column-words';
import { plainWords } from './role-words';
import type { Money, RoleGuess } from './understanding';

const SURE = 0.8;
const STEM_WORDS = new Set([
  'mnt', 'amount', 'amt', 'spend', 'spent', 'sales', 'revenue', 'umsatz', 'betrag', 'montant', 'turnover',
]); // prettier-ignore

/** How a file says what a row is worth; null where it does not. A sure total column goes before columns added up. */
export function moneyOf(
  grain: Grain,
  guesses: readonly RoleGuess[],
  all: readonly ColumnFacts[],
): Money | null {
  const of = (role: Role) => guesses.find((guess) => guess.role === role);
  const amount = of('amount') ?? of('monetary');
  if (grain === 'customers') {
    const stem = amount && amount.confidence >= SURE ? null : moneyStem(all);
    return stem ?? (amount ? { by: 'amount', column: amount.column } : null);
  }
  if (amount) return { by: 'amount', column: amount.column };
  const [quantity, price] = [of('quantity'), of('price')];
  return quantity && price ? { by: 'product', quantity: quantity.column, price: price.column } : null;
}

/** Three or more columns of money that share their first or last word. */
function moneyStem(all: readonly ColumnFacts[]): Money | null {
  const stems = new Map<string, { columns: string[]; word: string }>();
  for (const facts of all) {
    if (facts.kind !== 'number' || facts.distinct < 2 || facts.min! < 0) continue;
    const words = columnWords(facts.name);
    for (const word of new Set([words[0], words.at(-1)])) {
      const plain = plainWords(word ?? '');
      if (words.length < 2 || !STEM_WORDS.has(plain)) continue;
      const stem = stems.get(plain) ?? { columns: [], word: word! };
      stem.columns.push(facts.name);
      stems.set(plain, stem);
    }
  }
  const widest = [...stems.values()].sort((a, b) => b.columns.length - a.columns.length)[0];
  if (!widest || widest.columns.length < 3) return null;
  const { columns, word } = widest;
  return { by: 'total', columns, label: `Total of ${columns.length} ${word} columns` };
}

/** The columns that money is computed from. */
export function moneyColumns(money: Money | null): readonly string[] {
  if (!money) return [];
  if (money.by === 'amount') return [money.column];
  return money.by === 'product' ? [money.quantity, money.price] : money.columns;
}
