import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../src/engine/errors';
import { firstRows } from '../../../src/engine/files/first-rows';
import { bytesSource, type ByteSource } from '../../../src/engine/files/source';
import { crc32 } from '../../../src/engine/files/spreadsheet/crc32';
import { tableSource } from '../../../src/engine/files/spreadsheet-source';
import { unwatched } from '../../../src/engine/work';
import { linesOf, workbookOf, type BookParts } from '../../support/workbooks';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: (string | number)[]) =>
  `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : inline(cell))).join('')}</row>`;

/** The lines of the first sheet; they must come from our own reader. */
async function streamed(sheet: string, parts: Omit<BookParts, 'sheets'> = {}): Promise<string[]> {
  const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet }, ...parts }));
  expect(facts.reader).toBe('stream');
  return lines;
}
const thrownBy = async (source: ByteSource): Promise<unknown> => {
  const thrown = await tableSource(source, {}, unwatched).catch((error: unknown) => error);
  return thrown instanceof EngineError ? [thrown.code, thrown.details['reason'] ?? null] : thrown;
};

describe('the streaming reader of .xlsx', () => {
  it('reads shared strings: runs joined, pronunciation left out, escapes and entities resolved', async () => {
    const strings = [
      '<si><t>plain</t></si>',
      '<si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve"> text</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>a_x000D_\nb_x005F_x000D_ _x00_</t></si>',
      '<si><t>&lt;&amp;&#x1F600;&#233;&gt; &quot;q&quot;</t></si>',
      '<si><t><![CDATA[a < b & c]]></t></si>',
      '<si><t/></si>',
      '<si/>',
    ].join('');
    const cells = Array.from({ length: 8 }, (_, at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(await streamed(`<row>${cells}<c><v>1</v></c></row>`, { strings })).toEqual([
      'plain,rich  text,東京,"a',
      'b_x000D_ _x00_","<&😀é> ""q""",a < b & c,,,1',
    ]);
  });

  it('reads inline strings, formula results, truth values and errors', async () => {
    const cells = [
      '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>a,b</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="n"><v>7</v></c><c/><c s="0"></c><c t="str"><f>""</f><v></v></c><c><v>8</v></c>',
    ].join('');
    const source = workbookOf({ sheets: { Orders: `<row>${cells}</row>` } });
    const { lines, facts } = await linesOf(source);
    expect(lines).toEqual(['inline,"a,b",2,TRUE,FALSE,TRUE,,7,,,,8']);
    expect([facts.errors, facts.reader]).toEqual([1, 'stream']);
  });

  it('writes numbers in their shortest digits', async () => {
    const given = [
      '1',
      '-0',
      '0.10',
      '1E3',
      '2.5499999999999998',
      '123456789012345678',
      '1e-7',
      '0.000001',
      '-1.5',
      ' 4 ',
      '1.',
    ];
    const cells = given.map((text) => `<c><v>${text}</v></c>`).join('');
    expect(await streamed(`<row>${cells}</row>`)).toEqual([
      given.map((text) => String(Number(text))).join(','),
    ]);
  });

  it('reads dates by their formats, built in and written, in both systems, and ISO cells', async () => {
    const formats = [0, 14, 22, 20, 46, 'dd/mm/yyyy', '0.00', '[$-409]d mmm yy;@', '&quot;day&quot; 0'];
    const cells = formats.map((_, style) => `<c s="${style}"><v>40878.5</v></c>`).join('');
    const iso =
      '<c t="d"><v>2011-12-01T08:26:00Z</v></c><c t="d"><v>2011-12-01</v></c><c t="d"><v>08:26:00</v></c>';
    const in1900 =
      '40878.5,2011-12-01 12:00:00,2011-12-01 12:00:00,2011-12-01 12:00:00,40878.5,2011-12-01 12:00:00,40878.5,2011-12-01 12:00:00,40878.5';
    const tail = ',2011-12-01 08:26:00,2011-12-01,08:26:00';
    expect(await streamed(`<row>${cells}${iso}</row>`, { formats })).toEqual([in1900 + tail]);
    const in1904 = in1900.replaceAll('2011-12-01', '2015-12-02');
    const properties = 'date1904="1"';
    expect(await streamed(`<row>${cells}${iso}</row>`, { formats, properties })).toEqual([in1904 + tail]);
  });

  it('goes by places where they are given and counts where they are not', async () => {
    const sheet = '<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c r="AB3"><v>3</v></c></row>';
    const lines = await streamed(sheet);
    expect(lines).toEqual(['', `1,2${','.repeat(24)}`, `${','.repeat(25)}3`]);
  });

  it('reads prefixed names, single quotes, comments, absolute targets and stored parts', async () => {
    const sheet = `<?xml version='1.0'?><!-- a <c> --><x:worksheet xmlns:x='m'><x:sheetPr a='1>0'/><x:sheetData><x:row r='1'>
      <x:c r = 'A1' t='str'><x:v>a</x:v></x:c><!-- <c><v>9</v></c> --><x:c r='B1'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await streamed(sheet, { zip: { stored: true } })).toEqual(['a,1']);
  });

  it('reads archives in zip64 form', async () => {
    expect(await streamed(row('a', 1), { zip: { far: true } })).toEqual(['a,1']);
  });

  it('reads the same however the XML is cut into pieces', async () => {
    const cells = Array.from({ length: 3000 }, (_, at) => row(`text ${at} &amp; more`, at / 7, at));
    const lines = await streamed(cells.join('\n'), { zip: { stored: true } });
    expect(lines).toEqual(Array.from({ length: 3000 }, (_, at) => `text ${at} & more,${at / 7},${at}`));
  });

  it('keeps hidden rows and says how many', async () => {
    const sheet = `${row('a', 'b')}<row hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row hidden="true"/>${row(3, 4)}`;
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet } }));
    expect([lines, facts.hiddenRows]).toEqual([['a,b', '1,2', '', '3,4'], 1]);
  });

  it('lists hidden sheets as such, with their first rows', async () => {
    const sheets = { Secret: row('x', 1) + row('y', 2) + row('z', 3), Orders: row('a', 1) };
    const { facts } = await linesOf(workbookOf({ sheets, states: { Secret: 'state="veryHidden"' } }));
    expect(facts.sheets).toEqual([
      { name: 'Orders', hidden: false, rows: 1, preview: [['a', '1']] },
      {
        name: 'Secret',
        hidden: true,
        rows: 3,
        preview: [
          ['x', '1'],
          ['y', '2'],
          ['z', '3'],
        ],
      },
    ]);
    expect(facts.sheet).toBe('Orders');
  });

  it('reads XML in UTF-16', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>${row('é€', 1)}</sheetData></worksheet>`;
    const parts = { 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(xml, 'utf16le')) };
    expect(await streamed('', { parts })).toEqual(['é€,1']);
  });

  it('leaves to SheetJS what it does not know', async () => {
    const disordered = '<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row>';
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: disordered } }));
    expect([lines, facts.reader]).toEqual([['1', '2'], 'sheetjs']);
  });

  it('refuses what is locked, lies about its size, is cut or unpacks to too much', async () => {
    const sheets = { Orders: row('a', 1) };
    expect(await thrownBy(workbookOf({ sheets, zip: { locked: true } }))).toEqual([
      'unreadable-file',
      'password',
    ]);
    for (const wrong of [1, -1])
      expect(await thrownBy(workbookOf({ sheets, zip: { says: (_, size) => size + wrong } }))).toEqual([
        'unreadable-file',
        'damaged',
      ]);
    const crc = (name: string) => (name.includes('sheet1') ? 1 : 0);
    expect(await thrownBy(workbookOf({ sheets, zip: { crc } }))).toEqual(['unreadable-file', 'damaged']);
    const open = '<worksheet><sheetData><row><c><v>1</v></c></row>';
    expect(await thrownBy(workbookOf({ sheets: { Orders: open } }))).toEqual(['unreadable-file', 'damaged']);
    const far = {
      says: (name: string, size: number) => (name.includes('sheet1') ? 2 ** 31 * 5 : size),
      far: true,
    };
    expect(await thrownBy(workbookOf({ sheets, zip: far }))).toEqual(['unreadable-file', 'too-packed']);
    const missing = '<row><c t="s"><v>5</v></c></row>';
    expect(await thrownBy(workbookOf({ sheets: { Orders: missing } }))).toEqual([
      'unreadable-file',
      'damaged',
    ]);
    const whole = workbookOf({ sheets: { Orders: row('a', 1).repeat(500) } });
    const cut = bytesSource('cut.xlsx', (await whole.read(0, whole.size)).subarray(0, whole.size - 60));
    expect(await thrownBy(cut)).toEqual(['unreadable-file', 'damaged']);
  });
});

