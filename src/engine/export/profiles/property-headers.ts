import type { ProfileChoice } from './choice';
import { ofNewestOrder, type ContactColumn } from './contacts';
import type { Destination } from './destination';

/** A column of one's own and the header it goes under. */
export interface PropertyHeader {
  column: string;
  header: string;
  /** Whether another column of the file has its name already. */
  renamed: boolean;
}

/**
 * The headers of the columns of one's own. One that comes from orders says so (`Amount (newest order)`). One that another
 * column of the file is called, small letters or not, gets `(your file)` behind it, for services know theirs by name.
 * @param taken headers of the destination that are in the file
 */
export function propertyHeaders(
  { properties, segment }: Pick<Destination, 'properties' | 'segment'>,
  choice: Pick<ProfileChoice, 'properties'>,
  columns: readonly ContactColumn[],
  taken: readonly string[],
): PropertyHeader[] {
  if (!properties) return [];
  const used = new Set([...taken, ...(segment ? [segment.header] : [])].map((name) => name.toLowerCase()));
  const orders = new Set(columns.filter(({ of }) => of === 'orders').map(({ name }) => name));
  return choice.properties.map((column) => {
    const plain = orders.has(column) ? ofNewestOrder(column) : column;
    const header = freeName(plain, used);
    used.add(header.toLowerCase());
    return { column, header, renamed: header !== plain };
  });
}

function freeName(name: string, used: ReadonlySet<string>): string {
  const names = (at: number) => (at === 0 ? name : `${name} (your file${at === 1 ? '' : ` ${at}`})`);
  let at = 0;
  while (used.has(names(at).toLowerCase())) at++;
  return names(at);
}
