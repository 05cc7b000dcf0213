// Writes order files as .xlsx, as spreadsheet programs do: numbers and days as numbers, text as shared or inline strings.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { zipWriter } from './write-zip.mjs';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DAY_MS = 86_400_000;
const DAY_ZERO = 25_569;
const PIECE = 1 << 16;

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;
const MARKS = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text) => text.replace(/[&<>]/g, (mark) => MARKS[mark]);
const spaced = (text) => (text === text.trim() ? '' : ' xml:space="preserve"');

function cellOf(text, ref, strings) {
  if (text === '') return '';
  if (NUMBER.test(text)) return `<c r="${ref}"><v>${Number(text)}</v></c>`;
  const moment = MOMENT.exec(text);
  if (moment) {
    const serial = Date.parse(`${moment[1]}T${moment[2]}Z`) / DAY_MS + DAY_ZERO;
    return `<c r="${ref}" s="1"><v>${serial}</v></c>`;
  }
  if (!strings) return `<c r="${ref}" t="inlineStr"><is><t${spaced(text)}>${escaped(text)}</t></is></c>`;
  let at = strings.get(text);
  if (at === undefined) strings.set(text, (at = strings.size));
  return `<c r="${ref}" t="s"><v>${at}</v></c>`;
}

/** Writes records as the only sheet of a workbook; gives how many bytes of XML the sheet is. */
export async function writeXlsx(path, records, { shared }) {
  const strings = shared ? new Map() : null;
  const zip = zipWriter(path);
  const part = (name, text) => zip.part(name, [HEAD + text]);
  async function* sheet() {
    yield `${HEAD}<worksheet ${MAIN}><sheetData>`;
    let text = '';
    let row = 0;
    for await (const record of records) {
      row++;
      text += `<row r="${row}">`;
      record.forEach((cell, at) => (text += cellOf(cell, `${String.fromCharCode(65 + at)}${row}`, strings)));
      text += '</row>';
      if (text.length < PIECE) continue;
      yield text;
      text = '';
    }
    yield `${text}</sheetData></worksheet>`;
  }
  async function* list() {
    yield `${HEAD}<sst ${MAIN} uniqueCount="${strings.size}">`;
    for (const text of strings.keys()) yield `<si><t${spaced(text)}>${escaped(text)}</t></si>`;
    yield '</sst>';
  }
  const override = (name, type) => `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006';
  await part(
    '[Content_Types].xml',
    `<Types ${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/worksheets/sheet1.xml', 'worksheet')}${override('xl/styles.xml', 'styles')}${shared ? override('xl/sharedStrings.xml', 'sharedStrings') : ''}</Types>`,
  );
  await part(
    '_rels/.rels',
    `<Relationships ${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  );
  await part(
    'xl/workbook.xml',
    `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Online Retail" sheetId="1" r:id="r1"/></sheets></workbook>`,
  );
  await part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships ${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${shared ? relation('r3', 'sharedStrings', 'sharedStrings.xml') : ''}</Relationships>`,
  );
  await part(
    'xl/styles.xml',
    `<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  const { size } = await zip.part('xl/worksheets/sheet1.xml', sheet());
  if (shared) await zip.part('xl/sharedStrings.xml', list());
  await zip.end();
  return size;
}

/** The records of a delimited file, `.0` at the end of whole numbers left out. */
export async function* csvRecords(path) {
  const parser = createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}));
  for await (const record of parser) yield record.map((cell) => cell.replace(/^(\d+)\.0$/, '$1'));
}
