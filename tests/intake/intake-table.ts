import { measureCells, measureSpectrum, type CellRow } from './measure-cells';
import { measureDialects } from './measure-dialects';
import { measureEncodings } from './measure-encodings';

const cell = (text: string): string =>
  text
    .replace(/[|\\`<>*_]/g, (mark) => `\\${mark}`)
    .replace(/\t/g, 'TAB')
    .replace(/[\r\n]+/g, ' ');
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const head = (...names: string[]): string[] => [row(...names), `| ${names.map(() => '---').join(' | ')} |`];
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
const mark = (text: string): string =>
  text === '\t' ? 'TAB' : text === ' ' || text === 'whitespace' ? 'blanks' : text;

/** The page docs/INTAKE.md: what each real file was taken for, beside what it is. */
export async function intakeTable(): Promise<string> {
  return [
    '# What the intake makes of real files',
    '',
    'Made by `node tools/intake-table.mjs` from collections of real files beside the project; not written by hand.',
    'A test holds the figures (`tests/intake/intake.test.ts`).',
    '',
    ...dialects(),
    ...cells('csv-spectrum: how a parser must read', await measureSpectrum()),
    ...cells('csv-polluted: one file broken in many ways (Pollock)', await measureCells('csv-polluted')),
    ...cells('csv-survey: files of open-data portals (Pollock)', await measureCells('csv-survey')),
    ...(await encodings()),
  ].join('\n');
}

function dialects(): string[] {
  const rows = measureDialects();
  const counted = rows.filter(({ counts }) => counts);
  const right = counted.filter((found) => found.right).length;
  const papa = counted.filter((found) => found.papaRight).length;
  return [
    '## csv-dialects: dialects annotated by hand',
    '',
    `Of the ${counted.length} files whose annotated encoding decodes them, delimiter and quote are right on`,
    `${share(right, counted.length)}; PapaParse's own guess, which takes the double quote for granted, on ` +
      `${share(papa, counted.length)}.`,
    '',
    ...head('file', 'annotated', 'Tessera', 'encoding', 'PapaParse', 'right'),
    ...rows.map(({ file, counts, annotated, ours, papa: guess, right: good, papaRight }) => {
      const found = 'error' in ours ? ours.error : `${mark(ours.delimiter)} ${ours.quote}`;
      const verdict = !counts
        ? 'not counted'
        : good
          ? papaRight
            ? 'both'
            : 'Tessera'
          : papaRight
            ? 'PapaParse'
            : 'neither';
      const encoding = 'error' in ours ? '' : ours.encoding;
      return row(
        file,
        `${mark(annotated.delimiter)} ${annotated.quote}`,
        found,
        encoding,
        mark(guess),
        verdict,
      );
    }),
    '',
  ];
}

function cells(title: string, rows: readonly CellRow[]): string[] {
  const right = rows.filter(({ wrong }) => wrong === 0).length;
  return [
    `## ${title}`,
    '',
    `All cells right on ${share(right, rows.length)}.`,
    '',
    ...head('file', 'read as', 'records', 'expected', 'cells that differ', 'what the report says'),
    ...rows.map(({ file, read, rows: found, expectedRows, wrong, said }) =>
      row(
        file,
        read,
        String(found),
        String(expectedRows),
        wrong === 0 ? 'none' : String(wrong),
        said.join('; '),
      ),
    ),
    '',
  ];
}

async function encodings(): Promise<string[]> {
  const rows = await measureEncodings();
  return [
    '## encodings',
    '',
    `The encoding is right on ${share(rows.filter(({ right }) => right).length, rows.length)}. movies.tsv is said to be`,
    'UTF-8 and is not: its bytes are those of windows-1252.',
    '',
    ...head('file', 'said to be', 'Tessera', 'next', 'rows × columns'),
    ...rows.map(({ file, expected, ours, next, read }) => row(file, expected, ours, next, read)),
    '',
  ];
}
