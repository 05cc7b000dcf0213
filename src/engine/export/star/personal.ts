import type { ColumnTable } from 'arquero';
import { plainWords } from '../../insight/role-words';
import { mostTexts } from '../../insight/text-numbers';
import { metaOf, type Role } from '../../table/meta';
import { columnOf } from '../../table/table';

const CONTACT: readonly (Role | undefined)[] = ['email', 'phone', 'name'];
const NAMES =
  /\b(e ?mail|phone|telephone|telefon|mobile|handy|fax|street|strasse|address|adresse|iban)\b|\b(first|last|full|sur|family|given|customer|client|kunden?) ?name\b|\b(vorname|nachname|surname|firstname|lastname)\b|^name$/;

/** Whether a column says how to reach a customer, or who they are by name: by its role, its name, or addresses in it. */
export function isContact(table: ColumnTable, name: string): boolean {
  if (CONTACT.includes(metaOf(table).roles.get(name)) || NAMES.test(plainWords(name))) return true;
  const column = columnOf(table, name);
  return column.kind === 'text' && mostTexts(column, 0.5, (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text));
}
