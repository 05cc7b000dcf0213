import type { Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { mostTexts, readsAsNumbers } from './text-numbers';

/** How well the cells of a column suit a role, 0 (cannot be) to 1; multiplied with what the name says. */
export function contentFit(role: Role, facts: ColumnFacts, nameSays: number): number {
  switch (role) {
    case 'customer':
      return isCode(facts) && !isFewCategories(facts) ? 1 : 0;
    case 'order':
    case 'product':
      return isCode(facts) ? 1 : 0;
    case 'date':
      return dateFit(facts);
    case 'amount':
    case 'price':
      return numberFit(facts, nameSays);
    case 'monetary':
      return facts.distinct < 2 ? 0 : numberFit(facts, nameSays);
    case 'quantity':
      return numberFit(facts, nameSays) * (facts.spread && !facts.spread.whole ? 0.9 : 1);
    case 'recency':
      return isFromZeroUp(facts) ? 1 : 0;
    case 'frequency':
      return isFromZeroUp(facts) && facts.spread?.whole ? 1 : 0;
    case 'country':
      return facts.kind === 'text' && facts.distinct <= 300 ? 1 : 0;
    case 'consent':
      return facts.distinct <= 5 && facts.kind !== 'date' ? 1 : 0;
    case 'email':
      return holdsEmails(facts) ? 1 : 0;
    case 'phone':
    case 'name':
      return facts.kind === 'text' ? 1 : 0;
  }
}

const isFromZeroUp = (facts: ColumnFacts) =>
  facts.kind === 'number' && facts.distinct > 1 && (facts.min ?? -1) >= 0;

/** Text or whole numbers from 0 up that differ: what numbers of customers, orders and products look like. */
function isCode(facts: ColumnFacts): boolean {
  if (facts.distinct < 2) return false;
  return facts.kind === 'text' || (facts.spread !== null && facts.spread.whole && facts.min! >= 0);
}

/** A handful of values shared by everybody, such as a kind of contact. */
const isFewCategories = ({ distinct, rows }: ColumnFacts) => distinct < 50 && rows / distinct > 200;

/** Words in a column whose name promises money still fit, so that the words are found and said. */
function numberFit(facts: ColumnFacts, nameSays: number): number {
  if (facts.distinct === 0) return 0;
  if (facts.kind === 'number') return 1;
  if (facts.kind !== 'text' || facts.identifier) return 0;
  if (facts.reading?.stoppers?.kind === 'number' || (nameSays > 0 && readsAsNumbers(facts))) return 0.95;
  return nameSays >= 0.8 ? 0.6 : 0;
}

function dateFit(facts: ColumnFacts): number {
  if (facts.kind === 'date') return 1;
  if (facts.reading?.stoppers?.kind === 'date') return 0.9;
  return 0;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ORDER_NUMBER = /^#\d+$/;

/** At least nine in ten of up to 200 distinct texts look like an e-mail address. */
export const holdsEmails = ({ column }: ColumnFacts): boolean =>
  column.kind === 'text' && mostTexts(column, 0.9, (text) => EMAIL.test(text));

/** Numbers with a hash before them, as shops write their orders. */
export const holdsOrderNumbers = ({ column }: ColumnFacts): boolean =>
  column.kind === 'text' && mostTexts(column, 0.9, (text) => ORDER_NUMBER.test(text));
