import type { Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';
import { isDateLike, lastPurchaseScore } from './last-purchase';
import { contentFit, holdsEmails, holdsOrderNumbers } from './role-content';
import { nameScore } from './role-words';

/** A column that may have a role, and how sure that is, 0 to 1. */
export interface Candidate {
  facts: ColumnFacts;
  score: number;
}

/** Dates of what happens to an order or a customer beside the purchase itself. */
const OTHER_DATE =
  /\b(ship\w*|deliver\w*|due|birth\w*|geburts?\w*|dob|naissance|updated?|modified|changed|expir\w*|versand\w*|liefer\w*|livraison|sign ?up|regist\w*|joined|since|seit|enrol\w*|cancel\w*|refund\w*|return\w*|end|valid|last|first)\b/;
/** Money that is not what a customer has spent in all. */
const PART_OF_WORTH =
  /\b(average|avg|mean|aov|durchschnitt\w*|moyen\w*|promedio|predicted|expected|first|last|next)\b/;
const NAMELESS = /^(unnamed( \d+)?|column \d+|col \d+|v\d+|x|index|row( (id|no|nr|number))?)?$/;

/** The columns that may have the role, best first; equals in the order of the file. Days counted go before dates. */
export function candidates(role: Role, all: readonly ColumnFacts[], nameless: boolean): Candidate[] {
  const found = ranked(all, (facts) =>
    Math.max(orderScore(role, facts, all), nameless ? guessedScore(role, facts) : 0),
  );
  const counted = role === 'recency' ? found.filter(({ facts }) => facts.kind === 'number') : [];
  return counted.length > 0 ? counted : found;
}

/** The columns that may name the customer where each row is one, best first. */
export function keyCandidates(all: readonly ColumnFacts[]): Candidate[] {
  return ranked(all, keyScore);
}

function ranked(all: readonly ColumnFacts[], scoreOf: (facts: ColumnFacts) => number): Candidate[] {
  return all
    .map((facts) => ({ facts, score: scoreOf(facts) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function orderScore(role: Role, facts: ColumnFacts, all: readonly ColumnFacts[]): number {
  if (role === 'recency' && isDateLike(facts)) return lastPurchaseScore(facts);
  const { words } = facts;
  const said = nameScore(role, words);
  if (role === 'email' && holdsEmails(facts)) return Math.max(said, 0.95);
  if (role === 'order' && said === 0 && holdsOrderNumbers(facts)) return 0.8;
  const fit = contentFit(role, facts, said);
  if (role === 'date') return dateScore(words, said, fit, all);
  return role === 'monetary' && PART_OF_WORTH.test(words) ? said * fit * 0.6 : said * fit;
}

function dateScore(words: string, said: number, fit: number, all: readonly ColumnFacts[]): number {
  if (fit === 0) return 0;
  if (OTHER_DATE.test(words)) return 0.25 * fit;
  const onlyOne = all.filter(({ kind }) => kind === 'date').length === 1;
  return Math.max(said, onlyOne ? 0.85 : 0.5) * fit;
}

/** What cells alone tell where the file has no header. */
function guessedScore(role: Role, facts: ColumnFacts): number {
  const { kind, spread, distinct, rows, identifier } = facts;
  const whole = spread !== null && spread.whole;
  if (distinct === 0) return 0;
  if (role === 'date') return kind === 'date' ? 0.85 : 0;
  if (role === 'amount') return kind === 'number' && !whole && facts.min! >= 0 ? 0.55 : 0;
  if (role === 'quantity') return whole && distinct <= 500 && Math.abs(spread.mean) < 100 ? 0.5 : 0;
  if (role !== 'customer' || distinct < 2) return 0;
  const perValue = rows / distinct;
  if (perValue < 1.2 || perValue > 200) return 0;
  return identifier || kind === 'text' ? 0.55 : whole && distinct > 500 ? 0.45 : 0;
}

/** Every cell different, and named or shaped like an identifier; a few copies of whole rows are forgiven. */
function keyScore(facts: ColumnFacts): number {
  const present = facts.rows - facts.missing;
  if (facts.distinct < present * 0.98 || facts.missing > facts.rows * 0.05 || present < 2) return 0;
  if (contentFit('customer', facts, 1) === 0) return 0;
  const strict = facts.distinct === facts.rows ? 1 : 0.85;
  const said = nameScore('customer', facts.words);
  // A name such as "ID" says little of orders, but all where no two rows share it.
  if (said > 0) return (said >= 0.7 ? Math.max(said, 0.95) : 0.6) * strict;
  return looksLikeNumbering(facts) ? 0.6 * strict : 0;
}

function looksLikeNumbering(facts: ColumnFacts): boolean {
  if (facts.kind === 'text') return facts.identifier;
  const { min, max, distinct } = facts;
  return NAMELESS.test(facts.words) && max! - min! + 1 === distinct;
}
