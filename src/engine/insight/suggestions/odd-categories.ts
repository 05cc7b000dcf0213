import { codeCounts } from '../category-facts';
import { plainWords } from '../role-words';
import { columnOf } from '../../table/table';
import { FEW_CATEGORIES, RARE } from './thresholds';
import type { Draft, Studied } from './suggestion';

/** Few customers from a place are no slip. */
const PLACE =
  /\b(country|land|pays|state|province|region|county|city|town|stadt|ort|ville|market|store|branch|language|currency)\b/;
const OTHER = /^(others?|sonstiges?|andere|autres?|otros?)$/i;
const FEWEST = 4;
const LONGEST = 400;

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
    if (distinct < FEWEST || distinct > FEW_CATEGORIES || PLACE.test(plainWords(name))) continue;
    const counts = await codeCounts(column, work);
    const text = (code: number) => column.dictionary.text(code);
    const there = [...counts.keys()].filter((code) => counts[code]! > 0);
    const rare = there.filter(
      (code) => counts[code]! < column.length * RARE && !OTHER.test(text(code).trim()),
    );
    const cells = rare.reduce((sum, code) => sum + counts[code]!, 0);
    if (cells === 0 || cells >= column.length * 2 * RARE || there.length - rare.length < 2) continue;
    rare.sort((a, b) => counts[b]! - counts[a]! || a - b);
    const find = rare.map((code) => literal(text(code))).join('|');
    if (find.length > LONGEST) continue;
    const other = there.find((code) => OTHER.test(text(code)));
    const into = other === undefined ? 'Other' : text(other);
    found.push({
      code: 'odd-categories',
      columns: [name],
      step: {
        op: 'replace-text',
        params: { columns: [name], find, with: into, as: 'pattern', where: 'whole' },
      },
      effect: { cells },
      details: { values: rare.map((code) => `${text(code)} ${counts[code]!}`).join(', '), into },
    });
  }
  return found;
}

/** The text as a pattern that means nothing but itself. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
