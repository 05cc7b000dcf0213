import { inBlocks } from '../../steps/parts/blocks';
import { MISSING, type Column, type TextColumn } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import type { ColumnSummary } from '../understanding';
import type { Draft, Studied } from './suggestion';

/** Columns every cell of which equals that of an earlier column. The one that is read stays; if both are, both do. */
export async function copiedColumns({ table, understanding, read, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  const gone = new Set<string>();
  const all = understanding.columns.filter(({ distinct }) => distinct > 2);
  for (const [at, later] of all.entries()) {
    for (const earlier of all.slice(0, at)) {
      if (gone.has(earlier.name) || gone.has(later.name) || !mayBeEqual(earlier, later)) continue;
      const [stays, goes] = read.has(later.name) ? [later, earlier] : [earlier, later];
      if (read.has(goes.name)) continue;
      if (!(await areEqual(columnOf(table, stays.name), columnOf(table, goes.name), work))) continue;
      gone.add(goes.name);
      found.push({
        code: 'copied-column',
        columns: [goes.name],
        step: { op: 'remove-columns', params: { columns: [goes.name] } },
        effect: { columns: 1 },
        details: { of: stays.name },
      });
    }
  }
  return found;
}

/** What is known without a look at the cells. */
const mayBeEqual = (one: ColumnSummary, other: ColumnSummary): boolean =>
  one.kind === other.kind &&
  one.missing === other.missing &&
  one.distinct === other.distinct &&
  one.min === other.min &&
  one.max === other.max;

async function areEqual(one: Column, other: Column, work: Work): Promise<boolean> {
  if (one.kind === 'text' && other.kind === 'text') return areEqualTexts(one, other, work);
  if (one.kind === 'text' || other.kind === 'text' || one.kind === 'boolean') return false;
  const [a, b] = [one.values, other.values];
  let same = true;
  await inBlocks(a.length, 'looking', work, (from, to) => {
    for (let row = from; same && row < to; row++)
      same = a[row] === b[row] || (a[row] !== a[row] && b[row] !== b[row]);
  });
  return same;
}

/** Each text is compared once; then its code stands for it. */
async function areEqualTexts(one: TextColumn, other: TextColumn, work: Work): Promise<boolean> {
  const partner = new Uint32Array(one.dictionary.size).fill(MISSING);
  let same = true;
  await inBlocks(one.length, 'looking', work, (from, to) => {
    for (let row = from; same && row < to; row++) {
      const [a, b] = [one.codes[row]!, other.codes[row]!];
      if (a === MISSING || b === MISSING) same = a === b;
      else if (partner[a] !== MISSING) same = partner[a] === b;
      else if ((same = one.dictionary.text(a) === other.dictionary.text(b))) partner[a] = b;
    }
  });
  return same;
}
