import { plainWords } from '../../insight/role-words';
import type { Column } from '../../table/columns';
import { cellTexts } from './cell-texts';

/** A value of the column of consent. */
export interface ConsentValue {
  value: string;
  customers: number;
  /** Of them those of each segment, by its number. */
  perSegment: ReadonlyMap<number, number>;
  /** Whether it reads as a yes. */
  yes: boolean;
}

const YES =
  /^(1|y|yes|ja|j|oui|o|si|sí|sim|t|true|wahr|vrai|x|on|ok|active|subscribed|confirmed|granted|given|accepted|agreed|opted ?in|opt ?in|double opt ?in)$/;
const NO = /^(0|n|no|nein|non|não|f|false|falsch|faux|off|never)$/;
const MEANS_NO =
  /\b(opt ?out|opted ?out|unsubscribed?|abgemeldet|do not (contact|mail|email)|suppress(ed)?)\b/;

/**
 * Whether a value of that column says that its customer agreed. In a column that tells who does not want to be written
 * to (`Email Opt Out`) a no is a yes.
 */
export function meansYes(column: string, value: string): boolean {
  const words = plainWords(value);
  return MEANS_NO.test(plainWords(column)) ? NO.test(words) : YES.test(words);
}

/**
 * The values of the column, the most frequent first; blanks are not among them.
 * @param segments number of each customer's; null where there are none
 */
export function consentValues(name: string, column: Column, segments: Float64Array | null): ConsentValue[] {
  const text = cellTexts(column);
  const counts = new Map<string, { customers: number; perSegment: Map<number, number> }>();
  for (let row = 0; row < column.length; row++) {
    const value = text(row).trim();
    if (value === '') continue;
    let counted = counts.get(value);
    if (!counted) counts.set(value, (counted = { customers: 0, perSegment: new Map() }));
    counted.customers++;
    const id = segments ? segments[row]! : NaN;
    if (!Number.isNaN(id)) counted.perSegment.set(id, (counted.perSegment.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, counted]) => ({ value, ...counted, yes: meansYes(name, value) }))
    .sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
}

/** What a customer answered; null: nothing. */
export type Answer = 'yes' | 'no' | null;

/** What each customer answered, by the values that mean yes; every other value is a no, a blank is no answer. */
export function answersTo(column: Column, yes: readonly string[]): (row: number) => Answer {
  const text = cellTexts(column);
  const wanted = new Set(yes);
  return (row) => {
    const value = text(row).trim();
    return wanted.has(value) ? 'yes' : value === '' ? null : 'no';
  };
}
