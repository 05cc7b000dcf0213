import { beforeAll, describe, expect, it } from 'vitest';
import { excelFile, excelPaths, type ExcelFile } from '../../intake/excel-files';
import { BESIDE_EXCEL, BESIDE_OPENPYXL, REFUSED } from '../../intake/excel-reasons';
import { hasRealFiles } from '../../support/files';

// The files and where they come from: data/README.md beside the project; docs/INTAKE-EXCEL.md lists them one by one.
describe.skipIf(!hasRealFiles)(
  'all spreadsheets beside the project (skipped where ../shared/data is absent)',
  () => {
    const files: ExcelFile[] = [];
    beforeAll(async () => {
      for (const path of excelPaths()) files.push(await excelFile(path));
    }, 60_000);

    it('open or are refused for a reason, and nothing else', () => {
      expect(files.length).toBeGreaterThan(90);
      expect(files.filter(({ crash }) => crash !== null)).toEqual([]);
      const refused = files
        .filter(({ refusal }) => refusal)
        .map(({ path, refusal }) => [path, refusal!.code]);
      expect(Object.fromEntries(refused)).toEqual(REFUSED);
      expect(files.filter(({ refusal }) => refusal && refusal.sentence.length < 20)).toEqual([]);
    });

    it('are read by our own reader where they are .xlsx or .xlsm, in every cell as SheetJS reads them', () => {
      const own = files.filter(({ path, refusal }) => /\.xls[xm]$/.test(path) && !refusal);
      expect(own.filter(({ reader }) => reader !== 'stream')).toEqual([]);
      expect(
        own.flatMap(({ path, sheetjs }) => sheetjs!.different.map((sheet) => `${path}: ${sheet}`)),
      ).toEqual([]);
    });

    it('are read as openpyxl reads them but for what is explained', () => {
      const different = files.filter(
        ({ openpyxl }) => typeof openpyxl === 'object' && openpyxl?.different.length,
      );
      expect(different.map(({ path }) => path).sort()).toEqual(Object.keys(BESIDE_OPENPYXL).sort());
    });

    it('hold what Excel saved of them as CSV but for what is explained', () => {
      const compared = files.filter(({ excel }) => excel);
      expect(compared.length).toBeGreaterThan(15);
      const different = compared.filter(({ excel }) => excel!.other > 0).map(({ path }) => path);
      expect(different.sort()).toEqual(Object.keys(BESIDE_EXCEL).sort());
    });
  },
);
