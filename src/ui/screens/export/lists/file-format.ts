import type { ExportOptions } from '../../../../workers/api';

/** How a file is written: what the person chooses once for all downloads of the screen. */
export type FileFormat = Pick<ExportOptions, 'delimiter' | 'decimal' | 'bom'>;
