import { excelTable } from './excel-table';

/** The page as it is now: made while the module loads, for what is loaded on the way is not to be had afterwards. */
export const page = await excelTable();
