/** Why sheets differ from what openpyxl reads, by file. */
export const BESIDE_OPENPYXL: Readonly<Record<string, string>> = {
  'calamine/richtext-after-plain.xlsx':
    'a string with plain text and runs: plain text alone counts, as SheetJS and calamine have it; openpyxl joins both',
  'sheetjs/LONumbers.xlsx':
    'numbers below 0 with a date format: Excel has no such days, openpyxl counts back from 1899',
  'sheetjs/crlf_crlf.xlsx': 'a formula’s result ends in a carriage return, which openpyxl drops',
  'sheetjs/formula_stress_test.xlsx':
    'a 0 with a date format: the day 1900-01-00 as Excel shows it; openpyxl makes it a time of day',
  'sheetjs/number_format.xlsm':
    'numbers below 0 with a date format: Excel has no such days, openpyxl counts back from 1899',
};

/** Why cells are neither the text, the number, the day nor the error that Excel saved as CSV, by file. */
export const BESIDE_EXCEL: Readonly<Record<string, string>> = {
  'sheetjs/LONumbers.xlsx': 'dates below 0, which Excel shows as ####, and formats that show words alone',
  'sheetjs/formula_stress_test.xlsx':
    'functions of the moment and the machine, worked out anew when it was saved as CSV',
  'sheetjs/interview.xlsx': 'the CSV is not in UTF-8: its marks were lost',
  'sheetjs/merge_cells.xls': 'the CSV is not in UTF-8: its marks were lost',
  'sheetjs/mixed_sheets.xlsx': 'the CSV is not in UTF-8: its marks were lost',
  'sheetjs/number_format.xlsm': 'fractions, names of days and months, and formats that show words or nothing',
  'sheetjs/numfmt_1_russian.xlsm': 'numbers shown in Russian and in English formats side by side',
  'sheetjs/pivot_table_test.xls': 'the CSV leaves out the empty rows above the pivot tables',
  'sheetjs/text_and_numbers.xlsx': 'the CSV writes letters it cannot hold as _',
  'sheetjs/xlsx-stream-d-date-cell.xlsx': 'the CSV writes letters it cannot hold as _',
};

/** Files that are refused, and what for. */
export const REFUSED: Readonly<Record<string, string>> = {
  'calamine/capitalized_wbook_stream.xls': 'empty-file',
  'calamine/empty_sheet.xlsx': 'empty-file',
  'calamine/errors.xlsx': 'empty-file',
  'calamine/issue127.ods': 'empty-file',
  'calamine/issue127.xlsb': 'empty-file',
  'calamine/issue252.xlsx': 'unreadable-file: damaged',
  'calamine/issue_385.xls': 'unreadable-file: password',
  'calamine/misc_biff5_parsing.xls': 'empty-file',
  'calamine/pass_protected.xlsb': 'unreadable-file: password',
  'calamine/picture.xlsb': 'empty-file',
  'calamine/pictures_in_cell_and_over_cell.xlsx': 'empty-file',
  'sheetjs/minimal_112.numbers': 'not-a-table',
  'sheetjs/password_2002_40_basecrypto.xls': 'unreadable-file: password',
};