describe('firstRows of an .xlsx file', () => {
  it('shows the first rows after reading only the beginning of the sheet', async () => {
    const rows = 60_000;
    const source = workbookOf({
      sheets: {
        Orders:
          row('customer', 'amount') + Array.from({ length: rows }, (_, at) => row(`C${at}`, at / 7)).join(''),
      },
    });
    const found = await firstRows(source, {}, unwatched);
    expect([found.names, found.kinds]).toEqual([
      ['customer', 'amount'],
      ['text', 'number'],
    ]);
    expect(found.rows.slice(0, 2)).toEqual([
      ['C0', '0'],
      ['C1', String(1 / 7)],
    ]);
    expect(found.estimatedRows / rows).toBeGreaterThan(0.8);
    expect(found.estimatedRows / rows).toBeLessThan(1.3);
  });

  it('shows all of a small one', async () => {
    const source = workbookOf({
      sheets: { Cover: row('Report'), Orders: row('customer', 'amount') + row('C1', 2) },
    });
    expect(await firstRows(source, {}, unwatched)).toMatchObject({ rows: [['C1', '2']], estimatedRows: 1 });
  });
});

describe('stopping', () => {
  it('ends a reading in the middle of a sheet', async () => {
    const source = workbookOf({ sheets: { Orders: row('customer', 1).repeat(100_000) } });
    let breaths = 0;
    const work = {
      breathe: () => {
        if (breaths++ > 8) throw new Stopped();
        return undefined;
      },
      now: () => 0,
    };
    await expect(tableSource(source, {}, work)).rejects.toBeInstanceOf(Stopped);
    expect(breaths).toBe(10);
  });
});

