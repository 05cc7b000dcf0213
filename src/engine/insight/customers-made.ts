import { registry } from '../recipe/registry';
import { metaOf, type Role } from '../table/meta';
import type { Prepared } from './prepared-read';

/** Whether steps of the person's own have made customers of orders: the table is of them, the file is not. */
export const areCustomersMade = (prepared: Prepared | null): boolean =>
  (prepared?.steps ?? []).some(({ op, enabled }) => enabled && registry.get(op)?.gives === 'customers');

/** The roles that the columns of such customers were made for; none of other tables. */
export const rolesMade = (prepared: Prepared | null): ReadonlyMap<string, Role> =>
  prepared && areCustomersMade(prepared) ? metaOf(prepared.table).roles : new Map<string, Role>();
