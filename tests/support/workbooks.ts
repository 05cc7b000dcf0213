import { bytesSource, type ByteSource } from '../../src/engine/files/source';
import { tableSource, type SpreadsheetFacts } from '../../src/engine/files/spreadsheet-source';
import { unwatched } from '../../src/engine/work';
import { zipOf, type ZipOptions } from './zip';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface BookParts {
  /** Inside `<sheetData>`, by sheet name; or a whole worksheet where it begins with `<?xml`, `<!` or holds `worksheet`. */
  sheets: Readonly<Record<string, string>>;
  /** Behind `<sheetData>` of the first sheet. */
  after?: string;
  /** Inside `<sst>`. */
  strings?: string;
  /** Number formats of style 0, 1, 2 …: an id, or a code. */
  formats?: readonly (number | string)[];
  /** Attributes of `<workbookPr>`. */
  properties?: string;
  /** Attributes of each sheet in the workbook, by its name. */
  states?: Readonly<Record<string, string>>;
  /** Parts to add or to put in the place of others. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
  zip?: ZipOptions;
}

/** A workbook written by hand, as a file. */
export function workbookOf({ sheets, strings, formats, zip, parts: other, ...rest }: BookParts): ByteSource {
  const names = Object.keys(sheets);
  const target = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${to}"/>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(names.map((_, at) => `/xl/${target(at)}`)),
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr ${rest.properties ?? ''}/><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" ${rest.states?.[name] ?? ''} r:id="s${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${[
      ...names.map((_, at) => relation(`s${at}`, 'worksheet', target(at))),
      relation('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
      relation('styles', 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings ?? ''}</sst>`,
    'xl/styles.xml': stylesOf(formats ?? []),
  };
  names.forEach((name, at) => {
    const body = sheets[name]!;
    parts[`xl/${target(at)}`] = /worksheet/.test(body)
      ? body
      : `${HEAD}<worksheet ${MAIN}><sheetData>${body}</sheetData>${at === 0 ? (rest.after ?? '') : ''}</worksheet>`;
  });
  return bytesSource('book.xlsx', zipOf({ ...parts, ...other }, zip));
}

function contentTypes(sheets: readonly string[]): string {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${type('/xl/workbook.xml', 'sheet.main')}${sheets
    .map((sheet) => type(sheet, 'worksheet'))
    .join('')}</Types>`;
}

function stylesOf(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`] : [],
  );
  const xfs = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}"/>`,
  );
  return `${HEAD}<styleSheet ${MAIN}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

/** What is said about a spreadsheet, and its text as lines. */
export async function linesOf(
  source: ByteSource,
  sheet?: string,
): Promise<{ lines: string[]; facts: SpreadsheetFacts }> {
  const text = await tableSource(source, { sheet }, unwatched);
  const bytes = await text.source.read(0, text.source.size);
  return { lines: new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n'), facts: text.spreadsheet! };
}
