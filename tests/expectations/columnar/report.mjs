// Writes docs/INTAKE-COLUMNAR.md: what becomes of every Parquet and SQLite file of the collection beside the project.
// Run: node tests/expectations/columnar/report.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const server = await createServer({ root, server: { middlewareMode: true }, logLevel: 'error' });
const engine = await server.ssrLoadModule('/src/engine/index.ts');
const { errorText } = await server.ssrLoadModule('/src/ui/text/errors.ts');
const { findingText } = await server.ssrLoadModule('/src/ui/text/findings.ts');
const { storedFindings } = await server.ssrLoadModule('/src/engine/insight/stored-findings.ts');
const { columnarFile, compared, expectedFacts, expectedTables } = await server.ssrLoadModule(
  '/tests/support/columnar.ts',
);

const LETTERS = { number: 'number', date: 'date', text: 'text', boolean: 'yes or no' };

async function open(path, sheet) {
  const source = engine.bytesSource(path.split('/').pop(), new Uint8Array(readFileSync(data + path)));
  try {
    return (await engine.openTable(source, sheet ? { options: { sheet } } : {}, engine.unwatched)).read;
  } catch (error) {
    if (error.name !== 'EngineError') throw error;
    return { refused: error.details.reason ?? error.code };
  }
}

function kindsOf({ columns }) {
  const counts = new Map();
  for (const { kind } of columns) counts.set(LETTERS[kind], (counts.get(LETTERS[kind]) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function notes({ stored }) {
  const rewritten = stored.rewritten.map(({ column, as }) => `${column} as ${as}`);
  const left = stored.leftOut.map(({ column, reason }) => `without ${column} (${reason})`);
  const all = [...rewritten, ...left];
  return all.length > 3 ? `${all.slice(0, 2).join('; ')}; ${all.length - 2} more` : all.join('; ');
}

function equalTo({ table, report }, expected) {
  if (!expected?.columns) return expected?.refused ? 'refused there too' : '';
  const names = engine.columnNames(table);
  const known = Object.entries(expected.columns).filter(([name]) => names.includes(name.trim()));
  const equal = known.filter(([name, of]) => {
    const { wanted, found, ratio } = compared(engine.columnOf(table, name.trim()), of);
    return Object.keys(found).every((key) => wanted[key] === found[key]) && Math.abs(ratio - 1) < 1e-9;
  });
  return `${report.rows === expected.rows ? 'rows' : 'rows differ'}, ${known.length === 0 ? 'cells by test' : `${equal.length} of ${known.length} columns`}`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (names) => [row(names), row(names.map(() => '---'))];

const parquet = expectedFacts('parquet');
const list = (folder) =>
  readdirSync(data + folder)
    .filter((name) => name.endsWith('.parquet'))
    .sort();
const files = [...list('parquet'), ...list('parquet/hyparquet').map((name) => `hyparquet/${name}`)];
const parquetRows = [];
for (const file of files) {
  const read = await open(`parquet/${file}`);
  if (read.refused) parquetRows.push(row([file, 'refused', read.refused, '', '', '']));
  else {
    const { report } = read;
    const size = `${report.rows} × ${report.columns.length}`;
    parquetRows.push(
      row([
        file,
        size,
        kindsOf(report),
        report.stored.codecs.join(', ') || 'none',
        notes(report),
        equalTo(read, parquet[file]),
      ]),
    );
  }
}

const sqliteRows = [];
for (const [file, tables] of Object.entries(expectedTables())) {
  for (const [table, expected] of Object.entries(tables)) {
    const read = await open(`sqlite/${file}`, table);
    const size = `${read.report.rows} × ${read.report.columns.length}`;
    sqliteRows.push(row([file, table, size, kindsOf(read.report), equalTo(read, expected)]));
  }
}

/** What a person reads when a file is broken: the sentence, or what is said of the table. */
async function saidOf(source) {
  try {
    const { report } = (await engine.openTable(source, {}, engine.unwatched)).read;
    const said = storedFindings(report.stored).filter(({ count }) => count > 0);
    const sentences = said.map(
      (one) => `${one.count} ${findingText(one).sentence}. ${findingText(one).effect}`,
    );
    return [`${report.rows} rows`, ...sentences].join('; ');
  } catch (error) {
    if (error.name !== 'EngineError') throw error;
    return errorText({ code: error.code, details: error.details, step: null }, source.name).sentence;
  }
}

async function changed(name, change) {
  const source = name.includes('/') ? null : columnarFile(name);
  const bytes = source
    ? new Uint8Array(await source.read(0, source.size))
    : new Uint8Array(readFileSync(data + name));
  return engine.bytesSource(name.split('/').pop(), change(bytes));
}

const DATABASE = 'sqlite/spark_flight_info.db';
/** The compression of one column, after its name in the footer, becomes LZO. */
const lzo = (bytes) => ((bytes[Buffer.from(bytes).lastIndexOf('postcode') + 9] = 6), bytes);
const cut = (bytes) => bytes.slice(0, bytes.length / 2);
const broken = [
  ['encrypted', await changed('encrypted.parquet', (bytes) => bytes)],
  ['no rows', await changed('no-rows.parquet', (bytes) => bytes)],
  ['a column packed with LZO', await changed('kinds-snappy.parquet', lzo)],
  ['half of it', await changed('kinds-snappy.parquet', cut)],
  ['half of it', await changed(DATABASE, cut)],
  ['every byte changed', await changed(DATABASE, (bytes) => bytes.map((byte, at) => byte ^ (at * 151 + 77)))],
  ['a page less two rows', await changed(DATABASE, (bytes) => ((bytes[4096 + 4] -= 2), bytes))],
  ['its newer rows in a -wal file', await changed('newer-rows-in-wal.sqlite', (bytes) => bytes)],
  ['all of it in a -wal file', await changed('all-in-wal.sqlite', (bytes) => bytes)],
];
const brokenRows = [];
for (const [how, source] of broken) brokenRows.push(row([source.name, how, await saidOf(source)]));

const opened = parquetRows.filter((line) => !line.includes('| refused |')).length;
writeFileSync(
  `${root}docs/INTAKE-COLUMNAR.md`,
  `# Parquet and SQLite files, one by one

Made by \`node tests/expectations/columnar/report.mjs\` from the collection of files beside the project; not edited by hand.
The last column compares rows, and of each column that is no list, map or struct the missing cells, sums, least and
largest value or distinct texts, with what another program finds in the same file. The tests compare the files of
\`hyparquet/\` cell by cell as well, lists and structs included, with the rows that library expects of them.

## Parquet

${opened} of ${files.length} files open; the others are refused with a sentence: \`header-only\` has no rows, \`no-columns\` keeps a
variant and nothing else.

${[...head(['file', 'rows × columns', 'kinds', 'packed', 'said', 'equal to DuckDB']), ...parquetRows].join('\n')}

## SQLite

${[...head(['file', 'table', 'rows × columns', 'kinds', "equal to Python's sqlite3"]), ...sqliteRows].join('\n')}

## Broken files

${[...head(['file', 'what is wrong', 'what is said']), ...brokenRows].join('\n')}
`,
);
await server.close();
