import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { kindsOf } from '../recipe/source-table';
import { defineStep, type SourceTables } from '../recipe/step';
import { MISSING, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { withColumns } from '../table/table';
import { uint32 } from '../table/buffers';
import { appendLayout, type LaidColumn } from './append/append-layout';
import { appendTables, type Part } from './append/append-tables';
import { sourceAt } from './parts/source-at';

/** Indices of other sources of the recipe, none twice. */
const Others = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  v.minLength(1),
  v.check((indices) => new Set(indices).size === indices.length, 'a source stands twice'),
);

/**
 * Puts the rows of other sources of the same shape below the rows there are: columns matched by name, kinds made one.
 * Cells of a column that a file lacks are blank; columns that only later files have come behind.
 * Counts: `rows` appended in all, `rows:INDEX` of each source, `blankColumns` (columns some file lacks), `newColumns`
 * (columns the first lacks) and `asText` (columns that became text because the files differ).
 */
export const append = defineStep({
  op: 'append',
  version: 1,
  params: v.strictObject({
    sources: Others,
    /** Columns of these sources that are called otherwise in the first. */
    renamed: v.optional(v.array(v.strictObject({ column: ColumnName, as: ColumnName }))),
    /** A column to add that says from which file each row came; none, if absent. */
    sourceFile: v.optional(ColumnName),
  }),
  sources: ({ sources }) => sources,
  reads: () => [],
  adds: ({ sourceFile }) => (sourceFile === undefined ? [] : [sourceFile]),
  combines: ({ renamed = [], sourceFile }, before, others) => {
    const layout = appendLayout([before, ...others.map(({ columns }) => columns)], renamed);
    const added = sourceFile === undefined ? [] : [{ name: sourceFile, kind: 'text' as const }];
    const taken =
      layout.some(({ name }) => name === sourceFile) && !before.some(({ name }) => name === sourceFile);
    return {
      faults: taken ? [{ code: 'name-taken', details: { column: sourceFile! } }] : [],
      columns: [...layout.map(({ name, kind, blank }) => ({ name, kind, blank })), ...added],
    };
  },
  describe: ({ sources }) =>
    sources.length === 1 ? 'Append another file' : `Append ${sources.length} other files`,
  fit: () => null,
  apply: async (table, { sources: wanted, renamed = [], sourceFile }, _fit, work, given) => {
    const sources: SourceTables = given ?? new Map();
    const parts: Part[] = [
      { table, start: 0 },
      ...wanted.map((index) => ({ table: sourceAt(sources, index).table, start: startOf(sources, index) })),
    ];
    const layout = appendLayout(
      parts.map((part) => kindsOf(part.table)),
      renamed,
    );
    const appended = await appendTables(parts, layout, work);
    const named =
      sourceFile === undefined
        ? appended
        : withColumns(appended, [[sourceFile, fileNames(parts, [0, ...wanted], sources)]]);
    return { table: named, counts: countsOf(parts, wanted, layout), notes: layout.flatMap(noteOf) };
  },
});

/** Where the rows of a source begin if those of all sources are numbered one after the other. */
function startOf(sources: SourceTables, index: number): number {
  let start = 0;
  for (const [at, { table }] of sources) if (at < index) start += table.numRows();
  return start;
}

function countsOf(parts: readonly Part[], wanted: readonly number[], layout: readonly LaidColumn[]) {
  const rows = parts.slice(1).map(({ table }) => table.numRows());
  return {
    rows: rows.reduce((sum, each) => sum + each, 0),
    ...Object.fromEntries(wanted.map((index, i) => [`rows:${index}`, rows[i]!])),
    blankColumns: layout.filter(({ from }) => from.includes(null)).length,
    newColumns: layout.filter(({ from }) => from[0] === null).length,
    asText: layout.filter(({ kinds }) => kinds.length > 0).length,
  };
}

const noteOf = ({ name, kinds }: LaidColumn): string[] => (kinds.length > 0 ? [`as-text:${name}`] : []);

function fileNames(parts: readonly Part[], indices: readonly number[], sources: SourceTables): TextColumn {
  const names = indices.map((index) => sources.get(index)?.name ?? '');
  const distinct = [...new Set(names)];
  const codes = uint32(parts.reduce((sum, { table }) => sum + table.numRows(), 0)).fill(MISSING);
  let at = 0;
  parts.forEach(({ table }, i) => {
    codes.fill(distinct.indexOf(names[i]!), at, at + table.numRows());
    at += table.numRows();
  });
  return new TextColumn(codes, Dictionary.of(distinct));
}
