import { isNamedIdentifier } from '../../files/named-identifier';
import { columnOf } from '../../table/table';
import type { Draft, Studied } from './suggestion';

/** Whole numbers under a name such as *Customer ID* or *Postal code*, which are no amounts: as text they are not added up. */
export function numberedNames({ table, understanding }: Studied): Draft[] {
  return understanding.columns.flatMap(({ name, kind, missing }): Draft[] => {
    const column = columnOf(table, name);
    if (kind !== 'number' || column.kind !== 'number' || !isNamedIdentifier(name)) return [];
    const cells = column.length - missing;
    if (cells === 0 || !column.values.every((value) => value !== value || Number.isInteger(value))) return [];
    const step = { op: 'change-type', params: { column: name, to: 'text' } };
    return [{ code: 'numbered-name', columns: [name], step, effect: { cells } }];
  });
}
