import type { ColumnTable } from 'arquero';
import { metaOf, type TableMeta } from '../table/meta';

/** The columns the `segment` step added last, or null if there are none; a file may bring columns of these names itself. */
export const segmentColumns = (table: ColumnTable): TableMeta['labels'] => metaOf(table).labels;
