import { DUPLICATES } from './catalogue/duplicates';
import type { CatalogueEntry } from './catalogue/entry';
import { MISSING } from './catalogue/missing';
import { NEW_COLUMNS } from './catalogue/new-columns';
import { OUTLIERS } from './catalogue/outliers';
import { PER_CUSTOMER } from './catalogue/per-customer';
import { PUT_RIGHT } from './catalogue/put-right';
import { ROWS_AND_COLUMNS } from './catalogue/rows-and-columns';
import { SPELLINGS } from './catalogue/spellings';
import { TEXT } from './catalogue/text';
import { TYPES } from './catalogue/types';

/** Every step that can be added by hand, in the order of the groups. One without an entry is not offered. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...DUPLICATES,
  ...MISSING,
  ...TYPES,
  ...TEXT,
  ...SPELLINGS,
  ...OUTLIERS,
  ...ROWS_AND_COLUMNS,
  ...PUT_RIGHT,
  ...PER_CUSTOMER,
  ...NEW_COLUMNS,
];
