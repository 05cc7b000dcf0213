import type { ColumnFacts } from './column-facts';

/** English, German, French, Spanish and Portuguese, Italian, Dutch. */
const LAST =
  '(last|latest|most recent|recent|letzt(e|er|es|en|em)?|dern(ier|iere)|ultim[oa]|laatste)( (online|web|shop|store|known))?';
const BUY =
  '(orders?|ordered|purchased?|buy|bought|transactions?|sale|invoice|checkout|bestell\\w*|kauf\\w*|einkauf\\w*|auftrag\\w*|rechnung\\w*|transaktion\\w*|commande|achat|facture|compra|pedido|ordine|acquisto|bestelling|aankoop)';
const WHEN = '( (date|datetime|timestamp|time|day|at|on|am|datum|le|utc|gmt|created( at)?|placed( at)?))*';
const DATE_OF =
  '(date|datum|fecha|data|tag|jour)( (of|the|der|des|vom|de|del|della|da|do|du|d|la|l|dell|van))*';

const PLAINLY = new RegExp(`^((customer|kunden?|client) )?(${DATE_OF} )?${LAST} ?${BUY}${WHEN}$`);
const SOMEHOW = new RegExp(`\\b${LAST} ?${BUY}\\b`);
const OTHERWISE =
  /\b(first|erst\w*|premi\w*|primer\w*|prim[oa]|sign ?up|regist\w*|next|expected|predicted|ship\w*|deliver\w*|cancel\w*|refund\w*|return\w*|updated?|modified|email\w*|visit|login|amount|value|total|id|number|no|nr)\b/;

/** How sure the name says when a customer bought last, 0 to 1; dates, and text that is dates but for a few cells. */
export function lastPurchaseScore(facts: ColumnFacts): number {
  if (!isDateLike(facts) || OTHERWISE.test(facts.words)) return 0;
  if (PLAINLY.test(facts.words)) return 0.95;
  return SOMEHOW.test(facts.words) ? 0.8 : 0;
}

/** A date, or text that stayed text for a few cells only. */
export const isDateLike = ({ kind, reading }: ColumnFacts): boolean =>
  kind === 'date' || (kind === 'text' && reading?.stoppers?.kind === 'date');