describe('crc32', () => {
  it('is the sum that ISO 3309 gives for its check words, however they are cut', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes, 0)).toBe(0xcbf43926);
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4), 0))).toBe(0xcbf43926);
    expect(crc32(new TextEncoder().encode('The quick brown fox jumps over the lazy dog'), 0)).toBe(
      0x414fa339,
    );
  });
});

describe('several tables and merged names on a sheet', () => {
  const many = (rows: number, ...cells: (string | number)[]) => row(...cells).repeat(rows);

  it('reads the largest of tables below one another and says the others', async () => {
    const sheet = `${row('shop', 'since')}${many(3, 'North', 2001)}<row/>${row('customer', 'amount', 'day')}${many(9, 'C1', 5, 1)}`;
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet } }));
    expect(facts).toMatchObject({ range: 'A6:C15', otherTables: [{ range: 'A1:B4', rows: 4 }] });
    expect(lines).toEqual([
      '',
      '',
      '',
      '',
      '',
      'customer,amount,day',
      ...Array.from({ length: 9 }, () => 'C1,5,1'),
    ]);
  });

  it('reads the larger of tables side by side, and one table with an empty column whole', async () => {
    const beside = '<c/><c t="str"><v>k</v></c><c><v>1</v></c></row>';
    const left = (at: number) => row(`C${at}`, at);
    const sheet = Array.from({ length: 9 }, (_, at) =>
      at < 3 ? left(at).replace('</row>', beside) : left(at),
    );
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet.join('') } }));
    expect([lines[0], lines.at(-1), facts.range]).toEqual(['C0,0', 'C8,8', 'A1:B9']);
    expect(facts.otherTables).toEqual([{ range: 'D1:E3', rows: 3 }]);
    const even = Array.from({ length: 9 }, (_, at) => left(at).replace('</row>', beside)).join('');
    const whole = await linesOf(workbookOf({ sheets: { Orders: even } }));
    expect([whole.lines[0], whole.facts.range]).toEqual(['C0,0,,k,1', null]);
  });

  it('goes on below an empty row where no new names begin', async () => {
    const sheet = `${row('customer', 'amount')}${many(3, 'C1', 5)}<row/>${many(2, 'C2', 6)}<row/>${row('Total', 27)}`;
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet } }));
    expect([lines.length, facts.range, facts.otherTables]).toEqual([9, null, []]);
  });

  it('gives names in merged cells to every column they cover, joined with those below', async () => {
    const sheet = `${row('Sales of all shops')}<row><c/><c t="str"><v>2010</v></c><c/><c t="str"><v>2011</v></c><c/></row>${row('shop', 'orders', 'money', 'orders', 'money')}${many(3, 'N', 1, 2, 3, 4)}`;
    const after =
      '<mergeCells count="3"><mergeCell ref="A1:E1"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells>';
    const { lines, facts } = await linesOf(workbookOf({ sheets: { Orders: sheet }, after }));
    expect(lines.slice(0, 4)).toEqual([
      'Sales of all shops,,,,',
      '',
      'shop,2010 orders,2010 money,2011 orders,2011 money',
      'N,1,2,3,4',
    ]);
    expect(facts.mergedNames).toBe(4);
  });

  it('knows a table by names in several rows, some of them merged', async () => {
    const names = `<row>${inline('customer')}${inline('order')}${inline('sale')}<c/></row><row><c/><c/>${inline('day')}${inline('money')}</row>`;
    const sheet = `${row('shop', 'since')}${many(3, 'North', 2001)}<row/>${names}${many(9, 'C1', 'O1', 1, 2)}`;
    const { lines, facts } = await linesOf(
      workbookOf({ sheets: { Orders: sheet }, after: '<mergeCell ref="C6:D6"/>' }),
    );
    expect([facts.range, facts.mergedNames]).toEqual(['A6:D16', 2]);
    expect(lines.slice(5, 8)).toEqual(['', 'customer,order,sale day,sale money', 'C1,O1,1,2']);
  });

  it('gives a name merged over columns of values to each', async () => {
    const sheet = `<row>${inline('who')}${inline('phone')}<c/></row>${many(3, 'N', 1, 2)}`;
    const { lines } = await linesOf(
      workbookOf({ sheets: { Orders: sheet }, after: '<mergeCell ref="B1:C1"/>' }),
    );
    expect(lines.slice(0, 2)).toEqual(['who,phone,phone', 'N,1,2']);
  });

  it('leaves other merged cells as they are', async () => {
    const sheet = `${row('region', 'shop', 'amount')}${many(4, 'N', 'a', 2)}`;
    const { lines, facts } = await linesOf(
      workbookOf({ sheets: { Orders: sheet }, after: '<mergeCell ref="A2:A3"/>' }),
    );
    expect([lines[0], facts.mergedNames]).toEqual(['region,shop,amount', 0]);
  });
});
