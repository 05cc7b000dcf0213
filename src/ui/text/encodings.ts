/** Encodings as people meet them in other programs. */
export const ENCODINGS: readonly { value: string; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8 (any language)' },
  { value: 'windows-1252', label: 'Western European (Windows)' },
  { value: 'utf-16le', label: 'UTF-16, as Excel writes Unicode text' },
  { value: 'utf-16be', label: 'UTF-16, big end first' },
  { value: 'macintosh', label: 'Western European (old Mac)' },
  { value: 'windows-1250', label: 'Central European (Windows)' },
  { value: 'iso-8859-2', label: 'Central European (ISO)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows)' },
  { value: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { value: 'ibm866', label: 'Cyrillic (DOS)' },
  { value: 'iso-8859-5', label: 'Cyrillic (ISO)' },
  { value: 'windows-1253', label: 'Greek (Windows)' },
  { value: 'iso-8859-7', label: 'Greek (ISO)' },
  { value: 'windows-1254', label: 'Turkish' },
  { value: 'windows-1255', label: 'Hebrew' },
  { value: 'windows-1256', label: 'Arabic' },
  { value: 'windows-1257', label: 'Baltic' },
  { value: 'windows-874', label: 'Thai' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'euc-jp', label: 'Japanese (EUC)' },
  { value: 'gb18030', label: 'Chinese, simplified' },
  { value: 'big5', label: 'Chinese, traditional' },
  { value: 'euc-kr', label: 'Korean' },
];

/** The name of an encoding; its label where it has none here. */
export const encodingName = (label: string): string =>
  ENCODINGS.find(({ value }) => value === label.toLowerCase())?.label ?? label;

/** What text in UTF-8 is taken for by mistake. */
export const MISTAKEN_FOR = ENCODINGS.filter(({ value }) =>
  ['windows-1252', 'macintosh', 'windows-1250', 'windows-1251'].includes(value),
);
