import { columnOf } from '../../table/table';
import type { Role } from '../../table/meta';
import { codeCounts } from '../category-facts';
import { nearTexts } from './near-texts';
import type { Draft, Studied } from './suggestion';

const MOST_TEXTS = 500;
/** More than so many in one column, and they are no slips. */
const MOST = 5;
const NAMES: ReadonlySet<Role | null> = new Set(['customer', 'order', 'name', 'email', 'phone']);

/**
 * Spellings of a category that stand beside a more frequent one with the same words in another order or with other
 * marks ("U.K." beside "UK"), or one letter away from it in few cells. One suggestion for each that is written instead.
 */
export async function nearSpellings({ table, understanding, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const { name, kind, distinct, identifier, role } of understanding.columns) {
    const column = columnOf(table, name);
    if (kind !== 'text' || column.kind !== 'text' || identifier || NAMES.has(role)) continue;
    if (distinct < 2 || distinct > MOST_TEXTS) continue;
    const counts = await codeCounts(column, work);
    const groups = [...nearTexts(column, counts)];
    if (groups.length > MOST) continue;
    for (const [main, others] of groups) {
      const texts = others.map((code) => column.dictionary.text(code));
      const into = column.dictionary.text(main);
      found.push({
        code: 'near-spelling',
        about: into,
        columns: [name],
        step: { op: 'merge-spellings', params: { column: name, merges: [{ from: texts, to: into }] } },
        effect: { cells: others.reduce((sum, code) => sum + counts[code]!, 0) },
        details: { values: texts.join(', '), into },
      });
    }
  }
  return found;
}
