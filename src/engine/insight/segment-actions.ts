import type { ColumnTable } from 'arquero';
import { labelColumns } from '../steps/segment/label-columns';
import { MISSING, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { metaOf } from '../table/meta';
import { columnAs } from '../table/table';
import { segmentColumns } from './segment-columns';

/** What the user wrote is to be done with the segment of that name; null where nothing was. */
export function actionOfSegment(table: ColumnTable, name: string): string | null {
  const { actions = {} } = metaOf(table);
  return Object.hasOwn(actions, name) ? actions[name]! : null;
}

/** For each customer what is to be done with the segment, blank where nothing was written; null where nothing was for any. */
export function actionCells(customers: ColumnTable): TextColumn | null {
  const labels = segmentColumns(customers);
  if (!labels || Object.keys(metaOf(customers).actions ?? {}).length === 0) return null;
  const { codes, dictionary } = columnAs(customers, labels.name, 'text');
  const found = Array.from({ length: dictionary.size }, (_, code) =>
    actionOfSegment(customers, dictionary.text(code)),
  );
  const distinct = [...new Set(found.filter((action) => action !== null))];
  const places = found.map((action) => (action === null ? MISSING : distinct.indexOf(action)));
  return new TextColumn(
    codes.map((code) => places[code] ?? MISSING),
    Dictionary.of(distinct),
  );
}

/**
 * What the column of actions is called: as the column of names with `_action` behind it, with a number where that is
 * taken.
 * @param taken names in the file the person gave
 */
export function actionColumn(taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.trim().toLowerCase()));
  const plain = `${labelColumns(taken).name}_action`;
  let name = plain;
  for (let n = 2; lower.has(name); n++) name = `${plain}_${n}`;
  return name;
}
