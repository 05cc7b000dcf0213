import { loosely } from '../../steps/parts/loose-codes';
import { codeCounts } from '../category-facts';
import { nearTexts } from './near-texts';
import { plainWords } from '../role-words';
import { columnOf } from '../../table/table';
import { FEW_CATEGORIES, RARE } from './thresholds';
import type { Draft, Studied } from './suggestion';
import { writeInstead } from './write-instead';

/** Few customers from a place or of a month are no slip. */
const PLACE_OR_TIME =
  /\b(country|land|pays|state|province|region|county|city|town|stadt|ort|ville|market|store|branch|language|currency|months?|monat|mois|mes|weekday|day|tag|jour|season|quarter|year|jahr)\b/;
const OTHER = /^(others?|sonstiges?|andere|autres?|otros?)$/i;
/** Words for "not known" are no slip either, however few say them. */
const NOT_KNOWN = /^(unknown|not (known|stated|given)|n\/?a|none|unbekannt|inconnu|\?+|-+)$/i;
const FEWEST = 4;

/**
 * Answers of next to nobody among the categories of a customer file, such as "YOLO": each below 0.5 % of the rows, all
 * below 1 %. They become "Other", or what the column calls it.
 */
export async function oddCategories({ table, understanding, work }: Studied): Promise<Draft[]> {
  if (understanding.grain !== 'customers') return [];
  const found: Draft[] = [];
  for (const { name, kind, distinct, identifier } of understanding.columns) {
    const column = columnOf(table, name);
    if (kind !== 'text' || column.kind !== 'text' || identifier) continue;
    if (distinct < FEWEST || distinct > FEW_CATEGORIES || PLACE_OR_TIME.test(plainWords(name))) continue;
    const counts = await codeCounts(column, work);
    const text = (code: number) => column.dictionary.text(code);
    const there = [...counts.keys()].filter((code) => counts[code]! > 0);
    const few = column.length * RARE;
    const near = new Set([...nearTexts(column, counts).values()].flat());
    const frequent = new Set(there.filter((code) => counts[code]! >= few).map((code) => loosely(text(code))));
    // Another spelling of a frequent one is a matter of its own.
    const isMeant = (code: number, said: string) =>
      OTHER.test(said) || NOT_KNOWN.test(said) || near.has(code) || frequent.has(loosely(said));
    const rare = there.filter((code) => counts[code]! < few && !isMeant(code, text(code).trim()));
    const cells = rare.reduce((sum, code) => sum + counts[code]!, 0);
    if (cells === 0 || cells >= column.length * 2 * RARE || there.length - rare.length < 2) continue;
    rare.sort((a, b) => counts[b]! - counts[a]! || a - b);
    const other = there.find((code) => OTHER.test(text(code)));
    const into = other === undefined ? 'Other' : text(other);
    const step = writeInstead(name, rare.map(text), into);
    if (!step) continue;
    found.push({
      code: 'odd-categories',
      columns: [name],
      step,
      effect: { cells },
      details: { values: rare.map((code) => `${text(code)} ${counts[code]!}`).join(', '), into },
    });
  }
  return found;
}
