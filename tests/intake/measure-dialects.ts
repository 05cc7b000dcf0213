import Papa from 'papaparse';
import { EngineError } from '../../src/engine/errors';
import { sniff } from '../../src/engine/files/sniff';
import { bytesOf, jsonOf } from './folders';

interface Annotated {
  dialect: { delimiter: string; quotechar: string; escapechar: string | null; encoding: string };
  decode_error?: string;
}

/** What one annotated file was taken for. */
export interface DialectRow {
  file: string;
  /** Whether the annotated encoding decodes the file: only such files count. */
  counts: boolean;
  annotated: { delimiter: string; quote: string; encoding: string };
  ours: { delimiter: string; quote: string; encoding: string } | { error: string };
  papa: string;
  right: boolean;
  papaRight: boolean;
}

/** The dialect of each hand-annotated file as we and as PapaParse conclude it. */
export function measureDialects(): DialectRow[] {
  const { files } = jsonOf<{ files: Record<string, Annotated> }>('csv-dialects/expected.json');
  return Object.entries(files).map(([file, { dialect, decode_error: error }]): DialectRow => {
    const bytes = bytesOf(`csv-dialects/${file}`);
    const annotated = { delimiter: dialect.delimiter, quote: dialect.quotechar, encoding: dialect.encoding };
    const ours = conclude(bytes);
    const papa = papaDelimiter(bytes, dialect.encoding);
    return {
      file,
      counts: error === undefined,
      annotated,
      ours,
      papa,
      right:
        'delimiter' in ours &&
        sameMark(ours.delimiter, annotated.delimiter) &&
        ours.quote === annotated.quote,
      // PapaParse takes the double quote for granted.
      papaRight: papa === annotated.delimiter && annotated.quote === '"',
    };
  });
}

/** Runs of blanks are a way of having the blank as a delimiter. */
const sameMark = (ours: string, annotated: string): boolean =>
  ours === annotated || (ours === 'whitespace' && annotated === ' ');

function conclude(bytes: Uint8Array): DialectRow['ours'] {
  try {
    const { delimiter, quote, encoding } = sniff(bytes, bytes.length).options;
    return { delimiter, quote, encoding };
  } catch (error) {
    if (error instanceof EngineError) return { error: error.code };
    throw error;
  }
}

const LABELS: Record<string, string> = {
  ansi: 'windows-1252',
  utf8: 'utf-8',
  utf16: 'utf-16',
  'shif-jis': 'shift_jis',
};

/** PapaParse gets the text as its annotation says it is encoded. */
function papaDelimiter(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(LABELS[encoding] ?? encoding).decode(bytes);
  return Papa.parse(text, { preview: 100 }).meta.delimiter;
}
