import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Refusal } from '../recipe/step';
import { MISSING } from '../table/columns';
import { metaOf, withMeta, type Role } from '../table/meta';
import { columnOf, keep, withColumns } from '../table/table';
import { takeOrBlank } from '../table/take-or-blank';
import { keysOf } from './join/keys-of';
import { matchKeys, type KeyMatch } from './join/match-keys';
import { sourceAt } from './parts/source-at';

/** Columns to bring and the names they get, neither twice; none, to keep only rows that match. */
const Brought = v.pipe(
  v.array(v.strictObject({ column: ColumnName, as: ColumnName })),
  v.check((all) => new Set(all.map(({ as }) => as)).size === all.length, 'a name stands twice'),
);

/**
 * Brings columns of another source to the rows whose key it has; at most one of its rows to each.
 * Rows without a match, or without a key, have blanks there (`left`) or are dropped (`inner`). Columns keep their kind,
 * and their role where no column has it yet. A key that stands more than once in the other source is refused, or its
 * first row taken where `repeated` is `first`.
 * Counts: `matched` rows, `unmatched` rows, `unmatchedKeys`, `dropped`, `unused` (keys of the other source that no row
 * has) and `repeated` (its keys that stand more than once).
 */
export const join = defineStep({
  op: 'join',
  version: 1,
  params: v.strictObject({
    source: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** The key here and in the other source. */
    left: ColumnName,
    right: ColumnName,
    matching: v.picklist(['exact', 'alike']),
    how: v.picklist(['left', 'inner']),
    columns: Brought,
    repeated: v.optional(v.picklist(['refuse', 'first'])),
  }),
  sources: ({ source }) => [source],
  reads: ({ left }) => [left],
  adds: ({ columns }) => columns.map(({ as }) => as),
  combines: ({ right, columns }, before, [other]) => {
    const there = new Map(other!.columns.map((column) => [column.name, column]));
    const faults = [right, ...columns.map(({ column }) => column)]
      .filter((column) => !there.has(column))
      .map((column): Refusal => ({ code: 'missing-column', details: { column, file: other!.name } }));
    const brought = columns.map(({ column, as }) => ({
      name: as,
      kind: there.get(column)?.kind ?? ('text' as const),
      blank: there.get(column)?.blank ?? false,
    }));
    return { faults, columns: [...before, ...brought] };
  },
  describe: ({ left, right, how }) =>
    `Join another file by ${left === right ? left : `${left} and ${right}`}${how === 'inner' ? ', matches only' : ''}`,
  fit: () => null,
  apply: async (table, { source, left, right, matching, how, columns, repeated }, _fit, work, sources) => {
    const other = sourceAt(sources, source);
    const ours = await keysOf(columnOf(table, left), matching, work);
    const theirs = await keysOf(columnOf(other.table, right), matching, work);
    const match = matchKeys(ours, theirs);
    if (match.right.repeated > 0 && repeated !== 'first') {
      const first = theirs.rows.findIndex((rows) => rows > 1);
      const details = {
        column: right,
        source: other.name,
        value: theirs.texts[first]!,
        count: match.right.repeated,
      };
      throw new EngineError('repeated-key', details);
    }
    const rows = new Uint32Array(table.numRows()).fill(MISSING);
    ours.codes.forEach((code, row) => {
      const key = code === MISSING ? MISSING : match.rightOf[code]!;
      if (key !== MISSING) rows[row] = theirs.firstRows[key]!;
    });
    const brought = columns.map(
      ({ column, as }) => [as, takeOrBlank(columnOf(other.table, column), rows)] as const,
    );
    const joined = withMeaning(withColumns(table, brought), other.table, columns);
    const kept =
      how === 'left'
        ? joined
        : keep(
            joined,
            Uint8Array.from(rows, (row) => Number(row !== MISSING)),
          );
    return { table: kept, counts: countsOf(match, table.numRows(), kept.numRows()) };
  },
});

/** Units come along, and roles but for that of the customer, whom the key names. */
function withMeaning(
  table: ColumnTable,
  other: ColumnTable,
  brought: readonly { column: string; as: string }[],
): ColumnTable {
  const roles = new Map<string, Role>(metaOf(table).roles);
  const units = new Map(metaOf(table).units);
  const taken = new Set<Role>([...roles.values(), 'customer']);
  for (const { column, as } of brought) {
    const unit = metaOf(other).units.get(column);
    if (unit !== undefined) units.set(as, unit);
    const role = metaOf(other).roles.get(column);
    if (role === undefined || taken.has(role)) continue;
    roles.set(as, role);
    taken.add(role);
  }
  return withMeta(table, { roles, units });
}

const countsOf = ({ left, right }: KeyMatch, rows: number, kept: number) => ({
  matched: left.matchedRows,
  unmatched: rows - left.matchedRows,
  unmatchedKeys: left.keys - left.matched,
  dropped: rows - kept,
  unused: right.keys - right.matched,
  repeated: right.repeated,
});
