import { EngineError } from '../../../errors';
import type { Progress, Work } from '../../../work';
import type { ByteSource } from '../../source';
import type { Workbook } from '../workbook';
import { refuseTooPacked, SHEET_LIMIT, STRINGS_LIMIT } from '../too-packed';
import type { ZipEntry } from '../zip-entries';
import { CellFormats } from './cell-formats';
import { scanPart } from './part-window';
import { SharedStrings } from './shared-strings';
import { SheetScan } from './sheet-scan';
import { eachTag } from './small-part';
import { workbookParts } from './workbook-parts';

/**
 * Opens an .xlsx or .xlsm file to be read as a stream: of its archive, only what is needed is unpacked, piece by
 * piece, and neither its XML nor its cells are held.
 * @throws EngineError `unreadable-file` (reason `damaged`, `password`, `too-packed`), `file-too-large`; NotUnderstood
 * where SheetJS should try; Stopped
 */
export async function xlsxWorkbook(
  source: ByteSource,
  entries: readonly ZipEntry[],
  work: Work,
): Promise<Workbook> {
  const { sheets, strings: stringsPart, styles, date1904 } = await workbookParts(source, entries, work);
  const all = [...sheets.map(({ entry }) => entry), ...(stringsPart ? [stringsPart] : [])];
  for (const { entry } of sheets) refuseTooPacked(source, entry, SHEET_LIMIT);
  if (stringsPart) refuseTooPacked(source, stringsPart, STRINGS_LIMIT);
  const total = all.reduce((sum, { packed }) => sum + packed, 0);
  const formats = new CellFormats();
  formats.date1904 = date1904;
  if (styles) await eachTag(source, styles, formats.take, work);
  const strings = new SharedStrings(source.name);
  let before = 0;
  const progress = (read: number, rows?: number): Progress => ({
    phase: 'unpacking',
    done: Math.min(before + read, total),
    total,
    unit: 'bytes',
    ...(rows !== undefined && { rows }),
  });
  if (stringsPart) {
    await scanPart(source, stringsPart, STRINGS_LIMIT, strings.scan(), work, progress);
    before += stringsPart.packed;
  }
  return {
    reader: 'stream',
    worksheets: sheets.map(({ name, hidden, entry }) => ({
      name,
      hidden,
      size: entry.size || entry.packed,
      write: async (lines, watch, enough) => {
        const sheet = new SheetScan(source.name, lines, strings, formats);
        const told = (read: number) => progress(read, lines.rows);
        const share = await scanPart(source, entry, SHEET_LIMIT, sheet.scan, watch, told, enough);
        before += entry.packed;
        if (share === 1 && sheet.isCut)
          throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged' });
        return share;
      },
    })),
  };
}
